"""brat standoff: a .txt and an .ann for each article, and the annotation.conf that brat needs to show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from rawi.export.codes import plover
from rawi.export.letters import cell
from rawi.export.page import Page, is_known
from rawi.export.whole import Bundle
from rawi.model import Act, Event, MediumKind, Modality, Record, Statement, StatementKind

_PIECE = re.compile("[^\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")  # what stands between two tabs or line breaks of any sort
_NOT_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_KINDS = ("Person", "Organization", "Country", "Place", "Group", "Other")
_SPANS = (*_KINDS, "Time", "Quantity", "Cue", "Medium", "Telling")


def write(records: Iterable[Record], out: Bundle) -> int:
    """Writes a text and its annotations for each article; how many articles there are comes back."""
    out.put("annotation.conf", configuration().encode())
    count = 0
    for record in records:
        stem = out.free(record.article.id, ".txt")
        out.put(f"{stem}.txt", record.article.text.encode())
        out.put(f"{stem}.ann", standoff(record).encode())
        count += 1
    return count


def standoff(record: Record) -> str:
    """The standoff lines of a record.

    >>> import rawi
    >>> standoff(rawi.read("تأجل الاجتماع أمس.", published="2021-12-09")).split()
    ['T1', 'Time', '14', '17', 'أمس', '#1', 'AnnotatorNotes', 'T1', 'DATE', '2021-12-08']
    """
    return "".join(f"{line}\n" for line in _Standoff(record).lines())


def configuration() -> str:
    """brat's annotation.conf: every type of span, event, relation and attribute that the annotations use."""
    one, same = "<ENTITY>", "Same\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive"
    said = f"Cue?:Cue, Carrier*:{one}, Speaker?:{one}, Addressee?:{one}, Medium?:Medium, Time?:Time, Parent?:Statement"
    done = f"Actor*:{one}, Recipient*:{one}, Place?:{one}, Time?:Time, VouchedBy?:Statement, Retold*:Telling"
    events = [f"Statement\t{said}", *(f"{name}\t{done}" for name in plover().types)]
    values = {"Kind": (StatementKind, "Statement"), "Act": (Act, "Statement")}
    values |= {"MediumKind": (MediumKind, "Medium"), "Modality": (Modality, "<EVENT>")}
    attributes = [f"{name}\tArg:{arg}, Value:{'|'.join(get_args(kind))}" for name, (kind, arg) in values.items()]
    overlaps = "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"
    parts = {"entities": _SPANS, "relations": (same, overlaps), "events": events, "attributes": attributes}
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts.items())


class _Standoff:
    """The lines of one record; knows which mentions have a number already."""

    def __init__(self, record: Record) -> None:
        self.page, self.record = Page(record), record
        self.counts = {"T": 0, "E": 0, "A": 0, "#": 0, "N": 0}
        self.mentions: dict[tuple[str, int, int], str] = {}
        self.times: dict[int, str] = {}
        self.statements: dict[str, str] = {}
        self.made: list[str] = []

    def lines(self) -> list[str]:
        """All lines: spans first, then statements, the outer ones before the inner, then events."""
        self.entities()
        for index, time in enumerate(self.record.times):
            if key := self.span("Time", [time]):
                self.times[index] = key
                self.note(key, f"{time.type} {time.value or '?'}")
        for quantity in self.record.quantities:
            if key := self.span("Quantity", [quantity]):
                self.note(key, f"{quantity.bound} {quantity.value} {quantity.unit or ''}")
        for statement in self.record.statements:
            if key := self.span("Statement", statement.content):
                self.counts["E"] += 1
                self.statements[statement.id] = f"E{self.counts['E']}"
                self.statement(key, statement)
        for event in self.record.events:
            self.event(event)
        return self.made

    def new(self, sort: str) -> str:
        self.counts[sort] += 1
        return f"{sort}{self.counts[sort]}"

    def span(self, kind: str, spans: Iterable[Any]) -> str | None:
        """A text-bound annotation; None where it would hold no letter."""
        text = self.record.article.text
        pieces = [found.span() for span in spans for found in _PIECE.finditer(text, span.start, span.end)]
        pieces = [(start, end) for start, end in sorted(set(pieces)) if text[start:end].strip()]
        if not pieces:
            return None
        key = self.new("T")
        places = ";".join(f"{start} {end}" for start, end in pieces)
        self.made.append(f"{key}\t{kind} {places}\t{' '.join(text[start:end] for start, end in pieces)}")
        return key

    def note(self, key: str, words: str) -> None:
        self.made.append(f"{self.new('#')}\tAnnotatorNotes {key}\t{cell(words)}")

    def attribute(self, name: str, key: str, value: str) -> None:
        self.made.append(f"{self.new('A')}\t{name} {key} {value}")

    def entities(self) -> None:
        for entity in self.record.entities:
            keys = []
            for mention in entity.mentions:
                if key := self.span(entity.kind.capitalize(), [mention]):
                    self.mentions[entity.id, mention.start, mention.end] = key
                    keys.append(key)
                    if is_known(entity.id):
                        name = cell(self.page.name(entity.id)) or entity.id
                        self.made.append(f"{self.new('N')}\tReference {key} Wikidata:{entity.id}\t{name}")
            if len(keys) > 1:
                self.made.append(f"*\tSame {' '.join(keys)}")

    def nearest(self, entity: str | None, place: int) -> str | None:
        mention = self.page.nearest(entity, place) if entity else None
        return self.mentions.get((entity or "", mention.start, mention.end)) if mention else None

    def statement(self, trigger: str, one: Statement) -> None:
        """A statement is an event whose trigger is its content; links without words of their own point to the nearest mention."""
        place = one.content[0].start
        arguments = [("Cue", self.span("Cue", [one.cue]) if one.cue else None)]
        for link in one.chain:
            said = link.mention
            key = self.mentions.get((link.entity, said.start, said.end)) if said else None
            arguments.append((link.role.capitalize(), key or self.nearest(link.entity, said.start if said else place)))
        medium = self.span("Medium", [one.medium]) if one.medium else None
        arguments += [("Addressee", self.nearest(one.addressee, place)), ("Medium", medium)]
        arguments += [("Time", self.times.get(-1 if one.time is None else one.time)), ("Parent", self.statements.get(one.parent or ""))]
        key = self.statements[one.id]
        self.made.append(f"{key}\t{' '.join([f'Statement:{trigger}', *_numbered(arguments)])}")
        self.attribute("Act", key, one.act)
        self.attribute("Kind", key, one.kind)
        if one.medium and medium:
            self.attribute("MediumKind", medium, one.medium.kind)
        self.note(key, self.page.chain(one) or "?")

    def event(self, one: Event) -> None:
        kind = _NOT_NAME.sub("_", one.type) or "Event"
        trigger = self.span(kind, [one.trigger])
        if not trigger:
            return
        place = one.trigger.start
        arguments: list[tuple[str, str | None]] = [("Actor", self.nearest(entity, place)) for entity in one.actors]
        arguments += [("Recipient", self.nearest(entity, place)) for entity in one.recipients]
        arguments += [("Place", self.nearest(one.place, place)), ("Time", self.times.get(-1 if one.time is None else one.time))]
        arguments += [("VouchedBy", self.statements.get(one.vouched_by or ""))]
        arguments += [("Retold", self.span("Telling", [span])) for span in one.retold]
        key = self.new("E")
        self.made.append(f"{key}\t{' '.join([f'{kind}:{trigger}', *_numbered(arguments)])}")
        self.attribute("Modality", key, one.modality)
        self.note(key, " ".join(part for part in (one.mode, one.cameo, *one.contexts) if part) or one.type)


def _numbered(arguments: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """Arguments as brat writes them; of one role, the second bears a 2."""
    seen: dict[str, int] = {}
    for role, key in arguments:
        if key:
            seen[role] = seen.get(role, 0) + 1
            yield f"{role}{seen[role] if seen[role] > 1 else ''}:{key}"

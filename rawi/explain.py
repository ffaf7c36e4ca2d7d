"""A record as a readable tree: who said what through whose hands, what the times and numbers mean, who everybody is.

The tree is words and what they are; a terminal (`rawi.cli.tree`) and a notebook (`rawi.notebook`) each draw it their own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from rawi.locale import Labels
from rawi.locale.when import in_words
from rawi.model import Entity, Event, Quantity, Record, Span, Statement, Strand, Time, Why

Tone = Literal["title", "heading", "name", "label", "key", "words", "value", "code", "arrow", "rule"]
"""What words of the tree are: `words` are the article's own, `code` is an id or an ISO value, a `key` belongs to what follows it."""


class Part(NamedTuple):
    """Words of one tone."""

    text: str
    tone: Tone = "label"


class Branch(NamedTuple):
    """A line of the tree, its parts in reading order, and what hangs on it."""

    parts: tuple[Part, ...]
    branches: tuple[Branch, ...] = ()


def tree(record: Record, labels: Labels, *, why: bool = False) -> tuple[Branch, ...]:
    """The branches of a record: its title and day, then its layers; with `why` each item names the rules and entries that made it.

    >>> import rawi
    >>> from rawi.locale import labels
    >>> record = rawi.read("أعلن بايدن اليوم الخميس أن الاجتماع تأجل.", published="2021-12-09")
    >>> [part.text for part in tree(record, labels("ar"))[0].parts]
    ['نُشر:', 'الخميس 9 ديسمبر 2021']
    """
    return tuple(_Teller(record, labels, why).branches())


def separated(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts of a line with a dot between any two, but none beside an arrow or after a key."""
    before: Part | None = None
    for part in parts:
        if before and part.tone != "arrow" and before.tone not in ("arrow", "key"):
            yield Part("·")
        yield part
        before = part


class _Teller:
    """Tells one record: knows its entities by id, its statements by parent, and the labels."""

    def __init__(self, record: Record, labels: Labels, why: bool) -> None:
        self.record, self.labels, self.why = record, labels, why
        self.names = {entity.id: entity.name for entity in record.entities}
        known = {statement.id for statement in record.statements}
        self.inner: dict[str | None, list[Statement]] = {}
        for statement in record.statements:
            self.inner.setdefault(statement.parent if statement.parent in known else None, []).append(statement)

    def branches(self) -> Iterator[Branch]:
        record, headings = self.record, self.labels.headings
        if record.article.title:
            yield Branch((Part(record.article.title, "title"),))
        yield Branch(tuple(self.article()))
        if len(record.strands) > 1 or self.why:
            yield _layer(headings["strands"], map(self.strand, record.strands))
        yield _layer(headings["statements"], map(self.statement, self.inner.get(None, ())), len(record.statements))
        rest = (("events", self.event), ("times", self.time), ("quantities", self.quantity), ("entities", self.entity))
        yield from (_layer(headings[name], map(tell, getattr(record, name))) for name, tell in rest if getattr(record, name))

    def article(self) -> Iterator[Part]:
        words, article = self.labels.labels, self.record.article
        if article.outlet:
            yield Part(article.outlet, "name")
        yield Part(words["published"], "key") if article.published else Part(words["undated"])
        if article.published:
            yield Part(self.day(article.published[:10]), "value")

    def strand(self, strand: Strand) -> Branch:
        words = self.labels.labels
        line = [Part(f"{_opening(self.record.article.text[strand.start : strand.end])} …", "words")]
        if strand.agency:
            line += [Part(words["by"], "key"), Part(self.name(strand.agency), "name")]
        line += [Part(words["anchor"], "key"), Part(self.day(strand.anchor), "value")] if strand.anchor else [Part(words["no_anchor"])]
        return Branch(tuple(line), self.rules(strand.why))

    def statement(self, statement: Statement) -> Branch:
        manner, content = Branch(tuple(self.manner(statement))), Branch((Part(self.content(statement.kind, statement.content), "words"),))
        inner = [self.statement(one) for one in self.inner.get(statement.id, ())]
        return Branch((Part("•", "arrow"), *self.chain(statement)), (manner, content, *self.rules(statement.why), *inner))

    def chain(self, statement: Statement) -> tuple[Part, ...]:
        """The hands in order, the carrier first: «وكالة تاس ← أوشاكوف ← بايدن»."""
        if not statement.chain:
            return (Part(self.labels.labels["unnamed"], "name"),)
        names = [Part(self.name(link.entity, link.mention.text if link.mention else None), "name") for link in statement.chain]
        arrow = Part(self.labels.arrow, "arrow")
        return tuple(part for name in names for part in (arrow, name))[1:]

    def manner(self, statement: Statement) -> Iterator[Part]:
        """How it was said: act, kind, cue, to whom, where, when."""
        labels, words = self.labels, self.labels.labels
        yield Part(labels.acts[statement.act])
        yield Part(labels.statement_kinds[statement.kind])
        yield from (Part(words["cue"], "key"), Part(statement.cue.text, "words")) if statement.cue else (Part(words["free"]),)
        if statement.addressee:
            yield from (Part(words["to"], "key"), Part(self.name(statement.addressee), "words"))
        if statement.medium:
            yield from (Part(words["in"], "key"), Part(labels.media[statement.medium.kind]))
        if statement.time is not None:
            yield from (Part(words["told"], "key"), Part(self.when(self.record.times[statement.time]), "value"))

    def content(self, kind: str, spans: Iterable[Span]) -> str:
        said = " … ".join(" ".join(self.record.article.text[span.start : span.end].split()) for span in spans)
        return f"«{said}»" if kind == "direct" else said

    def event(self, event: Event) -> Branch:
        labels, words = self.labels, self.labels.labels
        line = [Part(labels.event_types.get(event.type, event.type), "value"), Part(labels.modalities[event.modality])]
        line += [Part(event.mode, "code")] if event.mode else []
        line += [Part(self.all(event.actors), "name")] if event.actors else []
        line += [Part(labels.arrow, "arrow"), Part(self.all(event.recipients), "name")] if event.recipients else []
        below = [Part(event.trigger.text, "words")]
        below += [Part(labels.formats[event.format])] if event.format else []
        below += [Part(words["place"], "key"), Part(self.name(event.place), "name")] if event.place else []
        below += [Part(self.when(self.record.times[event.time]), "value")] if event.time is not None else []
        agenda = self.labels.calendar.comma.join(item.text for item in event.agenda)
        below += [Part(words["agenda"], "key"), Part(agenda, "words")] if agenda else []
        vouching = [one for one in self.record.statements if one.id == event.vouched_by]
        vouched = tuple(Branch((Part(words["by"], "key"), *self.chain(one))) for one in vouching)
        return Branch(tuple(line), (Branch(tuple(below)), *vouched, *self.rules(event.why)))

    def time(self, time: Time) -> Branch:
        line = [Part(time.text, "words"), Part(self.when(time), "value")]
        line += [Part(time.value, "code")] if time.value else []
        return Branch(tuple(line), self.rules(time.why))

    def quantity(self, quantity: Quantity) -> Branch:
        line = [Part(quantity.text, "words"), Part(self.labels.bounds[quantity.bound].format(n=f"{quantity.value:,}"), "value")]
        line += [Part(quantity.unit_text, "words")] if quantity.unit_text else []
        line += [Part(quantity.unit, "code")] if quantity.unit else []
        return Branch(tuple(line), self.rules(quantity.why))

    def entity(self, entity: Entity) -> Branch:
        line = [Part(entity.name, "name"), Part(self.labels.entity_kinds[entity.kind])]
        line += [Part(code, "code") for code in (entity.name_en, entity.code or entity.country, entity.id) if code]
        return Branch((*line, Part(self.labels.mentions.of(len(entity.mentions)))), self.rules(entity.why))

    def rules(self, why: Why) -> tuple[Branch, ...]:
        if not self.why or not isinstance(why, tuple) or not why:
            return ()
        return (Branch((Part(self.labels.labels["rule"], "key"), *(Part(name, "rule") for name in why))),)

    def name(self, entity: str, said: str | None = None) -> str:
        return self.names.get(entity) or said or entity

    def all(self, entities: Iterable[str]) -> str:
        return self.labels.calendar.comma.join(map(self.name, entities))

    def when(self, time: Time) -> str:
        said = in_words(time.value, self.labels.calendar, every=time.type == "SET") if time.value else None
        return said or time.value or self.labels.labels["unknown"]

    def day(self, value: str) -> str:
        return in_words(value, self.labels.calendar) or value


def _layer(heading: str, branches: Iterable[Branch], count: int | None = None) -> Branch:
    below = tuple(branches)
    return Branch((Part(f"{heading} ({len(below) if count is None else count})", "heading"),), below)


def _opening(text: str) -> str:
    """The first words of a passage."""
    return " ".join(text.split(None, 8)[:8])

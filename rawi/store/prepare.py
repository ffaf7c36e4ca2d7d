"""A record made ready for the shelf: its rows, and the words it is sought by. Needs no database, so that other processes can do it."""

from __future__ import annotations

import hashlib
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from rawi.lang.pack import Language
from rawi.model import Article, Entity, Event, MadeBy, Record, Statement, Time
from rawi.store.days import days_of
from rawi.store.words import Peeler, joined, within
from rawi.text.sentences import sentences

Row = tuple[Any, ...]


class SaidRows(msgspec.Struct, frozen=True, kw_only=True):
    """A statement: its own row, and those of its content, its links and whom it is about; entities by their place in `Shelved`."""

    row: Row
    content: tuple[Row, ...]
    links: tuple[Row, ...]
    about: tuple[int, ...]
    words: str


class EventRows(msgspec.Struct, frozen=True, kw_only=True):
    """An event: its own row (the statement that vouches for it apart, by its place in the record), and those of its parties."""

    row: Row
    vouched_by: int | None
    parties: tuple[Row, ...]
    words: str


class Shelved(msgspec.Struct, frozen=True, kw_only=True):
    """A record as it goes on the shelf."""

    digest: bytes
    made_by: MadeBy
    article: Row
    text: str
    record: bytes
    sentences: bytes
    words: str
    entities: tuple[Row, ...]
    mentions: tuple[Row, ...]
    strands: tuple[Row, ...]
    times: tuple[Row, ...]
    quantities: tuple[Row, ...]
    statements: tuple[SaidRows, ...]
    events: tuple[EventRows, ...]


def digest_of(article: Article) -> bytes:
    """What an article is known by: the same for the same text with the same particulars, whatever read it."""
    return hashlib.blake2b(msgspec.json.encode(article), digest_size=16).digest()


def packed(record: Record) -> bytes:
    """The record without its text, deflated JSON; `unpacked` gives it back."""
    bare = msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, text=""))
    return zlib.compress(msgspec.json.encode(bare))


def unpacked(record: bytes, text: str) -> Record:
    """The record that was packed, equal in every field."""
    bare = _RECORDS.decode(zlib.decompress(record))
    return msgspec.structs.replace(bare, article=msgspec.structs.replace(bare.article, text=text))


_RECORDS = msgspec.json.Decoder(Record)


def prepared(record: Record, lang: Language, peeler: Peeler) -> Shelved:
    """A record's rows and words."""
    return _Preparer(record, lang, peeler).shelved()


class _Preparer:
    """Knows one record's words, sentences and entities by their places."""

    def __init__(self, record: Record, lang: Language, peeler: Peeler) -> None:
        self.record, self.peeler = record, peeler
        tokens = lang.tokens(record.article.text)
        self.words = list(peeler.words(tokens))
        self.bounds = [(tokens[s.first].start, tokens[s.last - 1].end) for s in sentences(record.article.text, tokens)]
        self.places = {entity.id: place for place, entity in enumerate(record.entities)}
        self.statements = {statement.id: place for place, statement in enumerate(record.statements)}
        self.spoken = sorted((m.start, m.end, place) for place, entity in enumerate(record.entities) for m in entity.mentions)

    def shelved(self) -> Shelved:
        record, article = self.record, self.record.article
        return Shelved(
            digest=digest_of(article),
            made_by=record.made_by,
            article=(article.id, article.url, article.outlet, article.title, article.published, (article.published or "")[:10] or None,
                     article.language),
            text=article.text,
            record=packed(record),
            sentences=msgspec.msgpack.encode(self.bounds),
            words=joined(self.words),
            entities=tuple(map(self.entity, record.entities)),
            mentions=tuple(dict.fromkeys((m.start, m.end, p, m.form) for p, e in enumerate(record.entities) for m in e.mentions)),
            strands=tuple((n, s.start, s.end, s.anchor, self.place(s.agency)) for n, s in enumerate(record.strands)),
            times=tuple((n, t.start, t.end, t.type, t.value, t.anchor, *days_of(t.value)) for n, t in enumerate(record.times)),
            quantities=tuple(
                (n, q.start, q.end, _number(q.value), q.bound, q.unit, q.unit_text) for n, q in enumerate(record.quantities)
            ),
            statements=tuple(map(self.statement, record.statements)),
            events=tuple(map(self.event, record.events)),
        )  # fmt: skip

    def place(self, entity: str | None) -> int | None:
        return self.places.get(entity) if entity else None

    def entity(self, entity: Entity) -> Row:
        known = entity.id if not entity.id.startswith("e") else None  # `e1` means something within its article only
        english = joined(self.peeler.text(entity.name_en)) if entity.name_en else None
        key = joined(self.peeler.text(entity.name))
        return known, entity.kind, entity.name, entity.name_en, entity.country, entity.code, key, english

    def statement(self, statement: Statement) -> SaidRows:
        spans = sorted((span.start, span.end) for span in statement.content)
        cue, medium = statement.cue, statement.medium
        links = [(n, link) for n, link in enumerate(statement.chain) if link.entity in self.places]
        return SaidRows(
            row=(
                statement.id, statement.kind, statement.act, cue.lemma if cue else None, *_span(cue),
                spans[0][0] if spans else None, spans[-1][1] if spans else None, statement.parent, len(statement.chain),
                self.place(statement.addressee), medium.kind if medium else None, *self.when(statement.time), statement.confidence,
            ),
            content=tuple(dict.fromkeys(spans)),
            links=tuple(
                (n, self.places[link.entity], link.role, *_span(link.mention), *_span(link.cue), link.cue.lemma if link.cue else None)
                for n, link in links
            ),
            about=tuple(sorted({place for start, end in spans for place in self.mentioned(start, end)})),
            words=joined(word for start, end in spans for word in within(self.words, start, end)),
        )  # fmt: skip

    def mentioned(self, start: int, end: int) -> Iterator[int]:
        """The entities that a stretch of the text speaks of."""
        return (place for first, last, place in self.spoken if first >= start and last <= end)

    def event(self, event: Event) -> EventRows:
        trigger = event.trigger
        start, end = self.sentence(trigger.start)
        sides = (("actor", event.actors), ("recipient", event.recipients))
        return EventRows(
            row=(
                event.id, event.type, event.mode, " ".join(event.contexts), self.place(event.place), *self.when(event.time), event.modality,
                trigger.start, trigger.end, event.cameo, event.format, event.duration, event.confidence,
            ),
            vouched_by=self.statements.get(event.vouched_by) if event.vouched_by else None,
            parties=tuple((role, n, self.places[id]) for role, ids in sides for n, id in enumerate(ids) if id in self.places),
            words=joined(within(self.words, start, end)),
        )  # fmt: skip

    def when(self, time: int | None) -> tuple[int | None, str | None, str | None]:
        """A time's place in the record, and its first and last day."""
        found: Time | None = self.record.times[time] if time is not None and time < len(self.record.times) else None
        return (time, *days_of(found.value)) if found else (None, None, None)

    def sentence(self, at: int) -> tuple[int, int]:
        return sentence_at(self.bounds, at)


def sentence_at(bounds: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """The sentence that a place of the text lies in, by the bounds of all."""
    number = bisect_right(bounds, at, key=lambda bound: bound[0]) - 1
    return bounds[max(number, 0)] if bounds else (at, at)


def _span(words: Any) -> tuple[int | None, int | None]:
    return (words.start, words.end) if words else (None, None)


def _number(value: float) -> float | str:
    """A number as SQLite can hold it: what is larger than its integers as a text of digits."""
    return value if not isinstance(value, int) or abs(value) < 2**63 else str(value)

"""A record as the formats look at it: its parts by their ids, names that hold beyond the article, the words of spans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from rawi.model import Entity, Event, Link, Mention, Record, Span, Statement, Time

GAP = " … "
"""What stands between the pieces of a content that the report interrupts."""
WIKIDATA = "http://www.wikidata.org/entity/"
_WORLD_ID = re.compile(r"Q[1-9]\d*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?![\d/])", re.ASCII)
_HTTP = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_NOT_NAME = re.compile(r"[^\w.~-]")
_NOT_ADDRESS = re.compile(r"[^\w.~/:?#@!$&'()*+,;=%-]")


def _percent(found: re.Match[str]) -> str:
    return quote(found[0], safe="")


def _named(name: str) -> str:
    """A name as part of a URN: letters of any script as they are, the rest escaped."""
    return _NOT_NAME.sub(_percent, name)


def is_known(entity: str) -> bool:
    """Whether an entity's id holds beyond its article.

    >>> is_known("Q6279"), is_known("e3")
    (True, False)
    """
    return _WORLD_ID.fullmatch(entity) is not None


def day_of(value: str | None) -> str | None:
    """The day that a TIMEX3 value or a time of publication tells, None where it is none or more than one.

    >>> day_of("2021-12-09T14:30"), day_of("2021-12"), day_of("2016-07-13/2016-07-15")
    ('2021-12-09', None, None)
    """
    found = _DAY.match(value or "")
    return found[0] if found and "/" not in (value or "") else None


class Page:
    """One record, looked at by ids and indexes; what an id or index does not name is None."""

    def __init__(self, record: Record) -> None:
        self.record, self.article = record, record.article
        self.entities = {entity.id: entity for entity in record.entities}
        self._spoken: dict[str, list[Entity]] = {}
        self.statements = {statement.id: statement for statement in record.statements}

    @property
    def iri(self) -> str:
        """The article's address, else a URN of its id."""
        url = self.article.url or ""
        if _HTTP.match(url):
            return _NOT_ADDRESS.sub(_percent, url)
        return self.urn

    @property
    def urn(self) -> str:
        """The URN of the article's id."""
        return f"urn:rawi:article:{_named(self.article.id)}"

    def entity_iri(self, entity: str) -> str:
        """Wikidata's IRI where the entity is known, else a URN within the article."""
        return WIKIDATA + entity if is_known(entity) else f"{self.urn}:{_named(entity)}"

    def part_iri(self, part: str) -> str:
        """The URN of a statement, event or other part of the record."""
        return f"{self.urn}:{_named(part)}"

    def name(self, entity: str) -> str:
        """The entity's English name, else the Arabic one, else its id."""
        found = self.entities.get(entity)
        return (found.name_en or found.name) if found else entity

    def words(self, spans: Iterable[Span]) -> str:
        """The article's own words, the pieces joined by an ellipsis."""
        return GAP.join(self.article.text[span.start : span.end] for span in spans)

    def time(self, index: int | None) -> Time | None:
        """The time of an index."""
        times = self.record.times
        return times[index] if index is not None and 0 <= index < len(times) else None

    @property
    def published(self) -> str | None:
        """The day of publication."""
        return day_of(self.article.published)

    def vouching(self, event: Event) -> Statement | None:
        """The statement that vouches for an event."""
        return self.statements.get(event.vouched_by or "")

    def chain(self, statement: Statement | None) -> str:
        """The hands in order, the carrier first: `TASS > Yuri Ushakov`."""
        return " > ".join(self.name(link.entity) for link in statement.chain) if statement else ""

    def nearest(self, entity: str, place: int) -> Mention | None:
        """The entity's mention that stands nearest to a place of the text."""
        found = self.entities.get(entity)
        mentions = [one for one in found.mentions if one.end > one.start] if found else []
        return min(mentions, key=lambda one: abs(one.start - place), default=None)

    def spoken_of(self, statement: Statement) -> list[Entity]:
        """The entities with a mention in a statement's content, but for those in a statement that lies inside it."""
        if statement.id not in self._spoken:
            self._spoken[statement.id] = self._named_in(statement)
        return self._spoken[statement.id]

    def _named_in(self, statement: Statement) -> list[Entity]:
        inner = [span for one in self.record.statements if one.parent == statement.id for span in one.content]
        return [
            entity
            for entity in self.record.entities
            if any(_lies(one, statement.content) and not _lies(one, inner) for one in entity.mentions)
        ]


def speaker(statement: Statement) -> Link | None:
    """The link whose claim a statement is; None where nobody is named.

    >>> speaker(Statement(id="s1", kind="direct", act="say", chain=(Link(entity="e1", role="carrier"), Link(entity="e2", role="speaker"))))
    Link(entity='e2', role='speaker', mention=None, cue=None)
    """
    return statement.chain[-1] if statement.chain else None


def _lies(mention: Mention, spans: Iterable[Span]) -> bool:
    return any(span.start <= mention.start and mention.end <= span.end for span in spans)

"""A coded event as the event tables tell it: its day, its parties, the chain that vouches for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from rawi.export.codes import Actor, actor, counted
from rawi.export.page import Page, day_of, is_known
from rawi.export.table import Column, Row
from rawi.model import Event, Record, Statement


class Party(NamedTuple):
    """Who acts or is acted upon: the entity's id, its name in English where it has one, its words beside the trigger, its code's parts."""

    id: str
    name: str
    raw: str
    code: Actor

    @property
    def wikidata(self) -> str:
        """The Wikidata id, empty where the entity is of its article alone."""
        return self.id if is_known(self.id) else ""


class Coded:
    """One event of a page, with what both tables tell of it."""

    def __init__(self, page: Page, event: Event) -> None:
        self.page, self.event = page, event

    @property
    def id(self) -> str:
        """The event's id in the data set."""
        return f"{self.page.article.id}-{self.event.id}"

    def party(self, entity: str) -> Party:
        """An entity of the event."""
        found, near = self.page.entities.get(entity), self.page.nearest(entity, self.event.trigger.start)
        code = actor(found.code, found.country) if found else Actor()
        return Party(entity, self.page.name(entity), near.text if near else "", code)

    @cached_property
    def actors(self) -> tuple[Party, ...]:
        """Those who act."""
        return tuple(map(self.party, self.event.actors))

    @cached_property
    def recipients(self) -> tuple[Party, ...]:
        """Those who are acted upon."""
        return tuple(map(self.party, self.event.recipients))

    @cached_property
    def opposite(self) -> tuple[Party, ...]:
        """Those of them who are a side of a dyad: a treaty is none beside somebody."""
        entities = self.page.entities
        somebody = tuple(one for one in self.recipients if one.id not in entities or entities[one.id].kind != "other")
        return somebody or self.recipients

    @cached_property
    def place(self) -> Party | None:
        """Where it happened."""
        return self.party(self.event.place) if self.event.place else None

    @property
    def told(self) -> str | None:
        """The TIMEX3 value that the text gives for the event."""
        time = self.page.time(self.event.time)
        return time.value if time else None

    @property
    def day(self) -> str | None:
        """The day it happened: the one told; the day of publication where the text tells no time; None where it tells one less exactly."""
        return day_of(self.told) if self.event.time is not None and self.told else self.page.published

    @property
    def basis(self) -> str:
        """Where the day comes from: `told`, `published`, or nothing where there is no day."""
        return "" if not self.day else "told" if self.told else "published"

    @property
    def statement(self) -> Statement | None:
        """The statement that vouches for the event."""
        return self.page.vouching(self.event)

    @property
    def act(self) -> str:
        """How that statement was made; empty where the article itself tells the event."""
        return self.statement.act if self.statement else ""

    @property
    def hands(self) -> str:
        """The entity ids of the chain that vouches for the event, the carrier first."""
        return " > ".join(link.entity for link in self.statement.chain) if self.statement else ""


def coded(records: Iterable[Record]) -> Iterator[Coded]:
    """The events that PLOVER counts, in the records' order."""
    for record in records:
        page = Page(record)
        yield from (Coded(page, event) for event in record.events if counted(event))


def common_columns(of: Callable[[Row], Coded]) -> tuple[Column[Row], ...]:
    """The columns on where an event stands and who vouches for it, which no other event data set has; `of` gives a row's event."""
    return (
        Column("Article ID", "id of the article", lambda row: of(row).page.article.id),
        Column("Trigger", "the article's words that tell the event", lambda row: of(row).event.trigger.text),
        Column("Trigger Start", "where these words start, in code points of the article's text", lambda row: of(row).event.trigger.start),
        Column("Trigger End", "where they end", lambda row: of(row).event.trigger.end),
        Column("Date Told", "TIMEX3 value that the text gives for the event", lambda row: of(row).told),
        Column("Date Basis", "where the date comes from: told or published", lambda row: of(row).basis),
        Column("Statement ID", "the statement that vouches; empty where the article says it itself", lambda row: of(row).event.vouched_by),
        Column("Vouched By", "the names of its chain, carrier first, parted by >", lambda row: of(row).page.chain(of(row).statement)),
        Column("Vouched By IDs", "the entity ids of its chain, parted by >", lambda row: of(row).hands),
        Column("Act", "how it was said: announce, claim, deny and so on", lambda row: of(row).act),
        Column("Confidence", "from 0 to 1", lambda row: of(row).event.confidence),
    )

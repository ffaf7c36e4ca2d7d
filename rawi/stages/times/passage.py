"""What a time is read against: the terms around it, the day its passage counts from, and the time told last."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from rawi.document import Document, Quote
from rawi.lang.terms import Feature, Terms
from rawi.model import TimeType


class Found(NamedTuple):
    """A time read in terms `first` up to `last`; what it tells later ones: its day, month or year."""

    first: int
    last: int
    type: TimeType
    value: str | None
    rule: str
    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None


class Told(NamedTuple):
    """The last time that named a day, a month, a year, each with the term it stood at."""

    day: date | None = None
    day_at: int = -1
    month: tuple[int, int] | None = None
    month_at: int = -1
    year: int | None = None
    year_at: int = -1

    def after(self, found: Found) -> Told:
        """What is told once another time has been read."""
        told = self
        if found.day:
            told = told._replace(day=found.day, day_at=found.first)
        if found.month:
            told = told._replace(month=found.month, month_at=found.first)
        if found.year:
            told = told._replace(year=found.year, year_at=found.first)
        return told


class Passage:
    """The terms of a document with the anchor of the passage now read and what has been told so far."""

    def __init__(self, doc: Document, terms: Terms) -> None:
        self.terms, self.anchor, self.told = terms, _NO_DAY, Told()
        self._starts = [s.first for s in doc.sentences]
        self._quotes = [q for q in doc.quotes if q.closed]
        self._past = {cue.first for cue in doc.cues if cue.aspect == "past"} if doc.cues else set[Any]()

    def spoken(self, at: int) -> date | None:
        """The day of the speech that a term is quoted from, where its sentence tells it: «قال الأحد: "نلتقي غدا"»."""
        first = self.terms[at].first
        quote = self._quoted.get(first)
        told = self.told.day
        if (
            quote is None
            or told is None
            or not self.same_sentence(self.told.day_at, at)
            or self.terms[self.told.day_at].first > quote.opening
        ):
            return None
        start = self._starts[bisect_right(self._starts, quote.opening) - 1]
        return told if any(start <= cue < quote.opening for cue in self._past) else None

    @cached_property
    def _quoted(self) -> dict[int, Quote]:
        """Token inside quotation marks → the first pair that it stands in."""
        return {at: quote for quote in reversed(self._quotes) for at in range(quote.opening + 1, quote.closing)}

    def told_day(self, at: int) -> date | None:
        """The day told last, if it was told near enough for a term to mean it."""
        return self.told.day if at - self.told.day_at <= _NEAR else None

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two terms stand in one sentence."""
        if one < 0 or other < 0:
            return False
        return bisect_right(self._starts, self.terms[one].first) == bisect_right(self._starts, self.terms[other].first)

    def ahead(self, at: int) -> bool:
        """Whether what leads up to a term speaks of what is to come: a future verb, or words such as «المقرر»."""
        start = self._starts[bisect_right(self._starts, self.terms[at].first) - 1] if self._starts else 0
        for k in range(at - 1, max(at - 10, -1), -1):
            term = self.terms[k]
            if term.first < start or term.first in self._past or "since" in term.features:
                return False
            if "future" in term.features or "will" in term.proclitics:
                return True
            if "scheduled" in term.features and not term.definite and self._is_main(k, start):
                return True
        return False

    def _is_main(self, at: int, start: int) -> bool:
        """Whether a verb in the present opens its sentence or a clause of its own: «يلتقي الوفدان الثلاثاء», not «كان يزور»."""
        before = self.terms[at - 1] if at else None
        return before is None or before.first < start or before.part == "mark" or self.terms[at].proclitics == ("and",)

    def happened(self, at: int) -> bool:
        """Whether the verb that leads up to a term tells what happened at once: «قتل», «اندلع»; one that reports is another matter."""
        start = self._starts[bisect_right(self._starts, self.terms[at].first) - 1] if self._starts else 0
        for k in range(at - 1, max(at - _REACH, -1), -1):
            term = self.terms[k]
            if term.first < start or "opener" in term.features:
                return False
            if "punctual" in term.features and not term.definite and term.proclitics in ((), ("and",)):
                return not self.reports(k)
        return False

    def reports(self, at: int) -> bool:
        """Whether a term is a verb that reports, in the past: when it was said is not when it happened."""
        return self.terms[at].first in self._past

    def bare(self, at: int) -> bool:
        """Whether the page is hardly more than the time: nothing but small words leads up to it, so that nothing tells back from ahead."""
        if len(self.terms) > _BARE:
            return False
        start = self._starts[bisect_right(self._starts, self.terms[at].first) - 1] if self._starts else 0
        for k in range(at - 1, -1, -1):
            term = self.terms[k]
            if term.first < start:
                break
            if term.part != "mark" and _SMALL.isdisjoint(term.features):
                return False
        return True

    def before(self, at: int, *kinds: str) -> Feature | None:
        """The feature of one of some kinds that the term before has; its own proclitics count as well (بـ, لـ as "in")."""
        for kind in kinds:
            if found := self.terms.has(at - 1, kind):
                return found
        return None


_SMALL = frozenset(("in", "from", "between", "since", "to", "unit", "weekday", "month-head", "edge", "ordinal", "month", "during"))
_BARE = 8  # terms
_NEAR = 100  # terms, some four sentences: a day told further back is not the one that «اليوم التالي» follows
_REACH = 12  # terms back to a verb
_NO_DAY: date | None = None

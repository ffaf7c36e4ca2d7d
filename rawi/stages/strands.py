"""The layer of strands: the dispatches of different days that one page joins, each with its own "today".

A page's relative dates count from its publication day, unless a day named with its weekday («أمس الثلاثاء», «بعد غد الجمعة») says
otherwise: then the passage it stands in counts from the day that makes it true.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rawi.document import Document
from rawi.lang.calendar import day_of, from_hijri, make_day, moved, weekday_nearest
from rawi.lang.date_forms import read_date
from rawi.lang.pack import Language
from rawi.lang.terms import Terms
from rawi.model import Strand
from rawi.text.fold import fold

_ENDS = '.!?"'
_HEADLINE = 90  # characters: a line before a passage that is no longer is its headline


class _Pair(NamedTuple):
    """A day from today with its weekday, at an offset of the text; the day that the page writes out beside them."""

    start: int
    days: int
    weekday: int
    written: date | None


def strands(doc: Document, lang: Language) -> tuple[Strand, ...]:
    """The strands of the article, in order, together covering its text.

    One strand counts from the publication day where nothing contradicts it; where neither the page nor its date tells a day, its
    anchor is None.
    """
    size = len(doc.article.text)
    pairs = list(_pairs(Terms(doc.article.text, doc.terms)))
    anchor = day_of(doc.article.published) or _from_page(pairs)
    if anchor is None:
        return (Strand(start=0, end=size, why=("strand:no-day",)),)
    cuts = _cuts(doc, pairs, anchor)
    ends = [start for start, _ in cuts[1:]] + [size]
    rule = "strand:published" if day_of(doc.article.published) else "strand:day-on-page"
    return tuple(
        Strand(start=start, end=end, anchor=day.isoformat(), why=(rule if day == anchor else "strand:weekday-contradicts",))
        for (start, day), end in zip(cuts, ends, strict=True)
    )


def _pairs(terms: Terms) -> Iterator[_Pair]:
    """The pairs of the article, in order."""
    for at, term in enumerate(terms.items):
        day = term.features.get("day")
        if day is None or not isinstance(day.value, int):
            continue
        beside = at + 2 if terms.mark(at + 1, "([,") else at + 1
        weekday = terms.follows(beside, "weekday")
        if weekday and isinstance(weekday.value, int) and terms[beside].definite:
            yield _Pair(terms[at].start, day.value, weekday.value, _written(terms, beside + 1))


def _written(terms: Terms, at: int) -> date | None:
    """The full date right after a weekday."""
    while terms.mark(at, ",()") or terms.has(at, "agreeing"):
        at += 1
    written = read_date(terms, at) if at < len(terms) else None
    if written is None or written.day is None or written.year is None:
        return None
    make = from_hijri if written.hijri else make_day
    return make(written.year, written.month, written.day)


def _from_page(pairs: list[_Pair]) -> date | None:
    """The day that a page without a publication date counts from, if it writes one out beside a weekday that agrees."""
    for pair in pairs:
        if pair.written and pair.written.isoweekday() == pair.weekday:
            return moved(pair.written, -pair.days)
    return None


def _implied(pair: _Pair, anchor: date) -> date:
    """The day within three of the anchor from which a pair is true."""
    today = (pair.weekday - 1 - pair.days) % 7 + 1
    return weekday_nearest(anchor, today)


def _cuts(doc: Document, pairs: list[_Pair], anchor: date) -> list[tuple[int, date]]:
    """Where passages begin and what they count from; the first begins at 0."""
    cuts = [(0, anchor)]
    for number, pair in enumerate(pairs):
        day = _implied(pair, anchor)
        if day != cuts[-1][1]:
            start = max(_passage_start(doc, pair.start, whole=number == 0), cuts[-1][0])
            if start == cuts[-1][0]:
                cuts.pop()
            cuts.append((start, day))
    if cuts[0][0] != 0:
        cuts.insert(0, (0, anchor))
    return cuts


def _passage_start(doc: Document, offset: int, *, whole: bool) -> int:
    """The start of the paragraph an offset stands in, or of the headline just before it."""
    text = doc.article.text
    start = text.rfind("\n", 0, offset) + 1
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    line = text[above : max(start - 1, 0)].strip()
    if not above and whole:  # the paragraph right after the title, and nothing before it tells another day
        return 0
    return above if above and 0 < len(line) <= _HEADLINE and fold(line[-1]) not in _ENDS else start

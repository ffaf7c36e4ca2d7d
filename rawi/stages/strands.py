"""The layer of strands: the dispatches of different days that one page joins, each with its own "today".

A page's relative dates count from its publication day, unless a dateline («الرياض 11 أغسطس 2015 واس») or a day named with its weekday
(«أمس الثلاثاء», «بعد غد الجمعة») says otherwise: then the passage it stands in counts from the day that makes it true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from rawi.document import Document
from rawi.lang.calendar import day_of, from_hijri, make_day, moved, weekday_nearest
from rawi.lang.date_forms import read_date
from rawi.lang.datelines import datelines
from rawi.lang.dates import WrittenDate
from rawi.lang.pack import Language
from rawi.lang.terms import Terms
from rawi.model import Strand
from rawi.text.fold import fold

_ENDS = '.!?"'
_WEEK = 7  # days that a dispatch may be older than the page
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
    terms = Terms(doc.article.text, doc.terms)
    pairs = list(_pairs(terms))
    dated = {line.start: line.written for line in datelines(terms)}
    anchor = day_of(doc.article.published) or _from_page(pairs) or _from_datelines(dated.values())
    if anchor is None:
        return (Strand(start=0, end=size, why=("strand:no-day",)),)
    sent = {start: day for start, written in dated.items() if (day := _sent(written, anchor))}
    cuts = _cuts(doc, pairs, sent, anchor)
    ends = [start for start, _ in cuts[1:]] + [size]
    rule = "strand:published" if day_of(doc.article.published) else "strand:day-on-page"
    return tuple(
        Strand(start=start, end=end, anchor=day.isoformat(), why=(_why(day, anchor, sent, rule),))
        for (start, day), end in zip(cuts, ends, strict=True)
    )


def _why(day: date, anchor: date, sent: Mapping[int, date], rule: str) -> str:
    return rule if day == anchor else "strand:dateline" if day in sent.values() else "strand:weekday-contradicts"


def _from_datelines(dated: Iterable[WrittenDate]) -> date | None:
    """The first day that a dateline tells with its year."""
    return next((day for written in dated if written.year and (day := _day(written, written.year))), None)


def _sent(written: WrittenDate, anchor: date) -> date | None:
    """The day of a dateline, if it lies in the week up to the anchor: a date further off is none that a page counts from."""
    years = [written.year] if written.year else [anchor.year, anchor.year - 1]
    days = [day for year in years if (day := _day(written, year)) and 0 <= (anchor - day).days <= _WEEK]
    return days[0] if days else None


def _day(written: WrittenDate, year: int) -> date | None:
    make = from_hijri if written.hijri else make_day
    return make(year, written.month, written.day or 1)


def _pairs(terms: Terms) -> Iterator[_Pair]:
    """The pairs of the article, in order."""
    for at, term in enumerate(terms):
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
    return _day(written, written.year)


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


def _cuts(doc: Document, pairs: list[_Pair], sent: Mapping[int, date], anchor: date) -> list[tuple[int, date]]:
    """Where passages begin and what they count from; the first begins at 0."""
    cuts = [(0, anchor)]
    told = sorted([*((pair.start, _implied(pair, anchor)) for pair in pairs), *sent.items()])
    for number, (offset, day) in enumerate(told):
        if day != cuts[-1][1]:
            start = max(_passage_start(doc, offset, whole=number == 0), cuts[-1][0])
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
    line = fold(text[above : max(start - 1, 0)]).strip()  # folded: vowel signs and tatweel neither lengthen nor end it
    if not above and whole:  # the paragraph right after the title, and nothing before it tells another day
        return 0
    return above if above and 0 < len(line) <= _HEADLINE and line[-1] not in _ENDS else start

"""Days and weeks counted within a month: «أول ثلاثاء من نوفمبر», «الأسبوع الأول من أكتوبر», «آخر يوم من مايو»."""

from __future__ import annotations

from datetime import date

from rawi.lang import calendar
from rawi.lang.dates import read_ordinal, read_year
from rawi.stages.times.dates import date_found
from rawi.stages.times.passage import Found, Passage
from rawi.stages.times.periods import period

_LAST = -1


def nth(passage: Passage, at: int) -> Found | None:
    """The first, second … or last weekday, week or day of a month, the number before it or after it."""
    terms = passage.terms
    before = None if terms[at].definite else _rank(passage, at)
    head = at + 1 if before else at
    weekday = terms.has(head, "weekday") if head == at else terms.follows(head, "weekday")
    unit = terms.has(head, "unit") if head == at else terms.follows(head, "unit")
    week = unit is not None and unit.value in ("W", "D") and unit.number == "s"
    if not (weekday or week) or terms[head].definite == (before is not None):
        return None
    last, rank = (head + 1, before) if before else _rank_after(passage, head + 1)
    if rank is None:
        return None
    inner = _month_after(passage, last)
    if inner is None or (inner.month is None and passage.anchor):
        return None
    if inner.month is None:
        return inner._replace(first=at, value=None, rule="nth")
    whole = inner._replace(first=at, rule="nth", month=None)
    if unit and unit.value == "D":
        number = calendar.last_day(*inner.month) if rank == _LAST else rank
        return whole._replace(value=date(*inner.month, number).isoformat(), day=date(*inner.month, number))
    return _placed(whole, inner.month, weekday.value if weekday else None, rank)


def _rank(passage: Passage, at: int) -> int | None:
    """What a number without its article is worth: «أول», «ثاني», «آخر»."""
    terms = passage.terms
    edge, ordinal = terms.has(at, "edge"), terms.has(at, "ordinal")
    if edge and edge.value == "end" and not terms[at].pronoun:
        return _LAST
    return ordinal.value if ordinal and isinstance(ordinal.value, int) and ordinal.value <= 5 else None


def _rank_after(passage: Passage, at: int) -> tuple[int, int | None]:
    terms = passage.terms
    if at >= len(terms) or terms[at].proclitics or not terms[at].definite:
        return at, None
    if terms.has(at, "latest"):
        return at + 1, _LAST
    found = read_ordinal(terms, at)
    return (found[0], found[1]) if found and found[1] <= 5 else (at, None)


def _month_after(passage: Passage, at: int) -> Found | None:
    """The month that the count lies in, after «من» or «في», with a year told from today after it."""
    terms = passage.terms
    linked = terms.follows(at, "from") or terms.follows(at, "in")
    first = at + 1 if linked else at
    if first >= len(terms) or (not linked and terms[first].proclitics != ("by",)) or (linked and terms[first].proclitics):
        return None
    inner = date_found(passage, first) or period(passage, first)
    if inner is None or inner.day or inner.type != "DATE" or (inner.month is None and inner.value):
        return None
    year = period(passage, inner.last) if inner.last < len(terms) and not terms[inner.last].proclitics else None
    if year and year.year and inner.month and not read_year(terms, inner.last - 1):
        return inner._replace(last=year.last, month=(year.year, inner.month[1]))
    return inner


def _placed(found: Found, month: tuple[int, int], weekday: int | float | str | None, rank: int) -> Found | None:
    first, end = date(*month, 1), date(*month, calendar.last_day(*month))
    counted = weekday if isinstance(weekday, int) else 1  # a week is counted by its Monday
    day = calendar.moved(calendar.weekday_ahead(first, counted), 7 * (rank - 1))
    if rank == _LAST:
        day = calendar.weekday_back(end if isinstance(weekday, int) else calendar.moved(end, -6), counted)
    if day.month != month[1]:
        return None
    return found._replace(value=day.isoformat(), day=day) if isinstance(weekday, int) else found._replace(value=calendar.week(day))

"""Ranges from one time to another: «من 13 تموز إلى 15 تموز», «بين عامي 2011 و2015», «من الأحد إلى الخميس», «2011-2015»."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rawi.lang import calendar
from rawi.stages.times.passage import Found, Passage

Read = Callable[[Passage, int], Found | None]
_PLAIN = frozenset((4, 7, 10))  # lengths of a year, a month and a day in ISO 8601
_WEEKDAYS = ("weekday", "day", "day-with-weekday")
_YEARS, _HIJRI = frozenset(map(str, range(1800, 2101))), frozenset(map(str, range(1300, 1500)))


def ranged(passage: Passage, found: Found, read: Read) -> Found:
    """A year, month or day with the later one that a range runs to, as one interval; alone where it opens none."""
    terms, at = passage.terms, found.last
    opened = passage.before(found.first, "between", "from") if not terms[found.first].proclitics else None
    if not _plain(found) or at >= len(terms):
        return found
    joined = bool(terms.has(at, "to")) and not terms.mark(at, "-") and terms[at].proclitics in ((), ("and",))  # «وحتى»
    dashed = terms.mark(at, "-") and (len(found.value or "") != 10 or opened is not None)
    paired = opened is not None and opened.kind == "between" and terms[at].proclitics == ("and",)
    if not (paired or dashed or (joined and (opened or len(found.value or "") == 10))):
        return found
    passage.told = passage.told.after(found)
    second = read(passage, at if paired else at + 1)
    if second is None or not _plain(second) or (not paired and terms[second.first].proclitics):
        return found
    told = second.year is not None or passage.terms.has(second.last - 1, "shift") is not None
    return _joined(*_aligned(found, second, told)) or found


def years(passage: Passage, at: int) -> Found | None:
    """Two years with a dash or slash between them, «2011-2015», «موسم 2014/2015», «1436-1437هـ»."""
    terms = passage.terms
    first, second = terms.number(at), terms.number(at + 2)
    if not (first and second and terms.mark(at + 1, "-/") and {first, second} <= (_YEARS | _HIJRI) and first < second):
        return None
    goes_on = terms.mark(at - 1, "-/+") or (terms.mark(at + 3, "-/") and terms.glued(at + 3))
    if goes_on or terms[at + 2].proclitics or terms.has(at - 1, "label") or terms.has(at + 3, "noun"):
        return None
    if {first, second} <= _HIJRI:
        start, end = calendar.hijri_year(int(first)), calendar.hijri_year(int(second))
        last = at + 4 if terms.follows(at + 3, "era") else at + 3
        return Found(at, last, "DATE", f"{start[:10]}/{end[-10:]}", "years") if start and end else None
    return Found(at, at + 3, "DATE", f"{first}/{second}", "years") if {first, second} <= _YEARS else None


def _aligned(first: Found, second: Found, told: bool) -> tuple[Found, Found]:
    """Two ends whose years were not both told, brought together: the one that is told holds, else the first."""
    if not first.value or not second.value or len(first.value) == 4 or first.year or first.rule in _WEEKDAYS:
        return first, second
    kept, other = (second, first) if told else (first, second)
    year = int((kept.value or "")[:4])
    value = f"{year:04}{(other.value or '')[4:]}"
    if told and value > (kept.value or ""):
        value = f"{year - 1:04}{value[4:]}"
    elif not told and value < (kept.value or ""):
        value = f"{year + 1:04}{value[4:]}"
    moved = other._replace(value=value, day=_day(value))
    return (moved, second) if told else (first, moved)


def _plain(found: Found) -> bool:
    value = found.value or ""
    return found.type == "DATE" and len(value) in _PLAIN and value.replace("-", "").isdigit()


def _joined(first: Found, second: Found) -> Found | None:
    start, end = first.value or "", second.value or ""
    if len(start) != len(end):
        return None
    if first.rule in _WEEKDAYS and second.rule == "weekday" and first.day and second.day:
        start, end = _week(first, first.day, second.day)
    if start >= end:
        return None
    day = _day(end)
    return second._replace(first=first.first, value=f"{start}/{end}", rule="range", day=day)


def _week(first: Found, start: date, end: date) -> tuple[str, str]:
    """A range that ends on a weekday, brought within a week: from today on, or up to the weekday that its words place."""
    if first.rule == "weekday":
        return calendar.weekday_back(end, start.isoweekday(), strict=True).isoformat(), end.isoformat()
    return start.isoformat(), calendar.weekday_ahead(start, end.isoweekday(), strict=True).isoformat()


def _day(value: str) -> date | None:
    return calendar.day_of(value) if len(value) == 10 else None

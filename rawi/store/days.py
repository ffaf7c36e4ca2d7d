"""The days that a TIMEX3 value spans, so that times of every kind can be sought between two days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rawi.lang.calendar import last_day

_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2), "H1": (1, 6), "H2": (7, 12)}
_MONTHS |= {f"Q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # a whole day; what follows is the time of day


def days_of(value: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a value; (None, None) where it names no stretch of the calendar.

    >>> days_of("2015-02"), days_of("2015-W30"), days_of("2016-07-13/2016-07-15"), days_of("P3M")
    (('2015-02-01', '2015-02-28'), ('2015-07-20', '2015-07-26'), ('2016-07-13', '2016-07-15'), (None, None))
    """
    first, slash, last = (value or "").partition("/")
    try:
        begin, end = _span(first)
        if slash:
            end = _span(last)[1]
    except (ValueError, OverflowError):
        return None, None
    return begin.isoformat(), end.isoformat()


def _span(value: str) -> tuple[date, date]:
    """The first and last day of a point in time; ValueError where it is none."""
    if _DAY.match(value):
        return (day := date.fromisoformat(value[:10])), day
    if value.isdecimal() and len(value) <= 4:
        size = 10 ** (4 - len(value))
        first = int(value) * size
        return date(first, 1, 1), date(first + size - 1, 12, 31)
    year, _, part = value.partition("-")
    if part in _MONTHS:
        begin, end = _MONTHS[part]
        return _months(int(year), begin, int(year) + (end < begin), end)
    if part.startswith("W"):
        monday = date.fromisocalendar(int(year), int(part[1:3]), 1)
        return (monday + timedelta(5) if part.endswith("WE") else monday), monday + timedelta(6)
    return _months(int(year), int(part), int(year), int(part))


def _months(year: int, first: int, until: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(until, last, last_day(until, last))

"""Calendar arithmetic: weekdays, months, ISO weeks, and the Hijri calendar."""

from __future__ import annotations

import calendar
import contextlib
from datetime import date, timedelta
from typing import Literal

from hijridate import Hijri

Edge = Literal["start", "middle", "end"]


def day_of(published: str | None) -> date | None:
    """The day of a date or timestamp in ISO 8601, or None where there is none.

    >>> day_of("2017-06-06T07:40:00+01:00")
    datetime.date(2017, 6, 6)
    """
    with contextlib.suppress(ValueError, TypeError):
        return date.fromisoformat((published or "")[:10])
    return None


def make_day(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has no such day."""
    with contextlib.suppress(ValueError):
        return date(year, month, day)
    return None


def moved(day: date, days: int) -> date:
    """The day some days later (earlier where negative), held within the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def weekday_back(day: date, weekday: int, *, strict: bool = False) -> date:
    """The last such weekday up to a day; before it where `strict`. Monday is 1.

    >>> weekday_back(date(2015, 8, 6), 2)
    datetime.date(2015, 8, 4)
    """
    back = (day.isoweekday() - weekday) % 7
    return moved(day, -(back or 7) if strict else -back)


def weekday_ahead(day: date, weekday: int, *, strict: bool = False) -> date:
    """The next such weekday from a day on; after it where `strict`."""
    ahead = (weekday - day.isoweekday()) % 7
    return moved(day, (ahead or 7) if strict else ahead)


def weekday_nearest(day: date, weekday: int) -> date:
    """The day within three days of one that is such a weekday."""
    ahead = (weekday - day.isoweekday()) % 7
    return moved(day, ahead if ahead <= 3 else ahead - 7)


def months_on(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month some months later, held within the calendar's ends."""
    count = min(max(year * 12 + month - 1 + months, 12), 9999 * 12 + 11)
    return count // 12, count % 12 + 1


def week(day: date) -> str:
    """The ISO week of a day.

    >>> week(date(2015, 7, 27))
    '2015-W31'
    """
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def last_day(year: int, month: int) -> int:
    """The number of the last day of a month."""
    return calendar.monthrange(year, month)[1]


def third_of_month(year: int, month: int, edge: Edge) -> str:
    """The first ten days, the second ten, or the rest of a month, as an ISO 8601 interval.

    >>> third_of_month(2015, 7, "end")
    '2015-07-21/2015-07-31'
    """
    first, last = {"start": (1, 10), "middle": (11, 20), "end": (21, last_day(year, month))}[edge]
    return f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{last:02}"


# 1 Muharram 1 in the Gregorian calendar, by the astronomical count: nearer to Umm al-Qura than the civil one
_EPOCH = date(622, 7, 18).toordinal()
_TABLED = range(1343, 1501)  # Hijri years of the Umm al-Qura tables
_LONGEST = 31  # days of a month, and of three months of the tables only


def from_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date by the Umm al-Qura calendar; by the tabular one before 1343 and after 1500.

    Sighting may differ by a day; where a page gives both dates, the Gregorian one holds, and a thirtieth that the tables do not have is
    the day after the last that they have. The tables, as they were printed, have months of 28 and of 31 days before 1365.

    >>> from_hijri(1436, 10, 26)
    datetime.date(2015, 8, 11)
    """
    if not (1 <= month <= 12 and 1 <= day <= _LONGEST and 1 <= year <= 1700):
        return None
    if year in _TABLED:
        first = Hijri(year, month, 1)
        return date(*first.to_gregorian().datetuple()) + timedelta(days=day - 1) if day <= max(30, first.month_length()) else None
    if day == _LONGEST:
        return None
    days = (year - 1) * 354 + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return date.fromordinal(_EPOCH + days)


def hijri_year(year: int) -> str | None:
    """A Hijri year as the interval of its days.

    >>> hijri_year(1436)
    '2014-10-25/2015-10-13'
    """
    first, following = from_hijri(year, 1, 1), from_hijri(year + 1, 1, 1)
    return f"{first}/{moved(following, -1)}" if first and following else None


def hijri_year_of(day: date) -> int:
    """The Hijri year that a Gregorian day falls in.

    >>> hijri_year_of(date(2015, 8, 11))
    1436
    """
    year = int((day.toordinal() - _EPOCH) / 354.36667) + 1
    start, following = from_hijri(year, 1, 1), from_hijri(year + 1, 1, 1)
    if start and day < start:
        return year - 1
    return year + 1 if following and following <= day else year

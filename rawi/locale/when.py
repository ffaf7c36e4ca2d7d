"""TIMEX3 values in words: the day that a time means, as people say it."""

from __future__ import annotations

import re
from datetime import date

from rawi.locale import Calendar

_PERIOD = re.compile(r"(\d{4})-(?:(\d\d)|W(\d\d)(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI))")  # month, week, weekend, quarter, half, season
_SPAN = re.compile(r"P(?=.)((?:[\dX.]+[YMWD])*)(?:T((?:[\dX.]+[HMS])+))?")  # an ISO duration: its days, its hours
_PIECE = re.compile(r"([\dX.]+)([YMWDHS])")  # a number and its unit
_WEEKLY = re.compile(r"XXXX-WXX-([1-7])")  # a weekday of every week


def in_words(value: str, calendar: Calendar, *, every: bool = False) -> str | None:
    """A TIMEX3 value as people say it; `every` for a SET. None where it has no words.

    >>> from rawi.locale import labels
    >>> in_words("2021-12-09", labels("ar").calendar)
    'الخميس 9 ديسمبر 2021'
    >>> in_words("P1Y6M", labels("en").calendar)
    '1 year, 6 months'
    """
    try:
        found = _interval(value, calendar) or _span(value, calendar) or _weekly(value, calendar) or _point(value, calendar)
    except (ValueError, KeyError, IndexError):  # a value beyond the calendar is shown as it is
        return None
    return calendar.every.format(what=found) if found and every and value.startswith("P") else found


def _interval(value: str, calendar: Calendar) -> str | None:
    first, slash, last = value.partition("/")
    if not slash:
        return None
    begin, end = in_words(first, calendar), in_words(last, calendar)
    return calendar.interval.format(first=begin, last=end) if begin and end else None


def _point(value: str, calendar: Calendar) -> str | None:
    if value in calendar.references:
        return calendar.references[value]
    if value.isdecimal():
        return _years(value, calendar)
    if found := _PERIOD.fullmatch(value):
        return _period(found, calendar)
    day, _, rest = value.partition("T")
    said = _day(date.fromisoformat(day), calendar)
    if not rest:
        return said
    return calendar.parts[rest].format(day=said) if rest in calendar.parts else calendar.clock.format(day=said, clock=rest)


def _day(day: date, calendar: Calendar) -> str:
    names = {"weekday": calendar.weekdays[day.weekday()], "month": calendar.months[day.month - 1]}
    return calendar.day.format(day=day.day, year=day.year, **names)


def _years(value: str, calendar: Calendar) -> str | None:
    if len(value) == 4:
        return calendar.year.format(year=int(value))
    if len(value) == 3:
        return calendar.decade.format(first=f"{value}0", last=f"{value}9")
    return calendar.century.format(n=int(value) + 1) if len(value) == 2 else None


def _period(found: re.Match[str], calendar: Calendar) -> str:
    year, month, week, weekend, quarter, half, season = found.groups()
    if month:
        return calendar.month.format(month=calendar.months[int(month) - 1], year=year)
    if season:
        return calendar.seasons[season].format(year=year)
    if week:
        return (calendar.weekend if weekend else calendar.week).format(n=int(week), year=year)
    form = calendar.quarter if quarter else calendar.half
    return form.format(n=calendar.ordinals[int(quarter or half) - 1], year=year)


def _span(value: str, calendar: Calendar) -> str | None:
    found = _SPAN.fullmatch(value)
    if not found:
        return None
    days = [(number, unit) for number, unit in _PIECE.findall(found[1] or "")]
    hours = [(number, "m" if unit == "M" else unit) for number, unit in _PIECE.findall(found[2] or "")]
    said = [_count(number, unit, calendar) for number, unit in days + hours]
    return calendar.comma.join(said) or None


def _count(number: str, unit: str, calendar: Calendar) -> str:
    forms = calendar.spans[unit]
    if "X" in number:
        return forms.some
    return forms.of(int(number)) if number.isdecimal() else forms.many.format(n=number)


def _weekly(value: str, calendar: Calendar) -> str | None:
    found = _WEEKLY.fullmatch(value)
    return calendar.weekly.format(weekday=calendar.weekdays[int(found[1]) - 1]) if found else None

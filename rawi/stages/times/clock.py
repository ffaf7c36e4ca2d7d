"""Hours of the clock: «الساعة التاسعة مساء», «الثامنة والنصف صباح الأحد», «18:12», «الساعة 21:00 بتوقيت غرينتش»."""

from __future__ import annotations

from typing import NamedTuple

from rawi.lang.dates import read_ordinal
from rawi.lang.numerals import read_number
from rawi.stages.times.days import day
from rawi.stages.times.parts import part_of_day
from rawi.stages.times.passage import Found, Passage

_CLOCK = 5  # no hour has more digits and points
_LATE = {"AF": range(1, 12), "EV": range(1, 12), "NI": range(6, 12)}


class _Hour(NamedTuple):
    last: int
    hour: int
    minute: int
    sure: bool


def clock(passage: Passage, at: int) -> Found | None:
    """An hour of the day with the part and the day beside it; the day told in the same sentence, else the anchor's."""
    terms = passage.terms
    headed = terms.has(at, "clock") is not None
    if headed and terms[at].pronoun:
        return None
    hour = _bracketed(passage, at + 1) if headed and terms.mark(at + 1, "(") else _hour(passage, at + 1 if headed else at)
    if hour is None or (headed and terms[at + 1].proclitics):
        return None
    last, part, value = _beside(passage, hour.last)
    if part is None and not hour.sure and not headed:
        return None
    if part is None and not hour.sure and not terms[at].definite:
        return None
    if value is None:
        told = passage.told
        value = told.day if told.day and passage.same_sentence(told.day_at, at) else passage.anchor
    number = _of_day(hour.hour, part)
    text = f"{value.isoformat()}T{number:02}:{hour.minute:02}" if value else None
    return Found(at, last, "TIME", text, "clock", day=value)


def _hour(passage: Passage, at: int) -> _Hour | None:
    """The hour that begins at a term; `sure` where its form says that it is one (18:12, 2100 before a zone)."""
    terms = passage.terms
    digits = terms.number(at)
    if digits is not None:
        return _digital(passage, at, digits)
    found = read_ordinal(terms, at)
    if found is None or not 1 <= found[1] <= 12:
        return None
    last, number = found
    minute = 0
    if terms.has(last, "fraction") and terms[last].proclitics and terms[last].definite:
        minute, last = int(60 * float(terms.has(last, "fraction").value or 0)), last + 1  # type: ignore[union-attr]
    elif terms.follows(last, "less") and terms.has(last + 1, "fraction"):
        minute, last = -15, last + 2
    elif last < len(terms) and terms[last].proclitics and (more := read_number(terms, last)) and _minutes(passage, more.last):
        minute, last = int(more.value), more.last + 1
    if minute < 0:
        number, minute = (number - 2) % 12 + 1, 60 + minute
    return _Hour(last, number, minute, False)


def _bracketed(passage: Passage, at: int) -> _Hour | None:
    """An hour in brackets, «الساعة (11:59) مساء»."""
    hour = _hour(passage, at + 1) if at + 1 < len(passage.terms) else None
    return hour._replace(last=hour.last + 1) if hour and passage.terms.mark(hour.last, ")") else None


def _minutes(passage: Passage, at: int) -> bool:
    unit = passage.terms.follows(at, "unit")
    return unit is not None and unit.value == "N"


def _digital(passage: Passage, at: int, digits: str) -> _Hour | None:
    terms = passage.terms
    minutes = terms.number(at + 2)
    if len(digits) > _CLOCK or len(minutes or "") > _CLOCK:
        return None
    if terms.mark(at + 1, ":") and terms.glued(at + 1) and terms.glued(at + 2) and minutes and digits.isdigit() and minutes.isdigit():
        hour, minute = int(digits), int(minutes)
        if hour < 24 and minute < 60 and len(minutes) == 2:
            return _Hour(at + 3, hour, minute, True)
        return None
    if len(digits) == 4 and digits.isdigit() and int(digits[:2]) < 24 and int(digits[2:]) < 60:
        return _Hour(at + 1, int(digits[:2]), int(digits[2:]), True) if terms.has(at + 1, "zone") else None
    for separator in ".,":
        whole, found, part = digits.partition(separator)
        if found and len(part) == 2 and whole.isdigit() and int(whole) < 24 and part.isdigit() and int(part) < 60:
            return _Hour(at + 1, int(whole), int(part), False)
    return _Hour(at + 1, int(digits), 0, False) if len(digits) <= 2 and digits.isdigit() and 0 < int(digits) < 24 else None


def _beside(passage: Passage, at: int):  # type: ignore[no-untyped-def]
    """Past the part of the day and the day that follow an hour: «مساء», «من صباح اليوم», «أمس»."""
    terms = passage.terms
    first = at + 1 if terms.follows(at, "from") else at
    part = terms.follows(first, "part") or terms.follows(first, "noon")
    if part is not None:
        found = part_of_day(passage, first)
        if found and found.rule == "part-of-day":
            return found.last, str(part.value), found.day
        if first == at or terms[first].definite:
            more = day(passage, first + 1) if first + 1 < len(terms) and not terms[first + 1].proclitics else None
            return (more.last, str(part.value), more.day) if more and more.day else (first + 1, str(part.value), None)
    found = day(passage, first) if first < len(terms) and not terms[first].proclitics else None
    return (found.last, None, found.day) if found and found.day else (at, None, None)


def _of_day(hour: int, part: str | None) -> int:
    if part in _LATE and hour in _LATE[part]:
        return hour + 12
    if part == "12" and hour in (1, 2, 3):
        return hour + 12
    return 0 if part in ("NI", "MO") and hour == 12 else hour

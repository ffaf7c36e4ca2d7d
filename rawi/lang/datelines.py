"""Datelines: the place, day and agency that a dispatch opens with, «واشنطن 15 - 7 (اف ب) -», «الرياض 11 اغسطس 2015 م واس»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rawi.lang.date_forms import read_date, read_day_month
from rawi.lang.dates import WrittenDate
from rawi.lang.terms import Terms

_PLACE = 4  # terms that the name of a place can take


class Dateline(NamedTuple):
    """A dateline's own date and, where it gives both calendars, the Gregorian one; `start` is the line's first letter."""

    start: int
    at: int
    written: WrittenDate


def datelines(terms: Terms) -> Iterator[Dateline]:
    """The datelines of a text, each at the head of its line."""
    for at, term in enumerate(terms):
        if term.part == "number" and (line := _line(terms, at)) is not None and (written := _dated(terms, at)):
            yield Dateline(line, at, written)


def is_dated(terms: Terms, at: int) -> bool:
    """Whether the date in digits at a term is that of a dateline."""
    return _line(terms, at) is not None and _dated(terms, at) is not None


def _line(terms: Terms, at: int) -> int | None:
    """Where the line begins, if no more than a place stands before the term in it."""
    for back in range(at, max(at - _PLACE - 2, -1), -1):
        term = terms[back]
        if back < at and (term.part != "stem" and not terms.mark(back, ",-")):
            return None
        if back == 0 or "\n" in terms.text[terms[back - 1].end : term.start]:
            return term.start if back < at else None
    return None


def _dated(terms: Terms, at: int) -> WrittenDate | None:
    """The date at a term, where the agency or a bracket follows it."""
    written = read_date(terms, at) or read_day_month(terms, at)
    if written is None or written.day is None or written.until:
        return None
    last = written.last
    if terms.has(last, "agreeing") and (other := read_date(terms, last + 1)) and other.day:
        last, written = other.last, written if other.hijri else other
    while terms.mark(last, "-/"):
        last += 1
    return written if terms.has(last, "wire") or (terms.mark(last, "(") and terms.has(last + 1, "wire")) else None

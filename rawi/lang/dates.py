"""Dates as they are written out: day, month and year in words and digits, before anybody asks which year is meant."""

from __future__ import annotations

from typing import NamedTuple

from rawi.lang.numerals import read_number
from rawi.lang.terms import Terms

YEARS = range(1000, 2200)
HIJRI_YEARS = range(1300, 1500)
_NEAR = range(1800, 2101)
_CENTURY = range(30, 100)  # two digits that can only be of the last century
_SPELLED = range(1900, 2100)
_ENDING = frozenset(
    ("to", "in", "from", "between", "opener", "since", "before", "after", "during", "shift", "agreeing", "part", "function")
)


class Month(NamedTuple):
    """A month's name up to term `last`, doubled or not: «يوليو», «يوليو (تموز)», «آذار/مارس»."""

    last: int
    number: int
    hijri: bool
    shy: bool


class Year(NamedTuple):
    """A year up to term `last`; `marked` where a word or an era sign says that it is one."""

    last: int
    number: int
    hijri: bool
    marked: bool


class WrittenDate(NamedTuple):
    """A date up to term `last`; `until` is the day a range of days ends on."""

    last: int
    day: int | None
    month: int
    year: int | None
    hijri: bool
    shy: bool
    until: int | None = None


def read_month(terms: Terms, at: int) -> Month | None:
    """The month that begins at a term, with its other name beside it."""
    month = terms.has(at, "month") or terms.has(at, "hijri")
    if month is None or not isinstance(month.value, int) or (terms[at].definite and not month.definite):
        return None
    hijri, last = month.kind == "hijri", at + 1
    shy = month.shy
    for opening, closing in (("(", ")"), ("/", ""), ("-", ""), ("", "")):
        first = last + 1 if opening else last
        other = terms.follows(first, month.kind)
        if other and other.value == month.value and (not opening or terms.mark(last, opening)):
            last, shy = first + 1, False
            if closing and terms.mark(last, closing):
                last += 1
            break
    return Month(last, month.value, hijri, shy)


def read_year(terms: Terms, at: int) -> Year | None:
    """The year at a term: four digits, after a word for year or not, with or without its era."""
    head = terms.has(at, "unit")
    headed = head is not None and head.value == "Y" and head.number != "p"
    first = at + 1 if headed else at
    if terms.mark(first, "(") and headed and terms.mark(first + 2, ")"):  # «عام (2013)»
        return (inner := read_year(terms, first + 1)) and inner._replace(last=inner.last + 1, marked=True)
    digits = terms.number(first)
    if digits and headed and digits.isdigit() and len(digits) < 4 and not terms[first].proclitics:
        return _short_year(terms, first, int(digits))
    if digits is None or (first > at and terms[first].proclitics):
        spelled = read_number(terms, first) if headed and first < len(terms) and not terms[first].proclitics else None
        if spelled is None or spelled.value not in YEARS:
            return None
        return Year(spelled.last, int(spelled.value), False, True)
    if not (digits.isdigit() and len(digits) == 4 and int(digits) in YEARS):
        return None
    number = int(digits)
    era = terms.follows(first + 1, "era")
    if era and era.value == "gregorian" and not headed and number not in _NEAR:  # metres: «1500م»
        return None
    hijri = era.value == "hijri" if era else number in HIJRI_YEARS
    other = terms.number(first + 2) if hijri and not era and terms.mark(first + 1, "/") else None
    if other and other.isdigit() and int(other) in _NEAR:  # both calendars, «عام 1343/1924»
        return Year(first + 3, int(other), False, True)
    return Year(first + 2 if era else first + 1, number, hijri, headed or era is not None)


def _short_year(terms: Terms, at: int, number: int) -> Year | None:
    """A year of two digits, «عام 97», or one of an old Hijri century, «عام 857 للهجرة»."""
    era = terms.follows(at + 1, "era")
    if era and era.value == "hijri":
        return Year(at + 2, number, True, True)
    return Year(at + 1, 1900 + number, False, True) if number in _CENTURY and ends(terms, at + 1) else None


def read_ordinal(terms: Terms, at: int) -> tuple[int, int] | None:
    """An ordinal with what it is worth: «الثالث», «الرابع عشر», «الحادي والثلاثين», «العشرين»; None where it has no article."""
    if not (0 <= at < len(terms) and terms[at].definite):
        return None
    tens = terms.has(at, "tens")
    if tens and isinstance(tens.value, int) and tens.value >= 20:
        return at + 1, tens.value
    ordinal = terms.has(at, "ordinal")
    if ordinal is None or not isinstance(ordinal.value, int):
        return None
    if terms.follows(at + 1, "ten") and not terms[at + 1].definite:
        return at + 2, ordinal.value + 10
    more = terms.has(at + 1, "tens")
    if more and isinstance(more.value, int) and more.value >= 20 and terms[at + 1].proclitics and terms[at + 1].definite:
        return at + 2, ordinal.value + more.value
    return at + 1, ordinal.value


def read_day(terms: Terms, at: int) -> tuple[int, int] | None:
    """The number of a day in its month, in digits or as an ordinal."""
    digits = terms.number(at)
    if digits is not None:
        return (at + 1, int(digits)) if len(digits) <= 2 and digits.isdigit() and 1 <= int(digits) <= 31 else None
    found = read_ordinal(terms, at)
    return found if found and found[1] <= 31 else None


def read_worded(terms: Terms, at: int) -> WrittenDate | None:
    """The date with its month in words that begins at a term: from a day on, or from the month on."""
    day = read_day(terms, at)
    if day is None:
        return _month_first(terms, at)
    last, number = day
    until = read_until(terms, last)
    if until is not None:
        last = until[0]
    return _from_month(terms, _past_links(terms, last), number, until[1] if until else None)


def _month_first(terms: Terms, at: int) -> WrittenDate | None:
    """A month alone, or before its day: «يوليو 13», «يوليو 13-15», «يناير الحادي والعشرين 2018»."""
    alone = _from_month(terms, at, None, None)
    if alone is None or alone.year or alone.last >= len(terms) or terms[alone.last].proclitics:
        return alone
    first = alone.last
    if terms.mark(first, "-/") and terms.glued(first) and terms.glued(first + 1) and terms.number(first + 1):  # «أكتوبر/2»
        first += 1
    day = read_day(terms, first)
    if day is None or (not terms.number(first) and day[1] <= 10):
        return alone
    last, number = day
    until = read_until(terms, last)
    if until is not None:
        last = until[0]
    year = _year_after(terms, last)
    if year is None and not ends(terms, last):
        return alone
    last, told = (year.last, year.number) if year else (last, None)
    return WrittenDate(last, number, alone.month, told, alone.hijri, False, until[1] if until else None)


def ends(terms: Terms, at: int) -> bool:
    """Whether the words before a term are whole there: digits before it count nothing after it."""
    if at >= len(terms) or terms.mark(at, '.,()-;!?"'):
        return True
    return (bool(terms[at].proclitics) and not terms.number(at)) or not _ENDING.isdisjoint(terms[at].features)


def _from_month(terms: Terms, at: int, day: int | None, until: int | None) -> WrittenDate | None:
    headed = terms.has(at, "month-head") is not None and not terms[at].definite
    month = read_month(terms, at + 1 if headed else at) or (_month_number(terms, at) if headed or terms.has(at, "unit") else None)
    if month is None or (day is not None and terms[at].proclitics):
        return None
    found = _year_after(terms, month.last)
    last, year = (found.last, found.number) if found else (month.last, None)
    shy = month.shy and not headed and day is None and year is None
    return WrittenDate(last, day, month.number, year, month.hijri, shy, until)


def _month_number(terms: Terms, at: int) -> Month | None:
    """A month by its number: «شهر 3», «الشهر التاسع سنة 2014»; with the article only before its year."""
    if not terms[at].definite:
        digits = terms.number(at + 1)
        fits = digits is not None and digits.isdigit() and 1 <= int(digits[:3]) <= 12 and ends(terms, at + 2)
        return Month(at + 2, int(digits), False, False) if digits and fits else None
    unit, found = terms.has(at, "unit"), read_ordinal(terms, at + 1)
    if unit is None or unit.value != "M" or found is None or found[1] > 12 or terms[at + 1].proclitics:
        return None
    year = _year_after(terms, found[0])
    return Month(found[0], found[1], False, False) if year and year.marked else None


def _year_after(terms: Terms, at: int) -> Year | None:
    """The year that goes on a month: «2015», «من عام 2015», «لعام 2015», in words «ألفين وثمانية عشر»."""
    first = _past_year_links(terms, at)
    if first >= len(terms):
        return None
    found = read_year(terms, first)
    if found and (not terms[first].proclitics or (terms[first].proclitics == ("for",) and found.marked)):
        return found
    return _spelled_year(terms, at + 1 if terms.mark(at, ",") else at)


def _spelled_year(terms: Terms, at: int) -> Year | None:
    if at >= len(terms) or terms[at].proclitics or terms[at].part == "number" or terms[at].definite:
        return None
    spelled = read_number(terms, at)
    if spelled is None or spelled.value not in _SPELLED or not ends(terms, spelled.last):
        return None
    return Year(spelled.last, int(spelled.value), False, False)


def _past_links(terms: Terms, at: int) -> int:
    """Past «من», a point, a slash or a dash between a day and its month."""
    month = terms.has(at + 1, "month") or (None if terms.mark(at, "-") else terms.has(at + 1, "hijri"))  # a score: «4-صفر»
    if terms.mark(at, "./-") and terms.number(at - 1) and month:
        return at + 1
    return at + 1 if terms.follows(at, "from") else at


def _past_year_links(terms: Terms, at: int) -> int:
    """Past «من» and a comma between a month and its year."""
    if terms.mark(at, ","):
        return at + 1 if (terms.number(at + 1) or "").isdigit() and len(terms.number(at + 1) or "") == 4 else at
    if terms.follows(at, "from") and (terms.number(at + 1) or terms.has(at + 1, "unit")):
        return at + 1
    return at


def read_until(terms: Terms, at: int) -> tuple[int, int] | None:
    """The second day of «3-5 أغسطس», «13 إلى 15 يوليو», «13 و15 يوليو», «4 أو 5 يوليو»."""
    if terms.follows(at, "to") or terms.mark(at, "-/"):
        return read_day(terms, at + 1)
    if at < len(terms) and terms[at].proclitics:
        return read_day(terms, at)
    return None

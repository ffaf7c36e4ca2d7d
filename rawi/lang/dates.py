"""Dates as they are written out: day, month and year in words and digits, before anybody asks which year is meant."""

from __future__ import annotations

from typing import NamedTuple

from rawi.lang.numerals import read_number
from rawi.lang.terms import Terms

_YEARS = range(1000, 2200)
_NEAR = range(1800, 2101)
_HIJRI_YEARS = range(1300, 1500)


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
    digits = terms.number(first)
    if digits is None or (first > at and terms[first].proclitics):
        spelled = read_number(terms, first) if headed and first < len(terms) and not terms[first].proclitics else None
        if spelled is None or spelled.value not in _YEARS:
            return None
        return Year(spelled.last, int(spelled.value), False, True)
    if not (digits.isdigit() and len(digits) == 4 and int(digits) in _YEARS):
        return None
    number = int(digits)
    era = terms.follows(first + 1, "era")
    if era and era.value == "gregorian" and not headed and number not in _NEAR:  # metres: «1500م»
        return None
    hijri = era.value == "hijri" if era else number in _HIJRI_YEARS
    return Year(first + 2 if era else first + 1, number, hijri, headed or era is not None)


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


def read_date(terms: Terms, at: int) -> WrittenDate | None:
    """The date that begins at a term: from a day on, or from a month on."""
    if (numeric := _numeric(terms, at)) is not None:
        return numeric
    day = read_day(terms, at)
    if day is None:
        return _from_month(terms, at, None, None)
    last, number = day
    until = _until(terms, last)
    if until is not None:
        last = until[0]
    return _from_month(terms, _past_links(terms, last), number, until[1] if until else None)


def _from_month(terms: Terms, at: int, day: int | None, until: int | None) -> WrittenDate | None:
    headed = terms.has(at, "month-head") is not None and not terms[at].definite
    month = read_month(terms, at + 1 if headed else at)
    if month is None or (day is not None and terms[at].proclitics):
        return None
    last, year = month.last, None
    hijri = month.hijri
    found = read_year(terms, _past_year_links(terms, last))
    if found and not terms[_past_year_links(terms, last)].proclitics:
        last, year = found.last, found.number
    shy = month.shy and not headed and day is None and year is None
    return WrittenDate(last, day, month.number, year, hijri, shy, until)


def _past_links(terms: Terms, at: int) -> int:
    """Past «من» between a day and its month."""
    return at + 1 if terms.follows(at, "from") else at


def _past_year_links(terms: Terms, at: int) -> int:
    """Past «من» and a comma between a month and its year."""
    if terms.mark(at, ","):
        return at + 1 if (terms.number(at + 1) or "").isdigit() and len(terms.number(at + 1) or "") == 4 else at
    if terms.follows(at, "from") and (terms.number(at + 1) or terms.has(at + 1, "unit")):
        return at + 1
    return at


def _until(terms: Terms, at: int) -> tuple[int, int] | None:
    """The second day of «3-5 أغسطس», «13 إلى 15 يوليو», «13 و15 يوليو», «4 أو 5 يوليو»."""
    if terms.follows(at, "to") or terms.mark(at, "-/"):
        return read_day(terms, at + 1)
    if at < len(terms) and terms[at].proclitics:
        return read_day(terms, at)
    return None


def _numeric(terms: Terms, at: int) -> WrittenDate | None:
    """20/7/2015, 2015-07-20, 20.7.2015, 26/10/1436هـ."""
    digits = terms.number(at)
    if digits is None:
        return None
    if digits.count(".") == 2:
        parts, last = digits.split("."), at + 1
    else:
        parts, last = [digits], at + 1
        mark = next((m for m in "/-" if terms.mark(last, m)), "")
        while mark and len(parts) < 3 and terms.mark(last, mark) and terms.number(last + 1):
            parts.append(terms.number(last + 1) or "")
            last += 2
    if len(parts) != 3 or not all(p.isdigit() and len(p) <= 4 for p in parts):
        return None
    if max(map(len, parts)) < 4 and not terms.glued(at + 1):  # spaced out, only a whole year shows that it is a date
        return None
    first, second, third = (int(p) for p in parts)
    year, month, day = (first, second, third) if len(parts[0]) == 4 else (third, second, first)
    if year < 100 and len(parts[2]) == 2:
        year += 2000
    if month > 12 and day <= 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31 and year in _YEARS):
        return None
    era = terms.follows(last, "era")
    hijri = era.value == "hijri" if era else year in _HIJRI_YEARS
    return WrittenDate(last + 1 if era else last, day, month, year, hijri, False)

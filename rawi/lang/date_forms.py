"""Dates in all their forms: in words, and in digits with separators (20/7/2015, 2015-07-20, 20.7.2015, 26/10/1436هـ; 15/7)."""

from __future__ import annotations

from rawi.lang.dates import HIJRI_YEARS, YEARS, WrittenDate, ends, read_day, read_worded
from rawi.lang.terms import Terms

_DRAWN = "\N{ARABIC TATWEEL}"  # a dash to some writers, and no term


def read_date(terms: Terms, at: int) -> WrittenDate | None:
    """The date that begins at a term: in digits, or from a day or a month on."""
    return read_numeric(terms, at) or _days_of_numeric(terms, at) or read_worded(terms, at)


def _days_of_numeric(terms: Terms, at: int) -> WrittenDate | None:
    """«11 حتى 25/10/1436هـ»: a first day before the date in digits that a range of days ends on."""
    drawn = terms.number(at + 1) and _DRAWN in terms.text[terms[at].end : terms[at + 1].start]  # «2 ـ 4/6/1436هـ»
    day = read_day(terms, at) if terms.number(at) and (drawn or terms.follows(at + 1, "to")) else None
    last = read_numeric(terms, day[0] if drawn else day[0] + 1) if day else None
    if day is None or last is None or last.day is None or last.day <= day[1]:
        return None
    return last._replace(day=day[1], until=last.day)


def read_numeric(terms: Terms, at: int) -> WrittenDate | None:
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
    if not (1 <= month <= 12 and 1 <= day <= 31 and year in YEARS):
        return None
    era = terms.follows(last, "era")
    hijri = era.value == "hijri" if era else year in HIJRI_YEARS
    return WrittenDate(last + 1 if era else last, day, month, year, hijri, False)


def read_day_month(terms: Terms, at: int) -> WrittenDate | None:
    """Day and month in digits with no year (15/7, 22-4, «15 - 7»): a date only where something beside it says so.

    The first is the day, unless it could only be the month.
    """
    pair = _pair(terms, at, "/-")
    if pair is None or max(pair) > 31 or not (ends(terms, at + 3) or terms.has(at + 3, "wire")) or terms.has(at + 3, "from"):
        return None
    day, month = pair if pair[1] <= 12 else (pair[1], pair[0])
    if not (day >= 1 and 1 <= month <= 12) or terms.mark(at + 3, "-/") or terms.mark(at - 1, "-/"):
        return None
    return WrittenDate(at + 3, day, month, None, False, True)


def read_month_year(terms: Terms, at: int) -> WrittenDate | None:
    """Month and year in digits, 7/2015."""
    pair = _pair(terms, at, "/")
    if pair is None or not (1 <= pair[0] <= 12 and pair[1] in YEARS and terms.glued(at + 1) and terms.glued(at + 2)):
        return None
    return WrittenDate(at + 3, None, *pair, pair[1] in HIJRI_YEARS, True)


def _pair(terms: Terms, at: int, marks: str) -> tuple[int, int] | None:
    """Two whole numbers of at most four digits with a mark between them."""
    first, second = terms.number(at), terms.number(at + 2)
    if not (first and second and terms.mark(at + 1, marks) and first.isdigit() and second.isdigit() and max(len(first), len(second)) <= 4):
        return None
    return int(first), int(second)

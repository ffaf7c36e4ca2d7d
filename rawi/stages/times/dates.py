"""Dates with their month, months alone and years: which one a page means."""

from __future__ import annotations

from datetime import date

from rawi.lang import calendar
from rawi.lang.date_forms import read_date, read_day_month, read_month_year
from rawi.lang.datelines import is_dated
from rawi.lang.dates import WrittenDate, ends, read_day, read_until, read_year
from rawi.stages.times.passage import Found, Passage

_NEARER, _EVEN = 120, 183  # days that a date without its year may lie ahead: news looks back, a date that stands for itself does neither
_GREGORIAN = 1800  # years from here on are of the Gregorian calendar, whatever the month is
_TOLD = 60  # terms within which a month named again is the one told
_OPENING = 3  # days into a month on which it can still be called the coming one
_AHEAD = 2  # months that a bare month may lie ahead where nothing tells its year


def date_found(passage: Passage, at: int) -> Found | None:
    """The date or month that begins at a term, with its year as the page has it or as the words around it tell."""
    terms = passage.terms
    headed = terms.has(at, "unit")
    if headed and headed.value == "D" and headed.number != "p" and read_day(terms, at + 1):
        found = date_found(passage, at + 1)
        return found._replace(first=at) if found and found.day else None
    written = read_date(terms, at) or read_day_month(terms, at) or read_month_year(terms, at)
    if written is None:
        return _day_of_period(passage, at)
    if (written.shy or (written.hijri and written.day is None and written.year is None)) and not _shown(passage, at, written):
        return None
    if written.day is not None:
        both = _both_calendars(passage, written)
        return _whole(passage, at, both or written)
    return _month(passage, at, written)


def _shown(passage: Passage, at: int, written: WrittenDate) -> bool:
    """Whether a word with other readings is a month here: after "in" or "since", or before "last"."""
    terms = passage.terms
    shift = terms.follows(written.last, "shift")
    if written.hijri:
        led = terms.has(at, "month-head") is not None and passage.before(at, "in", "since", "during", "to", "edge", "before", "after")
        return bool(led) or (shift is not None and terms[written.last].definite)
    if "by" in terms[at].proclitics:
        return False
    if terms.number(at):
        return (
            is_dated(terms, at)
            or passage.before(at, "in", "since", "before", "after", "agreeing", "dated", "unit", "weekday", "during") is not None
        )
    if passage.terms.mark(at - 1, "-") and terms.glued(at):  # a name with a dash in it
        return False
    before = passage.before(at, "in", "since", "edge", "to", "from", "between", "before", "after", "during", "month-head")
    return before is not None or (shift is not None and terms[written.last].definite)


def _both_calendars(passage: Passage, written: WrittenDate) -> WrittenDate | None:
    """The Gregorian date that a Hijri one is given with: the same day, told for certain."""
    terms = passage.terms
    if not written.hijri:
        return None
    at = written.last
    while terms.mark(at, "-(/,") or terms.has(at, "agreeing"):
        at += 1
    other = read_date(terms, at) if at > written.last else None
    if other is None or other.hijri or other.day is None or other.year is None:
        return None
    return other._replace(last=written.last)


def _shift_after(passage: Passage, at: int) -> tuple[int, int | None]:
    """Past «الماضي», «المقبل», «الجاري» after a date, and which of them it was."""
    terms = passage.terms
    first = at
    for k in (first, first + 2 if terms.mark(first, "(") else first):
        shift = terms.follows(k, "shift")
        if shift and terms[k].definite and isinstance(shift.value, int):
            return k + 1, shift.value
    if (year := terms.follows(first, "unit")) and year.value == "Y" and terms[first].definite:
        first -= 1  # «مارس العام الماضي»
    elif not terms.follows(first, "from"):
        return at, None
    if (year := terms.follows(first + 1, "unit")) and year.value == "Y" and terms[first + 1].definite:
        shift = terms.follows(first + 2, "shift")
        if shift and isinstance(shift.value, int):
            return first + 3, shift.value * 100
    return at, None


def _whole(passage: Passage, at: int, written: WrittenDate) -> Found | None:
    last, shift = _shift_after(passage, written.last)
    year = _mixed(written) or _year_of(passage, at, written, shift)
    if year is None or written.day is None:
        return Found(at, last, "DATE", None, "date")
    make = calendar.from_hijri if written.hijri else calendar.make_day
    first = make(year, written.month, written.day)
    if first is None:
        return None
    month = (first.year, first.month)
    if written.until is not None and written.until > written.day:
        end = make(year, written.month, written.until)
        if end:
            return Found(at, last, "DATE", f"{first}/{end}", "date-range", day=end, month=month)
    told_year = year if written.year and not written.hijri else None
    return Found(at, last, "DATE", first.isoformat(), "hijri-date" if written.hijri else "date", day=first, month=month, year=told_year)


def _year_of(passage: Passage, at: int, written: WrittenDate, shift: int | None) -> int | None:
    """The year of a date that names none: the one that brings it nearest, as the words beside it allow."""
    anchor, told = passage.anchor, passage.told
    if shift is None and told.year and passage.same_sentence(told.year_at, at) and not written.hijri:
        return told.year
    near = told.month if told.month and at - told.month_at <= _TOLD else None
    if shift is None and near and near[1] == written.month and not written.hijri:  # «أواخر ديسمبر الماضي … وفي 30 ديسمبر»
        return near[0]
    if anchor is None:
        return None
    if written.hijri:
        return _hijri_year(written, shift, anchor)
    if shift is not None and abs(shift) >= 100:
        return anchor.year + shift // 100
    if written.day is not None:
        return _nearest_year(passage, at, written, shift, anchor)
    return _month_year(passage, at, written.month, shift, anchor)


def _mixed(written: WrittenDate) -> int | None:
    """The year that a date gives, of its month's own calendar: «رمضان 2013» lies in 1434."""
    if not written.hijri or written.year is None or written.year < _GREGORIAN:
        return written.year
    here = calendar.hijri_year_of(date(written.year, 1, 1))
    days = {y: calendar.from_hijri(y, written.month, written.day or 1) for y in (here, here + 1)}
    return next((y for y, day in days.items() if day and day.year == written.year), None)


def _hijri_year(written: WrittenDate, shift: int | None, anchor: date) -> int:
    """The Hijri year of a date or month that names none, told by how far its day lies from the anchor."""
    here = calendar.hijri_year_of(anchor)
    if shift is not None and (shift == 0 or abs(shift) >= 100):
        return here + shift // 100
    days = {y: day for y in (here - 1, here, here + 1) if (day := calendar.from_hijri(y, written.month, written.day or 1))}
    if shift is not None:
        fits = [y for y, day in days.items() if (day < anchor if shift < 0 else day > anchor)]
        return (max(fits) if shift < 0 else min(fits)) if fits else here
    return min(days, key=lambda y: abs((days[y] - anchor).days), default=here)


def _nearest_year(passage: Passage, at: int, written: WrittenDate, shift: int | None, anchor: date) -> int:
    here = calendar.make_day(anchor.year, written.month, written.day or 1)
    days = (here - anchor).days if here else 0
    if shift is not None and shift < 0:
        return anchor.year if days < 0 else anchor.year - 1
    if (shift is not None and shift > 0) or passage.ahead(at):
        return anchor.year if days >= 0 else anchor.year + 1
    if passage.before(at, "since") or passage.happened(at):
        return anchor.year if days <= 0 else anchor.year - 1
    ahead = _EVEN if passage.bare(at) else _NEARER
    return anchor.year + (1 if days < ahead - 365 else -1 if days > ahead else 0)


def _month_year(passage: Passage, at: int, month: int, shift: int | None, anchor: date) -> int:
    months = month - anchor.month
    if shift is not None and shift < 0:
        return anchor.year if months < 0 else anchor.year - 1
    if shift == 0:
        return anchor.year
    if shift is not None:
        return anchor.year if months > 0 or (months == 0 and anchor.day <= _OPENING) else anchor.year + 1
    if passage.before(at, "since"):
        return anchor.year if months <= 0 else anchor.year - 1
    if passage.ahead(at):
        return anchor.year if months >= 0 else anchor.year + 1
    if passage.happened(at):
        return anchor.year if months <= 0 else anchor.year - 1
    ahead = months % 12
    if passage.bare(at):
        return anchor.year + (months < 0) if ahead <= 6 else anchor.year - (months > 0)
    return anchor.year + (months < 0) if ahead <= _AHEAD else anchor.year - (months > 0)


def _month(passage: Passage, at: int, written: WrittenDate) -> Found | None:
    last, shift = _shift_after(passage, written.last)
    year = _mixed(written) or _year_of(passage, at, written, shift)
    if written.hijri:
        return _hijri_month(passage, at, written, last, year)
    if year is None:
        return Found(at, last, "DATE", None, "month")
    month = (year, written.month)
    return Found(at, last, "DATE", f"{year:04}-{written.month:02}", "month", month=month, year=written.year)


def _hijri_month(passage: Passage, at: int, written: WrittenDate, last: int, year: int | None) -> Found | None:
    first = calendar.from_hijri(year, written.month, 1) if year else None
    following = calendar.from_hijri(*calendar.months_on(year, written.month, 1), 1) if year else None
    if first is None or following is None:
        return Found(at, last, "DATE", None, "hijri-month")
    return Found(at, last, "DATE", f"{first}/{calendar.moved(following, -1)}", "hijri-month")


def _day_of_period(passage: Passage, at: int) -> Found | None:
    """«20 من الشهر الماضي», «الخامس والعشرين من الشهر الجاري», «21 الجاري», «بين 9 و19 من هذا الشهر»."""
    terms, anchor = passage.terms, passage.anchor
    found = read_day(terms, at)
    if found is None:
        return None
    last, number = found
    until = read_until(terms, last)
    last, end = until or (last, number)
    if terms.follows(last, "from"):
        last, step = _month_told(passage, last + 1)
    else:
        shift = terms.follows(last, "shift") if terms.number(at) else None
        step = 0 if shift and shift.value == 0 and terms[last].definite else None  # «21 الجاري»
        last += 1
    if step is None:
        return None
    if anchor is None:
        return Found(at, last, "DATE", None, "day-of-month")
    told = calendar.months_on(anchor.year, anchor.month, step)
    first, value = calendar.make_day(*told, number), calendar.make_day(*told, end)
    if first is None or value is None or value < first:
        return None
    text = value.isoformat() if first == value else f"{first}/{value}"
    return Found(at, last, "DATE", text, "day-of-month", day=value, month=told)


def _month_told(passage: Passage, at: int) -> tuple[int, int | None]:
    """Past «الشهر الماضي», «هذا الشهر», «نفس الشهر», and how many months from the anchor's it is."""
    terms, told, anchor = passage.terms, passage.told.month, passage.anchor
    if terms.follows(at, "that") and told and anchor and (same := terms.follows(at + 1, "unit")) and same.value == "M":
        return at + 2, (told[0] - anchor.year) * 12 + told[1] - anchor.month
    this = terms.follows(at, "this")
    unit, shift = terms.follows(at + 1 if this else at, "unit"), terms.follows(at + 1, "shift")
    if unit is None or unit.value != "M" or not terms[at + 1 if this else at].definite:
        return at, None
    if this:
        return at + 2, 0
    return at + 2, shift.value if shift and isinstance(shift.value, int) else None


def year_found(passage: Passage, at: int, *, shown: bool = False) -> Found | None:
    """A year: after a word for it, with an era, or bare where `shown` by what it belongs to, a preposition or a parenthesis."""
    terms = passage.terms
    year = read_year(terms, at)
    if year is None or (terms.number(at) and _goes_on(passage, year.last)):
        return None
    bare = not year.marked
    if bare and (year.number not in range(1800, 2101) or not (shown or _year_shown(passage, at, year.last))):
        return None
    if year.hijri:
        return Found(at, year.last, "DATE", calendar.hijri_year(year.number), "hijri-year")
    return Found(at, year.last, "DATE", f"{year.number:04}", "year", year=year.number)


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether a dash or slash leads on to anything but another year, as in «2014-2015»."""
    digits = passage.terms.number(at + 1)
    return passage.terms.mark(at, "/-") and passage.terms.glued(at) and (digits is None or len(digits) != 4)


def _year_shown(passage: Passage, at: int, last: int) -> bool:
    terms = passage.terms
    if terms.mark(at - 1, "(") and terms.mark(last, ")-"):
        return True
    if _counted(passage, last) or (terms.follows(last, "noun") and not passage.before(at, "in", "since")):
        return False
    if passage.before(at, "from", "between") and terms.follows(last, "to") and len(terms.number(last + 1) or "") == 4:
        return True
    if not {"by", "for"}.isdisjoint(terms[at].proclitics):
        return True
    head = terms.has(at - 1, "unit")
    if head and head.value == "Y" and head.number == "p" and not terms[at].proclitics:  # «أعوام 2011 و2012»
        return True
    if passage.before(at, "yearly") and not terms[at].proclitics and not terms[at - 1].definite and ends(terms, last):
        return True
    joined = terms[at].proclitics or terms.has(at - 1, "to") or terms.mark(at - 1, "-/")
    if joined and passage.told.year and at - passage.told.year_at <= 3:
        return True
    before = passage.before(at, "in", "since", "before", "after", "during", "between", "edge", "season", "to")
    return before is not None and not terms[at].proclitics


def _counted(passage: Passage, at: int) -> bool:
    """Whether digits are a share or the head of a bigger number."""
    terms = passage.terms
    return any(terms.follows(at, kind) for kind in ("percent", "scale", "scales", "scale-or-two"))

"""Days: today and its neighbours, weekdays, dates; with the part of the day."""

from __future__ import annotations

from datetime import date

from rawi.lang import calendar
from rawi.lang.date_forms import read_date
from rawi.lang.dates import ends, read_day
from rawi.stages.times.dates import date_found
from rawi.stages.times.passage import Found, Passage


def day(passage: Passage, at: int) -> Found | None:
    """The day that begins at a term: «أمس الثلاثاء», «اليوم (الجمعة)», «يوم الخميس المقبل», «اليوم التالي», «20 يوليو»."""
    terms = passage.terms
    head = terms.has(at, "unit")
    if head and head.value == "D" and head.number == "s" and not terms[at].definite:
        inner = at + 1
        if ((terms.follows(inner, "weekday") or terms.follows(inner, "day")) and terms[inner].definite) or terms.follows(inner, "day"):
            found = day(passage, inner)
            return found._replace(first=at) if found else None
    if terms.has(at, "day"):
        return _deictic(passage, at)
    if terms.has(at, "weekday"):
        return _weekday(passage, at)
    if head and head.value == "D" and head.number == "s" and terms[at].definite:
        return _same_day(passage, at)
    if terms.has(at, "night"):
        return None
    return date_found(passage, at)


def _deictic(passage: Passage, at: int) -> Found | None:
    terms = passage.terms
    feature = terms.has(at, "day")
    if feature is None or not isinstance(feature.value, int) or terms[at].pronoun:
        return None
    if feature.value == 0 and (same := _same_day(passage, at)) is not None:
        return same
    if feature.value == 0 and (_named(passage, at) or _ranked(passage, at + 1)):
        return None  # a name, or «اليوم الأول» of something
    if feature.value == 0 and passage.before(at, "that") and terms[at].definite:  # «ذلك اليوم»
        told = passage.told_day(at)
        return Found(at - 1, at + 1, "DATE", told.isoformat() if told else None, "that-day", day=told)
    value = calendar.moved(passage.anchor, feature.value) if passage.anchor else None
    last, beside = _weekday_beside(passage, at + 1)
    rule = "day-with-weekday" if beside else "day"
    written = _date_beside(passage, last)
    if written and written.day:
        last, value = written.last, written.day
    return Found(at, last, "DATE", value.isoformat() if value else None, rule, day=value)


def _ranked(passage: Passage, at: int) -> bool:
    """Whether the word after «اليوم» counts it among others: «الأول», «الأخير»."""
    terms = passage.terms
    counted = terms.follows(at, "ordinal") or terms.follows(at, "latest")
    return counted is not None and terms[at].definite


def _named(passage: Passage, at: int) -> bool:
    """Whether «اليوم» is a name's last word: صحيفة «اليوم»."""
    terms = passage.terms
    quoted = terms.mark(at - 1, '"') and terms.mark(at + 1, '"')
    return terms.has(at - 1, "outlet-head") is not None or (quoted and terms.has(at - 2, "outlet-head") is not None)


def _weekday_beside(passage: Passage, at: int) -> tuple[int, bool]:
    """Past the weekday that names the day before it: bare, in parentheses, or between commas."""
    terms = passage.terms
    if terms.follows(at, "weekday") and terms[at].definite:
        return at + 1, True
    if terms.mark(at, "([") and terms.follows(at + 1, "weekday") and terms[at + 1].definite:
        return (at + 3 if terms.mark(at + 2, ")]") else at + 2), True
    if terms.mark(at, ",-") and terms.follows(at + 1, "weekday") and terms[at + 1].definite and terms.mark(at + 2, ",-"):
        return at + 2, True
    return at, False


def _date_beside(passage: Passage, at: int) -> Found | None:
    """The full date that goes on a day already named: «اليوم الخميس 9 ديسمبر 2021», «السبت الموافق 8 أغسطس»."""
    terms = passage.terms
    opened = terms.mark(at, "(,")
    first = at + 1 if opened or terms.follows(at, "agreeing") else at
    if first >= len(terms) or (first == at and terms[at].proclitics):
        return None
    written = read_date(terms, first)
    if written is None or written.day is None:
        return None
    found = date_found(passage, first)
    if found and terms.mark(at, "(") and terms.mark(found.last, ")"):
        return found._replace(last=found.last + 1)
    return found


def _weekday(passage: Passage, at: int) -> Found | None:
    """A weekday: the last one, the next one after a future verb; «ليل الاثنين/ الثلاثاء» is the first of its two."""
    terms = passage.terms
    feature = terms.has(at, "weekday")
    if feature is None or not isinstance(feature.value, int) or not terms[at].definite or terms[at].pronoun:
        return None
    if passage.before(at, "name-head") and not terms[at].proclitics:
        return None
    last = at + 1
    shift = terms.follows(last, "shift")
    if shift and terms[last].definite:
        last += 1
    written = _date_beside(passage, last)
    if written and written.day and written.rule == "hijri-date":  # sighted a day off the tables: the weekday tells
        near = calendar.weekday_nearest(written.day, feature.value)
        seen = near if abs((near - written.day).days) == 1 else written.day
        return Found(at, written.last, "DATE", seen.isoformat(), "weekday-date", day=seen)
    counted = written and written.day and written.day.isoweekday() != feature.value and terms.has(last, "ordinal")
    if written and not counted:  # «الاثنين الأول من سبتمبر» is the first of its Mondays, unless the first is one
        return Found(at, written.last, "DATE", written.value, "weekday-date", day=written.day)
    anchor = passage.anchor
    if anchor is None:
        return Found(at, last, "DATE", None, "weekday")
    numbered = _numbered(passage, last, feature.value, anchor)
    within = date_found(passage, last) if last < len(terms) and not terms[last].proclitics else None  # «الأحد 9 من الشهر الحالي»
    ranked = terms.has(last, "ordinal") and within and within.day and within.day.isoweekday() != feature.value  # «الجمعة الأولى من الشهر»
    if within and within.rule == "day-of-month" and not ranked:
        return within._replace(first=at)
    if numbered:
        return numbered._replace(first=at)
    step = shift.value if shift and last > at + 1 and isinstance(shift.value, int) else None
    value = _weekday_value(passage, at, feature.value, step, anchor)
    return Found(at, last, "DATE", value.isoformat(), "weekday", day=value)


def _numbered(passage: Passage, at: int, weekday: int, anchor: date) -> Found | None:
    """«الأحد السابع عشر», «الاثنين 18»: the day of that number nearest to the anchor that is such a weekday."""
    terms = passage.terms
    number = read_day(terms, at) if at < len(terms) and not terms[at].proclitics else None
    if number is None or (number[1] <= 5 and not terms.number(at)) or not ends(terms, number[0]):  # «الأحد الأول» counts Sundays
        return None
    months = (calendar.months_on(anchor.year, anchor.month, step) for step in (0, -1, 1))
    days = [day for month in months if (day := calendar.make_day(*month, number[1])) and day.isoweekday() == weekday]
    return Found(at, number[0], "DATE", days[0].isoformat(), "weekday-number", day=days[0]) if days else None


def _weekday_value(passage: Passage, at: int, weekday: int, step: int | None, anchor: date) -> date:
    if step is None:
        ahead = passage.ahead(at)
        return calendar.weekday_ahead(anchor, weekday) if ahead else calendar.weekday_back(anchor, weekday)
    if step == 0:
        return calendar.weekday_nearest(anchor, weekday)
    if step < 0:
        return calendar.moved(calendar.weekday_back(anchor, weekday, strict=True), 7 * (step + 1))
    return calendar.moved(calendar.weekday_ahead(anchor, weekday, strict=True), 7 * (step - 1))


def _same_day(passage: Passage, at: int) -> Found | None:
    """«اليوم التالي», «اليوم نفسه», «اليوم السابق» count from the day told last, if any; «اليوم الفائت» from the anchor."""
    terms = passage.terms
    if not terms[at].definite or terms.has(at + 1, "latest"):  # «اليوم الأخير» of something
        return None
    same, shift = terms.follows(at + 1, "same"), terms.follows(at + 1, "shift")
    if same and (terms[at + 1].definite or terms[at + 1].pronoun or same.value == 0) and isinstance(same.value, int):
        base = passage.told_day(at)
        value = calendar.moved(base, same.value) if base else None
        return Found(at, at + 2, "DATE", value.isoformat() if value else None, "day-after-told", day=value)
    if shift and terms[at + 1].definite and isinstance(shift.value, int) and shift.value:
        value = calendar.moved(passage.anchor, shift.value) if passage.anchor else None
        return Found(at, at + 2, "DATE", value.isoformat() if value else None, "day-shifted", day=value)
    return None

"""Weeks, months, years and longer stretches told from today: «الأسبوع المقبل», «هذا العام», «أواخر يوليو الماضي», «الربع الأول من 2015»."""

from __future__ import annotations

from datetime import date

from rawi.lang import calendar
from rawi.lang.dates import read_ordinal
from rawi.lang.terms import Feature
from rawi.stages.times.dates import date_found, year_found
from rawi.stages.times.passage import Found, Passage

_LASTING = ("10Y", "100Y")  # no decade or century is kept as told


def _period(unit: str, anchor: date, step: int) -> tuple[str, tuple[int, int] | None, int | None]:
    """The TIMEX3 value of the period some steps from the anchor's, with its month and year."""
    if unit == "W":
        return calendar.week(calendar.moved(anchor, 7 * step)), None, None
    if unit == "M":
        year, month = calendar.months_on(anchor.year, anchor.month, step)
        return f"{year:04}-{month:02}", (year, month), None
    if unit == "Y":
        year = min(max(anchor.year + step, 1), 9999)
        return f"{year:04}", None, year
    if unit == "10Y":
        return f"{anchor.year // 10 + step:03}", None, None
    return f"{anchor.year // 100 + step:02}", None, None


def period(passage: Passage, at: int) -> Found | None:
    """A period beside the one that the anchor lies in, or beside the one told last («الشهر السابق»)."""
    terms = passage.terms
    this = terms.has(at, "this") or terms.has(at, "shift")
    if this and this.value in (None, 0) and not terms[at].definite:
        unit = terms.follows(at + 1, "unit")
        if unit and _long(unit) and terms[at + 1].definite:
            return _valued(passage, at, at + 2, unit, 0)
        return None
    unit = terms.has(at, "unit")
    if unit is None or not _long(unit) or not terms[at].definite or _is_general(passage, at, unit):
        return None
    if passage.before(at, "that") and not terms[at - 1].pronoun and not terms[at].proclitics:  # «ذلك العام», «نفس الشهر»
        return _told(passage, at, unit, 0)._replace(first=at - 1, last=at + 1)
    shift, same = terms.follows(at + 1, "shift"), terms.follows(at + 1, "same")
    if shift and isinstance(shift.value, int) and (terms[at + 1].definite or shift.value in (-2, 0, 2)):
        return _valued(passage, at, at + 2, unit, shift.value)
    if same and isinstance(same.value, int) and (terms[at + 1].definite or same.value == 0):
        return _told(passage, at, unit, same.value)
    if at + 1 < len(terms) and terms[at + 1].part == "stem" and terms[at + 1].definite and not terms[at + 1].proclitics:
        return _qualified(passage, at) if unit.value == "Y" else None
    if passage.before(at, "edge"):
        return _valued(passage, at, at + 1, unit, 0)
    return None


def _qualified(passage: Passage, at: int) -> Found | None:
    """A year of another calendar: «العام الهجري المقبل» is placed, the year of schools and budgets is not."""
    terms, anchor = passage.terms, passage.anchor
    era, shift = terms.has(at + 1, "era"), terms.follows(at + 2, "shift")
    step = shift.value if shift and isinstance(shift.value, int) and terms[at + 2].definite else None
    if step is None and era is None:
        return None
    last = at + 2 if step is None else at + 3
    if era is None or anchor is None:
        return Found(at, last, "DATE", None, "qualified-year")
    if era.value == "gregorian":
        return Found(at, last, "DATE", f"{anchor.year + (step or 0):04}", "period", year=anchor.year + (step or 0))
    return Found(at, last, "DATE", calendar.hijri_year(calendar.hijri_year_of(anchor) + (step or 0)), "hijri-year")


def _long(unit: Feature) -> bool:
    return unit.number == "s" and unit.value in ("W", "M", "Y", "10Y", "100Y")


def _is_general(passage: Passage, at: int, unit: Feature) -> bool:
    """Whether العام is the adjective "general" of the noun before it: «الأمين العام الحالي»."""
    terms = passage.terms
    return unit.value == "Y" and terms.has(at - 1, "official") is not None and terms[at - 1].definite and not terms[at].proclitics


def _valued(passage: Passage, at: int, last: int, unit: Feature, step: int) -> Found:
    written = year_found(passage, last, shown=True) if unit.value == "Y" and passage.terms.number(last) else None
    if written and not passage.terms[last].proclitics:  # «العام المقبل 1437هـ»
        return written._replace(first=at)
    if passage.anchor is None:
        return Found(at, last, "DATE", None, "period")
    value, month, year = _period(str(unit.value), passage.anchor, step)
    return Found(at, last, "DATE", value, "period", month=month, year=year)


def _told(passage: Passage, at: int, unit: Feature, step: int) -> Found:
    told = passage.told
    base = passage.anchor if step else None  # «نفسه» needs what it is the same as
    if unit.value in _LASTING and not step:
        return Found(at, at + 2, "DATE", None, "period-after-told")
    if unit.value == "M" and told.month and told.month_at >= told.day_at:
        base = date(*told.month, 1)
    elif unit.value == "Y" and told.year:
        base = date(told.year, 1, 1)
    elif told.day:
        base = told.day
    if base is None:
        return Found(at, at + 2, "DATE", None, "period-after-told")
    value, month, year = _period(str(unit.value), base, step)
    return Found(at, at + 2, "DATE", value, "period-after-told", month=month, year=year)


def edge(passage: Passage, at: int) -> Found | None:
    """The beginning, middle or end of a period: told by the period, and by a third of a month for «أوائل» and «أواخر»."""
    terms = passage.terms
    feature = terms.has(at, "edge")
    if feature is None or terms[at].definite or terms[at].pronoun or at + 1 >= len(terms):
        return None
    first = at + 1
    if terms[first].proclitics:
        return None
    inner = period(passage, first) or season(passage, first) or _season_alone(passage, first) or decade(passage, first)
    inner = inner or year_found(passage, first, shown=True) or date_found(passage, first)
    if inner is None or inner.day is not None:
        return None
    which, _, wide = str(feature.value).partition("-")
    if wide and inner.month and inner.value and which in ("start", "middle", "end"):
        return inner._replace(first=at, value=calendar.third_of_month(*inner.month, which), rule="edge")  # type: ignore[arg-type]
    return inner._replace(first=at, rule="edge")


def weekend(passage: Passage, at: int) -> Found | None:
    """The weekend told last before the anchor, or the one to come."""
    terms = passage.terms
    if terms.has(at, "weekend") is None:
        return None
    shift = terms.follows(at + 1, "shift")
    step = shift.value if shift and isinstance(shift.value, int) else None
    last = at + 2 if step is not None else at + 1
    if passage.anchor is None:
        return Found(at, last, "DATE", None, "weekend")
    ahead = step == 1 or (step is None and passage.ahead(at))
    on_it = passage.anchor.isoweekday() >= 6
    value = passage.anchor if ahead or on_it or step == 0 else calendar.moved(passage.anchor, -7)
    return Found(at, last, "DATE", f"{calendar.week(value)}-WE", "weekend")


def season(passage: Passage, at: int) -> Found | None:
    """A season, shown by "season", by its year or by what shifts it: «صيف 2015», «فصل الصيف», «الربيع المقبل»."""
    terms = passage.terms
    headed = terms.has(at, "season-head") is not None or (terms.has(at, "this") is not None and not terms[at].definite)
    first = at + 1 if headed else at
    feature = terms.has(first, "season") if first == at else terms.follows(first, "season")
    if feature is None:
        return None
    shift = terms.follows(first + 1, "shift")
    year = year_found(passage, first + 1, shown=True) if first + 1 < len(terms) and not terms[first + 1].proclitics else None
    if year is None and (inner := period(passage, first + 1) if first + 1 < len(terms) else None) and inner.year:
        year = inner
    anchor = passage.anchor
    if year and year.year:
        return Found(at, year.last, "DATE", f"{year.year:04}-{feature.value}", "season", year=year.year)
    alone = passage.before(at, "in") is not None and not terms[at].proclitics  # «في الخريف»
    if not (headed or alone or (shift and terms[first + 1].definite)) or not terms[first].definite:
        return None
    step = shift.value if shift and isinstance(shift.value, int) else 0
    last = first + 2 if shift else first + 1
    return Found(at, last, "DATE", f"{_season_year(anchor, str(feature.value), step):04}-{feature.value}" if anchor else None, "season")


def _season_alone(passage: Passage, at: int) -> Found | None:
    """A season behind "beginning" or "end": this year's, «أواخر الصيف»."""
    feature = passage.terms.has(at, "season")
    if feature is None or not passage.terms[at].definite or passage.terms[at].proclitics:
        return None
    year = passage.anchor.year if passage.anchor else None
    return Found(at, at + 1, "DATE", f"{year:04}-{feature.value}" if year else None, "season")


def _season_year(anchor: date, name: str, step: int) -> int:
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    if step < 0:
        return anchor.year if anchor.month >= begins + 3 else anchor.year - 1
    if step > 0:
        return anchor.year if anchor.month < begins else anchor.year + 1
    return anchor.year


def weekday_of(passage: Passage, at: int) -> Found | None:
    """A weekday of a week: «جمعة الأسبوع الماضي», «اثنين هذا الأسبوع»."""
    terms = passage.terms
    weekday = terms.has(at, "weekday")
    if weekday is None or not isinstance(weekday.value, int) or terms[at].definite or terms[at].pronoun or at + 1 >= len(terms):
        return None
    inner = period(passage, at + 1) if not terms[at + 1].proclitics else None
    if inner is None or inner.month or inner.year or (inner.value and "W" not in inner.value):
        return None
    if inner.value is None:
        return inner._replace(first=at)
    day = date.fromisocalendar(int(inner.value[:4]), int(inner.value[-2:]), weekday.value)
    return inner._replace(first=at, value=day.isoformat(), rule="weekday-of-week", day=day)


def portion(passage: Passage, at: int) -> Found | None:
    """Quarters and halves of a year: «الربع الأول من 2015», «النصف الثاني من العام الجاري»."""
    terms = passage.terms
    feature = terms.has(at, "portion")
    found = read_ordinal(terms, at + 1) if feature and terms[at].definite and at + 1 < len(terms) and not terms[at + 1].proclitics else None
    if feature is None or found is None or found[1] > (4 if feature.value == "Q" else 2):
        return None
    last, number = found
    first = last + 1 if terms.follows(last, "from") else last
    whole = _of_portion(passage, first)
    if whole is None or not whole.value:
        return None
    if whole.month and feature.value == "H":
        year, month = whole.month
        ends = ("01", "15") if number == 1 else ("16", f"{calendar.last_day(year, month):02}")
        return whole._replace(first=at, value=f"{whole.value}-{ends[0]}/{whole.value}-{ends[1]}", rule="portion")
    return whole._replace(first=at, value=f"{whole.value}-{feature.value}{number}", rule="portion") if whole.year else None


def _of_portion(passage: Passage, at: int) -> Found | None:
    """The year or month that a quarter or a half is of: one that is told, or «العام» for this one."""
    terms = passage.terms
    if at >= len(terms) or terms[at].proclitics:
        return None
    unit = terms.has(at, "unit")
    this = unit is not None and unit.value == "Y" and unit.number == "s" and terms[at].definite and not terms.number(at + 1)
    told = year_found(passage, at, shown=True) or period(passage, at)
    return told or (_valued(passage, at, at + 1, unit, 0) if unit and this else None)


def decade(passage: Passage, at: int) -> Found | None:
    """Decades and centuries: «الثمانينات», «ثمانينيات القرن الماضي», «القرن العشرين»."""
    terms = passage.terms
    century = terms.has(at, "century")
    if century:
        return Found(at, at + 1, "DATE", str(century.value), "century")
    head = terms.has(at, "decade-head")
    first = at + 1 if head and terms.follows(at + 1, "decade") else at
    feature = terms.has(first, "decade")
    if feature is None or terms[first].pronoun:
        return None
    last, hundred = first + 1, 19
    of = last + 1 if terms.follows(last, "from") else last
    if (century := terms.follows(of, "century")) and isinstance(century.value, int):
        last, hundred = of + 1, century.value
    elif not terms[first].definite:
        return None
    return Found(at, last, "DATE", f"{hundred}{feature.value}", "decade")

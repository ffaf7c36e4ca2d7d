"""Stretches of time as durations, and the points that they count to: «قبل شهرين», «منذ سنوات», «الأيام المقبلة»."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from rawi.lang import calendar
from rawi.stages.times.passage import Found, Passage
from rawi.stages.times.stretches import TIMES, Stretch, read_stretch


def duration(passage: Passage, at: int) -> Found | None:
    """The stretch that begins at a term, or the day, month or year that it counts to: after "ago", or after "since" and a point."""
    back = passage.terms.has(at, "before")
    first = at + 1 if back else at
    if back and passage.terms.follows(first, "bound"):  # «قبل نحو عامين»
        first += 1
    stretch = read_stretch(passage, first, led=True if back else None)
    if stretch is None or (back and first < len(passage.terms) and passage.terms[first].proclitics):
        return None
    if back:
        return _ago(passage, at, stretch)
    first = min(first, stretch.first)
    bound = passage.terms.has(first - 1, "bound")
    start = first - 1 if bound and not passage.terms[first].proclitics else first
    if stretch.shift is not None:
        return _beside_now(passage, start, stretch)
    if stretch.amount is not None and passage.before(start, "since") and _punctual(passage, start - 1):
        return _point(passage, start, stretch, -1, "since")
    if stretch.amount is not None and passage.before(start, "after") and (last := _from_now(passage, stretch.last)):
        return _point(passage, start, stretch._replace(last=last), 1, "from-now")
    after = passage.before(start, "after") and not passage.terms.has(stretch.last, "from")
    if stretch.amount is not None and after and passage.ahead(start - 1):
        return _point(passage, start, stretch, 1, "after")
    return Found(start, stretch.last, "DURATION", stretch.value, "stretch")


def _beside_now(passage: Passage, at: int, found: Stretch) -> Found:
    """Stretches that touch now: counted ones are durations, vague ones references; past weeks, months and years vague durations."""
    if found.amount is not None:
        return Found(at, found.last, "DURATION", found.value, "stretch-beside-now")
    if found.shift and found.shift > 0:
        return Found(at, found.last, "DATE", "FUTURE_REF", "vague-ahead")
    if found.shift == 0:
        return Found(at, found.last, "DATE", "PRESENT_REF", "vague-now")
    if found.unit in ("D", "H", "N", "S"):
        return Found(at, found.last, "DATE", "PAST_REF", "vague-back")
    return Found(at, found.last, "DURATION", found.value, "vague-back")


def _ago(passage: Passage, at: int, found: Stretch) -> Found | None:
    """«قبل شهرين» is a point; «قبل يومين من الاقتراع» a stretch counted from something else; «قبل سنوات» lies back somewhere."""
    terms = passage.terms
    if found.amount is not None and (last := _from_now(passage, found.last)):
        return _point(passage, at, found._replace(last=last), -1, "ago")
    after = found.last + 1 if terms.follows(found.last, "merely") else found.last  # «قبل شهرين فقط من الاقتراع»
    if terms.follows(after, "from"):
        return Found(at + 1, found.last, "DURATION", found.value, "stretch")
    if found.shift is not None and found.shift >= 0:
        return None
    if found.amount is None:
        return Found(at, found.last, "DATE", "PAST_REF", "ago-vague")
    return _point(passage, at, found, -1, "ago")


def _from_now(passage: Passage, at: int) -> int | None:
    """Past «من الآن» or «من اليوم» after a stretch."""
    terms = passage.terms
    now, day = terms.follows(at + 1, "ref"), terms.follows(at + 1, "day")
    counts = (now is not None and now.value == "PRESENT_REF") or (day is not None and day.value == 0)
    return at + 2 if terms.follows(at, "from") and counts else None


def _punctual(passage: Passage, at: int) -> bool:
    """Whether the verb that leads up to a term happened at once, so that "since three years" is a point."""
    terms = passage.terms
    for k in range(at - 1, max(at - 12, -1), -1):
        if terms.mark(k, ".;,") or not passage.same_sentence(k, at):
            return False
        if "punctual" in terms[k].features and not terms[k].definite:
            return not passage.reports(k)
    return False


def _point(passage: Passage, at: int, found: Stretch, sign: int, rule: str) -> Found:
    """The day, week, month or year so many units from the anchor."""
    anchor, amount = passage.anchor, found.amount or Decimal(0)
    if anchor is None:
        return Found(at, found.last, "DATE", None, rule)
    if found.pieces and not (found.half and found.unit != "Y"):
        value, told = _exactly(anchor, found, sign)
    else:
        value, told = _counted_to(anchor, found.unit, sign * amount * TIMES.get(found.unit, 1))
    return Found(at, found.last, "DATE", value, rule, day=told)


def _exactly(anchor: date, found: Stretch, sign: int) -> tuple[str, date | None]:
    """The month or day that several units count to, «قبل سنتين وشهر و21 يوما»."""
    units = dict.fromkeys("SNHDWMY", Decimal(0))
    for amount, unit in ((found.amount or Decimal(0)) * TIMES.get(found.unit, 1), found.unit.lstrip("01")), *found.pieces:
        units[unit] += amount
    year, month = calendar.months_on(anchor.year, anchor.month, sign * int(units["Y"] * 12 + units["M"]))
    if found.pieces[-1][1] == "M":
        return f"{year:04}-{month:02}", None
    there = date(year, month, min(anchor.day, calendar.last_day(year, month)))
    told = calendar.moved(there, sign * int(units["W"] * 7 + units["D"]))
    return told.isoformat(), told


def _counted_to(anchor: date, unit: str, steps: Decimal) -> tuple[str, date | None]:
    if unit in ("Y", "10Y", "100Y") and steps == int(steps):
        return f"{max(1, anchor.year + int(steps)):04}", None
    if unit in ("Y", "10Y", "100Y", "M"):
        months = steps if unit == "M" else steps * 12
        year, month = calendar.months_on(anchor.year, anchor.month, int(months))
        return f"{year:04}-{month:02}", None
    if unit == "W":
        return calendar.week(calendar.moved(anchor, int(7 * steps))), None
    days = int(steps) if unit == "D" else int(steps / 24) if unit == "H" else 0
    told = calendar.moved(anchor, days)
    return told.isoformat(), told

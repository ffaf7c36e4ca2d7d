"""Parts of a day: «مساء أول من أمس», «فجر الجمعة», «ليل الاثنين/ الثلاثاء», «الليلة الماضية», «منتصف ليل الأربعاء - الخميس»."""

from __future__ import annotations

from datetime import date

from rawi.lang import calendar
from rawi.stages.times.days import day
from rawi.stages.times.passage import Found, Passage
from rawi.stages.times.periods import period


def _timed(value: date | None, part: str) -> str | None:
    return f"{value.isoformat()}T{part}" if value else None


def _past_from(passage: Passage, at: int) -> int:
    return at + 1 if passage.terms.follows(at, "from") else at


def _plain_day(found: Found | None) -> bool:
    """Whether a time is one day and no more, so that a part of it can be told."""
    return found is not None and (found.day is not None or found.value is None) and found.type == "DATE" and "/" not in (found.value or "")


def part_of_day(passage: Passage, at: int) -> Found | None:
    """A part of a day with its day; alone where it is an adverb («فجرا») or stands after "during": of the day told last."""
    terms = passage.terms
    part = terms.has(at, "part") or terms.has(at, "noon")
    if part is None or terms[at].pronoun:
        return None
    label = f"{part.value}:00" if part.kind == "noon" else str(part.value)
    if not terms[at].definite and at + 1 < len(terms):
        first = _past_from(passage, at + 1)
        head = terms.has(first, "this")
        found = day(passage, first + 1 if head and terms.follows(first + 1, "day") else first)
        if found and _plain_day(found) and (not terms[first].proclitics):
            last = _other_weekday(passage, found.last) if part.value == "NI" else found.last
            return Found(at, last, "TIME", _timed(found.day, label), "part-of-day", day=found.day)
    alone = not part.shy or (terms[at].definite and passage.before(at, "during", "in") and not terms[at].proclitics)
    if not alone or _paired(passage, at) or _described(passage, at):
        return None
    base = passage.told.day or passage.anchor
    return Found(at, at + 1, "TIME", _timed(base, label), "part-alone")


def _paired(passage: Passage, at: int) -> bool:
    """Whether the adverb is one of a pair (ليلا ونهارا), or follows a name: no time told."""
    terms = passage.terms
    return terms.has(at + 1, "part") is not None or terms.has(at - 1, "part") is not None


def _described(passage: Passage, at: int) -> bool:
    """Whether an adjective follows that agrees: «عصرا جديدا» is an age, no time of the day."""
    terms = passage.terms
    after = terms[at + 1] if at + 1 < len(terms) else None
    if after is None or after.features or after.proclitics or after.part != "stem" or after.definite or terms[at].definite:
        return False
    return len(after.key) > 3 and after.key[-1] == terms[at].key[-1]


def _other_weekday(passage: Passage, at: int) -> int:
    """Past the second weekday of a night: «ليل السبت/ الأحد», «ليل السبت - الأحد», «ليل السبت الأحد»."""
    terms = passage.terms
    first = at + 1 if terms.mark(at, "/-") else at
    return first + 1 if terms.has(first, "weekday") and terms[first].definite and (first > at or not terms[first].proclitics) else at


def after_day(passage: Passage, found: Found) -> Found:
    """A day with the part of it that follows as an adverb: «أمس مساء», «الأحد صباحا», «أمس (ليلا)»."""
    terms = passage.terms
    part = terms.follows(found.last, "part") or terms.follows(found.last, "noon")
    if part is None or part.shy or not _plain_day(found) or terms.has(found.last + 1, "clock"):
        return found
    label = f"{part.value}:00" if part.kind == "noon" else str(part.value)
    return found._replace(last=found.last + 1, type="TIME", value=_timed(found.day, label), rule="day-with-part")


def night(passage: Passage, at: int) -> Found | None:
    """Nights told from tonight: «الليلة الماضية», «ليل أمس»."""
    feature = passage.terms.has(at, "night")
    if feature is None or not isinstance(feature.value, int) or passage.terms[at].pronoun or passage.terms.follows(at + 1, "one"):
        return None
    if passage.before(at, "that"):  # «تلك الليلة»
        told = passage.told_day(at)
        return Found(at - 1, at + 1, "TIME", _timed(told, "NI"), "that-night", day=told)
    value = calendar.moved(passage.anchor, feature.value) if passage.anchor else None
    return Found(at, at + 1, "TIME", _timed(value, "NI"), "night", day=value)


def midnight(passage: Passage, at: int) -> Found | None:
    """Midnight of a night, which belongs to the day that begins: «منتصف الليلة الماضية» is today at nought."""
    terms = passage.terms
    if terms.has(at, "midnight") is None:
        return None
    last, value = at + 1, passage.told_day(at) or passage.anchor
    shift = terms.follows(last, "shift")
    found = day(passage, last) if last < len(terms) and not terms[last].proclitics else None
    if shift and terms[last].definite and isinstance(shift.value, int):
        last, value = last + 1, calendar.moved(passage.anchor, shift.value + 1) if passage.anchor else None
    elif found and _plain_day(found):
        last = _other_weekday(passage, found.last)
        value = calendar.moved(found.day, 1) if found.day else None
    return Found(at, last, "TIME", _timed(value, "00:00"), "midnight", day=value)


def early(passage: Passage, at: int) -> Found | None:
    """Early and late: «وقت مبكر من اليوم (الأحد)» is the day, «ساعة مبكرة من صباح اليوم» the part of it."""
    terms = passage.terms
    if terms.has(at, "early") is None:
        return None
    first = _past_from(passage, at + 1)
    if first >= len(terms) or terms[first].proclitics:
        return None
    found = part_of_day(passage, first) or night(passage, first) or day(passage, first) or period(passage, first)
    return found._replace(first=at) if found and found.rule != "part-alone" and (found.value or not passage.anchor) else None

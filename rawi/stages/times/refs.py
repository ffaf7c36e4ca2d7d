"""Times that no calendar places («حاليا», «مؤخرا», «المستقبل القريب»), times that come again («يوميا», «كل خميس»), and feasts."""

from __future__ import annotations

from datetime import date

from rawi.lang import calendar
from rawi.lang.dates import read_ordinal
from rawi.lang.numerals import read_number
from rawi.stages.times.passage import Found, Passage


def reference(passage: Passage, at: int) -> Found | None:
    """Now, lately, soon; a shy one only right after "in", where nothing follows that it would qualify."""
    terms = passage.terms
    feature = terms.has(at, "ref")
    if feature is None or terms[at].pronoun:
        return None
    if feature.value == "LATER":
        return Found(at, at + 1, "DATE", "FUTURE_REF", "reference") if passage.ahead(at) else None
    if feature.value == "FUTURE_REF" and terms[at].last - terms[at].first <= 2 and terms[at].definite and not _free(passage, at):
        return None
    if feature.value == "PAST_REF" and terms[at].definite and terms[at].last - terms[at].first <= 2 and not _free(passage, at):
        return None
    if feature.shy and not terms[at].definite:
        return None
    return Found(at, at + 1, "DATE", str(feature.value), "reference")


def _free(passage: Passage, at: int) -> bool:
    """Whether a definite word such as «الماضي» stands for itself: after "in", a clause's opener or a mark, not after its noun."""
    terms = passage.terms
    if not {"by", "for", "as"}.isdisjoint(terms[at].proclitics):
        return "by" in terms[at].proclitics
    return passage.before(at, "in", "opener") is not None


def frequency(passage: Passage, at: int) -> Found | None:
    """«يوميا», «سنويا»."""
    feature = passage.terms.has(at, "frequency")
    return Found(at, at + 1, "SET", str(feature.value), "frequency") if feature else None


def every(passage: Passage, at: int) -> Found | None:
    """«كل يوم», «كل يوم جمعة», «كل ستة أشهر»."""
    terms = passage.terms
    if terms.has(at, "every") is None or terms[at].definite or terms[at].pronoun:
        return None
    unit = terms.follows(at + 1, "unit")
    weekday = terms.follows(at + 2, "weekday") if unit and unit.value == "D" else terms.follows(at + 1, "weekday")
    if weekday:
        return Found(at, at + (3 if unit else 2), "SET", f"XXXX-WXX-{weekday.value}", "every-weekday")
    if unit and not terms[at + 1].definite and unit.number != "p":
        amount = 2 if unit.number == "d" else 1
        return Found(at, at + 2, "SET", _set_value(str(unit.value), str(amount)), "every")
    part = terms.follows(at + 1, "part") or terms.follows(at + 1, "noon")
    if part and not terms[at + 1].definite and not isinstance(part.value, int):
        return Found(at, at + 2, "SET", f"XXXX-XX-XXT{part.value}", "every-part")
    number = read_number(terms, at + 1) if at + 1 < len(terms) and not terms[at + 1].proclitics else None
    unit = terms.follows(number.last, "unit") if number else None
    if number and unit:
        return Found(at, number.last + 1, "SET", _set_value(str(unit.value), f"{number.value:f}"), "every")
    return None


def _set_value(unit: str, amount: str) -> str:
    years = {"10Y": 10, "100Y": 100}.get(unit, 1)
    clock = "T" if unit in "SNH" else ""
    return f"P{clock}{int(amount) * years if years > 1 else amount}{ {'N': 'M', '10Y': 'Y', '100Y': 'Y'}.get(unit, unit) }"


def feast(passage: Passage, at: int) -> Found | None:
    """A feast as a day: after "in", "on" or with the number of its day, «أول أيام عيد الفطر»."""
    terms = passage.terms
    first, extra = at, 0
    ordinal = read_ordinal(terms, at) or _bare_ordinal(passage, at)
    if ordinal:
        first, extra = ordinal[0], ordinal[1] - 1
        if not terms.follows(first, "feast-day"):
            return None
        first += 1
    feature = terms.has(first, "feast")
    if feature is None or (first > at and terms[first].proclitics):
        return None
    if "|" in str(feature.value) and first == at:  # «العيد» alone is any feast
        return None
    shown = first > at or not feature.shy or "by" in terms[at].proclitics
    shown = shown or passage.before(at, "in", "during", "feast-day", "before", "after", "since") is not None
    if not shown:
        return None
    value = _feast_day(str(feature.value), passage.anchor) if passage.anchor else None
    value = calendar.moved(value, extra) if value else None
    return Found(at, first + 1, "DATE", value.isoformat() if value else None, "feast", day=value)


def _bare_ordinal(passage: Passage, at: int) -> tuple[int, int] | None:
    feature = passage.terms.has(at, "ordinal")
    return (at + 1, feature.value) if feature and isinstance(feature.value, int) else None


def _feast_day(code: str, anchor: date) -> date | None:
    """The day of a feast that lies nearest to the anchor; of several, the nearest of all."""
    if "|" in code:
        days = [day for one in code.split("|") if (day := _feast_day(one, anchor))]
        return min(days, key=lambda d: abs((d - anchor).days)) if days else None
    hijri = code.startswith("H")
    month, number = (int(p) for p in code.removeprefix("H").split("-"))
    base = calendar.hijri_year_of(anchor) if hijri else anchor.year
    make = calendar.from_hijri if hijri else calendar.make_day
    days = [d for d in (make(y, month, number) for y in (base - 1, base, base + 1)) if d]
    return min(days, key=lambda d: abs((d - anchor).days)) if days else None

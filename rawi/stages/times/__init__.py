"""The layer of times: what the page says of when, resolved against the day its passage counts from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from rawi.document import Document
from rawi.lang.calendar import day_of
from rawi.lang.pack import Language
from rawi.lang.terms import Term, Terms
from rawi.model import Time
from rawi.stages.times.clock import clock
from rawi.stages.times.dates import date_found, year_found
from rawi.stages.times.days import day
from rawi.stages.times.durations import duration
from rawi.stages.times.nth import nth
from rawi.stages.times.parts import after_day, early, midnight, night, part_of_day
from rawi.stages.times.passage import Found, Passage
from rawi.stages.times.periods import decade, edge, period, portion, season, weekday_of, weekend
from rawi.stages.times.ranges import ranged, years
from rawi.stages.times.refs import every, feast, frequency, reference

Rule = Callable[[Passage, int], Found | None]
_NUMBER: tuple[Rule, ...] = (date_found, year_found, years, duration, clock)
_RULES: Mapping[str, tuple[Rule, ...]] = {
    "number": _NUMBER, "one": _NUMBER, "tens": _NUMBER, "ten": _NUMBER, "hundred": _NUMBER, "hundreds": _NUMBER, "scale": _NUMBER,
    "month": (date_found,), "hijri": (date_found,), "month-head": (date_found,), "weekday": (day, nth, weekday_of), "day": (day,),
    "night": (night,),
    "part": (part_of_day,), "noon": (part_of_day,), "midnight": (midnight,),
    "unit": (duration, period, nth, year_found, date_found, day),
    "this": (period, season), "edge": (edge, nth), "season": (season,), "season-head": (season,), "decade": (decade,),
    "decade-head": (decade,),
    "century": (decade,), "ordinal": (date_found, clock, feast, nth), "ref": (reference,), "clock": (clock,), "before": (duration,),
    "few": (duration,),
    "fraction": (duration,), "every": (every,), "frequency": (frequency,), "feast": (feast,), "early": (early,), "portion": (portion,),
    "weekend": (weekend,),
}  # fmt: skip


def times(doc: Document, lang: Language) -> tuple[Time, ...]:
    """The time expressions of the article, in order and none overlapping, with TIMEX3 types and values.

    A relative one counts from the anchor of its strand; its value is None where there is none.
    """
    terms = Terms(doc.article.text, doc.terms)
    passage = Passage(doc, terms)
    strands = [(s.start, day_of(s.anchor)) for s in doc.strands] or [(0, day_of(doc.article.published))]
    starts = [start for start, _ in strands]
    out: list[Time] = []
    at = 0
    while at < len(terms):
        term = terms[at]
        if _rules(term):
            passage.anchor = strands[max(0, bisect_right(starts, term.start) - 1)][1]
            if "day" in term.features:
                passage.anchor = passage.spoken(at) or passage.anchor
            found = _best(passage, at)
            if found:
                found = ranged(passage, found, _best)
                out.append(_time(passage, found))
                passage.told = passage.told.after(found)
                at = found.last
                continue
        at += 1
    return tuple(out)


def _best(passage: Passage, at: int) -> Found | None:
    """The longest time that begins at a term; of equals the one whose rule comes first."""
    if at >= len(passage.terms):
        return None
    best: Found | None = None
    for rule in _rules(passage.terms[at]):
        found = rule(passage, at)
        if found and (best is None or found.last > best.last):
            best = found
    if best and best.rule in ("day", "day-with-weekday", "weekday"):
        return after_day(passage, best)
    return best


def _rules(term: Term) -> Sequence[Rule]:
    """The rules that may read a time from a term on."""
    if term.part == "number":
        return _rules_of((*term.features, "number"))
    return _rules_of(tuple(term.features)) if term.features else ()


@cache
def _rules_of(kinds: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of a term of some kinds, each once; words have few sets of kinds."""
    return tuple(dict.fromkeys(rule for kind in kinds for rule in _RULES.get(kind, ())))


def _time(passage: Passage, found: Found) -> Time:
    terms, anchor = passage.terms, passage.anchor
    return Time(
        start=terms[found.first].start, end=terms[found.last - 1].end, text=terms.words(found.first, found.last), type=found.type,
        value=found.value, anchor=anchor.isoformat() if anchor else None, why=(f"time:{found.rule}",),
    )  # fmt: skip

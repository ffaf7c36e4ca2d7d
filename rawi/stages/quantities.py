"""The layer of quantities: counts, money, shares and measures, with their bounds and what is counted."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from rawi.document import Document
from rawi.lang.counted import NOUNS, Nouns
from rawi.lang.dates import ends
from rawi.lang.labels import is_label
from rawi.lang.numerals import BEGINNERS, Number, begins_number, plain, read_number, read_share
from rawi.lang.pack import Language
from rawi.lang.terms import Terms
from rawi.model import Bound, Quantity

_TELLING = BEGINNERS | {"share", "noun"}  # kinds of terms at which a quantity can begin
_MOST = 1 << 63  # what a record can hold
_YEARS = range(1900, 2100)
_COUNTED = 10  # up to here a definite number after its noun is another word than the ordinal
_TALLIED = 10  # terms between "the number of" and the number it rises to


class _Found(NamedTuple):
    first: int
    last: int
    value: Decimal
    bound: Bound
    noun: int | None
    unit: str | None
    rule: str


def quantities(doc: Document, lang: Language) -> tuple[Quantity, ...]:
    """The quantities of the article, in order; numbers inside times, labels (المادة 51) and scores are none.

    An indefinite dual counts as two (جنديان); the unit is None where the noun is not in the pack, its words are kept.
    """
    terms = Terms(doc.article.text, doc.terms)
    units = lang.sources.units
    reader = _Reader(terms, Nouns(terms, units.endings), [(t.start, t.end) for t in doc.times])
    return tuple(_quantity(terms, found) for found in _summed(terms, reader.read(), units.parts, units.money))


def _quantity(terms: Terms, found: _Found) -> Quantity:
    return Quantity(
        start=terms[found.first].start, end=terms[found.last - 1].end, text=terms.words(found.first, found.last), value=plain(found.value),
        bound=found.bound, unit=found.unit, unit_text=terms.words(found.noun, found.noun + 1) if found.noun is not None else None,
        why=(f"quantity:{found.rule}",),
    )  # fmt: skip


def _summed(terms: Terms, found: Iterator[_Found], parts: Mapping[str, int], money: Container[str]) -> Iterator[_Found]:
    """Quantities, with a sum of money told in two coins made one: «20 دولارا و43 سنتا»."""
    last: _Found | None = None
    for now in found:
        smaller = parts.get(now.unit or "", 0)
        joined = last is not None and last.last == now.first and terms[now.first].proclitics == ("and",)
        if last and joined and now.value < smaller and last.unit in money and last.unit not in parts:
            last = last._replace(last=now.last, value=last.value + now.value / smaller, rule="sum")
            continue
        if last:
            yield last
        last = now
    if last:
        yield last


class _Reader:
    """Reads quantities from left to right; the terms that times cover are passed over."""

    def __init__(self, terms: Terms, nouns: Nouns, times: list[tuple[int, int]]) -> None:
        self.terms, self.nouns, self.times = terms, nouns, times

    def read(self) -> Iterator[_Found]:
        """The quantities, in order, none overlapping another."""
        at, past, taken, terms = 0, iter([*self.times, (1 << 62, 1 << 62)]), 0, self.terms
        start, end = next(past)
        while at < len(terms):
            term = terms[at]
            while term.start >= end:
                start, end = next(past)
            if term.start >= start:
                at, taken = at + 1, at + 1
                continue
            if _TELLING.isdisjoint(term.features) and term.part != "number" and not term.key.endswith(self.nouns.feminine_duals):
                at += 1
                continue
            found = [f for f in self._at(at) if self.terms[f.last - 1].end <= start and f.first >= taken and f.value < _MOST]
            yield from found
            at = found[-1].last if found else self._skip(at)
            taken = max(taken, at) if found else taken

    def _skip(self, at: int) -> int:
        """Past a number that counts nothing, whole."""
        number = read_number(self.terms, at)
        return number.last if number else at + 1

    def _at(self, at: int) -> list[_Found]:
        term = self.terms[at]
        if begins_number(term) and read_number(self.terms, at):
            return self._range(at) or self._count(at)
        if "share" in term.features:
            return self._share(at)
        if "noun" in term.features or term.key.endswith(self.nouns.feminine_duals):
            return self._dual(at) or self._one(at)
        return []

    # numbers

    def _count(self, at: int) -> list[_Found]:
        number = read_number(self.terms, at)
        if number is None:
            return []
        group = self._group_before(at, number)
        if group:
            return [group]
        share = self._percent(at, number)
        if share:
            return [share]
        if self._alone(at, number.last):
            return [_Found(0, number.last, -number.value if at else number.value, "exact", None, None, "alone")]
        if is_label(self.terms, self.nouns, at, number.last):
            return []
        counted = self.nouns.after(number.last, number)
        if counted and self.terms[at].definite and (counted.unit is None or not self.terms.has(number.last, "noun")):
            return []  # an age: «في العشرين من عمره»; a rank: «الـ26 عالميا»
        first, bound = self._bound_before(at)
        sign = self.terms.has(at - 1, "noun") if self.terms.mark(at - 1, "$€£¥") and self.terms.glued(at) else None
        if sign:
            first, bound = self._bound_before(at - 1)
            return [_Found(min(first, at - 1), number.last, number.value, bound, at - 1, str(sign.value), "sign")]
        if counted is None:
            return self._bare(at, number, first, bound)
        if self.terms.has(counted.last - 1, "uncounted") or (number.value == 1 and number.last_kind == "one"):
            return []
        if self.terms.has(at - 1, "minus") and not self.terms[at].proclitics:
            return [_Found(at - 1, counted.last, -number.value, "exact", counted.noun, counted.unit, "minus")]
        value, last = (-number.value, counted.last + 1) if self.terms.has(counted.last, "below-zero") else (number.value, counted.last)
        last, bound = self._bound_after(last, bound)
        return [_Found(first, last, value, bound, counted.noun, counted.unit, "count")]

    def _range(self, at: int) -> list[_Found]:
        """«ما بين 300 إلى 2000 كيلومتر»: two quantities that share their unit."""
        low = read_number(self.terms, at)
        joint = low.last if low else len(self.terms)
        high_at = joint + 1 if self.terms.follows(joint, "joint") or self.terms.mark(joint, "-") else joint
        if low is None or low.value in _YEARS or high_at >= len(self.terms) or is_label(self.terms, self.nouns, at, low.last, ranged=True):
            return []
        if (high_at == joint and self.terms[joint].proclitics == ()) or (high_at > joint and self.terms[high_at].proclitics):
            return []
        high = read_number(self.terms, high_at)
        falling = (
            self.terms.has(at - 1, "of") is not None and self.terms.follows(high.last, "percent") if high else None
        )  # «من 8 إلى 6 في المئة»
        if high is None or (high.value <= low.value and not falling) or (high_at == joint and not self.terms.has(at - 1, "between")):
            return []
        later = self._count(high_at)
        if not later or (later[0].first not in (high_at, joint) and later[0].first != high_at):
            return []
        first, bound = self._bound_before(at)
        scale = next((f for kind in ("scale", "scales", "scale-or-two") if (f := self.terms.has(high.last - 1, kind))), None)
        many = high.value / Decimal(str(scale.value)) if scale else Decimal(0)
        shared = scale is not None and low.last_kind in ("digit", "one", "ten") and low.value < many  # «بين 5 و6 ملايين»
        value = low.value * Decimal(str(scale.value)) if scale and shared else low.value
        return [_Found(first, low.last, value, bound, later[0].noun, later[0].unit, "range"), later[0]]

    def _alone(self, at: int, last: int) -> bool:
        """Whether the text is nothing but a number, with a minus sign or a point or without."""
        terms = self.terms
        signed = at == 1 and bool(terms.mark(0, "-") or terms.has(0, "minus"))
        ended = last == len(terms) or (last + 1 == len(terms) and terms.mark(last, "."))
        return (at == 0 or signed) and ended and not terms[at].definite

    def _minus(self, at: int) -> bool:
        """Whether a minus stands before a number: a word, or a sign that touches it and nothing before."""
        terms = self.terms
        if terms.has(at - 1, "minus"):
            return not terms[at].proclitics
        return terms.mark(at - 1, "-") and terms.glued(at) and not terms.glued(at - 1)

    def _share(self, at: int) -> list[_Found]:
        """A part of what is counted: «ثلث الأعضاء», «نصفهم», «إلى النصف»."""
        terms, value = self.terms, read_share(self.terms, at)
        if value is None:
            return []
        first, bound = self._bound_before(at)
        if terms[at].definite:
            whole = terms.has(at - 1, "joint") is not None or "by" in terms[at].proclitics
            return [_Found(first, at + 1, value, bound, None, None, "share")] if whole else []
        if terms[at].pronoun:
            half = terms.follows(at + 1, "ordinal") or terms.follows(at + 1, "other")  # «نصفه الثاني» of a year or a match
            return [] if half else [_Found(first, at + 1, value, bound, None, None, "share")]
        after = terms[at + 1] if at + 1 < len(terms) else None
        if after is None or after.proclitics or after.part != "stem" or not NOUNS.issuperset(after.features):
            return []
        noun = terms.has(at + 1, "noun")
        if noun is None or noun.number == "d":  # «نصف الحقيقة» counts nothing
            return []
        return [_Found(first, at + 2, value, bound, at + 1, str(noun.value), "share")]

    def _percent(self, at: int, number: Number) -> _Found | None:
        terms = self.terms
        if self._minus(at) and terms.follows(number.last, "percent"):
            return _Found(at - 1, number.last + 1, -number.value, "exact", None, "percent", "percent")
        first, bound = self._bound_before(at)
        if terms.follows(number.last, "percent"):
            last, bound = self._bound_after(number.last + 1, bound)
            return _Found(first, last, number.value, bound, None, "percent", "percent")
        if terms.mark(at - 1, "%") and terms.glued(at):
            first, bound = self._bound_before(at - 1)
            return _Found(min(first, at - 1), number.last, number.value, bound, None, "percent", "percent")
        return None

    def _group_before(self, at: int, number: Number) -> _Found | None:
        """A definite number after its noun: «الدول الست الكبرى», «البلدات الأربع»."""
        terms = self.terms
        if not terms[at].definite or terms[at].proclitics or at == 0 or number.value == 1 or number.last_kind == "scale":
            return None
        if terms.has(number.last, "plus"):
            return None
        for back in (at - 1, at - 2):
            term = terms[back] if back >= 0 else None
            if term is None or term.part == "mark" or (back == at - 1 and not term.definite):
                break
            noun = terms.has(back, "noun")
            if noun and noun.number == "p" and (back == at - 1 or not terms[at - 1].proclitics):
                last = self.nouns.adjectives(number.last, None, definite=True)
                return _Found(back, last, number.value, "exact", back, str(noun.value), "group")
        before = terms[at - 1]
        ordinal = number.value > _COUNTED or terms.has(at - 1, "noun")  # «المرتبة الـ26», «الذكرى السبعين»
        if ordinal or not NOUNS.issuperset(before.features) or not before.definite or before.part == "mark":
            return None
        return _Found(at - 1, number.last, number.value, "exact", at - 1, None, "group")

    def _bare(self, at: int, number: Number, first: int, bound: Bound) -> list[_Found]:
        """A number with no noun: it counts where a bound, "others" or "of them" shows that it does."""
        terms = self.terms
        if terms.has(at - 1, "minus") and not terms[at].proclitics:
            return [_Found(at - 1, number.last, -number.value, "exact", None, None, "minus")]
        last, after = self._bound_after(number.last, bound)
        bounded = first < at or last > number.last
        if number.value == 1 and number.last_kind == "one":
            return []
        if bounded and not (number.value in _YEARS and number.last_kind == "digit"):
            return [_Found(first, last, number.value, after, None, None, "bounded")]
        if (
            terms[at].part == "number"
            and number.value != number.value.to_integral_value()
            and terms.has(at - 1, "level")
            and not terms[at].proclitics
        ):  # «إلى 54.2»
            return [_Found(first, last, number.value, after, None, None, "level")]
        counter = self._counter(at) and not (number.value in _YEARS and number.last_kind == "digit")
        spelled = number.last_kind in ("scale", "part", "hundreds", "tens") or (number.last_kind == "hundred" and number.last > at + 1)
        spelled = spelled and not terms.has(at - 1, "ordinal")
        if (counter or spelled) and not terms[at].definite and not terms.has(number.last, "ten"):
            return [_Found(first, last, number.value, after, None, None, "bare")]
        return []

    def _counter(self, at: int) -> bool:
        """Whether a word right before wants a number, or "to" does after the number of something: «ارتفع عدد القتلى إلى 13»."""
        terms = self.terms
        if terms.has(at - 1, "counter") and not terms[at].proclitics:
            return True
        back = range(at - 1, max(at - _TALLIED, -1), -1)
        clause = list(takewhile(lambda k: not terms.mark(k, ".,") and terms[k].part != "number", back))
        if not any(terms.has(k, "tally") for k in clause):
            return False
        return (terms.has(at - 1, "joint") is not None and not terms.mark(at - 1, "-")) or (
            terms[at].part == "number" and any(terms.has(k, "counter") for k in clause) and ends(terms, at + 1)
        )

    # duals and ones

    def _dual(self, at: int) -> list[_Found]:
        """An indefinite dual: of a noun that is known, or with a second dual or «اثنين» after it."""
        terms, term = self.terms, self.terms[at]
        if term.definite or term.pronoun:
            return []
        noun, two = terms.has(at, "noun"), terms.follows(at + 1, "one")
        sure = two is not None and two.value == 2 and term.key.endswith(self.nouns.duals)
        if not sure and not self._is_dual(at):
            return []
        last = self.nouns.adjectives(at + 2 if sure else at + 1, term)
        last, bound = self._bound_after(last, "exact")
        first, bound = (at, bound) if bound != "exact" else self._bound_before(at)
        return [_Found(first, last, Decimal(2), bound, at, str(noun.value) if noun else None, "dual")]

    def _is_dual(self, at: int) -> bool:
        terms, term = self.terms, self.terms[at]
        noun = terms.has(at, "noun")
        if noun is None:
            return term.key.endswith(self.nouns.feminine_duals) and self._next_dual(at)
        adjective = at > 0 and terms.has(at - 1, "noun") is not None and not terms[at - 1].definite and not term.proclitics
        return noun.number == "d" and not adjective

    def _next_dual(self, at: int) -> bool:
        term = self.terms[at + 1] if at + 1 < len(self.terms) else None
        return term is not None and not term.proclitics and not term.definite and term.key.endswith(self.nouns.feminine_duals)

    def _one(self, at: int) -> list[_Found]:
        """«شخص واحد»."""
        terms = self.terms
        noun, one = terms.has(at, "noun"), terms.follows(at + 1, "one")
        if noun is None or noun.number != "s" or terms[at].definite or one is None or one.value != 1 or terms[at + 1].definite:
            return []
        first, bound = self._bound_before(at)
        last, bound = self._bound_after(at + 2, bound)
        return [_Found(first, last, Decimal(1), bound, at, str(noun.value), "one")]

    # bounds

    def _bound_before(self, at: int) -> tuple[int, Bound]:
        """The bound that a number begins with, right before it or before its tally: «تجاوزت الحصيلة 300»."""
        terms = self.terms
        if terms[at].proclitics:
            return at, "exact"
        first = at - 1
        if terms.has(first, "tally") is None and terms.has(first - 1, "tally") and terms[first].definite:
            first -= 1  # «تجاوز عدد القتلى 300»
        if terms.has(first, "tally") and not terms[first].proclitics:
            first -= 1
        bound = terms.has(first, "bound")
        return (first, bound.value) if bound else (at, "exact")  # type: ignore[return-value]

    def _bound_after(self, at: int, bound: Bound) -> tuple[int, Bound]:
        after = self.terms.has(at, "bound-after")
        if after is None:
            return at, bound
        return at + 1, after.value  # type: ignore[return-value]

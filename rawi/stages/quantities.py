"""The layer of quantities: counts, money, shares and measures, with their bounds and what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from rawi.document import Document
from rawi.lang.numerals import Number, plain, read_number
from rawi.lang.pack import Language
from rawi.lang.schema.units import Endings
from rawi.lang.terms import Term, Terms, read_terms
from rawi.model import Bound, Quantity
from rawi.text.fold import fold

_MOST = 1 << 63  # what a record can hold
_YEARS = range(1900, 2100)
_SPACE = " \t\u00a0\u200e\u200f"


class _Counted(NamedTuple):
    """What a number counts: terms up to `last`, the noun's own term, its unit; `of` where the number is taken from a group."""

    last: int
    noun: int | None
    unit: str | None


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
    terms = read_terms(doc.article.text, doc.tokens, doc.keys, lang.lexicon("terms"))
    reader = _Reader(terms, lang.sources.units.endings, [(t.start, t.end) for t in doc.times])
    return tuple(_quantity(terms, found) for found in reader.read())


def _quantity(terms: Terms, found: _Found) -> Quantity:
    return Quantity(
        start=terms[found.first].start, end=terms[found.last - 1].end, text=terms.words(found.first, found.last), value=plain(found.value),
        bound=found.bound, unit=found.unit, unit_text=terms.words(found.noun, found.noun + 1) if found.noun is not None else None,
        why=(f"quantity:{found.rule}",),
    )  # fmt: skip


class _Reader:
    """Reads quantities from left to right; the terms that times cover are passed over."""

    def __init__(self, terms: Terms, endings: Endings, times: list[tuple[int, int]]) -> None:
        self.terms, self.times = terms, times
        self.feminine, self.accusative, self.verbal = fold(endings.feminine), endings.accusative, endings.verbal
        self.duals = (endings.dual, endings.oblique)
        self.feminine_duals = (endings.bound + endings.dual, endings.bound + endings.oblique)

    def read(self) -> Iterator[_Found]:
        """The quantities, in order, none overlapping another."""
        at, past, taken = 0, iter([*self.times, (1 << 62, 1 << 62)]), 0
        start, end = next(past)
        while at < len(self.terms):
            term = self.terms[at]
            while term.start >= end:
                start, end = next(past)
            if term.start >= start:
                at, taken = at + 1, at + 1
                continue
            if not term.features and term.part != "number" and not term.key.endswith(self.feminine_duals):
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
        if read_number(self.terms, at):
            return self._range(at) or self._count(at)
        if "noun" in term.features or term.key.endswith(self.feminine_duals):
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
        if self._is_label(at, number.last):
            return []
        share = self._percent(at, number)
        if share:
            return [share]
        counted = self._noun(number.last, number)
        spelled = self.terms[at].definite and self.terms[at].part != "number"
        if counted and spelled and (counted.unit is None or not self.terms.has(number.last, "noun")):  # an age: «في العشرين من عمره»
            return []
        first, bound = self._bound_before(at)
        if counted is None:
            return self._bare(at, number, first, bound)
        if self.terms.has(counted.last - 1, "uncounted") or (number.value == 1 and number.last_kind == "one"):
            return []
        last, bound = self._bound_after(counted.last, bound)
        return [_Found(first, last, number.value, bound, counted.noun, counted.unit, "count")]

    def _range(self, at: int) -> list[_Found]:
        """«ما بين 300 إلى 2000 كيلومتر»: two quantities that share their unit."""
        low = read_number(self.terms, at)
        joint = low.last if low else len(self.terms)
        high_at = joint + 1 if self.terms.follows(joint, "joint") or self.terms.mark(joint, "-") else joint
        if low is None or low.value in _YEARS or high_at >= len(self.terms) or self._is_label(at, low.last, ranged=True):
            return []
        if (high_at == joint and self.terms[joint].proclitics == ()) or (high_at > joint and self.terms[high_at].proclitics):
            return []
        high = read_number(self.terms, high_at)
        if high is None or high.value <= low.value or (high_at == joint and not self.terms.has(at - 1, "between")):
            return []
        later = self._count(high_at)
        if not later or (later[0].first not in (high_at, joint) and later[0].first != high_at):
            return []
        first, bound = self._bound_before(at)
        scale = self.terms.has(high.last - 1, "scale") or self.terms.has(high.last - 1, "scales")
        shared = scale is not None and low.last_kind in ("digit", "one", "ten") and low.value < 1000  # «بين 5 و6 ملايين»
        value = low.value * Decimal(str(scale.value)) if scale and shared else low.value
        return [_Found(first, low.last, value, bound, later[0].noun, later[0].unit, "range"), later[0]]

    def _percent(self, at: int, number: Number) -> _Found | None:
        terms = self.terms
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
        for back in (at - 1, at - 2):
            term = terms[back] if back >= 0 else None
            if term is None or not term.definite or term.part == "mark":
                return None
            noun = terms.has(back, "noun")
            if noun and noun.number == "p" and (back == at - 1 or not terms[at - 1].proclitics):
                last = self._adjectives(number.last, None, definite=True)
                return _Found(back, last, number.value, "exact", back, str(noun.value), "group")
        before = terms[at - 1]
        if before.features or (before.proclitics and before.part == "mark"):
            return None
        return _Found(at - 1, number.last, number.value, "exact", at - 1, None, "group")

    def _bare(self, at: int, number: Number, first: int, bound: Bound) -> list[_Found]:
        """A number with no noun: it counts where a bound, "others" or "of them" shows that it does."""
        terms = self.terms
        last, after = self._bound_after(number.last, bound)
        bounded = first < at or last > number.last
        if number.value == 1 and number.last_kind == "one":
            return []
        if bounded and not (number.value in _YEARS and number.last_kind == "digit"):
            return [_Found(first, last, number.value, after, None, None, "bounded")]
        counter = terms.has(at - 1, "counter") is not None and not (number.value in _YEARS and number.last_kind == "digit")
        spelled = number.last_kind in ("scale", "part", "hundred", "hundreds", "tens") and not terms.has(at - 1, "ordinal")
        if (counter or spelled) and not terms[at].definite and not terms.has(number.last, "ten"):
            return [_Found(first, last, number.value, after, None, None, "bare")]
        return []

    def _is_label(self, at: int, last: int, *, ranged: bool = False) -> bool:
        """Whether digits are a name, a date, a score, a page or a telephone: no count."""
        terms = self.terms
        term = terms[at]
        if (terms.has(at - 1, "label") and not term.proclitics) or (terms.mark(at - 1, '("') and terms.has(at - 2, "label")):
            return True
        if term.part != "number":
            return False
        before, glued = (terms[at - 1] if at else None), terms.glued(at)
        latin = before is not None and before.key.isascii() and before.key.isalpha()
        if latin or terms.mark(at - 1, "+#_@") or (glued and terms.mark(at - 1, "/:\\.,")):
            return True
        if before and terms.mark(at - 1, "-") and not terms.number(at - 2) and glued:
            return True
        if terms.mark(last, "/:+") or (terms.mark(last, "-") and terms.number(last + 1) and not ranged and not self._ranged(last)):
            return True
        if last < len(terms) and terms.glued(last) and terms[last].key.isascii() and terms[last].key.isalpha():
            return True
        telephone = len(term.key) > 9 or (len(term.key) > 1 and term.key[0] == "0")
        return term.key.isdigit() and telephone and last == at + 1

    def _ranged(self, at: int) -> bool:
        return bool(self.terms.number(at + 1)) and self._noun(at + 2, None) is not None

    # nouns

    def _noun(self, at: int, number: Number | None) -> _Counted | None:
        """What is counted: a noun with its adjectives, or the group after "of"."""
        terms = self.terms
        if at >= len(terms):
            return None
        first = at + 1 if terms.mark(at, ")") and terms.mark(at - 2, "(") else at
        if first >= len(terms) or terms[first].part not in ("stem", "mark"):
            return None
        noun, term = terms.follows(first, "noun"), terms[first]
        if term.proclitics or terms.text[terms[first - 1].end : term.start].strip(_SPACE):
            return None
        if terms.has(first, "other"):
            return _Counted(first + 1, None, None)
        if terms.has(first, "of"):
            return self._group_after(first)
        if noun and not term.pronoun and noun.number != "d" and not term.definite:
            return _Counted(self._adjectives(first + 1, term), first, str(noun.value))
        if terms.has(first, "uncounted"):
            return _Counted(first + 1, first, None)
        if term.features or term.part != "stem" or term.definite or term.pronoun or not self._like_counted(term, number):
            return None
        return _Counted(self._adjectives(first + 1, term), first, None)

    def _like_counted(self, term: Term, number: Number | None) -> bool:
        """Whether an unknown word has the form that the number asks for."""
        if len(term.key) < 3 or term.key.isascii() or number is None or term.key.endswith(self.verbal):
            return False
        if number.value == number.value.to_integral_value() and 11 <= number.value % 100 <= 99:
            return term.key.endswith((self.accusative, self.feminine))
        return number.last_kind in ("scale", "one", "ten", "hundred", "hundreds") or 3 <= number.value % 100 <= 10

    def _group_after(self, at: int) -> _Counted | None:
        """After "of": nobody new (منهم), or the group, «تسعة من عناصر التنظيم»."""
        terms = self.terms
        of = terms.has(at, "of")
        if terms[at].pronoun or (of and of.value):
            return _Counted(at + 1, None, None)
        if read_number(terms, at + 1):  # «ست من ثماني غارات»
            return _Counted(at, None, None)
        if at + 1 >= len(terms) or terms[at + 1].part != "stem" or terms[at + 1].proclitics or set(terms[at + 1].features) - {"noun"}:
            return None
        noun, last = terms.has(at + 1, "noun"), at + 2
        if last < len(terms) and terms[last].definite and not terms[last].proclitics and not terms[at + 1].definite:
            last = self._adjectives(last + 1, None, definite=True)
        return _Counted(last, at + 1, str(noun.value) if noun else None)

    def _adjectives(self, at: int, noun: Term | None, *, definite: bool = False) -> int:
        """Past the adjectives that agree with a noun."""
        terms = self.terms
        while at < len(terms) and at >= 0:
            term = terms[at]
            if term.proclitics or term.pronoun or term.part != "stem" or term.definite != definite:
                break
            if terms.has(at, "other"):
                return at + 1
            dual = noun is not None and noun.key.endswith(self.duals)
            if set(term.features) - ({"noun", "unit"} if dual else {"noun"}) or (not definite and not self._agrees(noun, term)):
                break
            at += 1
            if definite:
                break
        return at

    def _agrees(self, noun: Term | None, term: Term) -> bool:
        if noun is None or term.key.endswith(self.verbal) or len(term.key) < 4:
            return False
        size = noun.features["noun"].number if "noun" in noun.features else None
        if noun.key.endswith(self.duals):
            return term.key[-2:] == noun.key[-2:]
        if size == "p":
            return term.key.endswith(self.feminine)
        return term.key.endswith((self.feminine, self.accusative)) and term.key[-1] == noun.key[-1]

    # duals and ones

    def _dual(self, at: int) -> list[_Found]:
        """An indefinite dual: of a noun that is known, or with a second dual or «اثنين» after it."""
        terms, term = self.terms, self.terms[at]
        if term.definite or term.pronoun:
            return []
        noun, two = terms.has(at, "noun"), terms.follows(at + 1, "one")
        sure = two is not None and two.value == 2 and term.key.endswith(self.duals)
        if not sure and not self._is_dual(at):
            return []
        last = self._adjectives(at + 2 if sure else at + 1, term)
        last, bound = self._bound_after(last, "exact")
        first, bound = (at, bound) if bound != "exact" else self._bound_before(at)
        return [_Found(first, last, Decimal(2), bound, at, str(noun.value) if noun else None, "dual")]

    def _is_dual(self, at: int) -> bool:
        terms, term = self.terms, self.terms[at]
        noun = terms.has(at, "noun")
        if noun is None:
            return term.key.endswith(self.feminine_duals) and self._next_dual(at)
        adjective = at > 0 and terms.has(at - 1, "noun") is not None and not terms[at - 1].definite and not term.proclitics
        return noun.number == "d" and not adjective

    def _next_dual(self, at: int) -> bool:
        term = self.terms[at + 1] if at + 1 < len(self.terms) else None
        return term is not None and not term.proclitics and not term.definite and term.key.endswith(self.feminine_duals)

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
        bound = self.terms.has(at - 1, "bound")
        if bound is None or self.terms[at].proclitics:
            return at, "exact"
        return at - 1, bound.value  # type: ignore[return-value]

    def _bound_after(self, at: int, bound: Bound) -> tuple[int, Bound]:
        after = self.terms.has(at, "bound-after")
        if after is None:
            return at, bound
        return at + 1, after.value  # type: ignore[return-value]

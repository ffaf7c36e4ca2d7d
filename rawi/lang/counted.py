"""What a number counts: a noun with its adjectives, known to the pack or by its form, or the group that the number is taken from."""

from __future__ import annotations

from typing import NamedTuple

from rawi.lang.numerals import Number, read_number
from rawi.lang.schema.units import Endings
from rawi.lang.terms import Term, Terms
from rawi.text.fold import fold

_SPACE = " \t\u00a0\u200e\u200f"
NOUNS = frozenset(("noun", "yearly", "tally", "official", "name-head", "outlet-head", "age"))
"""Features of nouns: a word with no other may be what a number counts."""

_YEARS = range(1900, 2101)


class Counted(NamedTuple):
    """What a number counts: terms up to `last`, the noun's own term, its unit."""

    last: int
    noun: int | None
    unit: str | None


class Nouns:
    """Finds what is counted in the terms of a text."""

    def __init__(self, terms: Terms, endings: Endings) -> None:
        self.terms = terms
        self.feminine, self.accusative, self.verbal = fold(endings.feminine), endings.accusative, endings.verbal
        self.present = endings.present
        self.duals = (endings.dual, endings.oblique)
        self.feminine_duals = (endings.bound + endings.dual, endings.bound + endings.oblique)

    def after(self, at: int, number: Number | None) -> Counted | None:
        """The noun with its adjectives that begins at a term, or the group after "of"."""
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
            return Counted(first + 1, None, None)
        if terms.has(first, "of"):
            return self._group(first)
        if noun and not term.pronoun and noun.number != "d" and not term.definite:
            return Counted(self.adjectives(first + 1, term), first, str(noun.value))
        if terms.has(first, "uncounted"):
            return Counted(first + 1, first, None)
        if (
            not NOUNS.issuperset(term.features)
            or term.part != "stem"
            or term.definite
            or term.pronoun
            or not self._like_counted(term, number)
        ):
            return None
        return Counted(self.adjectives(first + 1, term), first, None)

    def _like_counted(self, term: Term, number: Number | None) -> bool:
        """Whether an unknown word has the form that the number asks for."""
        if len(term.key) < 3 or term.key.isascii() or number is None or term.key.endswith(self.verbal) or term.key.startswith(self.present):
            return False
        if number.value != number.value.to_integral_value():
            return number.last_kind in ("scale", "part")
        rest = int(number.value) % 100
        if 11 <= rest <= 99:
            return term.key.endswith((self.accusative, self.feminine))
        if number.last_kind == "digit" and number.value in _YEARS:
            return False
        return number.last_kind in ("scale", "one", "ten", "hundred", "hundreds") or 3 <= rest <= 10 or number.value >= 100

    def _group(self, at: int) -> Counted | None:
        """After "of": nobody new (منهم), or the group, «تسعة من عناصر التنظيم»."""
        terms = self.terms
        of = terms.has(at, "of")
        if terms[at].pronoun or (of and of.value):
            return Counted(at + 1, None, None)
        if read_number(terms, at + 1):  # «ست من ثماني غارات»
            return Counted(at, None, None)
        if at + 1 >= len(terms) or terms[at + 1].part != "stem" or terms[at + 1].proclitics or not NOUNS.issuperset(terms[at + 1].features):
            return None
        noun, last = terms.has(at + 1, "noun"), at + 2
        if last < len(terms) and terms[last].definite and not terms[last].proclitics and not terms[at + 1].definite:
            last = self.adjectives(last + 1, None, definite=True)
        return Counted(last, at + 1, str(noun.value) if noun else None)

    def adjectives(self, at: int, noun: Term | None, *, definite: bool = False) -> int:
        """Past the adjectives that agree with a noun."""
        terms = self.terms
        while 0 <= at < len(terms):
            term = terms[at]
            if term.proclitics or term.pronoun or term.part != "stem" or term.definite != definite:
                break
            if terms.has(at, "other"):
                return at + 1
            dual = noun is not None and noun.key.endswith(self.duals)
            if set(term.features) - NOUNS - ({"unit"} if dual else set()) or (not definite and not self._agrees(noun, term)):
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

"""Terms: a text's words as times and numbers are read in them, each with what the pack knows of it.

A term is a word or a lexicon phrase without its proclitics, a number, or a mark. The grammar of times and numbers composes terms by
their features and never looks at letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from rawi.text.lexicon import Keys, Lexicon
from rawi.text.tokens import Part, Token

Size = Literal["s", "d", "p"]


class Feature(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a word is to the calendar or to counting: its kind, value and grammatical number.

    A `shy` word is what it says only where its neighbours show it; a `definite` phrase was given with its article and needs it.
    """

    kind: str
    value: int | float | str | None = None
    number: Size = "s"
    shy: bool = False
    definite: bool = False


class Term(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Tokens `first` up to `last`, with the article and a pronoun but without proclitics; `start` and `end` are its letters.

    `proclitics` are named as the pack's particles are: "and", "so", "by", "for", "as", "will".
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    part: Part
    definite: bool
    proclitics: tuple[str, ...]
    pronoun: bool
    features: Mapping[str, Feature]


_NOTHING: Mapping[str, Feature] = {}
_NONE: tuple[str, ...] = ()
ARTICLE: Part = "article"


def bare(keys: tuple[str, ...]) -> tuple[str, ...]:
    """A phrase's keys without the article at its head: terms are looked up at their stems.

    >>> bare(("ال", "قرن", "ال", "ماضي"))
    ('قرن', 'ال', 'ماضي')
    """
    return keys[1:] if len(keys) > 1 and keys[0] == _ARTICLE_KEY else keys


_ARTICLE_KEY = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


class Terms(list[Term]):
    """The terms of a text, in order; asking beyond its ends is answered with nothing."""

    __slots__ = ("text",)

    def __init__(self, text: str, items: Iterable[Term] = ()) -> None:
        super().__init__(items)
        self.text = text

    def has(self, at: int, kind: str) -> Feature | None:
        """The feature of a kind that a term has, or None."""
        return self[at].features.get(kind) if 0 <= at < len(self) else None

    def follows(self, at: int, kind: str) -> Feature | None:
        """The same, for a term with no proclitic before it: one that goes on what stood before."""
        return self[at].features.get(kind) if 0 <= at < len(self) and not self[at].proclitics else None

    def mark(self, at: int, keys: str) -> bool:
        """Whether a term is one of some marks."""
        return 0 <= at < len(self) and self[at].part == "mark" and self[at].key in keys

    def number(self, at: int) -> str | None:
        """The digits of a term that is a number."""
        return self[at].key if 0 <= at < len(self) and self[at].part == "number" else None

    def glued(self, at: int) -> bool:
        """Whether no white space stands between a term and the one before it."""
        return 0 < at < len(self) and not any(c.isspace() for c in self.text[self[at - 1].end : self[at].start])

    def words(self, first: int, last: int) -> str:
        """The text's own words from one term up to another (not included)."""
        return self.text[self[first].start : self[last - 1].end]


def read_terms(text: str, tokens: Sequence[Token], keys: Keys, lexicon: Lexicon[Feature]) -> Terms:
    """The terms of a text; lexicon phrases as long as they go, several features where entries share a phrase."""
    terms, firsts = Terms(text), lexicon.firsts
    proclitics, article = _NONE, -1
    at, end = 0, len(tokens)
    while at < end:
        token = tokens[at]
        key, part = token.key, token.part
        if part == "article" or (key == _ARTICLE_KEY and at + 1 < end and tokens[at + 1].part == "number"):
            article = at
            at += 1
            continue
        last, features = _longest(lexicon, keys, at, article >= 0) if key in firsts else (at + 1, _NOTHING)
        if last == at + 1 < end and (part == "proclitic" or len(key) == 1) and _leads(token, tokens[at + 1]) and not _inside(tokens, at):
            particle = features.get("particle")
            proclitics += (str(particle.value) if particle else key,)
            at += 1
            continue
        pronoun = False
        while last < end and tokens[last].part == "pronoun" and tokens[last].start == tokens[last - 1].end:
            last, pronoun = last + 1, True
        first = article if article >= 0 else at
        terms.append(Term(
            first=first, last=last, start=tokens[first].start, end=tokens[last - 1].end, key=key, part=part,
            definite=article >= 0, proclitics=proclitics, pronoun=pronoun, features=features,
        ))  # fmt: skip
        proclitics, article, at = _NONE, -1, last
    return terms


def _leads(token: Token, following: Token) -> bool:
    """Whether a token is a proclitic of the one after it; one letter glued to digits is (بـ5, لـ2016), and «و» with a space after it."""
    if token.part == "proclitic":
        return following.word == token.word or following.part in ("number", "mark") or token.end + 1 == following.start
    return following.part == "number" and token.part == "stem" and len(token.key) == 1 and token.end == following.start


def _inside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a letter is glued to the number before it: «5ر1»."""
    return at > 0 and tokens[at - 1].part == "number" and tokens[at - 1].end == tokens[at].start


_Kinds = Mapping[str, Feature]
"""Features by kind, the first given of each."""


def _by_kind(entries: Sequence[Feature]) -> tuple[_Kinds, _Kinds]:
    """Features of a phrase without an article, and with one: definite ones only after it."""
    bare = {entry.kind: entry for entry in reversed(entries) if not entry.definite}
    return bare, {entry.kind: entry for entry in reversed(entries)}


def _longest(lexicon: Lexicon[Feature], keys: Keys, at: int, definite: bool) -> tuple[int, _Kinds]:
    """Where the longest phrases at a token end, and their features."""
    for last, number in reversed(lexicon.ends(keys, at)):
        if features := lexicon.told(number, _by_kind)[definite]:
            return last, features
    return at + 1, _NOTHING

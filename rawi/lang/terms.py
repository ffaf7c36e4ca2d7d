"""Terms: a text's words as times and numbers are read in them, each with what the pack knows of it.

A term is a word or a lexicon phrase without its proclitics, a number, or a mark. The grammar of times and numbers composes terms by
their features and never looks at letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from rawi.text.lexicon import Keys, Lexicon
from rawi.text.tokens import Part, Token

Size = Literal["s", "d", "p"]


class Feature(msgspec.Struct, frozen=True, kw_only=True):
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


class Terms:
    """The terms of a text, in order; asking beyond its ends is answered with nothing."""

    __slots__ = ("items", "text")

    def __init__(self, text: str, items: Sequence[Term]) -> None:
        self.text, self.items = text, items

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, at: int) -> Term:
        return self.items[at]

    def has(self, at: int, kind: str) -> Feature | None:
        """The feature of a kind that a term has, or None."""
        return self.items[at].features.get(kind) if 0 <= at < len(self.items) else None

    def follows(self, at: int, kind: str) -> Feature | None:
        """The same, for a term with no proclitic before it: one that goes on what stood before."""
        return self.items[at].features.get(kind) if 0 <= at < len(self.items) and not self.items[at].proclitics else None

    def mark(self, at: int, keys: str) -> bool:
        """Whether a term is one of some marks."""
        return 0 <= at < len(self.items) and self.items[at].part == "mark" and self.items[at].key in keys

    def number(self, at: int) -> str | None:
        """The digits of a term that is a number."""
        return self.items[at].key if 0 <= at < len(self.items) and self.items[at].part == "number" else None

    def glued(self, at: int) -> bool:
        """Whether no white space stands between a term and the one before it."""
        return 0 < at < len(self.items) and not any(c.isspace() for c in self.text[self.items[at - 1].end : self.items[at].start])

    def words(self, first: int, last: int) -> str:
        """The text's own words from one term up to another (not included)."""
        return self.text[self.items[first].start : self.items[last - 1].end]


def read_terms(text: str, tokens: Sequence[Token], keys: Keys, lexicon: Lexicon[Feature]) -> Terms:
    """The terms of a text; lexicon phrases as long as they go, several features where entries share a phrase."""
    items: list[Term] = []
    proclitics, article = _NONE, -1
    firsts, seen = lexicon.firsts, dict[tuple[str, bool], Mapping[str, Feature]]()
    at, end = 0, len(tokens)
    while at < end:
        token = tokens[at]
        key = token.key
        if token.part == "article" or (key == _ARTICLE_KEY and at + 1 < end and tokens[at + 1].part == "number"):
            article = at
            at += 1
            continue
        last, features = at + 1, _NOTHING
        if key in firsts:
            alone = firsts[key]
            if alone is None:
                last, features = _longest(lexicon, keys, at, article >= 0)
            else:
                word = (key, article >= 0)
                features = seen.get(word) or seen.setdefault(word, _by_kind(lexicon.entries[alone], article >= 0))
        inside = at > 0 and tokens[at - 1].part == "number" and tokens[at - 1].end == token.start  # «5ر1»
        if last == at + 1 < end and not inside and _leads(token, tokens[at + 1]):
            particle = features.get("particle")
            proclitics += (str(particle.value) if particle else key,)
            at += 1
            continue
        pronoun = False
        while last < end and tokens[last].part == "pronoun" and tokens[last].start == tokens[last - 1].end:
            last, pronoun = last + 1, True
        first = article if article >= 0 else at
        items.append(Term(
            first=first, last=last, start=tokens[first].start, end=tokens[last - 1].end, key=key, part=token.part,
            definite=article >= 0, proclitics=proclitics, pronoun=pronoun, features=features,
        ))  # fmt: skip
        proclitics, article, at = _NONE, -1, last
    return Terms(text, items)


def _leads(token: Token, following: Token) -> bool:
    """Whether a token is a proclitic of the one after it; one letter glued to digits is (بـ5, لـ2016), and «و» with a space after it."""
    if token.part == "proclitic":
        return following.word == token.word or following.part in ("number", "mark") or token.end + 1 == following.start
    return following.part == "number" and token.part == "stem" and len(token.key) == 1 and token.end == following.start


def _by_kind(entries: Sequence[Feature], definite: bool) -> Mapping[str, Feature]:
    """Features by kind, the first given of each; definite ones only after an article."""
    return {entry.kind: entry for entry in reversed(entries) if definite or not entry.definite}


def _longest(lexicon: Lexicon[Feature], keys: Keys, at: int, definite: bool) -> tuple[int, Mapping[str, Feature]]:
    """Where the longest phrases at a token end, and their features."""
    hits = [hit for hit in lexicon.at(keys, at) if definite or not hit.entry.definite]
    if not hits:
        return at + 1, _NOTHING
    last = hits[-1].last
    return last, _by_kind([hit.entry for hit in hits if hit.last == last], definite)

"""Clusters: references that speak of one thing, gathered while an article's entities are told apart."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from rawi.document import Document, Reference
from rawi.model import EntityKind
from rawi.text.fold import QUOTE, fold

_LATER = 1 << 30  # further than any reference before
ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
"""The key of the article."""

_WRITTEN = ARTICLE  # what the article is written as, where no preposition has swallowed its first letter

Keys = tuple[str, ...]


def name_keys(doc: Document, first: int, last: int) -> Keys:
    """The keys by which names are compared: stems without articles, quotation marks and brackets."""
    return tuple(token.key for token in doc.tokens[first:last] if token.part in ("stem", "number", "pronoun") and token.key != ARTICLE)


def within(short: Keys, long: Keys) -> bool:
    """Whether the words of a name stand together inside a longer one."""
    size = len(short)
    return any(long[at : at + size] == short for at in range(len(long) - size + 1))


class Cluster:
    """One thing of the article: its references and what they say of it."""

    def __init__(self, kind: EntityKind, thing: int | None = None) -> None:
        self.kind, self.thing = kind, thing
        self.references: list[int] = []
        self.names: dict[Keys, int] = {}
        """Names, each with the reference that bears it first."""
        self.heads: set[str] = set()

    def add(self, number: int, keys: Keys | None = None) -> None:
        """Takes a reference in, under a name if it bears one."""
        insort(self.references, number)
        if keys:
            self.names.setdefault(keys, number)

    def nearest(self, number: int) -> int:
        """How far from a reference the cluster was last spoken of: those before it count first."""
        place = bisect_left(self.references, number)
        if place:
            return number - self.references[place - 1]
        return _LATER + (self.references[0] if self.references else 0)


def majority(values: Sequence[str]) -> Literal["m", "f", "either"]:
    """The gender that most references show."""
    counts = Counter(value for value in values if value in ("m", "f"))
    return counts.most_common(1)[0][0] if counts else "either"  # type: ignore[return-value]


def spelled(doc: Document, reference: Reference) -> str:
    """A reference's name as the text spells it, without marks: its proper name where it has one, else all its words but the brackets."""
    first, last = reference.name or (reference.first, reference.last)
    if reference.name is None and reference.alias is not None:
        last = min(last, reference.alias[0] - 1)
    pieces: list[str] = []
    end = None
    for token in doc.tokens[first:last]:
        if token.key == QUOTE:
            continue
        if end is not None and end != token.start:
            pieces.append(" ")
        written = doc.article.text[token.start : token.end]
        pieces.append(_WRITTEN if end is None and token.key == ARTICLE and fold(written) != ARTICLE else written)
        end = token.end
    return " ".join("".join(pieces).split())

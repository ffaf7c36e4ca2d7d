"""Matching over words: lexicons of word sequences in a trie, looked up at a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

import marisa_trie

from rawi.text.tokens import Token

Entry = TypeVar("Entry")
_GAP = "\x1f"


class Keys:
    """The keys of a token sequence as one string, with the place where each begins."""

    __slots__ = ("_index", "joined", "starts")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.starts: list[int] = []
        at = 0
        for token in tokens:
            self.starts.append(at)
            at += len(token.key) + 1
        self.starts.append(at)
        self.joined = _GAP.join([t.key for t in tokens] + [""])
        self._index = {start: i for i, start in enumerate(self.starts)}

    def token_at(self, place: int) -> int:
        """The number of the token whose key begins at a place of the joined string."""
        return self._index[place]


class Hit(NamedTuple, Generic[Entry]):
    """Tokens `first` up to `last` (not included) match an entry."""

    first: int
    last: int
    entry: Entry


class Lexicon(Generic[Entry]):
    """Word sequences and what each stands for; one sequence may stand for several things."""

    LONGEST = 160  # characters of joined keys looked at: no name or phrase is longer

    def __init__(self, trie: marisa_trie.RecordTrie, entries: Sequence[Entry]) -> None:
        self.trie, self.entries = trie, entries

    @classmethod
    def build(cls, rows: Iterable[tuple[tuple[str, ...], Entry]]) -> Lexicon[Entry]:
        """A lexicon of rows of keys and entry.

        >>> lexicon = Lexicon.build([(("امين", "عام"), "office")])
        >>> from rawi.text.tokens import tokenize
        >>> lexicon.longest(Keys(tokenize("هو أمين عام")), 1)
        Hit(first=1, last=3, entry='office')
        """
        entries: list[Entry] = []
        pairs: list[tuple[str, tuple[int]]] = []
        for keys, entry in rows:
            pairs.append((_GAP.join(keys) + _GAP, (len(entries),)))
            entries.append(entry)
        return cls(marisa_trie.RecordTrie("<I", pairs), entries)

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The first keys of all entries: a token with another key begins none, and need not be looked up."""
        return frozenset(phrase.partition(_GAP)[0] for phrase in self.trie.keys())

    def at(self, keys: Keys, first: int) -> list[Hit[Entry]]:
        """All entries that begin at a token, shortest first."""
        start = keys.starts[first]
        window = keys.joined[start : start + self.LONGEST]
        hits: list[Hit[Entry]] = []
        for found in self.trie.prefixes(window):
            last = keys.token_at(start + len(found))
            hits += [Hit(first, last, self.entries[number]) for (number,) in self.trie[found]]
        return hits

    def longest(self, keys: Keys, first: int) -> Hit[Entry] | None:
        """The longest entry that begins at a token (the first given of equals), or None."""
        hits = self.at(keys, first)
        return max(hits, key=lambda hit: hit.last) if hits else None

    def scan(self, keys: Keys, first: int, stop: int) -> list[Hit[Entry]]:
        """The longest entries between two tokens, left to right, none overlapping another."""
        found: list[Hit[Entry]] = []
        at = first
        while at < stop:
            hit = self.longest(keys, at)
            if hit and hit.last <= stop:
                found.append(hit)
                at = hit.last
            else:
                at += 1
        return found

"""Matching over words: lexicons of word sequences in a trie, looked up at a token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, TypeVar

import marisa_trie
import msgspec

from rawi.text.tokens import Token

Entry = TypeVar("Entry")
GAP = "\x1f"
"""Stands between the keys of a phrase in a trie."""


class Keys:
    """The keys of a token sequence as one string, with the place where each begins."""

    __slots__ = ("_index", "joined", "starts", "words")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.words = [token.key for token in tokens]
        self.starts = list(accumulate((len(word) + 1 for word in self.words), initial=0))
        self.joined = GAP.join([*self.words, ""])
        self._index = {start: i for i, start in enumerate(self.starts)}

    def token_at(self, place: int) -> int:
        """The number of the token whose key begins at a place of the joined string."""
        return self._index[place]


_NOTHING = -1


class Hit(msgspec.Struct, Generic[Entry], frozen=True, gc=False):
    """Tokens `first` up to `last` (not included) match an entry."""

    first: int
    last: int
    entry: Entry


class Lexicon(Generic[Entry]):
    """Word sequences and what each stands for; one sequence may stand for several things."""

    LONGEST = 160  # characters of joined keys looked at: no name or phrase is longer

    def __init__(self, trie: marisa_trie.Trie, entries: Sequence[Sequence[Entry]]) -> None:
        self.trie, self.entries = trie, entries
        """The phrases, and for each phrase's number in the trie all that it stands for."""

    @classmethod
    def build(cls, rows: Iterable[tuple[tuple[str, ...], Entry]]) -> Lexicon[Entry]:
        """A lexicon of rows of keys and entry.

        >>> lexicon = Lexicon.build([(("امين", "عام"), "office")])
        >>> from rawi.text.tokens import tokenize
        >>> lexicon.longest(Keys(tokenize("هو أمين عام")), 1)
        Hit(first=1, last=3, entry='office')
        """
        groups: dict[str, list[Entry]] = {}
        for keys, entry in rows:
            groups.setdefault(GAP.join(keys) + GAP, []).append(entry)
        trie = marisa_trie.Trie(groups)  # not a RecordTrie: its prefix search is forty times slower
        return cls(trie, [groups[trie.restore_key(number)] for number in range(len(groups))])

    @cached_property
    def firsts(self) -> Mapping[str, int | None]:
        """The first keys of all phrases: a token with another key begins none, and need not be looked up.

        Each with the number of the phrase it is, where it is one and begins no longer phrase; else None.
        """
        firsts: dict[str, int | None] = {}
        for phrase, number in self.trie.items():
            first, _, more = phrase.partition(GAP)
            firsts[first] = None if more or first in firsts else number
        return firsts

    def at(self, keys: Keys, first: int) -> list[Hit[Entry]]:
        """All entries that begin at a token, shortest first."""
        alone = self.firsts.get(keys.words[first], _NOTHING)
        if alone == _NOTHING:
            return []
        if alone is not None:  # a word that begins no longer phrase needs no search
            return [Hit(first, first + 1, entry) for entry in self.entries[alone]]
        start = keys.starts[first]
        window = keys.joined[start : start + self.LONGEST]
        hits: list[Hit[Entry]] = []
        for found, number in self.trie.iter_prefixes_with_ids(window):
            last = keys.token_at(start + len(found))
            hits += [Hit(first, last, entry) for entry in self.entries[number]]
        return hits

    def longest(self, keys: Keys, first: int) -> Hit[Entry] | None:
        """The longest entry that begins at a token (the first given of equals), or None."""
        hits = self.at(keys, first)
        return max(hits, key=lambda hit: hit.last) if hits else None

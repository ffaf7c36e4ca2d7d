"""Matching over words: lexicons of word sequences in a trie, looked up at a token."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

import marisa_trie
import msgspec

from rawi.text.tokens import Token

Entry = TypeVar("Entry")
Told = TypeVar("Told")
GAP = "\x1f"
"""Stands between the keys of a phrase in a trie."""


class Keys:
    """The keys of a token sequence."""

    __slots__ = ("words",)

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.words = [token.key for token in tokens]


class Branch:
    """What may follow some first words of phrases: the number of the phrase that they are, and the branches of the next words."""

    __slots__ = ("number", "onward")

    def __init__(self) -> None:
        self.number: int | None = None
        self.onward: dict[str, Branch] = {}

    def ends(self, words: Sequence[str], at: int) -> list[tuple[int, int]]:
        """The token after, and the number, of each phrase that goes on from here at a token, shortest first."""
        found = [] if self.number is None else [(at, self.number)]
        onward, size = self.onward, len(words)
        while at < size and (following := onward.get(words[at])) is not None:
            at += 1
            onward = following.onward
            if following.number is not None:
                found.append((at, following.number))
        return found


def branch(trie: marisa_trie.Trie, begin: str) -> Branch | None:
    """The branch of the phrases of a trie that begin with a word, or with words joined by GAP; None where none does.

    Walking it word by word is several times faster than asking the trie for the prefixes of a text.
    """
    start = begin + GAP
    first: Branch | None = None
    for phrase, number in trie.items(start):
        here = first = first or Branch()
        for word in phrase[len(start) :].split(GAP)[:-1]:
            here = here.onward.setdefault(word, Branch())
        here.number = number
    return first


_NOTHING = -1


class Hit(msgspec.Struct, Generic[Entry], frozen=True, gc=False):
    """Tokens `first` up to `last` (not included) match an entry."""

    first: int
    last: int
    entry: Entry


class Lexicon(Generic[Entry]):
    """Word sequences and what each stands for; one sequence may stand for several things."""

    def __init__(self, trie: marisa_trie.Trie, entries: Sequence[Sequence[Entry]]) -> None:
        self.trie, self.entries = trie, entries
        """The phrases, and for each phrase's number in the trie all that it stands for."""
        self._branches: dict[str, Branch | None] = {}
        self._told: dict[int, Any] = {}

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
        entries = self.entries
        return [Hit(first, last, entry) for last, number in self.ends(keys, first) for entry in entries[number]]

    def ends(self, keys: Keys, first: int) -> list[tuple[int, int]]:
        """The token after, and the number, of each phrase that begins at a token, shortest first."""
        word = keys.words[first]
        alone = self.firsts.get(word, _NOTHING)
        if alone == _NOTHING:
            return []
        if alone is not None:  # a word that begins no longer phrase needs no search
            return [(first + 1, alone)]
        begun = self._branches.get(word)
        if begun is None:
            begun = self._branches[word] = branch(self.trie, word)
        return begun.ends(keys.words, first + 1) if begun else []

    def told(self, number: int, tell: Callable[[Sequence[Entry]], Told]) -> Told:
        """What a reader makes of all that a phrase stands for; made once, so that one lexicon is for one such reader."""
        made = self._told.get(number)
        if made is None:
            made = self._told[number] = tell(self.entries[number])
        return made

    def longest(self, keys: Keys, first: int) -> Hit[Entry] | None:
        """The longest entry that begins at a token (the first given of equals), or None."""
        hits = self.at(keys, first)
        return max(hits, key=lambda hit: hit.last) if hits else None

"""The words an article is sought by: each written word under its stem, without the letters that Arabic writes on to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from rawi.lang.pack import Language
from rawi.text.fold import fold
from rawi.text.tokens import Token

_REMEMBERED = 50_000
"""Written words whose keys are remembered: a screen of results repeats most of its own."""

_CHUNK = re.compile(r"\S+")  # what stands between white space: no word goes beyond it


class Word(NamedTuple):
    """A written word: where it stands, and the key it is sought by."""

    start: int
    end: int
    key: str


class Peeler:
    """Gives words their keys: of the folded word conjunctions, prepositions, article and pronouns are left out.

    A word whose stem is itself a small one keeps its other letters (a man called Ban is not the word that he shares two letters with);
    conjunctions go in any case. Marks have no key.
    """

    def __init__(self, lang: Language) -> None:
        clitics = lang.sources.clitics
        self._lang = lang
        self._small = frozenset(map(fold, clitics.functions))
        self._joining = frozenset(particle.letters for particle in clitics.conjunctions)
        self._folded = lru_cache(_REMEMBERED)(fold)
        self._taken = lru_cache(_REMEMBERED)(self.text)

    def text(self, text: str) -> list[Word]:
        """The words of a text.

        >>> from rawi.lang.pack import load
        >>> [word.key for word in Peeler(load()).text("قَالَ الأمين إن والحدود آمنة.")]
        ['قال', 'امين', 'ان', 'حدود', 'امنه']
        """
        return list(self.words(self._lang.tokens(text)))

    def seek(self, text: str, keys: Iterable[str]) -> list[Word]:
        """The words of a text as `text` gives them, but without their keys where these can be none of some keys: ten times faster.

        >>> from rawi.lang.pack import load
        >>> [word.key for word in Peeler(load()).seek("قَالَ الأمين إن والحدود آمنة.", ["حدود"])]
        ['', '', '', 'حدود', '']
        """
        stems = {key[:-1] if len(key) > 2 else key for key in keys}  # a pronoun may change the last letter before it
        maybe = re.compile("|".join(map(re.escape, stems))).search
        found: list[Word] = []
        for chunk in _CHUNK.finditer(text):
            start, written = chunk.start(), chunk.group()
            if maybe(self._folded(written)):
                found += [Word(start + first, start + last, key) for first, last, key in self._taken(written)]
            elif written[0].isalpha() or any(map(str.isalnum, written)):
                found.append(Word(start, chunk.end(), ""))
        return found

    def words(self, tokens: Sequence[Token]) -> Iterator[Word]:
        """The words that tokens make up, in order."""
        first, number = 0, len(tokens)
        while first < number:
            token = tokens[first]
            last = first + 1
            while last < number and tokens[last].word == token.word:
                last += 1
            if last == first + 1:
                if token.part != "mark":
                    yield Word(token.start, token.end, token.key)
            else:
                yield Word(token.start, tokens[last - 1].end, self._key(tokens[first:last]))
            first = last

    def _key(self, pieces: Sequence[Token]) -> str:
        stems = [piece.key for piece in pieces if piece.part == "stem"]
        if len(stems) == 1 and stems[0] not in self._small:
            return stems[0]
        at = 0
        while at < len(pieces) - 1 and pieces[at].part == "proclitic" and pieces[at].key in self._joining:
            at += 1
        return "".join(piece.key for piece in pieces[at:])


def joined(words: Iterable[Word]) -> str:
    """The keys of words as one text, as a full-text index takes it."""
    return " ".join(word.key for word in words)


def within(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words that stand between two places of the text."""
    first = bisect_left(words, start, key=_start)
    last = bisect_left(words, end, key=_start)
    while last > first and words[last - 1].end > end:
        last -= 1
    return list(words[first:last])


_start = attrgetter("start")

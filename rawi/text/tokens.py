"""Tokens: spans over the article as received, clitics apart, each with its folded key."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import msgspec

from rawi.text.fold import fold

Part = Literal["stem", "proclitic", "article", "pronoun", "number", "mark"]
Piece = tuple[int, int, str, Part]
"""A token inside one written word: start and end from the word's start, key, part."""
Split = Callable[[str], tuple[Piece, ...]]
"""Takes what is written without a space apart: a word into its clitics and its stem; a number or a mark is one piece."""

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c\u200d"  # vowel signs, tatweel, joiners
# a number with its separators, a word of letters and marks (apostrophes only between Latin letters), or one mark
_PIECE = re.compile(rf"\d+(?:[.,\u066b\u066c\u060c]\d+)*|[^\W\d_](?:[^\W\d_]|[{_MARKS}]|(?<=[A-Za-z])['’](?=[A-Za-z]))*|\S")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A clitic, stem, number or mark: `text[start:end]` are its letters, `key` what it is looked up by.

    `word` numbers the written word it belongs to: tokens of one word stand together without a space.
    """

    start: int
    end: int
    key: str
    part: Part
    word: int


def whole(written: str) -> tuple[Piece, ...]:
    """The split that leaves every word in one piece; a tatweel alone counts as a letter and is none."""
    key, first = fold(written), written[0]
    part: Part = "stem" if first.isalpha() else "number" if first.isdecimal() else "mark"
    return ((0, len(written), key, part),) if key else ()


def tokenize(text: str, split: Split = whole) -> tuple[Token, ...]:
    """The tokens of a text, in order; white space and stray marks of vowel signs belong to none.

    >>> [t.key for t in tokenize("قال «بايدن»: 100 ألف")]
    ['قال', '"', 'بايدن', '"', ':', '100', 'الف']
    """
    tokens: list[Token] = []
    add = tokens.append
    for number, found in enumerate(_PIECE.finditer(text)):
        start = found.start()
        for a, b, key, part in split(found[0]):
            add(Token(start + a, start + b, key, part, number))
    return tuple(tokens)

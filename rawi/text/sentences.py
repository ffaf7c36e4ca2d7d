"""Sentences and paragraphs: where one breath ends, without cutting a quotation, a number or an abbreviation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from rawi.text.fold import QUOTE
from rawi.text.tokens import Token

_BREAK = re.compile(r"\n")  # a line's end
_ENDERS = frozenset(".?!…")
_SYLLABLE = 2  # letters of a foreign initial as it is spelled: بي.بي.سي
_CLOSERS = frozenset((QUOTE, ")", "]"))


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Tokens `first` up to `last` (not included), in paragraph number `paragraph` (lines of the text, counted from 0)."""

    first: int
    last: int
    paragraph: int


def sentences(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """The sentences of a text, in order, together holding every token once.

    A line break always ends one; a full stop does not between single letters (د.ب.أ), nor inside a pair of quotation marks.

    >>> from rawi.text.tokens import tokenize
    >>> words = "قال. «نعم. ثم لا». ذهب"
    >>> [(s.first, s.last) for s in sentences(words, tokenize(words))]
    [(0, 2), (2, 9), (9, 10)]
    """
    out: list[Sentence] = []
    for paragraph, (start, stop) in enumerate(_paragraphs(text, tokens)):
        inside = _quoted(text, tokens, start, stop)
        first = at = start
        while at < stop:
            if tokens[at].key[0] in _ENDERS and (not inside[at - start] or _ends_quote(tokens, at, stop, inside[at - start :])):
                if _abbreviates(tokens, at, stop):
                    at += 1
                    continue
                at = _past_closers(tokens, at + 1, stop, inside, start)
                out.append(Sentence(first, at, paragraph))
                first = at
            else:
                at += 1
        if first < stop:
            out.append(Sentence(first, stop, paragraph))
    return tuple(out)


def _paragraphs(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    starts = [token.start for token in tokens]
    begin = {bisect_right(starts, found.start()) for found in _BREAK.finditer(text)} - {0, len(tokens)}
    bounds = [0, *sorted(begin), len(tokens)]
    return list(pairwise(bounds)) if tokens else []


def _quoted(text: str, tokens: Sequence[Token], start: int, stop: int) -> list[bool]:
    """For each token of a paragraph, whether it stands inside a pair of quotation marks; an odd last mark opens nothing."""
    marks = [at for at in range(start, stop) if tokens[at].key == QUOTE]
    inside = [False] * (stop - start)
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        for at in range(opening + 1, closing):
            inside[at - start] = True
    return inside


def _abbreviates(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether the stop at `at` belongs to an abbreviation or a number: a single letter before it, or no space after it and a letter."""
    if tokens[at].key != ".":
        return False
    joined = at + 1 < stop and tokens[at + 1].start == tokens[at].end and tokens[at + 1].part != "mark"
    before = tokens[at - 1] if at else None
    longest = _SYLLABLE if joined else 1
    lone = before is not None and before.part in ("stem", "proclitic") and len(before.key) <= longest
    return lone and before is not None and before.end == tokens[at].start and (joined or at + 1 == stop or tokens[at + 1].key != QUOTE)


def _ends_quote(tokens: Sequence[Token], at: int, stop: int, inside: list[bool]) -> bool:
    """Whether a stop is the last of what a pair of marks holds, and the sentence ends with it: «… .» and then a new one."""
    if at + 1 >= stop or tokens[at + 1].key != QUOTE or tokens[at + 1].start != tokens[at].end or inside[1]:
        return False
    return at + 2 >= stop or tokens[at + 2].key not in (",", ";", ".")


def _past_closers(tokens: Sequence[Token], at: int, stop: int, inside: list[bool], start: int) -> int:
    while at < stop and (tokens[at].key[0] in _ENDERS or (tokens[at].key in _CLOSERS and tokens[at].start == tokens[at - 1].end)):
        at += 1
    return at

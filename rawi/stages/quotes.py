"""Quotations: pairs of marks, whatever their make, nested ones too, and those that were never closed.

A mark's side is told by the white space around it, as newsrooms write it, and by its own shape only where the spacing leaves it open:
pages mix «», “”, "" and even {» in one quotation, and change the make from edit to edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from rawi.document import Document, Quote
from rawi.lang.pack import Language
from rawi.text.fold import QUOTE

Side = Literal["opens", "closes", "either"]
_OPENING, _CLOSING = frozenset("“«‹„‟‘"), frozenset("”»›’")


def quotes(doc: Document, lang: Language) -> tuple[Quote, ...]:
    """The pairs of quotation marks in order of their opening ones; a pair holds the tokens of its two marks.

    An opening mark that its paragraph never closes holds to the end of its sentence; a stray closing mark is none.
    """
    found: list[Quote] = []
    for _, sentences in groupby(doc.sentences, key=lambda s: s.paragraph):
        bounds = [(s.first, s.last) for s in sentences]
        marks = [at for at in range(bounds[0][0], bounds[-1][1]) if doc.tokens[at].key == QUOTE]
        if marks:
            found += _pairs(doc, marks, bounds)
    return tuple(sorted(found, key=lambda q: q.opening))


def _pairs(doc: Document, marks: list[int], sentences: list[tuple[int, int]]) -> Iterator[Quote]:
    waiting: list[int] = []
    for place, mark in enumerate(marks):
        side = _side(doc, mark)
        if side == "opens" and len(waiting) > 1:
            side = "either"  # nobody writes three deep: the spacing is a slip
        if (side == "closes" and waiting) or (side == "either" and (waiting or place == len(marks) - 1)):
            if waiting:
                yield Quote(opening=waiting.pop(), closing=mark)
        elif side != "closes":
            waiting.append(mark)
    for opening in waiting:
        end = next(last for first, last in sentences if first <= opening < last)
        yield Quote(opening=opening, closing=end, closed=False)


def _side(doc: Document, mark: int) -> Side:
    """Whether a mark opens or closes, by the space beside it, else by its shape."""
    text, token = doc.article.text, doc.tokens[mark]
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    joined_left = mark > 0 and doc.tokens[mark - 1].part == "proclitic" and doc.tokens[mark - 1].end == token.start
    open_left = not before or before.isspace() or before in "([:-–" or joined_left
    open_right = not after or after.isspace() or (not after.isalnum() and after not in "([" and after not in _OPENING)
    if open_left != open_right:
        return "opens" if open_left else "closes"
    shape = text[token.start]
    if shape in _OPENING:
        return "opens"
    return "closes" if shape in _CLOSING else "either"

"""When two names, or two stretches of text, are the same for the score."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rawi.evaluate.gold import GoldEntity
from rawi.model import Link, Record

_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]")  # vowels, tatweel, marks of direction
_FOLD = str.maketrans("\u0623\u0625\u0622\u0671\u0649\u0629\u0624\u0626\u06af", "\u0627\u0627\u0627\u0627\u064a\u0647\u0648\u064a\u063a")
_WORD = re.compile(r"\w+")  # a word
_ENDS = re.compile("[.!\u061f?\n]+(?=\\s|$|[\"\u201d\u00bb\u201c])|\n")  # the end of a sentence


def names_agree(one: str, other: str) -> bool:
    """Equal when folded, or the words of one are all among the other's.

    >>> names_agree("الأمين العام أنطونيو غوتيريش", "انطونيو غوتيريش")
    True
    """
    a, b = _words(one), _words(other)
    return bool(a and b) and (a <= b or b <= a)


def _words(name: str) -> frozenset[str]:
    folded = _MARKS.sub("", unicodedata.normalize("NFKC", name)).translate(_FOLD).casefold()
    return frozenset(_WORD.findall(folded))


def right_entity(gold: GoldEntity, names: Iterable[str]) -> bool:
    """Whether one of the names is one of gold's for that entity."""
    known = (*gold.names, *((gold.name_en,) if gold.name_en else ()))
    return any(names_agree(ours, theirs) for theirs in names for ours in known)


def names_of(record: Record) -> dict[str, tuple[str, ...]]:
    """The names of a record's entities, by id."""
    return {entity.id: (entity.name, *((entity.name_en,) if entity.name_en else ())) for entity in record.entities}


def link_names(names: dict[str, tuple[str, ...]], link: Link) -> tuple[str, ...]:
    """What a link's entity is called, and what the text calls it there."""
    return (*names.get(link.entity, ()), *((link.mention.text,) if link.mention and link.mention.text else ()))


def solid(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The offsets of letters and digits that spans cover."""
    return {at for start, end in spans for at in range(max(0, start), min(end, len(text))) if text[at].isalnum()}


def overlap(one: set[int], other: set[int]) -> float:
    """Intersection over union.

    >>> overlap({1, 2, 3}, {2, 3, 4})
    0.5
    """
    return len(one & other) / len(one | other) if one or other else 0.0


def pairs(gold: Sequence[set[int]], found: Sequence[set[int]], least: float) -> list[tuple[int, int, float]]:
    """Gold and found ones paired one to one, the best overlap first; none under `least`."""
    ranked = sorted(((overlap(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found)), reverse=True)
    taken_gold, taken_found, paired = set[int](), set[int](), list[tuple[int, int, float]]()
    for share, i, j in ranked:
        if share >= least and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            paired.append((i, j, share))
    return paired


def sentence_of(text: str, at: int) -> int:
    """The number of the sentence that an offset stands in."""
    return sum(1 for found in _ENDS.finditer(text) if found.end() <= at)

"""The words of numbers: what they are worth, what bounds them, and what shows that they count nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rawi.lang.schema import Sources
from rawi.lang.terms import Feature, bare


def rows(sources: Sources, keys: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Feature]]:
    """Keys, without a leading article, and feature of every word of `numbers.toml`."""
    for row in sources.numbers.word:
        for word in row.words:
            folded = keys(word)
            yield bare(folded), Feature(kind=row.kind, value=row.value, definite=bare(folded) != folded)

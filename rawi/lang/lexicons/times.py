"""The words of times: months, days, units, what shifts them, and the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rawi.lang.schema import Sources
from rawi.lang.terms import Feature, bare


def rows(sources: Sources, keys: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Feature]]:
    """Keys, without a leading article, and feature of every word of `times.toml`."""
    for row in sources.times.word:
        for word in row.words:
            folded = keys(word)
            yield bare(folded), Feature(kind=row.kind, value=row.value, number=row.number, shy=row.shy, definite=bare(folded) != folded)

"""The words of times and numbers and the nouns that are counted: one lexicon, so that each word is looked up once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rawi.lang.lexicons import numbers, times, units
from rawi.lang.schema import Sources
from rawi.lang.terms import Feature

Entry = Feature


def rows(sources: Sources, keys: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Keys and feature of every word of `times.toml`, `numbers.toml` and `units.toml`."""
    yield from times.rows(sources, keys)
    yield from numbers.rows(sources, keys)
    yield from units.rows(sources, keys)

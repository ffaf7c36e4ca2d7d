"""Words that a splitter must leave whole, though they begin or end like a clitic."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rawi.lang.schema import Sources


def known_words(sources: Sources, folder: Path) -> Iterator[str]:
    """The folded stems that a pack knows."""
    yield from ()

"""The world: who and what exists, with names, codes and offices."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path


class World:
    """The things that names can stand for."""

    version = "2026.11"

    @classmethod
    def words(cls, source: Path | None) -> tuple[Iterable[str], str]:
        """The written words of all names (a splitter leaves them whole) and the source's fingerprint."""
        return (), "none"

    @classmethod
    def empty(cls) -> World:
        """A world in which nothing has a name."""
        return cls()

    @classmethod
    def load(cls, source: Path | None, *, keys: Callable[[str], tuple[str, ...]], seal: str) -> World:
        """The world of a source folder (None: the one that comes with Rawi), compiled on first use under `seal`."""
        return cls()

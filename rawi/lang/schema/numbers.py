"""`numbers.toml`: number words, what bounds them, and the words that show that a number counts nothing."""

from __future__ import annotations

from typing import Literal

import msgspec

NumberKind = Literal[
    "zero", "one", "ten", "tens", "hundred", "hundreds", "scale", "scales", "two-scales", "scale-or-two", "part-of-scale", "decimal",
    "percent", "bound", "bound-after", "label", "uncounted", "function", "of", "counter", "between", "joint", "other", "particle",
    "share", "minus", "below-zero", "tally", "age", "level", "plus",
]  # fmt: skip


class NumberWord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one kind and one value: a number, or a bound (more, less, about)."""

    kind: NumberKind
    value: int | float | str | None = None
    words: tuple[str, ...]


class Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `numbers.toml`."""

    word: tuple[NumberWord, ...]

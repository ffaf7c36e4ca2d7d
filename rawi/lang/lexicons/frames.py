"""The small words around a report: openers, prepositions, negations, media."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from rawi.lang.schema import Sources
from rawi.lang.schema.frames import PhraseKind
from rawi.model import MediumKind


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a small word is: one of the phrase kinds, or a medium."""

    kind: PhraseKind | None = None
    medium: MediumKind | None = None
    speaks: bool = False


def rows(sources: Sources, keys: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Keys and entry of every small word of `frames.toml`."""
    for phrases in sources.frames.phrases:
        for word in phrases.words:
            yield keys(word), Entry(kind=phrases.kind)
    for medium in sources.frames.medium:
        for word in medium.words:
            yield keys(word), Entry(medium=medium.kind, speaks=medium.speaks)

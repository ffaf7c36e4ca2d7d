"""CAMEO codes of PLOVER events: the crosswalk `data/cameo.toml`, from a type with its mode or context to its most general code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec


class Crosswalk(msgspec.Struct, frozen=True):
    """The codes of modes and contexts by type, and of the types alone."""

    modes: dict[str, dict[str, str]]
    contexts: dict[str, dict[str, str]]
    any: dict[str, str]


@cache
def crosswalk() -> Crosswalk:
    """The crosswalk as it ships."""
    return msgspec.toml.decode((Path(__file__).parent / "data" / "cameo.toml").read_bytes(), type=Crosswalk)


def cameo(type: str, mode: str | None, contexts: tuple[str, ...]) -> str | None:
    """The CAMEO code of an event: that of its mode, else of its first context that has one, else of its type; None for no known type.

    >>> cameo("CONSULT", "phone", ())
    '041'
    >>> cameo("AGREE", None, ("military",))
    '0312'
    """
    table = crosswalk()
    by_mode, by_context = table.modes.get(type, {}), table.contexts.get(type, {})
    found = by_mode.get(mode or "") or next((by_context[one] for one in contexts if one in by_context), None)
    return found or table.any.get(type)

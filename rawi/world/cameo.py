"""CAMEO codes of PLOVER events: the crosswalk `data/cameo.toml`, from a type with its mode or context to its most general code."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.world.codetable import code_table


class Crosswalk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The codes of modes and contexts by type, and of the types alone; and the types that go both ways."""

    reciprocal: tuple[str, ...]
    modes: dict[str, dict[str, str]]
    contexts: dict[str, dict[str, str]]
    any: dict[str, str]


@cache
def crosswalk() -> Crosswalk:
    """The crosswalk as it ships."""
    return code_table("cameo.toml", Crosswalk)


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

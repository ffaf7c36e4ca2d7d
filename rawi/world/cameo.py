"""CAMEO codes of PLOVER events: the crosswalk `data/cameo.toml`, from a type with its mode or context to its most general code."""

from __future__ import annotations

from functools import cache
from typing import Annotated

import msgspec

from rawi.world.codetable import code_table

Code = Annotated[str, msgspec.Meta(pattern=r"^[0-2][0-9]{2,3}$")]


class Departure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of the crosswalk that the published table leads back to another type or mode, and why it is kept.

    Without mode and context it is the type's own code.
    """

    type: str
    mode: str | None = None
    context: str | None = None
    why: str


class Crosswalk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The codes of modes and contexts by type, and of the types alone; the types that go both ways; the types of which a
    word beside the act may tell the code; where it is not the published one."""

    reciprocal: tuple[str, ...]
    worded: tuple[str, ...]
    modes: dict[str, dict[str, Code]]
    contexts: dict[str, dict[str, Code]]
    any: dict[str, Code]
    departures: tuple[Departure, ...]

    def __post_init__(self) -> None:
        entries = self.entries()
        for one in self.departures:
            if (one.type, one.mode, one.context) not in entries:
                raise ValueError(f"the departure of {one.type} {one.mode or one.context or ''} is of no entry")

    def entries(self) -> dict[tuple[str, str | None, str | None], str]:
        """Type, mode and context of every entry, with its code; one of mode and context is None, both for a type alone."""
        rows: dict[tuple[str, str | None, str | None], str] = {(type, None, None): code for type, code in self.any.items()}
        rows.update({(type, mode, None): code for type, row in self.modes.items() for mode, code in row.items()})
        rows.update({(type, None, context): code for type, row in self.contexts.items() for context, code in row.items()})
        return rows


@cache
def crosswalk() -> Crosswalk:
    """The crosswalk as it ships."""
    return code_table("cameo.toml", Crosswalk)


def cameo(type: str, mode: str | None, contexts: tuple[str, ...], shown: tuple[str, ...] = ()) -> str | None:
    """The CAMEO code of an event: that of its mode, else of its first context that has one, else of its type; None for no known type.

    Contexts that are only `shown` by the words beside those that tell it count for the `worded` types, where one alone has a code.

    >>> cameo("CONSULT", "phone", ())
    '041'
    >>> cameo("AGREE", None, ("military",))
    '0312'
    >>> cameo("AID", None, (), ("military",)), cameo("AID", None, (), ("economic", "military"))
    ('072', '070')
    """
    table = crosswalk()
    by_mode, by_context = table.modes.get(type, {}), table.contexts.get(type, {})
    found = by_mode.get(mode or "") or next((by_context[one] for one in contexts if one in by_context), None)
    if found is None and type in table.worded:
        codes = {by_context[one] for one in shown if one in by_context}
        found = codes.pop() if len(codes) == 1 else None
    return found or table.any.get(type)

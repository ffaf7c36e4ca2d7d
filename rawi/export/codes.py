"""The code tables of events and actors: PLOVER's types, CAMEO's codes, and how each writes whom an entity stands for."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from rawi.model import Event
from rawi.world.cameo import cameo, crosswalk
from rawi.world.codetable import code_table
from rawi.world.schema import Codes

_ROOTS = frozenset(("IGO", "NGO", "MNC", "IMG"))  # what an actor's code begins with that belongs to no state


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A PLOVER type: quad category, place between conflict (-10) and cooperation (10), whether it needs a recipient, its modes."""

    quad: int
    score: float
    recipient: bool = False
    modes: dict[str, float] = {}


class Plover(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`plover.toml`: the types, and the codes that PLOVER writes otherwise than Rawi."""

    types: dict[str, EventType]
    sectors: dict[str, str]
    countries: dict[str, str]
    blocs: dict[str, str]


class Actor(NamedTuple):
    """Whom an entity's code names: the country or kind of body, the known group, the sectors in order."""

    country: str = ""
    group: str = ""
    sectors: tuple[str, ...] = ()


def actor(code: str | None, country: str | None) -> Actor:
    """The parts of an entity's code, its country where it has none.

    >>> actor("USA GOV", "USA")
    Actor(country='USA', group='', sectors=('GOV',))
    >>> actor("IGO UNO", None)
    Actor(country='IGO', group='UNO', sectors=())
    """
    first, *rest = (code or country or "").split() or [""]
    if first in _sectors():
        return Actor(country or "", "", (first, *rest))
    if first in _ROOTS:
        return Actor(first, rest[0] if rest else "", tuple(rest[1:]))
    return Actor(first, "", tuple(rest))


def plover_actor(found: Actor) -> Actor:
    """The same actor in PLOVER's letters: the United Nations and the European Union are countries of their own, media are JRN."""
    table = plover()
    country = table.blocs.get(found.group) or table.countries.get(found.country, found.country)
    return Actor(country, found.group, tuple(table.sectors.get(one, one) for one in found.sectors))


def cameo_of(event: Event) -> str:
    """The event's CAMEO code: its own, else the most general one that its mode, a context or its type stands for; empty where none does."""
    return event.cameo or cameo(event.type, event.mode, event.contexts) or ""


def counted(event: Event) -> bool:
    """Whether PLOVER counts an event: told as done or going on, by an actor, on a recipient where its type needs one."""
    kind = plover().types.get(event.type)
    if event.modality != "actual" or not event.actors:
        return False
    return bool(event.recipients) or not (kind and kind.recipient) or mutual(event)


def mutual(event: Event) -> bool:
    """Whether an event's actors act on each other: several of them, no recipient, and a type that goes both ways."""
    return len(event.actors) > 1 and not event.recipients and event.type in crosswalk().reciprocal


@cache
def plover() -> Plover:
    """The table of PLOVER."""
    return code_table("plover.toml", Plover)


@cache
def _sectors() -> frozenset[str]:
    return frozenset(code_table("codes.toml", Codes).sectors)

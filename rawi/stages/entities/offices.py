"""Which posts a title can mean, and who of the world held one on a day."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.world.things import Office
from rawi.world.world import World

# what posts a title can mean besides its own: «الرئيس» a president or a head of government, «أمين الحلف» its secretary-general
GENERAL: dict[str, frozenset[str]] = {
    "head": frozenset(("president", "prime-minister", "chancellor", "director", "leader", "deputy-head")),
    "president": frozenset(("head",)),
    "king": frozenset(("sultan", "emir")),
    "secretary": frozenset(("secretary-general",)),
    "deputy": frozenset(("vice-president", "deputy-prime-minister", "deputy-minister", "deputy-head", "crown-prince")),
    "vice-president": frozenset(("deputy", "deputy-head")),
    "envoy": frozenset(("representative",)),
    "representative": frozenset(("envoy", "ambassador")),
    "ambassador": frozenset(("representative",)),
    "leader": frozenset(("head", "secretary-general", "supreme-leader", "founder")),
    "commander": frozenset(("leader", "head")),
    "director": frozenset(("head",)),
    "adviser": frozenset(("chancellor",)),
}


def may_be(asked: str, held: str) -> bool:
    """Whether a title can mean a post.

    >>> may_be("minister", "foreign-minister"), may_be("president", "foreign-minister")
    (True, False)
    """
    return asked == held or held in GENERAL.get(asked, ()) or (asked == "minister" and held.endswith("-minister"))


def bears(offices: Iterable[Office], asked: str, of: frozenset[str], day: str | None, *, former: bool = False) -> bool:
    """Whether one of the offices is a post of some states or bodies (of any, where none is given) on a day, or `former`ly, before it."""
    for office in offices:
        fits = may_be(asked, office.office) and (not of or office.of in of)
        if fits and (day is None or (office.until is not None and office.until[: len(day)] <= day if former else office.held(day))):
            return True
    return False


def keys(world: World, things: Iterable[int]) -> frozenset[str]:
    """The keys by which the world's offices name things."""
    return frozenset(world.thing(number).key for number in things)

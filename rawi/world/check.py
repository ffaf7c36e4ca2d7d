"""Whether a world holds: what cannot be compiled is refused, what can hardly be meant is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rawi.text.fold import fold
from rawi.world.build import Named
from rawi.world.schema import Row
from rawi.world.tables import Tables
from rawi.world.things import Office, Thing

_FIRST, _LAST = "0000", "9999"


def check(tables: Tables, named: Iterable[Named]) -> None:
    """Raises PackError where two things share a key or an id, a code or sort is not one, or what is pointed to does not exist."""
    named, seen = list(named), dict[str, str]()
    states = {state.iso3 for state in tables.states}
    for thing, _, row in named:
        for handle in filter(None, (thing.key, thing.id)):
            if handle in seen:
                raise tables.fault(row, f"{handle} is {seen[handle]} already")
            seen[handle] = thing.name
        _check_code(thing, row, tables, states)
        known = tables.codes.bodies if thing.kind == "organization" else tables.codes.places
        if thing.sort and thing.kind != "other" and thing.sort not in known:
            raise tables.fault(row, f"codes.toml knows no sort {thing.sort!r}")
    pointed = [(row, of) for thing, _, row in named for of in (*(office.of for office in thing.offices), *thing.bodies)]
    for row, of in pointed + [(m, m.thing) for m in tables.metonyms]:
        if of not in seen:
            raise tables.fault(row, f"no state or body has the key {of!r}")


def _check_code(thing: Thing, row: Row, tables: Tables, states: set[str]) -> None:
    codes = tables.codes
    if thing.country and thing.country not in states:
        raise tables.fault(row, f"states.tsv knows no country {thing.country!r}")
    root, *rest = (thing.code or "").split()[:2] or [""]
    allowed = codes.blocs if root == "IGO" else codes.sectors
    if thing.code and not (root in codes.roots or root in states):
        raise tables.fault(row, f"{root!r} is neither a country nor IGO, NGO …")
    if any(code not in allowed for code in rest):
        raise tables.fault(row, f"codes.toml knows no code {thing.code!r}")


def doubts(tables: Tables, named: Iterable[Named]) -> Iterator[str]:
    """What a world can live with and hardly means, each in a sentence with its place: one name for two things of a kind and country, two
    holders of a post that one alone holds, an office that ends before it begins."""
    named = list(named)
    yield from _shared(tables, named)
    posts: dict[tuple[str, str], list[tuple[Office, Named]]] = defaultdict(list)
    for one in named:
        for office in one.thing.offices:
            if not _before(office.since or _FIRST, office.until or _LAST):
                yield f"{tables.where[id(one.row)]}: {office.office}@{office.of} ends before it begins"
            if office.office in tables.codes.single:
                posts[office.office, office.of].append((office, one))
    for (post, of), held in posts.items():
        for (first, one), (second, other) in combinations(held, 2):
            if one is not other and _overlap(first, second):
                where = f"{tables.where[id(one.row)]} and {tables.where[id(other.row)]}"
                yield f"{where}: {one.thing.name} and {other.thing.name} are {post}@{of} at once"


def _shared(tables: Tables, named: list[Named]) -> Iterator[str]:
    bearers: dict[tuple[str, str | None, str], Named] = {}
    for one in named:
        for name in dict.fromkeys(fold(words) for words, form in one.names if form == "name"):
            other = bearers.setdefault((one.thing.kind, one.thing.country, name), one)
            if other is not one:
                where = f"{tables.where[id(one.row)]} and {tables.where[id(other.row)]}"
                yield f"{where}: {name} is {one.thing.key} and {other.thing.key}"


def _before(day: str, other: str) -> bool:
    """Whether a day comes before another or, as far as both are told, is the same."""
    return day[: len(other)] <= other[: len(day)]


def _overlap(one: Office, other: Office) -> bool:
    """Whether two offices are held at once for more than the day, month or year in which one follows the other."""
    ends_first = _before(one.until or _LAST, other.since or _FIRST)
    return not (ends_first or _before(other.until or _LAST, one.since or _FIRST))

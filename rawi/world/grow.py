"""From a Wikidata dump to the tables of a world: whom and what to take, which offices they held, and what is known already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from rawi.errors import UsageError
from rawi.text.fold import fold
from rawi.world.schema import DOUBTFUL, QID, Body, Gender, Person, Place, Row
from rawi.world.tables import DATA, load_tables
from rawi.world.things import key_of
from rawi.world.wikidata import Claim, Entity, Qualifiers, Snak, items

_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")
_NO_CELL = re.compile(r"[|\t\r\n\x00-\x1f]")
_ARABIC = re.compile(r"^[\u0600-\u06ff\u0750-\u077f\s.'’-]+$")
_MOST_NAMES, _LONGEST_NAME = 12, 100
_STATE = "{state}"


class Guide(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`wikidata.toml`: what of Wikidata becomes what of a world."""

    human: str
    female: tuple[str, ...]
    feminine_ending: str
    occupations: dict[str, str]
    classes: dict[str, tuple[str, str, str]]
    offices: dict[str, tuple[str, ...]]


def guide() -> Guide:
    """The guide that comes with Rawi."""
    return msgspec.toml.decode((Path(__file__).parent / "wikidata.toml").read_bytes(), type=Guide)


def narrowed(wanted: Guide, occupations: Iterable[str], classes: Iterable[str]) -> Guide:
    """A guide to other occupations or classes: items of the guide's own, or of any other with their word, a sector or a sort.

    Raises UsageError where an item needs a word, or has one that `codes.toml` does not know.

    >>> narrowed(guide(), ["Q82955"], ["Q35657=province"]).classes
    {'Q35657': ('places', 'province', '')}
    """
    codes = load_tables(DATA).codes
    people = {item: _word(item, word, wanted.occupations.get(item), codes.sectors) for item, word in _parted(occupations)}
    kinds = dict[str, tuple[str, str, str]]()
    for item, word in _parted(classes):
        sort = _word(item, word, wanted.classes[item][1] if item in wanted.classes else None, codes.bodies | codes.places)
        table, _, sector = next((kind for kind in wanted.classes.values() if kind[1] == sort), ("organisations", sort, ""))
        kinds[item] = ("places" if sort in codes.places else table, sort, sector)
    return msgspec.structs.replace(wanted, occupations=people or wanted.occupations, classes=kinds or wanted.classes)


def _parted(given: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in given:
        item, _, word = text.partition("=")
        yield item, word


def _word(item: str, word: str, usual: str | None, known: Mapping[str, str]) -> str:
    if not re.match(QID, item):
        raise UsageError(f"{item!r} is no Wikidata id", mend="It is Q and a number: Q82955.")
    found = word or usual
    if not found or found not in known:
        raise UsageError(f"{item} needs one of {', '.join(known)}", mend=f"Give {item}=WORD.")
    return found


class Post(msgspec.Struct, frozen=True):
    """A position that somebody held, as Wikidata has it."""

    position: str
    since: str
    until: str | None


class Held(msgspec.Struct, frozen=True):
    """A person's row with the positions that wait for the dump's end: what they are may be told further down."""

    row: Person
    posts: tuple[Post, ...]


class Position(NamedTuple):
    """A position: its English label and the items that it is a position of."""

    label: str
    of: tuple[str, ...]


class Known:
    """What the world that comes with Rawi knows: no thing is to get a second key, no key a second thing."""

    def __init__(self) -> None:
        tables = load_tables(DATA)
        self.states = {state.id: state for state in tables.states if state.id}
        self.keys = {state.id: state.iso3 for state in tables.states if state.id} | {body.id: body.key for body in tables.bodies if body.id}
        self.ids = {row.id for rows in (tables.bodies, tables.outlets, tables.persons, tables.places) for row in rows if row.id}
        named: list[Person | Place] = [*tables.persons, *tables.places]
        self.rows: dict[str, Row] = {key_of(row.english): row for row in named}
        self.taken = {*self.rows, *(state.iso3 for state in tables.states)}
        self.taken |= {body.key for body in tables.bodies} | {treaty.key for treaty in tables.treaties}
        self.taken |= {key_of(outlet.english) for outlet in tables.outlets}

    def own(self, english: str, item: str, row: Person | Place | None = None) -> str:
        """The English name to give an item: its own, or with its id behind it where another bears that one."""
        key = key_of(english)
        if not key:
            return item
        if item not in self.ids and key in self.taken and not (row is not None and _same(self.rows.get(key), row)):
            return f"{english} ({item})"
        self.taken.add(key)
        return english


def _same(known: Row | None, row: Person | Place) -> bool:
    """Whether a row without an id is of the thing that another row tells: one country, and a name in common."""
    if not isinstance(known, Person | Place) or known.id or known.country != row.country or type(known) is not type(row):
        return False
    return not {fold(name.removesuffix(DOUBTFUL)) for name in known.names}.isdisjoint(fold(name) for name in row.names)


class Grower:
    """Turns entities into rows; who held which office is told at the end, by `person`."""

    def __init__(self, wanted: Guide, *, since: int) -> None:
        self.wanted, self.since, self.known = wanted, str(since), Known()
        self.positions: dict[str, Position] = {}

    def row(self, entity: Entity) -> tuple[str, Body | Place | Held] | None:
        """The table and the row of an entity; None where it is none that is wanted."""
        said = entity.said
        if of := items((*said.jurisdictions, *said.directed)):
            self.positions[entity.id] = Position((entity.english or "").lower(), tuple(of))
        kinds = items(said.classes)
        if self.wanted.human in kinds:
            held = self._person(entity)
            return ("persons", held) if held else None
        kind = next((kind for kind in kinds if kind in self.wanted.classes), None)
        return self._thing(entity, kind) if kind else None

    def _person(self, entity: Entity) -> Held | None:
        said = entity.said
        occupation = next((o for o in items(said.occupations) if o in self.wanted.occupations), None)
        state = next((self.known.states[s] for s in items(said.citizenships) if s in self.known.states), None)
        names = tuple(name for name in _names(entity) if " " in name)
        death = next((day for claim in said.deaths if (day := claim.mainsnak.value.day)), None)
        if occupation is None or state is None or not names or (death or self.since) < self.since:
            return None
        gender: Gender = "f" if any(sex in self.wanted.female for sex in items(said.sexes)) else "m"
        sector, english = self.wanted.occupations[occupation], entity.english or entity.id
        row = Person(
            names=names, short=(DOUBTFUL,), english=english, gender=gender, id=entity.id, country=state.iso3, sector=sector,
        )  # fmt: skip
        row = msgspec.structs.replace(row, english=self.known.own(row.english, entity.id, row))
        return Held(row, tuple(_posts(said.positions, death)))

    def _thing(self, entity: Entity, kind: str) -> tuple[str, Body | Place] | None:
        table, sort, sector = self.wanted.classes[kind]
        names = tuple(_names(entity))
        state = next((self.known.states[s].iso3 for s in items(entity.said.countries) if s in self.known.states), None)
        if not names or (state is None and table in ("places", "parties", "armed")):
            return None
        if table == "places":
            place = Place(names=names, english=entity.english or entity.id, sort=sort, country=state, id=entity.id)
            return table, msgspec.structs.replace(place, english=self.known.own(place.english, entity.id, place))
        english = self.known.own(entity.english or entity.id, entity.id)
        key = self.known.keys.setdefault(entity.id, key_of(english))
        feminine = names[0].split()[0].endswith(self.wanted.feminine_ending)
        code = " ".join(filter(None, (state, sector))) if state else "NGO" if sector else "IGO"
        body = Body(
            key=key, id=entity.id, names=names, english=english, sort=sort, gender="f" if feminine else "m", country=state, code=code
        )
        return table, body

    def person(self, held: Held) -> Person:
        """A person's row with the offices that are known by now."""
        offices = [f"{office}:{post.since}..{post.until or ''}" for post in held.posts if (office := self._office(post.position))]
        return msgspec.structs.replace(held.row, offices=tuple(dict.fromkeys(offices)))

    def _office(self, position: str) -> str | None:
        label, of = self.positions.get(position, Position("", ()))
        key = next((self.known.keys[item] for item in of if item in self.known.keys), None)
        if key is None:
            return None
        for office, words in self._offices:
            if any(_says(label, word, self._states) for word in words):
                return f"{office}@{key}"
        return None

    @cached_property
    def _offices(self) -> list[tuple[str, tuple[str, ...]]]:
        return list(self.wanted.offices.items())

    @cached_property
    def _states(self) -> frozenset[str]:
        return frozenset(state.english.lower() for state in self.known.states.values())


def _says(label: str, words: str, states: frozenset[str]) -> bool:
    """Whether a position's label has the words; with `{state}` at their end, whether it goes on with a state's name and ends there."""
    if not words.endswith(_STATE):
        return words in label
    head = words.removesuffix(_STATE)
    return label.startswith(head) and label.removeprefix(head).removeprefix("the ") in states


def _names(entity: Entity) -> Iterator[str]:
    """The Arabic names of an entity that a table can hold, the label first, each once."""
    seen: set[str] = set()
    for name in entity.arabic:
        plain = " ".join(_BRACKETS.sub("", name).split())
        known = fold(plain)
        if _ARABIC.match(plain) and not _NO_CELL.search(name) and len(plain) <= _LONGEST_NAME and known not in seen and len(plain) > 1:
            seen.add(known)
            yield plain
        if len(seen) == _MOST_NAMES:
            return


def _posts(claims: tuple[Claim, ...], death: str | None) -> Iterator[Post]:
    """The positions of which it is told when they began; one without an end ends with its holder's life."""
    for claim in claims:
        times = claim.qualifiers if isinstance(claim.qualifiers, Qualifiers) else Qualifiers()
        since, until = _first(times.since), _first(times.until)
        if claim.rank != "deprecated" and since and (position := claim.mainsnak.value.item):
            yield Post(position, since, until or death)


def _first(snaks: tuple[Snak, ...]) -> str | None:
    return next((day for snak in snaks if (day := snak.value.day)), None)

"""From tables to things and their names, and from those to the artifact that is read fast."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from rawi.model import EntityKind
from rawi.text.lexicon import GAP
from rawi.world import artifact
from rawi.world.schema import DOUBTFUL, NONE, Body, Outlet, Person, Place, Row, State, Treaty
from rawi.world.spelling import articled, bare, family, inflected, spellings
from rawi.world.tables import Tables
from rawi.world.things import FORMS, NameForm, Office, Thing, key_of

POSTS, KEYS, BESIDE = "\x02", "\x03", "\x04"
"""What the strings begin with that are no names: offices with their holders, keys with their things, keys of bodies with the things
whose names in doubt count beside them."""
FORM_BITS = 3
"""A name's number in the artifact: the thing's number, then that many bits for the form."""
_LESSER = ("short", "weak", "metonym")  # what a name need not be as well where it is the thing's own
_OFFICE = re.compile(r"^([a-z-]+)@([A-Za-z0-9-]+)(?::(\d[\d-]*)?\.\.(\d[\d-]*)?)?$")


class Named(NamedTuple):
    """A thing with its names as written and how each stands for it."""

    thing: Thing
    names: list[tuple[str, NameForm]]
    row: Row


def things(tables: Tables) -> Iterator[Named]:
    """Every thing of the tables with its names; raises PackError where keys, ids or codes do not hold."""
    given = {name.split()[0] for person in tables.persons for name in person.names}
    for state in tables.states:
        yield _state(state, tables)
    for body in tables.bodies:
        yield _body(body, tables)
    for outlet in tables.outlets:
        yield _outlet(outlet, tables)
    for person in tables.persons:
        yield _person(person, tables, given)
    for place in tables.places:
        yield _place(place, tables)
    for treaty in tables.treaties:
        yield _treaty(treaty, tables)


def _thing(row: Row, kind: EntityKind, **fields: object) -> Thing:
    """A thing with the fields that every table has."""
    common = {"key": key_of(row.english)} if isinstance(row, Outlet | Person | Place) else {}
    return msgspec.convert({"kind": kind, "id": row.id, "name_en": row.english, **common, **fields}, Thing)  # type: ignore[attr-defined]


def _state(row: State, tables: Tables) -> Named:
    grammar = tables.grammar
    names = _plain((*row.names, *row.formal), tables)
    names += [(word, "metonym" if form == "name" else form) for word, form in _plain(row.capital, tables)]
    names += _adjectives(row.adjective, tables) + [(word, "demonym") for word in articled(row.people, grammar)]
    thing = _thing(row, "country", key=row.iso3, name=row.names[0], country=row.iso3, code=f"{row.iso3} GOV", gender=row.gender)
    return Named(thing, names, row)


def _adjectives(words: Iterable[str], tables: Tables) -> list[tuple[str, NameForm]]:
    grammar = tables.grammar
    spelled = [s for word in words for s in spellings(word, grammar)]
    return [(w, kind) for s in spelled for form, kind in inflected(s, grammar) for w in articled((form,), grammar)]


def _body(row: Body, tables: Tables) -> Named:
    fields = {"sort": row.sort, "country": row.country, "code": row.code, "gender": row.gender}
    thing = _thing(row, "organization", key=row.key, name=row.names[0], **fields)
    return Named(thing, [*_plain(row.names, tables), *_shorts(row.short, tables, row.country), *_adjectives(row.adjective, tables)], row)


def _outlet(row: Outlet, tables: Tables) -> Named:
    thing = _thing(row, "organization", sort=row.sort, name=row.names[0], country=row.country, code=f"{row.country} MED", gender="f")
    return Named(thing, [*_plain(row.names, tables), *_shorts(row.short, tables, row.country)], row)


def _place(row: Place, tables: Tables) -> Named:
    thing = _thing(row, "place", sort=row.sort, name=row.names[0].removesuffix(DOUBTFUL), country=row.country, gender="f")
    return Named(thing, [*_plain(row.names, tables, row.country), *_shorts(row.short, tables, row.country)], row)


def _treaty(row: Treaty, tables: Tables) -> Named:
    fields = {"sort": "provision" if row.bodies else "treaty", "bodies": row.bodies, "gender": row.gender}
    thing = _thing(row, "other", key=row.key, name=row.names[0], **fields)
    return Named(thing, _plain(row.names, tables), row)


def _person(row: Person, tables: Tables, given: set[str]) -> Named:
    names = _plain(row.names, tables, row.country)
    written = [w for w in row.short if w not in (NONE, DOUBTFUL)]
    if not written and NONE not in row.short:
        found = [last for n in row.names if (last := family(n.removesuffix(DOUBTFUL), tables.grammar))]
        written = [last + DOUBTFUL if row.short else last for last in dict.fromkeys(found)]
    shorts = _shorts(written, tables, row.country, given)
    code = row.sector if " " in row.sector or row.sector in tables.codes.roots else f"{row.country} {row.sector}"
    offices = tuple(_office(text, row, tables) for text in row.offices)
    name = row.names[0].removesuffix(DOUBTFUL)
    thing = _thing(row, "person", name=name, country=row.country, code=code, gender=row.gender, family=[w for w, _ in shorts])
    full: list[tuple[str, NameForm]] = [(n, form if " " in n or form == "weak" else "short") for n, form in names]
    return Named(msgspec.structs.replace(thing, offices=offices), full + shorts, row)


def _foreign(country: str | None, tables: Tables) -> bool:
    """Whether names of a country are foreign to Arabic; those of no country are taken as they stand."""
    return country is not None and country not in tables.grammar.arabic


def _plain(names: Iterable[str], tables: Tables, country: str | None = None) -> list[tuple[str, NameForm]]:
    """Full names; weak where the table doubts them; foreign ones in the spellings that foreign names have."""
    doubted = [(name.removesuffix(DOUBTFUL), name.endswith(DOUBTFUL)) for name in names]
    foreign = _foreign(country, tables)
    return [(s, "weak" if weak else "name") for name, weak in doubted for s in spellings(name, tables.grammar, foreign=foreign)]


def _shorts(words: Iterable[str], tables: Tables, country: str | None, given: Iterable[str] = ()) -> list[tuple[str, NameForm]]:
    """Short forms, weak where the table, the list of weak words or another's given name says so."""
    out: list[tuple[str, NameForm]] = []
    for word in words:
        plain = word.removesuffix(DOUBTFUL)
        weak = plain != word or plain in tables.grammar.weak or plain in given
        out += [(s, "weak" if weak else "short") for s in spellings(plain, tables.grammar, foreign=_foreign(country, tables))]
    return out


def _office(text: str, row: Row, tables: Tables) -> Office:
    found = _OFFICE.match(text.strip())
    if not found:
        raise tables.fault(row, f"{text!r} is no office@of:since..until")
    office, of, since, until = found.groups()
    if office not in tables.codes.offices:
        raise tables.fault(row, f"codes.toml knows no office {office!r}")
    return Office(office=office, of=of, since=since or None, until=until or None)


def compiled(tables: Tables, named: list[Named], keys: Callable[[str], tuple[str, ...]]) -> bytes:
    """The artifact of things and their names; `keys` turns a name into the keys of its tokens, as in a text."""
    numbers = {named_thing.thing.key: number for number, named_thing in enumerate(named)}
    lists: dict[str, list[int]] = {KEYS + key: [number] for key, number in numbers.items()}
    cache: dict[str, tuple[str, ...]] = {}

    def add(words: str, number: int, form: NameForm) -> None:
        phrase = GAP.join(cache.setdefault(words, keys(words)))
        entry = number << FORM_BITS | FORMS.index(form)
        group = lists.setdefault(phrase + GAP, [])
        if entry not in group and not (form in _LESSER and number << FORM_BITS in group):
            group.append(entry)

    for number, (thing, names, _) in enumerate(named):
        for words, form in sorted(names, key=lambda pair: FORMS.index(pair[1])):
            add(words, number, form)
        for office in thing.offices:
            lists.setdefault(f"{POSTS}{office.office}@{office.of}", []).append(number)
        for body in thing.bodies:
            lists.setdefault(BESIDE + body, []).append(number)
    for metonym in tables.metonyms:
        for words in metonym.words:
            for spelled in spellings(words, tables.grammar):
                add(spelled, numbers[metonym.thing], "metonym")
    return artifact.pack(lists, [msgspec.msgpack.encode(n.thing) for n in named])


def guarded(tables: Tables, named: list[Named]) -> Iterator[str]:
    """The words that a splitter must leave whole: of persons, places and states, and bodies' names of one word; without article.

    A word behind one that is written together with it is no name alone: العزيز of عبد العزيز.
    """
    cliticlike = set(tables.grammar.cliticlike)
    for thing, names, _ in named:
        for name, form in names:
            parts = name.split()
            if thing.kind in ("person", "place", "country") or len(parts) == 1 or form in ("short", "weak"):
                alone = [word for before, word in zip(("", *parts), parts, strict=False) if before not in tables.grammar.joined_before]
                yield from (stem for word in alone if len(stem := bare(word, tables.grammar)) > 2 and stem not in cliticlike)

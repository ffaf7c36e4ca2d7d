"""The lines of the world's files: one struct a table, its fields the columns."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

QID = r"^Q[1-9]\d*$"
KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DAY = r"^\d{4}(-\d\d(-\d\d)?)?$"
CODE = r"^[A-Z]{3}( [A-Z]{3})*$"

DOUBTFUL = "?"
"""Ends a name that a table puts in doubt; alone, in the cell of short forms: the one that comes by rule, in doubt."""
NONE = "-"
"""Alone in the cell of short forms: there are none, also by rule."""

Id = Annotated[str, msgspec.Meta(pattern=QID)] | None
Key = Annotated[str, msgspec.Meta(pattern=KEY)]
Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
Code = Annotated[str, msgspec.Meta(pattern=CODE)]
Words = tuple[str, ...]
Gender = Literal["m", "f"]


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of any table; an empty cell is None or nothing, `|` parts the variants of a cell."""


class State(Row, frozen=True, kw_only=True):
    """`states.tsv`: a state or territory that news treats as one."""

    iso3: Country
    iso2: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
    id: Id = None
    names: Words
    formal: Words = ()
    gender: Gender = "f"
    adjective: Words = ()
    people: Words = ()
    capital: Words = ()
    english: str


class Body(Row, frozen=True, kw_only=True):
    """`organisations.tsv`, `parties.tsv`, `armed.tsv`: alliances, agencies of states and of the UN, courts, parties, armed groups."""

    key: Key
    id: Id = None
    names: Words
    short: Words = ()
    adjective: Words = ()
    english: str
    sort: str
    gender: Gender
    country: Country | None = None
    code: Code


class Outlet(Row, frozen=True, kw_only=True):
    """`outlets.tsv`: news agencies, papers, channels and sites."""

    id: Id = None
    names: Words
    short: Words = ()
    english: str
    sort: Literal["agency", "newspaper", "channel", "website"]
    country: Country
    owner: Literal["state", "private", "public", "party"]


class Person(Row, frozen=True, kw_only=True):
    """`persons.tsv`: who is in the news, with offices."""

    names: Words
    short: Words = ()
    english: str
    gender: Gender
    id: Id = None
    country: Country
    sector: Code
    offices: Words = ()


class Place(Row, frozen=True, kw_only=True):
    """`places.tsv`: cities, provinces, regions, mountains and seas."""

    names: Words
    short: Words = ()
    english: str
    sort: str
    country: Country | None = None
    id: Id = None


class Treaty(Row, frozen=True, kw_only=True):
    """`treaties.tsv`: agreements and resolutions that are spoken of by name, and articles of them that are.

    Where an article speaks of one of the `bodies` (by key), names in doubt count as where it has the full name: «البند الخامس» beside NATO.
    """

    key: Key
    id: Id = None
    names: Words
    english: str
    gender: Gender = "f"
    bodies: Words = ()


class Metonym(Row, frozen=True, kw_only=True):
    """`metonyms.tsv`: words that stand for a state's government or for a body."""

    words: Words
    thing: str


class Ending(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The endings that adjectives of relation take, by what they make."""

    adjective: Words
    demonym: Words


class Grammar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`spelling.toml`: what is spelled in several ways, and the endings of adjectives."""

    version: str
    article: str
    relation: str
    """The ending that marks an adjective of relation; others take no endings by rule."""
    endings: Ending
    joined_before: Words
    # Words that newspapers write together with the next: عبد الله, عبدالله.
    joined_after: Words
    # Words that newspapers write together with the one before: نصر الله, نصرالله.
    before_family: Words
    # Words that belong to the family name after them: دي, آل, بن, أبو.
    after_family: Words
    # Words that belong to the family name before them: أوغلو, الله.
    respelled: tuple[tuple[str, str], ...]
    # Letters in words that newspapers write in two ways, both ways tried: أميرك, أمريك.
    foreign: tuple[tuple[str, str], ...]
    # The same, in foreigners' names only: Cairo writes ج for the g that others write غ.
    arabic: Words
    """States whose own names are Arabic, so that `foreign` is not for them."""
    weak: Words
    """Short names that are common words or given names as well."""
    cliticlike: Words
    # Words of names that, as news writes them, are mostly a particle with its clitic: بان, فان.


class Codes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`codes.toml`: what codes, sorts and offices there are, each with its meaning."""

    single: Words
    """Offices that one person at a time holds of a state or body."""
    sectors: dict[str, str]
    """PLOVER's sectors of actors."""
    roots: dict[str, str]
    """What stands in place of a country: IGO, NGO, MNC."""
    blocs: dict[str, str]
    """What follows IGO: which one."""
    bodies: dict[str, str]
    places: dict[str, str]
    offices: dict[str, str]

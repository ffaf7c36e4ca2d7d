"""`units.toml`: the nouns that news counts, with the English noun each stands for."""

from __future__ import annotations

import msgspec


class Endings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a noun changes with number and case: endings as they stand in folded spelling.

    `feminine` is the singular's ending that turns into `bound` before another; `open` are singulars' last letters that take no
    accusative letter; `plain` is the plural in -ūn, whose oblique looks like the `oblique` dual;
    `verbal` ends verbs of many, which no adjective does; `present` begins verbs, and few nouns that are not listed.
    """

    feminine: str
    bound: str
    accusative: str
    open: tuple[str, ...]
    plain: str
    dual: str
    oblique: str
    verbal: str
    present: str


class Units(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `units.toml`: an English noun, then the nouns that mean it, each with its plurals (a space between, `_` inside).

    `parts` are the smaller coins, with how many of them make one of the larger;
    `fates` are counts of people by what became of them, which are nobody to speak of;
    `names` are forms that would look like a dual or plural of one of them and are something else.
    """

    endings: Endings
    parts: dict[str, int]
    names: tuple[str, ...]
    money: dict[str, tuple[str, ...]]
    measures: dict[str, tuple[str, ...]]
    fates: tuple[str, ...]
    persons: dict[str, tuple[str, ...]]
    things: dict[str, tuple[str, ...]]
    acts: dict[str, tuple[str, ...]]
    abstract: dict[str, tuple[str, ...]]

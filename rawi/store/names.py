"""What a name that somebody asks for can stand for: an id, a code, or words that the world may know."""

from __future__ import annotations

import re
from typing import NamedTuple

from rawi.lang.pack import Language, phrase_keys
from rawi.store.words import Peeler

_ID = re.compile(r"[Qq][1-9]\d*")
_CODE = re.compile(r"[A-Z]{3}(?: [A-Z]{3})*")


class Asked(NamedTuple):
    """A name asked for: the Wikidata ids it may stand for, the states (ISO 3166), the actor code it may be, and the key of its words."""

    ids: tuple[str, ...]
    states: tuple[str, ...]
    code: str | None
    key: str


class Names:
    """Takes names apart by a language and its world."""

    def __init__(self, lang: Language, peeler: Peeler) -> None:
        self._lang, self.peeler = lang, peeler

    def asked(self, name: str) -> Asked:
        """What a name can stand for."""
        name = name.strip()
        if _ID.fullmatch(name):
            return Asked((name.upper(),), (), None, "")
        world = self._lang.world
        found = [world.thing(one.thing) for one in world.named(phrase_keys(self._lang.split, name)) if one.form not in _OF]
        ids = dict.fromkeys(thing.id for thing in found if thing.id)
        states = dict.fromkeys(thing.country for thing in found if thing.kind == "country" and thing.country)
        key = " ".join(word.key for word in self.peeler.text(name))
        return Asked(tuple(ids), tuple(states), name if _CODE.fullmatch(name) else None, key)


_OF = ("adjective", "demonym")  # of a state, not the state

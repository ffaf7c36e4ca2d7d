"""What the world is made of: things, the offices that people hold, and what a name says of the thing it stands for."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import msgspec

from rawi.model import EntityKind

NameForm = Literal["name", "short", "weak", "metonym", "adjective", "demonym"]
"""How a name stands for a thing."""
# name: the thing's own full name, enough by itself: جو بايدن, حلف شمال الأطلسي, السعودية, رويترز.
# short: a family name or other short form that may mean another: بايدن. A candidate.
# weak: a short form that is a common word or given name: صالح, القاعدة. To be linked only once a full name has stood in the article.
# metonym: what stands for a state's government: الكرملين, موسكو.
# adjective: of a state or body, in singular, dual or feminine plural: سعودي, روسية, أممي.
# demonym: the masculine plural, which is adjective and people in one: السعوديون, الأتراك.
FORMS: tuple[NameForm, ...] = ("name", "short", "weak", "metonym", "adjective", "demonym")
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_PLAIN = str.maketrans("ıłøđə", "ilode")  # letters that do not come apart into letter and mark


def key_of(english: str) -> str:
    """The key of a thing that has none of its own: its English name in small letters.

    >>> key_of("Recep Tayyip Erdoğan")
    'recep-tayyip-erdogan'
    """
    letters = unicodedata.normalize("NFD", english.lower().translate(_PLAIN))
    return _NOT_KEY.sub("-", "".join(c for c in letters if not unicodedata.combining(c))).strip("-")


class Office(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A post that a person holds or held: `office` as in the pack's roles, `of` the key of a state or body.

    Days are ISO, cut to the year or the month where no more is known.
    """

    office: str
    of: str
    since: str | None = None
    until: str | None = None

    def held(self, day: str | None) -> bool:
        """Whether it is held on a day (on its edges too); without a day, whether its end is not known.

        >>> Office(office="president", of="USA", since="2021-01-20", until="2025-01-20").held("2021-12-09")
        True
        """
        if day is None:
            return self.until is None
        after = self.since is None or self.since[: len(day)] <= day[: len(self.since)]
        return after and (self.until is None or day[: len(self.until)] <= self.until[: len(day)])


class Thing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Somebody or something of the world.

    `key` names it for good inside Rawi; `id` is its Wikidata id, None where that is not certain. `sort` tells bodies and places apart
    in the words of the pack's roles (party, agency, city); what is agreed is a treaty or a provision of one. `bodies` are the keys of those
    beside whom names in doubt count. `code` is the PLOVER actor: country, IGO or NGO, and sector.
    """

    key: str
    id: str | None = None
    kind: EntityKind
    sort: str | None = None
    name: str
    name_en: str | None = None
    country: str | None = None
    code: str | None = None
    gender: Literal["m", "f"] = "m"
    number: Literal["s", "p"] = "s"
    offices: tuple[Office, ...] = ()
    bodies: tuple[str, ...] = ()
    family: tuple[str, ...] = ()


class Name(msgspec.Struct, frozen=True, gc=False):
    """What a name found in a text stands for: the thing's number in the world, and how."""

    thing: int
    form: NameForm

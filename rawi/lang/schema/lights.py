"""`lights.toml`: verbs that only carry an event's noun, and the words round an event that shape or undo it."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.lang.schema.patterns import Verb
from rawi.model import MeetingFormat


class Light(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that carry a noun of event: who their subject and object are to it; `event` where the noun itself is the subject.

    `types` are the types of event they carry, all where none is named.
    """

    subject: Literal["actor", "recipient", "event", "place"]
    object: Literal["recipient", "event"] = "event"
    types: tuple[str, ...] = ()
    example: str
    verbs: tuple[Verb, ...]


class Lookalike(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that show that what looks like an event of the types is none: in the same sentence,
    right behind it (`next`), a few words on (`behind`), or it is itself a part of them (`over`)."""

    types: tuple[str, ...]
    reach: Literal["sentence", "next", "behind", "over"]
    why: str
    words: tuple[str, ...]


class Format(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell in which form a meeting is held."""

    format: MeetingFormat
    words: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Small words of one use: `agenda` opens what a meeting is about, `lasting` its length, `passing` stand between a verb and its subject,
    `construct` before a masdar in the genitive, `topic` ones make a noun what is spoken of rather than told, `hands` come
    before whoever did it, `belonging` before whoever owns what did it, `apart` before a noun that is not the subject of the verb before,
    `locating` ones say where something was («على الحدود»), `under` before the treaty or article by which something is done."""

    use: Literal[
        "agenda",
        "lasting",
        "passing",
        "relative",
        "inserted",
        "place",
        "clause",
        "construct",
        "topic",
        "both",
        "that",
        "home",
        "belonging",
        "behind",
        "claim",
        "claimed",
        "against",
        "area",
        "locating",
        "hurt",
        "hands",
        "apart",
        "under",
    ]
    why: str
    words: tuple[str, ...]


class Lights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `lights.toml`."""

    light: tuple[Light, ...]
    lookalike: tuple[Lookalike, ...]
    format: tuple[Format, ...]
    words: tuple[Words, ...]

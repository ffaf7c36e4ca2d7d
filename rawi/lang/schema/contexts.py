"""`contexts.toml`: the words that show the context of an event, by PLOVER's names."""

from __future__ import annotations

from typing import Literal

import msgspec

ContextName = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy",
    "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt",
    "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters",
    "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption",
    "illegal_drugs", "trafficking",
]  # fmt: skip
"""The contexts of PLOVER's manual of 2021, in its order."""


class Context(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of a context: nouns with their plurals, adjectives in the masculine singular, and the nouns of bodies and people that
    show it inside a name or title too."""

    name: ContextName
    example: str
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


class Contexts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `contexts.toml`; `none` are phrases that hold a word of a context and show none."""

    endings: tuple[str, ...]
    none: tuple[str, ...]
    context: tuple[Context, ...]

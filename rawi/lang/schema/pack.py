"""`pack.toml`: what a language pack is called and which version it is."""

from __future__ import annotations

import msgspec


class Pack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pack's language (ISO 639-1) and version (year.month)."""

    language: str
    version: str
    name: str
    name_en: str
    direction: str

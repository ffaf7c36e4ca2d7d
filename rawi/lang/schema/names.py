"""`names.toml`: given names, by which an unknown person is told from other words."""

from __future__ import annotations

import msgspec


class Names(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `names.toml`."""

    men: tuple[str, ...]
    women: tuple[str, ...]
    foreign_men: tuple[str, ...]
    foreign_women: tuple[str, ...]
    shy: tuple[str, ...]
    """Names that are common words too: names only after a title, a reporting verb or another name."""

"""`cues.toml`."""

from __future__ import annotations

import msgspec


class Cues(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `cues.toml`."""

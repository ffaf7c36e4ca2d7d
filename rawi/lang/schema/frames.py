"""`frames.toml`."""

from __future__ import annotations

import msgspec


class Frames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `frames.toml`."""

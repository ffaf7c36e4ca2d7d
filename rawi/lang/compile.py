"""A pack's readable files, parsed and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from rawi.errors import PackError
from rawi.lang.schema import Sources


def parse(folder: Path) -> Sources:
    """A pack's files, validated; a fault raises PackError with the file's name and the place in it."""
    parts: dict[str, Any] = {}
    for field in msgspec.structs.fields(Sources):
        file = folder / f"{field.name}.toml"
        try:
            parts[field.name] = msgspec.toml.decode(file.read_bytes(), type=field.type)
        except FileNotFoundError:
            mend = "Every pack has it; see docs/reference/pack.md."
            raise PackError("this file of the pack is missing", where=str(file), mend=mend) from None
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            raise PackError(str(fault), where=str(file), mend="Mend the entry and run `rawi pack check`.") from None
    return Sources(**parts)

"""The tables of codes that lie beside the world's tables of rows, each a TOML file read into its struct."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from rawi.errors import PackError
from rawi.world.tables import DATA

T = TypeVar("T")


def code_table(name: str, kind: type[T]) -> T:
    """The table in a file of the world's folder; PackError, naming the file, where it is missing or not of this kind."""
    try:
        return msgspec.toml.decode(Path(DATA, name).read_bytes(), type=kind)
    except (OSError, ValueError) as fault:
        raise PackError(str(fault), where=name, mend="Mend the table of the world that has these codes.") from None

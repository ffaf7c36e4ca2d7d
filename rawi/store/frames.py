"""Tables of a store as data frames, for those who have pandas or polars."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

import msgspec

from rawi.errors import RawiError
from rawi.store.found import Found


def frame(library: str, columns: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> Any:
    """A data frame of `pandas` or `polars`; raises RawiError where it is not installed."""
    try:
        made = import_module(library)
    except ImportError:
        raise RawiError(f"{library} is not installed", mend=f"Install it: pip install {library}.") from None
    names = list(columns)
    if library == "pandas":
        return made.DataFrame.from_records(list(rows), columns=names)
    return made.DataFrame(list(rows), schema=names, orient="row", infer_schema_length=None)


def cells(found: Iterable[Found]) -> Iterable[tuple[Any, ...]]:
    """Rows found, as plain values."""
    return (tuple(msgspec.to_builtins(row).values()) for row in found)

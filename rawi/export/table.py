"""Tables of tab-separated values whose columns say themselves what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO, Generic, NamedTuple, TypeVar

from rawi.export.letters import cell

Row = TypeVar("Row")


class Column(NamedTuple, Generic[Row]):
    """A column: its heading, what it holds, and how it is told of a row."""

    name: str
    about: str
    tell: Callable[[Row], object]


def write_table(columns: Iterable[Column[Row]], rows: Iterable[Row], out: BinaryIO) -> int:
    """Writes the headings and a line for each row; how many rows there were comes back."""
    columns, count = tuple(columns), 0
    out.write(_line(column.name for column in columns))
    for row in rows:
        out.write(_line(column.tell(row) for column in columns))
        count += 1
    return count


def dictionary(columns: Iterable[Column[Row]]) -> str:
    """The data dictionary of a table: a line for each column, its heading and what it holds."""
    lines = ["column\twhat it holds", *(f"{cell(column.name)}\t{cell(column.about)}" for column in columns)]
    return "\n".join(lines) + "\n"


def _line(values: Iterable[object]) -> bytes:
    return ("\t".join(map(cell, values)) + "\n").encode()

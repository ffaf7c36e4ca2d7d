"""The world's files read and checked: tables of rows, each fault with its file and line."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from rawi.errors import PackError
from rawi.world import schema
from rawi.world.join import joined
from rawi.world.schema import Body, Codes, Grammar, Metonym, Outlet, Person, Place, Row, State, Treaty

DATA = Path(__file__).parent / "data"
"""The world that comes with Rawi."""
_MEND = "Mend the line and run `rawi pack check`."
R = TypeVar("R", bound=Row)
T = TypeVar("T")

FILES: dict[str, tuple[type[Row], str]] = {
    "states.tsv": (State, "states"),
    "organisations.tsv": (Body, "bodies"),
    "parties.tsv": (Body, "bodies"),
    "armed.tsv": (Body, "bodies"),
    "outlets.tsv": (Outlet, "outlets"),
    "persons.tsv": (Person, "persons"),
    "places.tsv": (Place, "places"),
    "treaties.tsv": (Treaty, "treaties"),
    "metonyms.tsv": (Metonym, "metonyms"),
}
"""Each table with the struct of its lines and the list of `Tables` that it goes into."""


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """All rows of a world's folder; `where` gives each row's file and line by its identity."""

    grammar: Grammar
    codes: Codes
    states: list[State]
    bodies: list[Body]
    outlets: list[Outlet]
    persons: list[Person]
    places: list[Place]
    treaties: list[Treaty]
    metonyms: list[Metonym]
    where: dict[int, str]

    def fault(self, row: Row, what: str) -> PackError:
        """The error to raise for a row that is well formed and does not hold."""
        return PackError(what, where=self.where[id(row)], mend=_MEND)


def load_tables(folder: Path = DATA, over: Path | None = None) -> Tables:
    """The rows of a folder's files, and laid over them those of another, which need not have every file.

    Raises PackError at the first line that is not well formed.
    """
    lists: dict[str, list[Any]] = {into: [] for _, into in FILES.values()}
    where: dict[int, str] = {}
    for name, (kind, into) in FILES.items():
        for number, row in _rows(folder / name, kind):
            lists[into].append(row)
            where[id(row)] = f"{name}:{number}"
    if over is not None:
        _lay(over, lists, where)
    return Tables(grammar=load_grammar(folder), codes=_toml(folder / "codes.toml", Codes), where=where, **lists)


def tables_in(folder: Path) -> list[str]:
    """The names of the tables that a folder has; raises PackError where it has none."""
    found = [name for name in FILES if (folder / name).is_file()]
    if not found:
        raise PackError("no table of a world", where=str(folder), mend=f"Give a folder with one of {', '.join(FILES)}.")
    return found


def _lay(folder: Path, lists: dict[str, list[Any]], where: dict[int, str]) -> None:
    """Joins a folder's rows with those of the lists."""
    for name in tables_in(folder):
        kind, into = FILES[name]
        upper = {id(row): (row, f"{folder.name}/{name}:{number}") for number, row in _rows(folder / name, kind)}
        rows = list(joined(lists[into], [row for row, _ in upper.values()]))
        where |= {id(row): upper[id(high)][1] for row, high in rows if high is not None}
        lists[into] = [row for row, _ in rows]


@cache
def load_grammar(folder: Path = DATA) -> Grammar:
    """The rules of spelling of a world's folder."""
    return _toml(folder / "spelling.toml", Grammar)


def _toml(file: Path, kind: type[T]) -> T:
    try:
        return msgspec.toml.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise PackError(str(fault), where=file.name, mend="Every world has this file; see docs/reference/world.md.") from None


def _rows(file: Path, kind: type[R]) -> Iterator[tuple[int, R]]:
    """The lines of a table with their numbers; comments and empty lines are left out, the first other line names the columns."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise PackError(str(fault), where=file.name, mend="Every world has this file, in UTF-8; see docs/reference/world.md.") from None
    columns: list[str] | None = None
    listed = _listed(kind)
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        if columns is None:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise PackError(f"{len(cells)} cells under {len(columns)} columns", where=f"{file.name}:{number}", mend=_MEND)
        filled = {c: tuple(v.split("|")) if c in listed else v for c, v in zip(columns, cells, strict=False) if v}
        try:
            yield number, msgspec.convert(filled, kind)
        except msgspec.ValidationError as fault:
            raise PackError(str(fault), where=f"{file.name}:{number}", mend=_MEND) from None


@cache
def _listed(kind: type[Row]) -> frozenset[str]:
    """The columns of a table whose cells hold variants."""
    hints = typing.get_type_hints(kind, vars(schema))
    return frozenset(name for name, hint in hints.items() if isinstance(hint, types.GenericAlias) and hint.__origin__ is tuple)

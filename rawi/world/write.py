"""The tables of a world, written: rows as lines, a dump as a folder of tables."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, TextIO

import msgspec

from rawi.errors import SourceError
from rawi.world import build
from rawi.world.check import check, doubts
from rawi.world.grow import Grower, Held
from rawi.world.schema import Row
from rawi.world.tables import DATA, FILES, load_tables, tables_in
from rawi.world.wikidata import Line, lines

_SPOOL = "persons.spool"  # people wait there for the offices that the dump tells further down
_HEAD = "# From a Wikidata dump (CC0). Columns and signs as in the tables that come with Rawi.\n"


class Built(msgspec.Struct, frozen=True):
    """What a world was built from and what came of it: rows by table, lines that could not be read, and what the rows hardly mean."""

    rows: dict[str, int]
    lines: int = 0
    broken: tuple[str, ...] = ()
    unreadable: int = 0
    doubts: tuple[str, ...] = ()


def line_of(row: Row) -> str:
    """A row as a line of its table.

    >>> from rawi.world.schema import Place
    >>> line_of(Place(names=("جوبا", "مدينة جوبا"), english="Juba", sort="city", country="SSD"))
    'جوبا|مدينة جوبا\\t\\tJuba\\tcity\\tSSD\\t'
    """
    cells = (getattr(row, field) for field in row.__struct_fields__)
    return "\t".join("|".join(cell) if isinstance(cell, tuple) else cell or "" for cell in cells)


def from_tables(source: Path, out: Path) -> Built:
    """Copies a folder of tables into a new one; raises PackError where they do not hold over the world that comes with Rawi."""
    names = tables_in(source)
    told = _checked(source)
    out.mkdir(parents=True, exist_ok=True)
    rows = Counter[str]()
    for name in names:
        text = (source / name).read_text(encoding="utf-8")
        (out / name).write_text(text, encoding="utf-8")
        rows[name] = sum(bool(line.strip()) and not line.startswith("#") for line in text.split("\n")) - 1
    return Built(rows=dict(rows), doubts=told)


def from_dump(dump: Path, out: Path, grower: Grower) -> Built:
    """Writes the tables of what a grower takes from a Wikidata dump; raises SourceError where the dump cannot be read or gives nothing.

    Lines are read one at a time and people wait in a file, so that a dump of any length is read in the memory of its positions.
    """
    out.mkdir(parents=True, exist_ok=True)
    rows, broken, last, unreadable = Counter[str](), list[str](), 0, 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=out)))
        spool = stack.enter_context((folder / _SPOOL).open("w+b"))
        tables = _Tables(out, stack)
        for line in lines(dump):
            last = line.number
            if line.fault:
                unreadable += 1
                broken += [f"line {line.number}: {line.fault}"][: 5 - len(broken)]
            _take(line, grower, tables, spool, rows)
        spool.seek(0)
        for held in _spooled(spool):
            tables.write("persons", grower.person(held))
    if not rows:
        raise SourceError("nothing in it that a world can use", where=str(dump), mend="Is it a Wikidata JSON dump, one entity a line?")
    found = {f"{name}.tsv": count for name, count in sorted(rows.items())}
    return Built(rows=found, lines=last, broken=tuple(broken), unreadable=unreadable, doubts=_checked(out, told=False))


def _take(line: Line, grower: Grower, tables: _Tables, spool: BinaryIO, rows: Counter[str]) -> None:
    found = grower.row(line.entity) if line.entity else None
    if found is None:
        return
    table, row = found
    rows[table] += 1
    if isinstance(row, Held):
        spool.write(msgspec.json.encode(row) + b"\n")
    else:
        tables.write(table, row)


class _Tables:
    """Tables that are opened, with their columns, when their first row comes."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack, self._open = folder, stack, dict[str, TextIO]()

    def write(self, table: str, row: Row) -> None:
        if table not in self._open:
            file = self._stack.enter_context((self._folder / f"{table}.tsv").open("w", encoding="utf-8", newline="\n"))
            file.write(_HEAD + "\t".join(FILES[f"{table}.tsv"][0].__struct_fields__) + "\n")
            self._open[table] = file
        self._open[table].write(line_of(row) + "\n")


def _spooled(spool: BinaryIO) -> Iterator[Held]:
    decoder = msgspec.json.Decoder(Held)
    for line in spool:
        yield decoder.decode(line)


def _checked(folder: Path, *, told: bool = True) -> tuple[str, ...]:
    """What the tables of a folder hardly mean; raises PackError where they do not hold over the world that comes with Rawi."""
    tables = load_tables(DATA, folder)
    named = list(build.things(tables))
    check(tables, named)
    return tuple(doubts(tables, named)) if told else ()

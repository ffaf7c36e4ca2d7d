"""The shelf in one SQLite file (WAL): one writer at a time, readers never wait."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rawi.errors import UsageError
from rawi.model import Failure, MadeBy, Unread
from rawi.store.filters import Filters
from rawi.store.found import Found, Stats, Tie
from rawi.store.names import Names
from rawi.store.prepare import Shelved
from rawi.store.shelf import Kept, Lost
from rawi.store.sqlite.connect import open_file, troubles
from rawi.store.sqlite.search import Search
from rawi.store.sqlite.tally import close, network, stats, timeline
from rawi.store.sqlite.where import Where
from rawi.store.sqlite.write import Writer

_PAGE = 200
"""Articles fetched at a time: what is read may be written to between two."""

TABLES = (
    "made_by", "article", "page", "entity", "mention", "strand", "time", "quantity", "statement", "content", "link", "about", "event",
    "party", "failure",
)  # fmt: skip
"""The tables that `rows` gives, as docs/reference/store.md describes them."""


class Sqlite:
    """A shelf in a file; `names` says what names that are asked for can stand for."""

    def __init__(self, path: Path, names: Names, *, write: bool) -> None:
        self._path, self._names = path, names
        self._connection = open_file(path, write=write)
        self._writer = Writer(self._connection)

    def put(self, batch: Sequence[Shelved | Lost], places: Iterable[str] = ()) -> int:
        """Keeps all of a batch or nothing; failures of `places` are over. How many were new or other than before."""
        run = self._connection.execute
        with troubles(self._path):
            try:
                run("BEGIN IMMEDIATE")
                new = self._writer.write(batch, places)
                run("COMMIT")
            except BaseException:
                self._writer.forget()
                if self._connection.in_transaction:
                    run("ROLLBACK")
                raise
        return new

    def made_by(self, digests: Sequence[bytes]) -> dict[bytes, MadeBy]:
        """Of some digests, those on the shelf, each with the versions that made its record."""
        marks = ", ".join("?" * len(digests))
        sql = f"SELECT digest, rawi, pack, world FROM article JOIN made_by m ON m.number = made_by WHERE digest IN ({marks})"
        return {digest: MadeBy(rawi=rawi, pack=pack, world=world) for digest, rawi, pack, world in self._all(sql, digests)}

    def numbers(self, filters: Filters) -> Sequence[int]:
        """The numbers of the articles that have a row of what is asked for, in the order they came in."""
        where = Where(filters, self._connection.execute, self._names)
        with troubles(self._path):
            return array("q", (number for (number,) in where.articles()))

    def fetch(self, numbers: Sequence[int]) -> Iterator[Kept]:
        """The articles of some numbers, as far as they are there."""
        sql = "SELECT article, text, record FROM page WHERE article = ?"
        for first in range(0, len(numbers), _PAGE):
            with troubles(self._path):
                found = [self._connection.execute(sql, (number,)).fetchone() for number in numbers[first : first + _PAGE]]
            yield from (Kept(*row) for row in found if row)

    def named(self, article: str) -> Sequence[int]:
        """The numbers of the articles with an id or address, or `#` and the number itself."""
        if article.startswith("#") and article[1:].isdecimal():
            return [number for (number,) in self._all("SELECT number FROM article WHERE number = ?", (int(article[1:]),))]
        return [number for (number,) in self._all("SELECT number FROM article WHERE id = ? OR url = ? ORDER BY number", (article, article))]

    def search(self, filters: Filters) -> Search:
        """A question, ready to be counted or answered."""
        with troubles(self._path):
            return Search(filters, self._connection.execute, self._names, self._path)

    def timeline(self, entity: Sequence[str], since: str | None, until: str | None, limit: int | None) -> Iterator[Found]:
        """The statements and events that any of some names has a part in, by day."""
        search = self.search(Filters(since=since, until=until))
        with troubles(self._path):
            chosen = Where(Filters(), self._connection.execute, self._names).chosen(entity)
            for unit, number, roles in timeline(self._connection.execute, chosen, since, until, limit):
                if found := search.found(unit, number, roles):
                    yield found

    def network(self, filters: Filters, relation: str, limit: int | None) -> Iterator[Tie]:
        """Who speaks of whom (`speaks`) or who hands whose words on (`carries`), as counts."""
        with troubles(self._path):
            yield from network(self._connection.execute, self._names, filters, relation, limit)

    def unknown(self, name: str) -> list[str] | None:
        """None where somebody has a name, else the names in the store that are close to it."""
        with troubles(self._path):
            where = Where(Filters(), self._connection.execute, self._names)
            return None if where.entities(name) else close(self._connection.execute, self._names.asked(name).key)

    def stats(self) -> Stats:
        """How much there is of what."""
        with troubles(self._path):
            return stats(self._connection.execute, self._path)

    def failures(self) -> Iterator[Lost]:
        """What could not be read."""
        sql = "SELECT place, id, stage, reason, rawi, pack, world FROM failure f JOIN made_by m ON m.number = f.made_by ORDER BY f.number"
        for place, id, stage, reason, *made in self._all(sql):
            made_by = MadeBy(rawi=made[0], pack=made[1], world=made[2])
            yield Lost(place, Failure(failure=Unread(id=id, stage=stage, reason=reason)), made_by)

    def rows(self, table: str) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
        """A table's columns and rows; raises UsageError where there is no such table."""
        if table not in TABLES:
            raise UsageError(f"there is no table {table!r}", mend=f"Name one of {', '.join(TABLES)}.")
        found = self._all(f"SELECT * FROM {table}")
        return tuple(column[0] for column in found.description), found

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def _all(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        with troubles(self._path):
            return self._connection.execute(sql, values)

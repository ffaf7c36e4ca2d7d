"""Putting prepared records on the shelf: rows numbered, entities found or made, an older record of the same article taken off first."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from rawi.model import MadeBy
from rawi.store.prepare import Row, Shelved
from rawi.store.shelf import Lost

_REMEMBERED = 50_000
"""Entities whose numbers are kept in memory; the others are looked up."""


class Writer:
    """Writes inside the transaction that its caller opens."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run, self._many = connection.execute, connection.executemany
        self._entities: dict[Row, int] = {}
        self._made: dict[MadeBy, int] = {}

    def forget(self) -> None:
        """Forgets the numbers given in a transaction that failed."""
        self._entities.clear()
        self._made.clear()

    def write(self, batch: Iterable[Shelved | Lost], places: Iterable[str]) -> int:
        """Writes a batch; failures at `places` are over. How many were new."""
        self._many("DELETE FROM failure WHERE place = ?", [(place,) for place in places])
        self._next = {name: count(self._highest(name) + 1) for name in ("article", "statement", "event")}
        return sum(self._failure(one) if isinstance(one, Lost) else self._record(one) for one in batch)

    def _highest(self, table: str) -> int:
        return int(self._run(f"SELECT ifnull(max(number), 0) FROM {table}").fetchone()[0])

    def _failure(self, lost: Lost) -> bool:
        unread = lost.failure.failure
        same = "SELECT 1 FROM failure WHERE place = ? AND id IS ? AND stage = ? AND reason = ?"
        if self._run(same, (lost.place, unread.id, unread.stage, unread.reason)).fetchone():
            return False
        sql = "INSERT OR REPLACE INTO failure (place, id, stage, reason, made_by) VALUES (?, ?, ?, ?, ?)"
        self._run(sql, (lost.place, unread.id, unread.stage, unread.reason, self._made_by(lost.made_by)))
        return True

    def _record(self, one: Shelved) -> bool:
        number = self._taken_off(one)
        if number == 0:
            return False
        number = number or next(self._next["article"])
        entities = [self._entity(row) for row in one.entities]
        said = [next(self._next["statement"]) for _ in one.statements]
        happened = [next(self._next["event"]) for _ in one.events]
        self._insert("article", [(number, one.digest, *one.article, self._made_by(one.made_by))])
        self._insert("page", [(number, one.text, one.record, one.sentences, _words_of(one, number, said, happened))])
        self._insert("mention", [(number, start, end, entities[at], form) for start, end, at, form in one.mentions], "OR IGNORE ")
        self._insert("strand", [(number, *row[:-1], _at(entities, row[-1])) for row in one.strands])
        self._insert("time", [(number, *row) for row in one.times])
        self._insert("quantity", [(number, *row) for row in one.quantities])
        self._statements(one, number, said, entities)
        self._events(one, number, happened, said, entities)
        self._insert("article_words(rowid, words)", [(number, one.words)])
        return True

    def _statements(self, one: Shelved, number: int, said: Sequence[int], entities: Sequence[int]) -> None:
        pairs = list(zip(said, one.statements, strict=True))
        rows = [(n, number, *s.row[:10], _at(entities, s.row[10]), *s.row[11:]) for n, s in pairs]
        self._insert("statement", rows)
        self._insert("content", [(n, *span) for n, s in pairs for span in s.content])
        self._insert("link", [(n, position, entities[at], *rest) for n, s in pairs for position, at, *rest in s.links])
        self._insert("about", [(n, entity) for n, s in pairs for entity in {entities[at] for at in s.about}])
        self._insert("statement_words(rowid, words)", [(n, s.words) for n, s in pairs])

    def _events(self, one: Shelved, number: int, happened: Sequence[int], said: Sequence[int], entities: Sequence[int]) -> None:
        pairs = list(zip(happened, one.events, strict=True))
        rows = [(n, number, *e.row[:4], _at(entities, e.row[4]), *e.row[5:11], _at(said, e.vouched_by), *e.row[11:]) for n, e in pairs]
        self._insert("event", rows)
        self._insert("party", [(n, role, position, entities[at]) for n, e in pairs for role, position, at in e.parties])
        self._insert("event_words(rowid, words)", [(n, e.words) for n, e in pairs])

    def _insert(self, table: str, rows: Sequence[tuple[Any, ...]], manner: str = "") -> None:
        if rows:
            self._many(f"INSERT {manner}INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    def _taken_off(self, one: Shelved) -> int | None:
        """Takes an older record of the same article off; its number, None where there was none, 0 where it is the same record."""
        sql = "SELECT number, record, words FROM article JOIN page ON article = number WHERE digest = ?"
        found = self._run(sql, (one.digest,)).fetchone()
        if not found:
            return None
        number, record, words = found
        if record == one.record:
            return 0
        for line in zlib.decompress(words).decode().split("\n"):
            table, row, keys = line.split("\t")
            self._run(f"INSERT INTO {table}_words({table}_words, rowid, words) VALUES ('delete', ?, ?)", (int(row), keys))
        self._run("DELETE FROM article WHERE number = ?", (number,))
        return int(number)

    def _made_by(self, made_by: MadeBy) -> int:
        if made_by not in self._made:
            row = (made_by.rawi, made_by.pack, made_by.world)
            self._run("INSERT OR IGNORE INTO made_by (rawi, pack, world) VALUES (?, ?, ?)", row)
            found = self._run("SELECT number FROM made_by WHERE rawi = ? AND pack = ? AND world = ?", row).fetchone()
            self._made[made_by] = int(found[0])
        return self._made[made_by]

    def _entity(self, row: Row) -> int:
        if row not in self._entities:
            if len(self._entities) >= _REMEMBERED:
                self._entities.clear()
            self._entities[row] = self._found(row) or self._new(row)
        return self._entities[row]

    def _found(self, row: Row) -> int | None:
        id, kind, name, name_en, country, code, *_ = row
        sql = (
            "SELECT number FROM entity WHERE name = ? AND kind = ? AND ifnull(id, '') = ? AND ifnull(name_en, '') = ?"
            " AND ifnull(country, '') = ? AND ifnull(code, '') = ?"
        )
        found = self._run(sql, (name, kind, id or "", name_en or "", country or "", code or "")).fetchone()
        return int(found[0]) if found else None

    def _new(self, row: Row) -> int:
        sql = "INSERT INTO entity (id, kind, name, name_en, country, code, key, key_en) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        number = self._run(sql, row).lastrowid or 0
        self._insert("entity_words(rowid, words)", [(number, " ".join(filter(None, row[-2:])))])
        return number


def _words_of(one: Shelved, number: int, said: Sequence[int], happened: Sequence[int]) -> bytes:
    """What stands in the full-text indexes, line by line as `table, row, words`: an index without content forgets only what it is told."""
    lines = [f"statement\t{n}\t{s.words}" for n, s in zip(said, one.statements, strict=True)]
    lines += [f"event\t{n}\t{e.words}" for n, e in zip(happened, one.events, strict=True)]
    return zlib.compress("\n".join([f"article\t{number}\t{one.words}", *lines]).encode())


def _at(numbers: Sequence[int], place: int | None) -> int | None:
    return None if place is None else numbers[place]

"""The file: brought up to date step by step, opened for reading wherever it lies, refused where it is something else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from rawi.errors import SourceError
from rawi.model import Record
from rawi.store import Store
from rawi.store.sqlite import connect

DOCS = Path(__file__).parents[2] / "docs" / "reference" / "store.md"


def pragma(path: Path, name: str) -> int:
    with sqlite3.connect(path) as connection:
        found = int(connection.execute(f"PRAGMA {name}").fetchone()[0])
    connection.close()
    return found


def test_an_older_store_is_brought_up_to_date(tmp_path: Path, relayed: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path / "a") as store:
        store.add(relayed)
    assert pragma(tmp_path / "a", "user_version") == len(connect.steps())
    step = tmp_path / "9999.sql"
    step.write_text("CREATE TABLE more (number INTEGER PRIMARY KEY); -- ; a comment\nINSERT INTO more VALUES (7);\n", encoding="utf-8")
    steps = [*connect.steps(), step]
    monkeypatch.setattr(connect, "steps", lambda: steps)
    with Store(tmp_path / "a", read_only=True) as store:
        assert list(store.records()) == [relayed]
    assert pragma(tmp_path / "a", "user_version") == len(steps) - 1
    with Store(tmp_path / "a") as store:
        assert list(store.records()) == [relayed]
    assert pragma(tmp_path / "a", "user_version") == len(steps)


def test_a_step_is_taken_whole_or_not_at_all(tmp_path: Path, relayed: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path / "a") as store:
        store.add(relayed)
    step = tmp_path / "9999.sql"
    step.write_text("CREATE TABLE more (number INTEGER PRIMARY KEY);\nCREATE TABLE article (number INTEGER);\n", encoding="utf-8")
    monkeypatch.setattr(connect, "steps", lambda: [*sorted(connect.MIGRATIONS.glob("*.sql")), step])
    with pytest.raises(SourceError, match="already exists"):
        Store(tmp_path / "a")
    monkeypatch.undo()
    with Store(tmp_path / "a") as store:
        assert list(store.records()) == [relayed]
        store.add(relayed.without_why())


def test_a_store_of_a_later_version_is_told(tmp_path: Path) -> None:
    Store(tmp_path / "a").close()
    with sqlite3.connect(tmp_path / "a") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    for read_only in (True, False):
        with pytest.raises(SourceError, match="later Rawi"):
            Store(tmp_path / "a", read_only=read_only)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a") as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    for read_only in (True, False):
        with pytest.raises(SourceError, match="no store of Rawi's"):
            Store(tmp_path / "a", read_only=read_only)
    assert pragma(tmp_path / "a", "user_version") == 0


def test_a_store_is_read_where_nothing_can_be_written_beside_it(tmp_path: Path, relayed: Record) -> None:
    with Store(tmp_path / "a") as store:
        store.add(relayed)
    (tmp_path / "a-shm").mkdir()  # the file that readers of a WAL share cannot be made
    with Store(tmp_path / "a", read_only=True) as store:
        assert list(store.records()) == [relayed]


def test_what_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such store"):
        Store(tmp_path / "a", read_only=True)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "empty").touch()
    with pytest.raises(SourceError, match="nothing in this file"):
        Store(tmp_path / "empty", read_only=True)
    with pytest.raises(SourceError, match="unable to open"):
        Store(tmp_path / "none" / "a")


def test_every_table_and_column_is_documented(tmp_path: Path) -> None:
    from rawi.store.sqlite.shelf import TABLES

    page = DOCS.read_text(encoding="utf-8")
    rows = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}
    with Store(tmp_path / "a") as store, sqlite3.connect(tmp_path / "a") as connection:
        made = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%words%'")}
        assert made == set(TABLES)
        for table in TABLES:
            for column in store.rows(table)[0]:
                assert f"`{column}`" in rows[table], f"{table}.{column} is not in {DOCS.name}"
    connection.close()

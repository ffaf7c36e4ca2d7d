"""Opening the file: pragmas, migrations, and what goes wrong with files, told in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rawi.errors import SourceError

APPLICATION = 0x52415749
"""What SQLite's `application_id` says of a store: «RAWI»."""

MIGRATIONS = Path(__file__).parent / "migrations"
_PATIENCE = 30.0  # seconds that one writer waits for another
_TROUBLE = (
    ("database or disk is full", "Make room and run the command again: what was reported done is kept."),
    ("readonly", "Give a store in a folder that you may write to."),
    ("unable to open", "Check the name of the file and that its folder is there and may be written to."),
    ("not a database", "Give a store that `rawi load` made, or a new name."),
    ("malformed", "Restore it from a copy, or load the articles into a new store."),
    ("locked", "Another program is writing to it: try again when it is done."),
)


def open_file(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to a store, made or brought to this version's schema where it may be written to; raises SourceError."""
    if not write and not path.is_file():
        raise SourceError("there is no such store", where=str(path), mend="Make one: rawi load STORE SOURCE….")
    with troubles(path):
        connection = _connected(path, write)
        try:
            _check(connection, path, write)
            if write:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                _migrate(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -32000")
        except BaseException:
            connection.close()
            raise
    return connection


def _connected(path: Path, write: bool) -> sqlite3.Connection:
    if write:
        return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError as fault:  # a WAL needs a file beside it: where none can be made, nobody writes either
        connection.close()
        if "unable to open" not in str(fault) or path.with_name(f"{path.name}-wal").exists():
            raise
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


@contextmanager
def troubles(path: Path) -> Iterator[None]:
    """Tells what goes wrong with the file inside as SourceError, with the way out."""
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DatabaseError) as fault:
        if isinstance(fault, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        what = str(fault)
        mend = next((way for words, way in _TROUBLE if words in what), "Check the file and its folder.")
        raise SourceError(what, where=str(path), mend=mend) from fault


def _check(connection: sqlite3.Connection, path: Path, write: bool) -> None:
    """Raises where the file is no store, not one yet, or one of a later version."""
    version, application = _pragma(connection, "user_version"), _pragma(connection, "application_id")
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and application != APPLICATION:
        mend = "Give a store that `rawi load` made, or a new name."
        raise SourceError("this is a database, but no store of Rawi's", where=str(path), mend=mend)
    if not write and not tables:
        raise SourceError("there is nothing in this file yet", where=str(path), mend="Fill it: rawi load STORE SOURCE….")
    if version > len(steps()):
        mend = "Install that version or a later one."
        raise SourceError(f"the store was made by a later Rawi (schema {version})", where=str(path), mend=mend)


def _migrate(connection: sqlite3.Connection) -> None:
    """Brings the schema to this version, each step whole or not at all."""
    while (version := _pragma(connection, "user_version")) < len(steps()):
        script = steps()[version].read_text(encoding="utf-8")
        marks = f"PRAGMA user_version = {version + 1}; PRAGMA application_id = {APPLICATION};"
        try:
            connection.execute("BEGIN IMMEDIATE")
            if _pragma(connection, "user_version") == version:  # nobody else was faster
                for statement in _statements(f"{script}\n{marks}"):
                    connection.execute(statement)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one (`executescript` would end the transaction)."""
    whole = ""
    for piece in script.split(";"):
        whole += f"{piece};"
        if sqlite3.complete_statement(whole):
            yield whole
            whole = ""


def steps() -> list[Path]:
    """The migrations in order; as many as they are, so high is `user_version`."""
    return sorted(MIGRATIONS.glob("*.sql"))


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])

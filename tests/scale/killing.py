"""Loads that are killed: started in a process of their own, with a reader beside them, and looked at afterwards."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from rawi.ingest.files import Placed, read_rows, rows
from rawi.store import Filters, Store

ROOT = Path(__file__).parents[2]
_LOADER = """
import sys
from pathlib import Path
from rawi.ingest.files import read_rows, rows
from rawi.scale.load import Loader
from rawi.store import Store
if __name__ == "__main__":
    with Store(sys.argv[1]) as store:
        told = lambda tally: print(tally.new + tally.known, flush=True)
        Loader(store, workers=int(sys.argv[3]), told=told).load(read_rows(rows(sys.argv[2]), {}))
"""


def whole(path: Path) -> None:
    """Raises where the file, its keys or its full-text indexes do not hold."""
    with sqlite3.connect(path, isolation_level=None) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("article", "statement", "event", "entity"):
            connection.execute(f"INSERT INTO {table}_words({table}_words) VALUES ('integrity-check')")
            count = f"SELECT (SELECT count(*) FROM {table}), (SELECT count(*) FROM {table}_words_docsize)"
            rows, indexed = connection.execute(count).fetchone()
            assert rows == indexed
    connection.close()


def content(path: Path) -> list[tuple[str, str]]:
    """All that a store tells, whatever order it came in."""
    with Store(path, read_only=True) as store:
        return sorted((record.article.id, record.to_json(why=True)) for record in store.records())


def start(store: Path, source: Path, workers: int) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT if (ROOT / "rawi").exists() else Path.cwd())}
    script = store.with_suffix(".py")
    script.write_text(_LOADER, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(script), str(store), str(source), str(workers)], stdout=subprocess.PIPE, text=True, env=env
    )


def kill_one(store: Path, source: Path, workers: int, after: int, pause: float) -> int:
    """Starts a load and kills it some time after so many batches were reported; how many articles it reported in all."""
    loading = start(store, source, workers)
    assert loading.stdout is not None
    reported = [int(loading.stdout.readline() or 0) for _ in range(after)]
    until = time.monotonic() + pause
    if reported[-1:] != [0]:  # there is a store
        with Store(store, read_only=True) as reader:
            while list(reader.find(Filters(words="قال"))) and time.monotonic() < until:
                pass
    loading.send_signal(signal.SIGKILL)
    reported += [int(line) for line in loading.stdout.read().splitlines() if line.strip()]
    loading.wait()
    loading.stdout.close()
    return max(reported, default=0)


def placed_from(source: Path) -> list[Placed]:
    return list(read_rows(rows(str(source)), {}))

"""`rawi load` and `rawi failures`: archives in, a line for what cannot be read, and nothing read twice."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from rawi.cli.main import run
from rawi.errors import RawiError
from rawi.store import Store
from tests.scale.archive import write

ROOT = Path(__file__).parents[2]
TEXT = "قال بايدن إن الاجتماع تأجل."
ROTTEN = "id,text\n" + "".join(f"{n},\n" for n in range(9))


def test_an_archive_is_loaded_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, store = write(tmp_path / "a.jsonl", 20), str(tmp_path / "news.rawi")
    assert run(["load", store, str(source), "--workers", "2", "--outlet", "الخبر"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "rawi: 20 articles loaded, 0 were there, 0 could not be read\n"
    assert run(["load", store, str(source), "--workers", "1", "--outlet", "الخبر"]) == 0
    assert capsys.readouterr().err == "rawi: 0 articles loaded, 20 were there, 0 could not be read\n"
    with Store(store, read_only=True) as kept:
        assert {article.outlet for article in kept.articles()} == {"الخبر"}


def test_columns_are_mapped(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    rows = [{"source": "okaz", "content": TEXT, "date_extracted": "2015-07-21 10:00:00", "title": "خبر", "author": ""}]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("2015-07-21.json", json.dumps(rows))
    store = str(tmp_path / "news.rawi")
    assert run(["load", store, str(tmp_path / "a.zip"), "--map", "text=content,published=date_extracted", "--map", "outlet=source"]) == 0
    with Store(store, read_only=True) as kept:
        (article,) = kept.articles()
    assert (article.outlet, article.published, article.title) == ("okaz", "2015-07-21 10:00:00", "خبر")
    assert run(["load", store, str(tmp_path / "a.zip"), "--map", "body=content"]) == 2
    assert "no field 'body'" in capsys.readouterr().err


def test_rotten_files_are_told_and_the_rest_is_loaded(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    archive, store = tmp_path / "archive", str(tmp_path / "news.rawi")
    archive.mkdir()
    write(archive / "a.jsonl", 5)
    (archive / "b.zip").write_bytes(b"PK\x03\x04")
    (archive / "c.csv").write_text(ROTTEN, encoding="utf-8")
    (archive / "d.txt").write_bytes(TEXT.encode("windows-1256"))
    (archive / "e.csv").write_text("title\nx\n", encoding="utf-8")
    assert run(["load", store, str(archive), "--workers", "1"]) == 3
    told = capsys.readouterr().err.splitlines()
    assert told[-1].startswith("rawi: 5 articles loaded")
    assert told[-1].endswith("12 could not be read")
    assert len(told) == 6
    assert f"rawi: {archive}/c.csv: 8 more could not be read; see rawi failures {store}" in told
    assert run(["failures", store]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 12
    assert run(["failures", store, "--format", "jsonl"]) == 0
    assert {json.loads(line)["failure"]["stage"] for line in capsys.readouterr().out.splitlines()} == {"source", "article"}


def test_what_other_versions_read_is_read_again_from_the_store(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from tests.store.made import record
    from tests.store.test_find import DATA

    store = str(tmp_path / "news.rawi")
    with Store(store) as kept:
        kept.add_many(map(record, DATA["article"]))  # made by version 0
    assert run(["load", store, "--again", "--workers", "1"]) == 0
    assert "5 articles loaded" in capsys.readouterr().err
    with Store(store, read_only=True) as kept:
        assert {one.made_by for one in kept.records()} == {kept.versions}
        assert len(kept) == 5
    assert run(["load", store, "--again", "--workers", "1"]) == 0
    assert "0 articles loaded, 5 were there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [("none/news.rawi", 3, "folder"), ("plain.txt", 3, "not a database"), (".", 2, "directory")],
)
def test_a_store_that_cannot_be_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, code: int, told: str) -> None:
    (tmp_path / "plain.txt").write_text(TEXT * 100, encoding="utf-8")
    assert run(["load", str(tmp_path / name), str(write(tmp_path / "a.jsonl", 1))]) == code
    assert told in capsys.readouterr().err


def test_nothing_to_load_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["load", str(tmp_path / "news.rawi")]) == 2
    assert run(["load", str(tmp_path / "news.rawi"), str(tmp_path / "missing.txt")]) == 3
    assert "No such file" in capsys.readouterr().err
    assert run(["failures", str(tmp_path / "other.rawi")]) == 3
    assert "no such store" in capsys.readouterr().err


def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", 200)
    screen, terminal = pty.openpty()
    path = str(ROOT if (ROOT / "rawi").exists() else Path.cwd())
    command = [sys.executable, "-m", "rawi.cli.main", "load", str(tmp_path / "news.rawi"), str(source), "--workers", "1"]
    env = {**os.environ, "PYTHONPATH": path, "TERM": "xterm", "COLUMNS": "100"}
    loading = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, cwd=path, env=env)
    os.close(terminal)
    shown = b""
    while True:
        try:
            piece = os.read(screen, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    assert loading.wait() == 0
    assert loading.stdout is not None
    assert loading.stdout.read() == b""
    loading.stdout.close()
    os.close(screen)
    assert re.search(rb"\d+ articles, \d+ a second, 0 failed", shown)
    assert re.search(rb"200 articles loaded \([\d,]+ a second\), 0 were there", shown)


def test_ctrl_c_keeps_what_was_read(tmp_path: Path) -> None:
    source, store = write(tmp_path / "a.jsonl", 3000), tmp_path / "news.rawi"
    path = str(ROOT if (ROOT / "rawi").exists() else Path.cwd())
    command = [sys.executable, "-m", "rawi.cli.main", "load", str(store), str(source), "--workers", "2"]
    loading = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, cwd=path, env={**os.environ, "PYTHONPATH": path}, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not loaded(store):
        time.sleep(0.1)
    os.killpg(loading.pid, signal.SIGINT)  # as a terminal does: to all of them
    _, err = loading.communicate(timeout=60)
    assert loading.returncode == 130
    assert "Traceback" not in err
    number = loaded(store)
    assert f"rawi: {number:,} articles loaded" in err
    assert 0 < number < 3000


def loaded(store: Path) -> int:
    try:
        with Store(store, read_only=True) as kept:
            return len(kept)
    except RawiError:  # not made yet
        return 0


def test_a_world_of_ones_own_is_read_with(tmp_path: Path) -> None:
    world = tmp_path / "mine"
    world.mkdir()
    columns = ("names", "short", "english", "gender", "id", "country", "sector", "offices")
    row = ("سالم الهدار", "الهدار", "Salem Al-Haddar", "m", "", "YEM", "GOV", "")
    (world / "persons.tsv").write_text("".join("\t".join(cells) + "\n" for cells in (columns, row)), encoding="utf-8")
    page = tmp_path / "page.txt"
    page.write_text("قال سالم الهدار إن الحوار مستمر.", encoding="utf-8")
    assert run(["load", str(tmp_path / "s.rawi"), str(page), "--published", "2016-05-18", "--world", str(world), "--workers", "1"]) == 0
    with Store(tmp_path / "s.rawi") as store:
        (record,) = store.records()
    assert record.made_by.world.endswith("+mine")
    assert "Salem Al-Haddar" in {entity.name_en for entity in record.entities}

"""What all formats have in common: the registry, files that are whole or not there, extras, the command."""

from __future__ import annotations

import errno
import gzip
import io
import json
import os
import stat
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from rawi import export
from rawi.cli.main import run
from rawi.errors import UsageError
from rawi.export.whole import bundle_beside, stream_beside
from rawi.model import Record

FORMATS = tuple(export.REGISTRY)
PAGES = Path(__file__).parents[2] / "docs" / "reference" / "export"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_writes_records_and_counts_them(form: str, rich: Record, bare: Record, relayed: Record, tmp_path: Path) -> None:
    place = tmp_path / "out"
    count = export.write([rich, bare, relayed], form, place)
    assert count.records == 3
    assert count.items > 0
    assert place.exists()
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("form", FORMATS)
def test_no_records_are_no_fault(form: str, tmp_path: Path) -> None:
    assert export.write([], form, tmp_path / "out") == (0, 0)
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_not_whole_is_not_there(form: str, rich: Record, tmp_path: Path) -> None:
    def broken() -> Iterator[Record]:
        yield rich
        raise KeyboardInterrupt

    for name in ("out", "out.zip"):
        with pytest.raises(KeyboardInterrupt):
            export.write(broken(), form, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["jsonl", "plover", "cameo", "quotations", "webannotation", "schemaorg", "ftm"])
def test_a_record_is_written_before_the_next_is_taken(form: str, rich: Record) -> None:
    out, written = io.BytesIO(), list[int]()

    def taken() -> Iterator[Record]:
        for number in range(4):
            written.append(out.tell())
            yield msgspec.structs.replace(rich, article=msgspec.structs.replace(rich.article, id=str(number)))

    export.write(taken(), form, out)
    assert written == sorted(set(written))


@pytest.mark.parametrize("form", [one.name for one in export.REGISTRY.values() if one.shape != "stream"])
def test_many_files_do_not_go_into_a_stream(form: str) -> None:
    with pytest.raises(UsageError, match="many files"):
        export.write([], form, io.BytesIO())


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_records_give_the_same_bytes(form: str, rich: Record, bare: Record, tmp_path: Path) -> None:
    one, two = tmp_path / "1.zip", tmp_path / "2.zip"
    for place in (one, two):
        export.write([rich, bare], form, place)
    files = [one, two] if one.is_file() else []
    if files:
        assert one.read_bytes() == two.read_bytes()
    else:
        assert [p.relative_to(one) for p in sorted(one.rglob("*"))] == [p.relative_to(two) for p in sorted(two.rglob("*"))]


@pytest.mark.parametrize("one", [one for one in export.REGISTRY.values() if one.extra], ids=lambda one: one.name)
def test_a_missing_extra_says_how_to_install_it(one: export.Format, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("networkx", "cassis", "pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError, match=rf"pip install 'rawi\[{one.extra}\]'"):
        export.write([], one.name, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_is_told_with_the_names_of_all() -> None:
    with pytest.raises(UsageError, match="jsonl, plover"):
        export.write([], "xlsx", io.BytesIO())


def test_every_format_has_a_page_that_says_what_it_loses() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == {"index", *FORMATS}
    for name in FORMATS:
        page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
        assert "## What it loses" in page
        assert f"--format {name}" in page
        assert f"[{name}]({name}.md)" in (PAGES / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["plover", "cameo"])
def test_the_page_of_a_table_is_its_data_dictionary(form: str) -> None:
    page = (PAGES / f"{form}.md").read_text(encoding="utf-8")
    for column in export.REGISTRY[form].module.COLUMNS:
        assert f"| {column.name} | {column.about} |" in page


def test_a_file_takes_the_place_of_an_older_one_with_usual_rights(tmp_path: Path) -> None:
    place = tmp_path / "out"
    place.write_bytes(b"old")
    with suppress(ZeroDivisionError), stream_beside(place) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert place.read_bytes() == b"old"
    with stream_beside(place) as file:
        file.write(b"new")
        assert place.read_bytes() == b"old"
    assert place.read_bytes() == b"new"
    (tmp_path / "usual").touch()
    assert stat.S_IMODE(place.stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(UsageError, match="something stands there"), bundle_beside(tmp_path):
        pass
    with bundle_beside(tmp_path / "new") as bundle:
        bundle.put("a.txt", b"a")
        assert not (tmp_path / "new").exists()
    assert (tmp_path / "new" / "a.txt").read_bytes() == b"a"


def test_names_of_files_fit_any_disk_and_differ(tmp_path: Path) -> None:
    keys = ["a", "a", "../../etc/passwd", "CON:?*", "خبر", ".", "", "x" * 300, "a-2", "a\nb"]
    for place in (tmp_path / "folder", tmp_path / "all.zip"):
        with bundle_beside(place) as bundle:
            for key in keys:
                bundle.put(bundle.free(key, ".txt") + ".txt", key.encode())
    found = {file.name: file.read_bytes().decode() for file in (tmp_path / "folder").iterdir()}
    assert sorted(found.values()) == sorted(keys)
    assert found["a.txt"] == "a"
    assert all(name.isascii() and "/" not in name and not name.startswith(".") and len(name) < 110 for name in found)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == found


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    for place in (tmp_path / "none" / "out", tmp_path / "none" / "out.zip"):
        with pytest.raises(UsageError, match=r"out.*cannot be written: No such file or directory"):
            export.write([], "brat", place)


@pytest.mark.parametrize("form", ["jsonl", "graphml", "brat"])
def test_a_full_disk_is_told_in_one_line(form: str, rich: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"^.*out\.zip: it cannot be written: No space left on device\. Name a place with room"):
        export.write([rich], form, tmp_path / "out.zip")
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_records_and_tells_failures(rich: Record, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines, out = tmp_path / "records.jsonl", tmp_path / "events.tsv"
    lines.write_text(rich.to_json(why=True) + '\n\n{"rawi":1,"failure":{"id":"b","stage":"article","reason":"empty"}}\n', encoding="utf-8")
    assert run(["export", str(lines), "--format", "plover", "-o", str(out)]) == 3
    assert f"rawi: b: empty\nrawi: {out}: 4 events, from 1 articles\n" in capfd.readouterr().err
    assert out.read_text(encoding="utf-8").count("\n") == 5
    assert run(["export", str(lines), "--format", "jsonl"]) == 3
    assert json.loads(capfd.readouterr().out)["statements"][0]["why"] == ["frame:relay"]


def test_the_command_tells_a_line_that_is_no_record(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.jsonl").write_text('{"rawi": 1}\n', encoding="utf-8")
    assert run(["export", str(tmp_path / "bad.jsonl"), "--format", "ftm", "-o", str(tmp_path / "out")]) == 3
    assert "bad.jsonl:1: no record" in capfd.readouterr().err
    assert not (tmp_path / "out").exists()
    assert run(["export", str(tmp_path / "none.jsonl"), "--format", "ftm"]) == 3
    assert "none.jsonl: No such file" in capfd.readouterr().err


def test_the_command_describes_formats(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--format", "plover", "--describe"]) == 0
    assert capfd.readouterr().out.startswith("column\twhat it holds\nEvent ID\t")
    assert run(["export", "--format", "jsonl", "--describe"]) == 0
    assert json.loads(capfd.readouterr().out)["$schema"].endswith("2020-12/schema")
    assert run(["export", "--format", "brat", "--describe"]) == 2
    assert "docs/reference/export/brat.md" in capfd.readouterr().err
    assert run(["export", "--format", "brat"]) == 2


def test_the_command_reads_stores_and_their_filters(rich: Record, bare: Record, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from rawi.store import Store

    with Store(tmp_path / "news.rawi") as store:
        store.add_many([rich, bare])
    assert run(["export", str(tmp_path / "news.rawi"), "--format", "jsonl"]) == 0
    assert [msgspec.json.decode(line, type=Record) for line in capfd.readouterr().out.split("\n") if line] == [rich, bare]
    assert run(["export", str(tmp_path / "news.rawi"), "--format", "jsonl", "--act", "claim"]) == 0
    assert [json.loads(line)["article"]["id"] for line in capfd.readouterr().out.split("\n") if line] == [rich.article.id]
    export.write([rich], "jsonl", tmp_path / "records.jsonl")
    assert run(["export", str(tmp_path / "records.jsonl"), "--format", "jsonl", "--min-confidence", "0.5"]) == 2
    assert "--min-confidence needs a store" in capfd.readouterr().err


def test_the_command_reads_gzip(rich: Record, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    packed = tmp_path / "records.jsonl.gz"
    packed.write_bytes(gzip.compress(rich.to_json().encode()))
    assert run(["export", str(packed), "--format", "jsonl"]) == 0
    assert json.loads(capfd.readouterr().out)["article"]["id"] == rich.article.id
    packed.write_bytes(packed.read_bytes()[:-9])
    assert run(["export", str(packed), "--format", "jsonl", "-o", str(tmp_path / "out")]) == 3
    assert "records.jsonl.gz: " in capfd.readouterr().err

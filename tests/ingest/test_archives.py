"""Archives: folders, patterns, zips, tables with columns of their own names, and every way in which they can be rotten."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from rawi.errors import SourceError, UsageError
from rawi.ingest.columns import columns_in
from rawi.ingest.dates import check_format
from rawi.ingest.files import Placed, read_rows, rows
from rawi.ingest.walk import files
from rawi.model import Article, Failure

TEXT = "قال بايدن إن الاجتماع تأجل."
ROW = {"id": "a", "text": TEXT}
LINE = json.dumps(ROW)


def read(path: Path | str, columns: dict[str, str] | None = None) -> list[Placed]:
    return list(read_rows(rows(str(path), columns or {}), columns or {}))


def told(found: list[Placed]) -> list[str]:
    return [placed.one.id if isinstance(placed.one, Article) else placed.one.failure.reason for placed in found]


def zipped(path: Path, **members: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("_", "."), data)
    return path


def test_a_folder_means_the_files_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.jsonl.gz", "in/c.csv", ".hidden/d.txt", ".e.txt", "readme.md", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert list(files([str(tmp_path)])) == [str(tmp_path / name) for name in ("a.jsonl.gz", "b.txt", "in/c.csv")]
    assert list(files([str(tmp_path / "*.txt"), "-"])) == [str(tmp_path / "b.txt"), "-"]
    assert list(files([str(tmp_path / "**" / "*.csv")])) == [str(tmp_path / "in" / "c.csv")]


def test_a_folder_or_pattern_without_files_is_told(tmp_path: Path) -> None:
    for name in (tmp_path, tmp_path / "*.zip"):
        (found,) = files([str(name)])
        assert isinstance(found, tuple)
        assert found[0] == str(name)
        assert isinstance(found[1], SourceError)
    (tmp_path / "odd[1].txt").write_text(TEXT, encoding="utf-8")
    assert list(files([str(tmp_path / "odd[1].txt")])) == [str(tmp_path / "odd[1].txt")]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("a.csv", f'id,text\na,"{TEXT}"\nb,"سطر\nثان، قال بايدن ""نعم""."\n'),
        ("a.csv", f"\ufeffid;text\r\na;{TEXT}\r\nb;قال بايدن نعم.\r\n"),
        ("a.tsv", f"text\tid\n{TEXT}\ta\n{TEXT} ثم غادر.\tb\n"),
        ("a.tab", f"text\tid\n{TEXT}\ta\n\n{TEXT} ثم غادر.\tb\n"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_tables_are_read_by_their_first_line(tmp_path: Path, name: str, table: str, packed: bool) -> None:
    path = tmp_path / (f"{name}.gz" if packed else name)
    path.write_bytes(gzip.compress(table.encode()) if packed else table.encode())
    found = read(path)
    assert told(found) == ["a", "b"]
    assert [placed.place for placed in found] == [f"{path}:1", f"{path}:2"]


def test_columns_have_names_of_their_own(tmp_path: Path) -> None:
    columns = columns_in(["text=content,published=day", "outlet = source"])
    given = {"content": TEXT, "day": "2015-07-21 10:00:00", "source": "okaz", "title": "خبر", "text": "not this"}
    (tmp_path / "a.json").write_text(json.dumps([given, {"text": TEXT}]), encoding="utf-8")
    (placed, other) = read(tmp_path / "a.json", columns)
    assert isinstance(placed.one, Article)
    assert (placed.one.text, placed.one.published, placed.one.outlet) == (f"خبر\n{TEXT}", "2015-07-21 10:00:00", "okaz")
    assert isinstance(other.one, Failure)
    assert "no `content`" in other.one.failure.reason
    (tmp_path / "a.csv").write_text(f"content,day\n{TEXT},2015-07-21\n", encoding="utf-8")
    assert len(told(read(tmp_path / "a.csv", columns))[0]) == 12


@pytest.mark.parametrize("wrong", ["text", "text=", "=content", "body=content", "text:content"])
def test_a_mapping_that_is_none_is_told(wrong: str) -> None:
    with pytest.raises(UsageError):
        columns_in([wrong])


def test_parquet_is_read_row_by_row(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table = arrow.table({"n": list(range(150)), "body": [f"{TEXT} {n}" for n in range(150)], "day": ["2015-07-21"] * 150})
    parquet.write_table(table, tmp_path / "a.parquet")
    found = read(tmp_path / "a.parquet", {"text": "body", "published": "day"})
    assert len([placed for placed in found if isinstance(placed.one, Article) and placed.one.published == "2015-07-21"]) == 150
    assert "no `text`" in told(read(tmp_path / "a.parquet"))[0]
    zipped(tmp_path / "a.zip", a_parquet=(tmp_path / "a.parquet").read_bytes())
    assert len(read(tmp_path / "a.zip", {"text": "body"})) == 150
    (tmp_path / "b.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[:-20])
    assert "this Parquet cannot be read" in told(read(tmp_path / "b.parquet"))[0]


def test_a_zip_is_read_file_by_file(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("a.txt", TEXT)
    path = zipped(
        tmp_path / "a.zip", a_jsonl=f"{LINE}\n{{\n", b_json=json.dumps([ROW, ROW]), c_txt=TEXT, d_png=b"\x89PNG",
        e_jsonl_gz=gzip.compress(LINE.encode()), f_csv="text\n", g_txt=TEXT.encode("windows-1256"), h_zip=inner.getvalue(),
    )  # fmt: skip
    found = read(path)
    assert [placed.place.removeprefix(f"{path}/") for placed in found] == [
        "a.jsonl:1", "a.jsonl:2", "b.json:1", "b.json:2", "c.txt", "e.jsonl.gz:1", "g.txt", "h.zip",
    ]  # fmt: skip
    reasons = told(found)
    assert [reasons[at] for at in (0, 2, 3, 5)] == ["a"] * 4
    assert "no JSON" in reasons[1]
    assert "WINDOWS-1256" in reasons[6]
    assert "zip in a zip" in reasons[7]


def test_the_share_of_a_file_that_is_read_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([ROW] * 4), encoding="utf-8")
    assert [row.share for row in rows(str(tmp_path / "a.json"))] == [0.25, 0.5, 0.75, 1.0]
    zipped(tmp_path / "a.zip", a_json=json.dumps([ROW] * 2), b_json=json.dumps([ROW] * 2))
    assert [row.share for row in rows(str(tmp_path / "a.zip"))] == [0.25, 0.5, 0.75, 1.0]
    (tmp_path / "a.jsonl").write_text(f"{LINE}\n" * 5000, encoding="utf-8")
    shares = [row.share or 0 for row in rows(str(tmp_path / "a.jsonl"))]
    assert shares == sorted(shares)
    assert (shares[0] < 0.5, shares[-1]) == (True, 1.0)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.zip", b"PK\x03\x04 and then nothing", "this zip is broken"),
        ("a.zip", b"", "this is no zip"),
        ("a.csv", b"", "no `text` to be the text, only nothing"),
        ("a.csv", b"title,body\nx,y\nx,y\n", "no `text` to be the text, only title, body"),
        ("a.csv", f"id,text\na,{TEXT},more\n".encode(), "3 cells where the first line names 2"),
        ("a.csv", b"id,text\na,\xc7\xe1\n", "not UTF-8"),
        ("a.csv", "id,text\na,b".encode("utf-16"), "UTF-16"),
        ("a.parquet", b"PAR1", "this Parquet cannot be read"),
        ("a.jsonl.gz", gzip.compress(f"{LINE}\n".encode() * 999)[:-30], "gzip stream is broken"),
    ],
)
def test_rotten_files_are_told_in_one_line(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    if "parquet" in name:
        pytest.importorskip("pyarrow")
    (tmp_path / name).write_bytes(data)
    reasons = [placed.one.failure.reason for placed in read(tmp_path / name) if isinstance(placed.one, Failure)]
    assert len(reasons) == 1
    assert any(part in reasons[0] for part in expected.split("|"))


def test_a_cut_zip_and_a_locked_one_are_told(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "a.zip", a_jsonl=f"{LINE}\n" * 500).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    assert "this zip is broken" in told(read(tmp_path / "cut.zip"))[0]
    spoiled = bytearray(whole)
    spoiled[60] ^= 0xFF
    (tmp_path / "spoiled.zip").write_bytes(spoiled)
    assert "broken" in told(read(tmp_path / "spoiled.zip"))[-1]
    locked = bytearray(whole)
    for place in (whole.index(b"PK\x03\x04") + 6, whole.index(b"PK\x01\x02") + 8):
        locked[place] |= 1  # the sign of a password
    (tmp_path / "locked.zip").write_bytes(locked)
    assert "cannot be unpacked" in told(read(tmp_path / "locked.zip"))[0]
    zipped(tmp_path / "none.zip", a_png=b"")
    assert "no file in the zip" in told(read(tmp_path / "none.zip"))[0]


def test_a_row_that_is_no_utf8_is_passed_over(tmp_path: Path) -> None:
    lines = [b"id,text", f"a,{TEXT}".encode(), b"b,\xc7\xe1", f"c,{TEXT}".encode()]
    (tmp_path / "a.csv").write_bytes(b"\n".join(lines))
    assert [reason[:5] for reason in told(read(tmp_path / "a.csv"))] == ["a", "byte ", "c"]


@pytest.mark.parametrize(
    ("written", "formats", "expected"),
    [
        ("27/04/2017", (), "2017-04-27"),
        ("7/12/2015 10:30", (), "2015-12-07 10:30"),
        ("٢١-٧-٢٠١٥", (), "2015-07-21"),
        ("21.7.2015", (), "2015-07-21"),
        ("2015-07-21T103000", (), "2015-07-21T10:30:00"),
        ("2015-07-21T993000", (), None),
        ("04/27/2017", (), None),
        ("04/27/2017", ("%m/%d/%Y",), "2017-04-27"),
        ("20150721", ("%Y%m%d",), "2015-07-21"),
        ("20150721 1030", ("%Y%m%d", "%Y%m%d %H%M"), "2015-07-21T10:30:00"),
        ("7-21/2015", (), None),
        ("0/0/2015", (), None),
    ],
)
def test_days_are_read_as_archives_write_them(tmp_path: Path, written: str, formats: tuple[str, ...], expected: str | None) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT, "published": written}), encoding="utf-8")
    ((_, one),) = read_rows(rows(str(tmp_path / "a.json")), {}, dates=formats)
    assert (one.published if isinstance(one, Article) else None) == expected


@pytest.mark.parametrize("wrong", ["day", "%Y", "%Q", "%d/%m"])
def test_a_way_to_write_days_that_is_none_is_told(wrong: str) -> None:
    with pytest.raises(UsageError, match="not a way"):
        check_format(wrong)

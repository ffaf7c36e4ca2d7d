"""Files of articles: every kind of file, and every way in which one can be broken."""

from __future__ import annotations

import gzip
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from rawi.ingest import decode
from rawi.ingest.files import articles
from rawi.model import Article, Failure

TEXT = "قال بايدن إن الاجتماع تأجل."
GOOD = json.dumps({"id": "a", "text": TEXT})


def read(tmp_path: Path, name: str, data: bytes | str) -> list[Article | Failure]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(articles([str(path)]))


def piped(data: bytes | str) -> list[Article | Failure]:
    stream: Any = io.BufferedReader(io.BytesIO(data.encode() if isinstance(data, str) else data))
    return list(articles(["-"], stdin=stream))


def ids(found: list[Article | Failure]) -> list[str | None]:
    return [one.id if isinstance(one, Article) else f"!{one.failure.id}" for one in found]


def reason(found: list[Article | Failure]) -> str:
    (one,) = found
    assert isinstance(one, Failure)
    return one.failure.reason


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.json", GOOD, ["a"]),
        ("a.json", f"[{GOOD}, {GOOD}]", ["a", "a"]),
        ("a.jsonl", f"{GOOD}\n\n{GOOD}", ["a", "a"]),
        ("a.ndjson", f"\ufeff{GOOD}\r\n", ["a"]),
        ("story", f"{GOOD}\n{GOOD}\n", ["a", "a"]),
        ("story", f"[\n{GOOD}\n]", ["a"]),
        ("story", json.dumps({"id": "a", "text": TEXT}, indent=1), ["a"]),
    ],
)
def test_files_are_taken_for_what_they_are(tmp_path: Path, name: str, data: str, expected: list[str], packed: bool) -> None:
    found = read(tmp_path, f"{name}.gz", gzip.compress(data.encode())) if packed else read(tmp_path, name, data)
    assert ids(found) == expected


def test_a_text_is_taken_as_it_stands(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.txt", f"عنوان\r\n{TEXT}\n\n")
    assert isinstance(found, Article)
    assert (found.text, found.title) == (f"عنوان\r\n{TEXT}\n\n", "عنوان")
    assert read(tmp_path, "b.txt.gz", gzip.compress(f"\ufeff{TEXT}".encode())) == read(tmp_path, "b.txt", TEXT)
    assert isinstance(read(tmp_path, "c.txt", f'{{"{TEXT}'), list)


def test_standard_input_is_sniffed() -> None:
    assert ids(piped(f"{GOOD}\n{GOOD}")) == ["a", "a"]
    assert ids(piped(gzip.compress(GOOD.encode()))) == ["a"]
    (text,) = piped(f"[صورة] {TEXT}\n{TEXT}")
    assert isinstance(text, Article)
    assert text.text.startswith("[صورة]")
    assert ids(piped(f'{{"id": broken\n{GOOD}')) == ["!-:1", "a"]


def test_lines_are_read_as_they_come() -> None:
    class Slow(io.RawIOBase):
        lines = iter([GOOD.encode() + b"\n", b"", b""])

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            line = next(self.lines)
            buffer[: len(line)] = line
            return len(line)

    stream: Any = io.BufferedReader(Slow())
    found = articles(["-"], stdin=stream)
    assert ids([next(found)]) == ["a"]


def test_bad_lines_hold_their_place(tmp_path: Path) -> None:
    lines = [GOOD.encode(), b"{", b"[1]", b'{"id": "n", "text": ""}', b'{"text": "\xc7"}', b'{"id": 7, "text": "Hello"}', GOOD.encode()]
    found = read(tmp_path, "n.jsonl", b"\n".join(lines))
    path = tmp_path / "n.jsonl"
    assert ids(found) == ["a", f"!{path}:2", f"!{path}:3", "!n", f"!{path}:5", "!7", "a"]
    assert [one.failure.stage for one in found if isinstance(one, Failure)] == ["source", "source", "article", "source", "article"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "the text is empty"),
        ("a.txt", b"\xd9\x82\xc7\xe1", r"byte 2 \(0xc7\) is not UTF-8"),
        ("a.txt", b"\xef\xbb\xbf\xc7", r"byte 3 \(0xc7\) is not UTF-8"),
        ("a.txt", TEXT.encode("utf-16"), "UTF-16"),
        ("a.json", b"", "no JSON"),
        ("a.json", b"[]", "array is empty"),
        ("a.json", b"5", "JSON object"),
        ("a.json", b'{"title": "x"}', "no `text`"),
        ("a.json", b"[" * 100_000, "no JSON|nested too deep"),
        ("a.txt.gz", gzip.compress(TEXT.encode() * 50)[:-20], "gzip stream is broken"),
        ("a.txt.gz", b"\x1f\x8bno", "gzip stream is broken"),
        ("a.html", b"<p>", "later version"),
    ],
)
def test_broken_files_say_where_and_what_to_do(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert re.search(expected, reason(read(tmp_path, name, data)))


@pytest.mark.parametrize("name", ["missing.txt", ".", "a\0b", "http://example.org/a"])
def test_what_is_no_file_is_told(name: str) -> None:
    assert reason(list(articles([name])))


def test_an_endless_line_or_file_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "LONGEST_LINE", 400)
    found = read(tmp_path, "n.jsonl", f'{{"text": "{"x" * 500}"}}\n{GOOD}\n')
    assert ids(found)[1:] == ["a"]
    assert isinstance(found[0], Failure)
    assert "more than 400 bytes" in found[0].failure.reason
    monkeypatch.setattr("rawi.ingest.files.LONGEST_PAGE", 10)
    assert "more than 10 bytes" in reason(read(tmp_path, "a.txt", TEXT))

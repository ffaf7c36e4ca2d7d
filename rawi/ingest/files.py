"""Files of articles: plain text, JSON, JSON lines, CSV, TSV, Parquet, each as it is or gzipped, zips of them, and standard input."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from itertools import chain
from pathlib import PurePath
from typing import Any, BinaryIO, NamedTuple, cast

from rawi.errors import RawiError, SourceError, failure
from rawi.ingest.columns import Columns, mapped
from rawi.ingest.dates import iso
from rawi.ingest.decode import LONGEST_FILE, LONGEST_PAGE, json_in, lines_in, looks_like_json, object_in, words_in
from rawi.ingest.tables import parquet_rows, separated_rows
from rawi.ingest.walk import KNOWN, suffix
from rawi.model import Article, Failure
from rawi.text.article import article

_TEXT, _JSON, _LINES = frozenset((".txt", ".text")), frozenset((".json",)), frozenset((".jsonl", ".ndjson"))
_SEPARATOR = {".csv": None, ".tsv": "\t", ".tab": "\t"}
_PARQUET = frozenset((".parquet", ".pq"))
_LATER = frozenset((".html", ".htm", ".xml", ".warc", ".pdf", ".doc", ".docx"))
_GZIP, _ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")


class Row(NamedTuple):
    """What stands at a place of a source (`news.jsonl:17`): words, a JSON object, or why there is neither.

    `share` is how much of the file lies behind it, where that is known.
    """

    place: str
    given: Mapping[str, Any] | str | RawiError
    share: float | None = None


class Placed(NamedTuple):
    """An article, or why there is none, with the place where it stands."""

    place: str
    one: Article | Failure


def articles(
    names: Iterable[str], *, published: str | None = None, outlet: str | None = None, stdin: io.BufferedReader | None = None
) -> Iterator[Article | Failure]:
    """The articles of files in order, `-` standing for `stdin`; JSON lines are read as they come.

    A file, line or object that gives no article gives a Failure under its id, or else its place. `published` and `outlet` hold where
    an article does not say its own.
    """
    found = (row for name in names for row in rows(name, stdin=stdin))
    return (placed.one for placed in read_rows(found, {}, published=published, outlet=outlet))


def read_rows(
    found: Iterable[Row], columns: Columns, *, published: str | None = None, outlet: str | None = None, dates: Sequence[str] = ()
) -> Iterator[Placed]:
    """The articles of rows, each with its place.

    `columns` tells what the fields of an article are called there, `dates` how days are written (`strptime`) beside ISO 8601 and day first.
    """
    for place, given, _ in found:
        if isinstance(given, RawiError):
            yield Placed(place, failure(place, "source", str(given)))
            continue
        try:
            named = given
            if isinstance(given, Mapping):
                named = mapped(given, columns)
                named = {**named, "published": iso(named.get("published"), dates)}
            yield Placed(place, article(named, published=published, outlet=outlet))
        except RawiError as fault:
            own = given.get(columns.get("id", "id")) if isinstance(given, Mapping) else None
            yield Placed(place, failure(place if own in (None, "") else str(own), "article", str(fault)))


def rows(name: str, columns: Columns | None = None, *, stdin: io.BufferedReader | None = None) -> Iterator[Row]:
    """What a file holds, row by row; where it cannot be opened or read on, the last row says why."""
    try:
        with _opened(name, stdin) as file:
            size = os.fstat(file.fileno()).st_size if name != "-" else 0
            for row in _rows(name, file, columns or {}):
                yield row if row.share is not None or not size else row._replace(share=file.tell() / size)
    except IsADirectoryError:
        yield Row(name, SourceError("this is a folder", mend=f"Give its files, such as {PurePath(name, '*.txt')}."))
    except (OSError, ValueError) as fault:  # ValueError: a name that no file can have
        what = getattr(fault, "strerror", None) or str(fault)
        yield Row(name, SourceError(what, mend="Check the name of the file."))
    except RawiError as fault:
        yield Row(name, fault)


@contextmanager
def _opened(name: str, stdin: io.BufferedReader | None) -> Iterator[BinaryIO]:
    """A file or standard input, as bytes."""
    if name.startswith(("http://", "https://")):
        raise SourceError("pages of the web are read by a later version", mend="Save the article's text in a .txt file.")
    with nullcontext(stdin) if name == "-" and stdin else open(name, "rb") as file:
        yield cast(BinaryIO, file)


def _rows(name: str, file: BinaryIO, columns: Columns) -> Iterator[Row]:
    """The rows of a stream, unpacked where its first bytes say that it is packed; where it breaks off, the last one says why."""
    start = b""
    try:
        if suffix(name) in _LATER:
            raise SourceError(f"{suffix(name)} files are read by a later version", mend="Give the article as .txt, .json or .jsonl.")
        start = cast(io.BufferedReader, file).peek(4)[:4]
        if start[:2] == _GZIP:
            file = cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=file))))
        if start in _ZIP:
            yield from _members(name, file, columns)
        elif suffix(name) == ".zip":
            raise SourceError("this is no zip", mend="Fetch or pack it again.")
        else:
            yield from _unpacked(name, file, columns)
    except RawiError as fault:
        yield Row(name, fault)
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        yield Row(name, SourceError(f"the {'gzip' if start[:2] == _GZIP else 'zip'} stream is broken: {fault}", mend="Pack it again."))
    except zipfile.BadZipFile as fault:
        yield Row(name, SourceError(f"this zip is broken: {fault}", mend="Fetch or pack it again."))
    except (NotImplementedError, RuntimeError) as fault:  # packed in a way, or under a password, that Python does not know
        yield Row(name, SourceError(f"this cannot be unpacked: {fault}", mend="Unpack it, and give what was in it."))


def _members(name: str, file: BinaryIO, columns: Columns) -> Iterator[Row]:
    """The rows of the files in a zip, in their order there."""
    if not file.seekable():
        raise SourceError("a zip cannot come through a pipe", mend="Save it, and give its name.")
    with zipfile.ZipFile(file) as packed:
        inside = [one for one in packed.infolist() if not one.is_dir() and suffix(one.filename) in KNOWN]
        for number, one in enumerate(inside):
            place = f"{name}/{one.filename}"
            if suffix(one.filename) == ".zip":
                yield Row(place, SourceError("a zip in a zip is not read", mend="Unpack the outer one."))
                continue
            try:
                member = packed.open(one)
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as fault:
                yield Row(place, SourceError(f"this cannot be unpacked: {fault}", mend="Unpack it, and give what was in it."))
                continue
            with member:
                for row in _rows(place, cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, member))), columns):
                    yield row._replace(share=(number + (row.share or 0.5)) / len(inside))
        if not inside:
            raise SourceError("there is no file in the zip that Rawi reads", mend=f"It reads {', '.join(sorted(KNOWN - {'.zip'}))}.")


def _unpacked(name: str, file: BinaryIO, columns: Columns) -> Iterator[Row]:
    kind = suffix(name)
    if kind in _TEXT:
        yield Row(name, words_in(_whole(file, LONGEST_PAGE)))
    elif kind in _JSON:
        yield from _document(name, json_in(_whole(file, LONGEST_FILE)))
    elif kind in _LINES:
        yield from _objects(name, lines_in(file))
    elif kind in _SEPARATOR:
        yield from _numbered(name, separated_rows(file, columns, _SEPARATOR[kind]))
    elif kind in _PARQUET:
        whole = file if isinstance(file, io.BufferedReader) and file.seekable() else io.BytesIO(_whole(file, LONGEST_FILE))
        yield from _numbered(name, parquet_rows(cast(BinaryIO, whole), columns))
    else:
        yield from _sniffed(name, file)


def _numbered(name: str, found: Iterable[Mapping[str, Any] | RawiError]) -> Iterator[Row]:
    """Rows of a table, numbered from 1, the line of names not counted."""
    return (Row(f"{name}:{number}", given) for number, given in enumerate(found, 1))


def _sniffed(name: str, file: BinaryIO) -> Iterator[Row]:
    """The rows of a stream whose name does not tell what it is: JSON lines, one JSON document, or a plain text."""
    first = next(lines_in(file), b"")
    if isinstance(first, SourceError) or not looks_like_json(first):
        yield Row(name, first if isinstance(first, SourceError) else words_in(_whole(file, LONGEST_PAGE, first)))
    elif _holds_object(first):
        yield from _objects(name, chain([first], lines_in(file)))
    else:
        data = _whole(file, LONGEST_FILE, first)
        try:
            found = json_in(data)
        except SourceError:
            yield from _objects(name, lines_in(io.BytesIO(data)))
        else:
            yield from _document(name, found)


def _holds_object(line: bytes) -> bool:
    try:
        object_in(line)
    except SourceError:
        return False
    return True


def _whole(file: BinaryIO, most: int, start: bytes = b"") -> bytes:
    data = start + file.read(most + 1)
    if len(data) > most:
        raise SourceError(f"the file has more than {most:,} bytes", mend="Give the articles of an archive as JSON lines.")
    return data


def _document(name: str, found: Any) -> Iterator[Row]:
    """The rows of a JSON document: one object, or an array of them, numbered from 1."""
    if not isinstance(found, list):
        yield Row(name, _an_object(found))
        return
    for number, one in enumerate(found, 1):
        yield Row(f"{name}:{number}", _an_object(one), number / len(found))
    if not found:
        yield Row(name, SourceError("the array is empty", mend='An article is {"text": …}.'))


def _an_object(found: Any) -> Mapping[str, Any] | RawiError:
    return found if isinstance(found, dict) else SourceError("an article is a JSON object", mend='Write {"text": …}.')


def _objects(name: str, lines: Iterable[bytes | SourceError]) -> Iterator[Row]:
    """The rows of JSON lines, numbered from 1; empty lines are passed over."""
    for number, line in enumerate(lines, 1):
        place = f"{name}:{number}"
        if isinstance(line, SourceError):
            yield Row(place, line)
        elif line.strip():
            try:
                yield Row(place, object_in(line))
            except SourceError as fault:
                yield Row(place, fault)

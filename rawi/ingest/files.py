"""Files of articles: plain text, JSON, JSON lines, each as it is or gzipped, and standard input."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from itertools import chain
from pathlib import PurePath
from typing import Any, BinaryIO, NamedTuple, cast

from rawi.errors import RawiError, SourceError, failure
from rawi.ingest.decode import LONGEST_FILE, LONGEST_PAGE, json_in, lines_in, looks_like_json, object_in, words_in
from rawi.model import Article, Failure
from rawi.text.article import article

_TEXT, _JSON, _LINES = frozenset((".txt", ".text")), frozenset((".json",)), frozenset((".jsonl", ".ndjson"))
_LATER = frozenset((".html", ".htm", ".xml", ".csv", ".parquet", ".warc", ".zip", ".pdf", ".doc", ".docx"))
_GZIP = b"\x1f\x8b"


class Row(NamedTuple):
    """What stands at a place of a source (`news.jsonl:17`): words, a JSON object, or why there is neither."""

    place: str
    given: Mapping[str, Any] | str | RawiError


def articles(
    names: Iterable[str], *, published: str | None = None, outlet: str | None = None, stdin: io.BufferedReader | None = None
) -> Iterator[Article | Failure]:
    """The articles of files in order, `-` standing for `stdin`; JSON lines are read as they come.

    A file, line or object that gives no article gives a Failure under its id, or else its place. `published` and `outlet` hold where
    an article does not say its own.
    """
    for name in names:
        for place, given in rows(name, stdin):
            if isinstance(given, RawiError):
                yield failure(place, "source", str(given))
                continue
            try:
                yield article(given, published=published, outlet=outlet)
            except RawiError as fault:
                own = given.get("id") if isinstance(given, Mapping) else None
                yield failure(place if own in (None, "") else str(own), "article", str(fault))


def rows(name: str, stdin: io.BufferedReader | None = None) -> Iterator[Row]:
    """What a file holds, row by row; where it cannot be opened or read on, the last row says why."""
    try:
        with _opened(name, stdin) as file:
            yield from _rows(name, file)
    except RawiError as fault:
        yield Row(name, fault)
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        yield Row(name, SourceError(f"the gzip stream is broken: {fault}", mend="Pack it again."))
    except IsADirectoryError:
        yield Row(name, SourceError("this is a folder", mend=f"Give its files, such as {PurePath(name, '*.txt')}."))
    except OSError as fault:
        yield Row(name, SourceError(fault.strerror or str(fault), mend="Check the name of the file."))
    except ValueError as fault:  # a name that no file can have
        yield Row(name, SourceError(str(fault), mend="Check the name of the file."))


@contextmanager
def _opened(name: str, stdin: io.BufferedReader | None) -> Iterator[BinaryIO]:
    """A file or standard input, unpacked where its first bytes say gzip."""
    if name.startswith(("http://", "https://")):
        raise SourceError("pages of the web are read by a later version", mend="Save the article's text in a .txt file.")
    if _suffix(name) in _LATER:
        raise SourceError(f"{_suffix(name)} files are read by a later version", mend="Give the article as .txt, .json or .jsonl.")
    with nullcontext(stdin) if name == "-" and stdin else open(name, "rb") as file:
        yield cast(BinaryIO, gzip.GzipFile(fileobj=file)) if file.peek(2)[:2] == _GZIP else file


def _suffix(name: str) -> str:
    path = PurePath(name.removesuffix(".gz"))
    return path.suffix.lower()


def _rows(name: str, file: BinaryIO) -> Iterator[Row]:
    suffix = _suffix(name)
    if suffix in _TEXT:
        yield Row(name, words_in(_whole(file, LONGEST_PAGE)))
    elif suffix in _JSON:
        yield from _document(name, json_in(_whole(file, LONGEST_FILE)))
    elif suffix in _LINES:
        yield from _objects(name, lines_in(file))
    else:
        yield from _sniffed(name, file)


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
        yield Row(f"{name}:{number}", _an_object(one))
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

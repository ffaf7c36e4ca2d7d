"""Records taken along: one file a format, each a function that writes records one after the other.

Formats of one file take a binary stream; formats of a file an article take a bundle, which is a folder or a zip; see `rawi.export.whole`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Literal, NamedTuple, Protocol

from rawi.errors import UsageError
from rawi.export.whole import Bundle, bundle_beside, stream_beside
from rawi.model import Record

Shape = Literal["stream", "files", "folder"]
"""`stream`: one file, or standard output; `files`: a file or two an article, in a folder or zip; `folder`: a folder of its own making."""


class Streamed(Protocol):
    """How a format of one file is written: the number of lines, rows or other items comes back."""

    def __call__(self, records: Iterable[Record], out: BinaryIO) -> int: ...


class Bundled(Protocol):
    """How a format of many files is written: the number of files comes back."""

    def __call__(self, records: Iterable[Record], out: Bundle) -> int: ...


class Format(NamedTuple):
    """A format: its name (of its module here and its page in docs/reference/export), what it is, what it counts, what it is written to."""

    name: str
    about: str
    counts: str
    shape: Shape = "stream"
    extra: str | None = None

    @property
    def module(self) -> Any:
        """The module that writes it: `write`, and `describe` where the format has a schema or a data dictionary."""
        return import_module(f"rawi.export.{self.name}")


REGISTRY: dict[str, Format] = {
    one.name: one
    for one in (
        Format("jsonl", "whole records as JSON lines, with a JSON Schema", "records"),
        Format("plover", "events as a table after PLOVER and POLECAT", "events"),
        Format("cameo", "events as a table of dyads after CAMEO and GDELT", "dyads"),
        Format("quotations", "statements as JSON lines after GDELT's quotation graph, with speaker and chain", "statements"),
        Format("webannotation", "W3C Web Annotations, a JSON-LD page an article", "annotations"),
        Format("schemaorg", "schema.org Quotations with the chain as PROV-O, JSON-LD an article", "quotations"),
        Format("ftm", "FollowTheMoney entities as JSON lines", "entities"),
        Format("graphml", "the network of who speaks of whom and who carries whom, as GraphML", "edges"),
        Format("gexf", "the same network as GEXF", "edges"),
        Format("brat", "brat standoff: a .txt and .ann an article", "texts", "files"),
        Format("timeml", "TimeML documents with TIMEX3, one an article", "texts", "files"),
        Format("cas", "UIMA CAS XMI for INCEpTION, one an article", "texts", "files", "cas"),
        Format("parquet", "tables as Parquet, by month of publication", "files", "folder", "parquet"),
    )
}
"""All formats by name."""


class Count(NamedTuple):
    """How many records went in and how many lines, rows, nodes or files came out."""

    records: int
    items: int


def write(records: Iterable[Record], form: str, out: Path | BinaryIO) -> Count:
    """Writes records in a format and counts them; a path is written beside and renamed when it is whole, so that it is whole or not there.

    Raises UsageError where there is no such format, where its extra is not installed, or where the place cannot be written to.

    >>> import io, rawi
    >>> record = rawi.read("أعلن بايدن اليوم الخميس أن الاجتماع تأجل.", published="2021-12-09")
    >>> write([record], "jsonl", io.BytesIO())
    Count(records=1, items=1)
    """
    found = format_of(form)
    run, seen = found.module.write, [0]
    if not isinstance(out, Path):
        if found.shape != "stream":
            raise UsageError(f"{form} is many files", mend=f"Name a folder{' or a .zip' if found.shape == 'files' else ''}.")
        return Count(items=run(_counted(records, seen), out), records=seen[0])
    with stream_beside(out) if found.shape == "stream" else bundle_beside(out, zipped=found.shape == "files") as place:
        items = run(_counted(records, seen), place)
    return Count(seen[0], items)


def format_of(name: str) -> Format:
    """The format of a name; raises UsageError, which lists the names, where there is none."""
    if name not in REGISTRY:
        raise UsageError(f"there is no format {name!r}", mend=f"There are: {', '.join(REGISTRY)}.")
    return REGISTRY[name]


def _counted(records: Iterable[Record], seen: list[int]) -> Iterator[Record]:
    for record in records:
        seen[0] += 1
        yield record

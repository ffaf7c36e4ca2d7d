"""Tables of articles: CSV, TSV and Parquet, row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from rawi.errors import RawiError, SourceError
from rawi.ingest.columns import Columns, check
from rawi.ingest.decode import lines_in, words_in
from rawi.text.article import LONGEST

Cells = Mapping[str, Any] | RawiError
_SEPARATORS = ",;\t|"
_AT_ONCE = 64  # rows of Parquet in memory


def separated_rows(file: BinaryIO, columns: Columns, separator: str | None) -> Iterator[Cells]:
    """The rows of a CSV file by their column names; without a separator, the one that the first line has most of.

    A row that cannot be read gives its reason. Raises SourceError where the first line does not name the column of the text.
    """
    lines = _Lines(file)
    head = lines.first()
    separator = separator or max(_SEPARATORS, key=head.count)
    csv.field_size_limit(LONGEST)  # Python's own is shorter than long articles
    reader = csv.reader(lines, delimiter=separator)
    names = [name.strip() for name in next(reader, [])]
    check(names, columns)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except SourceError as fault:
            yield fault
            continue
        except csv.Error as fault:
            yield SourceError(f"this is no row of a table: {fault}", mend="Mend its quotation marks.")
            continue
        if len(row) == len(names):
            yield {name: cell or None for name, cell in zip(names, row, strict=True)}
        elif row:
            mend = "Put cells with separators or line breaks in quotation marks."
            yield SourceError(f"the row has {len(row)} cells where the first line names {len(names)}", mend=mend)


class _Lines:
    """The lines of a stream as words; a line that is none raises, and the next call goes on after it."""

    def __init__(self, file: BinaryIO) -> None:
        self._lines, self._again = lines_in(file), list[str]()

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._again:
            return self._again.pop()
        line = next(self._lines)
        if isinstance(line, SourceError):
            raise line
        return words_in(line)

    def first(self) -> str:
        """The first line, which is read again afterwards."""
        self._again.append(line := next(self, ""))
        return line


def parquet_rows(file: BinaryIO, columns: Columns) -> Iterator[Cells]:
    """The rows of a Parquet file by their column names; raises SourceError where it is none or the column of the text is missing."""
    try:
        from pyarrow import ArrowException  # type: ignore[import-untyped]
        from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped]
    except ImportError:
        raise SourceError("Parquet is read by pyarrow, which is not installed", mend="Install it: pip install 'rawi[parquet]'.") from None
    try:
        table = ParquetFile(file)
        names = list(table.schema_arrow.names)
        check(names, columns)
        wanted = [name for name in names if name in {*columns.values(), "id", "title", "text", "published", "outlet", "url"}]
        for batch in table.iter_batches(batch_size=_AT_ONCE, columns=wanted):
            yield from batch.to_pylist()
    except (ArrowException, OSError) as fault:
        raise SourceError(f"this Parquet cannot be read: {str(fault).splitlines()[0]}", mend="Write it again.") from None

"""`rawi export`: records taken along in another format."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import click
import msgspec

from rawi import export as formats
from rawi.cli.inputs import filter_options, filters_in, tell
from rawi.cli.progress import counted
from rawi.errors import SourceError, UsageError
from rawi.model import Failure, Record

_SQLITE, _GZIP = b"SQLite format 3\0", b"\x1f\x8b"
_FORMATS = "\n".join(f"  {one.name:<14} {one.about}" for one in formats.REGISTRY.values())


@click.command(epilog=f"\b\nFormats:\n{_FORMATS}")
@click.argument("source", metavar="STORE|RECORDS|-", required=False)
@click.option("--format", "form", metavar="FORMAT", required=True, help="One of those below.")
@click.option("-o", "--output", metavar="OUT", help="File, folder or .zip to write; without it, standard output.")
@click.option("--words", metavar="WORDS", help="Only articles with these words, as in `rawi find`.")
@filter_options
@click.option("--describe", is_flag=True, help="Print the format's JSON Schema or data dictionary instead.")
@click.pass_context
def export(ctx: click.Context, /, source: str | None, form: str, output: str | None, describe: bool, **values: Any) -> None:
    """Write records in another format.

    STORE is a file that `rawi load` made; RECORDS are JSON lines as `rawi read --format jsonl` prints them, gzipped or not; - is standard
    input. The options that `rawi find` has choose the articles of a STORE that have such a row; each is written whole. OUT is written
    beside its place and renamed when it is whole. What each format loses stands on its page in docs/reference/export.

    \b
    Examples:
      rawi export news.rawi --format plover --since 2015-07 -o events.tsv
      rawi export records.jsonl --format brat -o annotated.zip
      rawi read news.jsonl | rawi export - --format quotations
      rawi export --format plover --describe
    """
    found = formats.format_of(form)
    if describe:
        click.echo(_description(found), nl=False)
        return
    if source is None:
        raise click.UsageError("Missing argument 'STORE|RECORDS|-'.")
    failed: list[Failure] = []
    records = counted(_read(source, values, failed), show=output is not None)
    count = formats.write(records, form, Path(output) if output else cast(BinaryIO, sys.stdout.buffer))
    if output:
        print(f"rawi: {output}: {count.items:,} {found.counts}, from {count.records:,} articles", file=sys.stderr)
    if failed:
        ctx.exit(SourceError.exit_code)


def _description(found: formats.Format) -> str:
    describe = getattr(found.module, "describe", None)
    if describe is None:
        raise UsageError(f"{found.name} has no schema of Rawi's own", mend=f"Read docs/reference/export/{found.name}.md.")
    return cast(str, describe())


def _read(source: str, values: dict[str, Any], failed: list[Failure]) -> Iterator[Record]:
    """The records of a store or of JSON lines; failures among them are told and left out."""
    if source == "-":
        found = _rows(cast(BinaryIO, sys.stdin.buffer), source)
    else:
        found = _stored(source, values) if _is_store(source) else _kept(source)
    if not _is_store(source) and (asked := [name for name, value in values.items() if value not in (None, (), "published")]):
        raise UsageError(f"--{asked[0].replace('_', '-')} needs a store", mend="Make one: rawi load STORE SOURCE….")
    for one in found:
        if isinstance(one, Failure):
            failed.append(one)
            tell(one)
        else:
            yield one


def _is_store(source: str) -> bool:
    try:
        with open(source, "rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _stored(source: str, values: dict[str, Any]) -> Iterator[Record]:
    from rawi.store import Store

    with Store(source, read_only=True) as store:
        yield from store.records(filters_in(**values))


def _kept(source: str) -> Iterator[Record | Failure]:
    try:
        with open(source, "rb") as file:
            stream = gzip.GzipFile(fileobj=file) if file.peek(len(_GZIP)).startswith(_GZIP) else file
            yield from _rows(cast(BinaryIO, stream), source)
    except (OSError, EOFError, zlib.error) as fault:
        raise SourceError(getattr(fault, "strerror", None) or str(fault), where=source, mend="Check the file.") from None


def _rows(file: BinaryIO, source: str) -> Iterator[Record | Failure]:
    record, unread = msgspec.json.Decoder(Record), msgspec.json.Decoder(Failure)
    for number, line in enumerate(file, 1):
        if line.strip():
            try:
                yield record.decode(line)
            except msgspec.DecodeError as fault:
                try:
                    yield unread.decode(line)
                except msgspec.DecodeError:
                    mend = "Make it with `rawi read --format jsonl`."
                    raise SourceError(f"no record: {fault}", where=f"{source}:{number}", mend=mend) from None

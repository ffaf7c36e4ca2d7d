"""`rawi export`: records taken along in another format."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import click
import msgspec

from rawi import export as formats
from rawi.cli.inputs import tell
from rawi.cli.progress import counted
from rawi.errors import SourceError, UsageError
from rawi.model import Failure, Record

_SQLITE, _GZIP = b"SQLite format 3\0", b"\x1f\x8b"
_MEND = "Make it with `rawi read --format jsonl`."
_FORMATS = "\n".join(f"  {one.name:<12} {one.about}" for one in formats.REGISTRY.values())


@click.command(epilog=f"\b\nFormats:\n{_FORMATS}")
@click.argument("source", metavar="STORE|RECORDS|-", required=False)
@click.option("--format", "form", metavar="FORMAT", required=True, help="One of those below.")
@click.option("-o", "--output", metavar="OUT", help="File, folder or .zip to write; without it, standard output.")
@click.option("--describe", is_flag=True, help="Print the format's JSON Schema or data dictionary instead.")
@click.pass_context
def export(ctx: click.Context, /, source: str | None, form: str, output: str | None, describe: bool) -> None:
    """Write records in another format.

    STORE is a file that `rawi load` made; RECORDS are JSON lines as `rawi read --format jsonl` prints them, gzipped or not; - is standard
    input. OUT is written beside its place and renamed when it is whole. What each format loses stands on its page in
    docs/reference/export.

    \b
    Examples:
      rawi export records.jsonl --format plover -o events.tsv
      rawi export records.jsonl --format brat -o annotated.zip
      rawi read news.jsonl | rawi export - --format quotations
      rawi export --format plover --describe
    """
    found = formats.format_of(form)
    if describe:
        click.echo(_description(form), nl=False)
        return
    if source is None:
        raise click.UsageError("Missing argument 'STORE|RECORDS|-'.")
    failed: list[Failure] = []
    records = counted(_read(source, failed), show=output is not None)
    count = formats.write(records, form, Path(output) if output else cast(BinaryIO, sys.stdout.buffer))
    if output:
        click.echo(f"rawi: {output}: {count.items:,} {found.counts} of {count.records:,} articles", err=True)
    if failed:
        ctx.exit(SourceError.exit_code)


def _description(form: str) -> str:
    describe = getattr(formats.format_of(form).module, "describe", None)
    if describe is None:
        raise UsageError(f"{form} has no schema of Rawi's own", mend=f"Read docs/reference/export/{form}.md.")
    return cast(str, describe())


def _read(source: str, failed: list[Failure]) -> Iterator[Record]:
    """The records of a store or of JSON lines; failures among them are told and left out."""
    for one in _lines(source):
        if isinstance(one, Failure):
            failed.append(one)
            tell(one)
        else:
            yield one


def _lines(source: str) -> Iterator[Record | Failure]:
    if source == "-":
        yield from _rows(cast(BinaryIO, sys.stdin.buffer), source)
        return
    try:
        with open(source, "rb") as file:
            start = file.peek(len(_SQLITE))
            if start.startswith(_SQLITE):
                yield from _stored(source)
                return
            stream = gzip.GzipFile(fileobj=file) if start.startswith(_GZIP) else file
            yield from _rows(cast(BinaryIO, stream), source)
    except (OSError, EOFError) as fault:
        raise SourceError(getattr(fault, "strerror", None) or str(fault), where=source, mend="Check the name of the file.") from None


def _stored(source: str) -> Iterator[Record]:
    from rawi.store import Store

    with Store(source, read_only=True) as store:
        yield from store.records()


def _rows(file: BinaryIO, source: str) -> Iterator[Record | Failure]:
    record, unread = msgspec.json.Decoder(Record), msgspec.json.Decoder(Failure)
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            yield record.decode(line)
        except msgspec.DecodeError as fault:
            try:
                yield unread.decode(line)
            except msgspec.DecodeError:
                raise SourceError(f"no record: {fault}", where=f"{source}:{number}", mend=_MEND) from None

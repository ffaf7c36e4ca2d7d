"""`rawi load`: an archive into a store."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from rawi.cli.inputs import day_option, outlet_option, store_argument, world_option
from rawi.errors import SourceError
from rawi.model import Failure

if TYPE_CHECKING:
    from rawi.cli.advance import Advance
    from rawi.ingest.files import Placed, Row
    from rawi.store import Store

_SHOWN = 3  # different reasons told of one file; `rawi failures` tells all


def _formats(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    from rawi.ingest.dates import check_format

    return tuple(map(check_format, values))


@click.command()
@store_argument
@click.argument("sources", metavar="[SOURCE|-]...", nargs=-1)
@click.option(
    "--map", "columns", multiple=True, metavar="FIELD=COLUMN,…", help="What id, title, text, published, outlet, url are called there."
)
@click.option(
    "--dates",
    multiple=True,
    metavar="FORMAT",
    callback=_formats,
    help="How days are written beside 2015-07-21 and 21/7/2015: %m/%d/%Y, %d %b %Y.",
)
@day_option
@outlet_option
@world_option
@click.option("--again", is_flag=True, help="Read anew what other versions read; without SOURCE, from the texts in the store.")
@click.option(
    "--workers", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="one for each core", help="Processes that read."
)
@click.pass_context
def load(
    ctx: click.Context, /, store: Path, sources: tuple[str, ...], columns: tuple[str, ...], again: bool, workers: int, **about: Any
) -> None:
    """Read an archive into STORE, a file that is made where there is none.

    SOURCE is a file, a folder with all that is in it, a pattern in quotation marks, or - for standard input: plain text (.txt), JSON
    (.json), JSON lines (.jsonl, .ndjson), CSV and TSV with a line of names, Parquet, any of them gzipped (.gz) or in a zip.

    Articles that are in STORE are not read again: a load that was stopped goes on where it was. What cannot be read is told in a line
    for each file and reason and kept for `rawi failures`; the rest is read, and the exit code is then 3.

    \b
    Examples:
      rawi load news.rawi examples/council.txt --published 2021-12-09
      rawi load news.rawi archive/ --map text=content,published=date,outlet=source
      rawi load news.rawi 'archive/2015-07-*.zip' more.jsonl.gz
      rawi load news.rawi --again
    """
    from rawi.cli.advance import advance
    from rawi.scale.load import Loader
    from rawi.store import Store

    if not sources and not again:
        raise click.UsageError("Give a SOURCE to read, or --again to read anew what is in the store.")
    losses, world = Losses(), about.pop("world")
    with Store(store, world=Path(world) if world else None) as kept, advance() as shown:
        found = _articles(kept, sources, columns, about, shown)
        loader = Loader(kept, workers=workers, told=shown.told, lost=losses.tell)
        try:
            loader.load(found, again=again)
        finally:
            losses.end(store)
            shown.end(loader.tally)
    if loader.tally.failed:
        ctx.exit(SourceError.exit_code)


def _articles(kept: Store, sources: tuple[str, ...], columns: tuple[str, ...], about: dict[str, Any], shown: Advance) -> Iterator[Placed]:
    from rawi.ingest.columns import columns_in
    from rawi.ingest.files import Placed, read_rows

    if not sources:
        return (Placed(article.id, article) for article in shown.counted(kept.articles(), len(kept)))
    names = columns_in(columns)
    return read_rows(_rows(sources, names, shown), names, **about)


def _rows(sources: tuple[str, ...], names: dict[str, str], shown: Advance) -> Iterator[Row]:
    from rawi.ingest.files import Row, rows
    from rawi.ingest.walk import files

    stdin = cast(io.BufferedReader, sys.stdin.buffer) if "-" in sources else None
    found = list(files(sources))
    shown.expect(one for one in found if isinstance(one, str))
    for one in found:
        if isinstance(one, str):
            for row in rows(one, names, stdin=stdin):
                shown.reach(one, row.share)
                yield row
            shown.reach(one, 1.0)
        else:
            yield Row(*one)


class Losses:
    """Tells what cannot be read, a line for each file and reason."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, int]] = {}

    def tell(self, place: str, failed: Failure) -> None:
        """Says the first time on standard error what is wrong with a file, and counts afterwards."""
        name, _, number = place.rpartition(":")
        file = name if name and number.isdecimal() else place
        reasons = self._told.setdefault(file, {})
        reason = failed.failure.reason
        if reason not in reasons and len(reasons) < _SHOWN:
            print(f"rawi: {place}: {reason}", file=sys.stderr, flush=True)
        reasons[reason] = reasons.get(reason, 0) + 1

    def end(self, store: Path) -> None:
        """Says how many more there were of each."""
        for file, reasons in self._told.items():
            if more := sum(reasons.values()) - min(len(reasons), _SHOWN):
                print(f"rawi: {file}: {more:,} more could not be read; see rawi failures {store}", file=sys.stderr, flush=True)

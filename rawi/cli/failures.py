"""`rawi failures`: what of an archive could not be read, and why."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.inputs import store_argument


@click.command()
@store_argument
@click.option("--format", "form", type=click.Choice(("table", "jsonl")), default="table", show_default=True, help="Lines to read, or JSON.")
def failures(store: Path, form: str) -> None:
    """List what `rawi load` could not read into STORE, and why.

    A line for each: the file and the place in it, the stage that gave up, the reason. A failure goes when its place gives an article.

    \b
    Examples:
      rawi failures news.rawi
      rawi failures news.rawi --format jsonl > failed.jsonl
    """
    from rawi.store import Store

    with Store(store, read_only=True) as kept:
        for lost in kept.lost():
            unread = lost.failure.failure
            click.echo(lost.failure.to_json() if form == "jsonl" else f"{lost.place}: {unread.stage}: {unread.reason}")

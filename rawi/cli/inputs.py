"""What commands that read articles have in common: the files, the publication day, the outlet."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

import click

from rawi.errors import UsageError
from rawi.model import Failure, Record
from rawi.text.article import check_day

Command = TypeVar("Command", bound=Callable[..., Any])


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    try:
        if value is not None:
            check_day(value)
    except UsageError as fault:
        raise click.BadParameter(str(fault)) from None
    return value


def article_options(command: Command) -> Command:
    """The argument and options of a command that reads articles."""
    for option in (
        click.option("--outlet", metavar="NAME", help="The outlet of the articles that do not say their own."),
        click.option(
            "--published",
            metavar="DATE",
            callback=_day,
            help="Day of publication of the articles that do not say their own: 2021-12-09, or a time with its zone.",
        ),
        click.argument("files", metavar="[FILE|-]...", nargs=-1),
    ):
        command = option(command)
    return command


label_option = click.option(
    "--labels", type=click.Choice(("ar", "en")), default="ar", show_default=True, help="Language of the tree's own words."
)
"""The option of a command that prints trees."""


def records(files: tuple[str, ...], published: str | None, outlet: str | None) -> Iterator[Record | Failure]:
    """The records of files, standard input where none is given, a Failure for each article that cannot be read."""
    from rawi.ingest.files import articles
    from rawi.reader import read_many

    if not files and sys.stdin.isatty():
        raise click.UsageError("Give a file, or - to type the article (end with Ctrl-D).")
    stdin = cast(io.BufferedReader, sys.stdin.buffer)
    return read_many(articles(files or ("-",), published=published, outlet=outlet, stdin=stdin))


def tell(failed: Failure) -> None:
    """Says on standard error which article could not be read, and why."""
    place = f"{failed.failure.id}: " if failed.failure.id else ""
    print(f"rawi: {place}{failed.failure.reason}", file=sys.stderr, flush=True)  # not click's echo: it would write through a progress bar

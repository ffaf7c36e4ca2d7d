"""What commands that read articles have in common: the files, the publication day, the outlet."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from rawi.errors import UsageError
from rawi.model import Failure, Record
from rawi.text.article import check_day

if TYPE_CHECKING:
    from rawi.store.filters import Filters

Command = TypeVar("Command", bound=Callable[..., Any])


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    try:
        if value is not None:
            check_day(value)
    except UsageError as fault:
        raise click.BadParameter(str(fault)) from None
    return value


outlet_option = click.option("--outlet", metavar="NAME", help="The outlet of the articles that do not say their own.")
day_option = click.option(
    "--published",
    metavar="DATE",
    callback=_day,
    help="Day of publication of the articles that do not say their own: 2021-12-09, or a time with its zone.",
)
"""What is told of articles that do not tell it themselves."""


world_option = click.option(
    "--world", metavar="WORLD", type=click.Path(exists=True, file_okay=False), help="A folder of tables to lay over Rawi's world."
)
"""The world of the command, where it is not Rawi's own."""


def article_options(command: Command) -> Command:
    """The argument and options of a command that reads articles."""
    for option in (world_option, outlet_option, day_option, click.argument("files", metavar="[FILE|-]...", nargs=-1)):
        command = option(command)
    return command


store_argument = click.argument("store", type=click.Path(dir_okay=False, path_type=Path))
"""The argument of a command that works on a store."""

_NAME = "Arabic or English name, Wikidata id or actor code"
_FILTERS = (
    ("speaker", "NAME", f"Who speaks: {_NAME}. May be given again: any of them."),
    ("carrier", "NAME", "Who carries the report, such as an agency."),
    ("addressee", "NAME", "Who is spoken to."),
    ("about", "NAME", "Who is spoken of in the statement."),
    ("act", "ACT", "What is done by speaking: say, deny, warn, accuse, …"),
    ("kind", "KIND", "direct, indirect or mixed."),
    ("event", "TYPE", "PLOVER type (ASSAULT) or CAMEO code (19)."),
    ("actor", "NAME", "Who acts in the event."),
    ("recipient", "NAME", "Who is acted upon."),
    ("place", "NAME", "Where the event happens."),
    ("modality", "WORD", "actual, planned, hypothetical or negated."),
    ("country", "STATE", "ISO 3166 code or name: of the speaker, of a side of the event, or spoken of in the article."),
    ("outlet", "NAME", "Who published the article."),
)


def filter_options(command: Command) -> Command:
    """The options that choose rows of a store; `filters_in` takes their values."""
    options = [click.option(f"--{name}", multiple=True, metavar=metavar, help=about) for name, metavar, about in _FILTERS]
    options += [
        click.option("--since", metavar="DATE", help="From this day, month or year on."),
        click.option("--until", metavar="DATE", help="Up to this day, month or year, which counts."),
        click.option(
            "--dated", type=click.Choice(DATED), default="published", show_default=True, help="Which day --since and --until look at."
        ),
        click.option("--depth", type=click.IntRange(0), help="At least so many hands: 2 is a speaker and one who carried it."),
        click.option("--min-confidence", type=click.FloatRange(0, 1), help="Statements or events that Rawi is at least so sure of."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


DATED = ("published", "said", "happened")


def filters_in(words: str | None = None, **values: Any) -> Filters:
    """The filters that the values of `filter_options` make; raises UsageError where one cannot be."""
    from rawi.store.filters import Filters

    return Filters(words=words, **values)


label_option = click.option(
    "--labels", type=click.Choice(("ar", "en")), default="ar", show_default=True, help="Language of the tree's own words."
)
"""The option of a command that prints trees."""


def records(files: tuple[str, ...], published: str | None, outlet: str | None, world: str | None = None) -> Iterator[Record | Failure]:
    """The records of files, standard input where none is given, a Failure for each article that cannot be read."""
    from rawi.ingest.files import articles
    from rawi.reader import read_many

    if not files and sys.stdin.isatty():
        raise click.UsageError("Give a file, or - to type the article (end with Ctrl-D).")
    stdin = cast(io.BufferedReader, sys.stdin.buffer)
    return read_many(articles(files or ("-",), published=published, outlet=outlet, stdin=stdin), world=Path(world) if world else None)


def tell(failed: Failure) -> None:
    """Says on standard error which article could not be read, and why."""
    place = f"{failed.failure.id}: " if failed.failure.id else ""
    print(f"rawi: {place}{failed.failure.reason}", file=sys.stderr, flush=True)  # not click's echo: it would write through a progress bar

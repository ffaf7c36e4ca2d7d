"""`rawi read`: articles in, records out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain, islice

import click

from rawi.cli.inputs import article_options, records, tell
from rawi.errors import SourceError
from rawi.model import Failure, Record

FORMATS = ("tree", "json", "jsonl")


@click.command()
@article_options
@click.option("--format", "form", type=click.Choice(FORMATS), help="tree (on a terminal), json (one article, piped), jsonl (several, piped).")
@click.option("--why", is_flag=True, help="Every item names the rules and lexicon entries that made it.")
@click.pass_context
def read(ctx: click.Context, files: tuple[str, ...], published: str | None, outlet: str | None, form: str | None, why: bool) -> None:
    """Read articles and print their records.

    FILE is a text (.txt), a JSON object or array (.json), JSON lines (.jsonl, .ndjson), or one of them gzipped (.gz); - is standard input.
    An article in JSON is {"id", "title", "text", "published", "outlet", "url"}; only "text" is needed. In jsonl an article that cannot
    be read gives a line {"rawi": 1, "failure": {"id", "stage", "reason"}} and the rest goes on; in every format the reason is on
    standard error and the exit code is 3.

    \b
    Examples:
      rawi read examples/council.txt --published 2021-12-09
      rawi read examples/council.txt --published 2021-12-09 --format json --why
      cat examples/council.txt | rawi read - --format jsonl
      rawi read news.jsonl.gz > records.jsonl
    """
    found = records(files, published, outlet)
    ahead = list(islice(found, 2))
    form = form or ("tree" if sys.stdout.isatty() else "json" if len(ahead) < 2 else "jsonl")
    failed = 0
    for one in chain(ahead, found):
        if not one:
            failed += 1
            tell(one)
        if one or form == "jsonl":
            click.echo(one.to_json(why=why))
    if failed:
        ctx.exit(SourceError.exit_code)

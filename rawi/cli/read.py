"""`rawi read`: articles in, records out."""

from __future__ import annotations

import sys
from itertools import chain, islice

import click

from rawi.cli.inputs import article_options, label_option, records, tell
from rawi.cli.progress import counted
from rawi.cli.writers import writer
from rawi.errors import SourceError
from rawi.model import Failure

FORMATS = ("tree", "json", "jsonl")


@click.command()
@article_options
@click.option("--format", "form", type=click.Choice(FORMATS), help="tree on a terminal; piped, json for one article and jsonl for several.")
@click.option("--why", is_flag=True, help="Every item names the rules and lexicon entries that made it.")
@label_option
@click.pass_context
def read(ctx: click.Context, /, files: tuple[str, ...], form: str | None, why: bool, labels: str, **about: str | None) -> None:
    """Read articles and print their records.

    FILE is a text (.txt), a JSON object or array (.json), JSON lines (.jsonl, .ndjson), or one of them gzipped (.gz); - is standard input.
    An article in JSON is {"id", "title", "text", "published", "outlet", "url"}; only "text" is needed.

    The reason why an article cannot be read goes to standard error, the rest is read, and the exit code is 3. In jsonl a line
    {"rawi": 1, "failure": {"id", "stage", "reason"}} takes the record's place.

    \b
    Examples:
      rawi read examples/council.txt --published 2021-12-09
      rawi read examples/council.txt --published 2021-12-09 --format json --why
      cat examples/council.txt | rawi read - --labels en
      rawi read news.jsonl.gz > records.jsonl
    """
    found = records(files, **about)
    ahead = list(islice(found, 2)) if form in (None, "json") else []  # lines and trees are written as the articles come
    several = form == "jsonl" or len(ahead) > 1
    form = form or ("tree" if sys.stdout.isatty() else "jsonl" if several else "json")
    failed = 0
    with writer(form, several=several, why=why, labels=labels) as write:
        for one in counted(chain(ahead, found), show=several):
            if isinstance(one, Failure):
                failed += 1
                tell(one)
            write(one)
    if failed:
        ctx.exit(SourceError.exit_code)

"""`rawi explain`: which rule and which lexicon entry made each item, and who vouches for it."""

from __future__ import annotations

import click

from rawi.cli.inputs import article_options, label_option, records, tell
from rawi.cli.writers import writer
from rawi.errors import SourceError
from rawi.model import Failure


@click.command()
@article_options
@label_option
@click.pass_context
def explain(ctx: click.Context, /, files: tuple[str, ...], labels: str, **about: str | None) -> None:
    """Show which rules and lexicon entries made each item of a record.

    The tree of `rawi read`, each item with its rules and each event with the chain that vouches for it. Takes what `rawi read` takes.

    \b
    Examples:
      rawi explain examples/council.txt --published 2021-12-09
      rawi explain examples/council.txt --published 2021-12-09 --labels en | less -R
    """
    failed = 0
    with writer("tree", several=True, why=True, labels=labels) as write:
        for one in records(files, **about):
            if isinstance(one, Failure):
                failed += 1
                tell(one)
            write(one)
    if failed:
        ctx.exit(SourceError.exit_code)

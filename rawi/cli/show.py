"""`rawi show`: an article of a store, its whole record as a tree."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.inputs import label_option, store_argument
from rawi.cli.writers import writer
from rawi.errors import SourceError


@click.command()
@store_argument
@click.argument("article")
@click.option(
    "--format", "form", type=click.Choice(("tree", "json", "jsonl")), default="tree", show_default=True, help="For people or programs."
)
@click.option("--why", is_flag=True, help="Every item names the rules and lexicon entries that made it.")
@label_option
def show(store: Path, article: str, form: str, why: bool, labels: str) -> None:
    """Show the whole record of an article in STORE.

    ARTICLE is its id or its address, or # and its number in the store, as `rawi find` prints them. Where several articles have the same
    id, such as one agency's text in several papers, all are shown.

    \b
    Examples:
      rawi show news.rawi 0fbc2d91d0a7
      rawi show news.rawi '#12' --labels en --why
    """
    from rawi.store import Store

    with Store(store, read_only=True) as kept:
        records = kept.get(article)
    if not records:
        raise SourceError(f"there is no article {article!r}", where=str(store), mend="Look for it: rawi find STORE WORDS.")
    with writer(form, several=len(records) > 1, why=why, labels=labels) as write:
        for record in records:
            write(record)

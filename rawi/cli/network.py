"""`rawi network`: who speaks of whom, and who carries whose words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from rawi.cli.find import tell_unknown
from rawi.cli.inputs import filter_options, filters_in, label_option, store_argument
from rawi.cli.rows import format_option, write_ties


@click.command()
@store_argument
@click.option("--words", metavar="WORDS", help="Only statements with these words, as in `rawi find`.")
@filter_options
@click.option("--relation", type=click.Choice(("speaks", "carries")), default="speaks", show_default=True, help="Of whom, or whose words.")
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="At most so many pairs, the frequent ones first.")
@format_option
@label_option
def network(store: Path, words: str | None, relation: Any, limit: int, form: str, labels: str, **values: Any) -> None:
    """Count in STORE who speaks of whom, or who carries whose words.

    A pair is counted by statements and by articles. Who has a Wikidata id is one wherever the articles spell the name; the others are
    one by their folded names. To draw it, export it: `rawi export STORE --format gexf`.

    \b
    Examples:
      rawi network news.rawi --about إيران
      rawi network news.rawi --relation carries --format csv > carriers.csv
    """
    from rawi.store import Store

    filters = filters_in(words, **values)
    with Store(store, read_only=True) as kept:
        if not write_ties(kept.network(filters, relation=relation, limit=limit), form, labels):
            tell_unknown(kept, values)

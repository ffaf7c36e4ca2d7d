"""`rawi find`: rows of a store that have what is asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rawi.cli.inputs import filter_options, filters_in, label_option, store_argument
from rawi.cli.rows import format_option, write

if TYPE_CHECKING:
    from rawi.store import Store

NAMES = ("speaker", "carrier", "addressee", "about", "actor", "recipient", "place", "country")
"""The filters that name somebody."""


@click.command()
@store_argument
@click.argument("words", nargs=-1)
@filter_options
@click.option("--order", type=click.Choice(("relevance", "newest", "oldest")), help="relevance where there are WORDS, else newest.")
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="At most so many rows.")
@format_option
@label_option
def find(store: Path, words: tuple[str, ...], order: Any, limit: int, form: str, labels: str, **values: Any) -> None:
    """Find sentences, statements or events in STORE.

    WORDS are words and "phrases" (in quotation marks of their own), and, or, not and brackets; a word may end in * for any ending. Vowel
    signs, hamzas and the letters written on to a word make no difference. Rows are sentences of articles; statements where an option asks
    for speakers or speech; events where one asks for events. A row shows where it stands, its chain, and its words with the ⟦hits⟧.

    \b
    Examples:
      rawi find news.rawi 'الحدود and not "مجلس الأمن"' --since 2015-07
      rawi find news.rawi النووي --speaker "John Kerry" --order oldest
      rawi find news.rawi --carrier رويترز --about إيران --depth 2 --format csv
      rawi find news.rawi --event ASSAULT --place عدن --dated happened --since 2015-08-01
    """
    from rawi.store import Store

    filters = filters_in(" ".join(words) if words else None, **values)
    with Store(store, read_only=True) as kept:
        told = write(kept.find(filters, order=order, limit=limit), form, labels)
        if not told:
            tell_unknown(kept, values)
        if form == "table":
            more = kept.count(filters) if told == limit else told
            click.echo(f"rawi: {told:,} of {more:,} rows", err=True)


def tell_unknown(kept: Store, values: dict[str, Any]) -> None:
    """Says which of the names asked for nobody has, and which are like them."""
    for name in (name for field in NAMES for name in values.get(field, ())):
        like = kept.unknown(name)
        if like is not None:
            hint = f" Names like it: {', '.join(like)}." if like else ""
            print(f"rawi: nobody in this store is called {name!r}.{hint}", file=sys.stderr)

"""`rawi timeline`: what somebody says, does and is said of, by day."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.find import tell_unknown
from rawi.cli.inputs import label_option, store_argument
from rawi.cli.rows import format_option, write


@click.command()
@store_argument
@click.option(
    "--entity", "entities", multiple=True, required=True, metavar="NAME", help="Arabic or English name, Wikidata id or actor code."
)
@click.option("--since", metavar="DATE", help="From this day, month or year on.")
@click.option("--until", metavar="DATE", help="Up to this day, month or year, which counts.")
@click.option("--limit", type=click.IntRange(0), help="At most so many rows.")
@format_option
@label_option
def timeline(store: Path, entities: tuple[str, ...], limit: int | None, form: str, labels: str, **span: str | None) -> None:
    """Show the statements and events that an entity has a part in, in the order of their days.

    The day is the one that the text tells, else that of publication. With several --entity those of any of them are shown. JSON lines
    and CSV say in `roles` what part it is: speaker, carrier, addressee, about, actor, recipient, place.

    \b
    Examples:
      rawi timeline news.rawi --entity "علي أكبر صالحي" --since 2015-07
      rawi timeline news.rawi --entity Q6279 --format csv > biden.csv
    """
    from rawi.store import Store

    with Store(store, read_only=True) as kept:
        if not write(kept.timeline(*entities, limit=limit, **span), form, labels):
            tell_unknown(kept, {"actor": entities})

"""`rawi stats`: how much a store holds."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from rawi.cli.inputs import store_argument


@click.command()
@store_argument
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
def stats(store: Path, as_json: bool) -> None:
    """Count what is in STORE: rows of each kind, articles of each outlet and of each version of Rawi, failures.

    \b
    Examples:
      rawi stats news.rawi
      rawi stats news.rawi --json
    """
    from rawi.store import Store

    with Store(store, read_only=True) as kept:
        found = kept.stats()
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1))
        return
    click.echo(f"{store}: {found.bytes / 1e6:,.1f} MB, published {found.first or '—'} to {found.last or '—'}")
    for title, counts in (("rows", found.rows), ("outlets", found.outlets), ("versions", found.versions), ("failures", found.failures)):
        if counts:
            click.echo(f"\n{title}")
            click.echo("\n".join(f"{number:>12,}  {name or '—'}" for name, number in counts.items()))

"""`rawi schema`: the JSON Schema of a record."""

from __future__ import annotations

import click

from rawi.export.jsonl import describe


@click.command()
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of a record.

    \b
    Examples:
      rawi schema > record.schema.json
    """
    click.echo(describe())

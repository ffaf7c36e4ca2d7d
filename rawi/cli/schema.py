"""`rawi schema`: the JSON Schema of a record."""

from __future__ import annotations

import click
import msgspec

from rawi.model import Record


@click.command()
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of a record.

    \b
    Examples:
      rawi schema > record.schema.json
    """
    made = msgspec.json.schema(Record)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Rawi record, version 1", **made}
    click.echo(msgspec.json.format(msgspec.json.encode(whole), indent=2))

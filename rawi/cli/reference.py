"""The reference pages that are made from the code: `python -m rawi.cli.reference docs/reference` writes them, a test compares them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from rawi.cli.main import rawi
from rawi.model import Record

_WIDTH = 110


_CLI_HEAD = """# The command line

Made from the help of the commands: `python -m rawi.cli.reference docs/reference`. In a checkout, `./run` stands for `rawi`.
"""


def pages() -> dict[str, str]:
    """The generated pages by their file names."""
    return {"cli.md": command_line(), "schema.md": record_fields()}


def command_line() -> str:
    """The page on the command `rawi`: the help of every command, as it is printed."""
    parts = [_CLI_HEAD]
    for name, command, ctx in _walk(rawi, None, "rawi"):
        parts.append(f"{'#' * min(4, name.count(' ') + 2)} {name}\n\n```\n{command.get_help(ctx)}\n```\n")
    return "\n".join(parts)


def _walk(command: click.Command, above: click.Context | None, name: str) -> Iterator[tuple[str, click.Command, click.Context]]:
    ctx = click.Context(command, info_name=name.rpartition(" ")[2], parent=above, terminal_width=_WIDTH, max_content_width=_WIDTH)
    ctx.help_option_names = ["-h", "--help"]
    yield name, command, ctx
    if isinstance(command, click.Group):
        for below in command.list_commands(ctx):
            found = command.get_command(ctx, below)
            if found:
                yield from _walk(found, ctx, f"{name} {below}")


_HEAD = """# The schema of the record

`rawi schema` prints it as JSON Schema (draft 2020-12), made from the types of `rawi/model.py`. This page lists the same fields, made from
the same types: `python -m rawi.cli.reference docs/reference`.

Offsets (`start`, `end`) count Unicode code points of `article.text`, start inclusive, end exclusive; `text[start:end]` is always the words
of the span. Absent values are `null`, lists are never `null`. `why` is there only where it was asked for (`--why`).
"""


_FIRST = ("Record", "MadeBy", "Article", "Strand", "Entity", "Mention", "Time", "Quantity", "Statement", "Link", "Cue", "Medium", "Event")


def record_fields() -> str:
    """The page on the record's schema: every struct with its fields and their types."""
    parts = [_HEAD]
    for name, struct in _structs():
        rows = [f"| `{field}` | {_type(schema)} |" for field, schema in struct["properties"].items()]
        about = struct.get("description", "").replace("\n", " ")
        parts.append("\n".join([f"## {name}\n\n{about}\n", "| field | type |", "|---|---|", *rows, ""]))
    return "\n".join(parts)


def _structs() -> list[tuple[str, dict[str, Any]]]:
    found = msgspec.json.schema(Record)["$defs"]
    return [(name, found[name]) for name in (*_FIRST, *sorted(set(found) - set(_FIRST)))]


def _type(schema: dict[str, Any]) -> str:
    """A field's type in words: `text or null`, `list of Mention`, one of some values."""
    if "anyOf" in schema:
        return " or ".join(map(_type, schema["anyOf"]))
    if "$ref" in schema:
        return f"[{(name := schema['$ref'].rpartition('/')[2])}](#{name.lower()})"
    if "enum" in schema:
        return " · ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    kind = str(schema.get("type", "anything"))
    return {"string": "text", "integer": "whole number"}.get(kind, kind)


def main() -> None:
    """Writes the pages into the folder that is named."""
    for name, page in pages().items():
        Path(sys.argv[1], name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

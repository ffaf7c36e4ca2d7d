"""How rows of a store leave: as blocks of lines for people, as JSON lines, as CSV."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click
import msgspec

from rawi.explain import Branch, Part
from rawi.locale import Labels, labels
from rawi.store.found import Found, Hand, Tie

FORMATS = ("table", "jsonl", "csv")
_OPEN, _CLOSE = "⟦", "⟧"
"""Stand round a hit in the table."""

_WIDEST = 110


format_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="For people or programs."
)
"""The option of a command that prints rows."""


def write(rows: Iterable[Found], form: str, code: str) -> int:
    """Prints rows as they come; how many there were."""
    words = labels(code)
    tell: Callable[[Found], None] = {"table": _tree_writer(words), "jsonl": _json, "csv": _csv_writer()}[form]
    told = 0
    for row in rows:
        tell(row)
        told += 1
    return told


def write_ties(ties: Iterable[Tie], form: str, code: str) -> int:
    """Prints who has to do with whom; how many pairs there were."""
    words = labels(code)
    if form == "csv":
        csv_line(Tie.__struct_fields__)
    tell: Callable[[Tie], None] = {
        "table": lambda tie: _draw(_pair(tie, words), words),
        "jsonl": _json,
        "csv": lambda tie: csv_line(msgspec.structs.astuple(tie)),
    }[form]
    told = 0
    for tie in ties:
        tell(tie)
        told += 1
    return told


def _pair(tie: Tie, words: Labels) -> Branch:
    count = Part(f"{tie.statements:,} ({tie.articles:,})", "code")
    return Branch((count, Part(tie.source, "name"), Part(words.arrow, "arrow"), Part(tie.target, "name")))


def _json(row: Any) -> None:
    click.echo(msgspec.json.encode(row).decode())


def _csv_writer() -> Callable[[Found], None]:
    names = Found.__struct_fields__
    begun: list[bool] = []

    def tell(row: Found) -> None:
        if not begun:
            csv_line(names)
            begun.append(True)
        csv_line(_cell(getattr(row, name), row) for name in names)

    return tell


def csv_line(cells: Iterable[Any]) -> None:
    """Prints a line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    click.echo(line.getvalue(), nl=False)


def _cell(value: Any, row: Found) -> Any:
    """A field in one cell: hands as `name > name`, hits as `start-end` in the article."""
    if value == ():
        return ""
    if isinstance(value, tuple):
        if isinstance(value[0], Hand):
            return " > ".join(hand.name if row.event is None else f"{hand.role}: {hand.name}" for hand in value)
        return " ".join(value if isinstance(value[0], str) else [f"{span.start}-{span.end}" for span in value])
    return value


def _tree_writer(words: Labels) -> Callable[[Found], None]:
    begun: list[bool] = []

    def tell(row: Found) -> None:
        if begun:
            click.echo()
        _draw(_branch(row, words), words)
        begun[:] = [True]

    return tell


def _draw(branch: Branch, words: Labels) -> None:
    from rawi.cli.tree import draw

    width = min(_WIDEST, shutil.get_terminal_size((100, 24)).columns) - 2
    click.echo("\n".join(_lit(line) for line in draw([branch], words.direction, width)))


def _lit(line: str) -> str:
    """A line whose hits are coloured as well, where there are colours."""
    return line.replace(_OPEN, f"\x1b[1;33m{_OPEN}").replace(_CLOSE, f"{_CLOSE}\x1b[0m")


def _branch(row: Found, words: Labels) -> Branch:
    head = [Part(row.outlet, "name")] if row.outlet else []
    head += [Part(row.published[:16], "code")] if row.published else [Part(words.labels["undated"])]
    head += [
        Part(" ".join(filter(None, (row.article, row.event or row.statement))), "code"),
        Part(f"#{row.number}:{row.start}-{row.end}", "code"),
    ]
    below = [Branch(tuple(_what(row, words))) if row.unit == "event" else None, Branch(tuple(_who(row, words))) if row.statement else None]
    return Branch(tuple(head), (*filter(None, below), Branch((Part(marked(row), "words"),))))


def _who(row: Found, words: Labels) -> Iterator[Part]:
    """The chain, and what was done by speaking."""
    if not row.chain:
        yield Part(words.labels["unnamed"], "name")
    for at, hand in enumerate(row.chain):
        if at:
            yield Part(words.arrow, "arrow")
        yield Part(hand.name, "name")
    if row.act:
        yield Part(words.acts[row.act])
    if row.kind:
        yield Part(words.statement_kinds[row.kind])
    if row.addressee:
        yield from (Part(words.labels["to"], "key"), Part(row.addressee, "words"))
    if row.day and row.unit == "statement":
        yield from (Part(words.labels["told"], "key"), Part(row.day, "code"))


def _what(row: Found, words: Labels) -> Iterator[Part]:
    """The event: its type, who does what to whom, where and when."""
    yield Part(words.event_types.get(str(row.type), str(row.type)), "value")
    yield Part(words.modalities[str(row.modality)])
    comma = words.calendar.comma
    actors, recipients = (comma.join(hand.name for hand in row.parties if hand.role == role) for role in ("actor", "recipient"))
    if actors:
        yield Part(actors, "name")
    if recipients:
        yield from (Part(words.arrow, "arrow"), Part(recipients, "name"))
    if row.place:
        yield from (Part(words.labels["place"], "key"), Part(row.place, "name"))
    if row.day:
        yield Part(row.day, "code")


def marked(row: Found) -> str:
    """The row's words on one line, its hits in double brackets."""
    pieces, at = list[str](), row.start
    for hit in row.hits:
        start, end = max(hit.start, at), min(hit.end, row.end)
        pieces += [row.text[at - row.start : start - row.start], _OPEN, row.text[start - row.start : end - row.start], _CLOSE]
        at = end
    return " ".join("".join([*pieces, row.text[at - row.start :]]).split())

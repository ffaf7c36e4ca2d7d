"""How records leave: as a tree for people, as JSON, as JSON lines."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from rawi.model import Failure, Record

Writer = Callable[[Record | Failure], None]
_WIDEST = 110


@contextmanager
def writer(form: str, *, several: bool, why: bool, labels: str) -> Iterator[Writer]:
    """Writes records, one call each: `tree`, `json` (an array where there are several) or `jsonl`; failures only as JSON lines."""
    if form == "jsonl":
        yield lambda one: click.echo(one.to_json(why=why))
    elif form == "tree":
        yield _trees(why, labels)
    elif several:
        yield from _array(why)
    else:
        yield lambda one: click.echo(one.to_json(why=why, indent=2), nl=True) if one else None


def _trees(why: bool, code: str) -> Writer:
    from rawi.cli.tree import draw
    from rawi.explain import tree
    from rawi.locale import labels

    words, width, first = labels(code), min(_WIDEST, shutil.get_terminal_size((100, 24)).columns), [True]

    def write(one: Record | Failure) -> None:
        if isinstance(one, Failure):
            return
        lines = list(draw(tree(one, words, why=why), words.direction, width - 2))
        click.echo("\n".join(lines if first else ["", "─" * (width - 2), "", *lines]))
        first.clear()

    return write


def _array(why: bool) -> Iterator[Writer]:
    before = ["["]

    def write(one: Record | Failure) -> None:
        if one:
            click.echo(before.pop() + "\n" + one.to_json(why=why), nl=False)
            before.append(",")

    yield write
    click.echo(before.pop() + "\n]" if before == ["["] else "\n]")

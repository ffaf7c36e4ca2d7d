"""How far a long batch has come: on standard error, and only where people look."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

One = TypeVar("One")


def counted(found: Iterable[One], *, show: bool) -> Iterator[One]:
    """The same things, with their number and pace on standard error where that is a terminal and standard output is not."""
    if not show or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} articles, {task.speed:.0f} a second"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("read", total=None)
        for one in found:
            yield one
            progress.advance(task)

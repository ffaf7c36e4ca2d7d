"""How far a long batch has come: on standard error, and only where people look."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

One = TypeVar("One")


def counted(found: Iterable[One], *, show: bool) -> Iterator[One]:
    """The same things, with their number and pace on standard error where that is a terminal and standard output is not."""
    if not show or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        begin = monotonic()
        for number, one in enumerate(found, 1):
            yield one
            pace = number / max(monotonic() - begin, 0.001)
            progress.update(task, advance=1, description=f"{number:,} articles, {pace:,.0f} a second")

"""How far a load has come: pace, failures and time left, on standard error, and only where people look."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from rawi.scale.load import Tally

if TYPE_CHECKING:
    from rich.progress import Progress

One = TypeVar("One")


class Advance:
    """Hears which files there are, how far each is read, and what is kept; tells it where there is a screen."""

    def __init__(self, screen: Progress | None = None) -> None:
        self._screen, self._begin = screen, monotonic()
        self._task = screen.add_task("loading", total=1.0) if screen else None
        self._sizes: dict[str, int] = {}
        self._behind, self._whole, self._share = 0, 0, 0.0
        self._first: tuple[float, float] | None = None  # when the first new article was kept, and how far that was

    def expect(self, names: Iterable[str]) -> None:
        """Says which files will be read."""
        self._sizes = {name: os.path.getsize(name) if os.path.isfile(name) else 0 for name in names}
        self._whole = sum(self._sizes.values())

    def reach(self, name: str, share: float | None) -> None:
        """Says how much of a file is read; after the last of it the next begins."""
        size = self._sizes.get(name, 0)
        if share is not None and self._whole:
            self._share = (self._behind + size * share) / self._whole
        if share == 1.0:
            self._behind += self._sizes.pop(name, 0)

    def counted(self, found: Iterable[One], number: int) -> Iterator[One]:
        """The same things, each telling how far of `number` it is."""
        for at, one in enumerate(found, 1):
            self._share = at / max(number, at)
            yield one

    def told(self, tally: Tally) -> None:
        """Shows what is kept by now."""
        if self._screen is None or self._task is None:
            return
        now = monotonic()
        if tally.new and self._first is None:
            self._first = (now, self._share)
        pace = tally.new / max(now - self._begin, 0.001)
        words = f"{tally.seen:,} articles, {pace:,.0f} a second, {tally.failed:,} failed{self._left(now)}"
        self._screen.update(self._task, completed=self._share, description=words)

    def _left(self, now: float) -> str:
        """The time left, told by the pace since the first new article."""
        if self._first is None or self._share <= self._first[1] or now - self._first[0] < 1:
            return ""
        left = int((now - self._first[0]) * (1 - self._share) / (self._share - self._first[1]))
        return f", {left // 3600}:{left // 60 % 60:02}:{left % 60:02} left" if left >= 3600 else f", {left // 60}:{left % 60:02} left"

    def end(self, tally: Tally) -> None:
        """Says in one line what came of it."""
        pace = f" ({tally.new / max(monotonic() - self._begin, 0.001):,.0f} a second)" if self._screen else ""
        words = f"rawi: {tally.new:,} articles loaded{pace}, {tally.known:,} were there, {tally.failed:,} could not be read"
        print(words, file=sys.stderr, flush=True)


@contextmanager
def advance() -> Iterator[Advance]:
    """An Advance with a screen where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield Advance()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(BarColumn(bar_width=24), TextColumn("{task.description}"), console=Console(stderr=True), transient=True) as screen:
        yield Advance(screen)

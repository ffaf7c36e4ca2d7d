"""Loading an archive: what the store does not have yet is read, in several processes, and kept batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import islice
from pathlib import Path
from time import monotonic

import msgspec

from rawi.errors import failure
from rawi.ingest.files import Placed
from rawi.lang.pack import load as load_language
from rawi.model import Article, Failure
from rawi.reader import read
from rawi.scale.pool import Pool
from rawi.store import Store
from rawi.store.prepare import Shelved, prepared
from rawi.store.words import Peeler

BATCH = 64
"""Articles that are looked up, and records that are kept, at a time."""

_LONGEST = 1.0  # seconds after which what is read is kept, be it a whole batch or not

Ready = tuple[str, Shelved | Failure]


class Tally(msgspec.Struct, kw_only=True):
    """How many articles were read and are kept, were there already, and could not be read."""

    new: int = 0
    known: int = 0
    failed: int = 0

    @property
    def seen(self) -> int:
        """All of them."""
        return self.new + self.known + self.failed


class Loader:
    """Loads articles into a store; `told` hears of the tally after each batch that is kept for good, `lost` of each failure kept."""

    def __init__(
        self,
        store: Store,
        *,
        workers: int = 1,
        told: Callable[[Tally], None] | None = None,
        lost: Callable[[str, Failure], None] | None = None,
    ) -> None:
        self._store, self._workers = store, workers
        self._told, self._lost = told or (lambda _: None), lost or (lambda place, failed: None)
        self.tally = Tally()

    def load(self, found: Iterable[Placed], *, again: bool = False) -> Tally:
        """Reads the articles that the store does not have, and with `again` those that other versions read; returns the tally."""
        ready = Pool(partial(read_placed, world=self._store.world), died, self._workers).over(self._wanted(found, again))
        try:
            for batch in _batches(ready):
                self._keep(batch)
        finally:
            ready.close()  # type: ignore[attr-defined]  # a generator: its processes end now, not when it is collected
        self._told(self.tally)
        return self.tally

    def _wanted(self, found: Iterable[Placed], again: bool) -> Iterator[Placed]:
        found = iter(found)
        while batch := list(islice(found, BATCH)):
            made = iter(self._store.made_by(placed.one for placed in batch if isinstance(placed.one, Article)))
            for placed in batch:
                before = next(made) if isinstance(placed.one, Article) else None
                if before is None or (again and before != self._store.versions):
                    yield placed
                else:
                    self.tally.known += 1

    def _keep(self, batch: list[Ready]) -> None:
        self._store.shelve(batch)
        for place, one in batch:
            if isinstance(one, Failure):
                self.tally.failed += 1
                self._lost(place, one)
            else:
                self.tally.new += 1
        self._told(self.tally)


def _batches(ready: Iterable[Ready]) -> Iterator[list[Ready]]:
    """What is ready, some at a time, sooner where it comes slowly."""
    batch, begin = list[Ready](), 0.0
    for one in ready:
        begin = begin if batch else monotonic()
        batch.append(one)
        if len(batch) >= BATCH or monotonic() - begin > _LONGEST:
            yield batch
            batch = []
    if batch:
        yield batch


def read_placed(placed: Placed, world: Path | None = None) -> Ready:
    """The prepared record of an article, or why there is none, with its place."""
    found = placed.one if isinstance(placed.one, Failure) else read(placed.one, world=world)
    if isinstance(found, Failure):
        return placed.place, found
    lang = load_language() if world is None else load_language(world=world)
    return placed.place, prepared(found, lang, _peeler())


def died(placed: Placed) -> Ready:
    """What takes the place of an article over which a process died."""
    name = placed.one.id if isinstance(placed.one, Article) else None
    return placed.place, failure(name, "process", "the process that read it died. It may want more memory than there is.")


@cache
def _peeler() -> Peeler:
    return Peeler(load_language())

"""The store: records in, records out, questions answered. The file one reads first."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from rawi.lang.pack import Language, load
from rawi.model import Article, Failure, MadeBy, Record
from rawi.store.filters import Filters, Order, check
from rawi.store.found import Found, Stats, Tie
from rawi.store.frames import cells, frame
from rawi.store.names import Names
from rawi.store.prepare import Shelved, digest_of, prepared, unpacked
from rawi.store.shelf import Lost, Shelf
from rawi.store.sqlite.shelf import Sqlite
from rawi.store.words import Peeler
from rawi.version import __version__

Relation = Literal["speaks", "carries"]
"""What joins two: one speaks of the other, or hands the other's words on."""

_BATCH = 64
_ALL = Filters()


class Store:
    """An archive's records in one file, made where there is none yet; `read_only` opens it for questions alone.

    `world` is a folder of tables laid over the world that comes with Rawi: names are sought in it, and what is read has its version.

    Whoever reads never waits for whoever writes. Raises SourceError where the file cannot be opened, read or written.

    >>> import rawi, tempfile
    >>> with tempfile.TemporaryDirectory() as folder, rawi.Store(f"{folder}/news.rawi") as store:
    ...     store.add(rawi.read("قال بايدن إن الاجتماع تأجل."))
    ...     [record.article.text for record in store.records()]
    True
    ['قال بايدن إن الاجتماع تأجل.']
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False, world: Path | None = None) -> None:
        self.path, self.world = Path(path), world
        self._lang = load() if world is None else load(world=world)
        self._peeler = Peeler(self._lang)
        self._shelf: Shelf = Sqlite(self.path, Names(self._lang, self._peeler), write=not read_only)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._shelf.close()

    @property
    def language(self) -> Language:
        """The language whose words the store is sought by."""
        return self._lang

    @cached_property
    def versions(self) -> MadeBy:
        """The versions of engine, pack and world that read articles now."""
        return MadeBy(rawi=__version__, pack=self._lang.version, world=self._lang.world.version)

    def add(self, one: Record | Failure, place: str | None = None) -> bool:
        """Keeps a record or a failure, for good when this returns; a record takes the place of an older one of the same article.

        `place` says where it came from (`news.jsonl:17`): a failure is kept under it, and is over when a record comes from there.
        Whether there was anything new.
        """
        return self.add_many([one], [place]) == 1

    def add_many(self, found: Iterable[Record | Failure], places: Iterable[str | None] | None = None) -> int:
        """Keeps records and failures as they come, some at a time; how many of them were new."""
        pairs = zip(found, places, strict=True) if places is not None else ((one, None) for one in found)
        new = 0
        while batch := list(islice(pairs, _BATCH)):
            new += self.shelve((place, one if isinstance(one, Failure) else self.prepared(one)) for one, place in batch)
        return new

    def prepared(self, record: Record) -> Shelved:
        """A record made ready for `shelve`."""
        return prepared(record, self._lang, self._peeler)

    def shelve(self, batch: Iterable[tuple[str | None, Shelved | Failure]]) -> int:
        """Keeps all of a batch of prepared records and failures with their places, or nothing; how many were new."""
        pairs = list(batch)
        ready = [Lost(place or one.failure.id or "", one, self.versions) if isinstance(one, Failure) else one for place, one in pairs]
        return self._shelf.put(ready, [place for place, one in pairs if place and not isinstance(one, Failure)])

    def records(self, filters: Filters = _ALL) -> Iterator[Record]:
        """The records of the articles that have a row of what is asked for, in the order they came in.

        They are equal to what was added, `why` and all. Which articles those are is settled when the first is taken; one that is written
        anew meanwhile comes as it is by then.
        """
        return (unpacked(kept.record, kept.text) for kept in self._shelf.fetch(self._shelf.numbers(filters)))

    def find(self, filters: Filters, *, order: Order | None = None, limit: int | None = 20, offset: int = 0) -> Iterator[Found]:
        """The rows of what is asked for: sentences, statements or events (`filters.unit` says which), each with its hits and its chain.

        By relevance where words are sought, else the newest first, or in the `order` given. Raises UsageError, which shows where a
        question breaks off.
        """
        return self._shelf.search(filters).rows(order, limit, offset)

    def count(self, filters: Filters = _ALL) -> int:
        """How many rows `find` would give without a limit."""
        return self._shelf.search(filters).count()

    def get(self, article: str) -> list[Record]:
        """The records of an article's id or address, or of `#` and its number in the store; several where several have the same id."""
        check(article)
        return [unpacked(kept.record, kept.text) for kept in self._shelf.fetch(self._shelf.named(article))]

    def timeline(self, *entity: str, since: str | None = None, until: str | None = None, limit: int | None = None) -> Iterator[Found]:
        """The statements and events that any of some names has a part in, by the day that the text tells, else that of publication."""
        Filters(speaker=entity, since=since, until=until)  # raises where one cannot be
        return self._shelf.timeline(entity, since, until, limit)

    def network(self, filters: Filters = _ALL, *, relation: Relation = "speaks", limit: int | None = None) -> Iterator[Tie]:
        """Who speaks of whom, or who `carries` whom, as counts of statements and of articles."""
        return self._shelf.network(filters, relation, limit)

    def unknown(self, name: str) -> list[str] | None:
        """None where somebody in the store has a name, else the names that are close to it."""
        check(name)
        return self._shelf.unknown(name)

    def stats(self) -> Stats:
        """How much there is of what."""
        return self._shelf.stats()

    def articles(self, filters: Filters = _ALL) -> Iterator[Article]:
        """The articles alone, as `records` gives them."""
        return (record.article for record in self.records(filters))

    def failures(self) -> Iterator[Failure]:
        """What could not be read and has not been read since."""
        return (lost.failure for lost in self._shelf.failures())

    def lost(self) -> Iterator[Lost]:
        """The same failures, each with the place it came from and the versions of what failed."""
        return self._shelf.failures()

    def rows(self, table: str) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
        """The columns and the rows of a table of the store, one by one; raises UsageError where there is none of that name."""
        return self._shelf.rows(table)

    def to_pandas(self, what: str | Filters) -> Any:
        """A pandas DataFrame of a table, or of all rows that are asked for; raises RawiError where pandas is not installed."""
        return self._frame("pandas", what)

    def to_polars(self, what: str | Filters) -> Any:
        """A polars DataFrame of a table, or of all rows that are asked for; raises RawiError where polars is not installed."""
        return self._frame("polars", what)

    def _frame(self, library: str, what: str | Filters) -> Any:
        if isinstance(what, Filters):
            return frame(library, Found.__struct_fields__, cells(self.find(what, limit=None)))
        return frame(library, *self.rows(what))

    def made_by(self, articles: Iterable[Article]) -> list[MadeBy | None]:
        """For each of some articles the versions that made its record, None where the store has none."""
        digests = [digest_of(article) for article in articles]
        found = self._shelf.made_by(digests)
        return [found.get(digest) for digest in digests]

    def __len__(self) -> int:
        """How many articles there are."""
        return self.count()

    def __contains__(self, article: object) -> bool:
        """Whether an article, or a record's, is there in just these words and particulars."""
        found = article.article if isinstance(article, Record) else article
        return isinstance(found, Article) and self.made_by([found])[0] is not None

"""What a database must be able to do to hold a store: the only thing that `Store` knows of it, so that another can stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from rawi.model import Failure, MadeBy
from rawi.store.filters import Filters, Order
from rawi.store.found import Found, Stats, Tie
from rawi.store.prepare import Shelved


class Kept(NamedTuple):
    """An article as it stands on the shelf: its number, its text, and the rest of its record as `prepare.packed` made it."""

    number: int
    text: str
    record: bytes


class Lost(NamedTuple):
    """A failure with the place it came from and the versions of what failed."""

    place: str
    failure: Failure
    made_by: MadeBy


class Answer(Protocol):
    """What a shelf has to a question."""

    def count(self) -> int:
        """How many rows there are."""

    def rows(self, order: Order | None, limit: int | None, offset: int) -> Iterator[Found]:
        """The rows in an order: relevance where words are sought, else the newest first."""


class Shelf(Protocol):
    """Keeps prepared records and failures, and finds them again. Whatever goes wrong with the file is a SourceError."""

    def put(self, batch: Sequence[Shelved | Lost], places: Iterable[str] = ()) -> int:
        """Keeps all of a batch or nothing; failures of `places` are over. How many were new or other than before."""

    def made_by(self, digests: Sequence[bytes]) -> dict[bytes, MadeBy]:
        """Of some digests, those on the shelf, each with the versions that made its record."""

    def numbers(self, filters: Filters) -> Sequence[int]:
        """The numbers of the articles that have a row of what is asked for, in the order they came in."""

    def fetch(self, numbers: Sequence[int]) -> Iterator[Kept]:
        """The articles of some numbers, as far as they are there."""

    def named(self, article: str) -> Sequence[int]:
        """The numbers of the articles with an id or address, or `#` and the number itself."""

    def search(self, filters: Filters) -> Answer:
        """A question, ready to be counted or answered."""

    def timeline(self, entity: Sequence[str], since: str | None, until: str | None, limit: int | None) -> Iterator[Found]:
        """The statements and events that any of some names has a part in, by day."""

    def network(self, filters: Filters, relation: str, limit: int | None) -> Iterator[Tie]:
        """Who speaks of whom (`speaks`) or who hands whose words on (`carries`), as counts."""

    def unknown(self, name: str) -> list[str] | None:
        """None where somebody has a name, else the names in the store that are close to it."""

    def stats(self) -> Stats:
        """How much there is of what."""

    def failures(self) -> Iterator[Lost]:
        """What could not be read."""

    def rows(self, table: str) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
        """A table's columns and rows."""

    def close(self) -> None:
        """Lets go of the file."""

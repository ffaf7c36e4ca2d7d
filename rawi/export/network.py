"""The network of an archive: who speaks of whom, and who carries whom, as counts; GraphML and GEXF are two ways to write it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Literal, NamedTuple

from rawi.export.page import Page, is_known, speaker
from rawi.model import Entity, Record
from rawi.text.fold import fold

Relation = Literal["carries", "speaks of"]
NODE = ("label", "name_en", "kind", "country", "code")
"""What a node tells of its entity."""


class Node(NamedTuple):
    """An entity in a chain or spoken of by one: the Wikidata id, else `name:` and the folded name; and what `NODE` lists."""

    key: str
    about: tuple[str | None, ...]


class Edge(NamedTuple):
    """A pair and a relation: how many statements tell it, the first and the last day of publication."""

    source: Node
    target: Node
    relation: Relation
    weight: int
    first: str | None
    last: str | None


class Network:
    """The network of records, counted one after the other; the memory it takes grows with nodes and edges, not with articles."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._numbers: dict[str, int] = {}
        self.nodes: list[Node] = []
        self._weights: dict[tuple[int, int, Relation], tuple[int, str | None, str | None]] = {}
        for record in records:
            page = Page(record)
            for relation, first, second in ties(page):
                pair = (self._number(first), self._number(second), relation)
                weight, since, until = self._weights.get(pair, (0, None, None))
                days = [day for day in (since, until, page.published) if day]
                self._weights[pair] = (weight + 1, min(days, default=None), max(days, default=None))

    def __len__(self) -> int:
        """How many edges there are."""
        return len(self._weights)

    def edges(self) -> Iterator[Edge]:
        """All edges."""
        for (source, target, relation), told in self._weights.items():
            yield Edge(self.nodes[source], self.nodes[target], relation, *told)

    def _number(self, entity: Entity) -> int:
        """The number of an entity's node, made where it is not there yet."""
        key = entity.id if is_known(entity.id) else f"name:{fold(entity.name)}"
        if key not in self._numbers:
            self._numbers[key] = len(self.nodes)
            self.nodes.append(Node(key, (entity.name, entity.name_en, entity.kind, entity.country, entity.code)))
        return self._numbers[key]


def drawn(records: Iterable[Record], out: BinaryIO, lines: Callable[[Network], Iterable[str]]) -> int:
    """Writes the network of records in the lines that a format makes of it; how many edges it has comes back."""
    network = Network(records)
    for line in lines(network):
        out.write(line.encode() + b"\n")
    return len(network)


def ties(page: Page) -> Iterator[tuple[Relation, Entity, Entity]]:
    """Each statement's ties: every hand carries the next one, and the speaker speaks of those its innermost content names.

    >>> import rawi
    >>> list(ties(Page(rawi.read("تأجل الاجتماع."))))
    []
    """
    entities = page.entities
    for statement in page.record.statements:
        for first, second in zip(statement.chain, statement.chain[1:], strict=False):
            if first.entity in entities and second.entity in entities:
                yield "carries", entities[first.entity], entities[second.entity]
        link = speaker(statement)
        if link and link.entity in entities:
            for entity in page.spoken_of(statement):
                if entity.id != link.entity:
                    yield "speaks of", entities[link.entity], entity

"""The network of an archive: who speaks of whom, and who carries whom, as counts; GraphML and GEXF are two ways to write it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rawi.export.extras import library
from rawi.export.letters import xml_letters
from rawi.export.page import Page, is_known, speaker
from rawi.model import Entity, Record
from rawi.text.fold import fold

_FIRST, _LAST = "first", "last"


def network(records: Iterable[Record]) -> Any:
    """A networkx MultiDiGraph: a node for each entity in a chain or spoken of by one, an edge for each pair and relation.

    `weight` counts statements; `first` and `last` are days of publication. What Wikidata knows is one node; others are one node where
    their folded names are the same. The memory it takes grows with nodes and edges, not with articles.
    """
    graph = library("networkx", "graph").MultiDiGraph()
    for record in records:
        page = Page(record)
        for statement in record.statements:
            for first, second in zip(statement.chain, statement.chain[1:], strict=False):
                _count(graph, page, "carries", (first.entity, second.entity))
            link = speaker(statement)
            for entity in page.spoken_of(statement) if link else ():
                if link and entity.id != link.entity:
                    _count(graph, page, "speaks of", (link.entity, entity.id))
    return graph


def _count(graph: Any, page: Page, relation: str, pair: tuple[str, str]) -> None:
    entities = [page.entities[one] for one in pair if one in page.entities]
    if len(entities) < len(pair):
        return
    first, second = (_node(graph, entity) for entity in entities)
    if not graph.has_edge(first, second, relation):
        graph.add_edge(first, second, relation, relation=relation, weight=0)
    edge = graph.edges[first, second, relation]
    edge["weight"] += 1
    if day := page.published:
        edge[_FIRST], edge[_LAST] = min(edge.get(_FIRST, day), day), max(edge.get(_LAST, day), day)


def _node(graph: Any, entity: Entity) -> str:
    """The node of an entity, made where it is not there yet."""
    key = entity.id if is_known(entity.id) else xml_letters(f"name:{fold(entity.name)}")
    if key not in graph:
        about = {"label": entity.name, "name_en": entity.name_en, "kind": entity.kind, "country": entity.country, "code": entity.code}
        graph.add_node(key, **{name: xml_letters(value) for name, value in about.items() if value})
    return key

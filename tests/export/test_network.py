"""The network, read back by networkx from GraphML and GEXF."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import networkx as nx  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from rawi.export import gexf, graphml
from rawi.export.network import Network
from rawi.model import Record

READERS = ((graphml, nx.read_graphml), (gexf, nx.read_gexf))


def ties(network: Network) -> set[tuple[str | None, str, str | None, int]]:
    return {(edge.source.about[0], edge.relation, edge.target.about[0], edge.weight) for edge in network.edges()}


def again(record: Record, **article: Any) -> Record:
    return msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, **article))


def test_the_network_counts_who_speaks_of_whom_and_who_carries_whom(rich: Record) -> None:
    assert ties(Network([rich, again(rich, id="b")])) == {
        ('وكالة\t"تاس"', "carries", "أوشاكوف", 4),
        ("أوشاكوف", "carries", "جو بايدن", 2),
        ("أوشاكوف", "speaks of", "جو بايدن", 2),
        ("جو بايدن", "speaks of", "بوتين", 2),
        ("جو بايدن", "speaks of", "فرنسا", 2),
    }


def test_an_edge_knows_its_first_and_last_day(rich: Record) -> None:
    dated = [again(rich, published=day) for day in ("2015-07-21", "2015-08-11", "2015-07-01", None)]
    assert {(edge.first, edge.last) for edge in Network(dated).edges()} == {("2015-07-01", "2015-08-11")}
    assert {(edge.first, edge.last) for edge in Network(dated[-1:]).edges()} == {(None, None)}


def test_who_is_in_no_chain_is_no_node(rich: Record, bare: Record) -> None:
    nodes = {node.key: node.about for node in Network([rich, bare]).nodes}
    assert {about[0] for about in nodes.values()} == {'وكالة\t"تاس"', "أوشاكوف", "جو بايدن", "بوتين", "فرنسا"}
    assert nodes["Q6279"] == ("جو بايدن", "Joe Biden", "person", "USA", "USA GOV")


def test_names_that_wikidata_does_not_know_are_one_by_their_letters(rich: Record) -> None:
    renamed = [msgspec.structs.replace(one, name="اوشاكوف") if one.id == "e2" else one for one in rich.entities]
    other = msgspec.structs.replace(rich, entities=tuple(renamed))
    assert len(Network([rich, other]).nodes) == len(Network([rich]).nodes)


@pytest.mark.parametrize(("module", "read"), READERS, ids=["graphml", "gexf"])
def test_networkx_reads_the_same_network_back(module: Any, read: Any, rich: Record, relayed: Record) -> None:
    out = io.BytesIO()
    count, made = module.write([rich, relayed], out), Network([rich, relayed])
    etree.fromstring(out.getvalue())
    out.seek(0)
    graph = read(out)
    assert count == graph.number_of_edges() == len(made)
    assert graph.is_directed()
    found = [(one, two, data["relation"], int(data["weight"]), data["first"]) for one, two, data in graph.edges(data=True)]
    assert sorted(found) == sorted((one.source.key, one.target.key, one.relation, one.weight, one.first) for one in made.edges())
    labels = nx.get_node_attributes(graph, "label")
    assert labels == {node.key: node.about[0] for node in made.nodes}
    assert graph.nodes["Q6279"]["code"] == "USA GOV"


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_odd_names_are_xml(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    for module, read in READERS:
        out = io.BytesIO()
        count = module.write([record], out)
        etree.fromstring(out.getvalue())
        out.seek(0)
        assert read(out).number_of_edges() == count

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
from rawi.export.network import network
from rawi.model import Record

READERS = ((graphml, nx.read_graphml), (gexf, nx.read_gexf))


def ties(graph: Any) -> set[tuple[str, str, str, int]]:
    names = nx.get_node_attributes(graph, "label")
    found = graph.edges(keys=True, data=True)
    return {(names.get(one, one), data["relation"], names.get(two, two), data["weight"]) for one, two, _, data in found}


def again(record: Record, **article: Any) -> Record:
    return msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, **article))


def test_the_network_counts_who_speaks_of_whom_and_who_carries_whom(rich: Record) -> None:
    assert ties(network([rich, again(rich, id="b")])) == {
        ('وكالة\t"تاس"', "carries", "أوشاكوف", 4),
        ("أوشاكوف", "carries", "جو بايدن", 2),
        ("أوشاكوف", "speaks of", "جو بايدن", 2),
        ("جو بايدن", "speaks of", "بوتين", 2),
        ("جو بايدن", "speaks of", "فرنسا", 2),
    }


def test_an_edge_knows_its_first_and_last_day(rich: Record) -> None:
    graph = network([again(rich, published=day) for day in ("2015-07-21", "2015-08-11", "2015-07-01")] + [again(rich, published=None)])
    edge = graph.edges["Q6279", "Q142", "speaks of"]
    assert (edge["weight"], edge["first"], edge["last"]) == (4, "2015-07-01", "2015-08-11")
    assert "first" not in network([again(rich, published=None)]).edges["Q6279", "Q142", "speaks of"]


def test_who_is_in_no_chain_is_no_node(rich: Record, bare: Record) -> None:
    graph = network([rich, bare])
    assert {graph.nodes[one]["label"] for one in graph} == {'وكالة\t"تاس"', "أوشاكوف", "جو بايدن", "بوتين", "فرنسا"}
    assert graph.nodes["Q6279"] == {"label": "جو بايدن", "name_en": "Joe Biden", "kind": "person", "country": "USA", "code": "USA GOV"}


@pytest.mark.parametrize(("module", "read"), READERS, ids=["graphml", "gexf"])
def test_networkx_reads_the_same_network_back(module: Any, read: Any, rich: Record, relayed: Record) -> None:
    out = io.BytesIO()
    count = module.write([rich, relayed], out)
    etree.fromstring(out.getvalue())
    out.seek(0)
    graph, made = read(out), network([rich, relayed])
    assert count == graph.number_of_edges() == made.number_of_edges()
    assert graph.is_directed()
    weights = {(one, two, data["relation"]): data["weight"] for one, two, data in made.edges(data=True)}
    assert {(one, two, data["relation"]): data["weight"] for one, two, data in graph.edges(data=True)} == weights
    assert graph.nodes["Q6279"]["label"] == "جو بايدن"
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

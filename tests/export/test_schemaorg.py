"""Quotations in schema.org's words, their chains in PROV-O's, as rdflib reads them."""

from __future__ import annotations

import io

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.export import schemaorg
from rawi.model import Record

SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
WIKIDATA = "http://www.wikidata.org/entity/"


@pytest.fixture(scope="module")
def graph(rich: Record) -> rdflib.Graph:
    out = io.BytesIO()
    assert schemaorg.write([rich], out) == 4
    return rdflib.Graph().parse(data=out.getvalue(), format="json-ld")


def quotation(graph: rdflib.Graph, statement: str) -> rdflib.term.Node:
    (found,) = [one for one in graph.subjects(rdflib.RDF.type, SCHEMA.Quotation) if str(one).endswith(f":{statement}")]
    return found


def test_a_quotation_has_words_and_a_creator(graph: rdflib.Graph) -> None:
    said = quotation(graph, "s2")
    assert str(graph.value(said, SCHEMA.text)) == "الباب 😀 مفتوح"
    assert str(graph.value(said, SCHEMA.creator)) == f"{WIKIDATA}Q6279"
    assert graph.value(said, SCHEMA.isPartOf) == quotation(graph, "s1")
    article = graph.value(quotation(graph, "s1"), SCHEMA.isPartOf)
    assert (article, rdflib.RDF.type, SCHEMA.NewsArticle) in graph


def test_the_chain_is_walked_by_derivation(graph: rdflib.Graph) -> None:
    names, place = [], graph.value(quotation(graph, "s2"), PROV.wasDerivedFrom)
    while place is not None:
        agent = graph.value(place, PROV.wasAttributedTo)
        english = [str(name) for name in graph.objects(agent, SCHEMA.name) if isinstance(name, rdflib.Literal) and name.language == "en"]
        names += english or [str(agent)[-2:]]
        place = graph.value(place, PROV.wasDerivedFrom)
    assert names == ["TASS", "e2", "Joe Biden"]


def test_whose_words_were_carried_is_one_question(graph: rdflib.Graph) -> None:
    asked = "SELECT ?q WHERE { ?q a schema:Quotation ; prov:wasDerivedFrom+/prov:wasAttributedTo ?who . ?who schema:name 'TASS'@en }"
    found = graph.query(asked, initNs={"schema": SCHEMA, "prov": PROV})
    assert sorted(str(row[0])[-2:] for row in found) == ["s1", "s2"]  # type: ignore[index]


def test_nobodys_words_have_no_creator_and_no_hands(graph: rdflib.Graph) -> None:
    said = quotation(graph, "s3")
    assert graph.value(said, SCHEMA.creator) is None
    assert graph.value(said, PROV.wasDerivedFrom) is None


def test_whom_a_quotation_speaks_of_is_told_once_in_the_innermost(graph: rdflib.Graph) -> None:
    assert [str(one) for one in graph.objects(quotation(graph, "s1"), SCHEMA.mentions)] == [f"{WIKIDATA}Q6279"]
    assert {str(one) for one in graph.objects(quotation(graph, "s4"), SCHEMA.mentions)} == {f"{WIKIDATA}Q7747", f"{WIKIDATA}Q142"}


def test_every_word_is_of_a_known_vocabulary(graph: rdflib.Graph) -> None:
    known = (str(SCHEMA), str(PROV), str(rdflib.RDF), "urn:rawi:ns:")
    assert all(str(one).startswith(known) for one in graph.predicates())
    assert all(graph.value(one, rdflib.RDF.type) for one in graph.objects(None, PROV.wasAttributedTo))
    used = {str(one) for one in (*graph.predicates(), *graph.objects(None, rdflib.RDF.type))}
    assert {one.removeprefix(str(SCHEMA)) for one in used if one.startswith(str(SCHEMA))} <= {
        "NewsArticle", "Quotation", "Person", "Organization", "Country", "Place", "Thing", "identifier", "headline", "inLanguage",
        "datePublished", "url", "publisher", "name", "text", "creator", "isPartOf", "mentions", "temporal",
    }  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_rdflib_reads_odd_text(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    out = io.BytesIO()
    count = schemaorg.write([record], out)
    for line in out.getvalue().splitlines():
        made = rdflib.Graph().parse(data=line, format="json-ld")
        made.parse(data=made.serialize(format="nt"), format="nt")  # only valid IRIs can be written as N-Triples and read again
        assert len(set(made.subjects(rdflib.RDF.type, SCHEMA.Quotation))) == count

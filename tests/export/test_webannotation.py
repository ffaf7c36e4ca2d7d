"""Web Annotations: valid after the W3C's model, and every selector finds its words."""

from __future__ import annotations

import io
import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.export import webannotation
from rawi.model import Record

OA = "http://www.w3.org/ns/oa#"
RDF = rdflib.RDF
# The terms of http://www.w3.org/ns/anno.jsonld that the pages use: rdflib is to read them without the network.
ANNO: dict[str, Any] = {
    "oa": OA, "as": "http://www.w3.org/ns/activitystreams#", "dc": "http://purl.org/dc/elements/1.1/", "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xsd": "http://www.w3.org/2001/XMLSchema#", "as:items": {"@type": "@id"},
    "id": {"@id": "@id", "@type": "@id"}, "type": {"@id": "@type", "@type": "@id"}, "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage", "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"}, "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector", "TextQuoteSelector": "oa:TextQuoteSelector",
    "Software": "as:Application", "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "identifying": "oa:identifying", "tagging": "oa:tagging", "describing": "oa:describing", "classifying": "oa:classifying",
    "value": "rdf:value", "format": "dc:format", "language": "dc:language", "name": "foaf:name", "exact": "oa:exact", "prefix": "oa:prefix",
    "suffix": "oa:suffix", "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"}, "generator": {"@type": "@id", "@id": "as:generator"},
}  # fmt: skip
# What the W3C's recommendation demands of a page, its annotations and their two selectors.
POSITION = {
    "type": "object", "additionalProperties": False, "required": ["type", "start", "end"],
    "properties": {"type": {"const": "TextPositionSelector"}, "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer"}},
}  # fmt: skip
QUOTE = {
    "type": "object", "additionalProperties": False, "required": ["type", "exact"],
    "properties": {"type": {"const": "TextQuoteSelector"}, **{key: {"type": "string"} for key in ("exact", "prefix", "suffix")}},
}  # fmt: skip
TARGET = {
    "type": "object", "required": ["source", "selector"],
    "properties": {
        "source": {"type": "string", "pattern": "^[a-z]+:[\\w!-~]+$"},
        "selector": {"type": "array", "prefixItems": [POSITION, QUOTE], "items": False, "minItems": 2},
    },
}  # fmt: skip
ANNOTATION = {
    "type": "object", "required": ["id", "type", "target"],
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z]+:[^ ]+$"}, "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying", "tagging", "describing", "classifying"]},
        "target": {"type": "array", "items": TARGET, "minItems": 1},
        "body": {"type": "array", "items": {"properties": {"type": {"enum": ["TextualBody", "SpecificResource"]}}}},
    },
}  # fmt: skip
PAGE = {
    "type": "object", "required": ["@context", "id", "type", "items"],
    "properties": {"type": {"const": "AnnotationPage"}, "items": {"type": "array", "items": ANNOTATION}},
}  # fmt: skip


def pages(*records: Record) -> list[Any]:
    out = io.BytesIO()
    webannotation.write(records, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture(scope="module")
def graph(rich: Record) -> rdflib.Graph:
    (page,) = pages(rich)
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    page["@context"][0] = ANNO
    return rdflib.Graph().parse(data=json.dumps(page), format="json-ld")


def test_pages_hold_to_the_model_of_the_w3c(rich: Record, bare: Record, relayed: Record) -> None:
    for page in pages(rich, bare, relayed):
        jsonschema.validate(page, PAGE, cls=jsonschema.Draft202012Validator)
        assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_both_selectors_find_the_same_words(rich: Record, relayed: Record) -> None:
    for record in (rich, relayed):
        text = record.article.text
        for item in pages(record)[0]["items"]:
            for target in item["target"]:
                position, quote = target["selector"]
                assert text[position["start"] : position["end"]] == quote["exact"]
                around = quote["prefix"] + quote["exact"] + quote["suffix"]
                assert text[position["start"] - len(quote["prefix"]) :].startswith(around)


def test_rdflib_reads_every_annotation_with_body_and_target(graph: rdflib.Graph, rich: Record) -> None:
    oa = rdflib.Namespace(OA)
    found = list(graph.subjects(RDF.type, oa.Annotation))
    mentions = [mention for entity in rich.entities for mention in entity.mentions]
    expected = sum(map(len, (mentions, rich.times, rich.quantities, rich.statements, rich.events)))
    assert len(found) == expected
    assert all(graph.value(one, oa.hasBody) and graph.value(one, oa.hasTarget) for one in found)
    sources = {str(graph.value(target, oa.hasSource)) for one in found for target in graph.objects(one, oa.hasTarget)}
    assert sources == {"https://example.org/خبر?id=1&t=a%20b"}


def test_a_chain_is_a_list_in_order(graph: rdflib.Graph) -> None:
    ns = rdflib.Namespace(webannotation.NAMESPACE)
    (body,) = graph.subjects(ns.act, rdflib.Literal("claim"))
    head = graph.value(body, ns.chain)
    assert head is not None
    hands = list(rdflib.collection.Collection(graph, head))
    assert [str(graph.value(hand, ns.role)) for hand in hands] == ["carrier", "carrier", "speaker"]
    assert str(graph.value(hands[-1], ns.entity)) == "http://www.wikidata.org/entity/Q6279"


def test_a_content_in_two_pieces_has_two_targets(rich: Record) -> None:
    (said,) = [item for item in pages(rich)[0]["items"] if item["id"].endswith(":s1")]
    assert [target["selector"][1]["exact"] for target in said["target"]] == ["بايدن 🇺🇸 أبلغه أن «الباب 😀 مفتوح»", "لكن بشروط"]


def test_an_article_without_address_is_a_urn(rich: Record) -> None:
    for url in (None, "ftp://x", "not an address"):
        record = msgspec.structs.replace(rich, article=msgspec.structs.replace(rich.article, url=url))
        assert pages(record)[0]["items"][0]["target"][0]["source"] == "urn:rawi:article:a%2F1%20%22x%22%09é"


def test_no_context_lies_about(rich: Record) -> None:
    """Every key of a page is a term of the W3C's context or bears Rawi's prefix."""

    def keys(node: Any) -> set[str]:
        if isinstance(node, dict):
            return set(node) | {key for value in node.values() for key in keys(value)}
        return {key for one in node for key in keys(one)} if isinstance(node, list) else set()

    found = keys(pages(rich)[0]["items"])
    assert {key for key in found if not key.startswith("rawi:")} <= {*ANNO, "@list"}


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_selectors_find_odd_words(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    (page,) = pages(record)
    jsonschema.validate(page, PAGE, cls=jsonschema.Draft202012Validator)
    for item in page["items"]:
        for target in item["target"]:
            position, quote = target["selector"]
            assert record.article.text[position["start"] : position["end"]] == quote["exact"]

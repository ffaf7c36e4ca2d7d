"""Statements as schema.org Quotations, the hands they went through as PROV-O: a JSON-LD graph on a line for each article.

A chain [TASS, Ushakov] is a walk: the quotation was derived from what TASS reported, which is attributed to TASS and was derived from what
Ushakov said, which is attributed to Ushakov.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from rawi.export.page import Page, speaker
from rawi.model import Entity, Record, Statement

CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "rawi": "urn:rawi:ns:",
    "prov:wasDerivedFrom": {"@type": "@id"},
    "prov:wasAttributedTo": {"@type": "@id"},
    "isPartOf": {"@type": "@id"},
    "creator": {"@type": "@id"},
    "mentions": {"@type": "@id"},
    "url": {"@type": "@id"},
}
"""The words of schema.org and PROV-O; nothing has to be fetched to read it."""
_TYPES = {"person": ("Person", "prov:Person"), "organization": ("Organization", "prov:Organization"), "country": ("Country", "prov:Agent")}
_TYPES |= {"place": ("Place", "prov:Agent"), "group": ("Organization", "prov:Agent"), "other": ("Thing", "prov:Agent")}
Node = dict[str, Any]


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes a graph for each article with statements; how many quotations there are comes back.

    >>> import io, rawi
    >>> write([rawi.read("تأجل الاجتماع.")], io.BytesIO())
    0
    """
    encoder, count = msgspec.json.Encoder(), 0
    for record in records:
        page = Page(record)
        told = [one for one in record.statements if one.content]
        if told:
            graph = [_article(page), *(node for one in told for node in _quotation(page, one)), *_agents(page, told)]
            out.write(encoder.encode({"@context": CONTEXT, "@graph": graph}) + b"\n")
            count += len(told)
    return count


def _article(page: Page) -> Node:
    article = page.article
    return _filled({
        "@id": page.urn, "@type": ["NewsArticle", "prov:Entity"], "identifier": article.id, "headline": article.title,
        "inLanguage": article.language, "datePublished": article.published, "url": page.iri if page.iri != page.urn else None,
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
    })  # fmt: skip


def _quotation(page: Page, one: Statement) -> Iterator[Node]:
    """The quotation, and a node for what each hand of its chain reported or said."""
    iri, link, time = page.part_iri(one.id), speaker(one), page.time(one.time)
    hands = [f"{iri}:hand{number}" for number in range(1, len(one.chain) + 1)]
    yield _filled({
        "@id": iri, "@type": ["Quotation", "prov:Entity"], "text": page.words(one.content), "inLanguage": page.article.language,
        "creator": page.entity_iri(link.entity) if link else None, "isPartOf": page.part_iri(one.parent) if one.parent else page.urn,
        "mentions": [page.entity_iri(entity.id) for entity in page.spoken_of(one)] or None,
        "prov:wasDerivedFrom": hands[0] if hands else None, "rawi:act": one.act, "rawi:kind": one.kind,
        "temporal": time.value if time else None, "rawi:confidence": one.confidence,
    })  # fmt: skip
    for place, (hand, held) in enumerate(zip(hands, one.chain, strict=True)):
        further = hands[place + 1] if place + 1 < len(hands) else None
        yield _filled({
            "@id": hand, "@type": "prov:Entity", "rawi:role": held.role,
            "prov:wasAttributedTo": page.entity_iri(held.entity), "prov:wasDerivedFrom": further,
        })  # fmt: skip


def _agents(page: Page, told: Iterable[Statement]) -> Iterator[Node]:
    """The entities that a quotation names: everybody in a chain, everybody spoken of."""
    named = dict.fromkeys(link.entity for one in told for link in one.chain)
    named |= dict.fromkeys(entity.id for one in told for entity in page.spoken_of(one))
    for entity in named:
        found = page.entities.get(entity)
        yield _agent(page, found) if found else {"@id": page.entity_iri(entity), "@type": "prov:Agent"}


def _agent(page: Page, entity: Entity) -> Node:
    names = [{"@value": entity.name, "@language": page.article.language}]
    names += [{"@value": entity.name_en, "@language": "en"}] if entity.name_en else []
    return {"@id": page.entity_iri(entity.id), "@type": _TYPES[entity.kind], "name": names}


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None}

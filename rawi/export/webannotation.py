"""W3C Web Annotations: a JSON-LD AnnotationPage on a line for each article, every annotation with a position and a quote selector."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from rawi.export.page import Page
from rawi.model import Event, Record, Statement

NAMESPACE = "urn:rawi:ns:"
CONTEXT: list[Any] = ["http://www.w3.org/ns/anno.jsonld", {"rawi": NAMESPACE}]
"""The context of the W3C, and Rawi's own words under a prefix."""
AROUND = 32
"""Characters of prefix and suffix that tell a quote from the same words elsewhere."""
Node = dict[str, Any]


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes a page of annotations for each article: mentions, times, quantities, statements, events; their number comes back.

    >>> import io, rawi
    >>> write([rawi.read("أعلن أمس.", published="2021-12-09")], io.BytesIO())
    1
    """
    encoder, count = msgspec.json.Encoder(), 0
    for record in records:
        page = Page(record)
        items = list(_annotations(page))
        maker = {"id": "urn:rawi", "type": "Software", "name": f"Rawi {record.made_by.rawi}"}
        about = {"@context": CONTEXT, "id": f"{page.urn}:annotations", "type": "AnnotationPage", "generator": maker}
        out.write(encoder.encode({**about, "startIndex": 0, "items": items}) + b"\n")
        count += len(items)
    return count


def _annotations(page: Page) -> Iterator[Node]:
    record = page.record
    for entity in record.entities:
        iri = page.entity_iri(entity.id)
        for number, mention in enumerate(entity.mentions):
            body = {"type": "SpecificResource", "source": iri, "purpose": "identifying", **_own(form=mention.form, kind=entity.kind)}
            yield _annotation(page, f"{entity.id}.{number}", "identifying", [body, _says(entity.name, "tagging")], (mention,))
    for number, time in enumerate(record.times):
        body = _says(time.value or time.text, "tagging", language=None, **_own(timex=time.type, anchor=time.anchor))
        yield _annotation(page, f"t{number}", "tagging", [body], (time,))
    for number, quantity in enumerate(record.quantities):
        own = _own(value=quantity.value, bound=quantity.bound, unit=quantity.unit)
        words = f"{quantity.value} {quantity.unit or ''}".strip()
        yield _annotation(page, f"q{number}", "tagging", [_says(words, "tagging", language="en", **own)], (quantity,))
    for statement in record.statements:
        if statement.content:
            yield _annotation(page, statement.id, "describing", [_statement(page, statement)], statement.content)
    for event in record.events:
        yield _annotation(page, event.id, "classifying", [_event(page, event)], (event.trigger, *event.retold))


def _annotation(page: Page, part: str, motivation: str, bodies: list[Node], spans: Iterable[Any]) -> Node:
    targets = [_target(page, span) for span in spans]
    return {
        "id": page.part_iri(part), "type": "Annotation", "motivation": motivation,
        "body": bodies, "target": targets,
    }  # fmt: skip


def _target(page: Page, span: Any) -> Node:
    text, start, end = page.article.text, span.start, span.end
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    return {"source": page.iri, "selector": [position, quote]}


def _says(words: str, purpose: str, *, language: str | None = "ar", **own: Any) -> Node:
    about = {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain"}
    return {**about, **({"language": language} if language else {}), **own}


def _statement(page: Page, one: Statement) -> Node:
    time = page.time(one.time)
    hands = [_own(role=link.role, entity={"id": page.entity_iri(link.entity)}, name=page.name(link.entity)) for link in one.chain]
    own = _own(
        act=one.act, report=one.kind, cue=one.cue.text if one.cue else None, medium=one.medium.kind if one.medium else None,
        parent={"id": page.part_iri(one.parent)} if one.parent else None, time=time.value if time else None,
        addressee={"id": page.entity_iri(one.addressee)} if one.addressee else None, confidence=one.confidence,
    )  # fmt: skip
    return _says(f"{page.chain(one) or '?'}: {one.act}", "describing", language="en", **own, **{"rawi:chain": {"@list": hands}})


def _event(page: Page, one: Event) -> Node:
    time = page.time(one.time)
    own = _own(
        event=one.type, mode=one.mode, modality=one.modality, cameo=one.cameo, time=time.value if time else None,
        actor=[{"id": page.entity_iri(entity)} for entity in one.actors] or None,
        recipient=[{"id": page.entity_iri(entity)} for entity in one.recipients] or None,
        place={"id": page.entity_iri(one.place)} if one.place else None,
        vouchedBy={"id": page.part_iri(one.vouched_by)} if one.vouched_by else None, confidence=one.confidence,
    )  # fmt: skip
    return _says(f"{one.type}{f' {one.mode}' if one.mode else ''} ({one.modality})", "classifying", language="en", **own)


def _own(**values: Any) -> Node:
    return {f"rawi:{name}": value for name, value in values.items() if value is not None}

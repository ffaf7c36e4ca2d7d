"""UIMA CAS XMI for INCEpTION: an .xmi for each article, and the TypeSystem.xml with the layers it uses.

Offsets of a CAS count UTF-16 units; cassis is given code points and counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rawi.export.extras import library
from rawi.export.letters import xml_letters
from rawi.export.page import WIKIDATA, Page, is_known
from rawi.export.whole import Bundle
from rawi.model import Event, Record, Statement

NAMED = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
LAYERS = "webanno.custom."
"""What the names of layers begin with that INCEpTION's users make themselves."""
_SPANS = {
    "Time": ("timex", "value", "anchor"),
    "Quantity": ("value", "bound", "unit"),
    "Cue": ("lemma",),
    "Medium": ("kind",),
    "Part": ("statement",),
    "Statement": ("identifier", "act", "kind", "chain", "parent", "confidence"),
    "Event": ("identifier", "event", "mode", "modality", "cameo", "contexts", "vouchedBy", "confidence"),
}
_LINKED = ("Statement", "Event")
Links = list[tuple[str, Any]]


def write(records: Iterable[Record], out: Bundle) -> int:
    """Writes a CAS for each article; how many there are comes back."""
    types = typesystem()
    out.put("TypeSystem.xml", types.to_xml().encode())
    count = 0
    for record in records:
        made = _Cas(record, types).filled().to_xmi()
        out.put(out.free(record.article.id, ".xmi") + ".xmi", made.encode())
        count += 1
    return count


def typesystem() -> Any:
    """The types: DKPro's named entities, and Rawi's layers with INCEpTION's way of linking spans."""
    types = library("cassis", "cas").TypeSystem()
    named = types.create_type(NAMED, "uima.tcas.Annotation")
    for feature in ("value", "identifier"):
        types.create_feature(named, feature, "uima.cas.String")
    for name, features in _SPANS.items():
        made = types.create_type(LAYERS + name, "uima.tcas.Annotation")
        for feature in features:
            types.create_feature(made, feature, "uima.cas.String")
    for name in _LINKED:
        link = types.create_type(f"{LAYERS}{name}LinksLink", "uima.cas.TOP")
        types.create_feature(link, "role", "uima.cas.String")
        types.create_feature(link, "target", "uima.tcas.Annotation")
        types.create_feature(types.get_type(LAYERS + name), "links", "uima.cas.FSArray", elementType=link)
    return types


class _Cas:
    """The CAS of one record while it is filled."""

    def __init__(self, record: Record, types: Any) -> None:
        self.page, self.record, self.types = Page(record), record, types
        text = xml_letters(record.article.text)
        self.cas = library("cassis", "cas").Cas(types, sofa_string=text, sofa_mime="text/plain", document_language=record.article.language)
        self.mentions: dict[tuple[str, int, int], Any] = {}

    def filled(self) -> Any:
        """The CAS with every layer of the record."""
        for entity in self.record.entities:
            identifier = WIKIDATA + entity.id if is_known(entity.id) else entity.name
            for one in entity.mentions:
                self.mentions[entity.id, one.start, one.end] = self.add(NAMED, one, value=entity.kind, identifier=identifier)
        for time in self.record.times:
            self.add(f"{LAYERS}Time", time, timex=time.type, value=time.value, anchor=time.anchor)
        for quantity in self.record.quantities:
            self.add(f"{LAYERS}Quantity", quantity, value=quantity.value, bound=quantity.bound, unit=quantity.unit)
        for statement in self.record.statements:
            if statement.content:
                self.statement(statement)
        for event in self.record.events:
            self.event(event)
        return self.cas

    def add(self, name: str, span: Any, links: Links | None = None, **features: object) -> Any:
        """An annotation over a span, with its features and links."""
        values: dict[str, Any] = {key: xml_letters(str(value)) for key, value in features.items() if value is not None}
        if links:
            link = self.types.get_type(f"{name}LinksLink")
            array = self.types.get_type("uima.cas.FSArray")
            values["links"] = array(elements=[link(role=role, target=target) for role, target in links])
        made = self.types.get_type(name)(begin=span.start, end=span.end, **values)
        self.cas.add(made)
        return made

    def nearest(self, role: str, entity: str | None, place: int) -> Links:
        """The link to an entity's mention nearest to a place; none where the text never names it."""
        found = self.page.nearest(entity, place) if entity else None
        return [(role, self.mentions[entity or "", found.start, found.end])] if found else []

    def statement(self, one: Statement) -> None:
        """A span over the first piece of the content; the others, the cue, the hands and the rest hang on it as links."""
        first, *rest = one.content
        links: Links = [("cue", self.add(f"{LAYERS}Cue", one.cue, lemma=one.cue.lemma))] if one.cue else []
        for link in one.chain:
            said = self.mentions.get((link.entity, link.mention.start, link.mention.end)) if link.mention else None
            links += [(link.role, said)] if said else self.nearest(link.role, link.entity, first.start)
        links += self.nearest("addressee", one.addressee, first.start)
        links += [("medium", self.add(f"{LAYERS}Medium", one.medium, kind=one.medium.kind))] if one.medium else []
        links += [("part", self.add(f"{LAYERS}Part", span, statement=one.id)) for span in rest]
        about = {"identifier": one.id, "act": one.act, "kind": one.kind, "parent": one.parent, "confidence": one.confidence}
        self.add(f"{LAYERS}Statement", first, links, chain=self.page.chain(one), **about)

    def event(self, one: Event) -> None:
        """A span over the trigger, with who acts and is acted upon and the place as links."""
        place = one.trigger.start
        links = [link for entity in one.actors for link in self.nearest("actor", entity, place)]
        links += [link for entity in one.recipients for link in self.nearest("recipient", entity, place)]
        links += self.nearest("place", one.place, place)
        about = {"identifier": one.id, "event": one.type, "mode": one.mode, "modality": one.modality, "cameo": one.cameo}
        more = {"contexts": " ".join(one.contexts) or None, "vouchedBy": one.vouched_by, "confidence": one.confidence}
        self.add(f"{LAYERS}Event", one.trigger, links, **about, **more)

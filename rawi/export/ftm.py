"""FollowTheMoney entities as JSON lines: articles, who is named in them, statements as notes, who carries and speaks of whom, events."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, BinaryIO
from unicodedata import normalize

import msgspec

from rawi.export.codes import actor
from rawi.export.letters import cell
from rawi.export.page import Page, is_known, speaker
from rawi.model import Entity, Event, Record, Statement
from rawi.world.tables import DATA, load_tables

_SCHEMATA = {"person": "Person", "organization": "Organization", "country": "PublicBody", "group": "LegalEntity", "place": "Address"}
_LEGAL = frozenset(("person", "organization", "country", "group"))
_PUBLIC = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
_GONE = {"SUN": "suhh", "YUG": "yucs"}  # states that are no more
_LANGUAGES = {"ar": "ara", "en": "eng"}
_TEXTS = frozenset(("bodyText", "description"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_HIDDEN = re.compile(r"[\u200b-\u200d]")  # what joins and parts letters unseen: the library takes it away
Node = dict[str, Any]


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes entities, those that Wikidata knows once and the rest once an article; how many lines there are comes back.

    >>> import io, rawi
    >>> lines = io.BytesIO()
    >>> write([rawi.read({"id": "a", "text": "تأجل الاجتماع أمس."})], lines)
    1
    >>> b'"schema":"Article"' in lines.getvalue()
    True
    """
    encoder, known, count = msgspec.json.Encoder(), set[str](), 0
    for record in records:
        for node in _nodes(_Article(record), known):
            out.write(encoder.encode(node) + b"\n")
            count += 1
    return count


class _Article(Page):
    """A page that knows the ids its entities have among all articles."""

    @property
    def key(self) -> str:
        return _fingerprint(self.article.id)

    def id_of(self, entity: str) -> str:
        return entity if is_known(entity) else _fingerprint(self.article.id, "entity", entity)

    @property
    def source(self) -> dict[str, Any]:
        """What every entity says of where it comes from."""
        return {"sourceUrl": self.iri if self.iri != self.urn else None, "publisher": self.article.outlet}


def _nodes(page: _Article, known: set[str]) -> Iterator[Node]:
    yield _document(page)
    for entity in page.record.entities:
        if entity.id not in known:
            yield _entity(page, entity)
        if is_known(entity.id):
            known.add(entity.id)
    for statement in page.record.statements:
        if statement.content:
            yield _note(page, statement)
        yield from _links(page, statement)
    for event in page.record.events:
        if event.modality == "actual":
            yield _event(page, event)


def _document(page: _Article) -> Node:
    article = page.article
    return _node(
        page.key, "Article", title=article.title, fileName=f"{article.id}.txt", publishedAt=page.published, bodyText=article.text,
        language=_LANGUAGES.get(article.language), **page.source,
    )  # fmt: skip


def _entity(page: _Article, entity: Entity) -> Node:
    code = actor(entity.code, entity.country)
    names = [name for name in (entity.name_en, entity.name) if name and any(map(str.isalnum, name))] or [entity.id]
    about: dict[str, Any] = {"name": names, "country": _alpha2().get(entity.country or "")}
    schema = _SCHEMATA.get(entity.kind, "Note")
    if schema == "Organization" and _PUBLIC.intersection(code.sectors):
        schema = "PublicBody"
    if entity.kind == "place":
        about["full"] = names[0]
    if entity.kind in _LEGAL:
        about["sector"] = entity.code
    if is_known(entity.id):
        about["wikidataId"] = entity.id
    else:
        about["proof"] = page.key
    return _node(page.id_of(entity.id), schema, **about)


def _note(page: _Article, one: Statement) -> Node:
    link, time = speaker(one), page.time(one.time)
    spoken = page.spoken_of(one)
    return _node(
        _fingerprint(page.article.id, "statement", one.id), "Note", description=page.words(one.content),
        name=f"{page.chain(one) or '?'}: {one.act}", entity=page.id_of(link.entity) if link and link.entity in page.entities else None,
        summary=f"{one.act}, {one.kind}" + (f", {time.value}" if time and time.value else ""), createdAt=page.published, proof=page.key,
        peopleMentioned=[entity.name for entity in spoken if entity.kind == "person"],
        namesMentioned=[entity.name for entity in spoken if entity.kind != "person"], **page.source,
    )  # fmt: skip


def _links(page: _Article, one: Statement) -> Iterator[Node]:
    """Who carries whom, and whom the speaker speaks to and of."""
    pairs = [("carries", first.entity, second.entity) for first, second in zip(one.chain, one.chain[1:], strict=False)]
    if link := speaker(one):
        pairs += [("speaks to", link.entity, one.addressee)] if one.addressee else []
        pairs += [("speaks of", link.entity, entity.id) for entity in page.spoken_of(one) if entity.id != link.entity]
    for role, first, second in pairs:
        if first in page.entities and second in page.entities:
            yield _node(
                _fingerprint(page.article.id, one.id, role, first, second), "UnknownLink", subject=page.id_of(first),
                object=page.id_of(second), role=role, recordId=one.id, date=page.published, **page.source,
            )  # fmt: skip


def _event(page: _Article, one: Event) -> Node:
    time, place = page.time(one.time), page.entities.get(one.place or "")
    involved = [page.entities[who] for who in (*one.actors, *one.recipients) if who in page.entities]
    vouching = page.chain(page.vouching(one))
    day = time.value[:10] if time and time.value and time.type in ("DATE", "TIME") and time.value[:4].isdecimal() else None
    return _node(
        _fingerprint(page.article.id, "event", one.id), "Event", name=f"{one.type} {one.mode or ''}", description=one.trigger.text,
        date=day if day and _is_date(day) else None if one.time is not None else page.published,
        involved=[page.id_of(entity.id) for entity in involved if entity.kind in _LEGAL],
        location=place.name_en or place.name if place else None, country=_alpha2().get(place.country or "") if place else None,
        summary=f"vouched for by {vouching}" if vouching else None, recordId=one.id, proof=page.key, **page.source,
    )  # fmt: skip


def _is_date(value: str) -> bool:
    year, month, day = (*value.split("-"), "01", "01")[:3]
    return all(part.isdecimal() for part in (year, month, day)) and len(value) in (4, 7, 10)


def _node(key: str, schema: str, **properties: Any) -> Node:
    """An entity as the library would clean it: lists of strings, nothing empty, letters composed, control characters blank."""
    filled: dict[str, list[str]] = {}
    for name, value in properties.items():
        values = value if isinstance(value, list) else [value]
        told = [_CONTROL.sub(" ", one) if name in _TEXTS else cell(one) for one in values if one is not None]
        clean = [normalize("NFC", _HIDDEN.sub("", one)).strip() for one in told]
        if kept := [one for one in clean if any(map(str.isalnum, one))]:
            filled[name] = list(dict.fromkeys(kept))
    return {"id": key, "schema": schema, "properties": filled}


def _fingerprint(*parts: str) -> str:
    return "rawi-" + hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


@cache
def _alpha2() -> dict[str, str]:
    """Countries as FollowTheMoney writes them, by the codes of the record."""
    return {state.iso3: state.iso2.lower() for state in load_tables(DATA).states} | _GONE

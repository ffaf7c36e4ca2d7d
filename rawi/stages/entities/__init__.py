"""The layer of entities: the persons, bodies, states, places and groups of an article, each with all its references."""

from __future__ import annotations

from typing import Literal

from rawi.document import Document, Resolved
from rawi.lang.pack import Language
from rawi.model import Entity, Mention
from rawi.stages.entities.bodies import PROVISION, Bodies
from rawi.stages.entities.clusters import Cluster, majority, name_keys, spelled
from rawi.stages.entities.codes import Coder
from rawi.stages.entities.persons import Persons
from rawi.stages.entities.posts import Posts
from rawi.text.fold import fold

_CLEAR = frozenset((
    "alliance", "army", "government", "parliament", "regime", "system", "court", "president", "prime-minister", "king", "source",
))  # fmt: skip


def entities(doc: Document, lang: Language) -> tuple[Resolved, ...]:
    """The entities of the article in order of their first mention.

    Short forms and titles are joined to the names they stand for; what the world does not know keeps its words and the id e1, e2 ….
    """
    vague = frozenset(map(fold, lang.sources.roles.vague))
    persons, bodies = Persons(doc, lang.world), Bodies(doc, lang.world)
    persons.name()
    rest = [number for number in range(len(doc.mentions)) if number not in persons.of]
    for number in rest:
        if doc.mentions[number].kind != "person":
            bodies.take(number, strict=_vague(doc, number, vague))
    posts = Posts(doc, lang.world, persons, bodies)
    for number in rest:
        if doc.mentions[number].kind == "person":
            bearer = posts.bearer(number) if _titular(doc, number) else None
            if bearer is None:
                bodies.take(number, strict=_vague(doc, number, vague))
            else:
                bearer.add(number)
    clusters = [*persons.clusters, *bodies.clusters]
    clusters.sort(key=lambda c: c.references[0])
    coder = Coder(doc, lang)
    return tuple(_resolved(coder, cluster, number) for number, cluster in enumerate(clusters, start=1))


def _titular(doc: Document, number: int) -> bool:
    """Whether a reference is a title by itself, which may stand for a person the article names."""
    reference = doc.mentions[number]
    return (
        reference.kind == "person"
        and reference.number == "s"
        and reference.name is None
        and reference.office is not None
        and reference.definite
    )


def _vague(doc: Document, number: int, vague: frozenset[str]) -> bool:
    """Whether a head noun alone, such as «المركز» or «المدرب», tells nothing where no name has stood and it does not speak."""
    reference = doc.mentions[number]
    alone = reference.form == "title" and reference.number == "s" and reference.definite and not reference.spoken
    return alone and (reference.head not in _CLEAR or bool(vague.intersection(name_keys(doc, reference.first, reference.last))))


def _resolved(coder: Coder, cluster: Cluster, number: int) -> Resolved:
    doc, world = coder.doc, coder.world
    references = [doc.mentions[r] for r in cluster.references]
    thing = world.thing(cluster.thing) if cluster.thing is not None else None
    mentions: dict[tuple[int, int], Mention] = {}
    for reference in references:
        first, last = reference.name or (reference.first, reference.last)
        span = doc.tokens[first].start, doc.tokens[last - 1].end
        mentions.setdefault(span, Mention(start=span[0], end=span[1], text=doc.article.text[span[0] : span[1]], form=reference.form))
    gender: Literal["m", "f", "either"] = majority([r.gender for r in references])
    if thing is not None:
        gender = thing.gender
    country, code = coder.code(references) if thing is None else (thing.country, thing.code)
    entity = Entity(
        id=(thing.id if thing is not None else None) or f"e{number}",
        kind=thing.kind if thing is not None else cluster.kind,
        name=thing.name if thing is not None else _name(coder, cluster),
        name_en=thing.name_en if thing is not None else None, country=country, code=code, mentions=tuple(mentions.values()),
        why=tuple(dict.fromkeys(rule for r in references for rule in r.why)),
    )  # fmt: skip
    return Resolved(
        entity=entity,
        references=tuple(cluster.references),
        gender=gender,
        number=thing.number if thing is not None else references[0].number,
    )


def _name(coder: Coder, cluster: Cluster) -> str:
    """The fullest name that the text gives: the longest proper name, else the longest words; an article's with that of its treaty."""
    doc = coder.doc
    references = [doc.mentions[r] for r in cluster.references]
    if references[0].head == PROVISION:
        return " ".join((spelled(doc, references[0]), *(f"{coder.of} {coder.world.thing(thing).name}" for thing in references[0].of)))
    proper = [r for r in references if r.name is not None]
    return max((spelled(doc, r) for r in (proper or references)), key=lambda name: len(fold(name)))  # vowel signs make no name fuller

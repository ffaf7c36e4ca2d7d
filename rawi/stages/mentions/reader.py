"""Reads an article's words from left to right into references."""

from __future__ import annotations

from rawi.document import Document, Reference
from rawi.lang.pack import Language
from rawi.stages.mentions.adjectives import predicates, qualifies
from rawi.stages.mentions.bodies import body, government, inside, ministry, place
from rawi.stages.mentions.counted import counted
from rawi.stages.mentions.echoes import echoes
from rawi.stages.mentions.joint import joint
from rawi.stages.mentions.known import known
from rawi.stages.mentions.persons import named, titled
from rawi.stages.mentions.provisions import provisions
from rawi.stages.mentions.reading import Feature, Reading
from rawi.stages.mentions.sources import document, group, part, source
from rawi.stages.mentions.strangers import stranger
from rawi.stages.mentions.subjects import subject

_TITLES = frozenset(("honorific", "rank", "office"))
_NAMING = frozenset(("given", "particle"))
_READERS = (
    ("organization", body), ("portfolio", ministry), ("government", government), ("source", source), ("group", group),
    ("document", document), ("place", place),
)  # fmt: skip
_READ = frozenset(sort for sort, _ in _READERS)


def read(doc: Document, lang: Language) -> tuple[Reference, ...]:
    """The references of a document in order of their first words, the longer first of those that begin together."""
    reading = Reading(doc, lang)
    at, items, spoken = 0, reading.words.items, reading.spoken
    while at < len(items):
        word = items[at]
        if word.mark or word.blocked or word.reports:
            at += 1
            continue
        at = max(_at(reading, at) if word.features or word.names or at in spoken else stranger(reading, at), at + 1)
        while reading.persons:
            titled(reading, reading.persons.pop())
        while reading.bodies:
            inside(reading, reading.bodies.pop())
    heard = echoes(reading.words, reading.found, reading.spoken, reading.generations)
    reading.found += [r for r in heard if not reading.names.particle(reading.words[reading.words.at_token[r.first]])]
    reading.found += joint(reading)
    people = list(counted(reading, lang.sources.units))  # takes shorter references out
    reading.found += people
    reading.found += provisions(reading, lang)
    return tuple(_distinct(sorted(reading.found, key=lambda r: (r.first, -r.last))))


def _distinct(found: list[Reference]) -> list[Reference]:
    """References, one for each stretch of tokens."""
    kept: dict[tuple[int, int], Reference] = {}
    for reference in found:
        kept.setdefault((reference.first, reference.last), reference)
    return list(kept.values())


def _at(reading: Reading, at: int) -> int:
    """Reads what begins at a word; gives the word to go on from."""
    word = reading.words[at]
    features = word.features
    if features and (qualifies(reading, at) or predicates(reading, at)):
        return at
    if len(features) == 1 and "end" in features and features["end"][0] > word.stem + 1:
        return reading.words.after(features["end"][0])
    last = at
    if "quantifier" in features:
        last = part(reading, at, features["quantifier"])
    if last == at and not _TITLES.isdisjoint(features):
        last = titled(reading, at)
    if last == at and word.names:
        last = known(reading, at)
    for sort, reader in _READERS if last == at and not _READ.isdisjoint(features) else ():
        feature: Feature | None = features.get(sort)
        if feature is not None and (last := reader(reading, at, feature)) > at:
            break
    if last == at and not _NAMING.isdisjoint(features):
        last = named(reading, at)
    last = subject(reading, at) if last == at and at in reading.spoken else last
    return stranger(reading, at) if last == at else last

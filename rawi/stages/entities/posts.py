"""Titles that stand alone: «الوزير», «الرئيس الأمريكي», «أمين الحلف» for the person who bears them.

A title is compared with the posts that the article gives its persons, by office and by what the office is of (a state, a body), then with
the posts that the world gives them; somebody the article has not named is found only as the one holder of that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from rawi.document import Document, Reference
from rawi.stages.entities.bodies import Bodies
from rawi.stages.entities.clusters import Cluster, Keys, name_keys
from rawi.stages.entities.offices import GENERAL, may_be
from rawi.stages.entities.persons import Persons
from rawi.world.world import World

_HEAD, _MANY = "head", "IGO"
"""The head of an organisation of states may be the head of its commission, or a head of state in his turn."""
_COUNTERPART = "counterpart"


class _Post(NamedTuple):
    """A post that the article gives a person: of which things or bodies, in which words, by which reference."""

    office: str
    of: frozenset[int]
    words: Keys
    reference: Reference
    cluster: Cluster


class Posts:
    """Who bears which title in one article."""

    def __init__(self, doc: Document, world: World, persons: Persons, bodies: Bodies) -> None:
        self.doc, self.world, self.persons, self.bodies = doc, world, persons, bodies
        self._by_thing: dict[int, Cluster] = {c.thing: c for c in persons.clusters if c.thing is not None}
        self._posts: dict[str, list[_Post]] = {}
        """Posts by office and by the first word of their title; each told only once of a person."""
        told: set[tuple[object, ...]] = set()
        for number, cluster in sorted(persons.of.items()):
            reference = doc.mentions[number]
            if reference.office is None:
                continue
            post = _Post(reference.office, self._of(number), self._words(reference), reference, cluster)
            mark = (*post[:3], reference.former, id(cluster))
            if mark not in told:
                told.add(mark)
                for key in {post.office, *post.words[:1]}:
                    self._posts.setdefault(key, []).append(post)

    def bearer(self, number: int) -> Cluster | None:
        """The person that a title alone stands for, or None."""
        reference = self.doc.mentions[number]
        of, words = self._of(number), self._words(reference)
        if reference.office == _COUNTERPART:
            reference = msgspec.structs.replace(reference, office=self._before(number))
        fits = [post for post in self._told(reference, words) if _agree(reference, of, words, post)]
        exact = [post for post in fits if post.office == reference.office and (post.of & of or not of)]
        if fits:
            return min((post.cluster for post in exact or fits), key=lambda c: c.nearest(number))
        return self._holder(reference, of)

    def _told(self, reference: Reference, words: Keys) -> Iterator[_Post]:
        """The posts that a title could be, by its office or its first word."""
        asked = reference.office or ""
        for key in (asked, *GENERAL.get(asked, ()), *words[:1]):
            yield from self._posts.get(key, ())
        if asked == "minister":
            yield from (post for key in self._posts if key.endswith("-minister") for post in self._posts[key])

    def _before(self, number: int) -> str | None:
        """The post told last before a reference: what a counterpart (نظيره الفرنسي) is too."""
        offices = (self.doc.mentions[before].office for before in range(number - 1, -1, -1))
        return next((office for office in offices if office not in (None, _COUNTERPART)), None)

    def _of(self, number: int) -> frozenset[int]:
        """What a post is of: things of the world, or bodies of the article (below zero)."""
        reference = self.doc.mentions[number]
        of = set(reference.of)
        for inner in range(number + 1, len(self.doc.mentions)):
            other = self.doc.mentions[inner]
            if other.first >= reference.last:
                break
            body = self.bodies.of.get(inner)
            if body is not None:
                of.add(body.thing if body.thing is not None else -1 - inner if not body.references else -1 - body.references[0])
        return frozenset(of)

    def _words(self, reference: Reference) -> Keys:
        """The words of the title itself, without the name."""
        keys = name_keys(self.doc, reference.first, reference.last)
        if reference.name is None:
            return keys
        name = name_keys(self.doc, *reference.name)
        return tuple(key for key in keys if key not in name)

    def _of_first(self, reference: Reference) -> tuple[int, ...]:
        """What a post is of before all: the first thing of its title, with that thing's state where it is named too."""
        if not reference.of:
            return ()
        first = reference.of[0]
        country = self.world.thing(first).country
        return (first, *(thing for thing in reference.of[1:] if self.world.thing(thing).key == country))

    def _holder(self, reference: Reference, of: frozenset[int]) -> Cluster | None:
        """The one who holds the office by what the world knows: somebody the article names, else the only holder of that day."""
        if reference.office is None or reference.former:
            return None
        for thing in self._of_first(reference) or sorted(of):
            if thing < 0 or (reference.office == _HEAD and (self.world.thing(thing).code or "").startswith(_MANY)):
                continue
            holders = self.world.holders(reference.office, self.world.thing(thing).key, self.doc.article.published)
            named = [self._by_thing[h] for h in holders if h in self._by_thing]
            if named:
                return named[0]
            if len(holders) == 1 and self.doc.article.published is not None:
                cluster = Cluster("person", holders[0])
                self.persons.clusters.append(cluster)
                self._by_thing[holders[0]] = cluster
                return cluster
        return None


def _agree(reference: Reference, of: frozenset[int], words: Keys, post: _Post) -> bool:
    """Whether a title can be the same post.

    All its words are the post's; or the office is one and both are of the same thing; or it is a single word, or the post was told in one
    («الرئيس هادي», then «الرئيس اليمني»). A title inside another, or of the other gender, is not the same.
    """
    other = post.reference
    if other.former != reference.former or {other.gender, reference.gender} == {"m", "f"}:
        return False
    if other.first <= reference.first and reference.last <= other.last:
        return False
    if len(words) > 1 and set(words) <= set(post.words):
        return True
    if not may_be(reference.office or "", post.office):
        return False
    if of and post.of:
        return bool(of & post.of)
    return len(words) == 1 or (len(post.words) <= 1 and not post.of and reference.office == post.office)

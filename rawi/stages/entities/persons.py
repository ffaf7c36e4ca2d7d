"""Which references are one person: full names and their short forms.

Names compare by folded keys, spaces apart (عبدربه, عبد ربه); spelling variants inside one article are told by rapidfuzz, only where no
name is equal. Two persons of one family name stay two: a short form goes to the one spoken of last.
"""

from __future__ import annotations

from rapidfuzz.distance import Indel

from rawi.document import Document
from rawi.stages.entities.clusters import Cluster, Keys, name_keys, within
from rawi.world.world import World

_CLOSE = 0.86


class Persons:
    """The persons of one article."""

    def __init__(self, doc: Document, world: World) -> None:
        self.doc, self.world = doc, world
        self.clusters: list[Cluster] = []
        self.of: dict[int, Cluster] = {}

    def name(self) -> None:
        """Gathers all references that bear a person's name: full names first, then short ones."""
        named = [(number, name_keys(self.doc, *r.name)) for number, r in enumerate(self.doc.mentions) if r.kind == "person" and r.name]
        for number, keys in sorted(named, key=lambda item: (len(item[1]) < 2, -len(item[1]), item[0])):
            self._join(self._fitting(number, keys) or self._new(number), number, keys)

    def _new(self, number: int) -> Cluster:
        cluster = Cluster("person", self.doc.mentions[number].thing)
        self.clusters.append(cluster)
        return cluster

    def _join(self, cluster: Cluster, number: int, keys: Keys) -> None:
        reference = self.doc.mentions[number]
        cluster.add(number, keys)
        cluster.references.sort()
        if cluster.thing is None and len(keys) > 1:
            cluster.thing = reference.thing
        self.of[number] = cluster

    def _fitting(self, number: int, keys: Keys) -> Cluster | None:
        """The cluster that a name belongs to: the world's same thing, an equal name, a longer name that holds it, a near spelling."""
        thing = self.doc.mentions[number].thing
        if thing is not None:
            same = [c for c in self.clusters if c.thing == thing]
            if same:
                return same[0]
            if len(keys) > 1:
                return next((c for c in self.clusters if c.thing is None and keys in c.names), None)
        solid = "".join(keys)
        fits = [c for c in self.clusters if any("".join(name) == solid for name in c.names)]
        fits = fits or [c for c in self.clusters if any(self._holds(name, keys) for name in c.names)]
        fits = [c for c in fits if thing is None or c.thing is None] or ([] if thing is not None else fits)
        if not fits and thing is None:
            fits = [c for c in self.clusters if any(_near(name, keys) for name in c.names)]
        return min(fits, key=lambda c: c.nearest(number)) if fits else None

    def _holds(self, long: Keys, short: Keys) -> bool:
        if len(short) == 1:
            return short[0] == long[-1] or (short[0] == long[0] and len(long) < 3)
        return len(short) < len(long) and (within(short, long) or (short[-1] == long[-1] and set(short) <= set(long)))


def _near(one: Keys, other: Keys) -> bool:
    """Whether two names are spellings of one: as many words, and nearly the same letters in each."""
    if len(one) != len(other) or (len(one) < 2 and len(one[0]) < 6):
        return False
    return all(Indel.normalized_similarity(a, b) >= _CLOSE for a, b in zip(one, other, strict=True))

"""Which references are one person: full names and their short forms.

Names compare by folded keys, spaces apart (عبدربه, عبد ربه); spelling variants inside one article are told by rapidfuzz, only where no
name is equal. Two persons of one family name stay two: a short form goes to the one spoken of last.
"""

from __future__ import annotations

from rapidfuzz.distance import Indel

from rawi.document import Document, Reference
from rawi.stages.entities.clusters import Cluster, Keys, name_keys, within
from rawi.stages.entities.offices import bears
from rawi.stages.entities.offices import keys as keys_of
from rawi.world.world import World

_CLOSE = 0.86
_PERSONAL = frozenset(("name", "short", "weak"))


class Persons:
    """The persons of one article."""

    def __init__(self, doc: Document, world: World) -> None:
        self.doc, self.world = doc, world
        self._thing: dict[int, int | None] = {}
        """What each named reference stands for in the world, by its name or by its name and post."""
        self.clusters: list[Cluster] = []
        self.of: dict[int, Cluster] = {}
        self._things: dict[int, Cluster] = {}
        self._solid: dict[str, list[Cluster]] = {}
        """Clusters by their names written as one word."""
        self._worded: dict[str, list[Cluster]] = {}
        """Clusters by the first and the last words of their names, and by the first letter with the number of words."""

    def name(self) -> None:
        """Gathers all references that bear a person's name: full names first, then short ones."""
        named = [(number, name_keys(self.doc, *r.name)) for number, r in enumerate(self.doc.mentions) if r.kind == "person" and r.name]
        for number, _ in named:
            self._thing[number] = self._known(self.doc.mentions[number])
        for number, keys in sorted(named, key=lambda item: (len(item[1]) < 2, -len(item[1]), item[0])):
            if keys:
                self._join(self._fitting(number, keys) or self._new(number), number, keys)

    def _known(self, reference: Reference) -> int | None:
        """The world's person of a name; of a name that several bear, the one who holds the post told with it: «الرئيس هادي»."""
        if reference.thing is not None or reference.office is None or reference.name is None:
            return reference.thing
        phrase = tuple(token.key for token in self.doc.tokens[reference.name[0] : reference.name[1]])
        of, day = keys_of(self.world, reference.of), self.doc.article.published
        fits = {
            name.thing
            for name in self.world.named(phrase)
            if name.form in _PERSONAL and bears(self.world.thing(name.thing).offices, reference.office, of, day, former=reference.former)
        }
        return fits.pop() if len(fits) == 1 else None

    def _new(self, number: int) -> Cluster:
        cluster = Cluster("person", self._thing[number])
        self.clusters.append(cluster)
        return cluster

    def _join(self, cluster: Cluster, number: int, keys: Keys) -> None:
        if keys not in cluster.names:
            self._solid.setdefault("".join(keys), []).append(cluster)
            for word in {keys[0], keys[-1], _outline(keys)}:
                self._worded.setdefault(word, []).append(cluster)
        cluster.add(number, keys)
        if cluster.thing is None and len(keys) > 1:
            cluster.thing = self._thing[number]
        if cluster.thing is not None:
            self._things.setdefault(cluster.thing, cluster)
        self.of[number] = cluster

    def _fitting(self, number: int, keys: Keys) -> Cluster | None:
        """The cluster that a name belongs to: the world's same thing, an equal name, a longer name that holds it, a near spelling."""
        thing = self._thing[number]
        if thing is not None and thing in self._things:
            return self._things[thing]
        if thing is not None and len(keys) > 1:
            return next((c for c in self._solid.get("".join(keys), ()) if c.thing is None), None)
        fits = self._solid.get("".join(keys), []) or [c for c in self._like(keys) if any(self._holds(name, keys) for name in c.names)]
        if thing is not None:
            fits = [c for c in fits if c.thing is None]
        elif not fits:
            fits = [c for c in self._worded.get(_outline(keys), ()) if any(_near(name, keys) for name in c.names)]
        return min(fits, key=lambda c: c.nearest(number)) if fits else None

    def _like(self, keys: Keys) -> list[Cluster]:
        """Clusters with a name that begins or ends like this one."""
        return [*self._worded.get(keys[0], ()), *self._worded.get(keys[-1], ())]

    def _holds(self, long: Keys, short: Keys) -> bool:
        if len(short) == 1:
            return short[0] == long[-1] or (short[0] == long[0] and len(long) < 3)
        return len(short) < len(long) and (within(short, long) or (short[-1] == long[-1] and set(short) <= set(long)))


def _outline(keys: Keys) -> str:
    """What spelling variants of a name share: its first letter and how many words it has."""
    return f"@{keys[0][:1]}{len(keys)}"


def _near(one: Keys, other: Keys) -> bool:
    """Whether two names are spellings of one: as many words, and nearly the same letters in each."""
    if len(one) != len(other) or (len(one) < 2 and len(one[0]) < 6):
        return False
    return all(Indel.normalized_similarity(a, b) >= _CLOSE for a, b in zip(one, other, strict=True))

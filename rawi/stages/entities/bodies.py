"""Which references are one body, state, place or group: by the world, by equal or shorter names, by «الوزارة» for the last ministry."""

from __future__ import annotations

from rawi.document import Document, Reference
from rawi.model import EntityKind
from rawi.stages.entities.clusters import Cluster, Keys, name_keys, within
from rawi.text.fold import fold
from rawi.world.world import World

_ONE_KIND: dict[EntityKind, str] = {
    "organization": "body",
    "group": "body",
    "country": "country",
    "place": "place",
    "person": "person",
    "other": "other",
}

_NOMINATIVE, _OBLIQUE = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"


_HEADLESS = frozenset(("ministry", "party", "movement", "agency", "newspaper", "channel", "website"))
_ONE_ANOTHER = frozenset(("source", "official", "spokesperson", "ministry"))


class Bodies:
    """Everything of an article that is no named person."""

    def __init__(self, doc: Document, world: World) -> None:
        self.doc, self.world = doc, world
        self.clusters: list[Cluster] = []
        self.of: dict[int, Cluster] = {}
        self._things: dict[int, Cluster] = {}
        self._named: dict[tuple[str, Keys], Cluster] = {}

    def take(self, number: int, *, strict: bool = False) -> None:
        """Puts a reference into its cluster, made where there is none yet; with `strict` a single word is left out then."""
        reference = self.doc.mentions[number]
        keys = self._keys(reference)
        cluster = self._by_thing(reference) or self._by_name(reference, keys, number) or self._by_head(reference, number)
        if cluster is None and strict and len(keys) == 1:
            return
        if cluster is None:
            cluster = Cluster(reference.kind, reference.thing)
            self.clusters.append(cluster)
        self._record(cluster, number, keys)
        self.of[number] = cluster

    def _keys(self, reference: Reference) -> Keys:
        first, last = reference.name or (reference.first, reference.last)
        if reference.alias is not None:
            last = min(last, reference.alias[0] - 1)
        keys = name_keys(self.doc, first, last)
        if reference.kind != "group":
            return keys
        return tuple(key[:-2] + _NOMINATIVE if key.endswith(_OBLIQUE) else key for key in keys)

    def _record(self, cluster: Cluster, number: int, keys: Keys) -> None:
        reference = self.doc.mentions[number]
        cluster.add(number, keys)
        kind = _ONE_KIND[reference.kind]
        self._named.setdefault((kind, keys), cluster)
        if reference.alias is not None and (alias := name_keys(self.doc, *reference.alias)):
            cluster.names.setdefault(alias, number)
            self._named.setdefault((kind, alias), cluster)
        if reference.thing is not None and reference.thing not in self._things:
            cluster.thing = reference.thing if cluster.thing is None else cluster.thing
            self._things[reference.thing] = cluster
        if keys:
            cluster.heads.add(keys[0])
        if cluster.thing is not None and len(cluster.references) == 1:
            cluster.heads |= {name[0] for name in self._world_names(cluster.thing) if name}

    def _world_names(self, thing: int) -> list[Keys]:
        return [(word,) for word in fold(self.world.thing(thing).name).split()[:1]]

    def _by_thing(self, reference: Reference) -> Cluster | None:
        return self._things.get(reference.thing) if reference.thing is not None else None

    def _by_name(self, reference: Reference, keys: Keys, number: int) -> Cluster | None:
        kind = _ONE_KIND[reference.kind]
        if not keys or (reference.form == "title" and len(keys) == 1):
            return None
        equal = self._named.get((kind, keys))
        if equal is not None and (reference.thing is None or equal.thing is None):
            return equal
        if (len(keys) < 2 and reference.kind != "organization") or reference.kind in ("person", "other"):
            return None
        fits = [c for c in self.clusters if _ONE_KIND[c.kind] == kind and c.kind == reference.kind and self._fits(c, keys, reference)]
        return min(fits, key=lambda c: c.nearest(number)) if fits else None

    def _fits(self, cluster: Cluster, keys: Keys, reference: Reference) -> bool:
        """Whether a name is a shorter or longer form of one of a cluster's: it goes on longer, or it has lost its head noun."""
        if reference.thing is not None and cluster.thing is not None:
            return False
        for name, number in cluster.names.items():
            short, long = sorted((keys, name), key=len)
            if len(short) == len(long) or not within(short, long):
                continue
            if short[0] == long[0] and len(short) > 1:
                return True
            if self.doc.mentions[number].head == reference.head and reference.head in _HEADLESS:
                return True
        return False

    def _by_head(self, reference: Reference, number: int) -> Cluster | None:
        """«الوزارة», «المصدر», «التنظيم» alone: what was last spoken of under that head."""
        keys = self._keys(reference)
        if not reference.definite or len(keys) != 1 or reference.name is not None:
            return None
        kind = _ONE_KIND[reference.kind]
        fits = [
            c
            for c in self.clusters
            if _ONE_KIND[c.kind] == kind and (keys[0] in c.heads or (reference.head is not None and self._same_head(c, reference)))
        ]
        return min(fits, key=lambda c: c.nearest(number)) if fits else None

    def _same_head(self, cluster: Cluster, reference: Reference) -> bool:
        """Sources of one kind go on under any of its words («المسؤول» for «دبلوماسي»), and ministries («الوزارة» for «الخارجية»)."""
        if cluster.kind != reference.kind:
            return False
        first = self.doc.mentions[cluster.references[0]]
        return first.head == reference.head and first.number == reference.number and reference.head in _ONE_ANOTHER

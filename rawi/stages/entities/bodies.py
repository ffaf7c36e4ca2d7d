"""Which references are one body, state, place or group: by the world, by equal or shorter names, by «الوزارة» for the last ministry."""

from __future__ import annotations

from msgspec.structs import replace

from rawi.document import Document, Reference
from rawi.model import EntityKind
from rawi.stages.entities.clusters import ARTICLE, Cluster, Keys, name_keys, within
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
_JOINT = "joint"
"""Those who speak together are neither of them: their name is shortened to neither's."""
_GOVERNMENT = "government"
_REBEL, _MOVEMENT = "rebel", "movement"
PROVISION = "provision"
"""Articles of one number are one only where they are of one treaty."""
_ONE_ANOTHER = frozenset(("source", "official", "spokesperson", "ministry"))


class Bodies:
    """Everything of an article that is no named person."""

    def __init__(self, doc: Document, world: World) -> None:
        self.doc, self.world = doc, world
        self.clusters: list[Cluster] = []
        self.of: dict[int, Cluster] = {}
        self._things: dict[int, Cluster] = {}
        self._named: dict[tuple[str, Keys], Cluster] = {}
        self._begun: dict[str, list[Cluster]] = {}
        """Clusters by the first words of their names."""
        self._worded: dict[str, list[Cluster]] = {}
        """The same by all words."""
        self._governed: dict[str, list[Cluster]] = {}
        """States whose governments were spoken of, by head noun."""
        self._latest: dict[tuple[str, str], Cluster] = {}
        """What was last spoken of, by kind and head noun, or by kind and table of sources."""

    def take(self, number: int, *, strict: bool = False) -> None:
        """Puts a reference into its cluster, made where there is none yet; with `strict` a single word is left out then."""
        reference = self._fighting(self.doc.mentions[number])
        keys = self._keys(reference)
        cluster = self._by_thing(reference) or self._by_name(reference, keys, number) or self._by_head(reference, keys)
        if cluster is None and strict and len(keys) == 1:
            return
        if cluster is None:
            cluster = Cluster(reference.kind, reference.thing)
            self.clusters.append(cluster)
        self._record(cluster, number, reference, keys)
        self.of[number] = cluster

    def _fighting(self, reference: Reference) -> Reference:
        """Fighters that are a movement's as one reference to it: «مسلحي حزب العمال», «العناصر الحوثية»; others as they are."""
        if reference.head != _REBEL or reference.number != "p" or len(reference.of) != 1:
            return reference
        thing = self.world.thing(reference.of[0])
        stems = [at for at in range(reference.first, reference.last) if self.doc.tokens[at].part == "stem"]
        inner = [m for m in self.doc.mentions if m.thing == reference.of[0] and m.name and reference.first < m.first < reference.last]
        name = inner[0].name if inner else None
        size = sum(name[0] <= at < name[1] for at in stems) if name is not None else 1
        construct = name is not None and not self.doc.tokens[stems[0]].key.endswith((_NOMINATIVE, _OBLIQUE))
        if thing.sort != _MOVEMENT or len(stems) != 1 + size or not (reference.definite or construct):
            return reference
        return replace(reference, thing=reference.of[0], kind=thing.kind)

    def _keys(self, reference: Reference) -> Keys:
        first, last = reference.name or (reference.first, reference.last)
        if reference.alias is not None:
            last = min(last, reference.alias[0] - 1)
        keys = name_keys(self.doc, first, last)
        if reference.head == PROVISION:
            return (*keys, *(self.world.thing(thing).key for thing in reference.of))
        if reference.kind != "group":
            return keys
        return tuple(key[:-2] + _NOMINATIVE if key.endswith(_OBLIQUE) else key for key in keys)

    def _record(self, cluster: Cluster, number: int, reference: Reference, keys: Keys) -> None:
        self._name(cluster, number, keys)
        cluster.add(number)
        if reference.alias is not None:
            self._name(cluster, number, name_keys(self.doc, *reference.alias))
        if reference.thing is not None and reference.thing not in self._things:
            cluster.thing = reference.thing if cluster.thing is None else cluster.thing
            self._things[reference.thing] = cluster
            cluster.heads.add(fold(self.world.thing(reference.thing).name).split()[0].removeprefix(ARTICLE))
        if keys:
            cluster.heads.add(keys[0])
        if reference.number == "s" and reference.head in _ONE_ANOTHER:
            self._latest[reference.kind, f"@{reference.head}"] = cluster
        if keys and reference.head == _GOVERNMENT and reference.kind == "country":
            self._govern(keys[0], cluster)
        for head in cluster.heads:
            self._latest[_ONE_KIND[cluster.kind], head] = cluster

    def _govern(self, head: str, cluster: Cluster) -> None:
        """Notes by which head noun a state's government was spoken of: where those of two states were, the noun alone is the last.

        Where there is but one it is left apart from its state: at home «الحكومة» is a body among others.
        """
        governed = self._governed.setdefault(head, [])
        if cluster not in governed:
            governed.append(cluster)
        if len(governed) > 1:
            self._latest["body", head] = cluster

    def _name(self, cluster: Cluster, number: int, keys: Keys) -> None:
        if not keys or keys in cluster.names:
            return
        cluster.names[keys] = number
        self._named.setdefault((_ONE_KIND[self.doc.mentions[number].kind], keys), cluster)
        self._begun.setdefault(keys[0], []).append(cluster)
        for word in set(keys):
            self._worded.setdefault(word, []).append(cluster)

    def _by_thing(self, reference: Reference) -> Cluster | None:
        return self._things.get(reference.thing) if reference.thing is not None else None

    def _by_name(self, reference: Reference, keys: Keys, number: int) -> Cluster | None:
        kind = _ONE_KIND[reference.kind]
        if not keys or (reference.form == "title" and len(keys) == 1):
            return None
        equal = self._named.get((kind, keys))
        if equal is not None and (reference.thing is None or equal.thing is None):
            return equal
        if (len(keys) < 2 and reference.kind != "organization") or reference.kind in ("person", "other") or reference.head == _JOINT:
            return None
        near = {id(c): c for word in keys for c in self._begun.get(word, ())} | {id(c): c for c in self._worded.get(keys[0], ())}
        fits = [c for c in near.values() if c.kind == reference.kind and self._fits(c, keys, reference)]
        return min(fits, key=lambda c: c.nearest(number)) if fits else None

    def _fits(self, cluster: Cluster, keys: Keys, reference: Reference) -> bool:
        """Whether a name is a shorter or longer form of one of a cluster's: it goes on longer, or it has lost its head noun."""
        if reference.thing is not None and cluster.thing is not None:
            return False
        for name, number in cluster.names.items():
            short, long = sorted((keys, name), key=len)
            head = len(short) == 1 and "title" in (reference.form, self.doc.mentions[number].form)
            if len(short) == len(long) or head or not within(short, long) or self.doc.mentions[number].head == _JOINT:
                continue
            if short[0] == long[0] and len(short) > 1:
                return True
            if self.doc.mentions[number].head == reference.head and reference.head in _HEADLESS:
                return True
        return False

    def _by_head(self, reference: Reference, keys: Keys) -> Cluster | None:
        """«الوزارة», «المصدر», «التنظيم» alone: what was last spoken of under that head.

        Sources of one kind go on under any of its words («المسؤول» for «دبلوماسي»), and ministries («الوزارة» for «الخارجية»).
        """
        if not reference.definite or len(keys) != 1 or reference.name is not None:
            return None
        found = self._latest.get((_ONE_KIND[reference.kind], keys[0]))
        if found is None and reference.number == "s":
            found = self._latest.get((reference.kind, f"@{reference.head}"))
        return found

"""What a question finds: a sentence with its hits, and whose words it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from rawi.model import Span
from rawi.store.filters import Unit
from rawi.store.prepare import sentence_at
from rawi.store.question import Sought
from rawi.store.words import Peeler, Word


class Hand(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a row: the name, the Wikidata id where it is known, and the part played (speaker, carrier, actor …)."""

    name: str
    id: str | None
    role: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A row found: a sentence of an article, a statement or an event.

    `text` is what stands from `start` to `end` in the article, `hits` are the places of the words that were sought. `chain` holds the
    hands from the reader's side to the speaker; of a sentence, and of an event, those of the statement that it lies in, if it lies in one.
    `roles` is filled in a timeline: the parts that the entity asked for plays in the row.
    """

    unit: Unit
    article: str
    number: int
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    start: int
    end: int
    text: str
    hits: tuple[Span, ...] = ()
    statement: str | None = None
    act: str | None = None
    kind: str | None = None
    chain: tuple[Hand, ...] = ()
    addressee: str | None = None
    event: str | None = None
    type: str | None = None
    mode: str | None = None
    modality: str | None = None
    cameo: str | None = None
    parties: tuple[Hand, ...] = ()
    place: str | None = None
    day: str | None = None
    confidence: float | None = None
    roles: tuple[str, ...] = ()


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two that statements join: `relation` is `speaks` (one speaks of the other) or `carries` (one hands the other's words on)."""

    relation: str
    source: str
    source_id: str | None
    target: str
    target_id: str | None
    statements: int
    articles: int


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """What a store holds: rows of each table, articles of each outlet and of each version, the first and last day, bytes on disk."""

    rows: dict[str, int]
    outlets: dict[str, int]
    versions: dict[str, int]
    failures: dict[str, int]
    first: str | None
    last: str | None
    bytes: int


class _Run(NamedTuple):
    """Words side by side that were sought: which phrase, and where."""

    number: int
    start: int
    end: int


class Marker:
    """Finds the words of a question in a text."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._keys = {key for one in sought for key in one.keys}
        self._firsts: dict[str, list[tuple[int, Sought]]] = {}
        self._prefixes: list[tuple[int, Sought]] = []
        for number, one in enumerate(dict.fromkeys(sought)):
            if one.prefix and len(one.keys) == 1:
                self._prefixes.append((number, one))
            else:
                self._firsts.setdefault(one.keys[0], []).append((number, one))

    def hits(self, text: str, peeler: Peeler) -> list[_Run]:
        """The places of a text where what is sought stands, in order."""
        if not self._keys:
            return []
        words, found = peeler.seek(text, self._keys), list[_Run]()
        for at, word in enumerate(words):
            for number, one in (*self._firsts.get(word.key, ()), *self._prefixes):
                if _stands(one, words, at):
                    found.append(_Run(number, word.start, words[at + len(one.keys) - 1].end))
        return found


def _stands(one: Sought, words: Sequence[Word], at: int) -> bool:
    keys = [word.key for word in words[at : at + len(one.keys)]]
    if one.prefix:
        return len(keys) == len(one.keys) and keys[:-1] == list(one.keys[:-1]) and keys[-1].startswith(one.keys[-1])
    return keys == list(one.keys)


def spans(runs: Sequence[_Run]) -> tuple[Span, ...]:
    """The hits as spans, one inside another left out."""
    kept: list[Span] = []
    for start, end in sorted({(run.start, run.end) for run in runs}, key=lambda bound: (bound[0], -bound[1])):
        if not kept or start >= kept[-1].end:
            kept.append(Span(start=start, end=end))
    return tuple(kept)


def best(runs: Sequence[_Run], bounds: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The sentence with most of what is sought in it, the first of equals."""
    inside: dict[tuple[int, int], list[int]] = {}
    for run in runs:
        inside.setdefault(sentence_at(bounds, run.start), []).append(run.number)
    if not inside:
        return bounds[0] if bounds else (0, 0)
    return max(inside, key=lambda bound: (len(set(inside[bound])), len(inside[bound])))

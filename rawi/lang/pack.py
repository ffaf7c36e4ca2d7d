"""A language, loaded: its data files, how it splits words, its lexicons, and the world it can name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import marisa_trie
import msgspec

from rawi.lang.compile import parse
from rawi.lang.known import known_words
from rawi.lang.lexicons import REGISTRY
from rawi.lang.schema import Sources
from rawi.lang.schema.events import Act, Deed, Kind
from rawi.text.clitics import Splitter
from rawi.text.fold import folded
from rawi.text.lexicon import Lexicon
from rawi.text.tokens import Token, tokenize
from rawi.world.artifact import digest, kept
from rawi.world.world import World

Entry = TypeVar("Entry")
_HERE = Path(__file__).parent


class _Packed(msgspec.Struct, frozen=True, kw_only=True):
    """The compiled pack as kept on disk."""

    sources: Sources
    known: bytes
    lexicons: dict[str, tuple[bytes, list[msgspec.Raw]]]


class _Entries(Sequence[list[Entry]], Generic[Entry]):
    """Entries decoded only when first hit: start-up does not pay for what an article never says."""

    def __init__(self, raw: list[msgspec.Raw], kind: type[Entry]) -> None:
        self._raw, self._decoder, self._seen = raw, msgspec.msgpack.Decoder(list[kind]), dict[int, list[Entry]]()  # type: ignore[valid-type]

    def __len__(self) -> int:
        return len(self._raw)

    def __getitem__(self, at: Any) -> Any:
        if at not in self._seen:
            self._seen[at] = self._decoder.decode(self._raw[at])
        return self._seen[at]


class Language:
    """What the stages know of a language; made by `load`."""

    def __init__(self, packed: _Packed, world: World) -> None:
        self._packed, self.world, self.sources = packed, world, packed.sources
        self.code, self.version = packed.sources.pack.language, f"{packed.sources.pack.language} {packed.sources.pack.version}"

    @cached_property
    def split(self) -> Splitter:
        """Takes a written word apart into clitics and stem."""
        known = marisa_trie.Trie()
        known.frombytes(self._packed.known)
        return Splitter(self.sources.clitics, known)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text in this language."""
        return tokenize(text, self.split.pieces)

    @cache  # noqa: B019 (languages are few and live as long as the process)
    def small_words(self, kind: str) -> frozenset[str]:
        """The keys of the small words of a kind, in `frames.toml`."""
        return frozenset[str]().union(*(folded(row.words) for row in self.sources.frames.phrases if row.kind == kind))

    @cached_property
    def acts(self) -> tuple[tuple[Kind, Act | Deed], ...]:
        """What tells events, each with its kind, as the lexicon of events numbers them."""
        return self.sources.events.rows()

    @cache  # noqa: B019
    def lexicon(self, name: str) -> Lexicon[Any]:
        """One of the pack's lexicons, by its name in `lang/lexicons`."""
        trie, entries = self._packed.lexicons[name]
        return Lexicon(marisa_trie.Trie().frombytes(trie), _Entries(entries, REGISTRY[name][0]))


def phrase_keys(split: Splitter, phrase: str) -> tuple[str, ...]:
    """The keys of a lexicon phrase's tokens: what the same words have in a text."""
    return tuple(token.key for token in tokenize(phrase, split.pieces))


@lru_cache(maxsize=4)
def load(code: str = "ar", world: Path | None = None) -> Language:
    """The language of a code, with the built-in world or another; compiled on first use, memory-mapped or decoded later.

    Raises PackError where a data file does not hold.

    >>> load().version
    'ar 2026.11'
    """
    folder = _HERE / code
    code_files = [*_HERE.glob("*.py"), *_HERE.glob("*/*.py"), *(_HERE.parent / "text").glob("*.py")]
    seal = digest([*folder.glob("*.toml"), *folder.glob("*.tsv"), *code_files])
    words, world_seal = World.words(world)
    place = _HERE / "__pycache__" / f"{code}-{seal}-{world_seal}.pack"
    packed = msgspec.msgpack.decode(kept(place, lambda: _compile(folder, words)), type=_Packed)
    split = Language(packed, World.empty()).split
    return Language(packed, World.load(world, keys=lambda phrase: phrase_keys(split, phrase), seal=f"{seal}-{world_seal}"))


def _compile(folder: Path, words: Iterable[str]) -> bytes:
    sources = parse(folder)
    known = marisa_trie.Trie(sorted({*words, *known_words(sources, folder)}))
    split = Splitter(sources.clitics, known)
    encode = msgspec.msgpack.encode
    lexicons: dict[str, tuple[bytes, list[msgspec.Raw]]] = {}
    for name, (_, rows) in REGISTRY.items():
        built = Lexicon.build(rows(sources, lambda phrase: phrase_keys(split, phrase)))
        lexicons[name] = (built.trie.tobytes(), [msgspec.Raw(encode(group)) for group in built.entries])
    return encode(_Packed(sources=sources, known=known.tobytes(), lexicons=lexicons))

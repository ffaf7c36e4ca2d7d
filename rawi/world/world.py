"""The world: who and what exists, with names, codes and offices."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from rawi.text.fold import fold
from rawi.text.lexicon import GAP, Branch, Hit, Keys, branch
from rawi.world import build
from rawi.world.artifact import Artifact, digest, keep, pack
from rawi.world.check import check
from rawi.world.tables import DATA, load_grammar, load_tables, tables_in
from rawi.world.things import FORMS, Name, NameForm, Thing

_HERE = Path(__file__).parent
_REMEMBERED = 200_000  # words of which it is remembered what names begin with them
_NATIONAL: tuple[NameForm, ...] = ("adjective", "demonym")


class World:
    """The things that names can stand for; made by `load`.

    Things have numbers within one compiled world (`thing(number)`) and keys for good (`number_of(key)`): the ISO code of a state, else
    a short English name.
    """

    def __init__(self, artifact: Artifact, version: str) -> None:
        self.version = version
        self._artifact, self._seen, self._begun = artifact, dict[int, Thing](), dict[str, Branch | None]()
        self._named: dict[int, list[Name]] = {}
        self._decode = msgspec.msgpack.Decoder(Thing).decode

    @classmethod
    def words(cls, source: Path | None) -> tuple[Iterable[str], str]:
        """The folded words of names that a splitter leaves whole, and the fingerprint of the world and of this code."""
        files = [file for folder in (DATA, source) if folder for kind in ("*.tsv", "*.toml") for file in folder.glob(kind)]
        if source is not None:
            tables_in(source)  # a folder that is no world is told before anything is kept under its name
        return _guarded(source), digest([*files, *_HERE.glob("*.py")])

    @classmethod
    def empty(cls) -> World:
        """A world in which nothing has a name."""
        return cls(Artifact.of(pack({}, [])), "empty")

    @classmethod
    def load(cls, source: Path | None, *, keys: Callable[[str], tuple[str, ...]], seal: str) -> World:
        """The world that comes with Rawi, with the tables of a source folder laid over it; compiled on first use under `seal`, mapped
        into memory.

        Raises PackError where a file does not hold.
        """
        place = _HERE / "__pycache__" / f"{seal}.world"
        version = load_grammar().version if source is None else f"{load_grammar().version}+{source.resolve().name}"
        with contextlib.suppress(OSError, ValueError):
            return cls(Artifact.open(place), version)
        made = _compile(source, keys)
        keep(place, made)
        with contextlib.suppress(OSError, ValueError):
            return cls(Artifact.open(place), version)
        return cls(Artifact.of(made), version)

    def __len__(self) -> int:
        """How many things there are."""
        return len(self._artifact)

    def at(self, keys: Keys, first: int, least: int = 1) -> Sequence[Hit[Name]]:
        """All names of `least` or more tokens that begin at a token, shortest first; a name is found with its article at the article, and
        after any clitic."""
        words = keys.words
        begin = words[first] if least == 1 else GAP.join(words[first : first + least])
        try:
            begun = self._begun[begin]
        except KeyError:
            begun = self._begin(begin)
        if begun is None:
            return ()
        return [Hit(first, last, name) for last, number in begun.ends(words, first + least) for name in self._names(number)]

    def _begin(self, words: str) -> Branch | None:
        """How the names go on that begin with some words; remembered."""
        if len(self._begun) >= _REMEMBERED:
            self._begun.clear()
        begun = self._begun[words] = branch(self._artifact.trie, words)
        return begun

    def named(self, keys: tuple[str, ...]) -> list[Name]:
        """What a phrase, given by its tokens' keys, stands for as a whole."""
        number = self._artifact.trie.get(GAP.join(keys) + GAP)
        return [] if number is None else self._names(number)

    def thing(self, number: int) -> Thing:
        """The thing of a number."""
        if number not in self._seen:
            self._seen[number] = self._decode(self._artifact.blob(number))
        return self._seen[number]

    def number_of(self, key: str) -> int | None:
        """The number of the thing with a key (`USA`, `nato`, `jens-stoltenberg`)."""
        return next(iter(self._artifact.get(build.KEYS + key)), None)

    def country(self, alpha3: str) -> int | None:
        """The number of the state with an ISO 3166 code."""
        return self.number_of(alpha3)

    @cached_property
    def beside(self) -> dict[int, tuple[int, ...]]:
        """A body's number → those of the things whose names in doubt count where it is named: Article 5 beside NATO."""
        keys = [key.removeprefix(build.BESIDE) for key in self._artifact.trie.iterkeys(build.BESIDE)]
        found = {key: self.number_of(key) for key in keys}
        return {number: tuple(self._artifact.get(build.BESIDE + key)) for key, number in found.items() if number is not None}

    def by_adjective(self, keys: tuple[str, ...]) -> int | None:
        """The number of the state or body whose adjective this is, in any gender and number, with or without article."""
        return next((name.thing for name in self.named(keys) if name.form in _NATIONAL), None)

    def holders(self, office: str, of: str, day: str | None = None) -> list[int]:
        """The numbers of those who hold an office of a state or body (by key) on a day; without a day, of those still in it."""
        found = dict.fromkeys(self._artifact.get(f"{build.POSTS}{office}@{of}"))
        return [n for n in found if any(o.office == office and o.of == of and o.held(day) for o in self.thing(n).offices)]

    def _names(self, number: int) -> list[Name]:
        found = self._named.get(number)
        if found is None:
            mask = (1 << build.FORM_BITS) - 1
            values = self._artifact.numbers(number)
            found = self._named[number] = [Name(value >> build.FORM_BITS, FORMS[value & mask]) for value in values]
        return found


def _guarded(source: Path | None) -> Iterator[str]:
    tables = load_tables(DATA, source)
    yield from dict.fromkeys(fold(word) for word in build.guarded(tables, list(build.things(tables))))


def _compile(source: Path | None, keys: Callable[[str], tuple[str, ...]]) -> bytes:
    tables = load_tables(DATA, source)
    named = list(build.things(tables))
    check(tables, named)
    return build.compiled(tables, named, keys)

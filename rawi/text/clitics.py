"""Clitics: the particles and pronouns that Arabic writes together with a word, taken apart again.

A word's readings (which letters before it are particles, which after it a pronoun) are weighed by what is known of the stem that is left;
the cheapest wins. Nothing around the word is looked at: the same word is always split in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import marisa_trie

from rawi.text.fold import fold
from rawi.text.tokens import Part, Piece, Split, whole

CLASS = "\x1f"
"""Stands between a stem and the letters of its classes in a trie of known words; a name stands there alone."""

SEEN = 200_000
"""Words that a splitter remembers: more types than a month of fourteen newspapers has in common use."""

_KIND = {**dict.fromkeys("nctmhqxb", "n"), **dict.fromkeys("vVdD", "v"), **dict.fromkeys("iIj", "i")}
COMMON = "!"
"""Stands after the letter of a class in which a stem is likelier than others."""

_NAME, _GUESSED, _CLOSED = "x", "b", "c"
_ALONE = "p"
_KNOWN, _LIKELY, _SLOPPY, _WHOLE = 1.0, 0.7, 1.5, -1.0
_COMMON = 0.6  # less for a common stem
_SHORT = 1.0  # more for one of two letters that is not
_FUNCTION = -0.5
_UNKNOWN = {0: 40.0, 1: 20.0, 2: 10.0, 3: 6.5}  # by length; longer ones:
_STRANGE = 5.0
_HAMZA = 1.2  # less for a particle that a hamza follows
_SWALLOWED = 6.0  # less for the article after the preposition that swallows its first letter: no word begins so
_USUAL = 0.6  # at most, for an ending that tells what a word is
_BOUND = 3.0  # an unknown stem with a pronoun


class _Bit(NamedTuple):
    """Some letters of a word, the key they are looked up by, and what they are."""

    length: int
    key: str
    part: Part


class _Start(NamedTuple):
    """The particles and article a word may begin with; `kinds` are the kinds of word that may follow."""

    cost: float
    bits: tuple[_Bit, ...]
    at: int
    kinds: str
    bears: bool = False
    lead: str = ""  # letters that the stem's key has and its writing has not


class _Seen(dict[str, tuple[Piece, ...]]):
    """What has been written, with its pieces: looked up at the speed of a dict, split when it is met first."""

    def __init__(self, split: Split) -> None:
        super().__init__()
        self._split = split

    def __missing__(self, written: str) -> tuple[Piece, ...]:
        if len(self) >= SEEN:
            self.clear()
        pieces = self[written] = self._split(written) if written[0].isalpha() else whole(written)
        return pieces


class Splitter:
    """Takes a written word apart; remembers the words it has seen."""

    def __init__(self, clitics: Any, known: marisa_trie.Trie) -> None:
        self._data, self._known = clitics, known
        self.pieces: Split = _Seen(self._split).__getitem__
        """The pieces of a word, in order: proclitics, article, stem, pronoun; of a number or a mark, itself."""
        self._kinds: dict[str, str] = {}
        self._functions = dict.fromkeys(map(fold, clitics.functions), _FUNCTION) | dict.fromkeys(map(fold, clitics.whole), _WHOLE)
        self._bearers = frozenset(map(fold, clitics.bearers))
        self._present = {fold(letter): cost for letter, cost in clitics.present.items()}
        self._pronouns: dict[str, list[Any]] = {}
        for pronoun in clitics.pronouns:
            self._pronouns.setdefault(fold(pronoun.letters), []).append(pronoun)
        self._endings: dict[str, list[Any]] = {}
        for row in clitics.endings:
            self._endings.setdefault(fold(row.letters), []).append(row)
        self._longest = max(map(len, self._endings))
        self._splits = {fold(word): tuple(map(self._bit, bits)) for word, bits in clitics.splits.items()}
        particles = (*clitics.conjunctions, *clitics.prepositions, *clitics.future, clitics.article)
        self._lone = {p.letters: (self._bit(p.letters),) for p in particles}

    def kinds(self, stem: str) -> str:
        """What a free stem (its key) can be: `n` a noun or adjective, `v` a verb in the past, `i` one in the present, `f` a function word,
        `x` a name, `b` a noun only by its pattern; in capitals where it is common. Nothing where no word of the language is known to be so.
        """
        found = self._kinds.get(stem)
        if found is None:
            if len(self._kinds) >= SEEN:
                self._kinds.clear()
            found = self._kinds[stem] = "".join(sorted(set(self._kinds_of(stem))))
        return found

    def _kinds_of(self, stem: str) -> Iterator[str]:
        if stem in self._functions:
            yield "f"
        for size in range(min(self._longest, len(stem) - 1) + 1):
            rows = [row for row in self._endings.get(stem[len(stem) - size :], ()) if row.free and row.cost <= _USUAL]
            base = stem[: len(stem) - size] if rows else ""
            bases = ((base, False), (base[1:], True)) if len(base) > 1 and base[0] in self._present else ((base, False),)
            for inner, present in bases if rows else ():
                classes = self._classes(inner)
                for kind in {kind for row in rows for kind in row.of if kind in classes and (_KIND[kind] == "i") == present}:
                    name = kind if kind in (_NAME, _GUESSED) else _KIND[kind]
                    yield name.upper() if classes[classes.index(kind) + 1 :][:1] == COMMON else name

    def _bit(self, written: str) -> _Bit:
        key, _, letters = written.partition("=")
        data, part = self._data, "stem"
        if key == data.article.letters:
            part = "article"
        elif any(key == particle.letters for particle in (*data.conjunctions, *data.prepositions, *data.future)):
            part = "proclitic"
        elif fold(key) in self._pronouns:
            part = "pronoun"
        return _Bit(len(letters or key), fold(key), cast(Part, part))

    def _split(self, word: str) -> tuple[Piece, ...]:
        folded = [fold(char) for char in word]
        places = [at for at, key in enumerate(folded) for _ in key]
        key = "".join(folded)
        if not key:
            return ()
        raw = [word[at] for at in places]
        places.append(len(word))
        places[0] = 0
        pieces: list[Piece] = []
        at = 0
        for bit in self._read(key, raw):
            pieces.append((places[at], places[at + bit.length], bit.key, bit.part))
            at += bit.length
        return tuple(pieces)

    def _read(self, key: str, raw: list[str]) -> tuple[_Bit, ...]:
        """The cheapest reading of a word."""
        if fixed := self._splits.get(key) or (self._lone.get(key) if raw[0] not in self._data.hamza else None):
            return fixed
        best: tuple[_Bit, ...] = (_Bit(len(key), key, "stem"),)
        cheapest = 100.0
        for start in self._starts(key, raw):
            rest = key[start.at :]
            pieces = self._splits.get(rest) if start.at and rest and raw[start.at] == rest[:1] and "n" in start.kinds else None
            if pieces and start.cost < cheapest:
                best, cheapest = start.bits + pieces, start.cost
            for cost, bits in self._rests(rest, raw, start):
                if start.cost + cost < cheapest - 1e-9:
                    best, cheapest = start.bits + bits, start.cost + cost
        return best

    def _starts(self, key: str, raw: list[str]) -> Iterator[_Start]:
        """What a word may begin with, nothing first."""
        data = self._data
        none = _Start(0.0, (), 0, "nvif")
        for conjunction in (none, *self._after(none, data.conjunctions, key, raw)):
            yield conjunction
            yield from self._article(conjunction, key, raw)
            yield from self._after(conjunction, data.future, key, raw)
            for preposition in self._after(conjunction, data.prepositions, key, raw):
                yield preposition
                yield from self._article(preposition, key, raw)

    def _after(self, start: _Start, particles: Any, key: str, raw: list[str]) -> Iterator[_Start]:
        for particle in particles:
            if key.startswith(particle.letters, start.at):
                at = start.at + len(particle.letters)
                cost = start.cost + particle.cost
                if at + 1 < len(key) and raw[at] in self._data.hamza:
                    cost -= _HAMZA
                bits = (*start.bits, _Bit(len(particle.letters), particle.letters, "proclitic"))
                yield _Start(cost, bits, at, particle.before, particle.bears)

    def _article(self, start: _Start, key: str, raw: list[str]) -> Iterator[_Start]:
        article = self._data.article
        if start.bits and start.bits[-1].key == article.swallowed_by:
            if key.startswith(article.swallowed, start.at):
                bits = (*start.bits, _Bit(len(article.swallowed), article.letters, "article"))
                for lead in ("", article.swallowed):
                    yield _Start(start.cost + article.cost - _SWALLOWED, bits, start.at + len(article.swallowed), "n", lead=lead)
        elif key.startswith(article.letters, start.at) and raw[start.at] == self._data.bare_alef:
            bits = (*start.bits, _Bit(len(article.letters), article.letters, "article"))
            yield _Start(start.cost + article.cost, bits, start.at + len(article.letters), "n")

    def _rests(self, rest: str, raw: list[str], start: _Start) -> Iterator[tuple[float, tuple[_Bit, ...]]]:
        """What is left after a start: a stem, or a stem and a pronoun."""
        last = raw[-1]
        cost, key = self._weigh(start.lead + rest, start.kinds, False, last)
        if start.bits and cost >= _STRANGE and not start.lead:
            cost += self._unlikely(start, rest, raw)
        yield cost, (_Bit(len(rest), key, "stem"),)
        if last in self._data.closing or (start.bits and start.bits[-1].part == "article"):
            return
        for size in range(1, min(4, len(rest) + 1)):
            end = _Bit(size, rest[-size:], "pronoun")
            for pronoun in self._pronouns.get(rest[-size:], ()):
                if size < len(rest):
                    kinds = "".join(kind for kind in start.kinds if kind in pronoun.after)
                    cost, key = self._weigh(rest[:-size], kinds, True, "")
                    yield cost + pronoun.cost, (_Bit(len(rest) - size, key, "stem"), end)
                elif start.bears and _ALONE in pronoun.after:
                    yield _FUNCTION, (end,)

    def _unlikely(self, start: _Start, rest: str, raw: list[str]) -> float:
        """What speaks for or against particles before a word that is not known."""
        if len(start.bits) == 1 and start.bits[0].key == self._data.conjunctions[0].letters and len(rest) > 3:
            return 0.1 if (raw[0] + fold(raw[1])).startswith(self._data.foreign) else -0.8
        if start.bits[-1].part == "article":
            return -2.0 if len(rest) > 2 else 0.0
        return 0.0

    def _weigh(self, stem: str, kinds: str, bound: bool, last: str) -> tuple[float, str]:
        """How unlikely a stem is (before a pronoun where `bound`), and the key of its free form."""
        if "f" in kinds:
            if bound and stem in self._bearers:
                return _FUNCTION, stem
            if not bound and stem in self._functions:
                return self._functions[stem], stem
        best = (_UNKNOWN.get(len(stem), _STRANGE) + (_BOUND if bound else 0.0), stem)
        for size in range(min(self._longest, len(stem) - 1) + 1):
            rows = self._endings.get(stem[len(stem) - size :])
            if rows:
                base = stem[: len(stem) - size]
                best = min(best, *self._inflected(base, rows, kinds, bound, last, ""), key=lambda found: found[0])
                if "i" in kinds and len(base) > 1 and base[0] in self._present:
                    more = self._present[base[0]]
                    found = min(self._inflected(base[1:], rows, "I", bound, last, base[0]), key=lambda found: found[0])
                    best = min(best, (found[0] + more, found[1]), key=lambda found: found[0])
        return best

    def _inflected(self, base: str, rows: list[Any], kinds: str, bound: bool, last: str, prefix: str) -> Iterator[tuple[float, str]]:
        classes = self._classes(base)
        yield 99.0, ""
        if not classes:
            return
        for row in rows:
            for kind in row.of:
                if kind not in classes or not (row.bound if bound else row.free):
                    continue
                family = _KIND[kind]
                if (family == "i") != (kinds == "I") or (family != "i" and family not in kinds):
                    continue
                common = classes[classes.index(kind) + 1 :][:1] == COMMON
                cost = _KNOWN - _COMMON if common else _KNOWN + _SHORT if len(base) < 3 else _KNOWN
                cost += row.cost + (_LIKELY if kind == _GUESSED else 0.0)
                if not bound and (kind == _CLOSED or row.letters.endswith(self._data.teh_marbuta)) and last != self._data.teh_marbuta:
                    cost += _SLOPPY
                free = row.letters if row.instead is None else row.instead
                yield cost, prefix + base + fold(free)

    def _classes(self, base: str) -> str:
        found = self._known.keys(base + CLASS)
        classes = found[0].rpartition(CLASS)[2] if found else ""
        named = base in self._known and not base.startswith(self._data.article.letters)  # names are listed with their article
        return classes + _NAME if named else classes

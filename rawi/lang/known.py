"""The stems of a language that its splitter goes by, with their classes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rawi.lang.schema import Clitics, Sources
from rawi.text.clitics import CLASS, COMMON
from rawi.text.fold import fold

_LISTS = (("stems.tsv", ""), ("words.tsv", COMMON))
_TIMES = ("month", "hijri", "weekday", "part", "noon", "unit", "season", "ordinal", "decade")
_SHORT = 3  # letters of a name that may as well be a word with its clitic
_NUMBERS = ("one", "ten", "tens", "hundred", "hundreds", "scale", "scales", "two-scales", "scale-or-two")


def known_words(sources: Sources, folder: Path) -> Iterator[str]:
    """The folded stems that a pack knows, each with the letters of its classes after a separator; see `clitics.toml` for the classes."""
    classes: dict[str, dict[str, str]] = {}
    for name, common in _LISTS:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            kinds, _, stems = line.partition("\t")
            if not line.startswith("#"):
                for stem in stems.split():
                    for form, kind in _forms(stem, kinds, sources.clitics):
                        classes.setdefault(fold(form), {})[kind] = common  # the common words come last
    for noun in _counted(sources):
        for form, kind in _forms(noun, "n", sources.clitics):
            classes.setdefault(fold(form), {})[kind] = COMMON
    yield from _foreign(sources)
    for word, kinds_of in classes.items():
        yield f"{word}{CLASS}{''.join(kind + common for kind, common in sorted(kinds_of.items()))}"


def _foreign(sources: Sources) -> Iterator[str]:
    """The foreign given names that stand whole, though they begin or end like a clitic: باتريك, فابيان; they have no class."""
    names = sources.names
    for name in (*names.foreign_men, *names.foreign_women):
        if " " not in name and len(name) > _SHORT and name not in names.shy:
            yield fold(name)


def _counted(sources: Sources) -> Iterator[str]:
    """The words that times and numbers are made of and the nouns that are counted: none is a particle and something strange."""
    yield from (word for row in sources.times.word if row.kind in _TIMES for word in row.words if " " not in word)
    yield from (word for row in sources.numbers.word if row.kind in _NUMBERS for word in row.words if " " not in word)
    units = sources.units
    for table in (units.money, units.measures, units.persons, units.things, units.acts, units.abstract):
        for nouns in table.values():
            yield from (form for noun in nouns for words in noun.split() for form in words.split("_") if len(form) > 1)


def _forms(stem: str, kinds: str, clitics: Clitics) -> Iterator[tuple[str, str]]:
    """A stem with each of its classes, and what is left of a noun whose last letters change before an ending."""
    for kind in kinds:
        if kind == "r":
            for plural in _plurals(stem, clitics):
                yield plural, "b"
                yield from _changed(plural, clitics)
        elif kind == "n" and stem.endswith(clitics.teh_marbuta):
            yield stem, "c"
            yield stem[:-1], "t"
            yield from _changed(stem, clitics)
        else:
            yield stem, kind
            if kind == "n":
                yield from _changed(stem, clitics)


def _changed(stem: str, clitics: Clitics) -> Iterator[tuple[str, str]]:
    yield from ((stem[: -len(last)], kind) for last, kind in clitics.changing.items() if stem.endswith(last))


def _plurals(root: str, clitics: Clitics) -> Iterator[str]:
    """The broken plurals that a root may have; patterns that repeat the third radical are those of four letters."""
    for pattern in clitics.plurals:
        letters = list(root)
        made = [letters.pop(0) if letter in clitics.radicals and letters else letter for letter in pattern]
        if not letters and sum(pattern.count(radical) for radical in clitics.radicals) == len(root):
            yield "".join(made)

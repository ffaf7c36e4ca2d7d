"""The nouns that news counts, in all their forms: singular, accusative, dual, plural."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rawi.lang.schema import Sources
from rawi.lang.schema.units import Endings
from rawi.lang.terms import Feature, Size, bare


def rows(sources: Sources, keys: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Feature]]:
    """Keys and feature of every form of every noun of `units.toml`; the value is the English noun, the first of two nouns wins."""
    units = sources.units
    names = {bare(keys(name)) for name in units.names}
    seen: set[tuple[str, ...]] = set()
    for table in (units.money, units.measures, units.persons, units.things, units.acts, units.abstract):
        for english, nouns in table.items():
            for noun in nouns:
                for form, number in forms(noun.split(), units.endings):
                    folded = bare(keys(form.replace("_", " ")))
                    if folded not in seen and not (number == "d" and folded in names):
                        seen.add(folded)
                        yield folded, Feature(kind="noun", value=english, number=number)


def forms(noun: list[str], endings: Endings) -> Iterator[tuple[str, Size]]:
    """Forms of a noun given with its plurals, the plural before the dual that looks like it."""
    one, many = noun[0], noun[1:]
    yield one, "s"
    words = one.split("_")
    if any(not word.endswith(endings.open) for word in words):
        yield "_".join(word if word.endswith(endings.open) else word + endings.accusative for word in words), "s"
    for plural in many:
        yield plural, "p"
        if plural.endswith(endings.plain):
            yield plural[: -len(endings.plain)] + endings.oblique, "p"
        elif not plural.endswith(endings.open):
            yield plural + endings.accusative, "p"
    if "_" not in one:
        stem = one[: -len(endings.feminine)] + endings.bound if one.endswith(endings.feminine) else one
        yield stem + endings.dual, "d"
        yield stem + endings.oblique, "d"

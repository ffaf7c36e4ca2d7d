"""The nouns that news counts, in all their forms: singular, accusative, dual, plural."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rawi.lang.schema import Sources
from rawi.lang.schema.units import Endings
from rawi.lang.terms import Feature, Size, bare

Entry = Feature


def rows(sources: Sources, keys: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Keys and feature of every form of every noun of `units.toml`; the value is the English noun, the first of two nouns wins."""
    units = sources.units
    seen: set[tuple[str, ...]] = set()
    for table in (units.money, units.measures, units.persons, units.things, units.acts, units.abstract):
        for english, nouns in table.items():
            for noun in nouns:
                for form, number, shy in _forms(noun.split(), units.endings):
                    folded = bare(keys(form.replace("_", " ")))
                    if folded not in seen:
                        seen.add(folded)
                        yield folded, Feature(kind="noun", value=english, number=number, shy=shy)


def _forms(noun: list[str], endings: Endings) -> Iterator[tuple[str, Size, bool]]:
    """Forms of a noun given with its plurals; a dual is shy where it looks like a plural in -īn."""
    one, many = noun[0], noun[1:]
    plain = any(plural.endswith(endings.plain) for plural in many)
    yield one, "s", False
    if not one.endswith(endings.open):
        yield one + endings.accusative, "s", False
    if "_" not in one:
        stem = one[: -len(endings.feminine)] + endings.bound if one.endswith(endings.feminine) else one
        yield stem + endings.dual, "d", False
        yield stem + endings.oblique, "d", plain
    for plural in many:
        yield plural, "p", False
        if plural.endswith(endings.plain):
            yield plural[: -len(endings.plain)] + endings.oblique, "p", False
        elif not plural.endswith(endings.open):
            yield plural + endings.accusative, "p", False

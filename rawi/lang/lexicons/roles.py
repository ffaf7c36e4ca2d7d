"""The words by which people and bodies are told: titles, heads of bodies, sources, groups, given names, and what ends a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from rawi.lang.schema import Sources
from rawi.lang.schema.roles import Nouns
from rawi.lang.terms import bare
from rawi.text.fold import fold

Sort = Literal[
    "office", "honorific", "rank", "organization", "government", "place", "source", "group", "document",
    "portfolio", "quantifier", "qualifier", "particle", "end", "verb", "preposition", "purpose", "given",
]  # fmt: skip
Keys = tuple[str, ...]
_ALEF = "\N{ARABIC LETTER ALEF}"
_OPEN = (_ALEF, "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER YEH}")


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a word or phrase is to a name: its sort, the table it stands in, its gender and number.

    A `shy` given name is a common word too: a name only where its neighbours show it. A `definite` word stands in the pack with its
    article and needs it in the text; a given name without it needs its absence. `lead` is the particle that must be written before it.
    """

    sort: Sort
    table: str = ""
    gender: Literal["m", "f", "either"] = "either"
    number: Literal["s", "d", "p"] = "s"
    shy: bool = False
    definite: bool = False
    lead: str = ""


def rows(sources: Sources, keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Entry]]:
    """Keys and entry of every word of `roles.toml` and `names.toml`; phrases with and without their later words' articles."""
    roles = sources.roles
    tables: tuple[tuple[Sort, dict[str, Nouns]], ...] = (
        ("office", roles.offices), ("organization", roles.organizations), ("place", roles.places), ("source", roles.sources),
        ("group", roles.groups), ("document", roles.documents), ("honorific", {"": roles.honorifics}), ("rank", {"": roles.ranks}),
        ("government", {"government": roles.governments}),
    )  # fmt: skip
    for sort, nouns in tables:
        for table, words in nouns.items():
            yield from _nouns(sort, table, words, keys)
    lists: tuple[tuple[Sort, dict[str, Keys]], ...] = (
        ("portfolio", roles.portfolios), ("preposition", roles.prepositions), ("quantifier", roles.quantifiers),
        ("qualifier", roles.qualifiers), ("particle", {"": roles.particles}), ("end", {"": roles.ends}), ("purpose", {"": roles.purposes}),
        ("verb", {"": tuple(_inflected(roles.verbs))}),
    )  # fmt: skip
    for sort, phrases in lists:
        for table, some in phrases.items():
            for phrase in dict.fromkeys(some):
                lead, stem = _led(keys(phrase)) if sort == "preposition" else ("", keys(phrase))
                yield bare(stem), Entry(sort=sort, table=table, lead=lead)
    yield from _given(sources, keys)


def _nouns(sort: Sort, table: str, words: Nouns, keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Entry]]:
    seen: set[Keys] = set()
    forms = ((words.m, "m", "s"), (words.f, "f", "s"), (words.p, "either", "p"), (words.d, "either", "d"))
    for phrases, gender, number in forms:
        for phrase in phrases:
            whole = keys(phrase)
            stem = bare(whole)
            entry = Entry(sort=sort, table=table, gender=gender, number=number, definite=stem != whole)  # type: ignore[arg-type]
            for variant in (*_with_articles(stem), *_accusative(stem, number)):
                if variant not in seen:
                    seen.add(variant)
                    yield variant, entry


def _accusative(phrase: Keys, number: str) -> tuple[Keys, ...]:
    """A noun of one word in the indefinite accusative: متحدثا."""
    if len(phrase) != 1 or number != "s" or phrase[0].endswith(_OPEN):
        return ()
    return ((phrase[0] + _ALEF,),)


def _led(phrase: Keys) -> tuple[str, Keys]:
    """The particle that a phrase is written with (باسم, للشؤون), and the rest."""
    return (phrase[0], phrase[1:]) if len(phrase) > 1 and len(phrase[0]) == 1 else ("", phrase)


def _with_articles(phrase: Keys) -> tuple[Keys, ...]:
    """A phrase as it stands, and with an article before each later word that has none."""
    article = fold("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}")
    definite = list(phrase[:1])
    for before, word in pairwise(phrase):
        definite += [word] if article in (before, word) else [article, word]
    return (phrase, tuple(definite)) if tuple(definite) != phrase else (phrase,)


def _inflected(verbs: tuple[str, ...]) -> Iterator[str]:
    """Third-person forms of «past present» pairs: both genders of the singular, the present in the future too."""
    seen, teh, yeh = "\N{ARABIC LETTER SEEN}", "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER YEH}"
    for pair in verbs:
        for form in pair.split():
            yield form
            if form.startswith(yeh):
                yield from (teh + form[1:], seen + form, seen + teh + form[1:])
            else:
                stem = form[:-1] if form.endswith("\N{ARABIC LETTER ALEF MAKSURA}") else form
                yield stem + teh


def _given(sources: Sources, keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Entry]]:
    names = sources.names
    shy = {fold(name) for name in names.shy}
    seen: set[str] = set()
    lists: tuple[tuple[Keys, Literal["m", "f", "either"], str], ...] = (
        (names.women, "f", "arabic"), (names.men, "m", "arabic"), (names.foreign_women, "f", "foreign"),
        (names.foreign_men, "m", "foreign"), (names.shy, "either", "arabic"),
    )  # fmt: skip
    for some, gender, table in lists:
        for name in some:
            if (folded := fold(name)) not in seen:
                seen.add(folded)
                whole = keys(name)
                stem = bare(whole)
                yield stem, Entry(sort="given", table=table, gender=gender, shy=folded in shy, definite=stem != whole)


class Sector(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The sector of actors that a word tells; where `faint`, only if no other word tells one."""

    code: str
    faint: bool = False


def sectors(sources: Sources, keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Sector]]:
    """Keys and sector of every word that tells one; phrases with and without their later words' articles."""
    for faint, tables in ((False, sources.roles.sectors), (True, sources.roles.fallbacks)):
        for code, phrases in tables.items():
            for phrase in phrases:
                for variant in _with_articles(bare(keys(phrase))):
                    yield variant, Sector(code=code, faint=faint)

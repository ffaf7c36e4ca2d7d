"""What shows contexts: every form of the words of `contexts.toml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from rawi.lang.lexicons.events import accusative, with_articles
from rawi.lang.lexicons.units import forms
from rawi.lang.schema import Sources
from rawi.lang.schema.contexts import Context, ContextName, Contexts
from rawi.lang.schema.units import Endings
from rawi.lang.terms import bare
from rawi.text.fold import fold

Keys = tuple[str, ...]
_RELATION = "\N{ARABIC LETTER YEH}"


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The context that a word shows, None for a phrase that only looks like one; whether it shows it `inside` a name or title too."""

    context: ContextName | None
    inside: bool = False


def rows(sources: Sources, keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Entry]]:
    """Keys, without a leading article, and entry of every form: each once for a context, inside names where one of its lists says so."""
    file, endings = sources.contexts, sources.units.endings
    for phrase in file.none:
        yield from ((variant, Entry(context=None, inside=True)) for variant in _variants(phrase, keys))
    for context in file.context:
        inside = {variant for phrase in _nouns(context.bodies, endings) for variant in _variants(phrase, keys)}
        free = {variant for phrase in _free(context, file, endings) for variant in _variants(phrase, keys)}
        free |= {variant for phrase in context.nouns for variant in _owned(phrase, sources, keys)}
        for variant in sorted(inside | free):
            yield variant, Entry(context=context.name, inside=variant in inside)


def _free(context: Context, file: Contexts, endings: Endings) -> Iterator[str]:
    """The forms that count outside names alone."""
    yield from _nouns(context.nouns, endings)
    for adjective in context.adjectives:
        yield from (adjective + ending for ending in ("", *file.endings))


def _nouns(nouns: tuple[str, ...], endings: Endings) -> Iterator[str]:
    """Nouns in their cases and numbers, a feminine also as it is before a pronoun (سفارتها); phrases as they stand and as objects."""
    for noun in nouns:
        if "_" not in noun:
            yield from (form for form, _ in forms(noun.split(), endings))
            yield from (one[: -len(endings.feminine)] + endings.bound for one in noun.split() if one.endswith(endings.feminine))
            continue
        for phrase in noun.replace("_", "\t").split(" "):
            words = phrase.replace("\t", " ")
            yield from dict.fromkeys((words, accusative(words)))


def _variants(phrase: str, keys: Callable[[str], Keys]) -> set[Keys]:
    """The keys of a phrase without the article at its head, its later words with and without; none of a form that looks like a particle and
    something strange (وساطتان): every particle of a text would be looked up for it."""
    stem = bare(keys(phrase))
    return {stem, with_articles(stem)} if len(stem[0]) > 1 else set()


def _owned(noun: str, sources: Sources, keys: Callable[[str], Keys]) -> Iterator[Keys]:
    """A noun with its adjective of relation as it is where it belongs to somebody: برنامجها النووي, أسلحته الكيميائية."""
    feminine, bound = sources.units.endings.feminine, sources.units.endings.bound
    article, pronouns = fold(sources.clitics.article.letters), {fold(one.letters) for one in sources.clitics.pronouns}
    for phrase in noun.split():
        head, _, adjective = phrase.partition("_")
        key = fold(adjective).removesuffix(fold(feminine))
        if "_" not in adjective and key.endswith(_RELATION):
            owned = head[: -len(feminine)] + bound if head.endswith(feminine) else head
            yield from ((fold(owned), pronoun, article, fold(adjective)) for pronoun in pronouns)

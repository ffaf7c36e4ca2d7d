"""What tells events: every form of the verbs and nouns of `events.toml`, `lights.toml` and `modality.toml`, in one lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from rawi.lang.inflect import Inflector, Voice
from rawi.lang.schema import Sources
from rawi.lang.schema.events import Act
from rawi.lang.schema.patterns import Gender, Mood, Number, Verb
from rawi.lang.terms import bare
from rawi.text.fold import fold

Sort = Literal["act", "beside", "light", "operator", "opener", "reset", "lookalike", "format", "word"]
Aspect = Literal["past", "present", "jussive", "participle", "masdar", "noun", ""]
Keys = tuple[str, ...]
_MOODS: dict[Mood, Aspect] = {"past": "past", "present": "present", "jussive": "jussive", "participle": "participle", "masdar": "masdar"}
_USUAL = ("past", "present", "jussive", "masdar")
_ALEF, _NOMINATIVE = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}"
_ARTICLE = _ALEF + "\N{ARABIC LETTER LAM}"
_YEH, _NOON = "\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER NOON}"
_CLOSED = (
    "\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER ALEF MAKSURA}", _ALEF, _ALEF + "\N{ARABIC LETTER TEH}",
    _ALEF + "\N{ARABIC LETTER HAMZA}", _YEH + _NOON, _ALEF + _NOON,
)  # fmt: skip
"""What no accusative's alef goes behind."""
_TEH, _TEH_MARBUTA = "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER TEH MARBUTA}"


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What a word is to events: its sort, the number of its row in that sort's table, and what a verb's writing tells.

    A `bound` form is written so only before a pronoun; a `definite` phrase stands in the pack with its article and needs it.
    """

    sort: Sort
    row: int
    aspect: Aspect = ""
    voice: Voice = "either"
    person: int = 3
    number: Number = "s"
    gender: Gender = "m"
    bound: bool = False
    definite: bool = False


def rows(sources: Sources, keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Entry]]:
    """Keys and entry of every form; rows are numbered in the order of `Events.rows` and of the tables of the other files."""
    inflector = Inflector(sources.patterns)
    for number, (_, entry) in enumerate(sources.events.rows()):
        if isinstance(entry, Act):
            yield from _denied(entry, _verb(inflector, entry, "act", number, keys), keys)
            yield from _phrases(entry.beside, Entry(sort="beside", row=number), keys)
        else:
            yield from _phrases(entry.words, Entry(sort="act", row=number, aspect="noun"), keys)
    for number, light in enumerate(sources.lights.light):
        for verb in light.verbs:
            yield from _verb(inflector, verb, "light", number, keys)
    for number, operator in enumerate(sources.modality.operator):
        for verb in operator.verbs:
            yield from _verb(inflector, verb, "operator", number, keys)
        yield from _phrases(operator.words, Entry(sort="operator", row=number), keys)
        yield from _phrases(operator.opener, Entry(sort="opener", row=number), keys)
    yield from _phrases(sources.modality.reset, Entry(sort="reset", row=0), keys)
    yield from _small(sources, keys)


def _small(sources: Sources, keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Entry]]:
    """The words of `lights.toml` that are no verbs."""
    for number, lookalike in enumerate(sources.lights.lookalike):
        yield from _phrases(lookalike.words, Entry(sort="lookalike", row=number), keys)
    for number, form in enumerate(sources.lights.format):
        yield from _phrases(form.words, Entry(sort="format", row=number), keys)
    for number, words in enumerate(sources.lights.words):
        yield from _phrases(words.words, Entry(sort="word", row=number), keys)


def _phrases(words: tuple[str, ...], entry: Entry, keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Entry]]:
    """Phrases as they stand; for nouns of event, without the article at their head, and with it on their later words too."""
    if entry.aspect != "noun":
        yield from ((keys(phrase), entry) for phrase in dict.fromkeys(words))
        if entry.sort == "beside":  # «عن خشيتها»: so before a pronoun, where no lexicon has the word
            opened = (phrase[:-1] + _TEH for phrase in words if phrase.endswith(_TEH_MARBUTA))
            yield from ((keys(phrase), entry) for phrase in opened)
        return
    seen: set[Keys] = set()
    for phrase in words:
        whole = keys(phrase)
        stem = bare(whole)
        for variant in (stem, with_articles(stem), bare(keys(accusative(phrase)))):
            if variant not in seen:
                seen.add(variant)
                yield variant, msgspec.structs.replace(entry, definite=stem != whole)


def accusative(phrase: str) -> str:
    """An indefinite phrase as an object: each word with the accusative's letter, where it takes one (هجوما, اتصالا هاتفيا)."""
    words = phrase.split()
    if any(len(word) < 3 or word.startswith(_ARTICLE) for word in words):
        return phrase
    return " ".join(word if word.endswith(_CLOSED) else word + _ALEF for word in words)


def with_articles(phrase: Keys) -> Keys:
    """A phrase with an article before each later word that is neither a particle nor has one: (غارة جوية) غارة الجوية."""
    article = fold("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}")
    out = list(phrase[:1])
    for word in phrase[1:]:
        out += [word] if word == article or out[-1] == article or len(word) < 3 else [article, word]
    return tuple(out)


def _verb(inflector: Inflector, verb: Verb, sort: Sort, row: int, keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Entry]]:
    """The forms of a verb; a past feminine also as it is read before a pronoun (شنتها: its last letter could be a noun's)."""
    forms = verb.forms or _USUAL
    forms = (*forms, "jussive") if "present" in forms else forms
    for form in inflector.forms(msgspec.structs.replace(verb, forms=forms)):
        said = isinstance(verb, Act) and verb.predicate
        if form.mood == "participle" and not said and not _circumstantial(form.letters, form.number):
            continue
        if form.person == 2 or (form.person == 1 and form.mood == "past" and form.number == "s"):  # written like the third person's
            continue
        entry = Entry(
            sort=sort, row=row, aspect=_MOODS[form.mood], voice=form.voice, person=form.person, number=form.number, gender=form.gender
        )
        yield keys(form.letters), entry
        if form.mood == "masdar" and not form.letters.endswith(_CLOSED):
            yield keys(form.letters + _ALEF), entry
        if form.mood == "past" and form.gender == "f" and form.letters.endswith(_TEH):
            yield (fold(form.letters[:-1] + _TEH_MARBUTA),), msgspec.structs.replace(entry, bound=True)


def _denied(act: Act, forms: Iterator[tuple[Keys, Entry]], keys: Callable[[str], Keys]) -> Iterator[tuple[Keys, Entry]]:
    """The forms of a verb that tells an event only where it is denied, each behind its negations (لن يقبل): one trigger with them."""
    if not act.denied:
        yield from forms
        return
    for letters, entry in forms:
        aspect = "present" if entry.aspect == "jussive" else entry.aspect
        yield from (((*keys(word), *letters), msgspec.structs.replace(entry, aspect=aspect)) for word in act.denied)


def _circumstantial(letters: str, number: Number) -> bool:
    """Whether a participle stands as the accusative of circumstance (داعيا, داعية): in another case it is a noun (متظاهر)."""
    return not letters.endswith(_NOMINATIVE) and (number != "s" or letters.endswith((_ALEF, _TEH_MARBUTA)))

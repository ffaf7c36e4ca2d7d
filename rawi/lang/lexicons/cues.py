"""What reports: every form of the verbs of saying, phrases that attribute, nouns of saying."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from rawi.lang.inflect import Form, Inflector, Voice
from rawi.lang.schema import Sources
from rawi.lang.schema.cues import Cues
from rawi.lang.schema.patterns import Gender, Mood, Number

Aspect = Literal["past", "present", "jussive", "imperative", "participle", "masdar", "noun", "phrase"]
_ALEF, _NOMINATIVE = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}"

_ASPECTS: dict[Mood, Aspect] = {
    "past": "past", "present": "present", "jussive": "jussive", "imperative": "imperative", "participle": "participle", "masdar": "masdar",
}  # fmt: skip


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A form that reports: the row of `cues.toml` it comes from, by list and number, and what its writing tells."""

    row: int
    lemma: str
    aspect: Aspect
    voice: Voice = "active"
    person: int = 3
    number: Number = "s"
    gender: Gender = "m"


def rows(sources: Sources, keys: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Keys and entry of every form of `cues.toml`; rows are numbered through: verbs, attributions, nouns."""
    inflector, cues = Inflector(sources.patterns), sources.cues
    for number, group in enumerate(cues.verbs):
        for verb in group.verbs:
            for form in inflector.forms(verb):
                if form.mood in _ASPECTS and (form.mood != "participle" or _circumstantial(form)):
                    yield keys(form.letters), _entry(number, verb.lemma, form)
    yield from _phrases(cues, keys)


def _circumstantial(form: Form) -> bool:
    """Whether a participle stands as the accusative of circumstance (مؤكدا, مؤكدة, مؤكدين): in another case it is a noun (متحدث)."""
    if form.gender == "m" and form.number == "s":
        return form.letters.endswith(_ALEF)
    return not form.letters.endswith(_NOMINATIVE)


def _entry(row: int, lemma: str, form: Form) -> Entry:
    return Entry(
        row=row, lemma=lemma, aspect=_ASPECTS[form.mood], voice=form.voice, person=form.person, number=form.number, gender=form.gender
    )


def _phrases(cues: Cues, keys: Callable[[str], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    number = len(cues.verbs)
    for attribution in cues.attribution:
        for words in attribution.words:
            yield keys(words), Entry(row=number, lemma=attribution.lemma, aspect="phrase", gender="either")
        number += 1
    for nouns in cues.nouns:
        for words in nouns.words:
            yield keys(words), Entry(row=number, lemma=words, aspect="noun", gender="either")
        number += 1

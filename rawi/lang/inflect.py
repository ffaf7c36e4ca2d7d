"""Inflection: all written forms of a verb from its lemma and pattern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rawi.errors import PackError
from rawi.lang.schema.patterns import Ending, Gender, Mood, Number, Pattern, Patterns, Verb

Voice = Literal["active", "passive", "either"]
_LIKE = {
    "third": "lemma", "short": "lemma", "dual": "third", "open": "present", "plural": "present", "jussive": "present", "bare": "participle",
}  # fmt: skip
"""What a stem that a pattern leaves out is like."""


class Form(NamedTuple):
    """One written form of a verb: its letters, and what they tell of mood, voice, person, number and gender."""

    letters: str
    mood: Mood
    voice: Voice
    person: int
    number: Number
    gender: Gender


class Inflector:
    """Makes forms by the rows of `patterns.toml`."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = {pattern.name: pattern for pattern in patterns.pattern}
        self._endings = patterns.ending

    def forms(self, verb: Verb) -> Iterator[Form]:
        """Every form of a verb, each once; raises PackError where its lemma is not of its pattern.

        >>> from rawi.lang.pack import load
        >>> verb = Verb(lemma="أعلن", pattern="IV")
        >>> [f.letters for f in Inflector(load().sources.patterns).forms(verb) if f.mood == "past" and f.number == "s" and f.person == 3]
        ['أعلن', 'أعلنت']
        """
        pattern = self._patterns.get(verb.pattern)
        radicals = _radicals(pattern.lemma, verb.lemma) if pattern is not None else None
        if pattern is None or radicals is None:
            mend = "Give the pattern's name as in patterns.toml, and the lemma in the third person of the past."
            raise PackError(f"{verb.lemma!r} is no verb of pattern {verb.pattern!r}", where="patterns.toml", mend=mend)
        seen: set[Form] = set()
        for form in self._all(verb, pattern, radicals):
            if form not in seen and (verb.forms is None or form.mood in verb.forms):
                seen.add(form)
                yield form

    def _all(self, verb: Verb, pattern: Pattern, radicals: dict[str, str]) -> Iterator[Form]:
        for ending in self._endings:
            for stem, voice in _stems(verb, pattern, ending):
                letters = ending.prefix + _filled(stem, radicals) + ending.letters
                yield Form(letters, ending.mood, voice, ending.person, ending.number, ending.gender)
        for masdar in verb.masdar or ((_filled(pattern.masdar, radicals),) if pattern.masdar else ()):
            yield Form(masdar, "masdar", "either", 3, "s", "m")


def _stems(verb: Verb, pattern: Pattern, ending: Ending) -> Iterator[tuple[str, Voice]]:
    """The stems an ending goes to, with their voices; none where the pattern has none."""
    if ending.mood == "participle" and verb.participle is not None:
        yield verb.participle, "active"
    elif ending.mood in ("present", "jussive") and verb.present is not None:
        yield verb.present, "either" if pattern.passive_present is None else "active"
    elif (stem := _stem(pattern, ending.stem if ending.mood != "imperative" else "imperative")) is not None:
        yield stem, _voice(pattern, ending.mood)
    if ending.mood == "past" and pattern.passive is not None and ending.stem in ("past", "third"):
        yield pattern.passive, "passive"
    if ending.mood == "present" and pattern.passive_present is not None and ending.stem == "present" and ending.person == 3:
        yield pattern.passive_present, "passive"


def _stem(pattern: Pattern, name: str) -> str | None:
    """A stem of a pattern by its name, or the one it is like."""
    field = {"past": "lemma", "passive-participle": "passive_participle"}.get(name, name)
    found: str | None = getattr(pattern, field)
    if found is None and field in _LIKE:
        return _stem(pattern, _LIKE[field]) if _LIKE[field] != "lemma" else pattern.lemma
    return found


def _voice(pattern: Pattern, mood: Mood) -> Voice:
    if mood == "past":
        return "either" if pattern.passive is None else "active"
    if mood in ("present", "jussive"):
        return "either" if pattern.passive_present is None else "active"
    return "passive" if mood == "passive-participle" else "active"


def _radicals(template: str, lemma: str) -> dict[str, str] | None:
    """The root's letters in a lemma by their numbers, or None where it is not written as the template says."""
    if len(template) != len(lemma):
        return None
    root: dict[str, str] = {}
    for place, letter in zip(template, lemma, strict=True):
        if place.isdigit():
            root[place] = letter
        elif place != letter:
            return None
    return root


def _filled(template: str, radicals: dict[str, str]) -> str:
    return "".join(radicals.get(char, char) for char in template)

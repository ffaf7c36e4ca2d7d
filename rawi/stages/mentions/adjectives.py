"""Nouns for people that are adjectives or predicates where they stand: «حل سياسي في اليمن», «يعتبرون مقربين من إيران»."""

from __future__ import annotations

from rawi.stages.mentions.reading import Reading
from rawi.stages.mentions.words import Word

_AMBIGUOUS = frozenset(("source", "office", "group"))
_NO_NOUN = frozenset(("preposition", "particle", "given"))
_RELATION = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}")
_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"
_HEH = "\N{ARABIC LETTER HEH}"
_ACCUSATIVE = "\N{ARABIC LETTER ALEF}"
_THEY = ("\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}")
_FUNCTION, _NOUN, _NEVER = "f", frozenset("nNb"), frozenset("fVI")  # kinds of word, see `Splitter.kinds`


def qualifies(reading: Reading, at: int) -> bool:
    """Whether a word is the adjective of the noun before it, though it could be a noun: «تعاون عسكري», «الحملة البرلمانية»."""
    word = reading.words[at]
    both = word.features.keys() & _AMBIGUOUS or word.key in reading.adjectival
    if at == 0 or word.lead or not word.key.endswith(_RELATION) or not both or at in reading.spoken:
        return False
    return reading.words[at - 1].definite == word.definite and _noun(reading, at - 1, word)


def predicates(reading: Reading, at: int) -> bool:
    """Whether a word says what somebody is, behind a verb of being or regarding: a noun without article behind a verb that has its
    subject in it (كانوا مقربين), or one in the accusative (كان مسؤولا)."""
    word = reading.words[at]
    if at == 0 or word.lead or word.definite or word.pronoun or not word.features.keys() & _AMBIGUOUS:
        return False
    verb = reading.words[at - 1]
    return verb.key in reading.being and (verb.key.endswith(_THEY) or word.key.endswith(_ACCUSATIVE))


def _noun(reading: Reading, at: int, adjective: Word) -> bool:
    """Whether a word is a noun that an adjective can be of."""
    word = reading.words[at]
    if word.mark or word.reports or word.blocked or word.features.keys() & _NO_NOUN:
        return False
    if "end" not in word.features and "verb" not in word.features:
        return True
    kinds = reading.names.kinds(word.key)
    if _FUNCTION in kinds or not _NOUN & set(kinds) or ("verb" in word.features and not _governed(reading, at)):
        return False
    return word.definite or (word.key not in reading.befalling and _agrees(reading, at, adjective))


def _governed(reading: Reading, at: int) -> bool:
    """Whether a preposition or a noun without article stands before a word, so that it is no verb: «لحل سياسي», «إيجاد حل سياسي»."""
    word, before = reading.words[at], reading.words[at - 1] if at else None
    if word.lead:
        return word.lead[-1] in reading.governors
    if before is None or before.mark or before.reports or before.blocked:
        return False
    kinds = set(reading.names.kinds(before.key))
    noun = bool(kinds & _NOUN) and not (before.definite or before.pronoun or before.names or kinds & _NEVER)
    return before.key in reading.governors or (noun and not before.features.keys() & {"verb", "given"})


def _agrees(reading: Reading, at: int, adjective: Word) -> bool:
    """Whether an adjective has the gender of a noun as far as writing shows it: «وفاة عسكري» is a soldier's death."""
    return adjective.key.endswith(_HEH) or not reading.words.written(at).endswith(_FEMININE)

"""Subjects that only their verb shows: whoever stands between words that report and what they open is who speaks."""

from __future__ import annotations

from rawi.document import Reference
from rawi.model import EntityKind
from rawi.stages.mentions.persons import named
from rawi.stages.mentions.reading import Reading

_COMMA = ","
_OPENERS = frozenset(("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}", ":"))
_TO = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}\N{ARABIC LETTER YEH}"
_ON = "\N{ARABIC LETTER AIN}\N{ARABIC LETTER LAM}\N{ARABIC LETTER YEH}"
_BEFORE_OPENERS = frozenset((_COMMA, _TO, _ON))
_IN = "\N{ARABIC LETTER FEH}\N{ARABIC LETTER YEH}"
_BY = ("\N{ARABIC LETTER BEH}",)
_ACCUSATIVE = "\N{ARABIC LETTER ALEF}"
_PLURAL = ("\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}")
_FINITE = frozenset(("past", "present", "jussive"))
_SAYING = frozenset(("say", "stress"))
_HEADS = frozenset(("organization", "source", "document", "office"))
_FUNCTION = frozenset(("end", "preposition"))
_LONGEST = 4
_REACH = 8


def subject(reading: Reading, at: int) -> int:
    """Reads words that no lexicon knows, between a reporting verb and its opener: قال كامبل إن."""
    words = reading.words
    owned = words[at].pronoun and words[at].key not in reading.kin
    if words[at].lead or owned or words[at].features.keys() & (_FUNCTION | {"verb"}) or reading.names.particle(words[at]):
        return at
    last = at
    while last < len(words) and last - at < _LONGEST and not _stops(reading, last):
        last += 1
    everyday = not words[at].definite and reading.names.common(words[at]) and not _speaks(reading, at, last)
    strange = last > at and all(reading.names.strange(word) for word in words.items[at:last])
    sure = (strange and last - at > 1) or (words[at].definite and _bare(reading, at))
    told = sure and last < len(words) and words[last].key in reading.relative  # «قالت فيجين يوكسيكداغ التي …»
    if last == at or everyday or not (told or _opens(reading, at, last)):
        return named(reading, at)
    kind = _kind(reading, at, last)
    strange = strange and kind == "person"
    trade = next((n for n in range(at, last) if "given" in words[n].features), at) if kind == "person" else at  # «المصورة سوزان إسكندر»
    reference = Reference(
        first=0, last=0, form="name", kind=kind, name=reading.tokens(trade, last), definite=words[at].definite,
        gender=reading.spoken[at].gender, number="p" if kind == "group" else "s",
        why=("subject:opener", "stranger:person") if strange else ("subject:opener",),
    )  # fmt: skip
    return reading.add(at, last, reference)


def _speaks(reading: Reading, at: int, last: int) -> bool:
    """Whether a verb that takes no noun but its subject stands before everyday words: «قالت مؤسسة ماركت إن»."""
    word = reading.words[at]
    if at not in reading.spoken or word.key.endswith(_ACCUSATIVE) or (last - at == 1 and not word.pronoun):
        return False
    if last - at > 1 and reading.words[at + 1].definite and reading.words[at + 1].features.keys() & _HEADS:
        return False  # «نفس الصحيفة» is the newspaper
    return _bare(reading, at)


def _bare(reading: Reading, at: int) -> bool:
    """Whether the verb before a word takes no noun but its subject."""
    return not any(frame == "object" or frame.startswith("person-") for frame in reading.spoken[at].frames)


def _opens(reading: Reading, at: int, last: int) -> bool:
    """Whether what is said begins at a word: with «that» or a colon, behind a comma, «to» or where it was said («في تقرير إن»)."""
    words = reading.words
    while last < len(words) and words[last].blocked and not words[last].reports:
        last += 1  # «قال كامبل أمس إن»
    if last >= len(words):
        return False
    word, cue = words[last], reading.spoken.get(at)
    if cue is None or cue.act not in _SAYING or cue.aspect not in _FINITE or (word.key in _OPENERS and not word.lead):
        return word.key in _OPENERS and not word.lead
    leads = ((), _BY) if "bi-that" in cue.frames else ((),)  # «وصف الصفقة بأنها» tells of an object
    if word.key == _IN and not word.lead:
        inserted = range(last + 1, min(last + _REACH, len(words)))
        closed = (n for n in inserted if words[n].reports or (words[n].mark and words[n].key != _COMMA) or words[n].key in _OPENERS)
        last = next(closed, len(words))
        if words[last - 1].features.keys() & _FUNCTION:
            return False  # «حتى إن»
    elif word.key in _BEFORE_OPENERS and not word.lead:
        last += 1
    return last < len(words) and words[last].key in _OPENERS and words[last].lead in leads


def _kind(reading: Reading, at: int, last: int) -> EntityKind:
    """What an unknown subject is: a group by its plural, a thing where a feminine verb has a noun with the article, else a person; a body
    where a feminine verb has a noun before another: «أكدت وحدة التوثيق»."""
    word, cue = reading.words[at], reading.spoken.get(at)
    if last == at + 1 and word.key.endswith(_PLURAL) and len(word.key) > 4:
        return "group"
    feminine = cue is not None and cue.gender == "f"
    if word.key in reading.kin or any("given" in one.features for one in reading.words.items[at:last]):
        return "person"
    if feminine and not word.definite and last > at + 1 and (reading.words[at + 1].definite or reading.names.common(word)):
        return "organization"
    return "other" if word.definite and feminine else "person"


def _stops(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word.mark or word.blocked or word.reports or bool(word.lead) or word.key in _OPENERS or bool(word.features.keys() & _FUNCTION)

"""References to persons: titles with names, names alone, titles alone, and subjects that only their verb shows."""

from __future__ import annotations

from rawi.document import Reference
from rawi.model import EntityKind
from rawi.stages.mentions.names import Found
from rawi.stages.mentions.reading import Reading
from rawi.stages.mentions.titles import Titles
from rawi.text.fold import QUOTE

_COMMA = ","
_OPENERS = frozenset(("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}", ":"))
_BEFORE_OPENERS = frozenset((",", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}\N{ARABIC LETTER YEH}"))
_IN = "\N{ARABIC LETTER FEH}\N{ARABIC LETTER YEH}"
_BY = ("\N{ARABIC LETTER BEH}",)
_ACCUSATIVE = "\N{ARABIC LETTER ALEF}"
_NO_OBJECT = frozenset(("that", "bi-that", "quote"))
_LONGEST = 4
_REACH = 8
_COURTESY = frozenset(("honorific", "rank"))
_BREAKS = frozenset(("verb", "end", "office"))
_PLURAL = ("\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}")
_FUNCTION = frozenset(("end", "preposition"))


def titled(reading: Reading, at: int) -> int:
    """Reads honorifics, ranks and posts, and the name they lead to; a title alone where there is none. Gives the word after it."""
    titles = Titles(reading, at)
    name = _name_after(reading, titles.last, titles) if titles.number == "s" else None
    if name is None and titles.office is not None and titles.number == "s" and titles.closed:
        name = _name_beyond(reading, titles)
    if name is None:
        return _untitled(reading, at, titles)
    start, found = name
    last, behind = (found.last, None) if titles.office is not None else _apposed(reading, found.last)
    if behind is not None:
        titles.adopt(behind)
    reference = Reference(
        first=0, last=0, form="name", kind="person", name=reading.tokens(start, found.last), thing=found.thing, office=titles.office,
        of=titles.things, former=titles.former, gender=found.gender if found.gender != "either" else titles.gender, definite=True,
        why=(*titles.why, found.rule),
    )  # fmt: skip
    return reading.add(at, last, reference, titles.phrase())


def named(reading: Reading, at: int) -> int:
    """Reads a person's name, known or begun by a given name, with the title behind it: يوري أوشاكوف، مساعد الرئيس الروسي."""
    found = reading.names.person(at, licensed=at in reading.spoken)
    return _person(reading, at, found) if found is not None and found.given else at


def subject(reading: Reading, at: int) -> int:
    """Reads words that no lexicon knows, between a reporting verb and its opener: قال كامبل إن."""
    words = reading.words
    if words[at].lead or words[at].pronoun or words[at].features.keys() & (_FUNCTION | {"verb"}) or reading.names.particle(words[at]):
        return at
    last = at
    while last < len(words) and last - at < _LONGEST and not _stops(reading, last):
        last += 1
    everyday = not words[at].definite and reading.names.common(words[at]) and not _speaks(reading, at, last)
    if last == at or everyday or not _opens(reading, at, last):
        return named(reading, at)
    kind = _kind(reading, at, last)
    strange = kind == "person" and all(reading.names.strange(word) for word in words.items[at:last])
    reference = Reference(
        first=0, last=0, form="name", kind=kind, name=reading.tokens(at, last), definite=words[at].definite,
        gender=reading.spoken[at].gender, number="p" if kind == "group" else "s",
        why=("subject:opener", "stranger:person") if strange else ("subject:opener",),
    )  # fmt: skip
    return reading.add(at, last, reference)


def _speaks(reading: Reading, at: int, last: int) -> bool:
    """Whether a verb that takes no noun but its subject stands before everyday words: «قالت مؤسسة ماركت إن»."""
    cue = reading.spoken.get(at)
    return cue is not None and _NO_OBJECT.issuperset(cue.frames) and not reading.words[at].key.endswith(_ACCUSATIVE) and last - at > 1


def _opens(reading: Reading, at: int, last: int) -> bool:
    """Whether what is said begins at a word: with «that» or a colon, behind a comma, «to» or where it was said («في تقرير إن»)."""
    words = reading.words
    if last >= len(words):
        return False
    word, cue = words[last], reading.spoken.get(at)
    if cue is None or cue.act != "say" or (word.key in _OPENERS and not word.lead):
        return word.key in _OPENERS and not word.lead
    leads = ((), _BY) if "bi-that" in cue.frames else ((),)  # «وصف الصفقة بأنها» tells of an object
    if word.key == _IN and not word.lead:
        inserted = range(last + 1, min(last + _REACH, len(words)))
        closed = (n for n in inserted if words[n].reports or (words[n].mark and words[n].key != _COMMA) or words[n].key in _OPENERS)
        last = next(closed, len(words))
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
    if feminine and not word.definite and last > at + 1 and (reading.words[at + 1].definite or reading.names.common(word)):
        return "organization"
    return "other" if word.definite and feminine else "person"


def _stops(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word.mark or word.blocked or word.reports or bool(word.lead) or word.key in _OPENERS or bool(word.features.keys() & _FUNCTION)


def _person(reading: Reading, at: int, found: Found) -> int:
    last, title = _apposed(reading, found.last)
    reference = Reference(
        first=0, last=0, form="name", kind="person", name=reading.tokens(at, found.last), thing=found.thing,
        office=title.office if title else None, of=title.things if title else (), former=title.former if title else False,
        gender=found.gender, definite=True, why=(found.rule, *(title.why if title else ())),
    )  # fmt: skip
    return reading.add(at, last, reference, title.phrase() if title else None)


def _name_after(reading: Reading, at: int, titles: Titles) -> tuple[int, Found] | None:
    """The name after a title: at once, in quotation marks, or after a comma where a given name or the world vouches for it."""
    words, names = reading.words, reading.names
    if at >= len(words) or words[at].lead:
        return None
    if not words[at].mark:
        found = names.person(at, licensed=titles.closed)
        if found is None and titles.courtesy and titles.start in reading.spoken:
            found = names.family(at)
        return (at, found) if found is not None and (found.given or titles.firm) else None
    if at + 1 >= len(words) or words[at + 1].lead:
        return None
    found = names.person(at + 1, licensed=False)
    if found is None or not found.given:
        return None
    if words[at].key == QUOTE and found.last < len(words) and words[found.last].key == QUOTE:
        return at + 1, found
    if words[at].key == _COMMA and titles.closed and titles.office and found.last - at > 2:
        return at + 1, found
    return None


def _name_beyond(reading: Reading, titles: Titles) -> tuple[int, Found] | None:
    """The name behind all that a long title says of its body, where an honorific or a rank with the article shows it."""
    words = reading.words
    for at in range(titles.last, min(titles.last + _REACH, len(words))):
        word = words[at]
        if word.mark or word.blocked or word.reports or word.pronoun or word.features.keys() & _BREAKS:
            return None
        if word.definite and not word.lead and word.features.keys() & _COURTESY:
            courtesy = Titles(reading, at)
            name = _name_after(reading, courtesy.last, courtesy)
            if name is not None:
                titles.adopt(courtesy)
            return name
    return None


def _apposed(reading: Reading, at: int) -> tuple[int, Titles | None]:
    """Where a title that follows a name ends, with or without a comma, and the title.

    A name at its end is that of the title inside it: in «أوشاكوف، مساعد الرئيس الروسي فلاديمير بوتين» Putin is the president.
    """
    words = reading.words
    start = at + 1 if at < len(words) and words[at].key == _COMMA else at
    if start >= len(words) or words[start].lead or words[start].blocked or "office" not in words[start].features:
        return at, None
    title = Titles(reading, start)
    if not title.closed or title.office is None or title.number != "s":
        return at, None
    if _name_after(reading, title.last, title) is not None:
        if title.inner is None:
            return at, None
        title.last = titled(reading, title.inner)
    elif title.inner is not None and words[title.inner].definite:
        titled(reading, title.inner)
    return title.last, title


def _untitled(reading: Reading, at: int, titles: Titles) -> int:
    """A title with no name after it: the holder of a post («الوزير»), or a source known by it alone («متحدث باسم …»)."""
    word = reading.words[at]
    if titles.office is None or (titles.number != "s" and not titles.closed):
        return at
    if not (word.definite or titles.closed or word.pronoun or titles.adjective):
        return at
    reference = Reference(
        first=0, last=0, form="title", kind="person" if titles.number == "s" else "group", office=titles.office, head=titles.office,
        of=titles.things, former=titles.former, definite=word.definite or (titles.closed and not titles.attached), gender=titles.gender,
        number=titles.number, why=titles.why,
    )  # fmt: skip
    return reading.add(at, titles.last, reference, titles.phrase())

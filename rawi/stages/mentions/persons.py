"""References to persons: titles with names, names alone, and titles alone."""

from __future__ import annotations

from rawi.document import Reference
from rawi.stages.mentions.names import Found
from rawi.stages.mentions.reading import Reading
from rawi.stages.mentions.titles import Titles
from rawi.text.fold import QUOTE

_COMMA = ","
_REACH = 8
_COURTESY = frozenset(("honorific", "rank"))
_BREAKS = frozenset(("verb", "end", "office"))


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

"""References to those who have no name: sources, parts of groups, groups, and documents that speak."""

from __future__ import annotations

from rawi.document import Reference
from rawi.stages.mentions.reading import Feature, Reading

_PLURAL = ("\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}")
_FROM = "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER NOON}"


def source(reading: Reading, at: int, feature: Feature) -> int:
    """Reads someone who speaks without a name: مصدر عسكري, شهود عيان, «المصدر»; a name behind it makes a person of him."""
    word, entry, after = reading.words[at], feature[1], reading.after(at, feature)
    phrase = reading.phrases.read(after, closed=word.definite or word.pronoun, head="source", several=after > at + 1)
    bare = not word.definite and phrase.last == after and after == at + 1
    if bare and at not in reading.spoken and not (entry.number == "p" and word.key.endswith(_PLURAL)):
        return at
    if entry.number == "s" and phrase.last < len(reading.words) and not reading.words[phrase.last].lead:
        name = reading.names.person(phrase.last, licensed=False)
        if name is not None and name.given:
            reference = Reference(
                first=0, last=0, form="name", kind="person", name=reading.tokens(phrase.last, name.last), thing=name.thing,
                head=entry.table, of=phrase.things, gender=name.gender, definite=True, why=(f"source:{entry.table}", name.rule),
            )  # fmt: skip
            return reading.add(at, name.last, reference, phrase)
    reference = Reference(
        first=0, last=0, form="title" if word.definite else "name", kind="person" if entry.number == "s" else "group", head=entry.table,
        of=phrase.things, definite=word.definite, gender=entry.gender, number=entry.number, why=(f"source:{entry.table}",),
    )  # fmt: skip
    return reading.add(at, phrase.last, reference, phrase)


def part(reading: Reading, at: int, feature: Feature) -> int:
    """Reads part of a group: عدد من النواب المحافظين, أحد قياديي حزب الله."""
    words, start = reading.words, reading.after(at, feature)
    if start < len(words) and words[start].key == _FROM:
        start += 1
    if start >= len(words) or words[start].lead or words[start].mark:
        return at
    for sort in ("source", "group", "office"):
        inner = words[start].features.get(sort)
        if inner is not None and inner[1].number == "p" and not (inner[1].table == "power" and feature[1].table == "one"):
            after = reading.after(start, inner)
            phrase = reading.phrases.read(after, closed=words[start].definite or words[start].pronoun, head="source")
            one = feature[1].table == "one"
            reference = Reference(
                first=0, last=0, form="name", kind="person" if one else "group", head=inner[1].table, of=phrase.things,
                number="s" if one else "p", why=("source:part",),
            )  # fmt: skip
            return reading.add(at, phrase.last, reference, phrase)
    return at


def group(reading: Reading, at: int, feature: Feature) -> int:
    """Reads people as a group: المتظاهرون, المتمردين الأكراد."""
    word, entry, after = reading.words[at], feature[1], reading.after(at, feature)
    phrase = reading.phrases.read(after, closed=word.definite or word.pronoun, head="group", several=after > at + 1, table=entry.table)
    bare = not word.definite and not word.pronoun and phrase.last == at + 1
    if bare and at not in reading.spoken and not word.key.endswith(_PLURAL):
        return at
    reference = Reference(
        first=0, last=0, form="name", kind="group", head=entry.table, of=phrase.things, definite=word.definite, number=entry.number,
        gender=entry.gender, why=(f"group:{entry.table}",),
    )  # fmt: skip
    return reading.add(at, phrase.last, reference, phrase)


def document(reading: Reading, at: int, feature: Feature) -> int:
    """Reads a document that speaks; elsewhere than after a reporting verb it is none."""
    if at not in reading.spoken:
        return at
    word, entry = reading.words[at], feature[1]
    phrase = reading.phrases.read(reading.after(at, feature), closed=word.definite or word.pronoun, head="document")
    reference = Reference(
        first=0, last=0, form="title" if word.definite else "name", kind="other", head=entry.table, of=phrase.things,
        definite=word.definite, gender=entry.gender, number=entry.number, why=(f"document:{entry.table}",),
    )  # fmt: skip
    return reading.add(at, phrase.last, reference, phrase)

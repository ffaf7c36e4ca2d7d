"""References to states, bodies and places by their head noun."""

from __future__ import annotations

from rawi.document import Reference
from rawi.lang.lexicons.roles import Entry
from rawi.model import EntityKind, Form
from rawi.stages.mentions.known import OUTLETS, abroad, foreign, known
from rawi.stages.mentions.phrase import Phrase
from rawi.stages.mentions.reading import Feature, Reading
from rawi.text.fold import QUOTE

_NAMED = frozenset(("website", "channel", "force", "system"))
_ORGANIZATION = frozenset(("organization",))
_KINDS = frozenset(("agency", "newspaper", "channel", "website", "company", "party", "movement", "organization", "alliance", "army"))


def body(reading: Reading, at: int, feature: Feature) -> int:
    """Reads a body by its head noun: وزارة الدفاع الأميركية, حزب «العدالة والتنمية», «الوزارة»."""
    entry, after = feature[1], reading.after(at, feature)
    definite = reading.definite(at, after)
    if not definite and _no_body(reading, at, after):
        return at
    phrase = reading.phrases.read(after, closed=definite, head="organization", several=after > at + 1, table=entry.table)
    if not phrase.closed or (entry.table in _NAMED and not _is_named(reading, after, phrase, entry.table, definite)):
        return at
    kind: EntityKind = "group" if entry.number == "p" else "organization"
    end = phrase.alias[0] - 1 if phrase.alias is not None and phrase.alias[1] + 1 == phrase.last else phrase.last
    thing = _thing(reading, at, end) if kind == "organization" else None
    full = end > at + 1 or thing is not None
    reference = Reference(
        first=0, last=0, form="name" if full else "title", kind=kind, name=reading.tokens(at, end) if full else None,
        alias=reading.tokens(*phrase.alias) if phrase.alias else None, thing=thing,
        head=entry.table, of=phrase.things, definite=definite, gender=entry.gender, number=entry.number, why=(f"body:{entry.table}",),
    )  # fmt: skip
    return reading.add(at, phrase.last, reference, phrase)


def _no_body(reading: Reading, at: int, after: int) -> bool:
    """Whether a word that means other things than bodies does so by what follows: «جبهة مدينة الزبداني», «جبهة القتال», «حركة النقل»."""
    words = reading.words
    if words[at].key not in reading.fronts or after >= len(words) or words[after].lead:
        return False
    return "place" in words[after].features or words[after].key in reading.grounds


def ministry(reading: Reading, at: int, feature: Feature) -> int:
    """Reads a ministry by its portfolio, with its state or behind a reporting verb: الخارجية القطرية."""
    after = reading.after(at, feature)
    if not reading.words[at].definite:
        return at
    phrase = reading.phrases.read(after, closed=True, head="organization")
    if not phrase.things and at not in reading.spoken:
        return at
    reference = Reference(
        first=0, last=0, form="name", kind="organization", name=reading.tokens(at, phrase.last), thing=_thing(reading, at, phrase.last),
        head="ministry", of=phrase.things, definite=True, gender="f", why=(f"body:{feature[1].table}",),
    )  # fmt: skip
    return reading.add(at, phrase.last, reference, phrase)


def government(reading: Reading, at: int, feature: Feature) -> int:
    """Reads a state's own bodies, which stand for it: الحكومة التركية; «الحكومة» alone is a body."""
    entry, after = feature[1], reading.after(at, feature)
    definite = reading.definite(at, after)
    phrase = reading.phrases.read(after, closed=definite, head="government")
    state = _state(reading, phrase) if definite or (phrase.nested and phrase.nested[0] == after) else None
    if state is None and (not definite or entry.gender == "m"):
        return at
    number = reading.world.thing(state).number if state is not None else entry.number
    form: Form = "metonym" if state is not None else "title" if phrase.last == after else "name"
    reference = Reference(
        first=0, last=0, form=form, kind="country" if state is not None else "organization",
        thing=state, head="government", of=phrase.things, definite=True, gender=entry.gender, number=number, why=("body:government",),
    )  # fmt: skip
    return reading.add(at, phrase.last, reference, phrase)


def _state(reading: Reading, phrase: Phrase) -> int | None:
    """The state that stands inside a phrase, by name, adjective or capital: حكومة أنقرة."""
    state = next((thing for thing in phrase.things if reading.world.thing(thing).kind == "country"), None)
    if state is not None:
        return state
    hits = [hit for begin in phrase.nested for hit in reading.words[begin].names if hit.entry.form == "metonym"]
    return hits[0].entry.thing if hits else None


def place(reading: Reading, at: int, feature: Feature) -> int:
    """Reads a place by its kind: محافظة لحج, بلدة داريا (which the world need not know)."""
    entry, after = feature[1], reading.after(at, feature)
    if reading.definite(at, after):
        return at
    phrase = reading.phrases.read(after, closed=False, head="place", table=entry.table)
    last = phrase.last
    if last == after or not phrase.closed:
        return at
    if not phrase.things and (entry.number == "p" or (entry.table == "region" and reading.names.common(reading.words[after]))):
        return at
    hit = reading.names.known(after, frozenset(("place",)), weak=True)
    reference = Reference(
        first=0, last=0, form="name", kind="place", name=reading.tokens(after if hit else at, last),
        thing=hit.entry.thing if hit else None, head=entry.table, of=phrase.things, definite=True, gender=entry.gender,
        why=(f"place:{entry.table}",),
    )  # fmt: skip
    return reading.add(at, last, reference)


def _is_named(reading: Reading, after: int, phrase: Phrase, table: str, definite: bool) -> bool:
    """Whether a body whose head noun means other things too is one: «الموقع» is, «موقع الحادث» is not; «النظام السوري» is, «النظام
    الإلكتروني» is not."""
    if phrase.things or any(reading.words[inner].key == QUOTE for inner in range(after, phrase.last)):
        return True
    alone = phrase.last == after
    return definite and (alone if table == "system" else not alone if table == "force" else True)


def _thing(reading: Reading, at: int, last: int) -> int | None:
    """The world's thing named by exactly these words, or by the name right behind a head that only says its kind (وكالة «رويترز»)."""
    words, names = reading.words, reading.names
    end = words[last - 1].last
    found = [hit for hit in words[at].names if hit.last == end and hit.entry.form in ("name", "short")]
    feature = words[at].features.get("organization")
    if feature is not None and feature[1].table in _KINDS:
        start = words.after(feature[0])
        start += start < last and words[start].key == QUOTE
        weak = feature[1].table in OUTLETS
        inner = names.known(start, _ORGANIZATION, weak=weak) if start < last and not words[start].lead else None
        found += [inner] if inner is not None and last - words.after(inner.last) <= 1 else []
    thing = found[0].entry.thing if found else None
    if thing is None or abroad(reading, thing, last) or foreign(reading, thing, at, last):
        return None
    return thing if reading.world.thing(thing).kind == "organization" else None


def inside(reading: Reading, at: int) -> None:
    """Reads the body or place that begins inside a longer phrase, as a reference of its own."""
    word = reading.words[at]
    if word.names and known(reading, at) > at:
        return
    readers = (("organization", body), ("government", government))
    for sort, read in readers:
        feature: tuple[int, Entry] | None = word.features.get(sort)
        if feature is not None and read(reading, at, feature) > at:
            return

"""References to what has a place in the world: states, bodies, places and peoples, by name or by head noun."""

from __future__ import annotations

from rawi.document import Reference
from rawi.lang.lexicons.roles import Entry
from rawi.model import EntityKind, Form
from rawi.stages.mentions.persons import named
from rawi.stages.mentions.phrases import Phrase
from rawi.stages.mentions.reading import Feature, Reading
from rawi.text.fold import QUOTE
from rawi.text.lexicon import Hit
from rawi.world.things import Name, Thing

_NAMED = frozenset(("website", "channel", "force", "system"))
_ORGANIZATION = frozenset(("organization",))
_BODY_WORDS = frozenset(("organization", "government"))
_KINDS = frozenset(("agency", "newspaper", "channel", "website", "company", "party", "movement", "organization", "alliance", "army"))
_OUTLETS = frozenset(("newspaper", "channel", "agency", "website"))
_NAMES = frozenset(("name", "short", "weak"))
_LANDS = frozenset(("place", "country"))
_BEFORE_PLACES = frozenset(("preposition", "place", "organization"))
_WAW = ("\N{ARABIC LETTER WAW}",)
_BEH = "\N{ARABIC LETTER BEH}"
_NATIONAL = frozenset(("adjective", "demonym"))


def known(reading: Reading, at: int) -> int:
    """Reads a name of the world, with another name in brackets behind it; a longer phrase that a head of bodies begins is left to it."""
    word = reading.words[at]
    hit = _quoted(reading, at) or _metonym(reading, at, reading.names.known(at))
    if hit is None:
        return _people(reading, at)
    if ("end" in word.features and word.features["end"][0] > hit.last) or _adjective(reading, at, hit):
        return at
    thing = reading.world.thing(hit.entry.thing)
    last = max(reading.words.after(hit.last), at + 1)
    if thing.kind == "person":
        return named(reading, at)
    if last == at + 1 and _mistaken(reading, at, thing):
        return at
    if word.features.keys() & _BODY_WORDS and (last == at + 1 or not _whole(reading, at, last)):
        return at
    alias = _bracket(reading, last)
    feature = word.features.get("organization")
    if thing.kind == "organization" and _abroad(reading, hit.entry.thing, last):
        return at
    reference = Reference(
        first=0, last=0, form="metonym" if hit.entry.form == "metonym" else "name", kind=thing.kind, name=reading.tokens(at, last),
        alias=reading.tokens(*alias.alias) if alias.alias else None, thing=hit.entry.thing, definite=True,
        head=feature[1].table if feature else None, gender=thing.gender, number=thing.number, why=(f"world:{hit.entry.form}",),
    )  # fmt: skip
    return reading.add(at, alias.last, reference)


def _adjective(reading: Reading, at: int, hit: Hit[Name]) -> bool:
    """Whether a state's name is the adjective of the noun before it: «الأجواء السعودية»."""
    words = reading.words
    before = words[at - 1] if at else None
    if before is None or words[at].lead or hit.last > words[at].last or not words[at].definite:
        return False
    adjective = any(other.entry.form == "adjective" and other.entry.thing == hit.entry.thing for other in words[at].names)
    return adjective and before.definite and not before.mark and not before.names and not before.reports


def _quoted(reading: Reading, at: int) -> Hit[Name] | None:
    """The newspaper, channel or agency whose name stands alone in quotation marks: «الرياض» is no city then."""
    words = reading.words
    if not at or words[at - 1].key != QUOTE:
        return None
    for hit in words[at].names:
        after = max(words.after(hit.last), at + 1)
        outlet = reading.world.thing(hit.entry.thing).sort in _OUTLETS and hit.entry.form in _NAMES
        if outlet and after < len(words) and words[after].key == QUOTE:
            return hit
    return None


def _mistaken(reading: Reading, at: int, thing: Thing) -> bool:
    """Whether a word that looks like a place or an outlet is an everyday word where it stands: «مساعدات مالية», «الرباط الصليبي», «ألف نسمة»."""
    words, names = reading.words, reading.names
    if thing.sort in _OUTLETS:
        named = at > 0 and (words[at - 1].key == QUOTE or "organization" in words[at - 1].features)
        return names.doubtful(words[at]) and not named and at not in reading.spoken
    if thing.kind != "place":
        return False
    if names.doubtful(words[at]) and not _placed(reading, at):
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not words[at].definite or not following.definite or following.lead or not names.noun(words[at]):
        return False
    return reading.phrases.adjectival(following) and not any(hit.entry.form in _NATIONAL for hit in following.names)


def _placed(reading: Reading, at: int) -> bool:
    """Whether a word that can be another than a place stands as one: behind a preposition, a kind of place, or another place."""
    word, before = reading.words[at], reading.words[at - 1] if at else None
    if before is None or before.mark:
        return word.lead[-1:] == (_BEH,) or (at + 1 < len(reading.words) and reading.words[at + 1].mark and not word.lead)
    if word.lead:
        last = reading.found[-1] if reading.found else None
        return word.lead[-1] == _BEH or (last is not None and last.kind in _LANDS and last.last == before.last)
    if before.features.keys() & _BEFORE_PLACES:
        return True
    free = before.definite or before.pronoun or before.reports or "end" in before.features
    return word.definite and not free and not reading.names.verbal(before)


def body(reading: Reading, at: int, feature: Feature) -> int:
    """Reads a body by its head noun: وزارة الدفاع الأميركية, حزب «العدالة والتنمية», «الوزارة»."""
    entry, after = feature[1], reading.after(at, feature)
    definite = reading.definite(at, after)
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


def _whole(reading: Reading, at: int, last: int) -> bool:
    """Whether the phrase that a head noun begins goes no further than the world's name in a way that makes it another: حزب العمل، not
    حزب العمل الديمقراطي; but حزب الله اللبناني, التحالف الدولي لمواجهة داعش."""
    words = reading.words
    if last >= len(words):
        return True
    word = words[last]
    if word.mark or word.lead or not word.definite or word.features.keys() & (_BODY_WORDS | {"qualifier", "office"}):
        return True
    return any(hit.entry.form in _NATIONAL for hit in word.names) or not reading.phrases.adjectival(word)


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
        weak = feature[1].table in _OUTLETS
        inner = names.known(start, _ORGANIZATION, weak=weak) if start < last and not words[start].lead else None
        found += [inner] if inner is not None and last - words.after(inner.last) <= 1 else []
    thing = found[0].entry.thing if found else None
    if thing is None or _abroad(reading, thing, last):
        return None
    return thing if reading.world.thing(thing).kind == "organization" else None


def _abroad(reading: Reading, thing: int, last: int) -> bool:
    """Whether another state than a body's own is told right behind its name: «مجلس الشورى بسلطنة عمان»."""
    country, words = reading.world.thing(thing).country, reading.words
    if country is None or last >= len(words):
        return False
    word = words[last]
    if word.key in reading.inside and not word.lead and last + 1 < len(words):
        word = words[last + 1]
    elif word.lead != (_BEH,):
        return False
    states = {reading.world.thing(hit.entry.thing).country for hit in word.names if hit.entry.form not in _NATIONAL}
    return bool(states) and country not in states


def _bracket(reading: Reading, at: int) -> Phrase:
    """Another name in brackets behind a name."""
    if at < len(reading.words) and reading.words[at].key == "(":
        phrase = reading.phrases.read(at, closed=True, head="name")
        if phrase.alias is not None and phrase.alias[1] - phrase.alias[0] <= 6:
            return Phrase(phrase.alias[1] + 1, True, alias=phrase.alias)
    return Phrase(at, True)


def _metonym(reading: Reading, at: int, hit: Hit[Name] | None) -> Hit[Name] | None:
    """A capital or palace that stands for its state, where it does or says what states do; else the name as it is."""
    for other in reading.words[at].names:
        if other.entry.form == "metonym" and (hit is None or (other.last >= hit.last and _acts(reading, at))):
            return other
    return hit


def _acts(reading: Reading, at: int) -> bool:
    """Whether a capital stands where somebody acts: beside a verb, or behind what only governments have (بقيادة واشنطن، مع طهران)."""
    words, word = reading.words, reading.words[at]
    before, following = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
    if at in reading.spoken or (before is not None and before.reports and not word.lead):
        return True
    if following is not None and not following.lead and (following.reports or "verb" in following.features) and word.lead in ((), _WAW):
        hosts = following.key in reading.hosting
        return not hosts and (before is None or not before.features.keys() & {"preposition", "place"})
    if before is None or word.lead or before.definite:
        return _paired(reading, at)
    verb = "verb" in before.features and "end" not in before.features
    return verb or before.key in reading.governing or _paired(reading, at)


def _paired(reading: Reading, at: int) -> bool:
    """Whether two states stand together by their capitals: «بين موسكو وبكين»."""
    words = reading.words
    if words[at].lead == _WAW:
        last = reading.found[-1] if reading.found else None
        return last is not None and last.form == "metonym" and last.last == words[at - 1].last
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.lead != _WAW or at == 0 or words[at - 1].key not in reading.between:
        return False
    return any(hit.entry.form == "metonym" for hit in following.names)


def _people(reading: Reading, at: int) -> int:
    """A people by its name: الإيرانيون."""
    word = reading.words[at]
    for hit in word.names:
        if hit.entry.form == "demonym" and word.definite:
            name = reading.tokens(at, at + 1)
            reference = Reference(
                first=0, last=0, form="name", kind="group", name=name, of=(hit.entry.thing,), definite=True, number="p",
                why=("world:demonym",),
            )  # fmt: skip
            return reading.add(at, at + 1, reference)
    return at


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

"""Names of the world where they stand: what has an everyday reading is told from the name, a capital from its government."""

from __future__ import annotations

from rawi.document import Reference
from rawi.stages.mentions.persons import named
from rawi.stages.mentions.phrase import Phrase
from rawi.stages.mentions.reading import Reading
from rawi.stages.mentions.realms import realm
from rawi.stages.mentions.words import Word
from rawi.text.fold import QUOTE
from rawi.text.lexicon import Hit
from rawi.world.things import Name

OUTLETS = frozenset(("newspaper", "channel", "agency", "website"))
_MINISTRY = "ministry"  # a head that «الخارجية التركية» leaves out
_BODY_WORDS = frozenset(("organization", "government"))
_PEOPLE, _WRITERS = frozenset(("office", "source")), frozenset(("journalist", "reporter"))
_MARKS = {QUOTE: QUOTE, "(": ")"}
_NAMES = frozenset(("name", "short", "weak"))
_STATES = frozenset(("country",))
_LANDS = frozenset(("place", "country"))
_BEFORE_PLACES = frozenset(("preposition", "place", "organization"))
_WAW = ("\N{ARABIC LETTER WAW}",)
_FATHATAN = "\N{ARABIC FATHATAN}"  # the ending of an indefinite noun: «12 كوبًا», «مقدما درعًا»
_BEH = "\N{ARABIC LETTER BEH}"
_NATIONAL = frozenset(("adjective", "demonym"))


def known(reading: Reading, at: int) -> int:
    """Reads a name of the world, with another name in brackets behind it; a longer phrase that a head of bodies begins is left to it."""
    word = reading.words[at]
    state = realm(reading, at)
    hit = state or _quoted(reading, at) or _among_states(reading, at) or _metonym(reading, at, reading.names.known(at))
    if hit is None:
        return _people(reading, at)
    if ("end" in word.features and word.features["end"][0] > hit.last) or _adjective(reading, at, hit):
        return at
    thing = reading.world.thing(hit.entry.thing)
    last = max(reading.words.after(hit.last), at + 1)
    if thing.kind == "person":
        return named(reading, at)
    if last == at + 1 and _mistaken(reading, at, hit):
        return at
    if state is None and word.features.keys() & _BODY_WORDS and (last == at + 1 or not _whole(reading, at, last)):
        return at
    alias = _bracket(reading, last)
    feature = word.features.get("organization")
    if thing.kind == "organization" and (abroad(reading, hit.entry.thing, last) or foreign(reading, hit.entry.thing, at, last)):
        return at
    head = feature[1].table if feature else _MINISTRY if thing.sort == _MINISTRY else None
    reference = Reference(
        first=0, last=0, form="metonym" if hit.entry.form == "metonym" else "name", kind=thing.kind, name=reading.tokens(at, last),
        alias=reading.tokens(*alias.alias) if alias.alias else None, thing=hit.entry.thing, definite=True,
        head=head, gender=thing.gender, number=thing.number, why=(f"world:{hit.entry.form}",),
    )  # fmt: skip
    return reading.add(at, alias.last, reference)


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


def _bracket(reading: Reading, at: int) -> Phrase:
    """Another name in brackets behind a name."""
    if at < len(reading.words) and reading.words[at].key == "(":
        phrase = reading.phrases.read(at, closed=True, head="name")
        if phrase.alias is not None and phrase.alias[1] - phrase.alias[0] <= 6:
            return Phrase(phrase.alias[1] + 1, True, alias=phrase.alias)
    return Phrase(at, True)


def _adjective(reading: Reading, at: int, hit: Hit[Name]) -> bool:
    """Whether a state's name is the adjective of the noun before it: «الأجواء السعودية»."""
    words = reading.words
    before = words[at - 1] if at else None
    if before is None or words[at].lead or hit.last > words[at].last or not words[at].definite:
        return False
    adjective = any(other.entry.form == "adjective" and other.entry.thing == hit.entry.thing for other in words[at].names)
    return adjective and before.definite and not before.mark and not before.names and not before.reports


def _among_states(reading: Reading, at: int) -> Hit[Name] | None:
    """The state of a word that is a city's name too, where it is named right behind another state: «البحرين وعمان»."""
    words = reading.words
    last = reading.found[-1] if reading.found else None
    if words[at].lead != _WAW or last is None or last.kind != "country" or last.last != words[at - 1].last or last.form != "name":
        return None
    return reading.names.known(at, _STATES, weak=True)


def _quoted(reading: Reading, at: int) -> Hit[Name] | None:
    """The newspaper, channel or agency whose name stands alone in marks, or behind who writes for it: «الرياض», مراسل الجزيرة."""
    words = reading.words
    before = words[at - 1] if at else None
    closing = _MARKS.get(before.key) if before is not None else None
    if before is None or (closing is None and not (before.features.keys() & _PEOPLE and _writes(before))):
        return None
    for hit in words[at].names:
        after = max(words.after(hit.last), at + 1)
        outlet = reading.world.thing(hit.entry.thing).sort in OUTLETS and hit.entry.form in _NAMES
        if outlet and (closing is None or (after < len(words) and words[after].key == closing)):
            return hit
    return None


def _writes(word: Word) -> bool:
    """Whether a word is somebody who writes for an outlet: مراسل."""
    return any(sort in word.features and word.features[sort][1].table in _WRITERS for sort in _PEOPLE)


def _mistaken(reading: Reading, at: int, hit: Hit[Name]) -> bool:
    """Whether a word that looks like a place or an outlet is an everyday one here: «مساعدات مالية», «الرباط الصليبي», «ألف نسمة»."""
    words, names, thing = reading.words, reading.names, reading.world.thing(hit.entry.thing)
    if _FATHATAN in words.written(at):
        return True
    if thing.sort in OUTLETS:
        named = at > 0 and (words[at - 1].key == QUOTE or "organization" in words[at - 1].features)
        return names.doubtful(words[at]) and not named and at not in reading.spoken
    if at and words[at - 1].key[0].isdigit() and not words[at].lead and names.noun(words[at]):
        return True
    if thing.kind == "organization":
        return names.doubtful(words[at]) and not words[at].definite and _construct(reading, at + 1)
    if thing.kind != "place" and hit.entry.form != "metonym":
        return False
    if names.doubtful(words[at]) and not _placed(reading, at):
        return True
    if not words[at].definite and not words[at].lead and names.noun(words[at]) and _construct(reading, at + 1):
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not words[at].definite or not following.definite or following.lead or not names.noun(words[at]):
        return False
    return reading.phrases.adjectival(following) and not any(other.entry.form in _NATIONAL for other in following.names)


def _construct(reading: Reading, at: int) -> bool:
    """Whether a noun with the article follows that completes an everyday noun: «حماس الشباب»; an adjective of a state does not."""
    if at >= len(reading.words) or reading.words[at].lead or reading.words[at].blocked:
        return False
    word = reading.words[at]
    return word.definite and not reading.phrases.adjectival(word) and not word.features.keys() & _BODY_WORDS


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


def abroad(reading: Reading, thing: int, last: int) -> bool:
    """Whether another state than a body's own is told right behind its name: «مجلس الشورى بسلطنة عمان», «هيئة الغذاء والدواء الأميركية»."""
    country, words = reading.world.thing(thing).country, reading.words
    if country is None or last >= len(words):
        return False
    word, forms = words[last], _NAMES
    if word.definite and not word.lead:
        forms = _NATIONAL
    elif word.key in reading.inside and not word.lead and last + 1 < len(words):
        word = words[last + 1]
    elif word.lead != (_BEH,):
        return False
    states = {reading.world.thing(hit.entry.thing).country for hit in word.names if hit.entry.form in forms}
    return bool(states) and country not in states


def foreign(reading: Reading, thing: int, at: int, last: int) -> bool:
    """Whether a body that any state may have by its everyday name («مجلس الشيوخ») is of a state that the article never speaks of."""
    country, words = reading.world.thing(thing).country, reading.words.items[at:last]
    if country is None or len(words) < 2 or country in reading.countries or reading.world.thing(thing).sort in OUTLETS:
        return False
    return all(reading.names.noun(word) and not any(hit.last == word.last for hit in word.names) for word in words)


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
    verb = following is not None and (following.reports or "verb" in following.features or reading.names.verbal(following))
    if following is not None and verb and not following.lead and not following.mark and word.lead in ((), _WAW):
        hosts = following.key in reading.hosting
        return not hosts and (before is None or not (before.key == "-" or before.features.keys() & {"preposition", "place"}))
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

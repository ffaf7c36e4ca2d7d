"""What hangs on a title or a body by a preposition or a particle: باسم الجيش, في حزب الله, لحقوق الإنسان, «للمجلس»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rawi.stages.mentions.phrase import HEADS, THINGS, TITLES, State
from rawi.stages.mentions.words import Word

if TYPE_CHECKING:
    from rawi.stages.mentions.phrases import PhraseReader

_WAW, _LAM, _BEH = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER BEH}"
_OFFICES = frozenset(("organization", "bureau"))
_SENT = frozenset(("envoy", "ambassador", "representative", "deputy"))
_NO_PURPOSE = frozenset(("organization", "government", "place", "group", "office", "honorific", "rank", "source", "end"))
_NAMING = frozenset(("honorific", "rank", "given"))


def preposition(reader: PhraseReader, state: State, word: Word) -> bool:
    """في، باسم، إلى, من before a body or a name."""
    end, entry = word.features["preposition"]
    after = max(reader.words.after(end), state.at + 1)
    if after >= len(reader.words) or reader.words[after].mark or reader.words[after].blocked:
        return False
    if word.lead and word.lead != (_BEH,) and entry.table != "of":
        return False
    if entry.table == "for":
        state.at, state.closed, state.adjective = after, False, False
        return True
    kinds = {"at": ("office", "source", "organization"), "to": ("office",), "from": ("source",), "of": ("office",)}
    if state.head not in kinds.get(entry.table, ()):
        return False
    if entry.table == "to" and state.table not in _SENT:
        return False
    named = _before_name(reader, after)
    attached = _attach(reader, state, after, place=entry.table == "to" or state.head == "source" or named)
    if attached and named and reader.words[state.at].lead == (_WAW,):
        state.at += 1
    return attached


def _of_a_state(reader: PhraseReader, at: int) -> bool:
    """Whether the adjective of a state stands at a word: what is before it is all one body, «هيئة الغذاء والدواء الأميركية»."""
    if at >= len(reader.words) or reader.words[at].lead or not reader.words[at].definite:
        return False
    return any(hit.entry.form == "adjective" for hit in reader.words[at].names)


def _before_name(reader: PhraseReader, at: int) -> bool:
    """Whether a known place at a word is followed by a name or an honorific: it still belongs to the title."""
    hit = reader.names.known(at, frozenset(("place", "country")))
    after = max(reader.words.after(hit.last), at + 1) if hit is not None else len(reader.words)
    if after < len(reader.words) and reader.words[after].lead == (_WAW,) and reader.words[after].definite:
        after += 1
    return after < len(reader.words) and not reader.words[after].lead and bool(reader.words[after].features.keys() & _NAMING)


def led(reader: PhraseReader, state: State, word: Word, start: int) -> bool:
    """A word behind a proclitic: و joins portfolios, ل and ب attach a body."""
    if word.lead == (_WAW,):
        several = state.portfolio is not None or state.purpose or (state.head == "organization" and _of_a_state(reader, state.at + 1))
        joins = word.definite and state.at > start and reader.words[state.at - 1].definite and several
        if joins and not reader.named_at(state.at) and not word.features.keys() & (HEADS | TITLES):
            state.at += 1
            return True
        return _joined_adjective(reader, state, word, start)
    if word.lead == (_LAM,):
        return _belonging(reader, state, word, start)
    if word.lead == (_BEH,) and state.head in ("office", "source"):
        return _attach(reader, state, state.at, place=False)
    return False


def _belonging(reader: PhraseReader, state: State, word: Word, start: int) -> bool:
    """ل after a title or body: what it is of or for, where an adjective or a second word came before; else the one spoken to."""
    if state.head in ("document", "government"):
        return state.head == "document" and _attach(reader, state, state.at, place=False)
    if not state.closed and not state.adjective:
        return False
    formal = state.several or state.at > start
    if "purpose" in word.features and state.head in ("organization", "office"):
        state.at, state.closed, state.adjective, state.purpose = state.at + 1, False, False, True
        return True
    if formal and state.table in _OFFICES and "office" in word.features:
        return reader.another_head(state, word)
    if _addressed(reader, state.at) or (state.head == "organization" and not formal):
        return False
    heads = _NO_PURPOSE if state.head == "organization" else HEADS
    if reader.names.known(state.at, THINGS) is None and formal and word.definite and not word.pronoun and not word.features.keys() & heads:
        state.at, state.purpose = state.at + 1, True
        return True
    return _attach(reader, state, state.at, place=state.head == "office")


def _joined_adjective(reader: PhraseReader, state: State, word: Word, start: int) -> bool:
    """A second adjective: مصادر طبية وعسكرية."""
    before = reader.words[state.at - 1]
    if state.at == start or before.definite != word.definite or not reader.adjectival(word) or not reader.adjectival(before):
        return False
    head = word.features.keys() & (TITLES | HEADS)
    if word.blocked or word.reports or (head and ("qualifier" not in word.features or _goes_on(reader, state.at + 1))):
        return False
    state.at += 1
    return True


def _goes_on(reader: PhraseReader, at: int) -> bool:
    """Whether an adjective with the article stands at a word: what is before it is a noun of its own, «والمعارضة السورية»."""
    return at < len(reader.words) and reader.words[at].definite and not reader.words[at].lead and reader.adjectival(reader.words[at])


def _addressed(reader: PhraseReader, at: int) -> bool:
    """Whether a word is somebody that one speaks to rather than belongs to."""
    features = reader.words[at].features
    if any(sort in features and features[sort][1].table in reader.addressees for sort in ("organization", "source")):
        return True
    if features.keys() & TITLES or "group" in features:
        return True
    hit = reader.names.known(at)
    return hit is not None and (reader.names.world.thing(hit.entry.thing).code or "").endswith("MED")


def _attach(reader: PhraseReader, state: State, at: int, *, place: bool) -> bool:
    """A body or a name (a place only where `place`) behind a preposition; then the phrase goes on from it."""
    word = reader.words[at]
    kinds = THINGS if place else frozenset(("organization", "country"))
    hit = reader.names.known(at, kinds)
    body = word.features.get("organization") or word.features.get("government")
    if state.head == "document":
        body = body or word.features.get("source") or word.features.get("group")
    if hit is not None and (body is None or reader.words.after(hit.last) > at + 1):
        state.things.append(hit.entry.thing)
        state.nested.append(at)
        state.at, state.closed, state.adjective = max(reader.words.after(hit.last), at + 1), True, False
        return True
    if body is None:
        return False
    state.nested.append(at)
    state.at = max(reader.words.after(body[0]), at + 1)
    state.closed, state.adjective = reader.ends_definite(state.at, word), False
    return True

"""What belongs to a title or a body: the genitives, adjectives and prepositional phrases after its head noun.

An Arabic noun without article is completed by the next noun (وزير الخارجية); once a noun with its article or a name has completed it, only
adjectives with the article (السعودي) and certain prepositions can follow. What comes next without article is a name or something else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rawi.stages.mentions.names import NameReader
from rawi.stages.mentions.words import Word, Words
from rawi.text.fold import QUOTE
from rawi.text.lexicon import Hit
from rawi.world.things import Name

_LONGEST = 12
_HEADS = frozenset(("organization", "government", "place", "group"))
_PERSON = frozenset(("person",))
_TROOPS = frozenset(("army", "movement", "party", "follower", "rebel", "system"))
_SENT = frozenset(("envoy", "ambassador", "representative", "deputy"))
_INNER = ("office", "honorific", "organization", "government", "place", "group")
_THINGS = frozenset(("organization", "country", "place", "group", "other"))
_COUNTRY = frozenset(("country",))
_LANDS = frozenset(("country", "place"))
_WAW, _LAM, _BEH = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER BEH}"
_HAMZA = "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}"
_RELATION = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}")


class Phrase(NamedTuple):
    """The words after a head noun up to `last`; `closed` where something definite or a name completed it.

    `things` are the world's things named in it, `nested` the words where bodies begin inside it, `alias` a name in brackets,
    `inner` the word where another post begins inside it.
    """

    last: int
    closed: bool
    things: tuple[int, ...] = ()
    nested: tuple[int, ...] = ()
    alias: tuple[int, int] | None = None
    portfolio: str | None = None
    inner: int | None = None


class _State:
    """What has been read of a phrase so far."""

    def __init__(self, at: int, closed: bool, head: str) -> None:
        self.at, self.closed, self.head = at, closed, head
        self.adjective = False
        self.things: list[int] = []
        self.nested: list[int] = []
        self.alias: tuple[int, int] | None = None
        self.portfolio: str | None = None
        self.unknown = 0
        self.inner: int | None = None
        self.several = False
        self.table, self.fresh = "", -1


class PhraseReader:
    """Reads on from a head noun; `head` is its sort."""

    def __init__(self, words: Words, names: NameReader, addressees: Iterable[str]) -> None:
        self.words, self.names, self.addressees = words, names, frozenset(addressees)

    def read(self, at: int, *, closed: bool, head: str, several: bool = False, table: str = "") -> Phrase:
        """What completes a head noun whose next word is `at`; `closed` where the noun has its article or a pronoun, `several` where
        it is more than one word (أمين عام); `table` is the kind of body or place it is the head of."""
        state = _State(at, closed, head)
        state.several, state.table = several, table
        state.fresh = at if table in _NAMEABLE | _TROOPS else -1
        start = at
        while state.at < len(self.words) and state.at - start < _LONGEST and self._step(state, start):
            pass
        if state.inner is not None and head != "office":
            named = self.names.person(state.at, licensed=True)
            if named is not None and named.given and not self.words[state.at].lead:
                state.at = named.last
        return Phrase(state.at, state.closed, tuple(state.things), tuple(state.nested), state.alias, state.portfolio, state.inner)

    def _step(self, state: _State, start: int) -> bool:
        word = self.words[state.at]
        if word.mark:
            return self._marked(state, word)
        if word.blocked or word.reports:
            return False
        if "preposition" in word.features and word.features["preposition"][1].table != "place":
            return self._preposition(state, word)
        if word.lead:
            return self._led(state, word, start)
        if "end" in word.features and not self._names(state.at):
            return False
        return self._definite(state, word) if state.closed else self._open(state, word)

    def _marked(self, state: _State, word: Word) -> bool:
        if word.key == QUOTE and not state.closed:
            return self._quoted(state)
        if word.key == "(" and state.alias is None:
            return self._bracketed(state)
        return False

    def _quoted(self, state: _State) -> bool:
        """A name in quotation marks: وكالة «رويترز»."""
        for closing in range(state.at + 2, min(state.at + 8, len(self.words))):
            if self.words[closing].mark and self.words[closing].key == QUOTE:
                hit = self.names.known(state.at + 1)
                if hit is not None:
                    state.things.append(hit.entry.thing)
                state.at, state.closed = closing + 1, True
                return True
            if self.words[closing].mark and self.words[closing].key in ".:":
                return False
        return False

    def _bracketed(self, state: _State) -> bool:
        """Another name in brackets: (ناتو), (د.ب.أ)."""
        for closing in range(state.at + 2, min(state.at + 8, len(self.words))):
            if self.words[closing].key == ")":
                inside = self.words.items[state.at + 1 : closing]
                if (
                    self._elsewhere(state.at + 1, closing)
                    or any(word.mark and word.key[0].isdigit() for word in inside)
                    or any(word.blocked for word in inside)
                ):
                    return False
                state.alias = (state.at + 1, closing)
                state.at = closing + 1
                state.closed = True
                return True
        return False

    def _elsewhere(self, at: int, closing: int) -> bool:
        """Whether brackets hold a state or a place, which is no other name of what stands before them: سوروتش (تركيا)."""
        hit = self.names.known(at, _LANDS)
        return hit is not None and self.words.after(hit.last) <= closing

    def _open(self, state: _State, word: Word) -> bool:
        """After a noun without article: its genitive, or an adjective like it."""
        if not state.adjective and self._genitive_name(state, word):
            return True
        features = word.features
        if "portfolio" in features and word.definite | (not state.adjective):
            end, entry = features["portfolio"]
            state.portfolio = entry.table
            state.at, state.closed = max(self.words.after(end), state.at + 1), word.definite or end > word.stem + 1
            return True
        if not state.adjective and ("qualifier" not in features or word.definite) and self._another_head(state, word):
            return True
        if word.definite:
            if state.adjective or "verb" in features:
                return False
            state.at, state.closed = state.at + 1, True
            return True
        if self.adjectival(word):
            end = features["qualifier"][0] if "qualifier" in features else word.last
            state.at, state.adjective = max(self.words.after(end), state.at + 1), True
            return True
        return self._bare(state, word)

    def _another_head(self, state: _State, word: Word) -> bool:
        """A post, body or place inside the phrase: نائب رئيس, مدير المرصد, حاكم ولاية."""
        for sort in _INNER:
            if sort not in word.features or (sort == "honorific" and state.head == "office"):
                continue
            feature = word.features[sort]
            if sort in _HEADS:
                state.nested.append(state.at)
                state.table = feature[1].table
            elif state.inner is None:
                state.inner = state.at
            state.at = max(self.words.after(feature[0]), state.at + 1)
            state.closed = self._ends_definite(state.at, word)
            state.fresh = state.at if sort in _HEADS and state.table in _NAMEABLE | _TROOPS else -1
            return True
        return False

    def _ends_definite(self, after: int, word: Word) -> bool:
        """Whether the phrase just read is definite: its head or its last word has the article."""
        return word.definite or word.pronoun or (after - 1 >= 0 and self.words[after - 1].definite)

    def _genitive_name(self, state: _State, word: Word) -> bool:
        hit = self._state_of(state) or self.names.known(state.at, _THINGS)
        troops = state.table in _TROOPS
        person = self.names.known(state.at, _PERSON, weak=troops) if state.head != "office" or state.unknown == 0 else None
        if hit is None and (person is None or state.at == 0):
            return False
        best = hit or person
        assert best is not None
        if hit is not None and any(sort in word.features for sort in _HEADS) and self.words.after(best.last) <= state.at + 1:
            return False
        state.things.append(best.entry.thing)
        if "portfolio" in word.features:
            state.portfolio = word.features["portfolio"][1].table
            state.things += self._states(best.entry.thing)
        state.nested.append(state.at)
        state.at, state.closed = max(self.words.after(best.last), state.at + 1), True
        return True

    def _state_of(self, state: _State) -> Hit[Name] | None:
        """The state that a post is of, though a city has its name too: «سفير عمان»."""
        if state.head != "office":
            return None
        hit, any_kind = self.names.known(state.at, _COUNTRY, weak=True), self.names.known(state.at, _THINGS)
        return hit if hit is not None and any_kind is not None and hit.last == any_kind.last else None

    def _states(self, thing: int) -> list[int]:
        """The state that a ministry is of, by what the world knows."""
        world = self.names.world
        country = world.thing(thing).country
        number = world.country(country) if country is not None else None
        return [] if number is None else [number]

    def _bare(self, state: _State, word: Word) -> bool:
        """A noun that no lexicon knows continues the chain where something definite completes it: قائد عمليات الأنبار."""
        named = self._unknown_place(word) if state.head == "place" else self._unknown_name(word)
        if state.fresh == state.at and state.table in _NAMEABLE and named and not self._chains(state.at + 1):
            last = state.at + 1
            if state.table in _FOREIGN and last < len(self.words) and not self.words[last].lead and self._unknown_name(self.words[last]):
                last += 1
            state.at, state.closed = last, True
            return True
        if state.fresh == state.at and state.table in _TROOPS:
            person = self.names.person(state.at, licensed=True)
            if person is not None and (person.given or "given" in word.features):
                state.at, state.closed = person.last, True
                return True
        if state.adjective or state.unknown >= 2 or word.features.keys() & _NO_LINK or word.pronoun:
            return False
        if self.names.verbal(word):
            return False
        following = self.words[state.at + 1] if state.at + 1 < len(self.words) else None
        if following is None or following.mark or following.lead or following.blocked or following.reports:
            return False
        if not (following.definite or self._names(state.at + 1) or following.features.keys() & _HEADS):
            return False
        state.at, state.unknown = state.at + 1, state.unknown + 1
        return True

    def _unknown_name(self, word: Word) -> bool:
        """Whether a word that no lexicon knows can be the name of the body or place before it: شركة ميتسوبيشي, ولاية ألاباما."""
        known = word.mark or word.blocked or word.reports or word.pronoun or word.definite or word.features
        return not known and not word.key.endswith(_FEMININE) and len(word.key) > 2 and not self.names.verbal(word)

    def _unknown_place(self, word: Word) -> bool:
        """Whether a word that no lexicon knows, unless as a given name, can be the name of the place before it: مدينة شارلوت."""
        odd = word.mark or word.blocked or word.reports or word.pronoun or word.definite or word.features.keys() - _GIVEN
        return not odd and len(word.key) > 2 and not self.names.verbal(word) and not self.names.common(word)

    def _chains(self, at: int) -> bool:
        """Whether a word completes the one before it: «نداء تونس», «شهداء الأقصى», but not «ألاباما الأميركية»."""
        if at >= len(self.words) or self.words[at].mark or self.words[at].lead or self.words[at].blocked:
            return False
        word = self.words[at]
        return (word.definite and not self.adjectival(word)) or self.names.known(at, _THINGS) is not None

    def _definite(self, state: _State, word: Word) -> bool:
        """After a noun that is complete: adjectives with the article."""
        if word.definite and self.adjectival(word) and not self._titles(word):
            self._nation(state, word)
            end = word.features["qualifier"][0] if "qualifier" in word.features else word.last
            state.at = max(self.words.after(end), state.at + 1)
            return True
        if word.definite and state.head == "office" and not word.features and not word.pronoun and self._named_next(state.at + 1):
            state.at += 1
            return True
        return False

    def _titles(self, word: Word) -> bool:
        """Whether a word that could be an adjective is a title of its own: one that has no ending of relation (العسكري has)."""
        return bool(word.features.keys() & _TITLES) and "qualifier" not in word.features and not word.key.endswith(_RELATION)

    def _nation(self, state: _State, word: Word) -> None:
        """Notes the state or body whose adjective a word is."""
        nations = [hit.entry.thing for hit in word.names if hit.entry.form in ("adjective", "demonym")]
        state.things += nations[:1]

    def _named_next(self, at: int) -> bool:
        """Whether a given name or a known person comes next: what stands between title and name is an adjective."""
        if at >= len(self.words) or self.words[at].lead or self.words[at].mark:
            return False
        return "given" in self.words[at].features or self.names.known(at, frozenset(("person",))) is not None

    def adjectival(self, word: Word) -> bool:
        """Whether a word is an adjective of titles and bodies: a listed one, one of a country, or one of relation (ـي, ـية)."""
        if "qualifier" in word.features:
            return True
        if any(hit.entry.form in ("adjective", "demonym") for hit in word.names):
            return True
        if len(word.key) < 4 or not word.key.endswith(_RELATION) or "given" in word.features or word.pronoun:
            return False
        return _HAMZA not in self.words.doc.article.text[self.words.tokens[word.stem].end - 2 : self.words.tokens[word.stem].end]

    def _preposition(self, state: _State, word: Word) -> bool:
        """في، باسم، إلى, من before a body or a name."""
        end, entry = word.features["preposition"]
        after = max(self.words.after(end), state.at + 1)
        if after >= len(self.words) or self.words[after].mark or self.words[after].blocked:
            return False
        if (entry.lead and word.lead != (entry.lead,)) or (word.lead and word.lead != (_BEH,) and entry.table != "of"):
            return False
        if entry.table == "for":
            state.at, state.closed, state.adjective = after, False, False
            return True
        kinds = {"at": ("office", "source", "organization"), "to": ("office",), "from": ("source",), "of": ("office",)}
        if state.head not in kinds.get(entry.table, ()):
            return False
        if entry.table == "to" and state.table not in _SENT:
            return False
        named = self._before_name(after)
        attached = self._attach(state, after, place=entry.table == "to" or state.head == "source" or named)
        if attached and named and self.words[state.at].lead == (_WAW,):
            state.at += 1
        return attached

    def _before_name(self, at: int) -> bool:
        """Whether a known place at a word is followed by a name or an honorific: it still belongs to the title."""
        hit = self.names.known(at, frozenset(("place", "country")))
        after = max(self.words.after(hit.last), at + 1) if hit is not None else len(self.words)
        if after < len(self.words) and self.words[after].lead == (_WAW,) and self.words[after].definite:
            after += 1
        return after < len(self.words) and not self.words[after].lead and bool(self.words[after].features.keys() & _NAMING)

    def _led(self, state: _State, word: Word, start: int) -> bool:
        """A word behind a proclitic: و joins portfolios, ل and ب attach a body."""
        if word.lead == (_WAW,):
            joins = word.definite and state.at > start and self.words[state.at - 1].definite and state.portfolio is not None
            if joins and not self._names(state.at) and not word.features.keys() & (_HEADS | _TITLES):
                state.at += 1
                return True
            return self._joined_adjective(state, word, start)
        if word.lead == (_LAM,):
            return self._belonging(state, word, start)
        if word.lead == (_BEH,) and state.head in ("office", "source"):
            return self._attach(state, state.at, place=False)
        return False

    def _belonging(self, state: _State, word: Word, start: int) -> bool:
        """ل after a title or body: what it is of or for, where an adjective or a second word came before; else the one spoken to."""
        if state.head in ("document", "government"):
            return state.head == "document" and self._attach(state, state.at, place=False)
        if not state.closed and not state.adjective:
            return False
        formal = state.several or state.at > start
        if "purpose" in word.features and state.head in ("organization", "office"):
            state.at, state.closed, state.adjective = state.at + 1, False, False
            return True
        if formal and state.table == "organization" and "office" in word.features:
            return self._another_head(state, word)
        if self._addressed(state.at) or (state.head == "organization" and not formal):
            return False
        heads = _NO_PURPOSE if state.head == "organization" else _HEADS
        if (
            self.names.known(state.at, _THINGS) is None
            and formal
            and word.definite
            and not word.pronoun
            and not word.features.keys() & heads
        ):
            state.at += 1
            return True
        return self._attach(state, state.at, place=state.head == "office")

    def _joined_adjective(self, state: _State, word: Word, start: int) -> bool:
        """A second adjective: مصادر طبية وعسكرية."""
        before = self.words[state.at - 1]
        if state.at == start or before.definite != word.definite or not self.adjectival(word) or not self.adjectival(before):
            return False
        head = word.features.keys() & (_TITLES | _HEADS)
        if word.blocked or word.reports or (head and ("qualifier" not in word.features or self._goes_on(state.at + 1))):
            return False
        state.at += 1
        return True

    def _goes_on(self, at: int) -> bool:
        """Whether an adjective with the article stands at a word: what is before it is a noun of its own, «والمعارضة السورية»."""
        return at < len(self.words) and self.words[at].definite and not self.words[at].lead and self.adjectival(self.words[at])

    def _addressed(self, at: int) -> bool:
        """Whether a word is somebody that one speaks to rather than belongs to."""
        features = self.words[at].features
        if any(sort in features and features[sort][1].table in self.addressees for sort in ("organization", "source")):
            return True
        if features.keys() & _TITLES or "group" in features:
            return True
        hit = self.names.known(at)
        return hit is not None and (self.names.world.thing(hit.entry.thing).code or "").endswith("MED")

    def _attach(self, state: _State, at: int, *, place: bool) -> bool:
        """A body or a name (a place only where `place`) behind a preposition; then the phrase goes on from it."""
        word = self.words[at]
        kinds = _THINGS if place else frozenset(("organization", "country"))
        hit = self.names.known(at, kinds)
        body = word.features.get("organization") or word.features.get("government")
        if state.head == "document":
            body = body or word.features.get("source") or word.features.get("group")
        if hit is not None and (body is None or self.words.after(hit.last) > at + 1):
            state.things.append(hit.entry.thing)
            state.nested.append(at)
            state.at, state.closed, state.adjective = max(self.words.after(hit.last), at + 1), True, False
            return True
        if body is None:
            return False
        state.nested.append(at)
        state.at = max(self.words.after(body[0]), at + 1)
        state.closed, state.adjective = self._ends_definite(state.at, word), False
        return True

    def _names(self, at: int) -> bool:
        return self.names.known(at) is not None


_FOREIGN = frozenset(("agency", "newspaper", "channel", "website", "company"))
_NAMEABLE = _FOREIGN | {"party", "movement", "university", "hospital", "city", "province", "region", "site"}
_NO_LINK = frozenset(("given", "verb"))
_GIVEN = frozenset(("given",))
_FEMININE = "\N{ARABIC LETTER HEH}"
_NO_PURPOSE = frozenset(("organization", "government", "place", "group", "office", "honorific", "rank", "source", "end"))
_NAMING = frozenset(("honorific", "rank", "given"))
_TITLES = frozenset(("office", "honorific", "rank", "source"))

"""What belongs to a title or a body: the genitives, adjectives and prepositional phrases after its head noun.

An Arabic noun without article is completed by the next noun (وزير الخارجية); once a noun with its article or a name has completed it, only
adjectives with the article (السعودي) and certain prepositions can follow. What comes next without article is a name or something else.
"""

from __future__ import annotations

from collections.abc import Iterable

from rawi.stages.mentions.attachments import led, preposition
from rawi.stages.mentions.names import NameReader
from rawi.stages.mentions.phrase import HEADS, THINGS, TITLES, Phrase, State
from rawi.stages.mentions.words import Word, Words
from rawi.text.fold import QUOTE, fold
from rawi.text.lexicon import Hit
from rawi.world.things import Name

_LONGEST = 12
_FOREIGN = frozenset(("agency", "newspaper", "channel", "website", "company"))
_NAMEABLE = _FOREIGN | {"party", "movement", "university", "hospital", "city", "province", "region", "site"}
_NATIONAL = frozenset(("adjective", "demonym"))
_WHOLE = frozenset(("source", "group"))
_NO_LINK = frozenset(("given", "verb"))
_PEOPLE = frozenset(("group", "source"))
_GIVEN = frozenset(("given",))
_FEMININE = "\N{ARABIC LETTER HEH}"
_PERSON = frozenset(("person",))
_TROOPS = frozenset(("army", "movement", "party", "follower", "rebel", "system"))
_INNER = ("office", "honorific", "organization", "government", "place", "group")
_COUNTRY = frozenset(("country",))
_ELSEWHERE = frozenset(("country", "place", "organization"))
_HAMZA = "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}"
_PLURAL = ("\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}")
_RELATION = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}")


class PhraseReader:
    """Reads on from a head noun; `head` is its sort."""

    def __init__(self, words: Words, names: NameReader, addressees: Iterable[str]) -> None:
        self.words, self.names, self.addressees = words, names, frozenset(addressees)

    def read(self, at: int, *, closed: bool, head: str, several: bool = False, table: str = "") -> Phrase:
        """What completes a head noun whose next word is `at`; `closed` where the noun has its article or a pronoun, `several` where
        it is more than one word (أمين عام); `table` is the kind of body or place it is the head of."""
        state = State(at, closed, head)
        state.several, state.table = several, table
        state.fresh = at if table in _NAMEABLE | _TROOPS else -1
        state.adjective = several and head in _WHOLE
        start = at
        while state.at < len(self.words) and state.at - start < _LONGEST and self._step(state, start):
            pass
        if state.inner is not None and head != "office":
            named = self.names.person(state.at, licensed=True)
            if named is not None and named.given and not self.words[state.at].lead:
                state.at = named.last
        return Phrase(state.at, state.closed, tuple(state.things), tuple(state.nested), state.alias, state.portfolio, state.inner)

    def _step(self, state: State, start: int) -> bool:
        word = self.words[state.at]
        if word.mark:
            return self._marked(state, word)
        if word.blocked or word.reports:
            return False
        entry = word.features["preposition"][1] if "preposition" in word.features else None
        if entry is not None and entry.table != "place" and (not entry.lead or word.lead == (entry.lead,)):
            return preposition(self, state, word)
        if word.lead:
            return led(self, state, word, start)
        if "end" in word.features and not self.named_at(state.at):
            return False
        return self._definite(state, word) if state.closed else self._open(state, word)

    def _marked(self, state: State, word: Word) -> bool:
        if word.key == QUOTE and not state.closed:
            return self._quoted(state)
        if word.key == "(" and state.alias is None:
            return self._bracketed(state)
        return False

    def _quoted(self, state: State) -> bool:
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

    def _bracketed(self, state: State) -> bool:
        """Another name in brackets: (ناتو), (د.ب.أ)."""
        for closing in range(state.at + 2, min(state.at + 8, len(self.words))):
            if self.words[closing].key == ")":
                inside = self.words.items[state.at + 1 : closing]
                if (
                    self._elsewhere(state.at + 1, closing, state.table)
                    or any(word.mark and word.key[0].isdigit() for word in inside)
                    or any(word.blocked for word in inside)
                ):
                    return False
                state.alias = (state.at + 1, closing)
                state.at = closing + 1
                state.closed = True
                return True
        return False

    def _elsewhere(self, at: int, closing: int, table: str) -> bool:
        """Whether brackets hold a state, a place or an agency, which is no other name of what stands before them: سوروتش (تركيا)."""
        hit = self.names.known(at, _ELSEWHERE)
        if hit is None or self.words.after(hit.last) > closing:
            return False
        thing = self.names.world.thing(hit.entry.thing)
        return thing.kind != "organization" or (thing.sort == "agency" and table != "agency")

    def _open(self, state: State, word: Word) -> bool:
        """After a noun without article: its genitive, or an adjective like it."""
        if not state.adjective and self._genitive_name(state, word):
            return True
        features = word.features
        if "portfolio" in features and word.definite | (not state.adjective):
            end, entry = features["portfolio"]
            state.portfolio = entry.table
            state.at, state.closed = max(self.words.after(end), state.at + 1), word.definite or end > word.stem + 1
            return True
        if state.head in _PEOPLE and features.keys() & _PEOPLE and not word.definite and word.key.endswith(_PLURAL):
            state.at, state.adjective = state.at + 1, True  # «محللون سياسيون»
            return True
        if not state.adjective and ("qualifier" not in features or word.definite) and self.another_head(state, word):
            return True
        if word.definite:
            if state.adjective or "verb" in features:
                return False
            state.at, state.closed = state.at + 1, True
            return True
        if state.fresh == state.at and self.names.strange(word) and self._bare(state, word):
            return True
        if self.adjectival(word):
            self._nation(state, word)
            end = features["qualifier"][0] if "qualifier" in features else word.last
            state.at, state.adjective = max(self.words.after(end), state.at + 1), True
            return True
        return self._bare(state, word)

    def another_head(self, state: State, word: Word) -> bool:
        """A post, body or place inside the phrase: نائب رئيس, مدير المرصد, حاكم ولاية."""
        for sort in _INNER:
            if sort not in word.features or (sort == "honorific" and state.head == "office"):
                continue
            feature = word.features[sort]
            if sort in HEADS:
                state.nested.append(state.at)
                state.table = feature[1].table
            elif state.inner is None:
                state.inner = state.at
            state.at = max(self.words.after(feature[0]), state.at + 1)
            state.closed = self.ends_definite(state.at, word)
            state.fresh = state.at if sort in HEADS and state.table in _NAMEABLE | _TROOPS else -1
            return True
        return False

    def ends_definite(self, after: int, word: Word) -> bool:
        """Whether the phrase just read is definite: its head or its last word has the article."""
        return word.definite or word.pronoun or (after - 1 >= 0 and self.words[after - 1].definite)

    def _genitive_name(self, state: State, word: Word) -> bool:
        hit = self._state_of(state) or self.names.known(state.at, THINGS)
        troops = state.table in _TROOPS
        person = self.names.known(state.at, _PERSON, weak=troops) if state.head != "office" or state.unknown == 0 else None
        if hit is None and (person is None or state.at == 0):
            return False
        best = hit or person
        assert best is not None
        if hit is not None and any(sort in word.features for sort in HEADS) and self.words.after(best.last) <= state.at + 1:
            return False
        state.things.append(best.entry.thing)
        if "portfolio" in word.features:
            state.portfolio = word.features["portfolio"][1].table
            state.things += self._states(best.entry.thing)
        state.nested.append(state.at)
        state.at, state.closed = max(self.words.after(best.last), state.at + 1), True
        return True

    def _state_of(self, state: State) -> Hit[Name] | None:
        """The state that a post is of, though a city has its name too: «سفير عمان»."""
        if state.head != "office":
            return None
        hit, any_kind = self.names.known(state.at, _COUNTRY, weak=True), self.names.known(state.at, THINGS)
        return hit if hit is not None and any_kind is not None and hit.last == any_kind.last else None

    def _states(self, thing: int) -> list[int]:
        """The state that a ministry is of, by what the world knows."""
        world = self.names.world
        country = world.thing(thing).country
        number = world.country(country) if country is not None else None
        return [] if number is None else [number]

    def _bare(self, state: State, word: Word) -> bool:
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
        if not (following.definite or self.named_at(state.at + 1) or following.features.keys() & HEADS):
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
        return (word.definite and not self.adjectival(word)) or self.names.known(at, THINGS) is not None

    def _definite(self, state: State, word: Word) -> bool:
        """After a noun that is complete: adjectives with the article."""
        apart = self._titles(word) or self._family(state, word) or self._people(state, word)
        if word.definite and (self.adjectival(word) or self._shy(state, word)) and not apart:
            self._nation(state, word)
            end = word.features["qualifier"][0] if "qualifier" in word.features else word.last
            state.at = max(self.words.after(end), state.at + 1)
            return True
        if word.definite and state.head == "office" and not word.features and not word.pronoun and self._named_next(state.at + 1):
            state.at += 1
            return True
        return False

    def _family(self, state: State, word: Word) -> bool:
        """Whether what looks like an adjective behind a post is somebody's family name: «الرئيس السيسي»."""
        if state.head != "office" or "qualifier" in word.features or any(hit.entry.form in _NATIONAL for hit in word.names):
            return False
        return any(self.names.world.thing(hit.entry.thing).kind == "person" for hit in word.names) and not self._shy(state, word)

    def _shy(self, state: State, word: Word) -> bool:
        """Whether a given name is an adjective, right behind the noun of a body and before no other name: «مدير الاتحاد العربي للكرة»."""
        given, before = word.features.get("given"), self.words[state.at - 1]
        if given is None or not given[1].shy or not word.key.endswith(_RELATION) or not before.definite:
            return False
        return "organization" in before.features and not self._named_next(state.at + 1)

    def _titles(self, word: Word) -> bool:
        """Whether a word that could be an adjective is a title of its own: one that has no ending of relation (العسكري has)."""
        return bool(word.features.keys() & TITLES) and "qualifier" not in word.features and not word.key.endswith(_RELATION)

    def _people(self, state: State, word: Word) -> bool:
        """Whether people in the plural stand behind a body, which is one: «حاصرت القوات اليمنية المتمردين»."""
        return state.head == "organization" and "group" in word.features and word.key.endswith(_PLURAL)

    def _nation(self, state: State, word: Word) -> None:
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
        token = self.words.tokens[word.stem]
        letters = [char for char in self.words.doc.article.text[token.start : token.end] if fold(char)]  # a tatweel is no letter
        return _HAMZA not in letters[-2:]

    def named_at(self, at: int) -> bool:
        """Whether a name of the world begins at a word."""
        return self.names.known(at) is not None

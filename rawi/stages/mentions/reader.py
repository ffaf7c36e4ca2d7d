"""Reads an article's words from left to right into references: titles with names, names, bodies, sources, groups, places."""

from __future__ import annotations

from typing import Any, Literal

from rawi.document import Document, Reference
from rawi.lang.lexicons.roles import Entry
from rawi.lang.pack import Language
from rawi.model import EntityKind, Form
from rawi.stages.mentions.echoes import echoes
from rawi.stages.mentions.names import Found, NameReader
from rawi.stages.mentions.phrases import Phrase, PhraseReader
from rawi.stages.mentions.words import Word, Words
from rawi.text.fold import QUOTE
from rawi.text.lexicon import Hit
from rawi.world.things import Name

_ORDER: tuple[str, ...] = (
    "quantifier",
    "honorific",
    "rank",
    "office",
    "known",
    "organization",
    "government",
    "source",
    "group",
    "document",
    "place",
    "given",
)
_NOUNS = frozenset(("source", "office", "group"))
_NO_NOUN = frozenset(("end", "verb", "preposition", "particle", "given"))
_RELATION = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}")
_NAMED = frozenset(("website", "channel"))
_NAMED_AFTER = frozenset(("university", "hospital", "company", "court"))
_COMMA = ","
_OPENERS = frozenset(("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}", ":"))
_REGENT = ("\N{ARABIC LETTER MEEM}\N{ARABIC LETTER NOON}",)


class Reader:
    """One pass over a document's words."""

    def __init__(self, doc: Document, lang: Language) -> None:
        self.doc, self.world = doc, lang.world
        self.words = Words(doc, lang)
        self.names = NameReader(self.words, lang.world)
        self.phrases = PhraseReader(self.words, self.names, lang.sources.roles.addressees)
        self.spoken = {self.words.after(cue.last) for cue in doc.cues if cue.aspect not in ("masdar", "noun", "phrase")}
        self.found: list[Reference] = []

    def read(self) -> tuple[Reference, ...]:
        """The references in order of their first words, longer ones first."""
        at = 0
        while at < len(self.words):
            at = max(self._at(at), at + 1)
        self.found += echoes(self.words, self.found, self.spoken)
        return tuple(sorted(self.found, key=lambda r: (r.first, -r.last)))

    def _at(self, at: int) -> int:
        """Reads what begins at a word; gives the word to go on from."""
        word = self.words[at]
        if word.mark or word.blocked or word.reports:
            return at + 1
        if self._qualifies(at):
            return at + 1
        for sort in _ORDER:
            if sort == "known":
                last = self._known(at) if word.names else at
            elif sort in word.features:
                last = getattr(self, f"_{sort}")(at, word.features[sort])  # type: ignore[index]
            else:
                continue
            if last > at:
                return int(last)
        return self._subject(at) if at in self.spoken else at + 1

    def _qualifies(self, at: int) -> bool:
        """Whether a word is the adjective of the noun before it, though it could be a noun: «تعاون عسكري», «الحملة البرلمانية»."""
        word = self.words[at]
        if at == 0 or word.lead or not word.key.endswith(_RELATION) or not word.features.keys() & _NOUNS or at in self.spoken:
            return False
        before = self.words[at - 1]
        return (
            not (before.mark or before.reports or before.blocked or before.features.keys() & _NO_NOUN) and before.definite == word.definite
        )

    # persons

    def _honorific(self, at: int, feature: tuple[int, Entry]) -> int:
        return self._titled(at)

    _rank = _office = _honorific

    def _titled(self, at: int) -> int:
        """Honorifics, ranks and posts, one after another, and the name they lead to."""
        titles = _Titles(self, at)
        after = titles.last
        name = self._name_after(after, titles) if titles.number == "s" else None
        if name is None:
            return self._untitled(at, titles)
        start, found = name
        last = self._apposed(found.last, titles)
        gender = found.gender if found.gender != "either" else titles.gender
        self._add(at, last, "name", "person", name=(start, found.last), thing=found.thing, office=titles.office, of=titles.things, former=titles.former, gender=gender,
                  definite=True, why=(*titles.why, found.rule), nested=titles.nested)  # fmt: skip
        return last

    def _name_after(self, at: int, titles: _Titles) -> tuple[int, Found] | None:
        """The name after a title: at once, in quotation marks, or after a comma where a given name or the world vouches for it."""
        words = self.words
        if at < len(words) and not words[at].mark and not words[at].lead:
            found = self.names.person(at, licensed=titles.closed)
            if found is not None and (found.given or titles.firm):
                return at, found
            return None
        if at + 2 < len(words) and words[at].key == QUOTE:
            found = self.names.person(at + 1, licensed=False)
            return (at + 1, found) if found is not None and found.given and words[found.last].key == QUOTE else None
        if at + 1 < len(words) and words[at].key == _COMMA and titles.closed and titles.office and not words[at + 1].lead:
            found = self.names.person(at + 1, licensed=False)
            if found is not None and found.given and found.last - at > 2:
                return at + 1, found
        return None

    def _apposed(self, at: int, titles: _Titles | None) -> int:
        """The end of a title that follows a name, with or without a comma: يوري أوشاكوف، مساعد الرئيس الروسي."""
        words = self.words
        start = at + 1 if at < len(words) and words[at].key == _COMMA else at
        if titles is not None and titles.office is not None and start > at:
            return at
        if start >= len(words) or words[start].lead or words[start].mark or "office" not in words[start].features or words[start].blocked:
            return at
        following = _Titles(self, start)
        if not following.closed or following.office is None or following.number != "s":
            return at
        if following.last < len(words) and self._name_after(following.last, following) is not None:
            if following.inner is None:
                return at
            following.last = self._titled(following.inner)
        elif following.inner is not None and words[following.inner].definite:
            self._titled(following.inner)
        if titles is not None:
            titles.adopt(following)
        self.apposition = following
        return following.last

    def _untitled(self, at: int, titles: _Titles) -> int:
        """A title with no name after it: the holder of a post («الوزير»), or a source known by it alone («متحدث باسم …»)."""
        if titles.office is None:
            return at
        word = self.words[at]
        if titles.number != "s":
            if not titles.closed:
                return at
            kind: EntityKind = "group"
        else:
            kind = "person"
            if not (word.definite or titles.closed or word.pronoun) and not titles.adjective:
                return at
        definite = word.definite or (titles.closed and not titles.attached)
        self._add(at, titles.last, "title", kind, office=titles.office, head=titles.office, of=titles.things, former=titles.former, definite=definite,
                  gender=titles.gender, number=titles.number, why=titles.why, nested=titles.nested)  # fmt: skip
        return titles.last

    def _given(self, at: int, feature: tuple[int, Entry]) -> int:
        return self._named_person(at)

    def _named_person(self, at: int) -> int:
        found = self.names.person(at, licensed=at in self.spoken)
        if found is None or not found.given:
            return at
        return self._person(at, found)

    def _person(self, at: int, found: Found) -> int:
        self.apposition: _Titles | None = None
        last = self._apposed(found.last, None)
        title = self.apposition
        self._add(at, last, "name", "person", name=(at, found.last), thing=found.thing, office=title.office if title else None,
                  of=title.things if title else (), former=title.former if title else False, gender=found.gender, definite=True, why=(found.rule,), nested=title.nested if title else ())  # fmt: skip
        return last

    # what the world names

    def _known(self, at: int) -> int:
        """A name of the world: a person, a state, a body, a place; where titles or heads of bodies begin longer phrases, those go first."""
        word = self.words[at]
        hit = self.names.known(at)
        city = self._metonym(at, hit)
        if city is not None:
            hit = city
        if hit is None:
            return self._demonym(at)
        thing = self.world.thing(hit.entry.thing)
        last = max(self.words.after(hit.last), at + 1)
        if thing.kind == "person":
            found = self.names.person(at, licensed=False)
            return self._person(at, found) if found is not None else at
        if {"organization", "government"} & word.features.keys() and last == at + 1:
            return at
        phrase = self._bracket(last)
        form: Form = "metonym" if hit.entry.form == "metonym" else "name"
        self._add(at, max(phrase.last, last), form, thing.kind, name=(at, last), alias=phrase.alias, thing=hit.entry.thing, definite=True,
                  head=self._head(word), gender=self._gender(thing, word), why=(f"world:{hit.entry.form}",))  # fmt: skip
        return max(phrase.last, last)

    def _head(self, word: Word) -> str | None:
        feature = word.features.get("organization")
        return feature[1].table if feature else None

    def _gender(self, thing: Any, word: Word) -> Literal["m", "f", "either"]:
        if thing.gender in ("m", "f"):
            return thing.gender  # type: ignore[no-any-return]
        feature = word.features.get("organization") or word.features.get("government")
        if feature:
            return feature[1].gender
        return "f" if thing.kind in ("country", "place") else "either"

    def _bracket(self, at: int) -> Phrase:
        """An alias in brackets after a name."""
        if at < len(self.words) and self.words[at].key == "(":
            phrase = self.phrases.read(at, closed=True, head="name")
            if phrase.alias is not None and phrase.alias[1] - phrase.alias[0] <= 6:
                return Phrase(phrase.alias[1] + 1, True, alias=phrase.alias)
        return Phrase(at, True)

    def _metonym(self, at: int, hit: Hit[Name] | None) -> Hit[Name] | None:
        """A capital or palace that stands for its state, where it does or is told what states do; None where it is a place."""
        for other in self.words[at].names:
            if other.entry.form == "metonym" and (hit is None or (other.last >= hit.last and self._acts(at))):
                return other
        return None

    def _acts(self, at: int) -> bool:
        return at in self.spoken or (at > 0 and (self.words[at - 1].reports or "verb" in self.words[at - 1].features))

    def _demonym(self, at: int) -> int:
        """A people by its name: الإيرانيون."""
        word = self.words[at]
        for hit in word.names:
            if hit.entry.form == "demonym" and word.definite:
                self._add(
                    at, at + 1, "name", "group", name=(at, at + 1), of=(hit.entry.thing,), definite=True, number="p", why=("world:demonym",)
                )
                return at + 1
        return at

    # bodies, sources, groups, documents, places

    def _organization(self, at: int, feature: tuple[int, Entry]) -> int:
        return self._body(at, feature, "organization")

    def _government(self, at: int, feature: tuple[int, Entry]) -> int:
        """A state's own bodies stand for it: الحكومة التركية."""
        after = max(self.words.after(feature[0]), at + 1)
        word = self.words[at]
        phrase = self.phrases.read(after, closed=word.definite or word.pronoun, head="organization")
        state = next((thing for thing in phrase.things if self.world.thing(thing).kind == "country"), None)
        if state is None:
            if not word.definite or feature[1].gender == "m":
                return at
            self._add(
                at,
                phrase.last,
                "title",
                "organization",
                head="government",
                definite=True,
                gender=feature[1].gender,
                number="s",
                why=("body:government",),
            )
            return phrase.last
        self._add(at, phrase.last, "metonym", "country", thing=state, head="government", of=phrase.things, definite=True,
                  gender=feature[1].gender, why=("body:government",), nested=phrase.nested)  # fmt: skip
        return phrase.last

    def _body(self, at: int, feature: tuple[int, Entry], head: str) -> int:
        """A body by its head noun: وزارة الدفاع الأميركية, حزب «العدالة والتنمية», «الوزارة»."""
        word, entry = self.words[at], feature[1]
        after = max(self.words.after(feature[0]), at + 1)
        definite = word.definite or (after > at + 1 and self.words[after - 1].definite)
        phrase = self.phrases.read(after, closed=definite or word.pronoun, head="organization")
        if not phrase.closed or (entry.table in _NAMED and not definite and not phrase.things and not self._quotes(after, phrase.last)):
            return at
        kind: EntityKind = "group" if entry.number == "p" else "organization"
        full = phrase.last > after or after > at + 1
        thing = self._same(at, phrase.last)
        self._add(at, phrase.last, "name" if full else "title", kind, name=(at, phrase.last if phrase.alias is None else phrase.alias[0] - 1) if full else None,
                  alias=phrase.alias, thing=thing, head=entry.table, of=phrase.things, definite=definite, gender=entry.gender, number=entry.number,
                  why=(f"body:{entry.table}",), nested=phrase.nested, inner=phrase.inner)  # fmt: skip
        return phrase.last

    def _quotes(self, at: int, last: int) -> bool:
        return any(self.words[inner].key == QUOTE for inner in range(at, last))

    def _same(self, at: int, last: int) -> int | None:
        """The world's thing named by exactly these words, or by the name in quotation marks after the head (وكالة «رويترز»)."""
        end = self.words[last - 1].last
        hit = next((hit for hit in self.words[at].names if hit.last == end and hit.entry.form in ("name", "short")), None)
        if hit is None:
            for inner in range(at + 1, min(at + 4, last)):
                hit = self.names.known(inner, frozenset(("organization",)))
                if hit is not None and last - self.words.after(hit.last) <= 1:
                    break
                hit = None
        return hit.entry.thing if hit is not None and self.world.thing(hit.entry.thing).kind == "organization" else None

    def _source(self, at: int, feature: tuple[int, Entry]) -> int:
        """Someone who speaks without a name: مصدر عسكري, شهود عيان, «المصدر»."""
        word, entry = self.words[at], feature[1]
        after = max(self.words.after(feature[0]), at + 1)
        phrase = self.phrases.read(after, closed=word.definite or word.pronoun, head="source")
        if entry.number == "s" and not word.definite and phrase.last == after and at not in self.spoken:
            return at
        name = (
            self.names.person(phrase.last, licensed=False) if phrase.last < len(self.words) and not self.words[phrase.last].lead else None
        )
        if name is not None and name.given and entry.number == "s":
            self._add(at, name.last, "name", "person", name=(phrase.last, name.last), thing=name.thing, head=entry.table, of=phrase.things,
                      gender=name.gender, definite=True, why=(f"source:{entry.table}", name.rule))  # fmt: skip
            return name.last
        kind: EntityKind = "person" if entry.number == "s" else "group"
        self._add(at, phrase.last, "title" if word.definite else "name", kind, head=entry.table, of=phrase.things, definite=word.definite,
                  gender=entry.gender, number=entry.number, why=(f"source:{entry.table}",), nested=phrase.nested)  # fmt: skip
        return phrase.last

    def _quantifier(self, at: int, feature: tuple[int, Entry]) -> int:
        """Part of a group: عدد من النواب المحافظين, أحد قياديي حزب الله."""
        start = max(self.words.after(feature[0]), at + 1)
        if start < len(self.words) and (self.words[start].key,) == _REGENT:
            start += 1
        if start >= len(self.words) or self.words[start].lead or self.words[start].mark:
            return at
        for sort in ("source", "group", "office"):
            inner = self.words[start].features.get(sort)  # type: ignore[call-overload]
            if inner is not None and inner[1].number == "p":
                after = max(self.words.after(inner[0]), start + 1)
                phrase = self.phrases.read(after, closed=self.words[start].definite, head="source")
                one = feature[0] == self.words[at].last and self.words[at].features["quantifier"][1].table == "one"
                self._add(at, phrase.last, "name", "person" if one else "group", head=inner[1].table, of=phrase.things, number="s" if one else "p",
                          why=("source:part",), nested=phrase.nested)  # fmt: skip
                return phrase.last
        return at

    def _group(self, at: int, feature: tuple[int, Entry]) -> int:
        """People as a group: المتظاهرون, المتمردين الأكراد."""
        word, entry = self.words[at], feature[1]
        after = max(self.words.after(feature[0]), at + 1)
        phrase = self.phrases.read(after, closed=word.definite or word.pronoun, head="group")
        if not word.definite and phrase.last == after and at not in self.spoken:
            return at
        self._add(at, phrase.last, "name", "group", head=entry.table, of=phrase.things, definite=word.definite, number=entry.number,
                  gender=entry.gender, why=(f"group:{entry.table}",), nested=phrase.nested, inner=phrase.inner)  # fmt: skip
        return phrase.last

    def _document(self, at: int, feature: tuple[int, Entry]) -> int:
        """A document that speaks: named after a reporting verb only."""
        if at not in self.spoken:
            return at
        word, entry = self.words[at], feature[1]
        phrase = self.phrases.read(max(self.words.after(feature[0]), at + 1), closed=word.definite or word.pronoun, head="organization")
        self._add(at, phrase.last, "title" if word.definite else "name", "other", head=entry.table, of=phrase.things, definite=word.definite,
                  gender=entry.gender, number=entry.number, why=(f"document:{entry.table}",), nested=phrase.nested)  # fmt: skip
        return phrase.last

    def _place(self, at: int, feature: tuple[int, Entry]) -> int:
        """A place by its kind: محافظة لحج, مدينة «عرسال»."""
        word, entry = self.words[at], feature[1]
        after = max(self.words.after(feature[0]), at + 1)
        phrase = self.phrases.read(after, closed=word.definite or word.pronoun, head="place")
        if phrase.last == after:
            return self._unknown_place(at, after, entry) if not word.definite else at
        inner = self.names.known(after, frozenset(("place",))) if not word.definite else None
        self._add(at, phrase.last, "name", "place", name=(after if inner else at, phrase.last), thing=inner.entry.thing if inner else None,
                  head=entry.table, of=phrase.things, definite=True, gender=entry.gender, why=(f"place:{entry.table}",))  # fmt: skip
        return phrase.last

    def _unknown_place(self, at: int, after: int, entry: Entry) -> int:
        """A town that the world does not know, behind its kind: بلدة داريا."""
        if (
            after >= len(self.words)
            or self.words[after].mark
            or self.words[after].lead
            or self.words[after].features
            or self.words[after].blocked
        ):
            return at
        self._add(
            at,
            after + 1,
            "name",
            "place",
            name=(after, after + 1),
            head=entry.table,
            definite=True,
            gender=entry.gender,
            why=(f"place:{entry.table}",),
        )
        return after + 1

    def _subject(self, at: int) -> int:
        """Words that no lexicon knows, between a reporting verb and its opener: قال كامبل إن."""
        words = self.words
        if words[at].lead or words[at].features.keys() & {"end", "preposition", "verb"} or words[at].pronoun:
            return at + 1
        last = at
        while last < len(words) and last - at < 4 and not words[last].mark and not words[last].blocked and not words[last].reports:
            if words[last].key in _OPENERS or words[last].lead or words[last].features.keys() & {"end", "preposition"}:
                break
            last += 1
        if last == at or last >= len(words) or words[last].key not in _OPENERS or words[last].lead:
            found = self.names.person(at, licensed=True)
            return self._person(at, found) if found is not None and found.given else at + 1
        kind: EntityKind = "person"
        self._add(at, last, "title" if words[at].definite else "name", kind, name=None if words[at].definite else (at, last), definite=words[at].definite,
                  why=("subject:opener",))  # fmt: skip
        return last

    def _add(self, at: int, last: int, form: Form, kind: EntityKind, **features: Any) -> None:
        """Adds the reference of words `at` up to `last`; word numbers in `name` and `alias` become tokens."""
        nested: tuple[tuple[int, int], ...] = features.pop("nested", ())
        inner: int | None = features.pop("inner", None)
        for field in ("name", "alias"):
            if features.get(field) is not None:
                features[field] = self._tokens(*features[field])
        first, end = self._tokens(at, last)
        self.found.append(Reference(first=first, last=end, form=form, kind=kind, spoken=at in self.spoken, **features))
        for begin, _ in nested:
            if begin > at:
                self._inside(begin)
        if inner is not None and inner > at and features.get("head") not in _NAMED_AFTER:
            self._titled(inner)

    def _inside(self, at: int) -> None:
        """The body or place inside a longer phrase, as a reference of its own."""
        word = self.words[at]
        if word.names and self.names.known(at) is not None:
            self._known(at)
        elif "organization" in word.features:
            self._organization(at, word.features["organization"])
        elif "government" in word.features:
            self._government(at, word.features["government"])

    def _tokens(self, at: int, last: int) -> tuple[int, int]:
        return self.words[at].first, self.words[last - 1].last


class _Titles:
    """A run of honorifics, ranks and posts at a word: what they say of who bears them."""

    def __init__(self, reader: Reader, at: int) -> None:
        words = reader.words
        self.last, self.office, self.closed, self.firm, self.adjective, self.attached = at, None, False, False, False, False  # type: ignore[assignment]
        self.office: str | None = None
        self.gender: Literal["m", "f", "either"] = "either"
        self.number: Literal["s", "d", "p"] = "s"
        self.things: tuple[int, ...] = ()
        self.nested: tuple[tuple[int, int], ...] = ()
        self.inner: int | None = None
        self.former = False
        self.why: tuple[str, ...] = ()
        while self.last < len(words) and (self.last == at or not words[self.last].lead) and self._take(reader, words[self.last]):
            pass

    def _take(self, reader: Reader, word: Word) -> bool:
        words = reader.words
        if word.mark or word.blocked or word.reports:
            return False
        for sort in ("honorific", "rank"):
            if sort in word.features and (sort != "rank" or word.definite or self.closed) and (self.office is None or self.closed):
                end, entry = word.features[sort]  # type: ignore[literal-required]
                self.last = max(reader.words.after(end), self.last + 1)
                if self.last < len(words) and words[self.last].key in ("/", ".") and (words[self.last].key == "/" or len(word.key) == 1):
                    self.last += 1
                self.closed = self.firm = True
                self.gender = entry.gender if entry.gender != "either" else self.gender
                self.why += (f"title:{sort}",)
                return True
        if "office" in word.features and not (self.office is not None and not self.closed):
            return self._post(reader, word)
        return False

    def _post(self, reader: Reader, word: Word) -> bool:
        end, entry = word.features["office"]
        after = max(reader.words.after(end), self.last + 1)
        definite = word.definite or word.pronoun or (after > self.last + 1 and reader.words[after - 1].definite)
        phrase = reader.phrases.read(after, closed=definite, head="office")
        if self.office is None:
            self.office = _office(entry.table, phrase, reader)
            self.gender, self.number = entry.gender if self.gender == "either" else self.gender, entry.number
        self.adjective = self.adjective or phrase.last > after
        self.attached = not definite and not phrase.closed
        self.last, self.closed = phrase.last, phrase.closed
        self.firm = self.firm or phrase.closed
        self.things += phrase.things
        self.nested += phrase.nested
        self.inner = self.inner if self.inner is not None else phrase.inner
        self.former = self.former or any(_former(word) for word in reader.words.items[after : phrase.last])
        self.why += (f"title:{entry.table}",)
        return True

    def adopt(self, other: _Titles) -> None:
        """Takes over what a title after the name says."""
        self.office = self.office or other.office
        self.things += other.things
        self.nested += other.nested
        self.why += other.why


def _former(word: Word) -> bool:
    feature = word.features.get("qualifier")
    return feature is not None and feature[1].table == "former"


def _office(table: str, phrase: Phrase, reader: Reader) -> str:
    """The office that a post and what completes it make: وزير + الخارجية, رئيس + a state."""
    if table == "minister" and phrase.portfolio is not None:
        return phrase.portfolio
    if table == "head" and phrase.things and not phrase.nested and reader.world.thing(phrase.things[0]).kind == "country":
        return "president"
    return table

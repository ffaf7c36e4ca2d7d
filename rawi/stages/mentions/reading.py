"""What the readers of persons, bodies and sources share: the words, the names, the phrases, and the references found so far."""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property

from msgspec.structs import replace

from rawi.document import CueHit, Document, Reference
from rawi.lang.lexicons.roles import Entry
from rawi.lang.pack import Language, phrase_keys
from rawi.stages.mentions.names import NameReader
from rawi.stages.mentions.phrase import Phrase
from rawi.stages.mentions.phrases import PhraseReader
from rawi.stages.mentions.words import PARTICIPLE, Words
from rawi.text.fold import QUOTE, folded

Feature = tuple[int, Entry]
"""The token that a role's phrase ends before, and its entry."""
_NO_INNER = frozenset(("university", "hospital", "company", "court", "site"))
_TELLING = frozenset(("name", "adjective", "demonym"))
_EPONYMS = _NO_INNER | {"organization", "club"}


class Reading:
    """One pass over a document's words. `spoken` are the words where the subject of words that report
    can begin, each with its cue."""

    def __init__(self, doc: Document, lang: Language) -> None:
        self.world, self.published = lang.world, doc.article.published
        self.words = Words(doc, lang)
        self.names = NameReader(self.words, lang)
        self.phrases = PhraseReader(self.words, self.names, lang.sources.roles.addressees)
        self.inside = folded(lang.sources.roles.inside)
        self.governing = folded(lang.sources.roles.governing)
        self.hosting = folded(lang.sources.roles.hosting)
        self.kin = folded(lang.sources.roles.kin)
        self.being = folded(lang.sources.roles.being)
        self.befalling = folded(lang.sources.roles.befalling)
        self.governors = folded(lang.sources.roles.governors)
        self.fronts = folded(lang.sources.roles.fronts)
        self.grounds = folded(lang.sources.roles.grounds)
        self.adjectival = folded(lang.sources.roles.adjectival)
        self.between = folded(lang.sources.roles.between)
        self.generations = _generations(lang)
        self.openers = folded(lang.sources.roles.openers)
        self.relative = lang.small_words("relative")
        self.spoken = {self._subject(cue): cue for cue in doc.cues if cue.aspect != PARTICIPLE or self._reports(cue)}
        self.found: list[Reference] = []
        self.bodies: list[int] = []
        """Words inside found phrases where bodies and places begin: to be read as references of their own."""
        self.persons: list[int] = []
        """The same for titles."""

    def _reports(self, cue: CueHit) -> bool:
        return self.words[self.words.after(cue.first)].reports

    def _subject(self, cue: CueHit) -> int:
        """The word after a cue where its subject can begin: behind a time and an opening quotation mark."""
        at = self.words.after(cue.last)
        while at < len(self.words) and (self.words[at].blocked or self.words[at].key == QUOTE):
            at += 1
        return at

    def after(self, at: int, feature: Feature) -> int:
        """The word after a role's phrase that begins at a word."""
        return max(self.words.after(feature[0]), at + 1)

    def definite(self, at: int, after: int) -> bool:
        """Whether the words from one up to another are definite: by article, by pronoun, or by the article of the last of several."""
        word = self.words[at]
        return word.definite or word.pronoun or (after > at + 1 and self.words[after - 1].definite)

    def tokens(self, at: int, last: int) -> tuple[int, int]:
        """The tokens of the words `at` up to `last`, without proclitics."""
        return self.words[at].first, self.words[last - 1].last

    @cached_property
    def countries(self) -> frozenset[str | None]:
        """The states that the article speaks of by name, adjective or capital, or by a place or a person of theirs."""
        things = {hit.entry.thing for word in self.words.items for hit in word.names if hit.last > word.stem}
        return frozenset(thing.country for thing in map(self.world.thing, things) if thing.kind != "organization")

    @cached_property
    def spoken_of(self) -> Counter[str | None]:
        """How often the article speaks of a state: by its name or adjective, or by the full name of somebody or something of its own."""
        named = {(hit.entry.thing, hit.last) for word in self.words.items for hit in word.names if hit.entry.form in _TELLING}
        return Counter(self.world.thing(thing).country for thing, _ in named)

    def _person(self, at: int) -> bool:
        """Whether the world's name at a word is a person's: what a place is called after is not spoken of."""
        hit = self.names.known(at)
        return hit is not None and self.world.thing(hit.entry.thing).kind == "person"

    def add(self, at: int, last: int, reference: Reference, phrase: Phrase | None = None) -> int:
        """Keeps a reference as that of the words `at` up to `last`, and what is named inside its phrase for later; gives `last`."""
        first, end = self.tokens(at, last)
        self.found.append(replace(reference, first=first, last=end, spoken=at in self.spoken))
        if phrase is not None:
            inner = (begin for begin in phrase.nested if begin > at)
            self.bodies += [begin for begin in inner if reference.head not in _EPONYMS or not self._person(begin)]
            if phrase.inner is not None and phrase.inner > at and reference.head not in _NO_INNER:
                self.persons.append(phrase.inner)
        return last


@cache
def _generations(lang: Language) -> frozenset[str]:
    """The words behind a name that tell two of one name apart, without their clitics."""
    return frozenset(key for word in lang.sources.roles.generations for key in phrase_keys(lang.split, word)[-1:])

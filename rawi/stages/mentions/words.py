"""An article's words as names are read in them: clitics gathered round their stem, each with what the lexicons know of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rawi.document import Document
from rawi.lang.pack import Language
from rawi.stages.mentions.features import NOTHING, Features, Lookup, spelled
from rawi.text.lexicon import Hit, Keys
from rawi.text.tokens import Token
from rawi.world.things import Name
from rawi.world.world import World

_NO_LEAD: tuple[str, ...] = ()
PARTICIPLE = "participle"
_MARKS = frozenset(("mark", "number"))
_NATIONAL = frozenset(("adjective", "demonym"))


class Word(msgspec.Struct, frozen=True, gc=False):
    """A written word without its proclitics: tokens `first` (its article, if it has one) up to `last`; `stem` is the token that names it.

    `lead` are the keys of the proclitics before it; `blocked` words belong to a time or are a verb that reports.
    """

    first: int
    stem: int
    last: int
    key: str
    definite: bool
    lead: tuple[str, ...]
    pronoun: bool
    mark: bool
    blocked: bool
    reports: bool
    features: Features
    names: Sequence[Hit[Name]]


class Words(list[Word]):
    """The words of a document in order, and which of them a token belongs to."""

    __slots__ = ("at_token", "doc", "tokens")

    def __init__(self, doc: Document, lang: Language) -> None:
        super().__init__()
        self.doc, self.tokens = doc, doc.tokens
        self.at_token: list[int] = []
        """The number of the word that a token belongs to; of a proclitic, the word it leads."""
        self._read(lang)

    @property
    def items(self) -> list[Word]:
        """The words by themselves."""
        return self

    def written(self, at: int) -> str:
        """A word as the article writes it, without proclitics."""
        word = self[at]
        return self.doc.article.text[self.tokens[word.first].start : self.tokens[word.last - 1].end]

    def after(self, token: int) -> int:
        """The number of the word that begins at a token or after it."""
        return self.at_token[token] if token < len(self.at_token) else len(self)

    def _read(self, lang: Language) -> None:
        keys, tokens, world, text = self.doc.keys, self.tokens, lang.world, self.doc.article.text
        looked, known = Lookup(lang.lexicon("roles"), keys), lang.lexicon("roles").firsts
        taken, reporting = _timed(self.doc), _reporting(self.doc)
        add, at_token = self.append, self.at_token
        for number, (start, first, stem, last) in enumerate(_groups(tokens)):
            token = tokens[stem]
            key, definite, mark = token.key, first < stem, token.part in _MARKS
            names: Sequence[Hit[Name]] = ()
            features = NOTHING
            if not mark:
                names = _names(world, keys, first, stem) if definite else world.at(keys, stem)
                features = looked.at(stem, key, definite) if key in known else NOTHING
                if "end" in features:
                    features = spelled(features, tokens, stem, text)
            reports = stem in reporting and not ("place" in features and reporting[stem] == PARTICIPLE)
            lead = _NO_LEAD if start == first else tuple(keys.words[start:first])
            at_token += [number] * (last - start)
            add(Word(first, stem, last, key, definite, lead, last > stem + 1, mark, stem in taken, reports, features, names))


def _names(world: World, keys: Keys, first: int, stem: int) -> Sequence[Hit[Name]]:
    """The world's names at a word with its article: those that begin with it, and the adjectives of states without it."""
    names, bare = world.at(keys, first, 2), world.at(keys, stem)
    return [*names, *[hit for hit in bare if hit.entry.form in _NATIONAL]] if bare else names


def _groups(tokens: Sequence[Token]) -> Iterator[tuple[int, int, int, int]]:
    """The tokens of each word: where its proclitics begin, where it begins (its article or stem), its stem, its end."""
    at, end = 0, len(tokens)
    while at < end:
        start, token = at, tokens[at]
        while token.part == "proclitic" and at + 1 < end and ((after := tokens[at + 1]).word == token.word or after.part == "mark"):
            at, token = at + 1, after
        first = at
        if token.part == "article" and at + 1 < end and tokens[at + 1].word == token.word:
            at += 1
        stem, at = at, at + 1
        while at < end and (after := tokens[at]).part == "pronoun" and after.word == token.word:
            at += 1
        yield start, first, stem, at


def _timed(doc: Document) -> set[int]:
    """The tokens that times cover."""
    return {at for span in doc.times for at in doc.touched(span.start, span.end) if doc.tokens[at].start >= span.start}


def _reporting(doc: Document) -> dict[int, str]:
    """The tokens of verbs and participles that report, with what they are; «مدينة» is a city rather than one that condemns."""
    return {
        token: cue.aspect
        for cue in doc.cues
        if cue.aspect in ("past", "present", "jussive", "imperative", PARTICIPLE)
        for token in range(cue.first, cue.last)
    }

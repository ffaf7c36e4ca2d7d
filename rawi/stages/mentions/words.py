"""An article's words as names are read in them: clitics gathered round their stem, each with what the lexicons know of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rawi.document import Document
from rawi.lang.pack import Language
from rawi.stages.mentions.features import NOTHING, Features, Lookup, spelled
from rawi.text.lexicon import Hit
from rawi.world.things import Name

_NATIONAL = frozenset(("adjective", "demonym"))


class Word(NamedTuple):
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


class Words:
    """The words of a document in order, and which of them a token belongs to."""

    __slots__ = ("at_token", "doc", "items", "tokens")

    def __init__(self, doc: Document, lang: Language) -> None:
        self.doc, self.tokens = doc, doc.tokens
        self.items: list[Word] = []
        self.at_token: list[int] = []
        """The number of the word that a token belongs to; of a proclitic, the word it leads."""
        self._read(lang)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, at: int) -> Word:
        return self.items[at]

    def after(self, token: int) -> int:
        """The number of the word that begins at a token or after it."""
        return self.at_token[token] if token < len(self.at_token) else len(self.items)

    def _read(self, lang: Language) -> None:
        keys, tokens, world, lexicon = self.doc.keys, self.tokens, lang.world, lang.lexicon("roles")
        looked, text = Lookup(lexicon, keys), self.doc.article.text
        taken, reporting = _timed(self.doc), _reporting(self.doc)
        lead: tuple[str, ...] = ()
        article = -1
        at, end = 0, len(tokens)
        while at < end:
            token = tokens[at]
            following = tokens[at + 1] if at + 1 < end else None
            if token.part == "article" and following is not None and following.word == token.word:
                article = at
                self.at_token.append(len(self.items))
                at += 1
                continue
            if token.part == "proclitic" and following is not None and (following.word == token.word or following.part == "mark"):
                lead += (token.key,)
                self.at_token.append(len(self.items))
                at += 1
                continue
            last = at + 1
            while last < end and tokens[last].part == "pronoun" and tokens[last].word == token.word:
                last += 1
            first = article if article >= 0 else at
            mark = token.part in ("mark", "number")
            names: Sequence[Hit[Name]] = () if mark else world.at(keys, first)
            if not mark and first != at:
                names = [*names, *(hit for hit in world.at(keys, at) if hit.entry.form in _NATIONAL)]
            self.items.append(Word(
                first, at, last, token.key, article >= 0, lead, last > at + 1, mark, at in taken, at in reporting,
                NOTHING if mark else spelled(looked.at(at, token.key, article >= 0), text[token.start : token.end], text), names,
            ))  # fmt: skip
            self.at_token += [len(self.items) - 1] * (last - at)
            lead, article, at = (), -1, last


def _timed(doc: Document) -> set[int]:
    """The tokens that times cover."""
    taken: set[int] = set()
    spans = iter(doc.times)
    span = next(spans, None)
    for number, token in enumerate(doc.tokens):
        while span is not None and token.start >= span.end:
            span = next(spans, None)
        if span is None:
            break
        if token.start >= span.start:
            taken.add(number)
    return taken


def _reporting(doc: Document) -> set[int]:
    """The tokens of verbs and participles that report."""
    return {
        token for cue in doc.cues if cue.aspect in ("past", "present", "imperative", "participle") for token in range(cue.first, cue.last)
    }

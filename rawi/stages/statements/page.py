"""The document as the statements stage looks at it: what begins, stands or ends at each token."""

from __future__ import annotations

from functools import cached_property

from rawi.document import CueHit, Document, Quote, Reference, Resolved
from rawi.lang.lexicons.frames import Entry
from rawi.lang.pack import Language
from rawi.text.fold import QUOTE
from rawi.text.tokens import Token

SPEAKING_KINDS = frozenset(("person", "organization", "country", "group", "other"))


class Page:
    """Lookups by token over the layers that statements need; built once for an article."""

    def __init__(self, doc: Document, lang: Language) -> None:
        self.doc, self.lang, self.tokens = doc, lang, doc.tokens
        self.cues: dict[int, CueHit] = {cue.first: cue for cue in doc.cues}
        self.quotes: dict[int, Quote] = {quote.opening: quote for quote in doc.quotes}
        self.closings: dict[int, Quote] = {quote.closing: quote for quote in doc.quotes if quote.closed}
        self.entity_of: dict[int, int] = {ref: number for number, e in enumerate(doc.entities) for ref in e.references}

    @cached_property
    def references(self) -> dict[int, int]:
        """Token where a reference begins → its number in the mentions layer (the longest where several begin)."""
        found: dict[int, int] = {}
        for number, ref in enumerate(self.doc.mentions):
            other = found.get(ref.first)
            if number in self.entity_of and (other is None or ref.last > self.doc.mentions[other].last):
                found[ref.first] = number
        return found

    @cached_property
    def covering(self) -> list[int | None]:
        """For each token the number of the reference that covers it (the longest), or None."""
        cover: list[int | None] = [None] * (len(self.tokens) + 1)
        for number in sorted(self.references.values(), key=lambda n: self.reference(n).last - self.reference(n).first):
            ref = self.reference(number)
            cover[ref.first : ref.last] = [number] * (ref.last - ref.first)
        return cover

    @cached_property
    def times(self) -> dict[int, tuple[int, int]]:
        """Token where a time expression begins → its number and the token after it."""
        starts = {token.start: at for at, token in enumerate(self.tokens)}
        ends = {token.end: at + 1 for at, token in enumerate(self.tokens)}
        return {starts[t.start]: (n, ends[t.end]) for n, t in enumerate(self.doc.times) if t.start in starts and t.end in ends}

    @cached_property
    def words(self) -> dict[int, list[tuple[Entry, int]]]:
        """Token → the small words of `frames.toml` that begin there, each with the token after it, longest first."""
        lexicon, keys = self.lang.lexicon("frames"), self.doc.keys
        found: dict[int, list[tuple[Entry, int]]] = {}
        for at in range(len(self.tokens)):
            if hits := lexicon.at(keys, at):
                found[at] = [(hit.entry, hit.last) for hit in reversed(hits)]
        return found

    def reference(self, number: int) -> Reference:
        """A reference by its number in the mentions layer."""
        return self.doc.mentions[number]

    def resolved(self, number: int) -> Resolved:
        """The entity that a reference speaks of."""
        return self.doc.entities[self.entity_of[number]]

    def token(self, at: int) -> Token:
        """The token at a place."""
        return self.tokens[at]

    def key(self, at: int) -> str:
        """The key of the token at a place; empty outside the text."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def after(self, at: int, *kinds: str) -> int | None:
        """The token after a small word of one of the kinds that begins at `at`, or None."""
        return next((last for entry, last in self.words.get(at, ()) if entry.kind in kinds), None)

    def before(self, at: int, *kinds: str) -> int | None:
        """The token where a small word of one of the kinds begins that ends right before `at`, or None."""
        for first in range(max(0, at - 4), at):
            if any(entry.kind in kinds and last == at for entry, last in self.words.get(first, ())):
                return first
        return None

    def medium(self, at: int) -> tuple[Entry, int] | None:
        """The medium that begins at a token (past its article), with the token after it."""
        return next(((entry, last) for entry, last in self.words.get(at, ()) if entry.medium), None)

    def is_pronoun(self, at: int) -> bool:
        """Whether an attached pronoun stands at a token."""
        return 0 <= at < len(self.tokens) and self.tokens[at].part == "pronoun"

    def is_mark(self, at: int, *keys: str) -> bool:
        """Whether one of the punctuation marks stands at a token."""
        return self.key(at) in keys

    def bare_name(self, quote: Quote) -> bool:
        """Whether the marks only stand round a name: «داعش», «الشرق الأوسط»."""
        inside = range(quote.opening + 1, quote.closing)
        if not quote.closed or len(inside) > 8 or not inside:
            return False
        number = self.covering[inside[0]]
        return number is not None and self.reference(number).last >= inside[-1] + 1 and not any(self.key(at) == QUOTE for at in inside)

    def word_count(self, first: int, last: int) -> int:
        """How many written words stand between two tokens, marks not counted."""
        return len({t.word for t in self.tokens[first:last] if t.part != "mark"})

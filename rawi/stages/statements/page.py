"""The document as the statements stage looks at it: what begins, stands or ends at each token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from rawi.document import CueHit, Document, Quote, Reference, Resolved
from rawi.lang.lexicons.frames import Entry
from rawi.lang.pack import Language
from rawi.lang.schema.frames import Frame
from rawi.model import Medium
from rawi.text.fold import QUOTE, fold, folded
from rawi.text.sentences import Sentence
from rawi.text.tokens import Token

SPEAKING_KINDS = frozenset(("person", "organization", "country", "group", "other"))
RELATION = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}")
"""How keys of adjectives of relation end, in both genders."""
_LONGEST_NAME = 8  # tokens between quotation marks that only set off a name


class Page:
    """Lookups by token over the layers that statements need; built once for an article."""

    def __init__(self, doc: Document, lang: Language) -> None:
        self.doc, self.lang, self.tokens = doc, lang, doc.tokens
        self.frames = lang.sources.frames.frame
        self.cues: dict[int, CueHit] = {cue.first: cue for cue in doc.cues}
        self.quotes: dict[int, Quote] = {quote.opening: quote for quote in doc.quotes}
        self.closings: dict[int, Quote] = {quote.closing: quote for quote in doc.quotes if quote.closed}
        self.entity_of: dict[int, int] = {ref: number for number, e in enumerate(doc.entities) for ref in e.references}
        clitics = lang.sources.clitics
        self.joiners = folded(tuple(particle.letters for particle in clitics.conjunctions))
        self.by, self.to = (fold(particle.letters) for particle in clitics.prepositions[:2])
        self._lexicon, self._small = lang.lexicon("frames"), dict[int, Sequence[tuple[Entry, int]]]()

    # Layers by token.

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
        found: dict[int, tuple[int, int]] = {}
        for number, time in enumerate(self.doc.times):
            inside = self.doc.touched(time.start, time.end)
            if inside and (self.tokens[inside[0]].start, self.tokens[inside[-1]].end) == (time.start, time.end):
                found[inside[0]] = number, inside[-1] + 1
        return found

    @cached_property
    def _time_ends(self) -> dict[int, int]:
        return {last: first for first, (_, last) in self.times.items()}

    def small(self, at: int) -> Sequence[tuple[Entry, int]]:
        """The small words of `frames.toml` that begin at a token, each with the token after it, longest first; looked up once."""
        found = self._small.get(at)
        if found is None:
            known = 0 <= at < len(self.tokens) and self.tokens[at].key in self._lexicon.firsts
            ends = self._lexicon.ends(self.doc.keys, at) if known else ()
            found = self._small[at] = [
                (entry, last) for last, number in reversed(ends) for entry in reversed(self._lexicon.entries[number])
            ]
        return found

    @cached_property
    def quoted(self) -> list[bool]:
        """For each token, whether it stands inside quotation marks that set off more than a name."""
        inside = [False] * (len(self.tokens) + 1)
        for quote in self.doc.quotes:
            if not self.bare_name(quote):
                inside[quote.opening + 1 : quote.closing] = [True] * (quote.closing - quote.opening - 1)
        return inside

    def cues_in(self, sentence: Sentence) -> tuple[CueHit, ...]:
        """The cues of a sentence, in order."""
        return self.doc.cues[bisect_left(self._cue_starts, sentence.first) : bisect_left(self._cue_starts, sentence.last)]

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [cue.first for cue in self.doc.cues]

    def reference(self, number: int) -> Reference:
        """A reference by its number in the mentions layer."""
        return self.doc.mentions[number]

    def resolved(self, number: int) -> Resolved:
        """The entity that a reference speaks of."""
        return self.doc.entities[self.entity_of[number]]

    # Tokens.

    def token(self, at: int) -> Token:
        """The token at a place."""
        return self.tokens[at]

    def key(self, at: int) -> str:
        """The key of the token at a place; empty outside the text."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def is_pronoun(self, at: int) -> bool:
        """Whether an attached pronoun stands at a token."""
        return 0 <= at < len(self.tokens) and self.tokens[at].part == "pronoun"

    def leads(self, at: int) -> bool:
        """Whether a token is a particle written together with the word after it."""
        return 0 <= at < len(self.tokens) - 1 and self.tokens[at].part == "proclitic" and self.tokens[at + 1].word == self.tokens[at].word

    def words_between(self, first: int, last: int) -> int:
        """How many written words stand between two tokens, marks not counted."""
        return len({t.word for t in self.tokens[first:last] if t.part != "mark"})

    # Small words.

    def after(self, at: int, *kinds: str) -> int | None:
        """The token after a small word of one of the kinds that begins at `at`, or None."""
        for entry, last in self.small(at):
            if entry.kind in kinds:
                return last
        return None

    def before(self, at: int, *kinds: str) -> int | None:
        """The token where a small word of one of the kinds begins that ends right before `at`, or None."""
        for first in range(max(0, at - 5), at):
            for entry, last in self.small(first):
                if last == at and entry.kind in kinds:
                    return first
        return None

    def that(self, at: int) -> int | None:
        """The token after «that» (أن, إن) at `at`, or None."""
        return self.after(at, "that")

    def past_that(self, at: int) -> int:
        """The first token of what is reported behind «that»: past the pronoun written with it, and a comma."""
        while self.is_pronoun(at) or (self.key(at) == "," and at + 1 < len(self.tokens)):
            at += 1
        return at

    def openers(self, frame: Frame) -> frozenset[str]:
        """The keys of the words that open a frame's content."""
        return folded(frame.opener)

    # Phrases.

    def time_before(self, at: int) -> int | None:
        """The token where a time begins that ends right before `at`, or None."""
        return self._time_ends.get(at)

    def medium(self, at: int) -> tuple[Entry, int] | None:
        """The medium that begins at a token or behind its article, with the token after it."""
        start = at + 1 if at < len(self.tokens) and self.tokens[at].part == "article" else at
        found = next(((entry, last) for entry, last in self.small(at) if entry.medium), None)
        return found or next(((entry, last) for entry, last in self.small(start) if entry.medium), None)

    def medium_record(self, at: int, medium: tuple[Entry, int]) -> Medium:
        """A medium as the record tells it."""
        start, end = self.tokens[at].start, self.tokens[medium[1] - 1].end
        assert medium[0].medium is not None
        return Medium(start=start, end=end, text=self.doc.article.text[start:end], kind=medium[0].medium)

    def issuer(self, at: int, last: int) -> int | None:
        """Who issued the medium that ends before a token: «بيان لوزارة الخارجية», «بيان صادر عن الديوان»; or None."""
        start = self.after(at, "issuing")
        for place in range(start or at, min((start or at) + 4, last)):
            if self.tokens[place].part == "mark" or self.that(place) is not None:
                return None
            number = self.references.get(place)
            if number is not None and self.reference(number).kind in SPEAKING_KINDS:
                led = self.key(place - 1) == self.to and self.leads(place - 1)
                genitive = place == at and self.tokens[at - 1].part == "stem" and self.tokens[at - 2].part != "article"
                return number if led or genitive or start is not None else None
        return None

    def handing(self, at: int, last: int) -> tuple[int, int] | None:
        """Who handed on the medium that ends before a token, and the token after them: «بيان الثلاثاء، نشرته وكالة الأنباء»; or None."""
        for place in range(at, min(at + 7, last)):
            after = self.after(place, "handing")
            if after is not None:
                number = next((self.references[i] for i in (after, after + 1) if i in self.references), None)
                return (number, self.reference(number).last) if number is not None else None
            if self.that(place) is not None or self.key(place) in (":", QUOTE):
                return None
        return None

    def closing_bracket(self, at: int) -> int | None:
        """The bracket that closes the one at a token, within a title's length."""
        return next((i for i in range(at + 1, min(at + 16, len(self.tokens))) if self.key(i) == ")"), None)

    def closing_dash(self, at: int) -> int | None:
        """The dash that closes a short remark between two."""
        return next((i for i in range(at + 2, min(at + 10, len(self.tokens))) if self.key(i) == "-"), None)

    def opening_bracket(self, at: int) -> int | None:
        """The bracket that opens what the one at a token closes."""
        return next((i for i in range(at - 1, max(at - 16, -1), -1) if self.key(i) == "("), None)

    def bare_name(self, quote: Quote) -> bool:
        """Whether the marks only stand round a name: «داعش», «الشرق الأوسط»."""
        inside = range(quote.opening + 1, quote.closing)
        if not quote.closed or len(inside) > _LONGEST_NAME or not inside:
            return False
        number = self.covering[inside[0]]
        return number is not None and self.reference(number).last >= inside[-1] + 1 and not any(self.key(at) == QUOTE for at in inside)

    def sentence_at(self, at: int) -> int:
        """The number of the sentence that holds a token."""
        return bisect_right(self._sentence_starts, at) - 1

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.first for sentence in self.doc.sentences]

    def reach(self, sentence: Sentence, cue: CueHit) -> int:
        """How far a cue may look for what it reports: to the end of its sentence, or past it where that ends in a colon."""
        last = sentence.last
        if last and self.key(last - 1) == ":" and last < len(self.tokens):
            return self.doc.sentences[self.sentence_at(last)].last
        return last

"""The document as the events stage looks at it: what stands at each token, and how far a clause goes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from rawi.document import Document, Reference, Resolved
from rawi.lang.lexicons.events import Entry
from rawi.lang.pack import Language
from rawi.text.fold import fold, folded
from rawi.text.lexicon import Hit
from rawi.text.sentences import Sentence

_STOPS = frozenset((".", ";", ":", "?", "!", "...", "*"))
_INSERTED = 22  # tokens of a clause in commas that is passed over
_NO_TOKENS: dict[int, list[Hit[Entry]]] = {}
_NO_HITS: list[Hit[Entry]] = []
_NOWHERE: dict[int, int] = {}
_FINITE = frozenset(("past", "present", "jussive"))
AND = fold("\N{ARABIC LETTER WAW}")


class _Forms(NamedTuple):
    """What a phrase is to events: entries, third persons first, with whether they hold wherever they stand; the rows it is beside of."""

    entries: tuple[tuple[Entry, bool], ...]
    beside: frozenset[int]


def _forms(entries: Sequence[Entry]) -> _Forms:
    told = sorted((entry for entry in entries if entry.sort != "beside"), key=lambda entry: entry.person != 3)
    sure = [not (entry.bound or entry.definite or (entry.person == 1 and entry.number == "s")) for entry in told]
    return _Forms(tuple(zip(told, sure, strict=True)), frozenset(entry.row for entry in entries if entry.sort == "beside"))


class View:
    """Lookups by token over the layers that events need; built once for an article."""

    def __init__(self, doc: Document, lang: Language) -> None:
        self.doc, self.lang, self.tokens, self.lexicon = doc, lang, doc.tokens, lang.lexicon("events")
        self.entity_of: dict[int, int] = {ref: number for number, e in enumerate(doc.entities) for ref in e.references}
        self.rows = lang.acts
        self.frames = lang.sources.events.frames
        self.number_of = {resolved.entity.id: number for number, resolved in enumerate(doc.entities)}

    @cached_property
    def sorts(self) -> dict[str, dict[int, list[Hit[Entry]]]]:
        """Sort → token → what the lexicon of events has there, longest first, third persons before first ones.

        What verbs need beside them is much and seldom asked for: see `beside`.
        """
        return self._told[0]

    @cached_property
    def _told(self) -> tuple[dict[str, dict[int, list[Hit[Entry]]]], dict[int, list[tuple[int, frozenset[int]]]]]:
        """The entries by sort and token; and by token where words end that stand beside verbs, longest first, with the verbs' rows."""
        lexicon, keys, found = self.lexicon, self.doc.keys, dict[str, dict[int, list[Hit[Entry]]]]()
        firsts, words, besides = lexicon.firsts, keys.words, dict[int, list[tuple[int, frozenset[int]]]]()
        for sentence in self.doc.sentences:
            for at in range(sentence.first, sentence.last):
                for last, number in reversed(lexicon.ends(keys, at)) if words[at] in firsts else ():
                    if last > sentence.last:
                        continue
                    entries, beside = lexicon.told(number, _forms)
                    if beside:
                        besides.setdefault(at, []).append((last, beside))
                    for entry, sure in entries:
                        if sure or self._holds(entry, at, last):
                            found.setdefault(entry.sort, {}).setdefault(at, []).append(Hit(at, last, entry))
        return found, besides

    def beside(self, at: int, row: int, until: int) -> int | None:
        """The token after the longest words at a token, up to another one, that the verb of a row needs beside it; or None."""
        return next((last for last, rows in self._told[1].get(at, ()) if last <= until and row in rows), None)

    @cached_property
    def uses(self) -> dict[str, dict[int, int]]:
        """Use of small words → token → the token after the longest one there."""
        names, found = tuple(row.use for row in self.lang.sources.lights.words), dict[str, dict[int, int]]()
        for at, hits in self.sorts.get("word", {}).items():
            for hit in hits:
                found.setdefault(names[hit.entry.row], {}).setdefault(at, hit.last)
        return found

    def _holds(self, entry: Entry, at: int, last: int) -> bool:
        """Whether a form is written as it can be here: a bound one before a pronoun, a definite one after an article."""
        if entry.bound:
            return last < len(self.tokens) and self.tokens[last].part == "pronoun"
        if entry.person == 1 and entry.number == "s":  # «أ» begins nouns too: it is «I» behind the future's particle
            return at > 0 and self.tokens[at - 1].part == "proclitic" and self.tokens[at - 1].key in self.future
        return not entry.definite or self.article(at)

    @cached_property
    def said_from(self) -> list[int]:
        """Where the contents of the statements begin; they stand in that order."""
        return [statement.content[0].start for statement in self.doc.statements]

    @cached_property
    def said_until(self) -> list[int]:
        """For each statement where the contents up to it end at the latest: a token behind that lies in none of them."""
        return list(accumulate((statement.content[-1].end for statement in self.doc.statements), max))

    @cached_property
    def covering(self) -> list[int | None]:
        """For each token the number of the reference that covers it (the longest), or None."""
        cover: list[int | None] = [None] * (len(self.tokens) + 1)
        order = sorted(self.entity_of, key=lambda n: self.doc.mentions[n].last - self.doc.mentions[n].first)
        for number in order:
            ref = self.doc.mentions[number]
            cover[ref.first : ref.last] = [number] * (ref.last - ref.first)
        return cover

    @cached_property
    def starting(self) -> dict[int, int]:
        """Token where a reference begins → its number (the longest)."""
        found: dict[int, int] = {}
        for number in self.entity_of:
            ref = self.doc.mentions[number]
            other = found.get(ref.first)
            if other is None or ref.last > self.doc.mentions[other].last:
                found[ref.first] = number
        return found

    @cached_property
    def time_at(self) -> dict[int, int]:
        """Token → number of the time expression that covers it."""
        return self._covered([(time.start, time.end) for time in self.doc.times])

    @cached_property
    def quantity_at(self) -> dict[int, int]:
        """Token → number of the quantity that covers it."""
        return self._covered([(quantity.start, quantity.end) for quantity in self.doc.quantities])

    def _covered(self, spans: list[tuple[int, int]]) -> dict[int, int]:
        order = sorted(range(len(spans)), key=lambda n: spans[n])
        return {at: number for number in order for at in self.doc.touched(*spans[number])}

    @cached_property
    def sentence_at(self) -> list[int]:
        """For each token the number of its sentence."""
        return [number for number, one in enumerate(self.doc.sentences) for _ in range(one.first, one.last)]

    def sentence(self, at: int) -> Sentence:
        """The sentence a token stands in."""
        return self.doc.sentences[self.sentence_at[at]]

    def reference(self, number: int) -> Reference:
        """A reference by its number in the mentions layer."""
        return self.doc.mentions[number]

    def inside(self, whole: Reference) -> list[int]:
        """The references to entities that begin inside another or with it, in the order of the mentions layer."""
        mentions = self.doc.mentions
        begin, end = (bisect_left(mentions, at, key=lambda one: one.first) for at in (whole.first, whole.last))
        return [number for number in range(begin, end) if number in self.entity_of]

    def resolved(self, number: int) -> Resolved:
        """The entity that a reference speaks of."""
        return self.doc.entities[self.entity_of[number]]

    def key(self, at: int) -> str:
        """The key of the token at a place; empty outside the text."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def article(self, at: int) -> bool:
        """Whether the word at a token has the article before it."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].part == "article" and self.tokens[at - 1].word == self.tokens[at].word

    def entries(self, at: int, sort: str) -> list[Hit[Entry]]:
        """The hits of one sort that begin at a token, longest first."""
        return self.sorts.get(sort, _NO_TOKENS).get(at, _NO_HITS)

    def used(self, at: int, use: str) -> int | None:
        """The token after a small word of a use that begins at `at`, or None."""
        return self.uses.get(use, _NOWHERE).get(at)

    def apart(self, at: int) -> bool:
        """Whether a preposition before a noun shows that it is not the subject of the verb before: «حدث في هجمات سابقة»."""
        first = at - 1 if self.article(at) else at
        return any(self.used(n, "apart") == first for n in (first - 1, first - 2) if n >= 0)

    @cached_property
    def cue_at(self) -> dict[int, str]:
        """Token where a cue begins → its aspect."""
        return {cue.first: cue.aspect for cue in self.doc.cues}

    def finite(self, at: int) -> bool:
        """Whether a verb that this language's lexicons know stands at a token; not where an article or a reference covers it."""
        return at in self.verbs

    @cached_property
    def verbs(self) -> frozenset[int]:
        """The tokens where finite verbs stand."""
        told = {at for at, aspect in self.cue_at.items() if aspect in _FINITE and not self.article(at) and self.covering[at] is None}
        for sort in ("act", "light", "operator"):
            for at, hits in self.sorts.get(sort, _NO_TOKENS).items():
                if at not in told and self._verbal(at) and any(hit.entry.aspect in _FINITE for hit in hits):
                    told.add(at)
        return frozenset(told)

    def _verbal(self, at: int) -> bool:
        """Whether a verb can stand at a token: behind no article and no preposition, inside no reference."""
        if self.article(at) or self.covering[at] is not None:
            return False
        before = self.tokens[at - 1] if at else None
        return before is None or before.part != "proclitic" or before.word != self.tokens[at].word or before.key in self.verbal

    @cached_property
    def future(self) -> frozenset[str]:
        """The proclitics of the future."""
        return folded(tuple(p.letters for p in self.lang.sources.clitics.future))

    @cached_property
    def verbal(self) -> frozenset[str]:
        """The proclitics that stand before verbs."""
        clitics = self.lang.sources.clitics
        return folded(tuple(p.letters for p in (*clitics.conjunctions, *clitics.future)))

    def stops(self, at: int, sentence: Sentence) -> bool:
        """Whether a clause ends before a token: at a mark, a word that opens another, or «and» with a verb behind it."""
        if at >= sentence.last or at < sentence.first:
            return True
        return at in self._stopping

    @cached_property
    def _stopping(self) -> frozenset[int]:
        """The tokens before which any clause ends."""
        stops = frozenset(at for at, key in enumerate(self.doc.keys.words) if key in _STOPS or (key == AND and at + 1 in self.verbs))
        return stops.union(at for at in self.uses.get("clause", _NOWHERE) if self.covering[at] is None)

    def past(self, at: int, sentence: Sentence) -> int:
        """The token after what stands in commas and begins at a comma (، التي …،, ، في تصريح …،), or the same token where nothing does."""
        if self.key(at) != "," or not (self.used(at + 1, "relative") or self.used(at + 1, "inserted") or at + 1 in self.time_at):
            return at
        closing = next((n for n in range(at + 2, min(at + _INSERTED, sentence.last)) if self.key(n) == ","), None)
        return closing + 1 if closing is not None else at

    def comma(self, at: int) -> bool:
        """Whether a comma stands at a token."""
        return self.key(at) == ","

"""The layer of cues: the words that report, where they stand, with what their writing tells."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from rawi.document import CueHit, Document
from rawi.lang.lexicons.cues import Entry
from rawi.lang.pack import Language
from rawi.lang.schema.cues import Attribution, Nouns, Verbs
from rawi.lang.schema.frames import BEFORE_VERBS
from rawi.text.fold import QUOTE, fold, folded
from rawi.text.lexicon import Hit
from rawi.text.sentences import Sentence

_REACH = 24  # tokens from a word that is a common noun too to what shows that it reports
_FINITE = frozenset(("past", "present", "jussive", "imperative"))
_OPENING = frozenset((":", QUOTE))
_AT_START = frozenset((",", ";", QUOTE, ")", "-", "."))
_RANK = {"phrase": 0, "past": 1, "present": 1, "jussive": 2, "imperative": 4, "participle": 2, "masdar": 3, "noun": 5}


def cues(doc: Document, lang: Language) -> tuple[CueHit, ...]:
    """The cues of the article in order; a word that could be several things is what its neighbours make of it."""
    lexicon, finder = lang.lexicon("cues"), _Finder(doc, lang)
    words, firsts = doc.keys.words, lexicon.firsts
    found: list[CueHit] = []
    for sentence in doc.sentences:
        at = sentence.first
        while at < sentence.last:
            if words[at] not in firsts:
                at += 1
                continue
            hit = finder.choose([h for h in lexicon.at(doc.keys, at) if h.last <= sentence.last], sentence)
            if hit is not None:
                found.append(finder.cue(hit))
            at = hit.last if hit is not None else at + 1
    return tuple(found)


class _Finder:
    """What stands around a form decides which of its readings holds."""

    def __init__(self, doc: Document, lang: Language) -> None:
        self.doc, self.tokens = doc, doc.tokens
        self.verbs, self.attributions = lang.sources.cues.verbs, lang.sources.cues.attribution
        self.rows: tuple[Verbs | Attribution | Nouns, ...] = (*self.verbs, *self.attributions, *lang.sources.cues.nouns)
        self.that, self.prepositions, self.exceptions = map(lang.small_words, ("that", "preposition", "exception"))
        self.heads = _heads(lang)
        self.clausal, self.openers = _clausal(lang), {frame.complement: folded(frame.opener) for frame in lang.sources.frames.frame}
        self.joiners = folded(tuple(particle.letters for particle in lang.sources.clitics.conjunctions))

    def choose(self, hits: list[Hit[Entry]], sentence: Sentence) -> Hit[Entry] | None:
        """The longest reading that can hold here, phrases before verbs, verbs before nouns; None where none can."""
        masdars = {hit.last for hit in hits if hit.entry.aspect == "masdar"}
        for hit in sorted(hits, key=lambda h: (-h.last, h.entry.person != 3, _RANK[h.entry.aspect])):
            verbal = hit.entry.aspect in _FINITE
            if hit.entry.voice == "passive" and hit.last in masdars and self.tokens[hit.last].part == "pronoun":
                continue  # «نفيه»: a passive has no object
            if self._stands(hit, sentence) and not (verbal and self._governed(hit, sentence, hit.last in masdars)):
                return hit
        return None

    def cue(self, hit: Hit[Entry]) -> CueHit:
        """A hit with what its row says of it."""
        entry, row = hit.entry, self.rows[hit.entry.row]
        found = CueHit(
            first=hit.first, last=hit.last, lemma=entry.lemma, act=row.act, aspect=entry.aspect, voice=entry.voice, person=entry.person,
            number=entry.number, gender=entry.gender,
        )  # fmt: skip
        if isinstance(row, Attribution):
            return replace(found, clause=row.clause, source=row.source, also=row.also)
        if isinstance(row, Verbs):
            relay, begins = tuple(map(fold, row.relay)), tuple(map(fold, row.begins))
            found = replace(found, relay=relay, learns=row.learns, begins=begins, document=row.document, undenied=row.undenied)
        return replace(found, frames=row.frames)

    def _stands(self, hit: Hit[Entry], sentence: Sentence) -> bool:
        """Whether a reading can hold: verbs follow no article; a word that is common otherwise needs an opener or a relay's word."""
        entry, first = hit.entry, hit.first
        after_article = first > 0 and self.tokens[first - 1].part == "article" and self.tokens[first - 1].word == self.tokens[first].word
        if after_article:
            return entry.aspect == "masdar"
        if entry.aspect in ("phrase", "noun"):
            return self._phrase(hit)
        if entry.aspect == "participle" and not self._adverbial(hit, sentence):
            return False
        row = self.verbs[entry.row]
        if entry.person != 3 and entry.aspect != "participle":
            return self.tokens[hit.last].key in self.that | _OPENING if hit.last < sentence.last else False
        if first > sentence.first and self.tokens[first - 1].key in self.clausal:
            return True
        return not row.shy or entry.aspect in ("masdar", "participle") or self._opened(hit, sentence, row)

    def _phrase(self, hit: Hit[Entry]) -> bool:
        """A phrase that takes a verb (كما قال) is one only before a verb that reports; others need a word behind them."""
        row = self.rows[hit.entry.row]
        if not isinstance(row, Attribution) or not row.clause:
            return hit.last < len(self.tokens)
        return True

    def _adverbial(self, hit: Hit[Entry], sentence: Sentence) -> bool:
        """Whether a participle tells how somebody spoke (مؤكدا أن): at the head of its clause, or behind another verb that reports."""
        before = hit.first - 1
        led = self.tokens[before].part == "proclitic" and self.tokens[before].word == self.tokens[hit.first].word
        if led and self.tokens[before].key not in self.joiners:
            return False  # «لجنة لمتابعة الملف»: a noun
        if before < sentence.first or self.tokens[before].key in _AT_START or led:
            return True
        return (hit.entry.gender == "m" and hit.entry.number == "s") or any(
            self.tokens[at].key in self.that or self.tokens[at].key in _OPENING for at in range(hit.last, min(hit.last + 3, sentence.last))
        )

    def _opened(self, hit: Hit[Entry], sentence: Sentence, row: Verbs) -> bool:
        """Whether an opener of its frames, or a relay's word, is near behind a verb, with no conjunction before it."""
        words = folded(row.relay).union(*(self.openers.get(name, frozenset()) for name in row.frames))
        opening = words | _OPENING if "quote" in row.frames else words
        if self.tokens[hit.first].key in self.prepositions and self._behind_noun(hit.first, sentence):
            return False
        for at in range(hit.last, min(hit.last + _REACH, sentence.last)):
            token = self.tokens[at]
            if token.key in opening:
                return True
            if not row.relay and token.part == "proclitic" and token.key in self.joiners:
                return False
        return False

    def _behind_noun(self, at: int, sentence: Sentence) -> bool:
        """Whether a noun without an article stands before a word, as before no verb of its own clause: «مصادر بين المقاتلين»."""
        before = self.tokens[at - 1] if at > sentence.first else None
        if before is None or before.part != "stem" or before.key in self.heads or before.key in self.that:
            return False
        return self.tokens[at - 2].part != "article" or self.tokens[at - 2].word != before.word

    def _governed(self, hit: Hit[Entry], sentence: Sentence, masdar: bool) -> bool:
        """Whether a form stands behind a preposition, where a noun does and no verb; a few take verbs too (منذ أعلن), no masdars."""
        before = self.tokens[hit.first - 1].key if hit.first > sentence.first else ""
        return before in self.prepositions and (masdar or before not in self.exceptions)


@cache
def _heads(lang: Language) -> frozenset[str]:
    """The last words of the small words that may stand before a verb: «بينما», «في غضون ذلك»."""
    return frozenset(word.split()[-1] for kind in BEFORE_VERBS for word in lang.small_words(kind))


@cache
def _clausal(lang: Language) -> frozenset[str]:
    """The last words of the phrases that take a verb: كما, حسبما."""
    return frozenset(fold(word).split()[-1] for row in lang.sources.cues.attribution if row.clause for word in row.words)

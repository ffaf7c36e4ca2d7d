"""From a cue to what it opens: past its subject, its time and place, whom it speaks to, up to the words that open the report."""

from __future__ import annotations

from collections.abc import Mapping

from rawi.document import CueHit, Quote
from rawi.lang.lexicons.frames import Entry
from rawi.lang.schema.frames import Frame
from rawi.model import Medium
from rawi.stages.statements.draft import Draft, Hand, Style
from rawi.stages.statements.page import RELATION, SPEAKING_KINDS, Page
from rawi.stages.statements.speakers import agrees
from rawi.text.fold import QUOTE
from rawi.text.sentences import Sentence

_REACH = 60
"""Tokens between a cue and its opener: titles and places can stand between."""
_NAME = 5
"""Words between quotation marks that can be a name."""
_FINITE = frozenset(("past", "present"))
_CARRYING = frozenset(("say", "add"))
_CARRIED = frozenset(("say", "add", "answer", "ask", "explain", "write", "stress"))
_STRONG = ("that", "bi-that", "person-that", "whether")


class Walk:
    """One way through a sentence from a cue; `opened` holds the frame and the first token of the content when it has found them."""

    def __init__(
        self, page: Page, cue: CueHit, sentence: Sentence, subject: int | None = None, attributed: Mapping[int, Draft] | None = None
    ) -> None:
        self.page, self.cue, self.sentence = page, cue, sentence
        self.subject, self.ahead = subject, subject is not None
        self.last = page.reach(sentence, cue)
        self.at = cue.last
        self.clear = True
        """Whether a reference here would stand for itself: no noun before it is waiting for its genitive."""
        self.relative = self.issued = self.inner = False
        self.strangers = self.others = 0
        """Words that no reference covers: before a subject is found, and after it."""
        self.attributed = attributed or {}
        self.guest = False
        """Whether the next one named is whom the speaker met."""
        self.object_person = False
        self.addressee: int | None = None
        self.medium: Medium | None = None
        self.time: int | None = None
        self.source: int | None = None
        self.pronoun_source = False
        """Where whose words are handed on is only a pronoun: نقلت عنه."""
        self.carriers: list[Hand] = []
        self.absorbed: list[CueHit] = []
        self.opener = self.medium_end = -1
        self.opened: tuple[Frame, int, Style] | None = None
        self.frames = {frame.complement: frame for frame in page.frames if frame.complement in cue.frames}
        if page.is_pronoun(self.at):
            self.object_person = cue.aspect != "masdar"
            self.at += 1

    def run(self) -> bool:
        """Goes on until the report opens; False where it does not."""
        stop = min(self.last, self.cue.last + _REACH)
        while self.opened is None and self.at < stop and self._step():
            pass
        return self.opened is not None

    def draft(self) -> Draft:
        """The statement that has opened."""
        assert self.opened is not None
        frame, start, style = self.opened
        if self.cue.relay and (self.source is not None or self.pronoun_source):
            self.carriers += [] if self.cue.learns else [Hand(self.subject, self.cue)]
            self.subject = self.source
        agentless = frame.person and self._passive()
        if agentless:
            self.subject = None
        return Draft(
            rule=f"frame:{frame.name}", sentence=self.sentence, cue=self.cue, opener=self.opener, start=start, style=style, confidence=frame.confidence,
            subject=self.subject, carriers=self.carriers, voiced=self.subject is not None or self.issued or self.strangers > 0 or bool(self.carriers),
            ahead=self.ahead, issued=self.issued, agentless=agentless, addressee=self.addressee, medium=self.medium, time=self.time,
        )  # fmt: skip

    def _passive(self) -> bool:
        """Whether the one named right before the opener undergoes: «يُتهم الجيش بعدم …»."""
        behind = self.at == self.cue.last and self.page.before(self.cue.first, "relative") is not None
        alone = not self.object_person and (behind if self.ahead else not self.others) and self.subject is not None
        return alone and self.cue.voice != "active" and self.cue.aspect in _FINITE and "bi" not in self.frames

    def _step(self) -> bool:
        page, at = self.page, self.at
        if at in self.attributed and at > self.cue.first:
            return self._attributed(self.attributed[at])
        if self._opens():
            return True
        if at in page.times:
            number, self.at = page.times[at]
            self.time, self.clear = self.time if self.time is not None else number, True
        elif (after := page.after(at, "adverb")) is not None:
            self.at, self.clear = after, True
        elif at in page.cues and at > self.cue.first:
            return self._another_cue(page.cues[at])
        elif (after := page.after(at, "visit")) is not None:
            self.at, self.clear, self.guest = after, True, True
        elif page.token(at).part == "mark":
            return self._mark()
        elif page.after(at, "relative") is not None:
            self.relative, self.clear, self.at = True, False, at + 1
        elif (after := page.after(at, "preposition")) is not None and at not in page.references:  # «علي» is a name too
            self._preposition(at, after)
        else:
            self._noun()
        return True

    # What opens the report.

    def _opens(self) -> bool:
        page, at = self.page, self.at
        if self.cue.document and not self.issued:
            return False
        if (after := page.that(at)) is not None:
            if self.inner:  # «الذي يؤكد أنه …، إلى أن»: this one is the inner verb's
                self.inner = False
                return False
            return self._that(at, after)
        if page.key(at) == ":" and "quote" in self.frames:
            return self._colon(at + 1)
        if at in page.quotes and "quote" in self.frames and not self.relative and not self._name(page.quotes[at]):
            return self._open("quote", at + 1, "quote")
        return not self.relative and self._prepositional() or self._object()

    def _name(self, quote: Quote) -> bool:
        """Whether marks set off a name, known or, right behind the cue and before «that», not: «قال «لواء الفتح» إن»."""
        page = self.page
        if page.bare_name(quote):
            return True
        unknown = self.subject is None and quote.closed and page.words_between(quote.opening, quote.closing) <= _NAME
        return unknown and page.that(quote.closing + 1) is not None

    def _that(self, at: int, after: int) -> bool:
        """«That», with or without ب before it; not where a conjunction or a preposition of another verb holds it (بعد أن)."""
        page = self.page
        if page.before(at, "exception") is not None and not self._frame_preposition(at - 1):
            return False
        for complement in _STRONG:
            if complement in self.frames and (complement != "bi-that" or page.key(at - 1) == page.by):
                return self._open(complement, page.past_that(after), "clause")
        return False

    def _frame_preposition(self, at: int) -> bool:
        return any(self.page.key(at) in self.page.openers(frame) for frame in self.frames.values())

    def _colon(self, after: int) -> bool:
        page = self.page
        opening = after + 1 if page.key(after) == page.by else after
        if (that := page.that(opening)) is not None:
            return self._open("quote", page.past_that(that), "clause")
        if after in page.quotes:
            return self._open("quote", after + 1, "quote")
        return after < self.last and self._open("quote", after, "speech")

    def _prepositional(self) -> bool:
        """A preposition that the cue takes, behind its subject; «that» behind it makes a clause."""
        page, at = self.page, self.at
        if at in page.references:
            return False
        for complement, frame in self.frames.items():
            if not frame.opener or complement in _STRONG or page.key(at) not in page.openers(frame):
                continue
            after = at + 1
            if (that := page.that(after)) is not None:
                return self._open(complement, page.past_that(that), "clause")
            if frame.content == "noun" and self._may_open(frame, after):
                return self._quoted_or(complement, after, "noun")
        return False

    def _may_open(self, frame: Frame, after: int) -> bool:
        """Whether a noun behind a preposition is what is reported: somebody speaks, and it is no person, time or medium."""
        page = self.page
        if after >= self.last or page.times.get(after) or page.token(after).part == "pronoun":
            return False
        if frame.person:
            return self.object_person or self.strangers > 0 or self.others > 0 or self._passive()
        if self.subject is None and not self.clear:
            return False
        number = page.references.get(after)
        speaker = number is not None and page.reference(number).kind in ("person", "organization", "country", "group")
        return self.clear and not (speaker and frame.complement in ("bi", "for"))

    def _object(self) -> bool:
        """A noun without an opener: «أعلن الوزير بدء العمليات»."""
        page, at = self.page, self.at
        name = "person-object" if "person-object" in self.frames and self.object_person else "object"
        if name not in self.frames or self.relative or not self.clear or at == self.medium_end or page.token(at).part not in ("stem", "article"):
            return False
        if at in page.times or page.after(at, "preposition", "adverb", "relative", "conjunction", "negation", "what", "end") is not None:
            return False
        if at in page.cues and page.cues[at].aspect != "masdar" or (page.medium(at) is not None and self.cue.aspect != "participle"):
            return False
        bare = page.token(at).part == "stem"
        if self.subject is None and (self.strangers or not bare or at in page.references or self.cue.last != at):
            return False
        if not bare and self._qualifies(at):
            return False
        noun = at if bare else at + 1
        if self.cue.begins and page.key(noun) not in self.cue.begins:
            return False
        number = page.references.get(at)
        if number is not None and page.reference(number).kind in ("person", "organization", "country") and name == "object":
            return False
        return self._quoted_or(name, at, "noun")

    def _qualifies(self, at: int) -> bool:
        """Whether a word with the article is an adjective of the name right before it: «صحيفة واشنطن بوست الأميركية»."""
        page = self.page
        stem = page.key(at + 1)
        return page.covering[at - 1] is not None and len(stem) > 3 and stem.endswith(RELATION)

    def _quoted_or(self, complement: str, start: int, style: Style) -> bool:
        quote = self.page.quotes.get(start)
        if quote is not None and not self.page.bare_name(quote):
            return self._open(complement, start + 1, "quote")
        return self._open(complement, start, style)

    def _open(self, complement: str, start: int, style: Style) -> bool:
        page = self.page
        if start < self.last and start in page.quotes and not page.bare_name(page.quotes[start]) and style == "clause":
            start, style = start + 1, "quote"
        if start >= self.last:
            return False
        self.opened, self.opener = (self.frames[complement], start, style), self.at
        return True

    # What stands between.

    def _attributed(self, attribution: Draft) -> bool:
        """«أكد صالحي، ووفقا لوكالة تسنيم، أن»: who carried it, or, after «نقلا عن», whose words these are."""
        cue = attribution.cue
        if attribution.subject is not None and cue is not None:
            if cue.source:
                self.carriers.append(Hand(self.subject, self.cue))
                self.subject = attribution.subject
            else:
                self.carriers.append(Hand(attribution.subject, cue))
            self.absorbed.append(cue)
        self.at, self.clear = max(attribution.start, self.at + 1), True
        return True

    def _another_cue(self, other: CueHit) -> bool:
        """A second cue before the report opens: a participle or a noun of saying that only carries on (تابع قائلا), or another's verb."""
        page = self.page
        if self.relative and other.aspect in _FINITE:
            self.at, self.inner = other.last, True
            return True
        if other.aspect == "participle" and other.act in _CARRYING and self.cue.act in _CARRIED and "to" not in other.frames:
            self.absorbed.append(other)
            self.at, self.clear = other.last, True
            return True
        if other.aspect in ("masdar", "noun"):
            if (self.source is not None or self.pronoun_source) and page.is_pronoun(other.last):
                return self._handed_on(other)
            self._noun()
            return True
        return False

    def _handed_on(self, masdar: CueHit) -> bool:
        """«نقلت تاس عن أوشاكوف قوله»: the noun of saying becomes the cue, the relay a carrier."""
        self.absorbed.append(masdar)
        self.carriers.append(Hand(self.subject, self.cue))
        self.subject, self.cue, self.source, self.pronoun_source = self.source, masdar, None, False
        self.frames = {frame.complement: frame for frame in self.page.frames if frame.complement in masdar.frames}
        self.at, self.clear = masdar.last + 1, True
        return True

    def _mark(self) -> bool:
        page, at = self.page, self.at
        key = page.key(at)
        if key == "(" and (closing := page.closing_bracket(at)) is not None and closing < self.last:
            self.at = closing + 1
        elif key == QUOTE and at in page.quotes and not self._name(page.quotes[at]):
            self.at = min(page.quotes[at].closing + 1, self.last)
        elif key == "-" and (closing := page.closing_dash(at)) is not None and closing < self.last:
            self.at, self.clear = closing + 1, True
        elif key in (".", "?", "!", ";"):
            return False
        else:
            self.at, self.relative, self.clear = at + 1, self.relative and key != ",", True
        return True

    def _preposition(self, at: int, after: int) -> None:
        """A preposition that opens nothing: whose words a relay hands on, whom one speaks to, where it was said."""
        page = self.page
        self.clear = False
        marked = page.key(after) == QUOTE and after in page.quotes and page.bare_name(page.quotes[after])
        number = page.references.get(after + 1 if marked else after)
        if page.key(at) in self.cue.relay and self.source is None and not self.relative and number is not None:
            self.source, self.at, self.clear = number, page.reference(number).last, True
        elif page.key(at) in self.cue.relay and page.is_pronoun(after) and self.source is None:
            self.pronoun_source, self.at, self.clear = True, after + 1, True
        elif (medium := page.medium(after)) is not None:
            self._medium(after, medium)
        elif self.cue.document and not self.issued and number is not None and page.reference(number).kind == "other":
            self.subject, self.issued, self.at, self.clear = number, True, page.reference(number).last, True
        elif number is not None and page.reference(number).kind in SPEAKING_KINDS:
            if page.key(at) == page.to and self.addressee is None:
                self.addressee = number
            self.at, self.clear = page.reference(number).last, True
        else:
            self.at = after

    def _medium(self, at: int, medium: tuple[Entry, int]) -> None:
        """Where it was said; «بيان لوزارة الدفاع» names who issued it, «نشرته وكالة الأنباء» who handed it on."""
        page = self.page
        self.medium = self.medium or page.medium_record(at, medium)
        self.at, self.clear, self.medium_end = medium[1], True, medium[1]
        if self.cue.document:
            self.issued, self.subject = True, page.issuer(medium[1], self.last)
        handing = page.handing(medium[1], self.last)
        if handing is not None:
            number, self.at = handing
            self.carriers.append(Hand(number))

    def _noun(self) -> None:
        """A noun: the subject, a person the cue speaks to or of, or words that no reference covers."""
        page, at = self.page, self.at
        number = page.references.get(at)
        medium = page.medium(at)
        if medium is not None and medium[0].speaks and self.subject is None and self.clear and not self.relative:
            self.issued = True
            self.subject = page.issuer(medium[1], self.last)
            self._medium(at, medium)
        elif number is not None:
            if self.clear and not self.relative:
                self._reference(number)
            self.at, self.clear = max(page.reference(number).last, at + 1), True
        else:
            if self.subject is None and not self.issued and page.token(at).part == "stem" and self.clear:
                self.strangers += 1
            elif self.subject is not None:
                self.others += 1
            self.at, self.clear = at + 1, page.token(at).part == "pronoun"

    def _reference(self, number: int) -> None:
        page = self.page
        speaks = page.reference(number).kind in SPEAKING_KINDS or page.reference(number).kind == "place"
        led = page.token(self.at - 1).part == "proclitic" and page.token(self.at - 1).word == page.token(self.at).word
        if self.guest:
            self.guest = led
        elif self.subject is None and not self.issued and not led and agrees(page, self.cue, number, ahead=False):
            self.subject = number
        elif speaks and not led:
            self.object_person = True

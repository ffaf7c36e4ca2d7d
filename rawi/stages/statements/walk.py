"""From a cue to what it opens: past its subject, its time and place, whom it speaks to, up to the words that open the report."""

from __future__ import annotations

from rawi.document import CueHit, Quote
from rawi.lang.lexicons.frames import Entry
from rawi.stages.statements.draft import Draft, Hand
from rawi.stages.statements.openings import Openings
from rawi.stages.statements.page import SPEAKING_KINDS
from rawi.stages.statements.speakers import agrees
from rawi.text.fold import QUOTE

_REACH = 60
"""Tokens between a cue and its opener: titles and places can stand between."""
_FINITE = frozenset(("past", "present"))
# acts whose object is whom one speaks to: أبلغ بوتين, دعا طهران, حذر خصومه
_SPOKEN_TO = frozenset(("say", "ask", "answer", "demand", "call", "warn", "threaten", "promise"))
_CARRYING = frozenset(("say", "add"))
_CARRIED = frozenset(("say", "add", "answer", "ask", "explain", "write", "stress"))


class Walk(Openings):
    """One way through a sentence from a cue."""

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
        if self.cue.relay and (self.source is not None or self.unnamed_source):
            self.carriers += [] if self.cue.learns else [Hand(self.subject, self.cue)]
            self.subject = self.source
        agentless = self.cue.voice == "passive" or (frame.person and self.passive())
        if agentless:
            self.subject = None
        voiced = self.subject is not None or self.issued or self.strangers > 0 or bool(self.carriers)
        return Draft(
            rule=f"frame:{frame.name}", sentence=self.sentence, cue=self.cue, opener=self.opener, start=start, style=style,
            confidence=frame.confidence, subject=self.subject, carriers=self.carriers, voiced=voiced, ahead=self.ahead,
            issued=self.issued, agentless=agentless, addressee=self.addressee, medium=self.medium, time=self.time,
        )  # fmt: skip

    def _step(self) -> bool:
        page, at = self.page, self.at
        if at in self.attributed and at > self.cue.first:
            return self._attributed(self.attributed[at])
        if self.opens():
            return True
        if at in page.times:
            number, self.at = page.times[at]
            self.time, self.clear = self.time if self.time is not None else number, True
        elif (after := page.after(at, "adverb")) is not None:
            self.at, self.clear = after, True
        elif (after := page.after(at, "anonymous")) is not None:
            self.at, self.relative, self.clear = after + 1, True, False
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
        if self.clear and self.page.token(other.last).part != "pronoun" and self._verbal_noun(self.at):
            self._noun()
            return True
        if self._describes(other):
            self.absorbed.append(other)
            self.at, self.relative, self.clear = other.last + page.is_pronoun(other.last), True, False
            return True
        if other.aspect == "participle" and other.act in _CARRYING and self.cue.act in _CARRIED and "to" not in other.frames:
            self.absorbed.append(other)
            self.at, self.clear = other.last, True
            return True
        if other.aspect in ("masdar", "noun"):
            if (self.source is not None or self.unnamed_source) and page.is_pronoun(other.last):
                return self._handed_on(other)
            self._noun()
            return True
        return False

    def _describes(self, other: CueHit) -> bool:
        """Whether a verb tells of the noun before it: «في تصريحات نقلتها مواقع», «مصدر، رفض الكشف عن هويته»."""
        page, before = self.page, other.first - 1
        if other.aspect not in _FINITE or page.token(before).part not in ("stem", "pronoun"):
            return False
        if "that" in other.frames and not other.relay:
            return False
        return page.is_pronoun(other.last) and (self.subject is not None or self.strangers > 0 or self.medium is not None)

    def _handed_on(self, masdar: CueHit) -> bool:
        """«نقلت تاس عن أوشاكوف قوله»: the noun of saying becomes the cue, the relay a carrier."""
        self.absorbed.append(masdar)
        self.carriers.append(Hand(self.subject, self.cue))
        self.subject, self.cue, self.source, self.unnamed_source = self.source, masdar, None, False
        self.frames = {frame.complement: frame for frame in self.page.frames if frame.complement in masdar.frames}
        self.at, self.clear = masdar.last + 1, True
        return True

    def _mark(self) -> bool:
        page, at = self.page, self.at
        key = page.key(at)
        if key == "(" and (closing := page.closing_bracket(at)) is not None and closing < self.last:
            self.at = closing + 1
        elif key == QUOTE and at in page.quotes and not (self.sets_off(page.quotes[at]) and self._named(page.quotes[at])):
            self.at, self.clear = min(page.quotes[at].closing + 1, self.last), True
        elif key == "-" and (closing := page.closing_dash(at)) is not None and closing < self.last:
            self.at, self.clear = closing + 1, True
        elif key == ";" and self.subject is not None and "that" in self.frames:
            self.at, self.relative, self.clear = at + 1, False, True
        elif key in (".", "?", "!", ";") and not self._abbreviates(at):
            return False
        else:
            self.at, self.relative, self.clear = at + 1, self.relative and key != ",", True
        return True

    def _named(self, quote: Quote) -> bool:
        """Whether somebody known is named between marks; a name that nobody knows is passed whole: «لـ«الوطن»»."""
        return any(at in self.page.references for at in range(quote.opening + 1, quote.closing))

    def _abbreviates(self, at: int) -> bool:
        """Whether a stop belongs to a title of one letter: «قال م. حسام»."""
        before = self.page.token(at - 1)
        return len(before.key) == 1 and before.part in ("stem", "proclitic")

    def _preposition(self, at: int, after: int) -> None:
        """A preposition that opens nothing: whose words a relay hands on, whom one speaks to, where it was said."""
        page = self.page
        self.clear = False
        marked = page.key(after) == QUOTE and after in page.quotes and page.bare_name(page.quotes[after])
        number = page.references.get(after + 1 if marked else after)
        if page.key(at) in self.cue.relay and self.source is None and not self.relative and number is not None:
            self.source, self.at, self.clear = number, page.reference(number).last, True
        elif page.key(at) in self.cue.relay and page.is_pronoun(after) and self.source is None:
            self.unnamed_source, self.at, self.clear = True, after + 1, True
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
        if page.after(medium[1], "received") is not None:
            self.relative, self.clear = True, False
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
        wanted = self.subject is None and not self.issued and self.cue.aspect != "participle"
        if self.guest:
            self.guest = led
        elif wanted and not led and agrees(page, self.cue, number, ahead=False):
            self.subject = number
        elif speaks and not led:
            self.undergoer = True
            if self.addressee is None and self.cue.act in _SPOKEN_TO:
                self.addressee = number

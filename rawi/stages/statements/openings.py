"""What opens a report: «that», a mark, a colon, a preposition that the cue takes, or a bare noun."""

from __future__ import annotations

from rawi.document import Quote
from rawi.lang.schema.frames import Frame
from rawi.stages.statements.draft import Style
from rawi.stages.statements.page import RELATION
from rawi.stages.statements.path import Path

_NAME = 5
"""Words between quotation marks that can be a name."""
_LONG = 5
"""Words between quotation marks that are a speech and no expression."""
_SAYING = frozenset(("say", "add"))
_SOON = 5
"""Tokens from a name in marks to «that»: a time or an adverb can stand between."""
_FINITE = frozenset(("past", "present"))
_SMALL = ("preposition", "adverb", "relative", "conjunction", "negation", "what", "end")
_NAMED = frozenset(("person", "organization", "country"))
_STRONG = ("that", "bi-that", "person-that", "whether")


class Openings(Path):
    """Tells whether the report opens where a way stands."""

    def opens(self) -> bool:
        """Whether the report opens here; then `opened` says how."""
        page, at = self.page, self.at
        if self.cue.document and not self.issued:
            return False
        if (after := page.that(at)) is not None:
            if self.inner:  # «الذي يؤكد أنه …، إلى أن»: this one is the inner verb's
                self.inner = False
                return False
            return self._that(at, after)
        if page.key(at) == ":" and "quote" in self.frames:
            return not self._clock(at) and self._colon(at + 1)
        if at in page.quotes and "quote" in self.frames and not self.sets_off(page.quotes[at]) and self._reported(page.quotes[at]):
            return self._open("quote", at + 1, "quote")
        return (not self.relative and self._prepositional()) or self._object()

    def _reported(self, quote: Quote) -> bool:
        """Whether marks hold what the cue reports; in a relative clause («الذي كان يتحدث …») only long ones of a verb of saying do."""
        long = self.page.words_between(quote.opening, quote.closing) >= _LONG
        return not self.relative or (long and not self.inner and self.cue.act in _SAYING and self.cue.aspect in _FINITE)

    def _clock(self, at: int) -> bool:
        """Whether a colon stands inside a number: 9001:2008, 16:30."""
        return self.page.key(at - 1).isdigit() and self.page.key(at + 1).isdigit()

    def sets_off(self, quote: Quote) -> bool:
        """Whether marks set off a name, known or, right behind the cue and before «that», not: «قال «لواء الفتح» إن»."""
        page = self.page
        if page.bare_name(quote):
            return True
        if not quote.closed or page.words_between(quote.opening, quote.closing) > _NAME:
            return False
        if page.leads(quote.opening - 1) or (page.key(quote.opening - 1) == page.to and page.token(quote.opening - 1).part == "proclitic"):
            return True
        near = range(quote.closing + 1, min(quote.closing + _SOON, self.last))
        return "that" in self.frames and any(page.that(at) is not None and page.before(at, "exception") is None for at in near)

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
                clausal = "bi-that" if page.key(at) == page.by and "bi-that" in self.frames else complement
                return self._open(clausal, page.past_that(that), "clause")
            if frame.content == "noun" and self._may_open(frame, after):
                return self._quoted_or(complement, after, "noun")
        return False

    def _may_open(self, frame: Frame, after: int) -> bool:
        """Whether a noun behind a preposition is what is reported: somebody speaks, and it is no person, time or medium."""
        page = self.page
        if after >= self.last or page.times.get(after) or page.token(after).part == "pronoun":
            return False
        if frame.person:
            return self.undergoer or self.strangers > 0 or self.others > 0 or self.passive()
        if self.subject is None and not self.clear:
            return False
        number = page.references.get(after)
        speaker = number is not None and page.reference(number).kind in ("person", "organization", "country", "group")
        loose = self.subject is not None and frame.complement in ("on", "to", "about") and self.cue.aspect in _FINITE
        return (self.clear or loose) and not (speaker and frame.complement in ("bi", "for"))

    def _object(self) -> bool:
        """A noun without an opener: «أعلن الوزير بدء العمليات»."""
        page, at = self.page, self.at
        name = "person-object" if "person-object" in self.frames and self.undergoer else "object"
        if name not in self.frames or self.relative or not self.clear or at == self.medium_end or not self._nominal(at):
            return False
        if self._elsewhere(at):
            return False
        bare = page.token(at).part == "stem"
        if self.subject is None and self.cue.aspect != "participle" and self._unowned(at, bare):
            return False
        if (not bare and self._qualifies(at)) or self._titles(at, bare):
            return False
        if self.cue.begins and page.key(at if bare else at + 1) not in self.cue.begins:
            return False
        number = page.references.get(at)
        if number is not None and page.reference(number).kind in _NAMED and name == "object":
            return False
        return self._quoted_or(name, self._past_saying(at if bare else at + 1) or at, "noun")

    def _elsewhere(self, at: int) -> bool:
        """Whether no noun is reported: a pronoun stands for it (التي أعلنتها), or «that» behind a pause («أكد، إجابة عن سؤال، أن»)."""
        page, cue = self.page, self.cue
        if page.is_pronoun(cue.last) and cue.aspect in _FINITE and "person-object" not in self.frames:
            return True
        if "that" not in self.frames or page.key(at - 1) != ",":
            return False
        for place in range(at + 1, self.last - 1):
            if place in page.cues and page.cues[place].aspect in _FINITE:
                return False
            if page.key(place) == "," and page.that(place + 1) is not None:
                return True
        return False

    def _unowned(self, at: int, bare: bool) -> bool:
        """Whether a noun behind a verb without a subject could be that subject: any but a bare one right behind it."""
        return bool(self.strangers) or not bare or at in self.page.references or self.cue.last != at

    def _past_saying(self, at: int) -> int | None:
        """The token behind a noun of saying and its preposition, where one is the object: «جدد التأكيد على ضرورة الحوار»."""
        page = self.page
        saying = page.cues.get(at)
        if saying is None:
            return None
        openers = {key for frame in page.frames if frame.complement in saying.frames for key in page.openers(frame)}
        if page.key(saying.last) not in openers or page.is_pronoun(saying.last + 1):
            return None
        that = page.that(saying.last + 1)
        return page.past_that(that) if that is not None else saying.last + 1

    def _nominal(self, at: int) -> bool:
        """Whether a noun begins at a token: no time, small word, verb or medium."""
        page = self.page
        if page.token(at).part not in ("stem", "article") or at in page.times or page.after(at, *_SMALL) is not None:
            return False
        if at in page.cues and page.cues[at].aspect != "masdar" and not self._verbal_noun(at):
            return False
        definite = page.token(at).part == "article" and self.subject is not None
        return page.medium(at) is None or definite or self.cue.aspect == "participle"

    def _verbal_noun(self, at: int) -> bool:
        """Whether a form that is a past verb too stands where no verb can: behind a subject that is known («أكدت الخارجية رفض مصر»)."""
        page, cue = self.page, self.page.cues[at]
        if cue.aspect != "past" or (cue.number, cue.gender) != ("s", "m") or self.subject is None or self.ahead:
            return False
        subject = page.reference(self.subject)
        return subject.definite or subject.name is not None

    def _qualifies(self, at: int) -> bool:
        """Whether a word with the article is an adjective of the name right before it: «صحيفة واشنطن بوست الأميركية»."""
        page = self.page
        stem = page.key(at + 1)
        return page.covering[at - 1] is not None and len(stem) > 3 and stem.endswith(RELATION)

    def _titles(self, at: int, bare: bool) -> bool:
        """Whether a noun goes on with who speaks: «عضو اللقاء الديمقراطي», «عبدالرحمن، المشرف على البرنامج، أن», «رئيس بلدية مدركة أن»."""
        page = self.page
        if self.subject is None or self.cue.aspect == "participle":
            return False
        subject = page.reference(self.subject)
        behind = subject.last == at and not self.ahead
        if behind and not bare and subject.name is None and not subject.of and not subject.definite and page.token(at - 1).part == "stem":
            return True
        if "that" not in self.frames or not behind:
            return False
        if bare:
            return page.that(at + 1) is not None and page.before(at + 1, "exception") is None
        for place in range(at + 1, self.last):
            if place in page.cues or page.token(place).part == "mark":
                return False
            if page.that(place) is not None:
                return page.before(place, "exception", "preposition") is None
        return False

    def _quoted_or(self, complement: str, start: int, style: Style) -> bool:
        if (named := self.page.after(start, "naming")) is not None:
            named += self.page.key(named) == self.page.by
            start = named if named in self.page.quotes else start
        quote = self.page.quotes.get(start)
        if quote is not None and not self.page.bare_name(quote):
            return self._open(complement, start + 1, "quote")
        return self._open(complement, start, style)

    def _open(self, complement: str, start: int, style: Style) -> bool:
        page = self.page
        if start < self.last and start in page.quotes and not page.bare_name(page.quotes[start]) and style == "clause":
            start, style = start + 1, "quote"
        if style == "quote":
            start = self._past_opener(start)
        if start >= self.last:
            return False
        self.opened, self.opener = (self.frames[complement], start, style), self.at
        return True

    def _past_opener(self, start: int) -> int:
        """The first token of a quotation's words behind an opener that the marks took in: «إلى عدم الخوف»."""
        page = self.page
        openers = {key for frame in self.frames.values() if frame.content == "noun" for key in page.openers(frame)}
        after = start + 1 if page.key(start) in openers and start not in page.references else start
        that = page.that(after)
        return page.past_that(that) if that is not None else after

    def passive(self) -> bool:
        """Whether the one named right before the opener undergoes: «يُتهم الجيش بعدم …»."""
        behind = self.at == self.cue.last and self.page.before(self.cue.first, "relative") is not None
        alone = not self.undergoer and (behind if self.ahead else not self.others) and self.subject is not None
        return alone and self.cue.voice != "active" and self.cue.aspect in _FINITE and "bi" not in self.frames

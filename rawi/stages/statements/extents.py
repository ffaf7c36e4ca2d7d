"""Where what is reported ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rawi.document import CueHit
from rawi.stages.statements.draft import Draft, Style
from rawi.stages.statements.page import Page
from rawi.text.fold import QUOTE

_STOPS = frozenset((".", "/", ",", ";", ":", "-", "...", "…", "!"))
_PAUSES = frozenset((",", ";"))
_MARKS = _PAUSES | {"-", ")", ":", "/"}
_SOON = 4
_HAD = 10  # tokens between كان and its قد: the subject stands between
_FINITE = frozenset(("past", "present"))
_SAYING = frozenset(("say", "add", "deny", "confirm", "claim", "answer"))
_TELLING = frozenset(("past", "present", "jussive"))


class Extents:
    """Ends of contents; `drafts` are the openings of the article by the tokens of their cues, `attributions` the phrases that attribute."""

    def __init__(self, page: Page, drafts: Mapping[int, Draft], attributions: Mapping[int, Draft]) -> None:
        self.page, self.drafts, self.attributions = page, drafts, attributions
        self.further: list[Draft] = []  # second quotations under one cue: «…»، وأن «…»
        self._by_opener: dict[int, list[Draft]] = {}
        for draft in drafts.values():
            self._by_opener.setdefault(draft.opener, []).append(draft)
        cues = {place for at in (*drafts, *attributions) for place in (at - 1, at)}
        self._places = cues | self._by_opener.keys()

    def close(self, draft: Draft) -> None:
        """Sets where a draft's content ends."""
        if draft.style == "quote":
            self._close_quote(draft)
        else:
            draft.end = self._trimmed(draft.start, self._run(draft, draft.start, draft.sentence.last))

    def _close_quote(self, draft: Draft) -> None:
        """What stands between the marks; what goes on behind them without a pause, or with a word that continues, belongs to it."""
        page = self.page
        quote = page.quotes[max(at for at in range(max(0, draft.start - 4), draft.start) if at in page.quotes)]
        draft.end = quote.closing
        last = self._sentence_end(quote.closing)
        after = quote.closing + 1
        if not quote.closed or after >= last:
            return
        if (start := self._again(after)) is not None:
            style: Style = "quote" if start in page.quotes else "clause"
            other = replace(draft, start=start + (style == "quote"), style=style, opener=-1, carriers=list(draft.carriers))
            self.close(other)
            self.further.append(other)
        elif (onward := self._continues(after, last)) is not None:
            draft.end = max(draft.end, self._trimmed(after, self._run(draft, onward, last)))

    def _again(self, after: int) -> int | None:
        """Where a second report under the same cue begins, behind «and that» after a closing mark."""
        page = self.page
        joint = after + 1 if page.key(after) in _PAUSES else after
        that = page.that(joint + 1) if page.leads(joint) and page.key(joint) in page.joiners else None
        return page.past_that(that) if that is not None else None

    def _continues(self, after: int, last: int) -> int | None:
        """The token where a report goes on behind a closing mark, or None where it ends with it."""
        page = self.page
        if page.key(after) in _PAUSES:
            joined = page.after(after + 1, "continuer")
            purpose = page.leads(after + 1) and page.key(after + 1) == page.to and after + 2 not in page.references
            if joined is not None or purpose or after + 1 in page.quotes:
                return after + 1
            if page.leads(after + 1) and page.key(after + 1) in page.joiners and after + 2 in page.quotes:
                return after + 2
            return None
        if page.token(after).part == "mark" or self.boundary(after, None) or after in page.cues or self._new_clause(after):
            return None
        return after

    def _new_clause(self, at: int) -> bool:
        """Whether a conjunction before a cue begins a clause of the author's own."""
        page = self.page
        after = page.after(at, "contrast", "subordinator", "conjunction", "meeting")
        return (after is not None and page.key(at) not in page.joiners) or (page.leads(at) and at + 1 in self.drafts)

    def _sentence_end(self, at: int) -> int:
        number = self.page.sentence_at(at)
        return self.page.doc.sentences[number].last if at < len(self.page.tokens) else at

    def _run(self, draft: Draft, start: int, last: int) -> int:
        """The first token after `start` that is not part of the report."""
        page, at = self.page, start
        while at < last:
            quote = page.quotes.get(at)
            if quote is not None and quote.closed and quote.closing < last and quote.closing > at:
                at = quote.closing + 1
                continue
            if at > start and self._telling(at):
                if (draft.style != "speech" or self._spoken_on(start, at, draft)) and self.boundary(at, draft):
                    return at
                if self._machinery(at) or self._resumed(at, draft):
                    return at
            at += 1
        return last

    def _spoken_on(self, start: int, at: int, draft: Draft) -> bool:
        """Whether a speech behind a colon can end at a verb («…: نعمل من أجل الأمن، وأضاف»): not if it tells of another's words."""
        page = self.page
        if draft.cue is None or page.key(at) not in page.joiners:
            return False
        return not any(here in page.cues and page.cues[here].aspect in _TELLING for here in range(start, at))

    def _telling(self, at: int) -> bool:
        """Whether anything at a token could end a report: most tokens are passed by this look alone."""
        return at in self._places or self.page.key(at) in _MARKS or bool(self.page.small(at))

    def boundary(self, at: int, draft: Draft | None) -> bool:
        """Whether the author's own words go on at a token: another cue at the head of its clause, an attribution, words on the telling."""
        page = self.page
        pause = page.key(at) in _MARKS
        first = at + 1 if pause else at
        if pause and page.after(first, "subordinator", "meeting") is not None:
            return True
        if self._remark(first):
            return True
        contrast = page.after(first, "contrast")
        if contrast is not None and self._cue_soon(contrast, _SOON if pause else 2):
            return True
        if pause and self._background(first):
            return True
        attributing = first + 1 if page.leads(first) and page.key(first) in page.joiners else first
        if attributing in self.attributions:
            return True
        return self._cued(first, pause, draft)

    def _remark(self, at: int) -> bool:
        """Whether the author remarks on what was said: «…، وهو ما تنفيه طهران», «… دون أن يوضح»."""
        after = self.page.after(at, "remark")
        return after is not None and after in self.page.cues and self.page.cues[after].aspect in _TELLING

    def _background(self, at: int) -> bool:
        """Whether the author goes on with what had been before: «…، وكانت طهران قد شهدت»."""
        page = self.page
        if not (page.leads(at) and page.key(at) in page.joiners) or (after := page.after(at + 1, "was")) is None:
            return False
        return any(page.after(place, "had") is not None for place in range(after, min(after + _HAD, len(page.tokens))))

    def _cue_soon(self, at: int, steps: int) -> bool:
        """Whether a statement's cue stands behind a conjunction, some steps on: past a name, a pronoun, a time or an adverb."""
        page = self.page
        for _ in range(steps):
            if at in self.drafts and self.drafts[at].cue is not None:
                return True
            cue = page.cues.get(at)
            if cue is not None and cue.act in _SAYING and cue.aspect in _FINITE and cue.last in page.references:
                return True  # «بينما يقول الوزير عكس ذلك»
            if page.is_pronoun(at):
                at += 1
            elif at in page.references:
                at = page.reference(page.references[at]).last
            elif at in page.times:
                at = page.times[at][1]
            elif (after := page.after(at, "adverb", "was")) is not None:
                at = after
            else:
                break
        return False

    def _cued(self, at: int, pause: bool, draft: Draft | None) -> bool:
        page = self.page
        joined = page.leads(at) and page.key(at) in page.joiners
        place = at + 1 if joined else at
        if joined and (denied := page.after(place, "negation")) is not None:
            place = denied
        other = self.drafts.get(place)
        if other is None or other.cue is None or other is draft or other.ahead:
            return False
        aspect = page.cues[place].aspect  # not the draft's own: a relay's cue is the noun of saying behind it
        if aspect == "participle":
            at_once = other.opener - page.cues[place].last <= 1
            return pause or joined or at_once or other.style in ("quote", "speech")
        if aspect in _FINITE and joined:
            return other.voiced or self._same_speaker(other.cue, draft)
        if aspect in _FINITE and pause and draft is not None:  # «وفيما قال مسؤول إن …، اتهم إمام …»
            return other.voiced and page.before(draft.at, "contrast", "relative") is not None
        return False

    def _same_speaker(self, cue: CueHit, draft: Draft | None) -> bool:
        """Whether a verb without a subject can be that of whoever speaks in the draft."""
        if draft is None or draft.cue is None or draft.cue.person != 3:
            return True
        return "either" in (cue.gender, draft.cue.gender) or cue.gender == draft.cue.gender

    def _resumed(self, at: int, draft: Draft) -> bool:
        """Whether the opener of a cue before this one stands here: «المرصد الذي يؤكد أنه …، إلى أن»."""
        return draft.cue is not None and any(d.opener == at and d.at < draft.at for d in self._by_opener.get(at, ()))

    def _machinery(self, at: int) -> bool:
        return self.page.after(at, "end") is not None

    def _trimmed(self, start: int, end: int) -> int:
        """The end without closing punctuation, and without a mark that opens nothing."""
        page = self.page
        while end > start + 1:
            key = page.key(end - 1)
            lone = key == QUOTE and end - 1 not in page.closings
            joint = page.leads(end - 1) and page.key(end - 1) in page.joiners
            if joint or key in _STOPS or lone or (page.token(end - 1).part == "proclitic" and not page.leads(end - 1)):
                end -= 1
            else:
                break
        return end

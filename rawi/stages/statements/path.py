"""The state of a way through a sentence, from a cue on."""

from __future__ import annotations

from collections.abc import Mapping

from rawi.document import CueHit
from rawi.lang.schema.frames import Frame
from rawi.model import Medium
from rawi.stages.statements.draft import Draft, Hand, Style
from rawi.stages.statements.page import Page
from rawi.text.sentences import Sentence


class Path:
    """Where a way stands (`at`), and what it has passed: who speaks, to whom, where, through whose hands.

    `clear` where a reference would stand for itself: no noun before it is waiting for its genitive. `relative` inside a relative clause,
    `inner` where that clause has a verb of saying of its own. `strangers` and `others` count words that no reference covers, before a
    subject is found and after it; `guest` where the next one named is whom the speaker met; `undergoer` where somebody is named to whom
    or of whom it is said. `source` is whose words a relay hands on, `unnamed_source` where that is a pronoun (نقلت عنه). `opened` holds
    the frame, the first token and the style of what is reported.
    """

    def __init__(
        self, page: Page, cue: CueHit, sentence: Sentence, subject: int | None = None, attributed: Mapping[int, Draft] | None = None
    ) -> None:
        self.page, self.cue, self.sentence = page, cue, sentence
        self.subject, self.ahead = subject, subject is not None
        self.last = page.reach(sentence, cue)
        self.at = cue.last
        self.clear = True
        self.relative = self.issued = self.inner = False
        self.strangers = self.others = 0
        self.attributed = attributed or {}
        self.guest = False
        self.undergoer = False
        self.addressee: int | None = None
        self.medium: Medium | None = None
        self.time: int | None = None
        self.source: int | None = None
        self.unnamed_source = False
        self.carriers: list[Hand] = []
        self.absorbed: list[CueHit] = []
        self.opener = self.medium_end = -1
        self.opened: tuple[Frame, int, Style] | None = None
        self.frames = {frame.complement: frame for frame in page.frames if frame.complement in cue.frames}
        if page.is_pronoun(self.at):
            self.undergoer = cue.aspect != "masdar"
            self.at += 1

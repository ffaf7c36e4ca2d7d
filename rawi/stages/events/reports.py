"""Who takes part in a verb that reports as well: what its statement knows of who speaks, and to whom."""

from __future__ import annotations

from bisect import bisect_left

from rawi.lang.schema.events import Frame
from rawi.model import Statement
from rawi.stages.events.parties import Parties
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.sentences import Sentence


class Reports:
    """The statements of an article by the verbs that report them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.cues = {s.cue.start: s for s in view.doc.statements if s.cue is not None}
        self.starts = sorted(self.cues)

    def chained(self, trigger: Trigger, frame: Frame, parties: Parties) -> None:
        """Where the verb reports as well and names nobody, who speaks is known from its statement."""
        statement = self.cues.get(self.view.tokens[trigger.first].start)
        if statement is None or not statement.chain or frame.subject != "actor":
            return
        speaker = statement.chain[-1].entity
        if not parties.actors and speaker not in parties.recipients:
            parties.actors = [speaker]
        if frame.object is None:  # «شدد في تصريح للصحيفة على ضرورة …»: whom he tells it is not whom he asks
            return
        if statement.addressee and not parties.recipients:
            parties.add("recipient", [statement.addressee])
        if trigger.kind.type == "REQUEST" and not parties.recipients:
            parties.add("recipient", self._addressed(trigger, speaker))

    def speaking(self, trigger: Trigger, sentence: Sentence) -> list[str]:
        """Who speaks where a participle carries the speech on («…، داعيا إلى»): of its own statement, else of the nearest before it."""
        said = self._said(sentence, self.view.tokens[trigger.first].start + 1)
        return [s.chain[-1].entity for s in said[-1:] if s.chain]

    def reporting(self, trigger: Trigger, objects: list[str]) -> list[str]:
        """Who speaks where the verb reports as well and leaves its subject out: the statement knows."""
        statement = self.cues.get(self.view.tokens[trigger.first].start)
        speaker = statement.chain[-1].entity if statement is not None and statement.chain else None
        return [speaker] if speaker is not None and speaker not in objects else []

    def _addressed(self, trigger: Trigger, speaker: str) -> list[str]:
        """Whom the same speaker spoke to before in the sentence: «قال لنظيره … ودعا إلى»."""
        said = self._said(self.view.sentence(trigger.first), self.view.tokens[trigger.first].start)
        return [s.addressee for s in said if s.addressee and s.chain and s.chain[-1].entity == speaker][-1:]

    def _said(self, sentence: Sentence, until: int) -> list[Statement]:
        """The statements whose cues stand in a sentence, before a place in the text, in the order of the cues."""
        begin = self.view.tokens[sentence.first].start
        return [self.cues[at] for at in self.starts[bisect_left(self.starts, begin) : bisect_left(self.starts, until)]]

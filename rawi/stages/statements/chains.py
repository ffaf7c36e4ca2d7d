"""Chains: who goes on speaking where no subject stands, who carried it, and what lies inside what."""

from __future__ import annotations

from rawi.document import CueHit
from rawi.stages.statements.draft import Draft, Hand
from rawi.stages.statements.page import SPEAKING_KINDS, Page
from rawi.text.sentences import Sentence

Chain = list[tuple[int, Hand]]
"""Entities from the reader's side to the speaker, each with where the text names it."""


def nest(drafts: list[Draft]) -> None:
    """Gives every draft the innermost one whose content holds its cue; `drafts` in order of the text."""
    for draft in drafts:
        holders = [d for d in drafts if d is not draft and d.start <= draft.at < d.end and (d.start, -d.end) < (draft.start, -draft.end)]
        draft.parent = max(holders, key=lambda d: (d.start, -d.end), default=None)


_HEAD = 2
"""Words at the head of a sentence among which its subject begins."""


class Chains:
    """Resolves drafts in the order of the text; remembers who spoke last."""

    def __init__(self, page: Page, drafts: list[Draft]) -> None:
        self.page, self.drafts = page, drafts
        self.done: dict[int, Chain] = {}
        self.previous: Draft | None = None

    def chain(self, draft: Draft) -> Chain:
        """The chain of a draft whose predecessors and parent are resolved."""
        chain = self._chain(draft)
        self.done[id(draft)] = chain
        if draft.parent is None:
            self.previous = draft
        return chain

    def _chain(self, draft: Draft) -> Chain:
        if draft.agentless:
            return []
        own = [(self._entity(hand.reference), hand) for hand in draft.carriers if hand.reference is not None]
        if draft.parent is not None:
            return self._inside(draft, draft.parent, own)
        if draft.subject is not None:
            return [*own, (self._entity(draft.subject), Hand(draft.subject, draft.cue))]
        speaker = self._goes_on(draft)
        if speaker is None:
            return []
        inherited = own or self._inherited(draft, speaker)
        return [*inherited, (speaker, Hand(None, draft.cue))]

    def _inside(self, draft: Draft, parent: Draft, own: Chain) -> Chain:
        """The parent's chain, its speaker a carrier now, and the inner speaker behind it."""
        outer = self.done[id(parent)]
        if draft.subject is not None:
            speaker: int | None = self._entity(draft.subject)
        else:
            speaker = self._inner(draft, parent)
        if speaker is None:
            return outer if draft.cue is not None and draft.cue.person == 1 else []
        if outer and outer[-1][0] == speaker and not own:
            return outer
        return [*outer, *own, (speaker, Hand(draft.subject, draft.cue))]

    def _inner(self, draft: Draft, parent: Draft) -> int | None:
        """Who a verb without subject inside a report belongs to: the last one named before it there that agrees."""
        if draft.cue is None:
            return None
        for sibling in reversed([d for d in self.drafts if d.parent is parent and d.start < draft.start]):
            chain = self.done.get(id(sibling))
            if chain and self._fits(draft.cue, chain[-1][0]):
                return chain[-1][0]
        for at in range(draft.cue.first - 1, parent.start - 1, -1):
            number = self.page.references.get(at)
            if number is not None and self.page.reference(number).kind in SPEAKING_KINDS and self._fits(draft.cue, self._entity(number)):
                return self._entity(number)
        return None

    def _goes_on(self, draft: Draft) -> int | None:
        """The entity that speaks where no subject is named: of the sentence's main clause, else the last speaker that agrees."""
        cue, before = draft.cue, self.previous
        last = self.done[id(before)] if before is not None else []
        if cue is None or draft.issued:
            return last[-1][0] if last else None
        fresh = before is None or before.sentence is not draft.sentence
        if fresh and (subject := self._main_subject(draft.sentence, cue, strict=cue.aspect != "participle")) is not None:
            return subject
        if last and before is not None and (before.issued or self._fits(cue, last[-1][0])):
            return last[-1][0]
        for other in reversed(self.drafts[: self.drafts.index(draft)]):
            chain = self.done.get(id(other))
            if chain and other.parent is None and self._fits(cue, chain[-1][0]):
                return chain[-1][0]
        return self._told_of(draft, cue)

    def _told_of(self, draft: Draft, cue: CueHit) -> int | None:
        """Whom the sentence or the ones before it in the paragraph tell of."""
        near = [s for s in self.page.doc.sentences if s.first <= draft.sentence.first and s.paragraph >= draft.sentence.paragraph - 1]
        return next((found for s in reversed(near) if (found := self._main_subject(s, cue)) is not None), None)

    def _main_subject(self, sentence: Sentence, cue: CueHit, *, strict: bool = False) -> int | None:
        """Who does what a sentence tells: the first one named before a cue that no preposition governs and that agrees.

        `strict`: only where the sentence begins with them or with their verb.
        """
        page, seen = self.page, 0
        for at in range(sentence.first, min(sentence.last, cue.first)):
            number = page.references.get(at)
            if number is not None and page.reference(number).kind in SPEAKING_KINDS:
                led = page.leads(at - 1) and page.key(at - 1) not in page.joiners
                if not led and page.before(at, "preposition") is None and self._fits(cue, self._entity(number)):
                    return self._entity(number)
            seen += page.token(at).part not in ("mark", "proclitic") and page.time_before(at + 1) is None
            if strict and seen > _HEAD:
                return None
        return None

    def _inherited(self, draft: Draft, speaker: int) -> Chain:
        """Carriers go on holding in the same paragraph as long as nobody new is named, and for a quotation that goes on behind it."""
        before = self.previous
        if before is None or (before.sentence.paragraph != draft.sentence.paragraph and draft.cue is not None):
            return []
        chain = self.done[id(before)]
        return [(entity, Hand(None, hand.cue)) for entity, hand in chain[:-1]] if chain and chain[-1][0] == speaker else []

    def _fits(self, cue: CueHit, entity: int) -> bool:
        """Whether an entity can be the subject of a verb by gender and number."""
        if cue.person != 3 or cue.aspect in ("phrase", "noun", "masdar"):
            return True
        found = self.page.doc.entities[entity]
        many = found.number != "s"
        if cue.number == "s" and found.entity.kind in ("person",) and many:
            return False
        if cue.number == "p":
            return many or found.entity.kind in ("group", "organization")
        if many and found.entity.kind == "group":
            return cue.number != "s" or cue.gender == "f"
        return "either" in (cue.gender, found.gender) or cue.gender == found.gender

    def _entity(self, reference: int) -> int:
        return self.page.entity_of[reference]

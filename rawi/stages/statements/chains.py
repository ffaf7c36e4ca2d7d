"""Chains: who goes on speaking where no subject stands, who carried it, and what lies inside what."""

from __future__ import annotations

from rawi.document import CueHit
from rawi.stages.statements.draft import Draft, Hand
from rawi.stages.statements.page import SPEAKING_KINDS, Page
from rawi.text.sentences import Sentence

Chain = list[tuple[int, Hand]]
"""Entities from the reader's side to the speaker, each with where the text names it."""


def nest(drafts: list[Draft]) -> None:
    """Gives every draft the innermost one whose content holds its cue; `drafts` in order of the text.

    What lies in another's content ends with it.
    """
    reach = 0
    reaches: list[int] = []  # where the contents so far end at the latest: further back there is nothing to look for
    for number, draft in enumerate(drafts):
        for before in range(number - 1, -1, -1):
            if reaches[before] <= draft.at:
                break
            holder = drafts[before]
            if holder.start <= draft.at < holder.end and draft.start < holder.end:
                draft.parent, draft.end = holder, min(draft.end, holder.end)
                break
        reach = max(reach, draft.end)
        reaches.append(reach)


_REMEMBERED = 60
"""Statements back to which one is still remembered as who may go on."""
_CIRCUMSTANCE = 8
"""Tokens of a circumstance before a comma at the head of a sentence."""
_HEAD = 2
"""Words at the head of a sentence among which its subject begins."""


class Chains:
    """Resolves drafts in the order of the text; remembers who spoke last."""

    def __init__(self, page: Page, drafts: list[Draft]) -> None:
        self.page, self.drafts = page, drafts
        self.order = {id(draft): number for number, draft in enumerate(drafts)}
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
        if draft.agentless:  # told by nobody, or inside a report by whoever reports
            return self.done[id(draft.parent)] if draft.parent is not None else []
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
        for number in range(self.order[id(draft)] - 1, self.order[id(parent)], -1):
            sibling = self.drafts[number]
            chain = self.done[id(sibling)] if sibling.parent is parent else []
            if chain and self._fits(draft.cue, chain[-1][0]):
                return chain[-1][0]
        for at in range(draft.cue.first - 1, parent.start - 1, -1):
            named = self.page.references.get(at)
            if named is not None and self.page.reference(named).kind in SPEAKING_KINDS and self._fits(draft.cue, self._entity(named)):
                return self._entity(named)
        return None

    def _goes_on(self, draft: Draft) -> int | None:
        """The entity that speaks where no subject is named: of the sentence's main clause, else the last speaker that agrees."""
        cue, before = draft.cue, self.previous
        last = self.done[id(before)] if before is not None else []
        if cue is None or draft.issued:
            return last[-1][0] if last else None
        fresh = before is None or before.sentence is not draft.sentence
        if fresh and (subject := self._main_subject(draft.sentence, cue, strict=True)) is not None:
            return subject
        at_once = not fresh and cue.aspect == "participle"  # it tells how whoever speaks in its sentence does
        if last and before is not None and (at_once or before.issued or self._fits(cue, last[-1][0])):
            return last[-1][0]
        now = self.order[id(draft)]
        for number in range(now - 1, max(now - _REMEMBERED, 0) - 1, -1):
            other = self.drafts[number]
            chain = self.done[id(other)]
            if chain and other.parent is None and self._fits(cue, chain[-1][0]):
                return chain[-1][0]
        return self._told_of(draft, cue)

    def _told_of(self, draft: Draft, cue: CueHit) -> int | None:
        """Whom the sentence or the ones before it in the paragraph tell of."""
        sentences = self.page.doc.sentences
        for number in range(self.page.sentence_at(draft.sentence.first), -1, -1):
            sentence = sentences[number]
            if sentence.paragraph < draft.sentence.paragraph - 1:
                break
            if (found := self._main_subject(sentence, cue)) is not None:
                return found
        return None

    def _main_subject(self, sentence: Sentence, cue: CueHit, *, strict: bool = False) -> int | None:
        """Who does what a sentence tells: the first one named before a cue that no preposition governs and that agrees.

        `strict`: only where the sentence begins with them or with their verb.
        """
        page, seen = self.page, 0
        for at in range(self._past_circumstance(sentence) if strict else sentence.first, min(sentence.last, cue.first)):
            number = page.references.get(at)
            if number is not None and page.reference(number).kind in SPEAKING_KINDS:
                led = page.leads(at - 1) and page.key(at - 1) not in page.joiners
                if not led and page.before(at, "preposition") is None and self._fits(cue, self._entity(number)):
                    return self._entity(number)
            seen += page.token(at).part not in ("mark", "proclitic") and page.time_before(at + 1) is None
            if strict and seen > _HEAD:
                return None
        return None

    def _past_circumstance(self, sentence: Sentence) -> int:
        """The token where the main clause begins: behind «من جانبه», a time, or «وفي واشنطن،»."""
        page, at = self.page, sentence.first
        while at < sentence.last:
            if (page.leads(at) and page.key(at) in page.joiners) or page.key(at) == ",":
                at += 1
            elif (after := page.after(at, "adverb")) is not None:
                at = after
            elif at in page.times:
                at = page.times[at][1]
            else:
                break
        if page.after(at, "preposition") is not None:
            pause = next((i for i in range(at, min(at + _CIRCUMSTANCE, sentence.last)) if page.key(i) == ","), None)
            at = at if pause is None else pause + 1
        return at

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

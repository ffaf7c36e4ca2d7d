"""Whether words that could tell an event do tell one, or only speak of it: «القتل» as a topic, «قضية اغتيال», «الذين قتلوا»."""

from __future__ import annotations

from rawi.lang.schema.events import Deed
from rawi.stages.events.roles import Parties
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.sentences import Sentence

_NEAR = 14  # tokens between an act and what shows that somebody was hurt


class Evidence:
    """Weighs what stands round a trigger."""

    def __init__(self, view: View) -> None:
        self.view = view
        persons = view.lang.sources.units.persons
        self.persons = frozenset(persons)

    def told(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> bool:
        """Whether an event is told: a verb with its doer where it is a common one; a noun that is carried, owned or counted."""
        if trigger.finite:
            return self._verb(trigger, parties, sentence)
        entry = trigger.entry
        if isinstance(entry, Deed) and entry.carried and trigger.verb is None:
            return False
        if entry.shy and not (parties.actors or parties.recipients or trigger.verb):
            return False
        if trigger.verb is None and not parties.actors and not self.counted(trigger, sentence):
            bare = (trigger.form.aspect == "masdar" and trigger.beside is None) or self.view.article(trigger.first)
            if bare and (not parties.recipients or trigger.kind.type == "ASSAULT"):
                return False
        return not self._topic(trigger)

    def _verb(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> bool:
        """A verb tells an act where its doer is named or it is no common word; whom a relative clause only tells apart is no news."""
        entry = trigger.entry
        if entry.shy and not ((parties.actors and parties.named) or (trigger.form.voice == "passive" and parties.recipients)):
            return False
        if trigger.kind.mode == "visit" and entry.shy:
            return any(self.view.doc.entities[self.view.number_of[one]].entity.kind == "person" for one in parties.actors)
        if trigger.kind.type != "ASSAULT" or parties.actors:
            return True
        related = any(self.view.used(at, "relative") is not None for at in range(max(trigger.first - 2, sentence.first), trigger.first))
        if related and not self.counted(trigger, sentence):
            return False
        return not entry.outcome or self.counted(trigger, sentence) or trigger.beside is not None

    def counted(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Whether numbers of people stand near an act: those who did it or suffered it."""
        view = self.view
        near = range(max(trigger.first - _NEAR, sentence.first), min(trigger.last + _NEAR, sentence.last))
        return any(view.doc.quantities[view.quantity_at[at]].unit in self.persons for at in near if at in view.quantity_at)

    def _topic(self, trigger: Trigger) -> bool:
        """Whether a word stands before a noun that makes it a topic."""
        view = self.view
        for at in range(max(trigger.first - 4, 0), trigger.first):
            last = view.used(at, "topic")
            if last is not None and all(view.tokens[n].part in ("article", "proclitic") for n in range(last, trigger.first)):
                return True
        return False

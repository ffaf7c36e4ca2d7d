"""Whether words that could tell an event do tell one, or only speak of it: «القتل» as a topic, «قضية اغتيال»."""

from __future__ import annotations

from rawi.lang.schema.events import Deed
from rawi.stages.events.roles import Parties
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View


class Evidence:
    """Weighs what stands round a trigger."""

    def __init__(self, view: View) -> None:
        self.view = view

    def told(self, trigger: Trigger, parties: Parties) -> bool:
        """Whether an event is told: a verb with its doer where it is a common one; a noun that is carried, owned or counted."""
        entry = trigger.entry
        if trigger.finite:
            return not entry.shy or bool(parties.actors or (trigger.form.voice == "passive" and parties.recipients))
        if isinstance(entry, Deed) and entry.carried and trigger.verb is None:
            return False
        if entry.shy and not (parties.actors or parties.recipients or trigger.verb):
            return False
        return not self._topic(trigger)

    def _topic(self, trigger: Trigger) -> bool:
        """Whether a word stands before a noun that makes it a topic."""
        view = self.view
        for at in range(max(trigger.first - 4, 0), trigger.first):
            last = view.used(at, "topic")
            if last is not None and all(view.tokens[n].part in ("article", "proclitic") for n in range(last, trigger.first)):
                return True
        return False

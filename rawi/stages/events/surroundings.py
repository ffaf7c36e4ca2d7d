"""When, where and with what numbers an event happened: from the words round its trigger."""

from __future__ import annotations

from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.sentences import Sentence

_REACH = 25  # words of a clause that are looked at on either side


class Surroundings:
    """Reads time, place and quantities beside triggers."""

    def __init__(self, view: View) -> None:
        self.view = view

    def time(self, trigger: Trigger, sentence: Sentence) -> int | None:
        """The time expression of a trigger's clause: the nearest behind it, else the nearest before it; stretches only behind."""
        view = self.view
        for at in self._ahead(trigger, sentence) if view.time_at else ():
            if at in view.time_at and view.doc.times[view.time_at[at]].type in ("DATE", "TIME"):
                return view.time_at[at]
        for at in self._back(trigger, sentence) if view.time_at else ():
            if at in view.time_at and view.doc.times[view.time_at[at]].type in ("DATE", "TIME"):
                return view.time_at[at]
        return None

    def place(self, trigger: Trigger, sentence: Sentence) -> str | None:
        """The place or state named behind a preposition of place in a trigger's clause."""
        view = self.view
        for at in self._ahead(trigger, sentence):
            if at in view.starting and at and view.used(at - 1, "place") is not None:
                entity = view.resolved(view.starting[at]).entity
                if entity.kind in ("place", "country"):
                    return entity.id
        return None

    def quantities(self, trigger: Trigger, sentence: Sentence) -> list[int]:
        """The numbers told in a trigger's clause."""
        view = self.view
        if not view.quantity_at:
            return []
        tokens = [*self._ahead(trigger, sentence), *self._back(trigger, sentence)]
        return sorted({view.quantity_at[at] for at in tokens if at in view.quantity_at})

    def _ahead(self, trigger: Trigger, sentence: Sentence) -> range:
        view, at = self.view, trigger.last
        while at < min(sentence.last, trigger.last + _REACH) and not view.stops(at, sentence):
            at += 1
        return range(trigger.last, at)

    def _back(self, trigger: Trigger, sentence: Sentence) -> range:
        view, at = self.view, trigger.first - 1
        while at > max(sentence.first - 1, trigger.first - _REACH) and not view.stops(at, sentence):
            at -= 1
        return range(trigger.first - 1, at, -1)

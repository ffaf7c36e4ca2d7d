"""What looks like an event and is none: attacks of footballers, of words, of illness, and deaths that nobody caused."""

from __future__ import annotations

from functools import cached_property

from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.sentences import Sentence

_BEHIND = 8  # tokens behind a trigger that are looked at
_WITHIN = 3  # tokens of a phrase that may stand before the trigger in it
_NONE = frozenset[str]()


class Lookalikes:
    """Reads the words that undo events."""

    def __init__(self, view: View) -> None:
        self.view, self.rows = view, view.lang.sources.lights.lookalike

    def of(self, sentence: Sentence) -> frozenset[str]:
        """The types that this sentence does not tell, whatever its words."""
        return self._unlike.get(sentence.first, _NONE)

    @cached_property
    def _unlike(self) -> dict[int, frozenset[str]]:
        """The types that sentences do not tell, by their first tokens."""
        found: dict[int, frozenset[str]] = {}
        for at, hits in self.view.sorts.get("lookalike", {}).items():
            for row in [self.rows[hit.entry.row] for hit in hits]:
                if row.reach == "sentence":
                    first = self.view.sentence(at).first
                    found[first] = found.get(first, _NONE).union(row.types or (kind.type for kind in self.view.lang.sources.events.kind))
        return found

    def beside(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Whether a word behind a trigger, or the phrase it stands in, shows that it is none."""
        for at in range(max(trigger.first - _WITHIN, sentence.first), trigger.first + 1):
            for hit in self.view.entries(at, "lookalike"):
                row = self.rows[hit.entry.row]
                if row.reach == "over" and hit.last >= trigger.last and (not row.types or trigger.kind.type in row.types):
                    return True
        for at in range(trigger.last, min(trigger.last + _BEHIND, sentence.last)):
            for hit in self.view.entries(at, "lookalike"):
                row = self.rows[hit.entry.row]
                near = row.reach == "behind" or (row.reach == "next" and self._close(trigger.last, at))
                if near and (not row.types or trigger.kind.type in row.types):
                    return True
        return False

    def _close(self, last: int, at: int) -> bool:
        """Whether nothing but an article stands between a trigger and a word."""
        return all(self.view.tokens[n].part == "article" for n in range(last, at))

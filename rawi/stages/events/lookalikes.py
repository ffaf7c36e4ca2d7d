"""What looks like an event and is none: attacks of footballers, of words, of illness, and deaths that nobody caused."""

from __future__ import annotations

from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.sentences import Sentence

ALL = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))


class Lookalikes:
    """Reads the words that undo events."""

    def __init__(self, view: View) -> None:
        self.view, self.rows = view, view.lang.sources.lights.lookalike

    def of(self, sentence: Sentence) -> frozenset[str]:
        """The types that this sentence does not tell, whatever its words."""
        found: set[str] = set()
        for at in range(sentence.first, sentence.last):
            for hit in self.view.entries(at, "lookalike"):
                row = self.rows[hit.entry.row]
                if row.reach == "sentence":
                    found |= set(row.types) or ALL
        return frozenset(found)

    def beside(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Whether a word right behind or before a trigger shows that it is none."""
        places = {"next": range(trigger.last, min(trigger.last + 3, sentence.last)), "before": range(max(trigger.first - 2, sentence.first), trigger.first)}
        return any(
            row.reach == reach and (not row.types or trigger.kind.type in row.types) and (reach == "before" or self._close(trigger.last, at))
            for reach, tokens in places.items()
            for at in tokens
            for hit in self.view.entries(at, "lookalike")
            for row in (self.rows[hit.entry.row],)
        )

    def _close(self, last: int, at: int) -> bool:
        """Whether nothing but an article stands between a trigger and a word."""
        return all(self.view.tokens[n].part == "article" for n in range(last, at))

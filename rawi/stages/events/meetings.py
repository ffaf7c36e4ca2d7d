"""What is told of a meeting beside who met: its form, how long it took, what it was about."""

from __future__ import annotations

from rawi.model import MeetingFormat, Words
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import AND, View
from rawi.text.sentences import Sentence

_ENDS = frozenset((".", ":", ";", "?", "!"))
_LONGEST = 40  # words of an agenda
MEETINGS = frozenset(("CONSULT",))


class Meetings:
    """Reads form, length and agenda of meetings, held or planned."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.formats = tuple(row.format for row in view.lang.sources.lights.format)

    def format(self, trigger: Trigger, sentence: Sentence) -> MeetingFormat | None:
        """The form of a meeting by the words of its clause, the nearest behind the trigger first."""
        view = self.view
        reach = [
            *range(trigger.first, min(sentence.last, trigger.last + 12)),
            *range(max(sentence.first, trigger.first - 6), trigger.first),
        ]
        for at in reach:
            hits = view.entries(at, "format")
            if hits:
                return self.formats[hits[0].entry.row]
        return None

    def duration(self, trigger: Trigger, sentence: Sentence) -> str | None:
        """How long it took, as a TIMEX3 duration: behind «lasted», in the same sentence."""
        view = self.view
        for at in range(trigger.last, sentence.last):
            if view.used(at, "lasting") is not None:
                for near in range(at + 1, min(at + 5, sentence.last)):
                    time = view.doc.times[view.time_at[near]] if near in view.time_at else None
                    if time is not None and time.type == "DURATION":
                        return time.value
        return None

    def agenda(self, trigger: Trigger, sentence: Sentence) -> tuple[Words, ...]:
        """The things that a meeting is about, each with its words: behind «to discuss», «on», «including»."""
        view, begin = self.view, None
        for at in range(trigger.last, min(sentence.last, trigger.last + 40)):
            after = view.used(at, "agenda")
            if after is not None:
                begin = after
            elif begin is not None and at > begin + 3:
                break
            if view.key(at) in _ENDS:
                break
        return self._items(begin, sentence) if begin is not None else ()

    def _items(self, begin: int, sentence: Sentence) -> tuple[Words, ...]:
        """Stretches between «and»s and commas."""
        view, items, first, at = self.view, list[Words](), begin, begin
        while at <= min(sentence.last, begin + _LONGEST):
            last = at >= sentence.last or view.key(at) in _ENDS or view.finite(at) or view.used(at, "clause") is not None
            joint = not last and (
                view.comma(at) or (view.key(at) == AND and view.tokens[at].part == "proclitic" and view.covering[at] is None)
            )
            if last or joint:
                if at > first:
                    start, end = view.tokens[first].start, view.tokens[at - 1].end
                    items.append(Words(start=start, end=end, text=view.doc.article.text[start:end]))
                first = at + 1
            if last:
                break
            at += 1
        return tuple(items)

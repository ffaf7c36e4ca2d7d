"""What an act is about: the contexts that its entry has, and those that words of its clause show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, get_args

from rawi.lang.lexicons.contexts import Entry
from rawi.lang.schema.contexts import ContextName
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import AND, View
from rawi.text.lexicon import Hit
from rawi.text.sentences import Sentence

_REACH = 25  # tokens of a clause that are looked at on either side
_NOUNS = frozenset(("masdar", "noun"))
_ORDER = {name: number for number, name in enumerate(get_args(ContextName))}


class Shown(NamedTuple):
    """The contexts that words show, in the manual's order: all of them, and those that words of the act itself show (دعم عسكري)."""

    all: tuple[str, ...]
    near: tuple[str, ...]


_NOTHING = Shown((), ())


class Contexts:
    """Reads contexts beside triggers."""

    def __init__(self, view: View) -> None:
        self.view, self.lexicon = view, view.lang.lexicon("contexts")
        self.prepositions = view.lang.small_words("preposition")
        self._told: dict[int, list[Hit[Entry]]] = {}

    def of(self, trigger: Trigger, sentence: Sentence) -> Shown:
        """The contexts that the words of a trigger's clause show: those of its verb, behind it, and before a verb of its own."""
        hits = self._told.get(sentence.first)
        if hits is None:
            hits = self._told[sentence.first] = list(self._hits(sentence))
        if not hits:
            return _NOTHING
        first, last = self._clause(trigger, sentence, (hits[0].first, hits[-1].last))
        begin, end = trigger.beside or (trigger.last, trigger.last)
        shown, near = set[str](), set[str]()
        for hit in hits:
            if hit.entry.context is None or hit.first < first or hit.last > last:
                continue
            shown.add(hit.entry.context)
            own = trigger.first <= hit.first < trigger.last or begin <= hit.first < end
            if not hit.entry.inside and (own or (hit.first >= end and self._close(end, hit.first))):
                near.add(hit.entry.context)
                end = max(end, hit.last)
        return Shown(_ordered(shown), _ordered(near))

    def _counts(self, hit: Hit[Entry]) -> bool:
        """Whether a word stands where it shows something: bodies in all but names of places, others in no name, title or source."""
        number = self.view.covering[hit.first]
        if number is None:
            return True
        reference = self.view.reference(number)
        if hit.entry.inside:
            return reference.kind != "place"
        return reference.kind == "group" and reference.name is None and reference.head in self.view.lang.sources.roles.groups

    def _hits(self, sentence: Sentence) -> Iterator[Hit[Entry]]:
        """The longest words and phrases of a sentence that show contexts where they stand, from left to right."""
        keys, firsts, at = self.view.doc.keys, self.lexicon.firsts, sentence.first
        while at < sentence.last:
            if keys.words[at] in firsts and (hits := self.lexicon.at(keys, at)):
                end = max(hit.last for hit in hits)
                yield from (hit for hit in hits if hit.last == end and hit.entry.context is not None and self._counts(hit))
                at = end
            else:
                at += 1

    def _close(self, last: int, at: int) -> bool:
        """Whether nothing but an article or «and» stands between an act's words and a word."""
        return all(self.view.tokens[n].part == "article" or self.view.key(n) == AND for n in range(last, at))

    def _clause(self, trigger: Trigger, sentence: Sentence, reach: tuple[int, int]) -> tuple[int, int]:
        """The clause of a trigger, no further than a reach: a noun's begins with the verb that carries it, or with itself."""
        view = self.view
        carried = trigger.verb.first if trigger.verb is not None else trigger.first
        first = min(trigger.first, carried)
        if trigger.finite:
            lowest = max(sentence.first, first - _REACH, reach[0])
            while first > lowest and not self._ends(first - 1, sentence) and not view.comma(first - 1):
                first -= 1
        last = trigger.last
        while last < min(sentence.last, trigger.last + _REACH, reach[1]) and (last == carried or not self._ends(last, sentence)):
            last += 1
        return first, last

    def _ends(self, at: int, sentence: Sentence) -> bool:
        """Whether another clause begins at a token: where a clause stops, at another verb, at a comma with «and» behind it."""
        view = self.view
        if view.stops(at, sentence) or (view.finite(at) and not self._noun(at)):
            return True
        return view.comma(at) and view.key(at + 1) == AND

    def _noun(self, at: int) -> bool:
        """Whether what is written like a verb can be a noun: behind a preposition, or as a masdar (قمع) or its accusative (دعما)."""
        hits = (hit for sort in ("act", "light", "operator") for hit in self.view.entries(at, sort))
        return self.view.key(at - 1) in self.prepositions or any(hit.entry.aspect in _NOUNS for hit in hits)


def _ordered(names: set[str]) -> tuple[str, ...]:
    """Contexts in the manual's order."""
    return tuple(sorted(names, key=_ORDER.__getitem__))

"""What states bind themselves by: the treaty that an act is done to, and the article or treaty that it is done under."""

from __future__ import annotations

from rawi.stages.events.parties import Parties
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.sentences import Sentence
from rawi.world.cameo import crosswalk

DONE_TO = "event:treaty"
"""The rule by which a treaty is what an act is done to."""
_ARTICLE = "provision"
_REACH = 20  # tokens of a clause that are looked at
_NAMED, _UNDER = "event:article", "event:under"
_NONE: dict[str, str] = {}


class Commitments:
    """Finds treaties and their articles in the clauses of triggers."""

    def __init__(self, view: View) -> None:
        self.view = view
        mentions = view.doc.mentions
        self.sorts = {at: sort for at, number in view.starting.items() if mentions[number].kind == "other" and (sort := self._sort(number))}
        """Token where a reference to a treaty or an article begins → which of the two it is to."""
        self.latest = {view.sentence_at[at]: at for at in sorted(self.sorts)}
        """Sentence → where the last of these in it begins."""
        self.mutual = frozenset(crosswalk().reciprocal)

    def of(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> dict[str, str]:
        """The treaty that is left, broken or promised, an article, and what stands behind «under» (بموجب الفصل السابع): id → rule.

        None where several do something to each other: a treaty is not whom they meet.
        """
        latest = self.latest.get(self.view.sentence_at[trigger.first], -1) if self.latest else -1
        if latest <= trigger.first:
            return _NONE
        if trigger.kind.type in self.mutual and len(parties.actors) > 1 and not parties.recipients:
            return _NONE
        found: dict[str, str] = {}
        first = trigger.first + trigger.nominal  # «توقيع الاتفاق النووي»: the treaty's name begins inside the noun
        for at in range(first, min(latest + 1, trigger.last + _REACH)):
            under = self.view.used(at, "under")
            if at >= trigger.last and under is None and self._ends(at, sentence):
                break
            if at in self.sorts and not found and not self._aside(at):
                article = self.sorts[at] == _ARTICLE
                if article or trigger.entry.treaty:
                    found[self._entity(at)] = _NAMED if article else DONE_TO
                    continue
            if under is not None:
                named = next((start for start in (under, under + 1) if start in self.sorts), None)
                if named is not None:
                    found.setdefault(self._entity(named), _UNDER)
        return found

    def _entity(self, at: int) -> str:
        """The entity of what begins at a token."""
        return self.view.resolved(self.view.starting[at]).entity.id

    def _aside(self, at: int) -> bool:
        """Whether what begins at a token is when or about what something is done: «بعد الاتفاق النووي», «مفاوضات بشأن المعاهدة»."""
        first = at - self.view.article(at)
        return any(hit.last in (first, at) for n in range(max(first - 2, 0), first) for hit in self.view.entries(n, "reset"))

    def _ends(self, at: int, sentence: Sentence) -> bool:
        """Whether another clause begins at a token."""
        return self.view.stops(at, sentence) or self.view.finite(at)

    def _sort(self, number: int) -> str | None:
        """Whether a reference is to a treaty or to an article of one; None where it is to neither."""
        reference = self.view.reference(number)
        if reference.thing is not None:
            return self.view.lang.world.thing(reference.thing).sort
        return _ARTICLE if reference.head == _ARTICLE else None

"""What states bind themselves by: the treaty that an act is done to, and the article or treaty that it is done under."""

from __future__ import annotations

from rawi.stages.events.parties import Parties
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.sentences import Sentence
from rawi.world.cameo import crosswalk

_ARTICLE = "provision"
_REACH = 20  # tokens of a clause that are looked at


class Commitments:
    """Finds treaties and their articles in the clauses of triggers."""

    def __init__(self, view: View) -> None:
        self.view = view
        mentions = view.doc.mentions
        self.starts = {at: number for at, number in view.starting.items() if mentions[number].kind == "other" and self._sort(number)}
        self.articles = {at for at, number in self.starts.items() if self._sort(number) == _ARTICLE}
        self.mutual = frozenset(crosswalk().reciprocal)

    def of(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> list[str]:
        """The treaty that is left, broken or promised, an article, and what stands behind «under» (بموجب الفصل السابع), by entity id.

        None where several do something to each other: a treaty is not whom they meet.
        """
        if not self.starts or (trigger.kind.type in self.mutual and len(parties.actors) > 1 and not parties.recipients):
            return []
        found: list[str] = []
        first = trigger.first + trigger.nominal  # «توقيع الاتفاق النووي»: the treaty's name begins inside the noun
        for at in range(first, min(sentence.last, trigger.last + _REACH)):
            under = self.view.used(at, "under")
            if at >= trigger.last and under is None and self._ends(at, sentence):
                break
            number = self.starts.get(at) if not found and (trigger.entry.treaty or at in self.articles) else None
            if number is None and under is not None:
                number = self.starts.get(under, self.starts.get(under + 1))
            if number is not None:
                found.append(self.view.resolved(number).entity.id)
        return list(dict.fromkeys(found))

    def _ends(self, at: int, sentence: Sentence) -> bool:
        """Whether another clause begins at a token."""
        return self.view.stops(at, sentence) or self.view.finite(at)

    def _sort(self, number: int) -> str | None:
        """Whether a reference is to a treaty or to an article of one; None where it is to neither."""
        reference = self.view.reference(number)
        if reference.thing is not None:
            return self.view.lang.world.thing(reference.thing).sort
        return _ARTICLE if reference.head == _ARTICLE else None

"""Whom words name: references that go together, places that stand for their states, adjectives of states."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from rawi.document import Resolved
from rawi.model import Entity
from rawi.stages.events.view import AND, View
from rawi.text.fold import QUOTE

MARKS = frozenset((QUOTE, "(", ")", ",", "-"))
_MOST = 4  # references that one «and» after the other joins


class Names:
    """Entity ids for the names that stand at tokens."""

    def __init__(self, view: View) -> None:
        self.view, self.world = view, view.lang.world
        self.prepositions = view.lang.small_words("preposition")

    def joined(self, at: int) -> tuple[list[int], int]:
        """The references that begin at a token and those joined to them by «and», with the token after them."""
        view, found = self.view, list[int]()
        while at in view.starting and len(found) < _MOST:
            number = view.starting[at]
            found.append(number)
            end = at = view.reference(number).last
            while view.key(at) in MARKS and at - end < 2:
                at += 1
            if view.key(at) != AND or view.tokens[at].part != "proclitic":
                return found, end
            at += 1
            if view.finite(at) or at not in view.starting:
                return found, end
        return found, at

    def _list_back(self, number: int) -> list[int]:
        """A reference with those that stand before it joined by «and»."""
        view, found = self.view, [number]
        while len(found) < _MOST:
            at = view.reference(found[0]).first - 1
            if at < 1 or view.key(at) != AND or view.tokens[at].part != "proclitic" or view.covering[at - 1] is None:
                break
            found.insert(0, view.covering[at - 1])  # type: ignore[arg-type]
        return found

    def ids(self, references: list[int]) -> list[str]:
        """The entities of references, each once; places are nobody."""
        found = [self.view.resolved(number).entity for number in references]
        return list(dict.fromkeys(entity.id for entity in found if entity.kind != "place"))

    def governments(self, references: list[int]) -> list[str]:
        """The states that places stand for, where the article names them."""
        countries = {self.view.resolved(number).entity.country for number in references}
        return [land.id for land in self.lands if land.country in countries]

    @cached_property
    def lands(self) -> list[Entity]:
        """The states that the article names."""
        return [e.entity for e in self.view.doc.entities if e.entity.kind == "country"]

    def undergone(self, references: list[int], by: Sequence[str] = ()) -> list[str]:
        """The same for those who undergo something, where a place stands for its state if the article names it, else for itself.

        A force of the state itself strikes the place, not its own state.
        """
        found = [self.view.resolved(number).entity for number in references]
        if all(entity.kind != "place" for entity in found):
            return list(dict.fromkeys(entity.id for entity in found))
        own = {self._resolved(one).entity.country for one in by}
        states = {land.country: land.id for land in self.lands if land.country not in own}
        return list(dict.fromkeys(states.get(e.country, e.id) if e.kind == "place" else e.id for e in found))

    def nationality(self, at: int) -> list[str]:
        """The state that an adjective speaks of (التركية), where the article names it elsewhere."""
        thing = self.world.by_adjective((self.view.key(at),))
        found = self.world.thing(thing).id if thing is not None else None
        return [found] if found is not None and found in self.view.number_of else []

    def _resolved(self, entity: str) -> Resolved:
        return self.view.doc.entities[self.view.number_of[entity]]

    def _governed(self, at: int) -> bool:
        """Whether a preposition stands right before a reference."""
        before = self.view.tokens[at - 1] if at else None
        return before is not None and before.part != "article" and before.key in self.prepositions

    def _owning(self, head: int) -> bool:
        """Whether a reference is told to own what acts: «طائرات تابعة للتحالف شنت …»."""
        return any(self.view.used(at, "belonging") is not None for at in range(max(head - 3, 0), head - 1))

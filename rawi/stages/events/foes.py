"""Whom a force fights where the words do not say: the foe that the page names beside it elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.stages.events.joining import Told
from rawi.stages.events.view import View

_FORCE = frozenset(("ASSAULT", "MOBILIZE"))
_SEVERAL = 2
_SIDES = frozenset(("organization", "country", "group"))


class Foes:
    """The foes of an article: who fights whom, from the acts that name both."""

    def __init__(self, view: View, acts: Sequence[Told]) -> None:
        self.view = view
        self.fights: list[tuple[int, list[str], list[str]]] = []
        for act in acts:
            one, other = (act.actors, act.recipients) if act.recipients else (act.actors[:1], act.actors[1:])
            if act.type == "ASSAULT" and one and other and (act.recipients or self._mutual(act)):
                self.fights += [(act.trigger.first, one, other), (act.trigger.first, other, one)]

    def fill(self, acts: Sequence[Told]) -> None:
        """Gives acts of force with one side named the other one, as the nearest fight of that side tells it."""
        for act in acts:
            if act.type in _FORCE and bool(act.actors) != bool(act.recipients):
                frame = self.view.frames[act.trigger.entry.frame or act.trigger.kind.frame]
                if act.actors and (frame.to or frame.object == "recipient"):
                    act.recipients = self._other(act, act.actors)
                elif not act.actors and act.type == "ASSAULT":
                    act.actors = self._other(act, act.recipients)

    def _mutual(self, act: Told) -> bool:
        """Whether those who do it do it to each other: «اشتباكات بين الجيش والمسلحين»."""
        return len(act.actors) == _SEVERAL and not self.view.frames[act.trigger.entry.frame or act.trigger.kind.frame].to

    def _other(self, act: Told, side: list[str]) -> list[str]:
        """The other side of the nearest fight of a side."""
        at = act.trigger.first
        for _, ours, theirs in sorted(self.fights, key=lambda fight: abs(fight[0] - at)):
            if set(ours) & set(side) and (found := [one for one in theirs if one not in side and self._fights(one)]):
                return found
        return [one for one in self._common() if one not in side]

    def _common(self) -> list[str]:
        """Who takes part in every fight of the page, where it tells of two or more."""
        fights = [{*ours, *theirs} for _, ours, theirs in self.fights[::2]]
        if len(fights) < _SEVERAL:
            return []
        shared = [one for one in set.intersection(*fights) if self._fights(one)]
        return shared if len(shared) == 1 else []

    def _fights(self, one: str) -> bool:
        return self.view.doc.entities[self.view.number_of[one]].entity.kind in _SIDES

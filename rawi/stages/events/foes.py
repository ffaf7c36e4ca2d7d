"""Whom a force fights where the words do not say: the foe that the page names beside it elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from rawi.stages.events.joining import Told
from rawi.stages.events.view import View

_HOSTILE = frozenset(("ASSAULT", "MOBILIZE", "SANCTION"))
_SEVERAL = 2
_MOST = 0.6  # the share of a page's fights that its one foe takes part in
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
        self._by: dict[str, list[int]] = {}
        """Fights by who is on their first side."""
        for number, (_, side, _) in enumerate(self.fights):
            for name in side:
                self._by.setdefault(name, []).append(number)

    def fill(self, acts: Sequence[Told]) -> None:
        """Gives acts of force and truces that are ended with one side named the other one, as the nearest fight of that side tells it."""
        for act in acts:
            if act.type in _HOSTILE and act.modality != "negated" and bool(act.actors) != bool(act.recipients):
                frame = self.view.frames[act.trigger.frame]
                if act.actors and (frame.to or frame.object == "recipient" or act.type == "SANCTION"):
                    act.recipients = self._other(act, act.actors)
                elif not act.actors and act.type == "ASSAULT":
                    act.actors = self._other(act, act.recipients)

    def _mutual(self, act: Told) -> bool:
        """Whether those who do it do it to each other: «اشتباكات بين الجيش والمسلحين»."""
        return len(act.actors) == _SEVERAL and not self.view.frames[act.trigger.frame].to

    def _other(self, act: Told, side: list[str]) -> list[str]:
        """The other side of the nearest fight of a side."""
        at = act.trigger.first
        fights = [self.fights[number] for number in sorted({number for one in side for number in self._by.get(one, ())})]
        for _, _, theirs in sorted(fights, key=lambda fight: abs(fight[0] - at)):
            if found := [one for one in theirs if one not in side and self._fights(one)]:
                return found
        return [one for one in self._common if one not in side]

    @cached_property
    def _common(self) -> list[str]:
        """The one foe of the page: who takes part in more fights than anybody else, in two or more, and in most of them."""
        fights = [{*ours, *theirs} for _, ours, theirs in self.fights[::2]]
        counts = Counter(one for fight in fights for one in fight if self._fights(one)).most_common(_SEVERAL)
        if not counts or counts[0][1] < max(_SEVERAL, _MOST * len(fights)):
            return []
        return [one for one, count in counts[:1] if count > counts[-1][1] or len(counts) == 1]

    def _fights(self, one: str) -> bool:
        return self.view.doc.entities[self.view.number_of[one]].entity.kind in _SIDES

"""Those who take part in an event, while they are read."""

from __future__ import annotations

import msgspec


class Parties(msgspec.Struct, kw_only=True):
    """Those who do, and those who undergo, by entity id."""

    actors: list[str] = []
    recipients: list[str] = []
    named: bool = False
    """Whether who does it is named with it, rather than known from what stands around."""
    subjects: list[str] = []
    """Of those who do it, the ones that are the verb's subject."""
    blamed: bool = False
    """Whether the act is put down to those who do it: the attack that is said to be theirs."""

    def add(self, role: str | None, ids: list[str]) -> None:
        """Puts entities on their side; nobody stands on both."""
        side, other = (self.actors, self.recipients) if role == "actor" else (self.recipients, self.actors)
        if role is not None:
            side.extend(one for one in ids if one not in side and one not in other)

"""What is asked for: words and everything else that a row must have."""

from __future__ import annotations

from typing import Literal

import msgspec

Unit = Literal["article", "statement", "event"]
"""What a row found is."""

Clock = Literal["published", "said", "happened"]
"""Which day `since` and `until` look at."""

STATEMENT = ("speaker", "carrier", "addressee", "about", "act", "kind", "depth", "min_confidence")
"""Filters that look at a statement."""

EVENT = ("event", "actor", "recipient", "place", "modality")
"""Filters that look at an event."""


class Filters(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a row must have. Of several values of one field any will do; of several fields every one must hold.

    `words` is a question of words, "phrases", and, or, not and brackets. Who speaks, carries, is spoken to or of, acts or is acted upon is
    given by an Arabic or English name, a Wikidata id or an actor code. `event` is a PLOVER type or a CAMEO code, `country` an ISO 3166 code
    or a name. `since` and `until` are days (or months, or years), both included, on the `clock` of publication, speech or event; where the
    text does not tell when something was said or happened, the day of publication stands in. `depth` is the least number of hands.
    """

    words: str | None = None
    speaker: tuple[str, ...] = ()
    carrier: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    clock: Clock = "published"
    depth: int | None = None
    min_confidence: float | None = None

    @property
    def unit(self) -> Unit:
        """What rows these filters look at: events where one filter is of events, else statements, else articles.

        >>> Filters(words="الحدود").unit, Filters(speaker=("كيري",)).unit, Filters(speaker=("كيري",), event=("ASSAULT",)).unit
        ('article', 'statement', 'event')
        """
        if self.clock == "happened" or self.given(EVENT):
            return "event"
        return "statement" if self.clock == "said" or self.given(STATEMENT) else "article"

    def given(self, names: tuple[str, ...]) -> bool:
        """Whether any of some fields is asked for."""
        return any(getattr(self, name) not in (None, ()) for name in names)

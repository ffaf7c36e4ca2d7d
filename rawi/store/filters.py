"""What is asked for: words and everything else that a row must have."""

from __future__ import annotations

import re
from typing import Literal, get_args

import msgspec

from rawi.errors import UsageError
from rawi.model import Act, Modality, StatementKind
from rawi.store.days import days_of

Unit = Literal["article", "statement", "event"]
"""What a row found is."""

Dated = Literal["published", "said", "happened"]
"""Which day `since` and `until` look at."""

Order = Literal["relevance", "newest", "oldest"]
"""Which rows come first."""

STATEMENT = ("speaker", "carrier", "addressee", "about", "act", "kind", "depth", "min_confidence")
"""Filters that look at a statement."""

EVENT = ("event", "actor", "recipient", "place", "modality")
"""Filters that look at an event."""

_ALLOWED = {"act": get_args(Act), "kind": get_args(StatementKind), "modality": get_args(Modality), "dated": get_args(Dated)}
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)  # a day, a month or a year


class Filters(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a row must have. Of several values of one field any will do; of several fields every one must hold.

    `words` is a question of words, "phrases", and, or, not and brackets. Who speaks, carries, is spoken to or of, acts or is acted upon is
    given by an Arabic or English name, a Wikidata id or an actor code. `event` is a PLOVER type or a CAMEO code, `country` an ISO 3166 code
    or a name. `since` and `until` are days (or months, or years), both included, `dated` by publication, speech or event; where the
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
    dated: Dated = "published"
    depth: int | None = None
    min_confidence: float | None = None

    def __post_init__(self) -> None:
        for words in (one for value in msgspec.structs.astuple(self) for one in (value if isinstance(value, tuple) else (value,))):
            check(words)
        for name, allowed in _ALLOWED.items():
            for value in given if isinstance(given := getattr(self, name), tuple) else (given,):
                if value not in allowed:
                    raise UsageError(f"there is no {name} {value!r}", mend=f"Give one of {', '.join(allowed)}.")
        for name in ("since", "until"):
            value = getattr(self, name)
            if value is not None and days_of(value if _DATE.fullmatch(value) else None)[0] is None:
                raise UsageError(f"not a date for --{name}: {value!r}", mend="Give a day 2021-12-09, a month 2021-12 or a year 2021.")

    @property
    def unit(self) -> Unit:
        """What rows these filters look at: events where one filter is of events, else statements, else articles.

        >>> Filters(words="الحدود").unit, Filters(speaker=("كيري",)).unit, Filters(speaker=("كيري",), event=("ASSAULT",)).unit
        ('article', 'statement', 'event')
        """
        if self.dated == "happened" or self.given(EVENT):
            return "event"
        return "statement" if self.dated == "said" or self.given(STATEMENT) else "article"

    def given(self, names: tuple[str, ...]) -> bool:
        """Whether any of some fields is asked for."""
        return any(getattr(self, name) not in (None, ()) for name in names)


def check(*asked: object) -> None:
    """Raises UsageError where something asked for has letters that are none, which Python's strings can hold and no database."""
    for words in asked:
        try:
            str(words).encode()
        except UnicodeEncodeError as fault:
            raise UsageError(f"{words!r} has half a character at {fault.start}", mend="Type it again.") from None

"""`modality.toml`: the words that tell whether an event happened, is planned, is only possible, or did not happen."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.lang.schema.patterns import Verb
from rawi.model import Modality


class Operator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words or verbs under which an event is of a modality.

    `reach`: `next` only the verb or noun right behind them (لم يقصف), `clause` all that follows in the clause. A verb with `opener`
    reaches only what stands behind one of those words (دعا الأطراف إلى …). `before`: the words stand behind the event (المقبل, غير مطروح).
    """

    modality: Modality
    reach: Literal["next", "clause", "before"]
    why: str
    words: tuple[str, ...] = ()
    verbs: tuple[Verb, ...] = ()
    opener: tuple[str, ...] = ()
    tense: Literal["past", "present"] | None = None
    """The only tense of a verb before which the words mean this, where that matters (a particle that means «may» before a present)."""
    done: tuple[str, ...] = ()
    """Types of event that are done by the verb in the past itself: a pardon that was decided on."""
    example: str


class Modalities(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `modality.toml`; behind a `reset` word what is told has happened, whatever governs the clause (خلال, بعد)."""

    operator: tuple[Operator, ...]
    reset: tuple[str, ...]
    agreeing: tuple[str, ...]
    """Types that are agreements where they are planned."""
    conceding: tuple[str, ...]
    """Types that are concessions where they are planned."""

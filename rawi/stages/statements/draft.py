"""A statement in the making: tokens and references before spans and entities."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from rawi.document import CueHit
from rawi.model import Medium
from rawi.text.sentences import Sentence

Style = Literal["clause", "noun", "quote", "speech"]
"""How what is reported begins: after «that», as a noun, with a quotation mark, or after a colon without one."""


@dataclass(slots=True)
class Hand:
    """Who said or carried something: a reference, and the words that say so. Without a reference, one who goes on or goes unsaid."""

    reference: int | None
    cue: CueHit | None = None


@dataclass(slots=True)
class Draft:
    """What a cue opens; tokens `start` up to `end` are reported.

    `subject` speaks, `carriers` handed it on; `voiced` where a subject stands in the text (else the one who spoke last goes on),
    `ahead` where it stands before the cue, `issued` where the text names a document or a medium in its place (وأضاف البيان), `agentless`
    where nobody is named (يُتهم الجيش بـ). `opener` is the token that opens the report.
    """

    rule: str
    sentence: Sentence
    cue: CueHit | None
    start: int
    style: Style
    confidence: float
    opener: int = -1
    end: int = -1
    subject: int | None = None
    carriers: list[Hand] = field(default_factory=list)
    voiced: bool = False
    ahead: bool = False
    issued: bool = False
    agentless: bool = False
    addressee: int | None = None
    medium: Medium | None = None
    time: int | None = None
    parent: Draft | None = None

    @property
    def at(self) -> int:
        """The token by which it is known: its cue's, else where it starts."""
        return self.cue.first if self.cue is not None else self.start

"""`frames.toml`: how a report is built around its cue, and the small words that shape it."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model import MediumKind

PhraseKind = Literal[
    "that", "adverb", "preposition", "relative", "conjunction", "exception", "future", "negation", "doubt", "subordinator", "was",
    "contrast", "continuer", "handing", "issuing", "meeting", "own-words", "what", "preface", "therefore", "end",
    "connective", "visit", "had", "received", "remark", "anonymous", "absence", "naming",
]  # fmt: skip
BEFORE_VERBS: tuple[PhraseKind, ...] = (
    "adverb", "relative", "conjunction", "contrast", "was", "had", "what", "therefore", "exception", "negation", "doubt",
)  # fmt: skip
"""The kinds of small words, besides «that», behind which a verb may head its clause."""


class Frame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way in which a cue takes what it reports.

    `complement` is the word that entries of `cues.toml` list under `frames`; `opener` the words that open the content (none where
    a mark or the bare noun does); `content` what follows it; `person` whether somebody stands between the cue and its opener.
    """

    name: str
    complement: str
    opener: tuple[str, ...] = ()
    content: Literal["clause", "noun", "quote"]
    person: bool = False
    confidence: float
    example: str


class Phrases(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Small words of one kind: what the engine knows them as, and why they matter."""

    kind: PhraseKind
    why: str
    words: tuple[str, ...]


class Media(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The nouns of one kind of medium; `speaks` where the medium can stand for who issued it (البيان)."""

    kind: MediumKind
    words: tuple[str, ...]
    speaks: bool = False


class Frames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `frames.toml`."""

    frame: tuple[Frame, ...]
    phrases: tuple[Phrases, ...]
    medium: tuple[Media, ...]

"""`patterns.toml`: how a verb's lemma gives its other forms."""

from __future__ import annotations

from typing import Literal

import msgspec

Mood = Literal["past", "present", "jussive", "imperative", "participle", "passive-participle", "masdar"]
Stem = Literal[
    "past", "third", "short", "dual", "present", "open", "plural", "jussive", "imperative", "participle", "bare", "passive-participle",
    "masdar",
]  # fmt: skip
Number = Literal["s", "d", "p"]
Gender = Literal["m", "f", "either"]


class Pattern(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb form and the kind of its root: letters as written, digits for the root's.

    `lemma` is the third person of the past. `third` stands before the other endings of the third person, `short` before those that begin
    with a consonant, `dual` before that of two; `present` has no prefix, `open` stands before the ending of two, `plural` before that of
    many, `jussive` after a negation of the past. `bare` is the participle without its last weak letter. Left out: `third`, `short` and
    `dual` as `lemma`, `open`, `plural` and `jussive` as `present`, `bare` as `participle`. `passive` and `passive_present` stand only where
    they are written otherwise than the active ones. A masdar of the first form has no rule: the verb's own entry gives it.
    """

    name: str
    lemma: str
    third: str | None = None
    short: str | None = None
    dual: str | None = None
    present: str
    open: str | None = None
    plural: str | None = None
    jussive: str | None = None
    imperative: str | None = None
    passive: str | None = None
    passive_present: str | None = None
    participle: str
    bare: str | None = None
    passive_participle: str
    masdar: str | None = None
    example: str


class Ending(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person's prefix and ending on one of a pattern's stems."""

    mood: Mood
    stem: Stem
    prefix: str = ""
    letters: str
    person: int = 3
    number: Number = "s"
    gender: Gender = "m"


class Verb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb: its lemma and pattern, with the forms that do not follow from them."""

    lemma: str
    pattern: str
    present: str | None = None
    participle: str | None = None
    masdar: tuple[str, ...] = ()
    forms: tuple[str, ...] | None = None
    """Where not all moods mean the same: those that do."""


class Patterns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `patterns.toml`."""

    pattern: tuple[Pattern, ...]
    ending: tuple[Ending, ...]

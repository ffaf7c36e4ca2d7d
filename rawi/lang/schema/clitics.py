"""`clitics.toml`: what is written together with a word, and how words end."""

from __future__ import annotations

import msgspec


class Particle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A particle written before a word.

    `before` are the kinds of word it may stand before: n (nouns), v (verbs in the past), i (verbs in the present), f (function words);
    `cost` is how much must speak for it; one that `bears` takes a pronoun without a word between.
    """

    letters: str
    before: str
    cost: float
    bears: bool = False


class Article(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The article, and how it is written after the preposition that swallows its first letter."""

    letters: str
    cost: float
    swallowed_by: str
    swallowed: str


class Pronoun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pronoun written after a word; `after` are the kinds of word it may stand after, as in Particle."""

    letters: str
    after: str
    cost: float


class Ending(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Letters that inflect a stem of the classes `of` (see `stems.tsv`), or stand where its last ones were.

    `free`: so at a word's end; `bound`: so before a pronoun. `instead` is what a free word has in place of these letters.
    """

    letters: str
    of: str
    free: bool = False
    bound: bool = False
    instead: str | None = None
    cost: float = 0.0


class Clitics(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `clitics.toml`.

    `bare_alef` is the only letter an article begins with; `changing` are a noun's last letters that change before an ending, with the
    class of what is left; `closing` are last letters after which no pronoun can have been; `hamza` are letters that begin no stem-
    internal syllable, so that a particle before them is one. `present` are the prefixes of verbs in the present. `functions` are words
    that win over any other reading, `bearers` those of them that take pronouns, `whole` words that look split and are not, `splits` words
    with pieces of their own (key and letters, joined by `=` where they differ). `plurals` are the patterns of broken plurals over the
    root letters `radicals`. `foreign` are beginnings of foreign names that look like a conjunction.
    """

    conjunctions: tuple[Particle, ...]
    prepositions: tuple[Particle, ...]
    future: tuple[Particle, ...]
    article: Article
    pronouns: tuple[Pronoun, ...]
    endings: tuple[Ending, ...]
    present: dict[str, float]
    bare_alef: str
    teh_marbuta: str
    closing: str
    changing: dict[str, str]
    hamza: str
    foreign: tuple[str, ...]
    functions: tuple[str, ...]
    bearers: tuple[str, ...]
    whole: tuple[str, ...]
    splits: dict[str, tuple[str, ...]]
    radicals: str
    plurals: tuple[str, ...]

"""`roles.toml`: the nouns that a newspaper names people and bodies by, before or instead of a name."""

from __future__ import annotations

import msgspec


class Nouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one meaning by gender and number, without article: `m` وزير, `f` وزيرة, `p` وزراء (both genders), `d` وزيران.

    A phrase is found with and without the articles of its later words (أمين عام: الأمين العام).
    """

    m: tuple[str, ...] = ()
    f: tuple[str, ...] = ()
    p: tuple[str, ...] = ()
    d: tuple[str, ...] = ()


class Provisions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Articles and chapters: `nouns` that call them, words between these and a `number`, what is `of` a treaty, and the words behind one by
    number alone that show it to be another's: of a law, on an agenda."""

    nouns: tuple[str, ...]
    number: tuple[str, ...]
    of: tuple[str, ...]
    others: tuple[str, ...]


class Roles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `roles.toml`; every name of a table is what stages and the world know the office or the kind of body by."""

    offices: dict[str, Nouns]
    """Posts that one holds, by the world's office ids where it has them."""
    portfolios: dict[str, tuple[str, ...]]
    """What a minister's or ministry's office is called by what follows."""
    honorifics: Nouns
    ranks: Nouns
    organizations: dict[str, Nouns]
    governments: Nouns
    """Bodies that stand for their state."""
    places: dict[str, Nouns]
    sources: dict[str, Nouns]
    """Those who speak without a name."""
    groups: dict[str, Nouns]
    documents: dict[str, Nouns]
    provisions: Provisions
    quantifiers: dict[str, tuple[str, ...]]
    """Words that count off part of a group, `one` of them or `some`."""
    qualifiers: dict[str, tuple[str, ...]]
    """Adjectives that belong to a title, a body or a source, in every form they take; `former` ones tell a post held before."""
    particles: tuple[str, ...]
    """Words inside a name that call for the next one."""
    kin: tuple[str, ...]
    """Words with a pronoun that a name follows."""
    fathers: tuple[str, ...]
    """Those of them that stand between somebody's name and his father's."""
    houses: tuple[str, ...]
    """Words of a name that tell the house or the tribe of its bearer."""
    generations: tuple[str, ...]
    """Words behind a name that tell two of one name apart: father and son, the first and the second."""
    ends: tuple[str, ...]
    """Words that no name holds and that end a phrase."""
    verbs: tuple[str, ...]
    """Common verbs of news after a subject, past and present with a space between."""
    prepositions: dict[str, tuple[str, ...]]
    """Prepositions by what they do to a phrase: `at`, `of`, `for`, `to`, `from` a body; `place` those before places."""
    verbal: tuple[str, ...]
    """How verbs begin that no name does."""
    addressees: tuple[str, ...]
    """Kinds of bodies to which one speaks: behind «to» they are no part of a speaker's title."""
    purposes: tuple[str, ...]
    """What a body can be for."""
    inside: tuple[str, ...]
    """Prepositions behind which a name that nobody knows is a place."""
    openers: tuple[str, ...]
    """Words behind which one that nobody knows, with a verb behind it, is a person."""
    governing: tuple[str, ...]
    """Words behind which a capital is its government."""
    between: tuple[str, ...]
    """Words behind which two capitals are two governments."""
    hosting: tuple[str, ...]
    """Verbs before which a capital is the city."""
    being: tuple[str, ...]
    """Verbs of being and regarding, behind which a noun says what somebody is."""
    befalling: tuple[str, ...]
    """Nouns of what happens to people: an indefinite noun behind them is whom it happens to, no adjective."""
    governors: tuple[str, ...]
    """Words that no verb stands behind."""
    fronts: tuple[str, ...]
    """Words that begin a body or mean something else, such as a front …"""
    grounds: tuple[str, ...]
    """… which they do before these nouns, and before kinds of places."""
    vague: tuple[str, ...]
    """Heads of bodies that alone tell nothing: everybody has one."""
    adjectival: tuple[str, ...]
    """Heads of bodies that are adjectives behind another noun."""
    sectors: dict[str, tuple[str, ...]]
    """Words that tell the sector of an actor, by its code."""
    fallbacks: dict[str, tuple[str, ...]]
    """Words that tell it only where no other does."""

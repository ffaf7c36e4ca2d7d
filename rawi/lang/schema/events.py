"""`events.toml`: the verbs, nouns and phrases that tell what happens in politics."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.lang.schema.contexts import ContextName
from rawi.lang.schema.patterns import Verb

Role = Literal["actor", "recipient"]


class Frame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who does and who undergoes what a word tells.

    `subject` and `object` are those of a verb, `genitive` whom a masdar or noun belongs to (قصف الجيش, مقتل الجندي). `to` are the
    prepositions before those who undergo it, `by` before further ones who do it; `deep` takes whoever is named first in the rest of
    the clause, whatever stands between (أدان الوزير التفجير في بيروت).
    """

    subject: Role | None = None
    object: Role | None = None
    genitive: Role | None = None
    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    deep: bool = False
    land: Role | None = None
    """Who a state or place is in the genitive, where that is another than a person would be: a state that is visited does not visit."""
    passive: bool = False
    """Whether a verb written alike in both voices may be passive."""
    alone: bool = False
    """Whether a verb takes no object: with a pronoun on it it is another one."""


class Act(Verb, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb that tells an event.

    `beside` are the words of which one has to stand behind it (أطلق … النار), `near` the kinds of entity of which one may instead, with no
    preposition before it (حرر … عدن); `people` are counted ones (أوقف … خمسة أشخاص). A `shy` one is a common word too, and tells an event
    only where somebody takes part in it; the participle of a `predicate` one is said of its subject (الوزير مستعد); an `outcome` is what
    another act led to (قتل, أصيب), and joins the one told beside it. One with `denied` tells its event only behind one of these words:
    not to do a thing is another act (لن يقبل refuses). The words `beside` a `within` one may stand in the clause behind it
    (اعتبر أن القرار باطل). A `treaty` one is done to the treaty named behind it (انسحب من معاهدة). Before a masdar that tells an event, one
    that `aims` says what somebody is after, and is none itself (استهدف تفجير المقر).
    """

    frame: str | None = None
    beside: tuple[str, ...] = ()
    near: tuple[Literal["person", "organization", "country", "place", "group", "people"], ...] = ()
    shy: bool = False
    outcome: bool = False
    predicate: bool = False
    denied: tuple[str, ...] = ()
    within: bool = False
    treaty: bool = False
    aims: bool = False
    example: str


class Deed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns or phrases that tell an event, without article.

    A `shy` one tells it only where somebody takes part in it or a verb carries it, a `carried` one only with such a verb;
    the rest as for Act.
    """

    words: tuple[str, ...]
    frame: str | None = None
    shy: bool = False
    carried: bool = False
    outcome: bool = False
    treaty: bool = False
    example: str


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A PLOVER type with its mode and the contexts that the words themselves show."""

    type: str
    mode: str | None = None
    contexts: tuple[ContextName, ...] = ()
    frame: str
    verbs: tuple[Act, ...] = ()
    nouns: tuple[Deed, ...] = ()


class Events(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `events.toml`."""

    frames: dict[str, Frame]
    kind: tuple[Kind, ...]

    def rows(self) -> tuple[tuple[Kind, Act | Deed], ...]:
        """Every entry with its kind, in the order by which lexicons number them."""
        rows: list[tuple[Kind, Act | Deed]] = []
        for kind in self.kind:
            rows += [(kind, verb) for verb in kind.verbs]
            rows += [(kind, noun) for noun in kind.nouns]
        return tuple(rows)

"""An article on its way through the stages: its text, tokens and sentences, and the layers read so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Any, Literal

import msgspec

from rawi.lang.lexicons.cues import Aspect
from rawi.lang.terms import Term
from rawi.model import Act, Article, Entity, EntityKind, Event, Form, Quantity, Statement, Strand, Time
from rawi.text.fold import fold
from rawi.text.lexicon import Keys
from rawi.text.sentences import Sentence
from rawi.text.tokens import Token

_NOMINATIVE = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}"
_OBLIQUE = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"


class CueHit(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Words that report, where they stand: tokens `first` up to `last`; what they are comes from the pack's `cues.toml`.

    `relay` are the words before the one whose words are handed on (نقل … عن), who alone is a hand where the outlet `learns` (علمت … من);
    `clause` phrases take a verb that reports (حسبما), `source` ones name where a carrier has it from (نقلا عن),
    `also` ones attribute only where no more than who spoke follows (كما قال الوزير). `begins` are nouns, one of
    which must begin a noun that it reports; a `document` verb reports only with the document or medium it stands in (جاء في البيان);
    an `undenied` one reports even behind a negation (لم يستبعد أن).
    """

    first: int
    last: int
    lemma: str
    act: Act
    aspect: Aspect
    voice: Literal["active", "passive", "either"] = "active"
    person: int = 3
    number: Literal["s", "d", "p"] = "s"
    gender: Literal["m", "f", "either"] = "m"
    frames: tuple[str, ...] = ()
    relay: tuple[str, ...] = ()
    learns: bool = False
    begins: tuple[str, ...] = ()
    document: bool = False
    undenied: bool = False
    clause: bool = False
    source: bool = False
    also: bool = False


class Quote(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A pair of quotation marks: the tokens of the marks; `last` is None where the closing one is missing (to the sentence's end)."""

    opening: int
    closing: int
    closed: bool = True


class Reference(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A noun phrase that speaks of somebody or something: tokens `first` up to `last`.

    Title and name, and an apposition, are one reference. `name` are the tokens of the proper name in it, `alias` those of another name in
    brackets, `thing` what the name stands for in the world. `office` is the post it names, `head` the kind of body or source (a table of
    `roles.toml`), `of` the things named inside it (الرئيس الأمريكي: the United States). `spoken` where a reporting verb
    stands before it, `former` where the post is one held before (الرئيس السابق).
    """

    first: int
    last: int
    form: Form
    kind: EntityKind
    name: tuple[int, int] | None = None
    alias: tuple[int, int] | None = None
    thing: int | None = None
    office: str | None = None
    head: str | None = None
    of: tuple[int, ...] = ()
    definite: bool = False
    former: bool = False
    spoken: bool = False
    gender: Literal["m", "f", "either"] = "either"
    number: Literal["s", "d", "p"] = "s"
    why: tuple[str, ...] = ()


class Resolved(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An entity of the record with the references (indexes into the mentions layer) that speak of it."""

    entity: Entity
    references: tuple[int, ...]
    gender: Literal["m", "f", "either"] = "either"
    number: Literal["s", "d", "p"] = "s"


class Document(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What a stage is given; a stage reads layers and adds one, and changes nothing."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    cues: tuple[CueHit, ...] = ()
    quotes: tuple[Quote, ...] = ()
    terms: tuple[Term, ...] = ()
    strands: tuple[Strand, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Reference, ...] = ()
    entities: tuple[Resolved, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()

    def having(self, **layers: tuple[Any, ...]) -> Document:
        """The document with more layers; what has been worked out of its tokens is kept."""
        more = msgspec.structs.replace(self, **layers)
        more.__dict__.update(self.__dict__)
        return more

    @cached_property
    def keys(self) -> Keys:
        """The tokens' keys, ready for lexicons."""
        return Keys(self.tokens)

    def oblique(self, reference: Reference, name: str = "") -> bool:
        """Whether people are named in a form that no subject has, the sound plural or dual in -īn: «طالبت مقاتلين», «طرد الحوثيين».

        `name` is that of the entity: a movement that is named by its people has the plural in -ūn.
        """
        if (reference.kind != "group" or reference.name is not None) and not fold(name).endswith(_NOMINATIVE):
            return False
        head = next((at for at in range(reference.first, reference.last) if self.tokens[at].part == "stem"), reference.first)
        return self.tokens[head].key.endswith(_OBLIQUE)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def touched(self, start: int, end: int) -> range:
        """The tokens that a stretch of the text touches."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def words(self, first: int, last: int) -> str:
        """The article's own words from token `first` up to `last` (not included)."""
        return self.article.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

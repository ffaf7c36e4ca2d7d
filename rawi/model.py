"""The record, version 1: what Rawi makes of one article. Imports nothing of ours.

Every struct is a wire format, a Python type and a JSON Schema at once. Offsets count Unicode code points of
`article.text`, start inclusive, end exclusive: `text[start:end]` is always the words of the span. Nothing in a record can point back
to it, so none of this is for the collector of cycles to walk through.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal

import msgspec
from msgspec import UNSET, UnsetType

Why = tuple[str, ...] | UnsetType
"""Names of the rules and lexicon entries that made an item, such as `frame:verb-that`; UNSET where it was not asked for."""

EntityKind = Literal["person", "organization", "country", "place", "group", "other"]
Form = Literal["name", "title", "pronoun", "metonym"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["exact", "more", "less", "about"]
StatementKind = Literal["direct", "indirect", "mixed"]
Role = Literal["carrier", "speaker"]
MediumKind = Literal["press-conference", "interview", "call", "post", "statement", "speech", "letter", "document"]
Modality = Literal["actual", "planned", "hypothetical", "negated"]
MeetingFormat = Literal["in-person", "video", "phone", "letter"]
Act = Literal[
    "say", "add", "announce", "confirm", "deny", "claim", "explain", "warn", "threaten", "demand", "call", "accuse", "condemn",
    "welcome", "praise", "promise", "propose", "reject", "agree", "express", "ask", "answer", "reveal", "report", "stress", "write",
]  # fmt: skip


class Span(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of the article's text."""

    start: int
    end: int


class Words(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A span with the words it covers."""

    start: int
    end: int
    text: str


class MadeBy(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Versions of what made a record: the engine, the language pack, the world."""

    rawi: str
    pack: str
    world: str


class Article(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A news article as received; `text` is the whole page, title first, nothing trimmed or changed."""

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    language: str = "ar"
    text: str


class Strand(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One of the dispatches that a page joins, with the day its relative dates count from."""

    start: int
    end: int
    anchor: str | None = None
    agency: str | None = None
    why: Why = UNSET


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A place where the text speaks of an entity."""

    start: int
    end: int
    text: str
    form: Form


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One thing of the world, or of this article, with all the places that speak of it."""

    id: str
    kind: EntityKind
    name: str
    name_en: str | None = None
    country: str | None = None
    code: str | None = None
    mentions: tuple[Mention, ...] = ()
    why: Why = UNSET


class Time(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A time expression with its TIMEX3 type and value; `value` is null where the page has no day to count from."""

    start: int
    end: int
    text: str
    type: TimeType
    value: str | None = None
    anchor: str | None = None
    why: Why = UNSET


class Quantity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A count, sum, share or measure, with its bound and the thing counted."""

    start: int
    end: int
    text: str
    value: int | float
    bound: Bound = "exact"
    unit: str | None = None
    unit_text: str | None = None
    why: Why = UNSET


class Cue(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The words that report: أعلن, قوله, بحسب, with the lemma they belong to."""

    start: int
    end: int
    text: str
    lemma: str


class Link(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One hand in a chain. The last link is the speaker, those before carried it; `mention` is null where it goes unsaid."""

    entity: str
    role: Role
    mention: Words | None = None
    cue: Cue | None = None


class Medium(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where it was said: a press conference, a post, a statement."""

    start: int
    end: int
    text: str
    kind: MediumKind


class Statement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Words or a claim that somebody other than the author is made answerable for, with the chain that hands it on."""

    id: str
    kind: StatementKind
    act: Act
    cue: Cue | None = None
    chain: tuple[Link, ...] = ()
    content: tuple[Span, ...] = ()
    parent: str | None = None
    addressee: str | None = None
    medium: Medium | None = None
    time: int | None = None
    confidence: float = 1.0
    why: Why = UNSET


class Event(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A political event after PLOVER, with the statement that vouches for it."""

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: int | None = None
    modality: Modality = "actual"
    trigger: Words
    retold: tuple[Span, ...] = ()
    vouched_by: str | None = None
    cameo: str | None = None
    quantities: tuple[int, ...] = ()
    agenda: tuple[Words, ...] = ()
    format: MeetingFormat | None = None
    duration: str | None = None
    confidence: float = 1.0
    why: Why = UNSET


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an article says, on whose word. `rawi` is the version of this contract."""

    rawi: Literal[1] = 1
    made_by: MadeBy
    article: Article
    strands: tuple[Strand, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()

    _repr_html_: ClassVar[Callable[[Record], str]]
    """The record as a notebook shows it; joined on by `rawi`."""

    def __bool__(self) -> Literal[True]:
        return True

    def to_json(self, *, why: bool = False, indent: int = 0) -> str:
        """The record as JSON of version 1, on one line or indented; with `why` every item names what made it."""
        encoded = msgspec.json.encode(self if why else self.without_why())
        return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()

    def without_why(self) -> Record:
        """The same record with no item saying what made it."""
        layers = ("strands", "entities", "times", "quantities", "statements", "events")
        bare = {name: tuple(msgspec.structs.replace(item, why=UNSET) for item in getattr(self, name)) for name in layers}
        return msgspec.structs.replace(self, **bare)


class Unread(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Which article could not be read, at which stage, and why."""

    id: str | None
    stage: str
    reason: str


class Failure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What takes a record's place where an article could not be read; false, so that `if record:` tells the two apart."""

    rawi: Literal[1] = 1
    failure: Unread

    def __bool__(self) -> Literal[False]:
        return False

    def to_json(self, *, why: bool = False, indent: int = 0) -> str:
        """The failure as JSON, on one line or indented; `why` changes nothing, so that it is called as a record's is."""
        encoded = msgspec.json.encode(self)
        return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()

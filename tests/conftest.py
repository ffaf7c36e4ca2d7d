"""What several tests read: a record made by hand, so that the screens are tested whatever the stages find."""

from __future__ import annotations

import pytest
from hypothesis import settings

from rawi.model import (
    Article,
    Cue,
    Entity,
    EntityKind,
    Event,
    Link,
    MadeBy,
    Mention,
    Quantity,
    Record,
    Role,
    Span,
    Statement,
    Strand,
    Time,
    Words,
)

# The verdict on a commit must not hang on luck: properties take the same examples in every run. New ones are looked for with
# ./test tests/properties --hypothesis-profile=wander
settings.register_profile("settled", derandomize=True)
settings.register_profile("wander", derandomize=False)
settings.load_profile("settled")

TITLE = "قمة جنيف"
BODY = "نقلت وكالة تاس عن أوشاكوف قوله أمس إن بايدن أبلغه أن أكثر من 1000 جندي <عادوا> & أن «الباب مفتوح»."
TEXT = f"{TITLE}\n{BODY}"


def span(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start=start, end=start + len(quote))


def words(quote: str) -> Words:
    at = span(quote)
    return Words(start=at.start, end=at.end, text=quote)


def entity(name: str, number: int, kind: EntityKind, english: str) -> Entity:
    at = span(name)
    mentions = (Mention(start=at.start, end=at.end, text=name, form="name"),)
    return Entity(id=f"e{number}", kind=kind, name=name, name_en=english, mentions=mentions, why=("entity:name",))


def cue(quote: str, lemma: str) -> Cue:
    at = span(quote)
    return Cue(start=at.start, end=at.end, text=quote, lemma=lemma)


def hand(entity: str, role: Role, quote: str | None = None) -> Link:
    return Link(entity=entity, role=role, mention=words(quote) if quote else None)


TASS, USHAKOV = hand("e1", "carrier", "وكالة تاس"), hand("e2", "speaker", "أوشاكوف")
STATEMENTS = (
    Statement(
        id="s1", kind="mixed", act="say", cue=cue("قوله", "قال"), chain=(TASS, USHAKOV), content=(span(BODY[34:-1]),), time=0,
        why=("frame:relay",),
    ),
    Statement(
        id="s2", kind="indirect", act="report", cue=cue("أبلغه", "أبلغ"), parent="s1", content=(span("أكثر من 1000 جندي <عادوا>"),),
        chain=(TASS, hand("e2", "carrier"), hand("e3", "speaker", "بايدن")),
    ),
    Statement(id="s3", kind="direct", act="add", chain=(TASS, USHAKOV), content=(span("الباب مفتوح"),), parent="s1"),
)  # fmt: skip


@pytest.fixture(scope="session")
def relayed() -> Record:
    """TASS on Ushakov on Biden, in three statements of one sentence."""
    day, count = words("أمس"), words("أكثر من 1000 جندي")
    return Record(
        made_by=MadeBy(rawi="0", pack="0", world="0"),
        article=Article(id="geneva", title=TITLE, published="2021-12-09", outlet="الخبر", text=TEXT),
        strands=(Strand(start=0, end=len(TEXT), anchor="2021-12-09", agency="e1", why=("strand:published",)),),
        entities=(
            entity("وكالة تاس", 1, "organization", "TASS"),
            entity("أوشاكوف", 2, "person", "Yuri Ushakov"),
            entity("بايدن", 3, "person", "Joe Biden"),
        ),
        times=(Time(start=day.start, end=day.end, text=day.text, type="DATE", value="2021-12-08", anchor="2021-12-09", why=("time:day",)),),
        quantities=(
            Quantity(start=count.start, end=count.end, text=count.text, value=1000, bound="more", unit="soldier", unit_text="جندي"),
        ),
        statements=STATEMENTS,
        events=(Event(id="v1", type="RETREAT", actors=("e3",), trigger=words("عادوا"), vouched_by="s2", time=0),),
    )

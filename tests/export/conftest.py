"""A record made by hand with everything that a format can stumble over."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
import pytest
from msgspec import UNSET

from rawi.model import (
    Article,
    Cue,
    Entity,
    EntityKind,
    Event,
    Link,
    MadeBy,
    Medium,
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

TITLE = 'قمة "جنيف" 🙂'
SAID = 'نقلت وكالة تاس عن أوشاكوف قوله\tأمس في مؤتمر إن بايدن 🇺🇸 أبلغه أن «الباب 😀 مفتوح»، بحسب المصدر، "لكن بشروط".'
DONE = "\u200fوالتقى بايدن بوتين في جنيف يوم 16 يونيو 2021\u2028ثم قصفت الطائرات حلب؛ وأكثر من 1000 جندي\x0b<عادوا> & غادروا."
REST = "وقد تفرض واشنطن عقوبات، ولن تحشد قوات، وتعتزم إرسال مساعدات 🚚. وزار بوتين باريس في مايو. وأدين الهجوم."
TEXT = f"{TITLE}\n{SAID}\r\n{DONE}\n\n{REST}"


def span(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start=start, end=start + len(quote))


def words(quote: str) -> Words:
    at = span(quote)
    return Words(start=at.start, end=at.end, text=quote)


def entity(key: str, kind: EntityKind, name: str, quotes: tuple[str, ...], **more: Any) -> Entity:
    found = [span(quote) for quote in quotes]
    mentions = tuple(Mention(start=at.start, end=at.end, text=TEXT[at.start : at.end], form="name") for at in found)
    return Entity(id=key, kind=kind, name=name, mentions=mentions, **more)


def link(key: str, role: Role, quote: str | None = None) -> Link:
    return Link(entity=key, role=role, mention=words(quote) if quote else None)


ENTITIES = (
    entity("e1", "organization", 'وكالة\t"تاس"', ("وكالة تاس",), name_en="TASS", country="RUS", code="RUS MED"),
    entity("e2", "person", "أوشاكوف", ("أوشاكوف",), country="RUS", code="RUS GOV"),
    entity("Q6279", "person", "جو بايدن", ("بايدن 🇺🇸", "بايدن بوتين"), name_en="Joe Biden", country="USA", code="USA GOV"),
    entity("Q7747", "person", "بوتين", ("بوتين", "بوتين باريس"), name_en="Vladimir Putin; president", country="RUS", code="RUS GOV"),
    entity("Q71", "place", "جنيف", ("جنيف يوم",), name_en="Geneva", country="CHE"),
    entity("Q30", "country", "الولايات المتحدة", ("واشنطن",), name_en="United States", country="USA", code="USA GOV"),
    entity("Q142", "country", "فرنسا", ("باريس",), name_en="France", country="FRA", code="FRA GOV"),
    entity("e3", "group", "الطائرات", ("الطائرات",)),
    entity("e4", "place", "حلب", ("حلب",), name_en="Aleppo", country="SYR"),
    entity("e5", "other", "المصدر", ("المصدر",)),
    entity("Q1065", "organization", "الأمم المتحدة", (), name_en="United Nations", code="IGO UNO"),
)
DAYS = (("أمس", "2021-12-08", "2021-12-09"), ("16 يونيو 2021", "2021-06-16", None), ("مايو", "2021-05", None), ("ثم", None, None))
TIMES = tuple(
    Time(start=span(quote).start, end=span(quote).end, text=quote, type="DATE", value=value, anchor=anchor) for quote, value, anchor in DAYS
)
STATEMENTS = (
    Statement(
        id="s1", kind="mixed", act="say", cue=Cue(start=span("قوله").start, end=span("قوله").end, text="قوله", lemma="قال"),
        chain=(link("e1", "carrier", "وكالة تاس"), link("e2", "speaker", "أوشاكوف")), time=0, confidence=0.75,
        content=(span("بايدن 🇺🇸 أبلغه أن «الباب 😀 مفتوح»"), span("لكن بشروط")), addressee="Q7747",
        medium=Medium(start=span("مؤتمر").start, end=span("مؤتمر").end, text="مؤتمر", kind="press-conference"), why=("frame:relay",),
    ),
    Statement(
        id="s2", kind="direct", act="claim", parent="s1", content=(span("الباب 😀 مفتوح"),),
        chain=(link("e1", "carrier", "وكالة تاس"), link("e2", "carrier"), link("Q6279", "speaker", "بايدن 🇺🇸")),
    ),
    Statement(id="s3", kind="indirect", act="report", content=(Span(start=span("بشروط").start, end=span("والتقى").end),)),
    Statement(id="s4", kind="indirect", act="accuse", chain=(link("Q6279", "speaker"),), content=(span("زار بوتين باريس في مايو"),)),
)  # fmt: skip
EVENTS = (
    Event(
        id="v1", type="CONSULT", contexts=("diplomatic", "military"), actors=("Q6279", "Q7747"), place="Q71", time=1,
        trigger=words("والتقى"), retold=(span("قمة"),), agenda=(words("بشروط"),), format="in-person", duration="PT2H",
        quantities=(0,),
    ),
    Event(id="v2", type="ASSAULT", mode="aerial", actors=("e3",), recipients=("e4", "Q142"), trigger=words("قصفت"), vouched_by="s2"),
    Event(id="v3", type="SANCTION", mode="discontinue", actors=("Q30",), modality="hypothetical", trigger=words("عقوبات")),
    Event(id="v4", type="MOBILIZE", mode="troops", actors=("Q30",), modality="negated", trigger=words("تحشد")),
    Event(id="v5", type="AID", actors=("Q30",), modality="planned", trigger=words("إرسال مساعدات 🚚")),
    Event(id="v6", type="CONSULT", mode="visit", actors=("Q7747",), recipients=("Q142",), time=2, trigger=words("زار"), vouched_by="s4"),
    Event(id="v7", type="ACCUSE", mode="disapprove", trigger=words("أدين الهجوم")),
    Event(id="v8", type="AID", actors=("Q1065",), trigger=words("مساعدات")),
    Event(id="v9", type="RETREAT", mode="withdraw", actors=("Q1065",), recipients=("e9",), cameo="0874", time=3, trigger=words("غادروا")),
)  # fmt: skip


@pytest.fixture(scope="session")
def rich() -> Record:
    """A relay of three hands, a content in two pieces, every modality, emoji, tabs, quotes, line breaks of four sorts, unknown ids."""
    at = words("أكثر من 1000 جندي")
    count = Quantity(start=at.start, end=at.end, text=at.text, value=1000, bound="more", unit="soldier", unit_text="جندي")
    return Record(
        made_by=MadeBy(rawi="0.1.0", pack="ar 0", world="0"),
        article=Article(
            id='a/1 "x"\té', title=TITLE, published="2021-12-09T18:30:00+03:00", outlet="الخبر\tاليوم",
            url="https://example.org/خبر?id=1&t=a b", text=TEXT,
        ),
        strands=(Strand(start=0, end=len(TEXT), anchor="2021-12-09", agency="e1"),),
        entities=ENTITIES,
        times=TIMES,
        quantities=(count,),
        statements=STATEMENTS,
        events=EVENTS,
    )  # fmt: skip


@pytest.fixture(scope="session")
def bare() -> Record:
    """An article about which nothing is known, and in which nothing was found."""
    return Record(made_by=MadeBy(rawi="0.1.0", pack="ar 0", world="0"), article=Article(id="bare", text="تأجل الاجتماع."))


PIECES = (
    "قال", "بايدن", "أَنَّ", " ", " ", "\n", "\r\n", "\r", "\t", '"', "'", "«", "»", "😀", "👨‍👩‍👧", "🇺🇸", "\u200f", "\u202e", "\u200d",
    "\u2028",     "\x85", "\x0b", "\x0c",    "\x00", "\x1e", "<b>", "&amp;", "]]>", "\ufeff", "\ufffe", "\ud7ff", "\U0001ffff", "e\u0301",
    ";", ",", "|", "\\", "%2F", "#", "=1", "\u00a0", "NULL",
)  # fmt: skip


@st.composite
def odd(draw: st.DrawFn) -> Record:
    """A record over odd text: any span may begin and end anywhere, any id and index may lead nowhere."""
    words_of = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
    text = draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).map(lambda one: Span(start=one[0], end=one[1]))
    spoken = places.map(lambda at: Words(start=at.start, end=at.end, text=text[at.start : at.end]))
    keys = st.sampled_from(("Q1", "Q2", "e1", "e2", "e 3", "e4"))
    index = st.none() | st.integers(0, 3)

    def mention(at: Words) -> Mention:
        return Mention(start=at.start, end=at.end, text=at.text, form="name")

    entities = st.builds(
        Entity, id=keys, kind=st.sampled_from(("person", "organization", "country", "place", "group", "other")), name=words_of,
        name_en=st.none() | words_of, country=st.sampled_from((None, "USA", "XKX", "SUN")),
        code=st.sampled_from((None, "USA GOV", "IGO UNO", "REB")),
        mentions=st.lists(spoken.map(mention), max_size=3).map(tuple), why=st.just(UNSET),
    )  # fmt: skip
    links = st.builds(Link, entity=keys, role=st.sampled_from(("carrier", "speaker")), mention=st.none() | spoken, cue=st.none())
    cues = spoken.map(lambda at: Cue(start=at.start, end=at.end, text=at.text, lemma="قال"))
    media = spoken.map(lambda at: Medium(start=at.start, end=at.end, text=at.text, kind="call"))
    statements = st.builds(
        Statement, id=st.sampled_from(("s1", "s2", "s3")), kind=st.sampled_from(("direct", "mixed")), act=st.sampled_from(("say", "deny")),
        cue=st.none() | cues, chain=st.lists(links, max_size=3).map(tuple), content=st.lists(places, max_size=3).map(tuple),
        parent=st.sampled_from((None, "s1", "s9")), addressee=st.none() | keys, medium=st.none() | media, time=index,
        confidence=st.floats(0, 1), why=st.just(UNSET),
    )  # fmt: skip
    events = st.builds(
        Event, id=st.sampled_from(("v1", "v2", "v3")), type=st.sampled_from(("CONSULT", "AID", "ASSAULT", "odd type")),
        mode=st.sampled_from((None, "visit", "odd")), contexts=st.lists(st.sampled_from(("military", "legal")), max_size=2).map(tuple),
        actors=st.lists(keys, max_size=3).map(tuple), recipients=st.lists(keys, max_size=2).map(tuple), place=st.none() | keys, time=index,
        modality=st.sampled_from(("actual", "planned")), trigger=spoken, retold=st.lists(places, max_size=2).map(tuple),
        vouched_by=st.sampled_from((None, "s1", "s9")), cameo=st.sampled_from((None, "042")), quantities=st.just(()),
        agenda=st.lists(spoken, max_size=2).map(tuple), format=st.none(), duration=st.sampled_from((None, "PT2H")), why=st.just(UNSET),
    )  # fmt: skip
    times = spoken.flatmap(
        lambda at: st.builds(
            Time, start=st.just(at.start), end=st.just(at.end), text=st.just(at.text), type=st.sampled_from(("DATE", "SET")),
            value=st.sampled_from((None, "2021-12-08", "2021-05", "PAST_REF", "2016-07-13/2016-07-15")),
            anchor=st.sampled_from((None, "2021-12-09")), why=st.just(UNSET),
        )
    )  # fmt: skip
    return Record(
        made_by=MadeBy(rawi="0", pack="0", world="0"),
        article=Article(
            id=draw(words_of), url=draw(st.none() | words_of.map("http://x.org/".__add__)), outlet=draw(st.none() | words_of),
            title=draw(st.none() | words_of), published=draw(st.sampled_from((None, "2021-12-09", "2021-12-09T18:30:00+03:00"))), text=text,
        ),
        entities=tuple(draw(st.lists(entities, max_size=4, unique_by=lambda one: one.id))),
        times=tuple(draw(st.lists(times, max_size=3))),
        statements=tuple(draw(st.lists(statements, max_size=4, unique_by=lambda one: one.id))),
        events=tuple(draw(st.lists(events, max_size=4, unique_by=lambda one: one.id))),
    )  # fmt: skip


@pytest.fixture(scope="session")
def odd_records() -> st.SearchStrategy[Record]:
    """Records over odd text."""
    return odd()

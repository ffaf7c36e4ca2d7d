"""Whatever a record holds comes back equal, even one that no stage would make."""

from __future__ import annotations

import string
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi.model import (
    Article,
    Cue,
    Entity,
    Event,
    Link,
    MadeBy,
    Medium,
    Mention,
    Quantity,
    Record,
    Span,
    Statement,
    Strand,
    Time,
    Words,
)
from rawi.store import Store
from tests.scale.killing import whole

WORDS = st.text(max_size=12) | st.text("ابجدهوزحطي لا \u064e\u0640«»'\"-*", max_size=12)
PLACE = st.integers(-1, 60)
IDS = st.sampled_from(["e1", "e2", "Q1", "Q2", "", "none"])
WHY = st.lists(WORDS, max_size=2).map(tuple)
NUMBER = st.integers(-(10**25), 10**25) | st.floats(allow_nan=False, allow_infinity=False)
VOUCHING = st.sampled_from(["s1", "s9"])
PAGE = st.text(max_size=80)
SPAN = st.builds(Span, start=PLACE, end=PLACE)
QUOTE = st.builds(Words, start=PLACE, end=PLACE, text=WORDS)
CUE = st.builds(Cue, start=PLACE, end=PLACE, text=WORDS, lemma=WORDS)
SURE = st.floats(0, 1)
VALUE = st.sampled_from(["2015-07-21", "2015-W30", "PXD", "2016-07-13/2016-07-15", "0000", "2015-99", "9999-12-31", "XXXX-WXX-5"]) | WORDS


def some(one: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | one


def several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3).map(tuple)


MENTION = st.builds(Mention, start=PLACE, end=PLACE, text=WORDS, form=st.sampled_from(["name", "title"]))
LINK = st.builds(Link, entity=IDS, role=st.sampled_from(["carrier", "speaker"]), mention=some(QUOTE), cue=some(CUE))
RECORD = st.builds(
    Record,
    made_by=st.builds(MadeBy, rawi=WORDS, pack=WORDS, world=WORDS),
    article=st.builds(Article, id=WORDS, url=some(WORDS), outlet=some(WORDS), title=some(WORDS), published=some(VALUE), text=PAGE),
    strands=several(st.builds(Strand, start=PLACE, end=PLACE, anchor=some(VALUE), agency=some(IDS), why=WHY)),
    entities=several(
        st.builds(
            Entity, id=IDS, kind=st.sampled_from(["person", "group"]), name=WORDS, name_en=some(WORDS),
            country=some(st.text(string.ascii_uppercase, max_size=3)), code=some(WORDS), mentions=several(MENTION), why=WHY,
        )
    ),
    times=several(st.builds(Time, start=PLACE, end=PLACE, text=WORDS, type=st.just("DATE"), value=some(VALUE), anchor=some(VALUE))),
    quantities=several(
        st.builds(Quantity, start=PLACE, end=PLACE, text=WORDS, value=NUMBER)
    ),
    statements=several(
        st.builds(
            Statement, id=st.sampled_from(["s1", "s2"]), kind=st.just("mixed"), act=st.just("say"), cue=some(CUE), chain=several(LINK),
            content=several(SPAN), parent=some(WORDS), addressee=some(IDS), time=some(st.integers(0, 4)), confidence=SURE,
            medium=some(st.builds(Medium, start=PLACE, end=PLACE, text=WORDS, kind=st.just("post"))), why=WHY,
        )
    ),
    events=several(
        st.builds(
            Event, id=WORDS, type=WORDS, mode=some(WORDS), contexts=several(WORDS), actors=several(IDS), recipients=several(IDS),
            place=some(IDS), time=some(st.integers(0, 4)), trigger=QUOTE, retold=several(SPAN), vouched_by=some(VOUCHING),
            cameo=some(WORDS), quantities=several(PLACE), agenda=several(QUOTE), duration=some(WORDS), confidence=SURE,
        )
    ),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(first=RECORD, second=RECORD)
def test_a_record_comes_back_equal(tmp_path_factory: object, first: Record, second: Record) -> None:
    path = Path(tmp_path_factory.mktemp("lossless"), "a.rawi")  # type: ignore[attr-defined]
    with Store(path) as store:
        store.add_many([first, second, first])
        assert {record.article: record for record in store.records()} == {record.article: record for record in (first, second, first)}
        again = [Record(made_by=second.made_by, article=record.article) for record in store.records()]
        store.add_many(again)
        assert list(store.records()) == again
    whole(path)

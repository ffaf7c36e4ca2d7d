"""Questions to a store: what they must find and must not, how hits are shown, and that nothing typed makes it fall."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rawi.errors import UsageError
from rawi.model import Record
from rawi.store import Filters, Store
from rawi.store.filters import Order
from rawi.store.found import Found
from tests.store.made import record

DATA = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
FIELDS = set(Filters.__struct_fields__)


def asked(case: dict[str, Any]) -> Filters:
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in case.items() if name in FIELDS}
    return Filters(**given)


def named(row: Found) -> str:
    own = {"article": None, "statement": row.statement, "event": row.event}[row.unit]
    return f"{row.article} {own}" if own else row.article


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("store") / "cases.rawi") as made:
        made.add_many(map(record, DATA["article"]))
        yield made


def test_there_are_enough_cases() -> None:
    assert len(DATA["case"]) >= 100
    for case in DATA["case"]:
        assert set(case) <= FIELDS | {"finds", "not"}
        assert case.get("finds") or case.get("not")


@pytest.mark.parametrize("case", DATA["case"], ids=lambda case: " ".join(f"{k}={v}" for k, v in case.items() if k in FIELDS))
def test_a_question_finds_what_it_must(store: Store, case: dict[str, Any]) -> None:
    filters = asked(case)
    orders: tuple[Order, ...] = ("relevance", "newest", "oldest")
    for order in orders:
        found = [named(row) for row in store.find(filters, order=order, limit=None)]
        assert set(case.get("finds", ())) <= set(found)
        assert not set(case.get("not", ())) & set(found)
        assert len(found) == len(set(found)) == store.count(filters)
    assert {article.id for article in store.articles(filters)} == {name.split()[0] for name in found}


def test_every_hit_stands_in_the_row(store: Store) -> None:
    marked = 0
    for case in DATA["case"]:
        for row in store.find(asked(case)):
            (text,) = (one.text for one in store.articles() if one.id == row.article)
            assert text[row.start : row.end] == row.text
            assert all(row.start <= hit.start < hit.end <= row.end for hit in row.hits)
            marked += bool(row.hits)
    assert marked > 60


def test_hits_are_the_words_as_written(store: Store) -> None:
    (row,) = store.find(Filters(words='حدود "مجلس امن"'))
    assert [row.text[hit.start - row.start : hit.end - row.start] for hit in row.hits] == ["الحدود"]
    (row,) = store.find(Filters(words='"المجلس للأمن" not كلمة'))
    assert [row.text[hit.start - row.start : hit.end - row.start] for hit in row.hits] == ["مجلس الأمن"]


def test_a_row_tells_its_chain(store: Store) -> None:
    (row,) = store.find(Filters(speaker=("كيري",)))
    assert [(hand.name, hand.role) for hand in row.chain] == [("رويترز", "carrier"), ("مصدر دبلوماسي", "carrier"), ("جون كيري", "speaker")]
    assert (row.act, row.addressee, row.outlet) == ("report", "محمد جواد ظريف", "النهار")
    (sentence,) = store.find(Filters(words="تدريجياً"))
    assert (sentence.unit, sentence.statement) == ("article", "s2")
    (event,) = store.find(Filters(event=("CONCEDE",)))
    assert [hand.name for hand in event.chain] == [hand.name for hand in row.chain]
    assert [(hand.name, hand.role) for hand in event.parties] == [("جون كيري", "actor"), ("إيران", "recipient")]


def test_orders(store: Store) -> None:
    days = [row.published for row in store.find(Filters(), order="oldest")]
    assert days == sorted(str(day) for day in days)
    assert [row.published for row in store.find(Filters(), order="newest")] == days[::-1]
    assert [row.published for row in store.find(Filters(), order="oldest", limit=2, offset=1)] == days[1:3]


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("", "no words"),
        ("؟ !", "no words"),
        ("(الحدود", "⟨HERE⟩(الحدود"),
        ("الحدود)", "الحدود⟨HERE⟩)"),
        ('قال "الحدود', '⟨HERE⟩"الحدود'),
        ("and الحدود", "⟨HERE⟩and"),
        ("الحدود or", "⟨HERE⟩or"),
        ("الحدود or not إيران", "or ⟨HERE⟩not"),
        ("قال not", "not⟨HERE⟩"),
        ("(" * 50 + "قال" + ")" * 50, "within one another"),
        ("قال " * 300, "more than 200"),
    ],
)
def test_a_broken_question_shows_where(store: Store, words: str, shows: str) -> None:
    with pytest.raises(UsageError) as told:
        list(store.find(Filters(words=words)))
    assert shows in str(told.value)
    assert told.value.mend


SIGNS = st.sampled_from([*"()\"«»*'^:+-،؟\0\n", "and", "or", "not", "NEAR(", "الحدود", "قال", "words:", "rowid", " ", "إيران", "'; DROP"])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.one_of(st.text(max_size=60), st.lists(SIGNS, max_size=12).map("".join), st.lists(SIGNS, max_size=12).map(" ".join)))
@example(words="\ud800")
@example(words='"" or ""')
@example(words="()")
@example(words="*")
def test_whatever_is_typed_nothing_falls(store: Store, words: str) -> None:
    with suppress(UsageError):
        assert len(list(store.find(Filters(words=words)))) <= 5


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=30))
@example(name="\ud800")
@example(name='"')
def test_whatever_name_is_asked_for_nothing_falls(store: Store, name: str) -> None:
    with suppress(UsageError):
        list(store.find(Filters(speaker=(name,), place=(name,), outlet=(name,), event=(name,), country=(name,))))
        store.unknown(name)
        store.get(name)
        list(store.timeline(name))


@pytest.mark.parametrize(
    "wrong", [{"since": "yesterday"}, {"until": "2015-13"}, {"act": ("shout",)}, {"modality": ("maybe",)}, {"dated": "x"}]
)
def test_a_filter_that_cannot_be_is_told(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Filters(**wrong)


def test_a_name_that_nobody_has_is_told_with_those_like_it(store: Store) -> None:
    assert store.unknown("جون كيري") is None
    assert store.unknown("Q1253") is None
    assert "محمد جواد ظريف" in (store.unknown("ظريفي") or ())
    assert store.unknown("نابليون") == []


def test_a_timeline_has_statements_and_events_by_day(store: Store) -> None:
    rows = list(store.timeline("Q1065", "كيري"))
    assert [(named(row), row.roles) for row in rows] == [
        ("nuclear s1", ("about",)),
        ("nuclear s2", ("speaker",)),
        ("nuclear v2", ("actor",)),
        ("aden s3", ("addressee",)),
        ("aden v2", ("recipient",)),
    ]
    assert [named(row) for row in store.timeline("عدن", until="2015-07")] == ["aden v1"]


def test_a_network_counts_who_speaks_of_whom(store: Store) -> None:
    speaks = [(tie.source, tie.target, tie.statements, tie.articles) for tie in store.network()]
    assert ("محمد جواد ظريف", "إيران", 1, 1) in speaks
    carries = [(tie.source, tie.target, tie.statements) for tie in store.network(relation="carries")]
    assert carries == [("رويترز", "مصدر دبلوماسي", 2), ("مصدر دبلوماسي", "جون كيري", 1)]
    for chosen in (Filters(words="نووي"), Filters(depth=3), Filters(event=("CONCEDE",))):
        assert ("رويترز", "مصدر دبلوماسي") in [(tie.source, tie.target) for tie in store.network(chosen, relation="carries")]
    assert list(store.network(Filters(act=("deny",)), relation="carries")) == []


def test_statistics_count_everything(store: Store) -> None:
    stats = store.stats()
    assert (stats.rows["article"], stats.rows["statement"], stats.rows["event"]) == (5, 9, 6)
    assert (stats.first, stats.last) == ("2014-12-31", "2015-08-02")
    assert stats.outlets == {"الخبر": 2, "النهار": 2, "": 1}
    assert stats.bytes > 50_000


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_tables_are_data_frames(store: Store, library: str) -> None:
    pytest.importorskip(library)
    statements = getattr(store, f"to_{library}")("statement")
    assert len(statements) == 9
    assert {"act", "depth", "confidence"} <= set(statements.columns)
    found = getattr(store, f"to_{library}")(Filters(words="قال"))
    assert len(found) == 2
    with pytest.raises(UsageError, match="no table"):
        getattr(store, f"to_{library}")("article; DROP TABLE article")


def test_records_come_back_equal(store: Store) -> None:
    made: list[Record] = list(map(record, DATA["article"]))
    assert list(store.records()) == made
    assert store.get("nuclear") == store.get("#2") == [made[1]]
    assert store.get("none") == []

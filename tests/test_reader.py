"""Reading from the outside: nothing handed over raises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rawi
from rawi import pipeline
from rawi.errors import StageError
from rawi.lang.pack import load
from rawi.model import Failure, Record

TEXT = "أعلن بايدن أمس أن الاجتماع تأجل."


class Hostile(Mapping[str, Any]):
    """A mapping that raises whatever it is asked."""

    def __getitem__(self, key: str) -> Any:
        raise RuntimeError("no")

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("no")

    def __len__(self) -> int:
        return 1


def test_a_text_gives_a_record() -> None:
    record = rawi.read(TEXT, published="2021-12-09", outlet="الخبر")
    assert record
    assert (record.article.text, record.article.published, record.article.outlet) == (TEXT, "2021-12-09", "الخبر")
    assert [time.value for time in record.times] == ["2021-12-08"]


def test_json_goes_out_and_comes_back() -> None:
    record = rawi.read(TEXT, published="2021-12-09")
    assert record
    assert msgspec.json.decode(record.to_json(why=True), type=Record) == record
    assert '"why"' not in record.to_json()
    assert msgspec.json.decode(record.to_json(indent=2)) == msgspec.json.decode(record.to_json())


@pytest.mark.parametrize("bad", ["", "hello world", None, 5, b"x", [], {}, {"text": 3}, {"text": TEXT, "published": "soon"}, Hostile()])
def test_what_cannot_be_read_is_a_failure_and_false(bad: Any) -> None:
    found = rawi.read(bad)
    assert not found
    assert isinstance(found, Failure)
    assert found.failure.stage == "article"
    assert found.failure.reason
    assert msgspec.json.decode(found.to_json(why=True), type=Failure) == found


def test_a_wrong_argument_is_a_failure_too() -> None:
    assert not rawi.read(TEXT, published="next week")
    assert not rawi.read(TEXT, outlet=5)  # type: ignore[arg-type]


def test_a_failure_names_the_article() -> None:
    found = rawi.read({"id": "n7", "text": "English only"})
    assert isinstance(found, Failure)
    assert found.failure.id == "n7"


def test_a_fault_in_a_stage_is_a_failure_of_that_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: Any) -> tuple[Any, ...]:
        raise IndexError("tuple index out of range")

    monkeypatch.setattr(pipeline, "STAGES", (pipeline.Stage("quotes", (), fall),))
    found = rawi.read(TEXT)
    assert isinstance(found, Failure)
    assert found.failure.stage == "quotes"
    assert "IndexError" in found.failure.reason
    with pytest.raises(StageError):
        pipeline.analyse(rawi.Article(id="a", text=TEXT), load())


def test_many_are_read_one_by_one_and_bad_ones_hold_their_place() -> None:
    drawn: list[int] = []

    def source() -> Iterator[Any]:
        for number, one in enumerate([TEXT, "", {"id": "b", "text": TEXT}, None, rawi.Article(id="c", text=TEXT)]):
            drawn.append(number)
            yield one

    found = rawi.read_many(source(), published="2021-12-09")
    assert next(found)
    assert drawn == [0]
    rest = list(found)
    assert [bool(one) for one in rest] == [False, True, False, True]
    assert [one.article.id for one in rest if one] == ["b", "c"]
    failed = next(one for one in rest if isinstance(one, Failure))
    assert list(rawi.read_many([failed])) == [failed]


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="اوبفلسقالتهيم «»\"“”().,،:؟\n1239٢ـَabZ\u200f\ud83d"), st.binary(), st.none()))
def test_anything_is_read_or_refused(words: Any) -> None:
    found = rawi.read(words, published="2021-12-09")
    assert found.to_json()
    if isinstance(found, Record):
        assert found.article.text == words
    else:
        assert found.failure.stage == "article"  # no stage falls


def test_a_megabyte_on_one_line_is_read() -> None:
    sentence = "أعلن بايدن أمس أن الاجتماع تأجل إلى يوم الخميس المقبل. "
    assert rawi.read(sentence * 2_000)  # a tenth of a megabyte; `benchmarks/` has the rest


def test_a_notebook_shows_the_tree() -> None:
    record = rawi.read("قال <b>بايدن</b> إن الاجتماع تأجل\nوأضاف أنه قريب.")
    assert record
    assert '<div dir="rtl"' in record._repr_html_()
    assert "&lt;b&gt;" in record._repr_html_()

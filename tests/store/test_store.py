"""Records go in and come out equal; what is new is told from what is there."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import rawi
from rawi.errors import SourceError
from rawi.model import Failure, Record, Unread
from rawi.store import Filters, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "news.rawi")


def test_a_record_comes_back_equal(store: Store, relayed: Record) -> None:
    assert store.add(relayed)
    assert list(store.records()) == [relayed]
    assert list(store.articles()) == [relayed.article]
    assert (len(store), relayed in store, relayed.article in store) == (1, True, True)


def test_what_is_there_is_not_added_again(store: Store, relayed: Record) -> None:
    assert [store.add(relayed), store.add(relayed), store.add(relayed.without_why()), store.add(relayed)] == [True, False, True, True]
    assert list(store.records()) == [relayed]
    assert len(list(store.rows("statement")[1])) == 3


def test_the_store_is_one_of_the_public_names(tmp_path: Path) -> None:
    assert rawi.Store is Store
    with pytest.raises(AttributeError):
        rawi.Shop  # noqa: B018


def test_a_failure_is_over_when_its_place_gives_a_record(store: Store, relayed: Record) -> None:
    failure = Failure(failure=Unread(id=None, stage="source", reason="broken"))
    assert store.add(failure, "news.jsonl:1")
    assert not store.add(failure, "news.jsonl:1")
    assert list(store.failures()) == [failure]
    store.add(relayed, "news.jsonl:1")
    assert list(store.failures()) == []


def test_readers_work_while_a_writer_writes(tmp_path: Path, relayed: Record) -> None:
    def number(n: int) -> Record:
        return msgspec.structs.replace(relayed, article=msgspec.structs.replace(relayed.article, id=str(n)))

    with Store(tmp_path / "a") as writer, Store(tmp_path / "a", read_only=True) as reader:
        writer.add_many(map(number, range(3)))
        found = reader.records()
        assert next(found).article.id == "0"
        writer.add_many(map(number, range(3, 6)))
        assert [record.article.id for record in found] == ["1", "2"]
        assert len(reader) == 6
        with pytest.raises(SourceError, match="readonly"):
            reader.add(relayed)


def test_filters_choose_articles(store: Store, relayed: Record) -> None:
    store.add(relayed)
    assert list(store.records(Filters(words="الجنود or والجندي"))) == [relayed]
    assert list(store.records(Filters(words="جندي not جنيف"))) == []


def test_numbers_of_any_size_are_kept(store: Store, relayed: Record) -> None:
    large = msgspec.structs.replace(relayed, quantities=(msgspec.structs.replace(relayed.quantities[0], value=10**30),))
    store.add(large)
    assert list(store.records()) == [large]


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\x07" * 200])
def test_a_file_that_is_no_store_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(SourceError, match="not a database"):
        Store(tmp_path / "a")

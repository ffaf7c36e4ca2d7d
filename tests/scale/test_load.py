"""Loading: what is new is read once, what fails is kept, and a load that is killed loses nothing that it reported."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

from rawi.errors import SourceError
from rawi.ingest.files import Placed
from rawi.model import Article, Failure
from rawi.scale.load import BATCH, Loader, Tally, died
from rawi.store import Filters, Store
from tests.scale.archive import articles, write
from tests.scale.killing import content, kill_one, placed_from, whole


def placed(number: int) -> list[Placed]:
    return [Placed(f"a.jsonl:{at}", one) for at, one in enumerate(articles(number), 1)]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_there_is_not_read_again(tmp_path: Path, workers: int) -> None:
    with Store(tmp_path / "a") as store:
        assert Loader(store, workers=workers).load(placed(40)) == Tally(new=40)
        assert Loader(store, workers=workers).load(placed(50)) == Tally(new=10, known=40)
        assert [article.id for article in store.articles()] == [f"a{at}" for at in range(50)]


def test_only_what_other_versions_read_is_read_again(tmp_path: Path) -> None:
    with Store(tmp_path / "a") as store:
        Loader(store).load(placed(3))
        (record, *_) = store.records()
        old = msgspec.structs.replace(record, made_by=msgspec.structs.replace(record.made_by, pack="ar 1999.1"), statements=(), events=())
        assert store.add(old)
        assert Loader(store).load(placed(3)) == Tally(known=3)
        assert Loader(store).load(placed(3), again=True) == Tally(new=1, known=2)
        assert next(store.records()) == record
        assert [one.id for one in store.articles(Filters(words="كيري"))] == ["a0"]
        assert store.stats().versions == {f"{store.versions.rawi}, {store.versions.pack}, world {store.versions.world}": 3}


def test_what_fails_is_kept_until_it_is_read(tmp_path: Path) -> None:
    english = Article(id="b", text="This page is all in English, and no article that Rawi reads.")
    heard: list[tuple[str, Failure]] = []
    with Store(tmp_path / "a") as store:
        loader = Loader(store, lost=lambda place, failed: heard.append((place, failed)))
        (good,) = placed(1)
        assert loader.load([good, Placed("x:2", english), Placed("x:3", died(good)[1])]) == Tally(new=1, failed=2)  # type: ignore[arg-type]
        assert [(place, failed.failure.stage) for place, failed in heard] == [("x:2", "article"), ("x:3", "process")]
        assert [lost.place for lost in store.lost()] == ["x:2", "x:3"]
        Loader(store).load([Placed("x:2", articles(2)[1])])
        assert [lost.place for lost in store.lost()] == ["x:3"]


def test_an_article_twice_in_one_batch_is_kept_once(tmp_path: Path) -> None:
    with Store(tmp_path / "a") as store:
        Loader(store).load(placed(2) * 3)
        assert len(store) == 2


def test_a_full_disk_is_told_and_the_store_stays_whole(tmp_path: Path) -> None:
    with Store(tmp_path / "a") as store:
        Loader(store).load(placed(BATCH))
        connection = store._shelf._connection  # type: ignore[attr-defined]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(SourceError, match=r"full\. Make room"):
            Loader(store).load(placed(BATCH * 20))
        whole(tmp_path / "a")
        assert len(store) % BATCH == 0
        connection.execute(f"PRAGMA max_page_count = {pages * 100}")
        Loader(store).load(placed(BATCH * 3))
        assert len(store) >= BATCH * 3


def test_a_killed_load_loses_nothing_that_it_reported(tmp_path: Path) -> None:
    source, store = write(tmp_path / "a.jsonl", 900), tmp_path / "killed"
    chance = random.Random(7)
    for kill, workers in enumerate((1, 2, 1), 1):
        reported = kill_one(store, source, workers, kill, chance.uniform(0, 0.1))
        whole(store)
        with Store(store, read_only=True) as reader:
            there = [article.id for article in reader.articles()]
        assert len(there) >= reported > 0
        assert len(there) == len(set(there))
    with Store(store) as again, Store(tmp_path / "calm") as calm:
        Loader(again).load(placed_from(source))
        Loader(calm).load(placed_from(source))
    assert content(store) == content(tmp_path / "calm")
    assert len(content(store)) == 900

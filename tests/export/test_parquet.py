"""Parquet tables, read back by pyarrow, pandas, polars and DuckDB."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pandas as pd  # type: ignore[import-untyped]
import polars as pl
import pyarrow.dataset as ds  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi import export
from rawi.export import parquet
from rawi.model import Record


@pytest.fixture(scope="module")
def folder(rich: Record, relayed: Record, bare: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("parquet") / "tables"
    export.write([rich, relayed, bare], "parquet", place)
    return place


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    found = ds.dataset(folder / table, partitioning="hive").to_table().to_pylist()
    return [{key: value for key, value in row.items() if key != "month"} for row in found]


def rebuilt(folder: Path, article: str) -> Record:
    """A record out of its rows."""
    tables = {name: [row for row in rows(folder, name) if row["article"] == article] for name in parquet.schemas()}
    (about,) = tables["articles"]
    layers: dict[str, Any] = {"strands": about["strands"]}
    for name, key in (("entities", "entity"), ("times", None), ("quantities", None), ("statements", "statement"), ("events", "event")):
        layers[name] = [{**row, **({"id": row[key]} if key else {})} for row in tables[name]]
        for row in layers[name]:
            row.pop("published")
    given = {**about, "id": article, "published": about["published_as_told"]}
    return msgspec.convert({"rawi": 1, "made_by": about["made_by"], "article": given, **layers}, Record)


def test_records_come_back_equal_but_for_why(folder: Path, rich: Record, relayed: Record, bare: Record) -> None:
    for record in (rich, relayed, bare):
        assert rebuilt(folder, record.article.id) == record.without_why()


def test_tables_are_parted_by_month(folder: Path) -> None:
    assert sorted(one.name for one in folder.iterdir()) == ["articles", "entities", "events", "quantities", "statements", "times"]
    assert sorted(one.name for one in (folder / "articles").iterdir()) == ["month=2021-12", "month=undated"]


def test_duckdb_polars_and_pandas_ask_who_said_how_much(folder: Path) -> None:
    place = f"{folder}/statements/**/*.parquet"
    asked = f"""
        SELECT speaker_name, count(*) FROM read_parquet('{place}', hive_partitioning=true)
        WHERE month = '2021-12' AND published >= DATE '2021-12-01' AND depth >= 2 GROUP BY 1 ORDER BY 2 DESC, 1
    """
    expected = [("Yuri Ushakov", 2), ("Joe Biden", 2), ("أوشاكوف", 1)]
    assert sorted(duckdb.execute(asked).fetchall()) == sorted(expected)
    frame = pl.scan_parquet(f"{folder}/statements/*/*.parquet", hive_partitioning=True).filter(pl.col("depth") >= 2).collect()
    assert sorted(frame.group_by("speaker_name").len().rows()) == sorted(expected)
    table = pd.read_parquet(folder / "statements")
    assert sorted(table[table.depth >= 2].groupby("speaker_name").size().items()) == sorted(expected)
    assert table["published"].dropna().unique().tolist() == [datetime.date(2021, 12, 9)]


def test_chains_and_words_stand_in_the_rows(folder: Path) -> None:
    row = next(one for one in rows(folder, "statements") if one["statement"] == "s2" and one["depth"] == 3)
    assert [link["name"] for link in row["chain"]][:1] == ["TASS"]
    bombed = next(one for one in rows(folder, "events") if one["event"] == "v2")
    assert bombed["chain"] == "TASS > أوشاكوف > Joe Biden"
    said = next(one for one in rows(folder, "statements") if len(one["content"]) == 2)
    assert said["words"] == "بايدن 🇺🇸 أبلغه أن «الباب 😀 مفتوح» … لكن بشروط"


def test_row_groups_are_in_order_of_the_day_and_memory_stays_flat(bare: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 4)
    monkeypatch.setattr(parquet, "_OPEN", 2)
    monkeypatch.setattr(parquet, "_HELD", 8)
    days = [f"2015-{month:02}-{day:02}" for day in (3, 1, 2, 5, 4) for month in (7, 8, 9, 10)]
    records = [
        msgspec.structs.replace(bare, article=msgspec.structs.replace(bare.article, id=day, published=day)) for day in [*days, *days]
    ]
    export.write(records, "parquet", tmp_path / "out")
    assert sorted(row["article"] for row in rows(tmp_path / "out", "articles")) == sorted([*days, *days])
    for file in (tmp_path / "out" / "articles").rglob("*.parquet"):
        whole = pq.ParquetFile(file)
        for number in range(whole.num_row_groups):
            group = whole.read_row_group(number).column("published").to_pylist()
            assert group == sorted(group)
            assert len(group) <= 4


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_odd_text_comes_back(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    with tempfile.TemporaryDirectory() as place:
        export.write([record], "parquet", Path(place) / "out")
        assert rebuilt(Path(place) / "out", record.article.id) == record

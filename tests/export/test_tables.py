"""The two event tables: who is counted, what stands in the cells, and that every reader reads them alike."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pandas as pd  # type: ignore[import-untyped]
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.errors import PackError
from rawi.export import cameo, plover
from rawi.export.codes import actor, cameo_of, counted, plover_actor
from rawi.export.codes import plover as plover_table
from rawi.model import Event, Record, Words
from rawi.world import codetable
from rawi.world.cameo import crosswalk

TABLES = (plover, cameo)


def table(module: Any, *records: Record) -> list[dict[str, str]]:
    """The rows as a reader that knows no quoting sees them."""
    out = io.BytesIO()
    count = module.write(records, out)
    head, *rows = [line.split("\t") for line in out.getvalue().decode().removesuffix("\n").split("\n")]
    assert len(rows) == count
    assert all(len(row) == len(head) for row in rows)
    return [dict(zip(head, row, strict=True)) for row in rows]


def event(**fields: Any) -> Event:
    return Event(id="v1", trigger=Words(start=0, end=1, text="x"), **{"type": "AID", "actors": ("Q30",), **fields})


def test_only_what_plover_counts_is_counted(rich: Record) -> None:
    assert [row["Event ID"].rpartition("-")[2] for row in table(plover, rich)] == ["v1", "v2", "v6", "v9"]
    assert counted(event(recipients=("Q142",)))
    assert not counted(event())  # AID needs a recipient
    assert counted(event(type="COOPERATE", actors=("Q30", "Q142")))  # each is the other's
    assert not counted(event(type="ACCUSE", actors=()))
    assert not any(counted(event(type="ACCUSE", modality=one)) for one in ("planned", "hypothetical", "negated"))


def test_a_row_of_plover_tells_parties_day_and_chain(rich: Record) -> None:
    met, bombed, visited, left = table(plover, rich)
    assert met["Event Date"] == "2021-06-16"
    assert (met["Date Basis"], met["Intensity"], met["Quad Code"], met["Contexts"]) == ("told", "2.5", "1", "diplomatic;military")
    assert met["Actor Name"] == "Joe Biden;Vladimir Putin, president"
    assert met["Actor Country"] == "USA;RUS"
    assert met["Primary Actor Sector"] == "GOV;GOV"
    assert met["Actor Wikidata ID"] == "Q6279;Q7747"
    assert (met["Placename"], met["Country"], met["Raw Placename"]) == ("Geneva", "CHE", "جنيف يوم")
    assert (met["Source"], met["Publication Date"]) == ("الخبر اليوم", "2021-12-09")
    assert (met["Format"], met["Duration"], met["Agenda"], met["Tellings"]) == ("in-person", "PT2H", "بشروط", "2")
    assert (met["Vouched By"], met["Statement ID"]) == ("", "")
    assert (bombed["Event Date"], bombed["Date Basis"]) == ("2021-12-09", "published")
    assert (bombed["Vouched By"], bombed["Vouched By IDs"], bombed["Act"]) == ("TASS > أوشاكوف > Joe Biden", "e1 > e2 > Q6279", "claim")
    assert (bombed["Event Mode"], bombed["Intensity"]) == ("aerial", "-9.5")
    assert (bombed["Actor Name"], bombed["Actor Country"], bombed["Actor Wikidata ID"]) == ("الطائرات", "", "")
    assert bombed["Recipient Name"] == "Aleppo;France"
    assert (visited["Event Date"], visited["Date Told"], visited["Date Basis"]) == ("", "2021-05", "")  # a month is no day
    assert (left["Actor Country"], left["Recipient Name"], left["Date Basis"]) == ("UNO", "e9", "published")


def test_a_meeting_is_told_as_dyads_both_ways_and_a_visit_as_hosting_too(rich: Record) -> None:
    rows = table(cameo, rich)
    told = [(row["Actor1Code"], row["Actor2Code"], row["EventCode"], row["EventRootCode"], row["QuadClass"]) for row in rows]
    assert told == [
        ("USAGOV", "RUSGOV", "040", "04", "1"),
        ("RUSGOV", "USAGOV", "040", "04", "1"),
        ("", "SYR", "195", "19", "4"),
        ("", "FRAGOV", "195", "19", "4"),
        ("RUSGOV", "FRAGOV", "042", "04", "1"),
        ("FRAGOV", "RUSGOV", "043", "04", "1"),
        ("IGOUNO", "", "0874", "08", "2"),
    ]
    assert (rows[0]["Day"], rows[0]["MonthYear"], rows[0]["Year"], rows[0]["DATEADDED"]) == ("20210616", "202106", "2021", "20211209")
    un = rows[-1]
    assert (un["Actor1CountryCode"], un["Actor1KnownGroupCode"], un["Actor1Type1Code"], un["Actor2Name"]) == ("", "UNO", "IGO", "e9")
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows)


def test_codes_are_told_in_each_ontologys_letters() -> None:
    assert plover_actor(actor("RUS MED", "RUS")).sectors == ("JRN",)
    assert plover_actor(actor("IGO EEC", None)).country == "EUR"
    assert plover_actor(actor("XKX GOV", "XKX")).country == "KOS"
    assert actor("REB", None).sectors == ("REB",)
    assert actor(None, None) == ("", "", ())
    assert cameo_of(event(type="AID", contexts=("diplomatic", "military"))) == "072"
    assert cameo_of(event(type="ASSAULT", mode="drone")) == "195"
    assert cameo_of(event(type="FLY")) == ""


def test_a_broken_code_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cameo.toml").write_text('reciprocal = "AGREE"\n', encoding="utf-8")
    monkeypatch.setattr(codetable, "DATA", tmp_path)
    crosswalk.cache_clear()
    with pytest.raises(PackError, match=r"cameo\.toml: Expected `array`"):
        crosswalk()


def test_the_code_tables_agree() -> None:
    types, coded = plover_table().types, crosswalk()
    assert len(types) == 16
    assert set(coded.any) == set(types)
    assert set(coded.reciprocal) <= set(types)
    for kind, modes in coded.modes.items():
        assert set(modes) <= set(types[kind].modes)
    found = [coded.any, *coded.modes.values(), *coded.contexts.values()]
    assert all(code.isdecimal() and 3 <= len(code) <= 4 and "03" <= code[:2] <= "20" for table in found for code in table.values())


@pytest.mark.parametrize("module", TABLES, ids=lambda one: one.__name__)
def test_pandas_polars_duckdb_and_csv_read_the_same_cells(module: Any, rich: Record, tmp_path: Any) -> None:
    ugly = msgspec.structs.replace(
        rich, article=msgspec.structs.replace(rich.article, title='"\t\n\r\x0b\x0c\x1c\x85\u2028 a\x00b "c" \\t \\', outlet="'\"'")
    )
    expected = [list(row.values()) for row in table(module, rich, ugly)]
    place = tmp_path / "events.tsv"
    with place.open("wb") as out:
        module.write([rich, ugly], out)
    names = list(table(module, rich)[0])
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        frame = pd.read_csv(place, sep="\t", dtype=str, keep_default_na=False, quoting=quoting)
        assert list(frame.columns) == names
        assert frame.values.tolist() == expected
        with place.open(encoding="utf-8", newline="") as file:
            assert list(csv.reader(file, delimiter="\t", quoting=quoting))[1:] == expected
    for quote in ('"', None):
        frame = pl.read_csv(place, separator="\t", infer_schema=False, quote_char=quote)
        assert [[cell or "" for cell in row] for row in frame.rows()] == expected
    rows = duckdb.execute(f"SELECT * FROM read_csv('{place}', delim='\t', header=true, all_varchar=true)").fetchall()
    assert [[cell or "" for cell in row] for row in rows] == expected


@pytest.mark.parametrize("module", TABLES, ids=lambda one: one.__name__)
def test_the_dictionary_tells_every_column(module: Any, rich: Record) -> None:
    lines = [line.split("\t") for line in module.describe().splitlines()]
    assert [line[0] for line in lines[1:]] == list(table(module, rich)[0])
    assert all(len(line) == 2 and line[1] for line in lines)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_odd_text_breaks_no_table(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    for module in TABLES:
        out = io.BytesIO()
        module.write([record], out)
        expected = [list(row.values()) for row in table(module, record)]
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            found = list(csv.reader(io.StringIO(out.getvalue().decode(), newline=""), delimiter="\t", quoting=quoting))
            assert found[1:] == expected
            frame = pd.read_csv(io.BytesIO(out.getvalue()), sep="\t", dtype=str, keep_default_na=False, quoting=quoting)
            assert frame.values.tolist() == expected

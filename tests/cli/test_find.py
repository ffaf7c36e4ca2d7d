"""The commands that ask a store: rows for people and for programs, and messages that say what went wrong."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from rawi.cli.main import run
from rawi.store import Store
from tests.store.made import record
from tests.store.test_find import DATA


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("cli") / "news.rawi"
    with Store(path) as made:
        made.add_many(map(record, DATA["article"]))
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *args: str, code: int = 0) -> str:
    assert run(list(args)) == code
    return capsys.readouterr().out


def bare(text: str) -> str:
    """The text without the marks that keep directions apart."""
    return "".join(char for char in text if char not in "\u200e\u200f\u2066\u2067\u2068\u2069")


def test_sentences_are_shown_with_their_hits(capsys: pytest.CaptureFixture[str], store: str) -> None:
    out = bare(printed(capsys, "find", store, "حدود", "خطير"))
    assert "الخبر · 2015-07-20 · border s1 · #1:" in out
    assert "بان كي مون" in out
    assert "⟦الحدود⟧ ⟦خطير⟧" in " ".join(out.split())


def test_rows_are_counted_on_standard_error(capsys: pytest.CaptureFixture[str], store: str) -> None:
    assert run(["find", store, "قال or النفط", "--limit", "1"]) == 0
    assert "rawi: 1 of 3 rows" in capsys.readouterr().err
    assert run(["find", store, "غواصة"]) == 0
    assert capsys.readouterr() == ("", "rawi: 0 of 0 rows\n")


def test_every_line_runs_its_own_way(capsys: pytest.CaptureFixture[str], store: str) -> None:
    for labels, mark in (("ar", "\u200f"), ("en", "\u200e")):
        out = printed(capsys, "find", store, "--event", "ASSAULT", "--labels", labels)
        assert all(line.strip(" ").startswith(mark) for line in out.splitlines() if line)


@pytest.mark.parametrize("asked", [["حدود"], ["--speaker", "كيري"], ["--event", "CONCEDE"], ["--dated", "said"]])
def test_json_lines_and_csv_tell_the_same(capsys: pytest.CaptureFixture[str], store: str, asked: list[str]) -> None:
    rows: list[dict[str, Any]] = [json.loads(line) for line in printed(capsys, "find", store, *asked, "--format", "jsonl").splitlines()]
    table = list(csv.DictReader(io.StringIO(printed(capsys, "find", store, *asked, "--format", "csv"))))
    assert len(rows) == len(table) > 0
    for row, line in zip(rows, table, strict=True):
        assert list(row) == list(line)
        assert [line[name] for name in ("article", "text", "unit")] == [row[name] for name in ("article", "text", "unit")]
        assert line["hits"] == " ".join(f"{hit['start']}-{hit['end']}" for hit in row["hits"])
        assert all(hand["name"] in line["chain"] for hand in row["chain"])


def test_filters_are_options(capsys: pytest.CaptureFixture[str], store: str) -> None:
    args = [
        "--speaker",
        "كيري",
        "--speaker",
        "Zarif",
        "--carrier",
        "Reuters",
        "--depth",
        "2",
        "--since",
        "2015-07",
        "--until",
        "2015-07-21",
    ]
    (row,) = printed(capsys, "find", store, *args, "--outlet", "النهار", "--act", "report", "--format", "jsonl").splitlines()
    assert [hand["name"] for hand in json.loads(row)["chain"]] == ["رويترز", "مصدر دبلوماسي", "جون كيري"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["(الحدود"], "character 1: this bracket is not closed: ⟨HERE⟩(الحدود"),
        (["--since", "gestern"], "not a date"),
        (["--act", "shout"], "there is no act 'shout'"),
        (["--depth", "x"], "Invalid value"),
        (["--min-confidence", "2"], "Invalid value"),
        (["\ud800"], "half a character"),
    ],
)
def test_what_cannot_be_asked_is_told(capsys: pytest.CaptureFixture[str], store: str, args: list[str], told: str) -> None:
    assert run(["find", store, *args]) == 2
    assert told in bare(capsys.readouterr().err)


def test_a_name_that_nobody_has_is_told(capsys: pytest.CaptureFixture[str], store: str) -> None:
    assert run(["find", store, "--speaker", "محمد ظريفي"]) == 0
    assert "nobody in this store is called 'محمد ظريفي'. Names like it: محمد جواد ظريف" in capsys.readouterr().err
    assert run(["timeline", store, "--entity", "نابليون"]) == 0
    assert "nobody" in capsys.readouterr().err


def test_an_article_is_shown_whole(capsys: pytest.CaptureFixture[str], store: str) -> None:
    assert "الاتفاق النووي" in bare(printed(capsys, "show", store, "nuclear"))
    assert json.loads(printed(capsys, "show", store, "#2", "--format", "json"))["article"]["id"] == "nuclear"
    assert run(["show", store, "none"]) == 3
    assert "no article 'none'" in capsys.readouterr().err


def test_a_timeline_is_in_order(capsys: pytest.CaptureFixture[str], store: str) -> None:
    rows = [
        json.loads(line)
        for line in printed(capsys, "timeline", store, "--entity", "الأمم المتحدة", "--entity", "كيري", "--format", "jsonl").splitlines()
    ]
    assert [(row["article"], row["roles"]) for row in rows][:3] == [
        ("nuclear", ["about"]),
        ("nuclear", ["speaker"]),
        ("nuclear", ["actor"]),
    ]
    assert printed(capsys, "timeline", store, "--entity", "كيري", "--limit", "1", "--labels", "en")


def test_a_network_is_counted(capsys: pytest.CaptureFixture[str], store: str) -> None:
    assert "رويترز ← مصدر دبلوماسي" in bare(printed(capsys, "network", store, "--relation", "carries"))
    table = list(csv.DictReader(io.StringIO(printed(capsys, "network", store, "--format", "csv", "--words", "نووي"))))
    assert {("محمد جواد ظريف", "إيران", "1")} <= {(row["source"], row["target"], row["statements"]) for row in table}
    assert json.loads(printed(capsys, "network", store, "--limit", "1", "--format", "jsonl"))["relation"] == "speaks"


def test_statistics_are_shown(capsys: pytest.CaptureFixture[str], store: str) -> None:
    assert "5  article" in printed(capsys, "stats", store)
    assert json.loads(printed(capsys, "stats", store, "--json"))["rows"]["statement"] == 9

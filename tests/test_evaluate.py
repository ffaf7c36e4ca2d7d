"""Scores: the layers on a small gold of our own, and the same numbers as the scorer that comes with the annotations, where it is."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import msgspec
import pytest

from rawi.errors import PackError, SourceError
from rawi.evaluate import Tally, evaluate, load_gold
from rawi.evaluate.cases import Case, complaints, load_cases, verdict
from rawi.model import Record
from rawi.reader import read

SHARED = Path(__file__).parents[2] / "shared" / "eval"


@pytest.fixture
def gold(tmp_path: Path, relayed: Record) -> Path:
    """Gold that says what the record made by hand says."""
    names = {"tass": "وكالة تاس", "ushakov": "أوشاكوف", "biden": "بايدن"}
    relay = ["tass", "ushakov"]
    inner = {"content": ["أكثر من 1000 جندي <عادوا>"], "kind": "indirect", "parent": "s1"}
    text = relayed.article.text
    made = {
        "reference_date": "2021-12-09",
        "entities": [{"key": key, "kind": "other", "names": [name]} for key, name in names.items()],
        "statements": [
            {"id": "s1", "content": [text[text.index("إن بايدن") : -1]], "chain": relay, "kind": "mixed"},
            {"id": "s2", "chain": [*relay, "biden"], **inner},
            {"id": "s3", "content": ["الباب مفتوح"], "chain": relay, "kind": "direct", "parent": "s1"},
        ],
        "events": [{"id": "v1", "type": "RETREAT", "actors": ["biden"], "trigger": "عادوا", "modality": "actual", "vouched_by": "s2"}],
        "times": [{"text": "أمس", "value": "2021-12-08"}],
        "quantities": [{"text": "1000", "value": 1000}],
    }
    (tmp_path / "geneva.gold.json").write_text(json.dumps(made), encoding="utf-8")
    (tmp_path / "geneva.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_perfect_record_scores_one(gold: Path, relayed: Record) -> None:
    scores = evaluate(load_gold(gold), {"geneva": relayed})
    assert {layer: tally.f1 for layer, tally in scores.layers.items()} == dict.fromkeys(scores.layers, 1.0)
    assert len(scores.layers) == 11
    assert scores.layers["deep"] == Tally(hit=3, gold=3, found=3)
    assert scores.misses == []


def test_a_missing_record_counts_as_an_empty_one(gold: Path) -> None:
    scores = evaluate(load_gold(gold), {})
    assert scores.layers["chain"] == Tally(hit=0, gold=3, found=0)
    assert scores.layers["mention"].recall == 0
    assert len(scores.misses) == 6


def test_each_layer_sees_its_own_mistakes(gold: Path, relayed: Record) -> None:
    first, second, third = relayed.statements
    changed = (
        msgspec.structs.replace(first, kind="direct"),
        msgspec.structs.replace(second, chain=second.chain[1:]),
        msgspec.structs.replace(third, chain=third.chain[:1]),
    )
    scores = evaluate(load_gold(gold), {"geneva": msgspec.structs.replace(relayed, statements=changed, times=())})
    hits = {layer: tally.hit for layer, tally in scores.layers.items()}
    assert (hits["statement"], hits["source"], hits["chain"], hits["deep"], hits["kind"]) == (3, 2, 1, 1, 2)
    assert (hits["event+"], hits["time"], hits["quantity"]) == (1, 0, 1)
    assert any("chain" in miss for miss in scores.misses)


def test_gold_that_does_not_hold_is_told(tmp_path: Path, gold: Path, relayed: Record) -> None:
    with pytest.raises(SourceError, match=r"no \*\.gold\.json"):
        list(load_gold(tmp_path / "nowhere"))
    (gold / "geneva.gold.json").write_text('{"times": [{"text": "غدا", "value": "2021-12-10"}]}', encoding="utf-8")
    with pytest.raises(SourceError, match="does not hold 'غدا'"):
        evaluate(load_gold(gold), {"geneva": relayed})
    (gold / "geneva.gold.json").write_text("{", encoding="utf-8")
    with pytest.raises(SourceError, match=r"geneva\.gold\.json"):
        list(load_gold(gold))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotations of ../shared/eval are not here")
def test_the_numbers_are_those_of_the_annotations_own_scorer() -> None:
    theirs = runpy.run_path(str(SHARED / "score.py"))
    golds = list(load_gold(SHARED / "dev"))[:8]
    records = {gold.id: record for gold in golds if (record := read(gold.article()))}
    total = theirs["Score"]()
    for gold in golds:
        truth = json.loads((SHARED / "dev" / f"{gold.id}.gold.json").read_text(encoding="utf-8"))
        made = json.loads(records[gold.id].to_json()) if gold.id in records else {}
        theirs["score_article"](total, gold.text, truth, made, gold.id)
    assert evaluate(golds, records).rates() == {layer: tally.row() for layer, tally in total.layers.items()}


def test_a_case_quotes_what_must_be_there(relayed: Record) -> None:
    case = Case(
        text=relayed.article.text,
        statements=({"content": ["أكثر من 1000 جندي <عادوا>"], "chain": ["وكالة تاس", "أوشاكوف", "بايدن"], "cue": "أبلغ"},),
        entities=({"name": "بايدن", "mentions": ["بايدن"]},),
        times=({"text": "أمس", "value": "2021-12-08"},),
        quantities=({"text": "أكثر من 1000 جندي", "value": 1000, "bound": "more"},),
        events=({"type": "RETREAT", "actors": ["بايدن"], "trigger": "عادوا"},),
        exactly=("times", "quantities", "events"),
    )
    assert complaints(case, relayed) == []
    assert verdict(case, relayed) == ("holds", [])
    assert verdict(msgspec.structs.replace(case, todo="later"), relayed)[0] == "fails"


@pytest.mark.parametrize(
    "wrong",
    [
        {"statements": ({"content": ["الباب مفتوح"], "kind": "indirect"},)},
        {"statements": ({"content": ["الباب مفتوح"], "chain": ["أوشاكوف"]},)},
        {"times": ({"text": "أمس"}, {"text": "أمس"})},
        {"exactly": ("times",)},
        {"entities": ({"name": "بايدن", "mentions": ["الرئيس"]},)},
    ],
)
def test_a_case_that_does_not_hold_says_what_is_wrong(relayed: Record, wrong: dict[str, tuple[str, ...]]) -> None:
    case = msgspec.convert({"text": relayed.article.text, **wrong}, Case)
    assert len(complaints(case, relayed)) == 1
    assert verdict(msgspec.structs.replace(case, todo="later"), relayed)[0] == "waits"


def test_a_case_that_cannot_be_meant_is_refused(relayed: Record, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="vallue"):
        complaints(Case(text="", times=({"vallue": "x"},)), relayed)
    (tmp_path / "times.toml").write_text('[[case]]\ntxt = "أمس"', encoding="utf-8")
    with pytest.raises(PackError, match=r"times\.toml"):
        load_cases(tmp_path)

"""The smaller commands, and what all commands have in common."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click
import pytest

from rawi.cli import pack as pack_module
from rawi.cli.main import COMMANDS, rawi, run
from rawi.errors import PackError
from rawi.model import Record
from rawi.version import __version__

ROOT = Path(__file__).parents[2]


def test_the_schema_is_json_schema_of_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"].endswith("2020-12/schema")
    assert list(schema["$defs"]["Record"]["properties"]) == list(Record.__struct_fields__)


def test_versions_are_those_of_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["version"]) == 0
    assert capsys.readouterr().out.startswith(f"rawi {__version__} · pack ar ")
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_evaluate_reads_gold_and_records(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    gold = {"reference_date": "2021-12-09", "times": [{"text": "أمس", "value": "2021-12-08"}, {"text": "غدا", "value": "2021-12-10"}]}
    text = "لقاء الرئيسين\nأعلن بايدن أمس أن الاجتماع غدا."
    (tmp_path / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run(["evaluate", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["time"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "hit": 2, "gold": 2, "found": 2}
    records = tmp_path / "records.jsonl"
    records.write_text('{"rawi":1,"failure":{"id":"a","stage":"article","reason":"none"}}\n', encoding="utf-8")
    assert run(["evaluate", str(tmp_path), str(records), "--misses"]) == 0
    out, err = capsys.readouterr()
    assert "1 articles\nlayer" in out
    assert "a: time 'أمس' should be 2021-12-08" in out
    assert "rawi: a: none" in err
    records.write_text("{}", encoding="utf-8")
    assert run(["evaluate", str(tmp_path), str(records)]) == 3
    assert f"{records}:1: no record" in capsys.readouterr().err


def test_pack_check_tells_which_case_fails(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = tmp_path / "ar" / "cases"
    cases.mkdir(parents=True)
    shutil.copy(ROOT / "rawi" / "lang" / "ar" / "pack.toml", cases.parent)
    case = '[[case]]\ntext = "أعلن بايدن أمس أن الاجتماع تأجل."\npublished = "2021-12-09"\ntimes = [{{text = "أمس", value = "{}"}}]\n'
    monkeypatch.setattr(pack_module, "cases_of", lambda code: cases)
    (cases / "times.toml").write_text(case.format("2021-12-08"), encoding="utf-8")
    assert run(["pack", "check"]) == 0
    assert "1 cases hold, 0 wait, 0 fail" in capsys.readouterr().out
    (cases / "times.toml").write_text(case.format("2021-12-07"), encoding="utf-8")
    assert run(["pack", "check"]) == 4
    assert "times:1: أعلن" in capsys.readouterr().err
    (cases / "times.toml").write_text("[[case]]\n", encoding="utf-8")
    assert run(["pack", "check"]) == PackError.exit_code
    assert "times.toml" in capsys.readouterr().err


def test_every_command_helps_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("", *COMMANDS):
        assert run([*name.split(), "--help"]) == 0
        assert "Examples:" in capsys.readouterr().out
    assert rawi.list_commands(click.Context(rawi)) == list(COMMANDS)


def test_a_fault_of_rawis_own_is_exit_code_1(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(code: str) -> Path:
        raise ZeroDivisionError

    monkeypatch.setattr(pack_module, "cases_of", fall)
    assert run(["pack", "check"]) == 1
    assert "fault of Rawi" in capsys.readouterr().err

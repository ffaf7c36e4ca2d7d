"""`rawi read` and `rawi explain`: files in, records out, and what happens to bad ones."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rawi.cli.main import run
from rawi.model import Record

ROOT = Path(__file__).parents[2]
COUNCIL = str(ROOT / "examples" / "council.txt")
TEXT = "أعلن بايدن أمس أن الاجتماع تأجل."
DAY = ["--published", "2021-12-09"]


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def news(tmp_path: Path, *articles: Any) -> str:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in articles), encoding="utf-8")
    return str(path)


def pipe(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    buffered: Any = io.BytesIO(words.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(buffered)))


def test_one_article_piped_is_one_json_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", COUNCIL, *DAY, "--outlet", "الخبر"]) == 0
    out = capsys.readouterr().out
    record = json.loads(out)
    assert out.startswith("{\n")
    assert record["rawi"] == 1
    assert (record["article"]["published"], record["article"]["outlet"]) == ("2021-12-09", "الخبر")
    assert list(record) == list(Record.__struct_fields__)
    assert '"why"' not in out


def test_several_piped_are_json_lines(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = news(tmp_path, {"id": "a", "text": TEXT}, {"id": "b", "text": TEXT, "published": "2016-05-18"})
    assert run(["read", path, *DAY]) == 0
    found = lines(capsys.readouterr().out)
    assert [one["article"]["id"] for one in found] == ["a", "b"]
    assert [one["times"][0]["value"] for one in found] == ["2021-12-08", "2016-05-17"]


def test_json_of_several_is_an_array(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = news(tmp_path, {"id": "a", "text": TEXT}, {"id": "x"}, {"id": "b", "text": TEXT})
    assert run(["read", path, "--format", "json"]) == 3
    assert [one["article"]["id"] for one in json.loads(capsys.readouterr().out)] == ["a", "b"]
    assert run(["read", news(tmp_path, "{}", "{}"), "--format", "json"]) == 3
    assert json.loads(capsys.readouterr().out) == []


def test_a_batch_goes_on_past_bad_articles(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = news(tmp_path, {"id": "a", "text": TEXT}, "{broken", {"id": "b", "text": ""}, {"id": "c", "text": TEXT})
    assert run(["read", path, str(tmp_path / "missing.txt")]) == 3
    out, err = capsys.readouterr()
    found = lines(out)
    assert [one.get("failure", {}).get("id") for one in found] == [None, f"{path}:2", "b", None, str(tmp_path / "missing.txt")]
    assert set(found[1]["failure"]) == {"id", "stage", "reason"}
    assert err.count("rawi: ") == 3
    assert "No such file" in err


@pytest.mark.parametrize("form", [[], ["--format", "json"], ["--format", "tree"]])
def test_one_bad_article_is_a_message_and_exit_code_3(capsys: pytest.CaptureFixture[str], tmp_path: Path, form: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xc7\xe1")
    assert run(["read", str(path), *form]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "byte 0 (0xc7) is not UTF-8" in err
    assert "iconv" in err


def test_why_names_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", COUNCIL, *DAY, "--why"]) == 0
    assert '"why"' in capsys.readouterr().out


def test_the_tree_is_drawn_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", COUNCIL, COUNCIL, *DAY, "--format", "tree"]) == 0
    out = capsys.readouterr().out
    assert out.count("الخميس 9 ديسمبر 2021") >= 2
    assert "\x1b" not in out
    assert run(["read", COUNCIL, *DAY, "--format", "tree", "--labels", "en"]) == 0
    assert "published: Thursday 9 December 2021" in capsys.readouterr().out


def test_explain_shows_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", COUNCIL, *DAY]) == 0
    assert "القاعدة: \u2066time:" in capsys.readouterr().out
    assert run(["explain", "missing.txt"]) == 3


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, TEXT)
    assert run(["read", "-", *DAY]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["text"] == TEXT
    pipe(monkeypatch, json.dumps({"id": "a", "text": TEXT}))
    assert run(["read", "--format", "jsonl"]) == 0
    assert lines(capsys.readouterr().out)[0]["article"]["id"] == "a"


@pytest.mark.parametrize("args", [["read", "--published", "soon", COUNCIL], ["read", "--format", "xml"], ["rea"], ["evaluate", "nowhere"]])
def test_wrong_calls_are_exit_code_2(capsys: pytest.CaptureFixture[str], args: list[str]) -> None:
    assert run(args) == 2
    assert "Usage" in capsys.readouterr().err


def _listen() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # where the tests run in the background, it would be ignored


def command(*args: str) -> subprocess.Popen[bytes]:
    """The command as a process of its own, with the signals of one that a shell starts."""
    pipe, words = subprocess.PIPE, [sys.executable, "-m", "rawi.cli.main", *args]
    return subprocess.Popen(words, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=_listen)


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    with command("read", news(tmp_path, *({"id": str(n), "text": TEXT * 20} for n in range(200)))) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(10) == -signal.SIGPIPE


def test_ctrl_c_ends_quietly_and_lines_are_written_as_they_come() -> None:
    with command("read", "-", "--format", "jsonl") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps({"id": "a", "text": TEXT}).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["article"]["id"] == "a"
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert process.stderr.read().strip() == b""

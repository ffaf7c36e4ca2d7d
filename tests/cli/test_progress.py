"""Progress on standard error: only for people, and out of the records' way."""

from __future__ import annotations

import sys

import pytest

from rawi.cli.progress import counted


def test_records_pass_through_and_the_count_is_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(counted(range(5), show=True)) == [0, 1, 2, 3, 4]
    out, err = capsys.readouterr()
    assert out == ""
    assert "5 articles" in err


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(counted(range(3), show=True)) == [0, 1, 2]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(counted(range(3), show=False)) == [0, 1, 2]
    assert capsys.readouterr() == ("", "")

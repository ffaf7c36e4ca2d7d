"""The cases of the language pack: sentences and the records they must give. Format and rules: `docs/reference/evaluate.md`."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi.lang
from rawi.evaluate.cases import Case, load_cases, verdict
from rawi.reader import read

CASES = load_cases(Path(str(rawi.lang.__file__)).parent / "ar" / "cases")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_case(case: Case) -> None:
    state, found = verdict(case, read(case.text, published=case.published, outlet=case.outlet))
    if state == "waits":
        pytest.xfail(case.todo or "")
    assert state == "holds", "\n".join([case.text, *found])

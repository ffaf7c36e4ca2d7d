"""The generated reference pages are fresh, and every error and exit code is documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi import errors
from rawi.cli.reference import pages

DOCS = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", pages())
def test_a_generated_page_is_fresh(name: str) -> None:
    kept = (DOCS / name).read_text(encoding="utf-8")
    assert kept == pages()[name], "run: python -m rawi.cli.reference docs/reference"


def test_every_error_is_documented() -> None:
    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    found = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.RawiError)]
    assert len(found) >= 5
    for one in found:
        assert f"`{one.__name__}`" in page
        assert f"| {one.exit_code} |" in page

"""The example article, read to the trees that people see and to its JSON with what made each item.

Where reading changes on purpose, look at the differences and write the snapshots anew:

    .venv/bin/python -m pytest tests/golden --snapshot-update
"""

from __future__ import annotations

from pathlib import Path

import click
import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import rawi
from rawi.cli.tree import draw
from rawi.explain import tree
from rawi.locale import labels
from rawi.model import MadeBy, Record

COUNCIL = Path(__file__).parents[2] / "examples" / "council.txt"
WIDTH = 110


class Kept(SingleFileSnapshotExtension):
    """A readable file for each snapshot, under `__snapshots__`."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class KeptJson(Kept):
    """The same for JSON."""

    file_extension = "json"


@pytest.fixture(scope="module")
def council() -> Record:
    found = rawi.read({"id": "council", "text": COUNCIL.read_text(encoding="utf-8"), "published": "2021-12-09"})
    assert isinstance(found, Record)
    return msgspec.structs.replace(found, made_by=MadeBy(rawi="", pack="", world=""))  # a new version alone changes nothing here


def drawn(record: Record, code: str) -> str:
    """The tree of a record as a terminal without colours shows it."""
    words = labels(code)
    return "".join(f"{click.unstyle(line)}\n" for line in draw(tree(record, words), words.direction, WIDTH))


def test_tree_in_arabic(council: Record, snapshot: SnapshotAssertion) -> None:
    assert drawn(council, "ar") == snapshot(extension_class=Kept)


def test_tree_in_english(council: Record, snapshot: SnapshotAssertion) -> None:
    assert drawn(council, "en") == snapshot(extension_class=Kept)


def test_json(council: Record, snapshot: SnapshotAssertion) -> None:
    assert council.to_json(why=True, indent=1) + "\n" == snapshot(extension_class=KeptJson)

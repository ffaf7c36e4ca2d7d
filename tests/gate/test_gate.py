"""The gate: no layer's score on gold annotations falls below its floor.

    .venv/bin/python tests/gate/test_gate.py                 raises the floors to what is reached now, and tells them in the READMEs
    .venv/bin/python tests/gate/test_gate.py --lower event   lets that layer fall, too: in a commit of its own that says why

A floor holds for the annotations it was measured on, told by their digest. Where they are not beside the checkout, the gate is skipped.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from pathlib import Path

import msgspec
import pytest

from rawi.evaluate import Scores, evaluate, load_gold
from rawi.model import Failure, Record
from rawi.reader import read

GOLD = Path(__file__).parents[3] / "shared" / "eval"
FLOORS = Path(__file__).with_name("floors.toml")
HEAD = "# The lowest score that each layer may have on annotated articles: F1, for mentions recall. How they are raised: test_gate.py.\n"
PLACES = 4


class Floors(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A corpus by its digest, and the floor of each layer on it."""

    digest: str
    floors: dict[str, float]


def kept() -> dict[str, Floors]:
    """The floors of each corpus, by its folder's name."""
    return msgspec.toml.decode(FLOORS.read_bytes(), type=dict[str, Floors])


def digest(folder: Path) -> str:
    """Sixteen hexadecimal digits for the articles and annotations of a folder."""
    made = hashlib.sha256()
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.gold.json")]):
        made.update(path.name.encode() + b"\0" + path.read_bytes())
    return made.hexdigest()[:16]


def scores(folder: Path) -> Scores:
    """What reading the articles of a folder reaches; all of them must be read."""
    golds = list(load_gold(folder))
    found = {gold.id: read(gold.article()) for gold in golds}
    records = {name: record for name, record in found.items() if isinstance(record, Record)}
    assert len(records) == len(golds), [one.failure for one in found.values() if isinstance(one, Failure)]
    return evaluate(golds, records)


def reached(found: Scores) -> dict[str, float]:
    """The one number of each layer that has a floor."""
    return {layer: round(tally.recall if layer == "mention" else tally.f1, PLACES) for layer, tally in found.layers.items()}


@pytest.mark.parametrize("corpus", kept())
def test_no_layer_falls_below_its_floor(corpus: str) -> None:
    if not (GOLD / corpus).is_dir():
        pytest.skip(f"the annotations of ../shared/eval/{corpus} are not here")
    floors = kept()[corpus]
    assert digest(GOLD / corpus) == floors.digest, "the annotations are others than those the floors were measured on: measure anew"
    found = scores(GOLD / corpus)
    now = reached(found)
    assert set(now) == set(floors.floors)
    fallen = {layer: f"{now[layer]} < {floor}" for layer, floor in floors.floors.items() if now[layer] < floor}
    assert not fallen, found.table()


TOLD = ("statement", "source", "chain", "deep", "time", "quantity", "event", "mention")
"""The layers that the front pages tell of."""
FRONT = [Path(__file__).parents[2] / name for name in ("README.md", "README.ar.md")]
ROW = re.compile(r"^\| \d\.\d\d \|.*$", re.MULTILINE)


def row(floors: dict[str, float]) -> str:
    """The floors as a row of the front pages' table."""
    return f"| {' | '.join(f'{floors[layer]:.2f}' for layer in TOLD)} |"


@pytest.mark.parametrize("page", FRONT, ids=lambda page: page.name)
def test_the_front_pages_tell_the_floors(page: Path) -> None:
    assert ROW.findall(page.read_text(encoding="utf-8")) == [row(kept()["dev"].floors)]


def test_floors_are_only_raised() -> None:
    assert raised({"time": 0.9, "event": 0.5}, {"time": 0.8, "event": 0.6}, ()) == {"time": 0.9, "event": 0.6}
    assert raised({"time": 0.9}, {"time": 0.8}, ("time",)) == {"time": 0.8}
    assert raised({}, {"time": 0.8}, ()) == {"time": 0.8}


def raised(floors: dict[str, float], now: dict[str, float], lower: tuple[str, ...]) -> dict[str, float]:
    """The higher of floor and score for each layer; the score itself for those that may fall."""
    return {layer: score if layer in lower else max(score, floors.get(layer, 0.0)) for layer, score in now.items()}


def main() -> None:
    """Measures, and writes the floors."""
    options = argparse.ArgumentParser(description="Raise the floors to what is reached now.")
    options.add_argument("--lower", action="append", default=[], metavar="LAYER", help="a layer that may fall")
    lower = tuple(options.parse_args().lower)
    parts = [HEAD]
    for corpus, before in kept().items():
        found = scores(GOLD / corpus)
        print(f"{corpus}\n{found.table()}\n")
        seal = digest(GOLD / corpus)
        floors = raised(before.floors if before.digest == seal else {}, reached(found), lower)
        rows = [f'{layer if layer.isalpha() else chr(34) + layer + chr(34)} = {floor}' for layer, floor in floors.items()]
        parts.append("\n".join(["", f"[{corpus}]", f'digest = "{seal}"', f"[{corpus}.floors]", *rows, ""]))
    FLOORS.write_text("".join(parts), encoding="utf-8")
    told = row(kept()["dev"].floors)
    for page in FRONT:
        page.write_text(ROW.sub(told, page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()

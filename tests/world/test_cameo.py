"""The crosswalk to CAMEO against the table that PLOVER published: where it departs is told in the data and on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.errors import PackError
from rawi.lang.pack import load
from rawi.world import codetable
from rawi.world.cameo import crosswalk
from rawi.world.tables import DATA

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT.parent / "shared" / "reference" / "plover" / "CAMEO2PLOVER-2021.txt"
PAGE = ROOT / "docs" / "reference" / "cameo.md"
Entry = tuple[str, str | None, str | None]


def published() -> dict[str, list[tuple[str, str, set[str]]]]:
    """Code → what it becomes: type, mode and contexts."""
    table: dict[str, list[tuple[str, str, set[str]]]] = {}
    for line in PUBLISHED.read_text(encoding="utf-8").splitlines():
        code, colon, rest = line.partition("#")[0].partition(":")
        cells = [cell.strip() for cell in rest.split(",")]
        if colon and len(cells) == 3:
            table.setdefault(code.strip(), []).append((cells[0], cells[1], {one.strip() for one in cells[2].split(";")}))
    return table


def departures() -> set[Entry]:
    return {(one.type, one.mode, one.context) for one in crosswalk().departures}


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published table of ../shared/reference is not here")
def test_every_code_leads_back_or_is_told_as_a_departure() -> None:
    table, strange = published(), set[Entry]()
    assert len(table) > 200
    for (type, mode, context), code in crosswalk().entries().items():
        assert code in table, f"{code} is no code of the published table"
        if not any(type == one and (mode or "") == how and (context is None or context in why) for one, how, why in table[code]):
            strange.add((type, mode, context))
    assert strange - departures() == set(), "depart from the published table, and cameo.toml does not tell them"
    assert departures() - strange == set(), "are told as departures, but the published table has them so"


def test_each_departure_is_told_once_with_its_reason() -> None:
    assert len(departures()) == len(crosswalk().departures)
    assert all(one.why.endswith(".") and len(one.why) > 40 for one in crosswalk().departures)


def test_the_page_tells_where_it_departs_and_why() -> None:
    codes, page = crosswalk().entries(), PAGE.read_text(encoding="utf-8")
    told = [(d.type, f"`{d.mode}`" if d.mode else "", codes[d.type, d.mode, d.context], d.why) for d in crosswalk().departures]
    rows = [f"| `{type}` | {mode} | {code} | {why} |" for type, mode, code, why in told]
    assert [line for line in page.splitlines() if line in rows] == rows
    events = load().sources.events
    general = sorted({f"`{k.type}` `{k.mode}`" for k in events.kind if k.mode and k.mode not in crosswalk().modes.get(k.type, {})})
    assert f"These have the code of their type: {', '.join(general)}." in page


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('mode = "withdraw"\nwhy', 'mode = "fly"\nwhy', r"cameo\.toml: the departure of RETREAT fly is of no entry"),
        ('phone = "041"', 'phone = "call"', r"cameo\.toml: .*\$\.modes"),
        ('type = "RETREAT"\n', 'type = "RETREAT"\nbecause = "so"\n', r"cameo\.toml: .*because"),
    ],
)
def test_a_broken_crosswalk_is_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, told: str) -> None:
    text = Path(DATA, "cameo.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "cameo.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(codetable, "DATA", tmp_path)
    crosswalk.cache_clear()
    with pytest.raises(PackError, match=told):
        crosswalk()

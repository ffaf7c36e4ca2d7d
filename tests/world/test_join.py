"""A world of one's own, laid over the one that comes with Rawi."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.errors import PackError
from rawi.lang.pack import load, phrase_keys
from rawi.model import Record
from rawi.reader import read
from rawi.world.join import joined
from rawi.world.schema import Person, Place

HEAD = "names\tshort\tenglish\tgender\tid\tcountry\tsector\toffices"


def biden(**fields: object) -> Person:
    given: dict[str, object] = {"names": ("جو بايدن",), "short": ("بايدن",), "english": "Joe Biden", "gender": "m", "country": "USA"}
    return Person(**{**given, "sector": "GOV", **fields})  # type: ignore[arg-type]


def both(low: Person, high: Person) -> Person:
    ((row, by),) = joined([low], [high])
    assert by is high
    return row


def test_names_and_ids_are_added_the_lower_ones_first() -> None:
    row = both(biden(), biden(names=("جوزيف بايدن", "جو بايدن"), id="Q6279", sector="ELI"))
    assert (row.names, row.short, row.id, row.sector) == (("جو بايدن", "جوزيف بايدن"), ("بايدن",), "Q6279", "GOV")


def test_one_thing_is_known_by_its_id_under_another_name() -> None:
    assert both(biden(id="Q6279"), biden(id="Q6279", english="Joseph Biden")).english == "Joe Biden"
    assert len(list(joined([biden()], [biden(english="Jill Biden")]))) == 2


def test_a_doubt_stays_and_a_rule_gives_way_to_words() -> None:
    assert both(biden(short=("بايدن?",)), biden()).short == ("بايدن?",)
    assert both(biden(short=("بايدن",)), biden(short=("?",))).short == ("بايدن",)
    assert both(biden(short=("-",)), biden(short=("بايدن",))).short == ("بايدن",)
    assert both(biden(short=("-",)), biden(short=("?",))).short == ("-",)
    assert both(biden(short=()), biden(short=("?",))).short == ()


def test_an_office_gets_its_end() -> None:
    low = biden(offices=("president@USA:2021-01-20..", "vice-president@USA:2009..2017"))
    row = both(low, biden(offices=("president@USA:2021..2025-01-20", "head@un:2026..")))
    assert row.offices == ("vice-president@USA:2009..2017", "president@USA:2021..2025-01-20", "head@un:2026..")


def test_a_place_is_no_person() -> None:
    town = Place(names=("بايدن",), english="Joe Biden", sort="city", country="USA")
    ((row, _),) = joined([biden()], [town])
    assert row == biden()


def test_a_name_of_ones_own_is_read(tmp_path: Path) -> None:
    world = tmp_path / "mine"
    world.mkdir()
    (world / "persons.tsv").write_text(
        f"{HEAD}\nقدري المنسف\t-\tQadri Mansaf\tm\tQ999999999\tJOR\tGOV\tenvoy@JOR:2015..\n", encoding="utf-8"
    )
    lang = load(world=world)
    assert lang.world.version.endswith("+mine")
    assert lang.world.named(phrase_keys(lang.split, "باراك أوباما"))
    record = read("قال قدري المنسف إن الاجتماع تأجل.", world=world)
    assert isinstance(record, Record)
    assert ("Q999999999", "JOR GOV") in {(one.id, one.code) for one in record.entities}
    assert "+mine" in record.made_by.world
    plain = read("قال قدري المنسف إن الاجتماع تأجل.")
    assert isinstance(plain, Record)
    assert "Q999999999" not in {one.id for one in plain.entities}


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no table of a world"):
        load(world=tmp_path)


def test_a_fault_names_the_folder_and_line(tmp_path: Path) -> None:
    world = tmp_path / "bad"
    world.mkdir()
    (world / "persons.tsv").write_text(f"{HEAD}\nقدري المنسف\t\tQadri Mansaf\tm\t\tJOR\tGOV\tking@XXX\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"bad/persons\.tsv:2: no state or body has the key 'XXX'"):
        load(world=world)

"""What cannot be compiled is refused with its place; what can hardly be meant is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.errors import PackError
from rawi.world import build
from rawi.world.check import check, doubts
from rawi.world.tables import load_tables
from tests.world.made import small_world

STATES = "\n".join((
    "EGY\tEG\tQ79\tمصر\t\tf\tمصري\t\tالقاهرة\tEgypt",
    "SYR\tSY\tQ858\tسوريا\t\tf\tسوري\t\tدمشق\tSyria",
))  # fmt: skip
UN = "un\tQ1065\tالأمم المتحدة\t\t\tUnited Nations\torganization\tf\t\tIGO UNO"


def told(folder: Path) -> list[str]:
    tables = load_tables(folder)
    named = list(build.things(tables))
    check(tables, named)
    return list(doubts(tables, named))


def mubarak(offices: str = "", names: str = "حسني مبارك", english: str = "Hosni Mubarak", item: str = "", country: str = "EGY") -> str:
    return f"{names}\t\t{english}\tm\t{item}\t{country}\tELI\t{offices}"


def test_a_good_world_has_nothing_to_tell(tmp_path: Path) -> None:
    persons = "\n".join(
        (mubarak("president@EGY:1981-10-14..2011-02-11"), mubarak("president@EGY:2012-06-30..", "محمد مرسي", "Mohamed Morsi"))
    )
    assert told(small_world(tmp_path / "w", states=STATES, organisations=UN, persons=persons)) == []


def test_a_full_name_can_be_in_doubt(tmp_path: Path) -> None:
    tables = load_tables(small_world(tmp_path / "w", states=STATES, persons=mubarak(names="محمد إبراهيم?|اللواء محمد إبراهيم")))
    *_, person = build.things(tables)
    assert person.thing.name == "محمد إبراهيم"
    assert {("محمد إبراهيم", "weak"), ("اللواء محمد إبراهيم", "name")} <= set(person.names)


@pytest.mark.parametrize(
    ("tables", "what"),
    [
        ({"persons": mubarak("president@FRA:2000..")}, "persons.tsv:2: no state or body has the key 'FRA'"),
        ({"persons": mubarak("pharaoh@EGY")}, "codes.toml knows no office 'pharaoh'"),
        ({"persons": mubarak("president of Egypt")}, "is no office@of:since..until"),
        ({"persons": mubarak(country="FRA")}, "states.tsv knows no country 'FRA'"),
        ({"persons": mubarak() + "\n" + mubarak(names="محمد حسني مبارك")}, "persons.tsv:3: hosni-mubarak is حسني مبارك already"),
        ({"persons": mubarak(item="Q79")}, "Q79 is مصر already"),
        ({"persons": mubarak(item="79")}, "persons.tsv:2"),
        ({"organisations": UN.replace("organization", "club")}, "codes.toml knows no sort 'club'"),
        ({"organisations": UN.replace("IGO UNO", "IGO XYZ")}, "codes.toml knows no code 'IGO XYZ'"),
        ({"organisations": UN.replace("IGO UNO", "XYZ")}, "'XYZ' is neither a country nor IGO"),
        ({"organisations": UN + "\tmore"}, "11 cells under 10 columns"),
        ({"organisations": UN.replace("un\t", "U N\t", 1)}, "organisations.tsv:2"),
        ({"treaties": "article-5\t\tالبند الخامس?\tArticle 5\tm\tnato"}, "treaties.tsv:2: no state or body has the key 'nato'"),
        ({"metonyms": "الكرملين\tRUS"}, "metonyms.tsv:2: no state or body has the key 'RUS'"),
    ],
)
def test_what_does_not_hold_is_refused(tmp_path: Path, tables: dict[str, str], what: str) -> None:
    with pytest.raises(PackError) as raised:
        told(small_world(tmp_path / "w", states=STATES, **tables))
    assert what in str(raised.value)
    assert raised.value.where


def test_one_name_of_two_is_told_after_folding(tmp_path: Path) -> None:
    persons = mubarak(names="أحمد نظيف", english="Ahmed Nazif") + "\n" + mubarak(names="احمد نظيف", english="Ahmed Nazif the other")
    (doubt,) = told(small_world(tmp_path / "w", states=STATES, persons=persons))
    assert "ahmed-nazif and ahmed-nazif-the-other" in doubt or "ahmed-nazif-the-other and ahmed-nazif" in doubt
    apart = mubarak(names="أحمد نظيف", english="Ahmed Nazif") + "\n" + mubarak(names="أحمد نظيف", english="Ahmed N", country="SYR")
    assert told(small_world(tmp_path / "v", states=STATES, persons=apart)) == []


@pytest.mark.parametrize(
    ("first", "second", "at_once"),
    [
        ("president@EGY:2000..2011-02-11", "president@EGY:2011-02..2012", False),
        ("president@EGY:2000..2011", "president@EGY:2010..2012", True),
        ("president@EGY:2000..", "president@EGY:2012-06..", True),
        ("president@EGY:2000..2011", "president@SYR:2000..", False),
        ("president@EGY:..2011-02", "president@EGY:2011-02-12..", False),
        ("ambassador@EGY:2000..", "ambassador@EGY:2001..", False),
        ("president@EGY", "president@EGY:2012..2013", True),
    ],
)
def test_two_holders_of_one_post_are_told(tmp_path: Path, first: str, second: str, at_once: bool) -> None:
    persons = mubarak(first) + "\n" + mubarak(second, "محمد مرسي", "Mohamed Morsi")
    assert bool(told(small_world(tmp_path / "w", states=STATES, persons=persons))) is at_once


def test_an_office_that_ends_before_it_begins_is_told(tmp_path: Path) -> None:
    (doubt,) = told(small_world(tmp_path / "w", states=STATES, persons=mubarak("member@EGY:2011..2000")))
    assert doubt == "persons.tsv:2: member@EGY ends before it begins"


def test_a_file_that_is_missing_or_no_table_is_told(tmp_path: Path) -> None:
    folder = small_world(tmp_path / "w", states=STATES)
    (folder / "codes.toml").write_text("[sectors", encoding="utf-8")
    with pytest.raises(PackError, match=r"codes\.toml"):
        load_tables(folder)
    (folder / "persons.tsv").write_bytes(b"names\xff\n")
    with pytest.raises(PackError, match=r"persons\.tsv"):
        load_tables(folder)
    (folder / "persons.tsv").unlink()
    with pytest.raises(PackError, match=r"persons\.tsv.*Every world has this file"):
        load_tables(folder)

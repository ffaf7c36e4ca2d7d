"""The dump's lines: what is read of an entity, and what is told of a line that is none."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path

import pytest

from rawi.errors import SourceError
from rawi.world import wikidata
from rawi.world.wikidata import Claims, Entity, Line, items, lines
from tests.world.made import claim, dumped, entity, moment, person, snak

SISI = person("Q307", "عبد الفتاح السيسي", "Abdel Fattah el-Sisi", "السيسي", state="Q79", P39=[claim(snak("P39", "Q1"), P580="2014-06-08")])


def only(dump: Path) -> Entity:
    (found,) = (line.entity for line in lines(dump) if line.entity)
    return found


@pytest.mark.parametrize(("suffix", "packed"), [(".json", bytes), (".json.gz", gzip.compress), (".json.bz2", bz2.compress)])
def test_a_dump_is_read_plain_and_packed(tmp_path: Path, suffix: str, packed: type) -> None:
    dump = tmp_path / f"dump{suffix}"
    dump.write_bytes(packed(dumped([SISI]).encode()))
    found = only(dump)
    assert (found.id, found.arabic, found.english) == ("Q307", ("عبد الفتاح السيسي", "السيسي"), "Abdel Fattah el-Sisi")
    assert items(found.said.citizenships) == ["Q79"]


def test_broken_lines_are_told_with_their_number_and_the_rest_is_read(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json"
    broken = ('{"id": "Q2", "labels": {"ar":', '{"id": 3, "labels": {"ar": 4}}', "words")
    text = dumped([SISI, SISI], *broken).encode()
    dump.write_bytes(text.replace(b"words", b'words,\n{"ar": "\xff"}'))
    found = list(lines(dump))
    assert [line.number for line in found if line.fault] == [3, 4, 5, 6]
    assert sum(line.entity is not None for line in found) == 2
    assert found[2].fault == "no whole JSON object"


def test_who_has_no_arabic_name_is_not_looked_into(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json"
    plain = json.dumps({"id": "Q5", "labels": {"en": {"language": "en", "value": "x"}}, "claims": 7})
    dump.write_text(f"[\n{plain}\n]\n", encoding="utf-8")
    assert list(lines(dump)) == [Line(1), Line(2), Line(3)]


def test_empty_lists_stand_for_maps(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json"
    dump.write_text(dumped([entity("Q9", "شيء", None, {})]), encoding="utf-8")
    assert (only(dump).said, only(dump).english) == (Claims(), None)


def test_what_is_wrong_or_unknown_counts_for_nothing(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json"
    nobody = {"mainsnak": {"snaktype": "somevalue", "property": "P27"}, "type": "statement", "rank": "normal"}
    states = [claim(snak("P27", "Q1"), "deprecated"), nobody, claim(snak("P27", "Q2")), claim(snak("P27", "Q3"), "preferred")]
    dump.write_text(dumped([entity("Q9", "شخص", "x", {"P27": states})]), encoding="utf-8")
    assert items(only(dump).said.citizenships) == ["Q3", "Q2"]


@pytest.mark.parametrize("day", ["2015-01-23", "2015-01", "2015"])
def test_days_are_as_exact_as_they_are_told(tmp_path: Path, day: str) -> None:
    dump = tmp_path / "dump.json"
    dump.write_text(dumped([entity("Q9", "شخص", "x", {"P570": [claim(moment("P570", day))]})]), encoding="utf-8")
    assert only(dump).said.deaths[0].mainsnak.value.day == day


def test_old_dumps_give_numbers_of_items(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json"
    old = snak("P27", "Q79")
    del old["datavalue"]["value"]["id"]
    dump.write_text(dumped([entity("Q9", "شخص", "x", {"P27": [claim(old)]})]), encoding="utf-8")
    assert items(only(dump).said.citizenships) == ["Q79"]


def test_a_line_without_end_does_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wikidata, "_LONGEST", 4096)
    dump = tmp_path / "dump.json"
    dump.write_text("[\n{" + "x" * 20_000 + "\n" + dumped([SISI])[2:], encoding="utf-8")
    assert [line.number for line in lines(dump) if line.fault] == [2]
    assert only(dump).id == "Q307"


def test_a_dump_cut_short_or_not_there_is_told(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json.gz"
    dump.write_bytes(gzip.compress(dumped([SISI] * 50).encode())[:-40])
    with pytest.raises(SourceError, match="whole dump"):
        list(lines(dump))
    with pytest.raises(SourceError, match=r"none\.json"):
        list(lines(tmp_path / "none.json"))

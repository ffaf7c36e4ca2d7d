"""From a Wikidata dump to a world that is read with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rawi.cli.main import run
from rawi.errors import UsageError
from rawi.lang.pack import load, phrase_keys
from rawi.model import Record
from rawi.reader import read
from rawi.world.grow import guide, narrowed
from rawi.world.tables import DATA, load_tables
from tests.world.made import Json, claim, dumped, entity, moment, person, snak

JORDAN, PARTY, CITY = "Q810", "Q7278", "Q515"


def office(item: str, label: str, of: str = JORDAN) -> Json:
    return entity(item, None, label, {"P1001": [claim(snak("P1001", of))]})


def held(*posts: tuple[str, dict[str, str]]) -> list[Json]:
    return [claim(snak("P39", item), **days) for item, days in posts]


POSTS = held(
    ("Q92001", {"P580": "2015-03-02", "P582": "2016"}), ("Q92002", {"P580": "2017-05"}), ("Q92001", {}), ("Q92009", {"P580": "2001"})
)  # fmt: skip
NAMES = ("قدري بن سالم المنسف (سياسي)", "Qadri", "أبو|خط", "المنسف")
MANSAF = person("Q91001", "قدري المنسف", "Qadri Mansaf", *NAMES, state=JORDAN, P39=POSTS)
ENTITIES = [
    MANSAF,
    office("Q92001", "Minister of Foreign Affairs of Jordan"),
    office("Q92002", "Prime Minister of Jordan"),
    entity("Q93001", "حزب الكنافة", "Kanafeh Party", {"P31": [claim(snak("P31", PARTY))], "P17": [claim(snak("P17", JORDAN))]}),
    entity("Q94001", "تل المنسف", "Tell Mansaf", {"P31": [claim(snak("P31", CITY))], "P17": [claim(snak("P17", JORDAN))]}),
    person("Q91002", "لاعب المنتخب", "Some Player", state=JORDAN, work="Q937857"),
    person("Q91003", "وزير قديم", "Old Minister", state=JORDAN, P570=[]),
    person("Q91004", "بلا بلد معروف", "Nowhere Man", state="Q999"),
    entity("Q95001", "نهر", "River", {"P31": [claim(snak("P31", "Q4022"))]}),
]


def build(tmp_path: Path, entities: list[Json], *options: str, broken: tuple[str, ...] = ()) -> tuple[int, Path]:
    dump, world = tmp_path / "dump.json", tmp_path / "world"
    dump.write_text(dumped(entities, *broken), encoding="utf-8")
    return run(["world", "build", str(dump), "-o", str(world), *options]), world


def rows(world: Path, table: str) -> list[list[str]]:
    lines = (world / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def test_people_come_with_names_and_offices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, world = build(tmp_path, ENTITIES)
    assert code == 0
    assert capsys.readouterr().out == f"{world}: 1 parties, 2 persons, 1 places\n"
    first, _ = rows(world, "persons")
    offices = "foreign-minister@JOR:2015-03-02..2016|prime-minister@JOR:2017-05.."
    assert first == ["قدري المنسف|قدري بن سالم المنسف", "?", "Qadri Mansaf", "m", "Q91001", "JOR", "GOV", offices]
    assert rows(world, "parties") == [["kanafeh-party", "Q93001", "حزب الكنافة", "", "", "Kanafeh Party", "party", "m", "JOR", "JOR PTY"]]
    assert rows(world, "places") == [["تل المنسف", "", "Tell Mansaf", "city", "JOR", "Q94001"]]


def test_what_is_grown_is_read_with(tmp_path: Path) -> None:
    _, world = build(tmp_path, ENTITIES)
    lang = load(world=world)
    holders = lang.world.holders("prime-minister", "JOR", "2017-08-01")
    assert "Q91001" in {lang.world.thing(number).id for number in holders}
    record = read("أعلن حزب الكنافة أن قدري المنسف وصل إلى تل المنسف.", world=world)
    assert isinstance(record, Record)
    assert {"Q93001", "Q91001"} <= {one.id for one in record.entities}


def test_a_position_may_be_told_after_its_holder_and_death_ends_it(tmp_path: Path) -> None:
    dead = person(
        "Q91010",
        "راحل المنسف",
        "Late Mansaf",
        state=JORDAN,
        P39=held(("Q92002", {"P580": "1999"})),
        P570=[claim(moment("P570", "2003-04-05"))],
    )
    _, world = build(tmp_path, [dead, office("Q92002", "Prime Minister of Jordan")])
    assert rows(world, "persons")[0][-1] == "prime-minister@JOR:1999..2003-04-05"


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("President of Jordan", "president"),
        ("president of the Jordan", "president"),
        ("President of the Jordan Football Association", ""),
        ("Deputy Prime Minister of Jordan", "deputy-prime-minister"),
        ("King of Jordan", "king"),
        ("Minister of Defense of Jordan", "defence-minister"),
        ("Minister of Tourism of Jordan", "minister"),
        ("Ambassador of Jordan to Egypt", "ambassador"),
        ("member of the Parliament of Jordan", ""),
        ("Mayor of Amman", "governor"),
    ],
)  # fmt: skip
def test_offices_are_told_by_their_english_words(tmp_path: Path, label: str, found: str) -> None:
    one = person("Q91001", "قدري المنسف", "Qadri Mansaf", state=JORDAN, P39=held(("Q92001", {"P580": "2015"})))
    _, world = build(tmp_path, [one, office("Q92001", label)])
    assert rows(world, "persons")[0][7] == (f"{found}@JOR:2015.." if found else "")


def test_every_office_of_the_guide_is_one() -> None:
    codes = load_tables(DATA).codes
    wanted = guide()
    assert wanted.offices.keys() <= codes.offices.keys()
    assert set(wanted.occupations.values()) <= codes.sectors.keys()
    for table, sort, sector in wanted.classes.values():
        assert (DATA / f"{table}.tsv").exists()
        assert sort in (codes.places if table == "places" else codes.bodies)
        assert not sector or sector in codes.sectors


def test_a_stranger_of_a_known_name_stays_a_stranger(tmp_path: Path) -> None:
    """The world knows a Mohamed Ibrahim of Egypt: another gets his own key, and what is the same person is joined."""
    other = person("Q96001", "محمد إبراهيم", "Mohamed Ibrahim", state=JORDAN)
    same = person("Q96002", "محمد إبراهيم", "Mohamed Ibrahim", state="Q79")
    _, world = build(tmp_path, [other, same])
    assert [row[2] for row in rows(world, "persons")] == ["Mohamed Ibrahim (Q96001)", "Mohamed Ibrahim"]
    lang = load(world=world)
    found = {lang.world.thing(name.thing).id for name in lang.world.named(phrase_keys(lang.split, "محمد إبراهيم"))}
    assert found >= {"Q96001", "Q96002"}


def test_what_wikidata_and_the_world_know_is_one_thing(tmp_path: Path) -> None:
    biden = person("Q6279", "جو بايدن", "Joseph Biden", "جوزيف روبينيت بايدن", state="Q30")
    _, world = build(tmp_path, [biden])
    lang = load(world=world)
    (name,) = {name.thing for name in lang.world.named(phrase_keys(lang.split, "جوزيف روبينيت بايدن"))}
    assert (lang.world.thing(name).key, lang.world.thing(name).name_en) == ("joe-biden", "Joe Biden")


def test_broken_lines_are_told_and_the_rest_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, world = build(tmp_path, ENTITIES, broken=tuple(['{"id": "Q1", "labels": {"ar":'] * 7))
    out, err = capsys.readouterr()
    assert code == 3
    assert "2 persons" in out
    assert err.count("no whole JSON object") == 5
    assert "7 lines of" in err
    assert len(rows(world, "persons")) == 2


def test_occupations_and_classes_can_be_chosen(tmp_path: Path) -> None:
    _, world = build(tmp_path, ENTITIES, "--occupation", "Q937857=CVL", "--class", "Q4022=water")
    assert [row[6] for row in rows(world, "persons")] == ["CVL"]
    assert not (world / "places.tsv").exists()  # the river is in no state


@pytest.mark.parametrize("item", ["Q1", "water", "Q1=lake", "Q937857"])
def test_an_item_that_says_nothing_is_told(item: str) -> None:
    with pytest.raises(UsageError):
        narrowed(guide(), [], [item])


def test_who_died_long_ago_is_left_out(tmp_path: Path) -> None:
    old = person("Q91011", "وزير عثماني", "Ottoman Minister", state=JORDAN, P570=[claim(moment("P570", "1911"))])
    _, world = build(tmp_path, [old, MANSAF])
    assert [row[4] for row in rows(world, "persons")] == ["Q91001"]
    (tmp_path / "again").mkdir()
    _, world = build(tmp_path / "again", [old, MANSAF], "--since", "1900")
    assert len(rows(world, "persons")) == 2


def test_a_world_of_ones_own_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, world = tmp_path / "mine", tmp_path / "world"
    mine.mkdir()
    head = "names\tshort\tenglish\tgender\tid\tcountry\tsector\toffices"
    (mine / "persons.tsv").write_text(f"# mine\n{head}\nقدري المنسف\t-\tQadri Mansaf\tm\t\tJOR\tGOV\tking@JOR:2010..\n", encoding="utf-8")
    assert run(["world", "build", str(mine), "-o", str(world)]) == 0
    out, err = capsys.readouterr()
    assert out == f"{world}: 1 persons\n"
    assert "are king@JOR at once" in err
    (mine / "persons.tsv").write_text(f"{head}\nقدري المنسف\t-\tQadri Mansaf\tm\t\tJOR\tXYZ\t\n", encoding="utf-8")
    assert run(["world", "build", str(mine), "-o", str(tmp_path / "other")]) == 4
    assert "mine/persons.tsv:2" in capsys.readouterr().err


def test_nothing_is_written_over_and_nothing_comes_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path, ENTITIES)
    code, _ = build(tmp_path, ENTITIES)
    assert code == 2
    assert "there is something already" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    code, _ = build(tmp_path / "empty", [])
    assert code == 3
    assert "nothing in it that a world can use" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["read", "FILE", "--format", "json"], ["explain", "FILE"], ["evaluate", "GOLD"]])
def test_every_reading_command_takes_a_world(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[Any]) -> None:
    _, world = build(tmp_path, ENTITIES)
    (tmp_path / "a.txt").write_text("لقاء في عمان\nقال قدري المنسف إن الاجتماع تأجل.", encoding="utf-8")
    (tmp_path / "a.gold.json").write_text("{}", encoding="utf-8")
    capsys.readouterr()
    given = [{"FILE": str(tmp_path / "a.txt"), "GOLD": str(tmp_path)}.get(word, word) for word in command]
    assert run([*given, "--world", str(world)]) == 0
    told = {"read": "Q91001", "explain": "قدري المنسف", "evaluate": "1 articles"}[command[0]]
    assert told in capsys.readouterr().out
    assert run([*given, "--world", str(tmp_path / "nowhere")]) == 2

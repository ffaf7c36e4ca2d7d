"""The world that comes with Rawi holds: as data, as an artifact, and in what the issue asked of it."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from rawi.lang.pack import load, phrase_keys
from rawi.text.fold import fold
from rawi.world import build
from rawi.world.build import Named
from rawi.world.check import check, doubts
from rawi.world.tables import DATA, FILES, Tables, load_tables
from rawi.world.world import World

LARGEST = 8 * 1024 * 1024


@cache
def world() -> tuple[Tables, list[Named]]:
    tables = load_tables()
    return tables, list(build.things(tables))


def test_it_can_be_compiled_and_means_what_it_says() -> None:
    check(*world())
    assert list(doubts(*world())) == []


def test_single_posts_are_offices() -> None:
    codes = world()[0].codes
    assert set(codes.single) <= codes.offices.keys()


def test_it_is_as_large_as_news_needs() -> None:
    tables, _ = world()
    counts = {name: len(getattr(tables, name)) for name in ("states", "bodies", "outlets", "persons", "places", "treaties", "metonyms")}
    least = {"states": 200, "bodies": 800, "outlets": 120, "persons": 2500, "places": 1500, "treaties": 100, "metonyms": 20}
    assert all(counts[name] >= count for name, count in least.items()), counts


def test_the_page_tells_every_table_and_column() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "world.md").read_text(encoding="utf-8")
    for name, (kind, _) in FILES.items():
        (line,) = (line for line in page.splitlines() if line.startswith(f"| `{name}`"))
        assert "the same" in line or f"`{' '.join(columns(name))}`" in line
        assert set(columns(name)) == set(kind.__struct_fields__)


def columns(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line and not line.startswith("#")).split("\t")


def test_no_row_says_a_name_twice() -> None:
    twice = []
    for _, _, row in world()[1]:
        for cell in (row.names, getattr(row, "short", ())):  # type: ignore[attr-defined]
            twice += [word for word, count in Counter(map(fold, (w.removesuffix("?") for w in cell))).items() if count > 1]
    assert twice == []


def test_every_arab_state_has_its_leaders_since_2000() -> None:
    tables, named = world()
    told = {(o.office, o.of) for one in named for o in one.thing.offices if (o.until or "9999") >= "2001"}
    for state in tables.grammar.arabic:
        if state != "ESH":  # a territory
            assert any((office, state) in told for office in ("president", "king", "emir", "sultan", "leader")), state
            assert ("foreign-minister", state) in told, state


def test_who_holds_an_office_is_told_by_the_day() -> None:
    found = load().world
    for day, name in (("2018-05-08", "Donald Trump"), ("2021-12-09", "Joe Biden"), ("2009-06-04", "Barack Obama")):
        assert [found.thing(n).name_en for n in found.holders("president", "USA", day)] == [name]
    assert [found.thing(n).name_en for n in found.holders("foreign-minister", "SAU", "2015-08-01")] == ["Adel al-Jubeir"]


@pytest.mark.parametrize("spelled", ["ستولتنبرغ", "ستولتنبرج", "شتولتنبرغ", "ينس ستولتنبرج"])
def test_spellings_in_use_are_known(spelled: str) -> None:
    lang = load()
    found = {lang.world.thing(name.thing).name_en for name in lang.world.named(phrase_keys(lang.split, spelled))}
    assert "Jens Stoltenberg" in found


@pytest.mark.parametrize(("words", "key"), [("الكرملين", "RUS"), ("قصر الإليزيه", "FRA"), ("داونينغ ستريت", "GBR"), ("أنقرة", "TUR")])
def test_governments_have_metonyms(words: str, key: str) -> None:
    lang = load()
    names = lang.world.named(phrase_keys(lang.split, words))
    assert key in {lang.world.thing(name.thing).key for name in names if name.form == "metonym"}


def test_words_of_every_day_are_weak_as_names() -> None:
    lang = load()
    for word in ("عالية", "مالية", "أفاد", "سيول", "الشرع", "تراس", "الكمين", "مشار"):
        assert {name.form for name in lang.world.named(phrase_keys(lang.split, word))} <= {"weak", "metonym"}, word


def test_names_of_persons_in_arabic_take_no_foreign_letter() -> None:
    lang = load()
    assert lang.world.named(phrase_keys(lang.split, "غسان سلامة"))
    assert not lang.world.named(phrase_keys(lang.split, "جسان سلامة"))


def test_the_compiled_world_is_small() -> None:
    lang = load()
    tables, named = world()
    made = build.compiled(tables, named, lambda phrase: phrase_keys(lang.split, phrase))
    assert len(made) < LARGEST


def test_opening_it_decodes_nothing() -> None:
    load()  # so that it is compiled
    begin = time.process_time()
    _, seal = World.words(None)
    assert time.process_time() - begin < 0.2  # a fingerprint of the files; no row is read
    assert seal
    lang = load()
    assert isinstance(lang.world, World)
    assert len(lang.world._seen) < len(lang.world) / 2  # only what other tests of this process have asked for


def test_a_process_reads_an_article_at_once() -> None:
    """Processor time, for the clock would tell how busy the machine is."""
    command = [sys.executable, "-c", "import rawi; print(bool(rawi.read('أعلن بايدن أن الاجتماع تأجل.')))"]
    assert min(_spent(command) for _ in range(4)) < 0.6  # the first run may compile


def _spent(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "True\n"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

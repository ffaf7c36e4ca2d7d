"""What holds of every record, whatever the article says: spans, chains and references are sound."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rawi
from rawi.model import Failure, Record, Statement

ROOT = Path(__file__).parents[2]
ARCHIVE = ROOT.parent / "shared" / "data" / "ant" / "articles.jsonl.gz"
SENTENCES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
COUNCIL = (ROOT / "examples" / "council.txt").read_text(encoding="utf-8")
DAY = "2021-12-09"

pages = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(lambda some: "\n".join(some))
"""Pages of sentences that newspapers might join."""
WORDS = [*" ".join(SENTENCES).split(" "), "\n", "«", "»", '"', ":", "،", ".", "؟"]
scraps = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
"""Words of the news in an order that no newspaper would print."""


def read(text: str) -> Record:
    found = rawi.read(text, published=DAY)
    assert isinstance(found, Record), found
    return found


# What holds of every record


def structs(item: Any) -> Iterator[msgspec.Struct]:
    """A struct and all structs inside it."""
    if isinstance(item, msgspec.Struct):
        yield item
        for name in item.__struct_fields__:
            yield from structs(getattr(item, name))
    elif isinstance(item, tuple):
        for one in item:
            yield from structs(one)


def check_spans(record: Record) -> None:
    """Every span lies in the text, is not empty, and slices the words it says."""
    text = record.article.text
    for one in structs(record):
        if hasattr(one, "start"):
            assert 0 <= one.start < one.end <= len(text), one  # type: ignore[attr-defined]
            assert getattr(one, "text", text[one.start : one.end]) == text[one.start : one.end], one  # type: ignore[attr-defined]


def check_references(record: Record) -> None:
    """Every id and index that is spoken of is there, and ids are used once."""
    entities, statements = [one.id for one in record.entities], [one.id for one in record.statements]
    for ids in (entities, statements, [one.id for one in record.events]):
        assert len(ids) == len(set(ids))
    for said in record.statements:
        assert {link.entity for link in said.chain} | {said.addressee} - {None} <= set(entities)
        assert said.parent is None or said.parent in statements
        assert said.time is None or said.time in range(len(record.times))
    for event in record.events:
        assert {*event.actors, *event.recipients} | {event.place} - {None} <= set(entities)
        assert event.vouched_by is None or event.vouched_by in statements
        assert event.time is None or event.time in range(len(record.times))
        assert set(event.quantities) <= set(range(len(record.quantities)))
    assert {one.agency for one in record.strands} - {None} <= set(entities)


def check_chains(record: Record) -> None:
    """Carriers come before the one speaker; a nested statement lies in its parent, and its chain goes on from its parent's."""
    by_id = {one.id: one for one in record.statements}
    for said in record.statements:
        roles = [link.role for link in said.chain]
        assert roles == ["carrier"] * (len(roles) - 1) + ["speaker"] * bool(roles), said
        assert said.content, said
        if said.parent:
            above = by_id[said.parent]
            handed = [link.entity for link in above.chain]
            assert [link.entity for link in said.chain][: len(handed)] == handed, (above, said)
            assert inside(said, above), (above, said)
        seen = {said.id}
        while said.parent:
            said = by_id[said.parent]
            assert said.id not in seen, "statements that lie in each other"
            seen.add(said.id)


def inside(inner: Statement, outer: Statement) -> bool:
    """Whether the content of one lies between the first and the last word of the other's."""
    return outer.content[0].start <= inner.content[0].start and inner.content[-1].end <= outer.content[-1].end


def check_order(record: Record) -> None:
    """Strands cover the page in order; content is told in order; times and quantities stand apart from each other."""
    text = record.article.text
    assert [one.start for one in record.strands] == [0, *(one.end for one in record.strands)][:-1]
    assert not record.strands or record.strands[-1].end == len(text)
    for said in record.statements:
        assert apart([(span.start, span.end) for span in said.content]), said
    assert apart([(one.start, one.end) for one in record.times])
    assert apart([(one.start, one.end) for one in record.quantities])


def apart(spans: list[tuple[int, int]]) -> bool:
    """Whether each span ends before the next begins."""
    return all(before[1] <= after[0] for before, after in pairwise(spans))


CHECKS: tuple[Callable[[Record], None], ...] = (check_spans, check_references, check_chains, check_order)


def check(record: Record) -> None:
    for one in CHECKS:
        one(record)


@pytest.mark.parametrize("text", [*SENTENCES, COUNCIL], ids=lambda text: text[:20])
def test_records_of_the_news_are_sound(text: str) -> None:
    check(read(text))


@settings(max_examples=60, deadline=None)
@given(st.one_of(pages, scraps))
def test_records_of_any_words_are_sound(text: str) -> None:
    found = rawi.read(text, published=DAY)
    if isinstance(found, Record):
        check(found)
    else:
        assert found.failure.stage == "article", found.failure.reason  # a scrap may hold no word; no stage falls


@pytest.mark.skipif(not ARCHIVE.exists(), reason="the articles of ../shared/data are not here")
def test_records_of_an_archive_are_sound() -> None:
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        for page in map(json.loads, islice(lines, 0, None, 8)):
            check(read(f"{page['title']}\n{page['text']}"))


# The same again, and as JSON


@settings(max_examples=25, deadline=None)
@given(st.one_of(pages, scraps))
def test_reading_twice_is_equal(text: str) -> None:
    assert rawi.read(text, published=DAY) == rawi.read(text, published=DAY)


def test_reading_does_not_hang_on_the_order_of_sets() -> None:
    command = [sys.executable, "-m", "rawi.cli.main", "read", "--why", "--format", "json", "--published", DAY, "examples/council.txt"]
    runs = [
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


@settings(max_examples=40, deadline=None)
@given(st.one_of(pages, scraps, st.text(max_size=40)))
def test_json_goes_out_and_comes_back(text: str) -> None:
    found = rawi.read(text, published=DAY)
    assert msgspec.json.decode(found.to_json(why=True), type=type(found)) == found
    if isinstance(found, Record):
        assert msgspec.json.decode(found.to_json(), type=Record) == found.without_why()
    else:
        assert isinstance(found, Failure)


def test_records_hold_to_their_schema() -> None:
    schema = msgspec.json.schema(Record)
    for text in [*SENTENCES, COUNCIL]:
        jsonschema.validate(json.loads(read(text).to_json(why=True)), schema)

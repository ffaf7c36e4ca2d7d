"""Statements: what holds of every one, whatever the article; single sentences stand in the pack's cases."""

from __future__ import annotations

import pytest

from rawi import read
from rawi.model import Record, Statement

NESTED = (
    "ونسبت وكالة أنباء «تاس» الروسية إلى أوشاكوف قوله: لقد قال «بايدن» إنه سيناقش المخاوف بين حلفائه، وأكد مجددا أن الرئيسين كلفا ممثليهما."
    " وأضاف أن «القمة كانت صريحة»، بحسب وكالة رويترز.\nوأعلن البيت الأبيض أن الاجتماع مقرر غدا، مشيرا إلى أن الوفد وصل."
)


@pytest.fixture(scope="module")
def record() -> Record:
    found = read(NESTED, published="2021-12-09")
    assert isinstance(found, Record)
    return found


def names(record: Record, statement: Statement) -> list[str]:
    called = {entity.id: entity.name for entity in record.entities}
    return [called[link.entity] for link in statement.chain]


def test_a_nested_chain_extends_its_parents(record: Record) -> None:
    by_id = {statement.id: statement for statement in record.statements}
    nested = [statement for statement in record.statements if statement.parent]
    assert nested
    for statement in nested:
        outer = [link.entity for link in by_id[statement.parent or ""].chain]
        assert [link.entity for link in statement.chain][: len(outer)] == outer


def test_the_whole_chain_is_told(record: Record) -> None:
    chains = [names(record, statement) for statement in record.statements]
    assert ["وكالة تاس", "يوري أوشاكوف", "جو بايدن"] in chains


def test_only_the_last_hand_speaks(record: Record) -> None:
    for statement in record.statements:
        assert [link.role for link in statement.chain] == ["carrier"] * (len(statement.chain) - 1) + ["speaker"]


def test_what_is_nested_lies_in_its_parent(record: Record) -> None:
    by_id = {statement.id: statement for statement in record.statements}
    for statement in record.statements:
        if statement.parent:
            outer = by_id[statement.parent].content
            assert all(any(o.start <= piece.start and piece.end <= o.end for o in outer) for piece in statement.content)


def test_statements_come_in_the_order_of_the_text(record: Record) -> None:
    starts = [statement.content[0].start for statement in record.statements]
    assert starts == sorted(starts)


def test_every_statement_says_what_made_it(record: Record) -> None:
    for statement in record.statements:
        assert isinstance(statement.why, tuple)
        assert statement.why[0].split(":")[0] in ("frame", "attribution", "headline", "free")


def test_content_has_no_complementizer_outer_marks_or_full_stop(record: Record) -> None:
    for statement in record.statements:
        for piece in statement.content:
            words = NESTED[piece.start : piece.end]
            assert not words.startswith(("أن ", "إن ", "بأن "))
            assert not words.endswith((".", "،"))
            if statement.kind == "direct":
                assert words[0] not in "«“"

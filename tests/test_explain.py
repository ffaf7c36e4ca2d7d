"""The tree: what it says, in which order, and that it draws in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
import pytest

from rawi.cli.tree import columns, draw
from rawi.explain import Branch, tree
from rawi.locale import labels
from rawi.model import Record

MARKS = re.compile("[\u200e\u200f\u2066-\u2069]|\x1b\\[[0-9;]*m")


def plain(record: Record, code: str = "ar", *, why: bool = False, width: int = 80) -> list[str]:
    """The lines of the tree without colours and marks of direction."""
    words = labels(code)
    return [MARKS.sub("", line) for line in draw(tree(record, words, why=why), words.direction, width)]


def all_parts(branches: Sequence[Branch]) -> Iterator[str]:
    for branch in branches:
        yield from (part.text for part in branch.parts)
        yield from all_parts(branch.branches)


def test_a_chain_is_told_carrier_first_and_inner_statements_hang_on_outer_ones(relayed: Record) -> None:
    lines = plain(relayed)
    at = lines.index("الأقوال (3)")
    assert lines[at + 1 : at + 10] == [
        "   • وكالة تاس ← أوشاكوف",
        "      قول · نقل بعضه حرفي · اللفظ: قوله · قيل: الأربعاء 8 ديسمبر 2021",
        "      إن بايدن أبلغه أن أكثر من 1000 جندي <عادوا> & أن «الباب مفتوح»",
        "      • وكالة تاس ← أوشاكوف ← بايدن",
        "         إفادة · نقل بالمعنى · اللفظ: أبلغه",
        "         أكثر من 1000 جندي <عادوا>",
        "      • وكالة تاس ← أوشاكوف",
        "         إضافة · نقل حرفي · بلا فعل قول",
        "         «الباب مفتوح»",
    ]


def test_every_layer_is_told(relayed: Record) -> None:
    lines = plain(relayed)
    assert lines[:2] == ["قمة جنيف", "الخبر · نُشر: الخميس 9 ديسمبر 2021"]
    for line in (
        "   تراجع · واقع · بايدن",
        "      عن: وكالة تاس ← أوشاكوف ← بايدن",
        "   أمس · الأربعاء 8 ديسمبر 2021 · 2021-12-08",
        "   أكثر من 1000 جندي · 1,000 أو أكثر · جندي · soldier",
        "   بايدن · شخص · Joe Biden · e3 · موضع واحد",
    ):
        assert line in lines, line


def test_the_tree_speaks_english_too(relayed: Record) -> None:
    lines = plain(relayed, "en")
    assert "   • وكالة تاس → أوشاكوف" in lines
    assert "         report · indirect · cue: أبلغه" in lines
    assert "   أمس · Wednesday 8 December 2021 · 2021-12-08" in lines


def test_rules_are_named_where_they_are_asked_for(relayed: Record) -> None:
    assert not any("frame:relay" in line for line in plain(relayed))
    lines = plain(relayed, why=True)
    assert "      القاعدة: frame:relay" in lines
    assert "      القاعدة: strand:published" in lines


@pytest.mark.parametrize("code", ["ar", "en"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_too_wide_and_each_says_its_direction(relayed: Record, code: str, width: int) -> None:
    words = labels(code)
    mark = "\u200f" if words.direction == "rtl" else "\u200e"
    for line in draw(tree(relayed, words, why=True), words.direction, width):
        assert columns(MARKS.sub("", line)) <= width
        assert not line or (line.lstrip(" ").startswith(mark) and line.endswith(mark))
        assert line.count("\u2066") + line.count("\u2067") == line.count("\u2069")


def test_latin_words_stand_in_isolates(relayed: Record) -> None:
    words = labels("ar")
    lines = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in draw(tree(relayed, words), words.direction, 80)]
    assert any("\u2066Joe Biden\u2069" in line for line in lines)
    assert any("\u20662021-12-08\u2069" in line for line in lines)


def test_an_article_cannot_steer_the_terminal(relayed: Record) -> None:
    article = msgspec.structs.replace(relayed.article, title="قمة\x1b[2J\u202eجنيف\u2067")
    lines = list(draw(tree(msgspec.structs.replace(relayed, article=article), labels("ar")), "rtl", 80))
    assert not any(mark in line for line in lines for mark in ("\x1b[2J", "\u202e"))
    assert "قمة[2Jجنيف" in MARKS.sub("", lines[0])


def test_a_record_with_loose_ends_is_told(relayed: Record) -> None:
    """Parents, entities and days that are not there: a record may come from elsewhere."""
    lost = msgspec.structs.replace(relayed.statements[1], parent="s99", chain=(), cue=None)
    article = msgspec.structs.replace(relayed.article, published=None, title=None, outlet=None)
    times = tuple(msgspec.structs.replace(time, value=None) for time in relayed.times)
    record = msgspec.structs.replace(relayed, statements=(lost,), entities=(), article=article, times=times)
    lines = plain(record)
    assert lines[0] == "بلا تاريخ نشر"
    assert "   • بلا قائل مسمّى" in lines
    assert "   أمس · غير محدد" in lines


def test_an_empty_record_is_told() -> None:
    from rawi import read

    record = read("صباح الخير")
    assert record
    assert plain(record)[0] == "بلا تاريخ نشر"


def test_columns_leave_out_vowel_signs() -> None:
    assert columns("نُشِرَ") == 3
    assert columns("中") == 2

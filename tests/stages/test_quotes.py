"""Quotations: pairs of marks of every make, nested, unbalanced, and across sentences."""

from __future__ import annotations

import pytest

from rawi.document import Document
from rawi.lang.pack import load
from rawi.model import Article
from rawi.pipeline import analyse


def read(text: str) -> Document:
    return analyse(Article(id="a", text=text, published="2021-12-09"), load())


def quoted(text: str) -> list[str]:
    """What stands between the marks of each quotation, in order of the opening ones."""
    doc = read(text)
    return [doc.words(quote.opening + 1, quote.closing) for quote in doc.quotes]


MAKES = ["“”", "«»", '""', "„“", "‹›", "‘’", "”“", "{»", "“»"]


@pytest.mark.parametrize("make", MAKES)
def test_marks_of_every_make_pair(make: str) -> None:
    assert quoted(f"وقال الوزير إن {make[0]}الباب مفتوح{make[1]} أمام الحوار.") == ["الباب مفتوح"]


def test_a_particle_may_stand_before_the_opening_mark() -> None:
    assert quoted('وصف الاتهامات بـ"الكاذبة" أمس، والرد بـ«الضعيف».') == ["الكاذبة", "الضعيف"]


@pytest.mark.parametrize("text", ["وقال: «لقد قال «بايدن» إنه قادم».", 'وقال: “لقد قال "بايدن" إنه قادم”.'])
def test_quotations_nest(text: str) -> None:
    outer, inner = quoted(text)
    assert inner == "بايدن"
    assert outer.startswith("لقد قال")
    assert outer.endswith("إنه قادم")


def test_a_quotation_runs_over_sentences_of_its_paragraph() -> None:
    assert quoted("وقال: «الباب مفتوح. ولن نغلقه أبدا». ثم غادر.") == ["الباب مفتوح. ولن نغلقه أبدا"]


def test_a_mark_that_is_never_closed_holds_to_the_end_of_its_sentence() -> None:
    doc = read("وقال: «الباب مفتوح أمام الجميع. ثم غادر القاعة.\nوأعلن «مجلس الأمن» موقفه.")
    first, second = doc.quotes
    assert (first.closed, second.closed) == (False, True)
    assert doc.words(first.opening + 1, first.closing).startswith("الباب مفتوح أمام الجميع")
    assert "القاعة" not in doc.words(first.opening + 1, first.closing)


def test_a_stray_closing_mark_is_none() -> None:
    assert quoted("الباب مفتوح» كما قال الوزير.") == []

"""Strands: how passages are cut and what they count from."""

from __future__ import annotations

from rawi.document import Document
from rawi.lang.pack import load
from rawi.model import Article
from rawi.pipeline import analyse

SEED = (
    "الحلف يعلن استعداده\nقال الأمين العام اليوم الخميس إن الحلف مستعد.\nبايدن: قمة قريبة\n"
    "قال الرئيس إنه يأمل أن يعلن بعد غد الجمعة عن لقاء، بعد قمة عقدها أمس الثلاثاء."
)


def read(text: str, published: str | None) -> Document:
    return analyse(Article(id="a", text=text, published=published), load())


def test_a_page_of_two_dispatches_counts_from_two_days() -> None:
    doc = read(SEED, "2021-12-09")
    assert [s.anchor for s in doc.strands] == ["2021-12-09", "2021-12-08"]
    assert [t.value for t in doc.times] == ["2021-12-09", "2021-12-10", "2021-12-07"]


def test_the_headline_before_a_passage_goes_with_it() -> None:
    first, second = read(SEED, "2021-12-09").strands
    assert SEED[second.start :].startswith("بايدن: قمة قريبة")
    assert first.end == second.start


def test_strands_cover_the_text() -> None:
    for published in ("2021-12-09", None):
        strands = read(SEED, published).strands
        assert (strands[0].start, strands[-1].end) == (0, len(SEED))


def test_no_day_no_anchor() -> None:
    (strand,) = read("وصل الوفد أمس.", None).strands
    assert (strand.anchor, strand.why) == (None, ("strand:no-day",))


def test_a_broken_date_is_no_day() -> None:
    assert read("وصل الوفد أمس.", "2016-13-45").strands[0].anchor is None


def test_an_empty_text_has_one_strand() -> None:
    assert [(s.start, s.end) for s in read("", "2016-05-18").strands] == [(0, 0)]

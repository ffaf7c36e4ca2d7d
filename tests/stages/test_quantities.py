"""Quantities: what cases cannot say in one sentence."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from rawi.document import Document
from rawi.lang.numerals import digits_value, plain
from rawi.lang.pack import load
from rawi.model import Article
from rawi.pipeline import analyse


def read(text: str) -> Document:
    return analyse(Article(id="a", text=text, published="2016-05-18"), load())


PAGE = Path(__file__).parents[2] / "docs/reference/quantities.md"
ROWS = re.findall(r"^\|" + r" `([^`]+)` \|" * 5 + "$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_page_has_a_table() -> None:
    assert len(ROWS) > 15


@pytest.mark.parametrize(("text", "span", "value", "bound", "unit"), ROWS)
def test_the_table_of_the_page_is_true(text: str, span: str, value: str, bound: str, unit: str) -> None:
    found = [(q.text, f"{q.value:.12g}", q.bound, q.unit) for q in read(f"{text}.").quantities]
    assert found == [(span, value, bound, unit)]


def test_quantities_stand_in_order_and_apart() -> None:
    text = "قتل 39 متمردا على الأقل و17 جنديا، ودمرت ثلاث سيارات قيمتها 1.5 مليون دولار."
    found = read(text).quantities
    assert [(q.value, q.unit, q.bound) for q in found] == [
        (39, "rebel", "more"), (17, "soldier", "exact"), (3, "car", "exact"), (1500000, "dollar", "exact"),
    ]  # fmt: skip
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[q.start : q.end] == q.text for q in found)


def test_a_quantity_keeps_its_noun_and_its_rule() -> None:
    (found,) = read("حشد الكرملين أكثر من 100 ألف جندي على الحدود.").quantities
    assert (found.text, found.unit_text, found.why) == ("أكثر من 100 ألف جندي", "جندي", ("quantity:count",))


def test_times_are_no_quantities() -> None:
    doc = read("استمرت المعارك 3 أيام منذ 20 مايو 2015 وقتل فيها 3 جنود.")
    assert [q.text for q in doc.quantities] == ["3 جنود"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ثلاثة عشر", 13), ("خمسة وعشرين", 25), ("مئة وخمسين", 150), ("ثلاثمائة", 300), ("تسع مئة", 900), ("ألف ومئتين", 1200),
        ("ألفين وخمسمئة", 2500), ("عشرة آلاف", 10000), ("مئة ألف", 100000), ("مليونا وثلاثمائة ألف", 1300000),
        ("مليون ونصف المليون", 1500000), ("نصف مليون", 500000), ("ثلاثة مليارات", 3000000000), ("12 ألفا و500", 12500),
        ("2.5 مليار", 2500000000),
    ],
)  # fmt: skip
def test_numbers_of_any_size(words: str, value: int) -> None:
    assert [q.value for q in read(f"بلغ العدد {words} شخص.").quantities] == [value]


@pytest.mark.parametrize("digits", ["1500", "1,500", "1.500", "١٥٠٠", "۱۵۰۰"])
def test_digits_of_both_scripts_with_separators(digits: str) -> None:
    assert [q.value for q in read(f"وصل {digits} لاجئ إلى المخيم.").quantities] == [1500]


def test_whole_numbers_have_no_fraction() -> None:
    assert plain(Decimal("5.0")) == 5
    assert isinstance(plain(Decimal("5.0")), int)
    assert plain(digits_value("5.4")) == 5.4


def test_no_quantity_in_a_text_without_one() -> None:
    assert read("رفض المتحدث التعليق على النبأ.").quantities == ()
    assert read("").quantities == ()

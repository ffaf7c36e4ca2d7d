"""The words of the screens: both languages say everything that a record can hold."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from rawi import model
from rawi.locale import CODES, Count, labels
from rawi.locale.when import in_words


@pytest.mark.parametrize("code", CODES)
def test_every_value_of_a_record_has_words(code: str) -> None:
    words = labels(code)
    for table, values in (
        (words.acts, model.Act),
        (words.statement_kinds, model.StatementKind),
        (words.entity_kinds, model.EntityKind),
        (words.media, model.MediumKind),
        (words.bounds, model.Bound),
        (words.modalities, model.Modality),
        (words.formats, model.MeetingFormat),
    ):
        assert set(table) == set(get_args(values))


def test_both_languages_have_the_same_labels() -> None:
    arabic, english = (msgspec.to_builtins(labels(code)) for code in CODES)

    def keys(tree: object, at: str = "") -> set[str]:
        return {at} | {k for name, one in tree.items() for k in keys(one, f"{at}.{name}")} if isinstance(tree, dict) else {at}

    assert keys(arabic) == keys(english)


@pytest.mark.parametrize(
    ("value", "arabic"),
    [
        ("2021-12-09", "الخميس 9 ديسمبر 2021"),
        ("2021-12-09T14:30", "الخميس 9 ديسمبر 2021، الساعة 14:30"),
        ("2016-05-16TEV", "مساء الاثنين 16 مايو 2016"),
        ("2021-12", "ديسمبر 2021"),
        ("2021", "عام 2021"),
        ("199", "السنوات 1990 إلى 1999"),
        ("20", "القرن 21"),
        ("2016-W20", "الأسبوع 20 من عام 2016"),
        ("2016-W19-WE", "عطلة نهاية الأسبوع 19 من عام 2016"),
        ("2016-Q1", "الربع الأول من عام 2016"),
        ("2015-H2", "النصف الثاني من عام 2015"),
        ("2016-SU", "صيف 2016"),
        ("2016-07-13/2016-07-15", "من الأربعاء 13 يوليو 2016 إلى الجمعة 15 يوليو 2016"),
        ("PT2H", "ساعتان"),
        ("PT1H30M", "ساعة، 30 دقيقة"),
        ("P3M", "3 أشهر"),
        ("P37Y6M", "37 سنة، 6 أشهر"),
        ("P0.5Y", "0.5 سنة"),
        ("PXY", "بضع سنوات"),
        ("XXXX-WXX-5", "أيام الجمعة"),
        ("PAST_REF", "في ما مضى"),
        ("2021-13-40", None),
        ("whatever", None),
        ("P", None),
        ("2021-02-30", None),
    ],
)
def test_values_are_said_as_people_say_them(value: str, arabic: str | None) -> None:
    assert in_words(value, labels("ar").calendar) == arabic
    assert (in_words(value, labels("en").calendar) is None) == (arabic is None)


def test_what_comes_again_is_said_so() -> None:
    assert in_words("P1D", labels("ar").calendar, every=True) == "كل يوم"
    assert in_words("XXXX-WXX-5", labels("en").calendar, every=True) == "every Friday"


def test_arabic_numbers_change_the_noun() -> None:
    spans = labels("ar").calendar.spans["D"]
    assert [spans.of(n) for n in (1, 2, 3, 10, 11, 100, 103)] == ["يوم", "يومان", "3 أيام", "10 أيام", "11 يومًا", "100 يومًا", "103 أيام"]
    assert Count(one="", two="", few="", many="{n}").of(0) == "0"

"""Times: what cases cannot say in one sentence."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from rawi.document import Document
from rawi.lang.calendar import from_hijri, third_of_month, week, weekday_ahead, weekday_back, weekday_nearest
from rawi.lang.pack import load
from rawi.model import Article, Time
from rawi.pipeline import analyse


def read(text: str, published: str | None = "2016-05-18") -> Document:
    return analyse(Article(id="a", text=text, published=published), load())


def values(text: str, published: str | None = "2016-05-18") -> list[str | None]:
    return [time.value for time in read(text, published).times]


PAGE = Path(__file__).parents[2] / "docs/reference/times.md"
ROWS = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_page_has_tables() -> None:
    assert len(ROWS) > 60


@pytest.mark.parametrize(("text", "span", "value"), ROWS)
def test_the_tables_of_the_page_are_true(text: str, span: str, value: str) -> None:
    assert [(t.text, t.value) for t in read(f"{text}.").times] == [(span, value)]


def test_times_stand_in_order_and_apart() -> None:
    text = "قال أمس الثلاثاء إن اللقاء الذي عقد في 11 مايو الجاري استمر ساعتين.\nويعود الوفد غدا صباحا."
    times = read(text).times
    assert [t.value for t in times] == ["2016-05-17", "2016-05-11", "PT2H", "2016-05-19TMO"]
    assert all(a.end <= b.start for a, b in pairwise(times))
    assert all(text[t.start : t.end] == t.text for t in times)


def test_without_a_day_to_count_from_relative_times_have_no_value() -> None:
    times = read("وصل أمس، وكان الاجتماع عقد في 3 مارس 2014 ويتكرر الشهر المقبل.", None).times
    assert [(t.value, t.anchor) for t in times] == [(None, None), ("2014-03-03", None), (None, None)]


def test_every_time_says_its_anchor_and_its_rule() -> None:
    (time,) = read("عقد الاجتماع أمس.").times
    assert (time.anchor, time.why) == ("2016-05-18", ("time:day",))


@pytest.mark.parametrize("month", ["كانون الثاني", "يناير", "جانفي", "كانون الثاني (يناير)", "كانون الثاني/ يناير", "يناير كانون الثاني"])
def test_month_names_of_all_newsrooms_are_one(month: str) -> None:
    assert values(f"اندلعت الأزمة في 25 {month} 2011.") == ["2011-01-25"]


@pytest.mark.parametrize("published", ["2016-05-18", "2016-05-18T23:59:59+03:00", "2016-05-18 10:00"])
def test_the_date_part_of_a_timestamp_counts(published: str) -> None:
    assert values("وصل أمس.", published) == ["2016-05-17"]


def test_a_year_told_in_the_sentence_dates_its_months() -> None:
    assert values("أطلقوا في 2014 حملة ودخلوا المدينة في سبتمبر.") == ["2014", "2014-09"]
    assert values("أطلقوا في 2014 حملة. ودخلوا المدينة في سبتمبر.") == ["2014", "2015-09"]


def test_a_future_verb_turns_a_weekday_forward() -> None:
    assert values("غادر الوفد الخميس.") == ["2016-05-12"]
    assert values("سيغادر الوفد الخميس.") == ["2016-05-19"]


def test_no_time_in_a_text_without_one() -> None:
    assert read("رفض المتحدث التعليق على النبأ.").times == ()
    assert read("").times == ()


def test_vowel_signs_change_nothing() -> None:
    plain, marked = read("وصل الوفد مساء أمس.").times, read("وصل الوفد مساءَ أمسِ.").times
    assert [value(t) for t in plain] == [value(t) for t in marked]


def value(time: Time) -> tuple[str, str | None]:
    return time.type, time.value


def test_calendar() -> None:
    day = read("").article.published
    assert day == "2016-05-18"
    assert from_hijri(1436, 10, 26) is not None
    assert third_of_month(2016, 2, "end") == "2016-02-21/2016-02-29"


def test_weekdays_back_ahead_and_nearest() -> None:
    day = from_hijri(1437, 8, 11)
    assert day is not None
    assert day.isoformat() == "2016-05-18"
    assert [f(day, 3).isoformat() for f in (weekday_back, weekday_ahead, weekday_nearest)] == ["2016-05-18"] * 3
    assert weekday_back(day, 3, strict=True).isoformat() == "2016-05-11"
    assert weekday_ahead(day, 3, strict=True).isoformat() == "2016-05-25"
    assert weekday_nearest(day, 7).isoformat() == "2016-05-15"
    assert week(day) == "2016-W20"

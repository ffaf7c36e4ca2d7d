"""Articles: what is taken as one, what is refused, and why."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from rawi.errors import RawiError, SourceError, UsageError
from rawi.model import Article
from rawi.text.article import LONGEST, article, check_day, name_for, title_of

TEXT = "قال بايدن إن الاجتماع تأجل."


def test_title_and_body_are_joined_by_one_newline_and_nothing_is_trimmed() -> None:
    made = article({"title": " قمة في جنيف ", "text": "  عقد الرئيسان قمة.\r\n "})
    assert (made.text, made.title) == (" قمة في جنيف \n  عقد الرئيسان قمة.\r\n ", " قمة في جنيف ")


def test_a_text_that_holds_its_title_is_left_alone() -> None:
    made = article({"title": "قمة في جنيف", "text": "قمة في جنيف\nعقد الرئيسان قمة."})
    assert made.text == "قمة في جنيف\nعقد الرئيسان قمة."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("قمة في جنيف\nعقد الرئيسان قمة.", "قمة في جنيف"),
        ("\n\n قمة في جنيف \r\n\nعقد الرئيسان قمة.", "قمة في جنيف"),
        ("عقد الرئيسان قمة.\nوقال بايدن إنها مفيدة.", None),
        ("قمة في جنيف", None),
        ("قمة في جنيف\n \n", None),
        ("كلمة " * 60 + "\nعقد الرئيسان قمة.", None),
    ],
)
def test_the_first_line_is_a_title_when_it_looks_like_one(text: str, title: str | None) -> None:
    assert title_of(text) == title
    assert article(text).title == title
    assert article(text).text == text


def test_an_article_without_an_id_has_one_made_of_its_text() -> None:
    assert article(TEXT).id == article({"text": TEXT}).id == article({"id": "", "text": TEXT}).id == name_for(TEXT)
    assert article(TEXT).id != article(TEXT + " ").id
    assert article({"id": 17, "text": TEXT}).id == "17"


def test_what_an_article_says_of_itself_holds() -> None:
    given = {"text": TEXT, "published": "2021-12-08", "outlet": "الحياة", "url": "http://example.org/1", "author": "س"}
    made = article(given, published="2021-12-09", outlet="الخبر")
    assert (made.published, made.outlet, made.url) == ("2021-12-08", "الحياة", "http://example.org/1")
    made = article(TEXT, published="2021-12-09", outlet="الخبر")
    assert (made.published, made.outlet) == ("2021-12-09", "الخبر")
    assert article(Article(id="a", text=TEXT), published="2021-12-09").published == "2021-12-09"


@pytest.mark.parametrize("day", ["2021-12-09", "2021-12-09T18:30:00+03:00", "2021-12-09T18:30Z", "2015-07-21 02:51:32"])
def test_days_and_times_with_their_zone_are_kept_as_given(day: str) -> None:
    assert article({"text": TEXT, "published": day}).published == day


def test_python_dates_are_days() -> None:
    assert article(TEXT, published=datetime.date(2021, 12, 9)).published == "2021-12-09"  # type: ignore[arg-type]


BAD_DAYS = ["09/12/2021", "2021-13-01", "2021-02-30", "2021", "20211209", "أمس", "2021-12-09 ", "2021-12-09T99:00", 2021, True]


@pytest.mark.parametrize("day", BAD_DAYS)
def test_nonsense_is_no_day(day: Any) -> None:
    with pytest.raises(UsageError, match="2021-12-09"):
        check_day(day)
    with pytest.raises(UsageError, match="not a date of publication"):
        article({"text": TEXT, "published": day})


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("...", "no words"),
        ("The meeting was put off.", "not Arabic"),
        ("رئیس جمهور ایران در گفت‌وگو با خبرنگاران گفت که مذاکرات ادامه خواهد داشت", "Persian"),
        ("\ud800 قال بايدن", "half a character"),
        ({}, "no `text`"),
        ({"title": "قمة"}, "no `text`"),
        ({"text": None}, "no `text`"),
        ({"text": " "}, "empty"),
        ({"text": 5}, "not strings"),
        ({"text": TEXT, "title": ["قمة"]}, "not strings"),
        ({"text": TEXT, "url": 5}, "`url` is not a string"),
        ({"text": TEXT, "outlet": "\udfff"}, "`outlet` has half a character"),
        (None, "not NoneType"),
        (b"\xd9\x82", "not bytes"),
        (Article(id=1, text=TEXT), "not strings"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(given: Any, reason: str) -> None:
    with pytest.raises(RawiError, match=reason):
        article(given)


def test_an_archive_is_no_article() -> None:
    with pytest.raises(SourceError, match="at most 5,000,000"):
        article("قال " * (LONGEST // 4 + 1))

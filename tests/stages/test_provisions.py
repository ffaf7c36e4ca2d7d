"""Articles of treaties: what cases cannot say in one sentence."""

from __future__ import annotations

import pytest

from rawi.document import Document
from rawi.lang.pack import load
from rawi.model import Article
from rawi.pipeline import analyse
from rawi.world.world import World


def read(text: str) -> Document:
    return analyse(Article(id="a", text=text, published="2021-12-09"), load())


def others(text: str) -> list[str]:
    return [one.entity.name for one in read(text).entities if one.entity.kind == "other"]


def test_one_article_under_its_words_is_one_thing() -> None:
    text = "قال أمين عام حلف شمال الأطلسي إن البند الخامس قائم. وتنص المادة الخامسة من معاهدة الحلف على ذلك، والمادة 5 ملزمة."
    (article,) = [one for one in read(text).entities if one.entity.kind == "other"]
    assert article.entity.name == "المادة الخامسة من معاهدة شمال الأطلسي"
    assert [m.text for m in article.entity.mentions] == ["البند الخامس", "المادة الخامسة من معاهدة الحلف", "المادة 5"]


def test_articles_of_one_number_of_two_treaties_are_two() -> None:
    text = "تخص المادة الرابعة من اتفاق أوسلو الأرض. وتخص المادة الرابعة من معاهدة حظر الانتشار النووي الطاقة."
    assert [name for name in others(text) if name.startswith("المادة")] == [
        "المادة الرابعة من اتفاق أوسلو",
        "المادة الرابعة من معاهدة حظر الانتشار النووي",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "رفضت الحكومة البند الخامس.",
        "ناقش أعضاء الناتو البند الخامس عشر.",
        "ناقش أعضاء الناتو البند الخامس في جدول الأعمال.",
        "رفضت المعارضة المادة الخامسة من الدستور بعد زيارة أمين عام الناتو.",
        "صادق البرلمان على اتفاق باريس للمناخ. وأقر المادة الخامسة.",
    ],
)
def test_what_is_no_treatys_is_none(text: str) -> None:
    assert [name for name in others(text) if name.startswith(("المادة", "البند"))] == []


def test_the_world_knows_what_is_spoken_of_beside_a_body() -> None:
    world: World = load().world
    nato = world.number_of("nato")
    assert nato is not None
    assert {world.thing(number).key for number in world.beside[nato]} == {"article-4", "article-5"}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("انسحبت واشنطن من معاهدة الأجواء المفتوحة.", ["event:treaty"]),
        ("علقت روسيا معاهدة ستارت الجديدة.", ["event:treaty"]),
        ("طالبت بولندا حلف شمال الأطلسي بالبند الخامس.", ["event:article"]),
        ("فرض مجلس الأمن عقوبات على إيران بموجب الفصل السابع.", ["event:under"]),
        ("انسحبت إيران من معاهدة حظر الانتشار النووي بموجب المادة العاشرة.", ["event:treaty", "event:under"]),
        ("انسحب الوفد الإيراني من المفاوضات بشأن الاتفاق النووي.", []),
        ("قصفت روسيا حلب.", []),
    ],
)
def test_an_event_tells_by_which_rule_a_treaty_is_tied_to_it(text: str, rules: list[str]) -> None:
    (event,) = read(text).events
    assert isinstance(event.why, tuple)
    assert list(event.why[2:]) == rules

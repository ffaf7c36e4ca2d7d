"""Mentions: where noun phrases begin and end."""

from __future__ import annotations

import pytest

from rawi.document import Document, Reference
from rawi.lang.pack import load
from rawi.model import Article
from rawi.pipeline import analyse


def read(text: str) -> Document:
    return analyse(Article(id="a", text=text, published="2016-05-18"), load())


def phrase(text: str, *, kind: str) -> tuple[str, str | None]:
    """The words of the first reference of a kind, and those of the name in it."""
    doc = read(text)
    found = next(r for r in doc.mentions if r.kind == kind)
    return doc.words(found.first, found.last), doc.words(*found.name) if found.name else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("قال وزير الزراعة اليمني فارس السعدي إن الموسم جيد.", "وزير الزراعة اليمني فارس السعدي", "فارس السعدي"),
        ("وصل العميد الركن أحمد عسيري مساء.", "العميد الركن أحمد عسيري", "أحمد عسيري"),
        ("أكد عز الدين الأصبحي، وزير حقوق الإنسان، أن اللجنة عادت.", "عز الدين الأصبحي، وزير حقوق الإنسان", "عز الدين الأصبحي"),
        (
            "قال نائب رئيس المجلس التنفيذي في حزب الله نبيل قاووق إن الأمر واضح.",
            "نائب رئيس المجلس التنفيذي في حزب الله نبيل قاووق",
            "نبيل قاووق",
        ),
        ("صرح مدير «مركز الدراسات» سامي الحاج بذلك.", "مدير «مركز الدراسات» سامي الحاج", "سامي الحاج"),
        ("أكد متحدث باسم القوات الحكومية أن الهجوم فشل.", "متحدث باسم القوات الحكومية", None),
        ("كشف مصدر مطلع في المعارضة السورية أن الوفد عاد.", "مصدر مطلع في المعارضة السورية", None),
        ("قال مسؤول أميركي كبير إن الخطة جاهزة.", "مسؤول أميركي كبير", None),
    ],
)
def test_a_person_is_one_phrase_from_title_to_name(text: str, words: str, name: str | None) -> None:
    assert phrase(text, kind="person") == (words, name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أعلنت وزارة الدفاع الأميركية اليوم أن العملية بدأت.", "وزارة الدفاع الأميركية"),
        ("وحذرت منظمة «أطباء بلا قيود» من المجاعة.", "منظمة «أطباء بلا قيود»"),
        ("وقال المرصد الليبي لحقوق الإنسان إن القصف تجدد.", "المرصد الليبي لحقوق الإنسان"),
        ("قالت وزارة الصحة للصحافيين إن الوضع مستقر.", "وزارة الصحة"),
        ("واعلنت قيادة العمليات المشتركة العراقية بدء الهجوم.", "قيادة العمليات المشتركة العراقية"),
    ],
)
def test_a_body_is_its_head_noun_and_what_completes_it(text: str, words: str) -> None:
    assert phrase(text, kind="organization")[0] == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال جيمس ووكر استنكر الوزير قراره إن الرد قريب.", "جيمس ووكر"),
        ("وصل خوان بالاسيوس أمس.", "خوان بالاسيوس"),
        ("التقى مارك فان بومل الوفد.", "مارك فان بومل"),
        ("وقال السيد فريدون بامتد إن الموقع قديم.", "فريدون بامتد"),
        ("وأعلن الأرجنتيني أوريليو كاستيانو عودته.", "أوريليو كاستيانو"),
        ("لفت إلى أن زاموديو دعا إلى الهدوء.", "زاموديو"),
    ],
)
def test_a_name_ends_where_the_language_goes_on(text: str, name: str) -> None:
    assert phrase(text, kind="person")[1] == name


@pytest.mark.parametrize("text", ["قدمت مساعدات مالية.", "العزم لا يلين.", "وضع 12 كوبًا.", "يسكنها مليون نسمة.", "المنتجات السعودية جيدة."])
def test_everyday_words_are_no_names(text: str) -> None:
    assert not [r for r in read(text).mentions if r.thing is not None]


@pytest.mark.parametrize(("text", "kind"), [("اندلع حريق في داماتورو.", "place"), ("وصلوا إلى بلدة بنديرادلي.", "place")])
def test_a_stranger_is_a_place_behind_a_preposition_or_a_kind_of_place(text: str, kind: str) -> None:
    assert [r.kind for r in read(text).mentions] == [kind]


def test_a_state_in_brackets_is_no_second_name() -> None:
    references = read("سقطت قذيفة على سوروتش (تركيا).").mentions
    assert [r.kind for r in references] == ["place", "country"]
    assert all(r.alias is None for r in references)


def test_whom_one_speaks_to_is_no_part_of_the_title() -> None:
    assert phrase("وقال المتحدث لوكالة الأنباء إن المطار أغلق.", kind="person")[0] == "المتحدث"


def test_a_particle_is_no_name() -> None:
    doc = read("حشد القائد قواته على حدود المدينة، وقال ان الرد قريب.")
    assert not [r for r in doc.mentions if r.kind == "person" and r.name is not None]


def test_references_slice_and_stand_in_order() -> None:
    doc = read("قال الأمين العام للأمم المتحدة بان كي مون إن اليمن يحتاج إلى دعم. وأضاف بان أن الأمم المتحدة مستعدة.")
    references: tuple[Reference, ...] = doc.mentions
    assert [(r.first, -r.last) for r in references] == sorted((r.first, -r.last) for r in references)
    assert all(0 <= r.first < r.last <= len(doc.tokens) for r in references)
    assert all(r.first <= r.name[0] < r.name[1] <= r.last for r in references if r.name)

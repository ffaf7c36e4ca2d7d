"""Entities: which mentions are one."""

from __future__ import annotations

import pytest

from rawi.document import Document, Resolved
from rawi.lang.pack import load
from rawi.model import Article
from rawi.pipeline import analyse


def read(text: str, published: str | None = "2016-05-18") -> Document:
    return analyse(Article(id="a", text=text, published=published), load())


def of(doc: Document, mention: str) -> Resolved:
    """The entity that a mention's words belong to."""
    return next(e for e in doc.entities if any(m.text == mention for m in e.entity.mentions))


def test_mentions_slice() -> None:
    doc = read("أعلن وزير الزراعة فارس السعدي بدء الحصاد. وقال السعدي إن «وزارة الزراعة» مستعدة.")
    text = doc.article.text
    assert all(text[m.start : m.end] == m.text for e in doc.entities for m in e.entity.mentions)


def test_ids_are_one_each_and_in_order() -> None:
    doc = read("قال مصدر عسكري إن شاهد عيان رأى الطائرة. وأضاف المصدر أن مسؤولين محليين أكدوا ذلك.")
    ids = [e.entity.id for e in doc.entities]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if i.startswith("e")] == sorted((i for i in ids if i.startswith("e")), key=lambda i: int(i[1:]))


def test_two_of_one_family_stay_two() -> None:
    doc = read("انتقد سامر الحداد القرار، ورد عليه كريم الحداد بحدة. وقال الحداد إن القرار نهائي.")
    assert of(doc, "سامر الحداد") is not of(doc, "كريم الحداد")


def test_two_ministers_of_two_states_stay_two() -> None:
    doc = read("قال وزير الزراعة القطري إن الاتفاق قريب، ونفى وزير الزراعة التركي ذلك.", published=None)
    assert of(doc, "وزير الزراعة القطري") is not of(doc, "وزير الزراعة التركي")


def test_a_former_post_is_not_the_post() -> None:
    doc = read("انتقد الرئيس السابق سامر الحداد الرئيس كريم الراشد. وقال الرئيس السابق إن الحوار فشل، ورفض الرئيس ذلك.")
    assert of(doc, "الرئيس السابق") is of(doc, "سامر الحداد")
    assert of(doc, "الرئيس") is of(doc, "كريم الراشد")


def test_spellings_of_one_name_are_one() -> None:
    doc = read("التقت الوزيرة فيديركا موغيرينيو الوفد. وقالت فيديركا موغرينيو إن المحادثات مفيدة.")
    assert len({id(of(doc, name)) for name in ("فيديركا موغيرينيو", "فيديركا موغرينيو")}) == 1


def test_gender_and_number_are_told() -> None:
    doc = read("قالت المتحدثة باسم البلدية إن الطريق مفتوح، وأفاد شهود عيان بأن السير عاد.")
    assert of(doc, "المتحدثة باسم البلدية").gender == "f"
    assert of(doc, "شهود عيان").number == "p"


def test_nobody_is_guessed_without_a_day() -> None:
    doc = read("قال الرئيس الأمريكي إن الاجتماع تأجل.", published=None)
    assert of(doc, "الرئيس الأمريكي").entity.id.startswith("e")


@pytest.mark.parametrize(("day", "name"), [("2018-06-10", "دونالد ترامب"), ("2021-06-10", "جو بايدن")])
def test_an_office_is_its_holder_on_the_day(day: str, name: str) -> None:
    assert of(read("دعا الرئيس الأمريكي إلى الهدوء.", day), "الرئيس الأمريكي").entity.name == name


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("قال متحدث باسم وزارة الدفاع الروسية إن القصف توقف.", "متحدث باسم وزارة الدفاع الروسية", "RUS MIL"),
        ("قال وزير الصحة اليمني سامر الحداد إن الوضع صعب.", "سامر الحداد", "YEM GOV"),
        ("أكدت مصادر طبية فلسطينية الخبر.", "مصادر طبية فلسطينية", "PSE HLH"),
        ("كشف مصدر عسكري الخطة.", "مصدر عسكري", "MIL"),
        ("انتقد الرئيس السابق سامي الحداد القرار.", "سامي الحداد", "ELI"),
        ("وصل خوان بالاسيوس أمس.", "خوان بالاسيوس", None),
    ],
)
def test_words_tell_the_code_of_an_actor(text: str, mention: str, code: str | None) -> None:
    assert of(read(text), mention).entity.code == code


def test_two_newspapers_stay_two() -> None:
    doc = read("نشرت صحيفة «التايمز» مقالا، وردت صحيفة «النجم القطبي» عليه. وقالت الصحيفة إن الخبر صحيح.")
    assert of(doc, "صحيفة «التايمز»") is not of(doc, "صحيفة «النجم القطبي»")
    assert of(doc, "الصحيفة") is of(doc, "صحيفة «النجم القطبي»")


def test_another_post_of_nobody_in_particular_is_not_the_presidents() -> None:
    doc = read("ناشد الرئيس هادي الدول الشقيقة. وقال قائد المقاومة في تعز إن المعارك مستمرة.")
    assert of(doc, "قائد المقاومة") is not of(doc, "هادي")


def test_an_empty_page_speaks_of_nobody() -> None:
    assert read("").entities == ()

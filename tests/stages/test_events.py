"""Events: every entry's example gives its event; what cases cannot say in one sentence."""

from __future__ import annotations

import pytest

from rawi.document import Document
from rawi.lang.pack import load
from rawi.lang.schema.events import Act, Deed, Kind
from rawi.model import Article, Event
from rawi.pipeline import analyse
from rawi.world.cameo import cameo, crosswalk

ROWS = load().sources.events.rows()


def read(text: str, published: str = "2016-05-18") -> Document:
    return analyse(Article(id="a", text=text, published=published), load())


def called(doc: Document, ids: tuple[str, ...]) -> list[str]:
    return [e.entity.name for i in ids for e in doc.entities if e.entity.id == i]


def one(text: str, type: str) -> Event:
    (found,) = [event for event in read(text).events if event.type == type]
    return found


def name_of(entry: Act | Deed) -> str:
    return entry.lemma if isinstance(entry, Act) else entry.words[0]


@pytest.mark.parametrize(("kind", "entry"), ROWS, ids=[f"{kind.type}-{name_of(entry)}-{n}" for n, (kind, entry) in enumerate(ROWS)])
def test_each_example_gives_its_event(kind: Kind, entry: Act | Deed) -> None:
    found = [(event.type, event.mode) for event in read(entry.example).events]
    assert kind.type in [type for type, _ in found], (entry.example, found)
    if kind.mode is not None:
        assert (kind.type, kind.mode) in found, (entry.example, found)


def test_all_types_have_entries() -> None:
    assert {kind.type for kind, _ in ROWS} == set(crosswalk().any)
    assert len(ROWS) > 350


def test_every_frame_is_used_and_known() -> None:
    events = load().sources.events
    used = {entry.frame or kind.frame for kind, entry in ROWS}
    assert used == set(events.frames)


def test_triggers_slice_and_stand_in_order() -> None:
    text = "شن الطيران غارات على مواقع المسلحين أمس. ودعا الوزير إلى وقف إطلاق النار، والتقى نظيره الفرنسي."
    doc = read(text)
    assert all(text[e.trigger.start : e.trigger.end] == e.trigger.text for e in doc.events)
    assert [e.id for e in doc.events] == [f"v{n}" for n in range(1, len(doc.events) + 1)]
    assert all(e.why for e in doc.events)


def test_a_meeting_has_its_form_its_length_and_its_agenda() -> None:
    held = one("عقد الرئيس الأمريكي قمة عبر الفيديو استمرت ساعتين مع الرئيس الروسي لبحث الوضع في أوكرانيا والرقابة على الأسلحة.", "CONSULT")
    assert (held.format, held.duration, held.mode) == ("video", "PT2H", "phone")
    assert [item.text for item in held.agenda] == ["الوضع في أوكرانيا", "الرقابة على الأسلحة"]
    assert len(held.actors) == 2


def test_a_planned_meeting_is_an_agreement_with_its_agenda() -> None:
    planned = one("يعتزم الرئيس الأمريكي عقد اجتماع مع الرئيس الروسي لبحث الأزمة.", "AGREE")
    assert planned.modality == "actual"
    assert [item.text for item in planned.agenda] == ["الأزمة"]


def test_forces_have_their_number_and_their_place() -> None:
    doc = read("وحشد الكرملين أكثر من 100 ألف جندي على حدود روسيا مع جارتها أوكرانيا.")
    (moved,) = doc.events
    assert (moved.type, moved.mode, moved.cameo) == ("MOBILIZE", "troops", "154")
    assert [doc.quantities[number].value for number in moved.quantities] == [100000]
    assert called(doc, moved.actors) == ["روسيا"]
    assert called(doc, moved.recipients) == ["أوكرانيا"]


def test_an_event_is_vouched_for_by_the_innermost_statement() -> None:
    doc = read("نقلت وكالة رويترز عن المتحدث قوله إن الجيش التركي قصف مواقع المسلحين.")
    (strike,) = [event for event in doc.events if event.type == "ASSAULT"]
    statement = next(s for s in doc.statements if s.id == strike.vouched_by)
    assert any(span.start <= strike.trigger.start < span.end for span in statement.content)
    assert called(doc, tuple(link.entity for link in statement.chain))[0] == "رويترز"


def test_what_the_article_says_itself_is_vouched_for_by_nobody() -> None:
    assert [event.vouched_by for event in read("قصف الجيش التركي مواقع المسلحين.").events] == [None]


def test_headline_and_lead_tell_one_act() -> None:
    doc = read("روسيا تسحب قواتها من القاعدة\nسحبت روسيا قواتها من القاعدة أمس الثلاثاء.")
    (withdrawal,) = doc.events
    assert withdrawal.trigger.start > doc.article.text.index("\n")
    assert len(withdrawal.retold) == 1


def test_deaths_join_the_attack_that_caused_them() -> None:
    doc = read("أعلنت الشرطة مقتل 12 شخصا في هجوم انتحاري بسيارة مفخخة وسط المدينة.")
    (attack,) = doc.events
    assert (attack.type, attack.mode) == ("ASSAULT", "suicide-attack")
    assert [doc.quantities[number].value for number in attack.quantities] == [12]
    assert attack.retold


def test_different_acts_stay_apart() -> None:
    doc = read("قصف الجيش التركي مواقع حزب العمال الكردستاني. وهاجم حزب العمال الكردستاني قافلة للجيش التركي.")
    assert [event.type for event in doc.events] == ["ASSAULT", "ASSAULT"]


def test_the_time_and_place_of_an_event() -> None:
    doc = read("التقى وزير الخارجية المصري نظيره الفرنسي في القاهرة أمس الثلاثاء.")
    (met,) = doc.events
    assert doc.times[met.time or 0].value == "2016-05-17"
    assert called(doc, (met.place or "",)) == ["القاهرة"]


def test_every_type_and_mode_has_a_cameo_code_of_digits() -> None:
    for kind, _ in ROWS:
        code = cameo(kind.type, kind.mode, kind.contexts)
        assert code is not None
        assert code.isdigit()
    assert cameo("NONE", None, ()) is None


def test_nothing_happens_on_an_empty_page() -> None:
    assert read("").events == ()

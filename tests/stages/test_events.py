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
TYPES = frozenset(
    ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST")
    + ("SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
)


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
    assert {kind.type for kind, _ in ROWS} == TYPES
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

"""FollowTheMoney entities, read and validated by its own library."""

from __future__ import annotations

import io
import json
from typing import Any

import msgspec
import pytest
from followthemoney import model, types
from followthemoney.proxy import EntityProxy
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.export import ftm
from rawi.export.ftm import _alpha2
from rawi.model import Record


def entities(*records: Record) -> list[Any]:
    out = io.BytesIO()
    count = ftm.write(records, out)
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(found) == count
    return found


def proxies(*records: Record) -> list[EntityProxy]:
    return [model.get_proxy(one) for one in entities(*records)]


def of(schema: str, *records: Record) -> list[EntityProxy]:
    return [one for one in proxies(*records) if one.schema.name == schema]


@pytest.fixture(scope="module")
def names(rich: Record) -> dict[str, str]:
    return {one.id: one.caption for one in proxies(rich) if one.id}


def test_the_library_takes_every_entity_as_it_stands(rich: Record, bare: Record, relayed: Record) -> None:
    for one in entities(rich, bare, relayed):
        schema = model.get(one["schema"])
        assert schema is not None
        assert schema.validate(one) is None
        kept = model.get_proxy(one, cleaned=False).to_dict()["properties"]
        assert kept == one["properties"]


def test_whom_an_entity_points_to_is_there_and_of_the_right_kind(rich: Record, relayed: Record) -> None:
    found = {one.id: one for one in proxies(rich, relayed)}
    for one in found.values():
        for prop, value in one.itervalues():
            if prop.type is types.registry.entity:
                assert prop.range is not None
                assert found[value].schema.is_a(prop.range.name)


def test_a_statement_is_a_note_of_its_speaker(rich: Record, names: dict[str, str]) -> None:
    said, claimed, nobody, _ = of("Note", rich)[1:]  # the first is the unnamed source
    assert claimed.first("description") == "الباب 😀 مفتوح"
    assert names[claimed.first("entity") or ""] == "Joe Biden"
    assert claimed.first("name") == "TASS > أوشاكوف > Joe Biden: claim"
    assert said.get("peopleMentioned") == ["جو بايدن"]
    assert nobody.get("entity") == []


def test_hands_and_words_on_others_are_links(rich: Record, names: dict[str, str]) -> None:
    told = [(link.first("role"), names[link.first("subject") or ""], names[link.first("object") or ""]) for link in of("UnknownLink", rich)]
    assert ("carries", "TASS", "أوشاكوف") in told
    assert ("carries", "أوشاكوف", "Joe Biden") in told
    assert ("speaks to", "أوشاكوف", "Vladimir Putin; president") in told
    assert ("speaks of", "أوشاكوف", "Joe Biden") in told
    assert len(told) == 7


def test_only_actual_events_are_events(rich: Record, names: dict[str, str]) -> None:
    found = {one.caption: one for one in of("Event", rich)}
    assert set(found) == {"CONSULT", "ASSAULT aerial", "CONSULT visit", "ACCUSE disapprove", "AID", "RETREAT withdraw"}
    assert found["CONSULT"].get("date") == ["2021-06-16"]
    assert found["CONSULT visit"].get("date") == ["2021-05"]
    assert {names[one] for one in found["CONSULT"].get("involved")} == {"Joe Biden", "Vladimir Putin; president"}
    assert found["CONSULT"].get("location") == ["Geneva"]


def test_what_wikidata_knows_is_written_once(rich: Record) -> None:
    again = msgspec.structs.replace(rich, article=msgspec.structs.replace(rich.article, id="again"))
    ids = [one["id"] for one in entities(rich, again)]
    assert len(ids) == len(set(ids))
    assert ids.count("Q6279") == 1
    assert len(of("Article", rich, again)) == 2


def test_followthemoney_knows_every_country_of_the_world() -> None:
    assert {code for code in _alpha2().values() if types.registry.country.clean(code) != code} == set()


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_odd_text_is_clean(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    for one in entities(record):
        schema = model.get(one["schema"])
        assert schema is not None
        assert schema.validate(one) is None
        assert one["id"]
        assert all(value.strip() for values in one["properties"].values() for value in values)

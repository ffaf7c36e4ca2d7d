"""CAS XMI, read back by cassis and, as UIMA would, by its UTF-16 offsets."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import cassis  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from rawi import export
from rawi.export.cas import LAYERS, NAMED, _Cas, typesystem
from rawi.model import Record


@pytest.fixture(scope="module")
def files(rich: Record, relayed: Record, bare: Record, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    place = tmp_path_factory.mktemp("cas") / "all.zip"
    assert export.write([rich, relayed, bare], "cas", place) == (3, 3)
    with zipfile.ZipFile(place) as archive:
        return {"rich" if name.startswith("a_1") else name.partition(".")[0]: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def cas(files: dict[str, bytes]) -> Any:
    types = cassis.load_typesystem(io.BytesIO(files["TypeSystem"]))
    return cassis.load_cas_from_xmi(io.BytesIO(files["rich"]), typesystem=types)


def covered(annotation: Any) -> str:
    return str(annotation.get_covered_text())


def links(annotation: Any) -> list[tuple[str, str]]:
    return [(link.role, covered(link.target)) for link in annotation.links.elements] if annotation.links else []


def test_every_item_comes_back_over_its_words(cas: Any, rich: Record) -> None:
    text = rich.article.text
    assert cas.sofa_string == text.replace("\x0b", "\ufffd")
    mentions = sorted((one.start, one.text) for entity in rich.entities for one in entity.mentions)
    assert sorted((one.begin, covered(one)) for one in cas.select(NAMED)) == mentions
    assert [covered(one) for one in cas.select(f"{LAYERS}Time")] == [one.text for one in sorted(rich.times, key=lambda one: one.start)]
    assert [covered(one) for one in cas.select(f"{LAYERS}Event")] == [
        one.trigger.text for one in sorted(rich.events, key=lambda one: (one.trigger.start, -one.trigger.end))
    ]
    (count,) = cas.select(f"{LAYERS}Quantity")
    assert (covered(count), count.value, count.bound, count.unit) == (rich.quantities[0].text, "1000", "more", "soldier")


def test_a_statement_links_its_pieces_cue_and_hands(cas: Any) -> None:
    statements = {one.identifier: one for one in cas.select(f"{LAYERS}Statement")}
    said, claimed = statements["s1"], statements["s2"]
    assert covered(said) == "بايدن 🇺🇸 أبلغه أن «الباب 😀 مفتوح»"
    assert links(said) == [
        ("cue", "قوله"),
        ("carrier", "وكالة تاس"),
        ("speaker", "أوشاكوف"),
        ("addressee", "بوتين"),
        ("medium", "مؤتمر"),
        ("part", "لكن بشروط"),
    ]
    assert [role for role, _ in links(claimed)] == ["carrier", "carrier", "speaker"]
    assert (claimed.chain, claimed.parent, claimed.act) == ("TASS > أوشاكوف > Joe Biden", "s1", "claim")


def test_an_event_links_who_acts_and_who_vouches(cas: Any) -> None:
    events = {one.identifier: one for one in cas.select(f"{LAYERS}Event")}
    assert links(events["v1"])[0][0] == "actor"
    assert [role for role, _ in links(events["v1"])] == ["actor", "actor", "place"]
    assert (events["v1"].contexts, events["v2"].vouchedBy, events["v3"].modality) == ("diplomatic military", "s2", "hypothetical")


def test_offsets_in_the_file_count_utf16(files: dict[str, bytes], rich: Record) -> None:
    tree = etree.fromstring(files["rich"])
    (sofa,) = [one for one in tree if one.tag.endswith("}Sofa")]
    units = sofa.get("sofaString").encode("utf-16-le")
    assert len(units) // 2 > len(rich.article.text)  # there is emoji before what is looked at
    found = {}
    for one in tree:
        if one.get("begin") and "custom" in one.tag:
            found[one.tag.partition("}")[2], one.get("identifier")] = units[2 * int(one.get("begin")) : 2 * int(one.get("end"))].decode(
                "utf-16-le"
            )
    assert found["Statement", "s1"] == "بايدن 🇺🇸 أبلغه أن «الباب 😀 مفتوح»"
    assert found["Event", "v5"] == "إرسال مساعدات 🚚"
    assert found["Event", "v6"] == "زار"


def test_layers_are_such_as_inception_makes(files: dict[str, bytes]) -> None:
    types = cassis.load_typesystem(io.BytesIO(files["TypeSystem"]))
    for name in ("Statement", "Event"):
        feature = types.get_type(LAYERS + name).get_feature("links")
        assert feature is not None
        assert feature.rangeType.name == "uima.cas.FSArray"
        link = types.get_type(f"{LAYERS}{name}LinksLink")
        assert {one.name for one in link.all_features} >= {"role", "target"}
    assert types.to_xml() == typesystem().to_xml()


def test_an_article_in_which_nothing_was_found_is_a_text(files: dict[str, bytes]) -> None:
    types = cassis.load_typesystem(io.BytesIO(files["TypeSystem"]))
    empty = cassis.load_cas_from_xmi(io.BytesIO(files["bare"]), typesystem=types)
    assert empty.sofa_string == "تأجل الاجتماع."
    assert list(empty.select(NAMED)) == []


def test_a_folder_holds_the_same(files: dict[str, bytes], rich: Record, tmp_path: Path) -> None:
    export.write([rich], "cas", tmp_path / "all")
    assert (tmp_path / "all" / "TypeSystem.xml").read_bytes() == files["TypeSystem"]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_spans_cover_odd_words(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    types = typesystem()
    made = cassis.load_cas_from_xmi(_Cas(record, types).filled().to_xmi(), typesystem=types)
    assert len(made.sofa_string) == len(record.article.text)
    found = sorted((one.begin, one.end) for one in made.select(NAMED))
    assert found == sorted((one.start, one.end) for entity in record.entities for one in entity.mentions)

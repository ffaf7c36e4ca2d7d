"""TimeML documents, validated by lxml against a schema of TIMEX3 written after TimeML 1.2.1."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from rawi import export
from rawi.export.timeml import document
from rawi.model import Record, Time

XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:simpleType name="tid"><xs:restriction base="xs:ID"><xs:pattern value="t\\d+"/></xs:restriction></xs:simpleType>
 <xs:simpleType name="value"><xs:union>
  <xs:simpleType><xs:restriction base="xs:string">
   <xs:pattern value="[0-9X]{2,4}|[0-9X]{4}-([0-9X]{2}(-[0-9X]{2})?|W[0-9X]{2}(-([0-9X]|WE))?|SP|SU|FA|WI|Q[1-4X]|H[12X])"/>
   <xs:pattern value="[0-9X]{4}-[0-9X]{2}-[0-9X]{2}T([0-9X]{2}(:[0-9X]{2})?|MO|MI|AF|EV|NI|DT)"/>
   <xs:pattern value="P([0-9X.]+[YMWD])*(T([0-9X.]+[HMS])+)?|PX|(PAST|PRESENT|FUTURE)_REF|XXXX-WXX-[1-7]"/>
  </xs:restriction></xs:simpleType>
 </xs:union></xs:simpleType>
 <xs:complexType name="timex" mixed="true">
  <xs:attribute name="tid" type="tid" use="required"/>
  <xs:attribute name="type" use="required"><xs:simpleType><xs:restriction base="xs:string">
   <xs:enumeration value="DATE"/><xs:enumeration value="TIME"/><xs:enumeration value="DURATION"/><xs:enumeration value="SET"/>
  </xs:restriction></xs:simpleType></xs:attribute>
  <xs:attribute name="value" type="value" use="required"/>
  <xs:attribute name="temporalFunction" type="xs:boolean"/>
  <xs:attribute name="functionInDocument"><xs:simpleType><xs:restriction base="xs:string">
   <xs:enumeration value="CREATION_TIME"/>
  </xs:restriction></xs:simpleType></xs:attribute>
  <xs:attribute name="anchorTimeID" type="xs:IDREF"/>
  <xs:attribute name="beginPoint" type="xs:IDREF"/>
  <xs:attribute name="endPoint" type="xs:IDREF"/>
  <xs:attribute name="comment" type="xs:string"/>
 </xs:complexType>
 <xs:element name="TimeML"><xs:complexType><xs:sequence>
  <xs:element name="DOCID" type="xs:string"/>
  <xs:element name="DCT" minOccurs="0"><xs:complexType><xs:sequence>
   <xs:element name="TIMEX3" type="timex"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="TITLE" type="xs:string" minOccurs="0"/>
  <xs:element name="TEXT"><xs:complexType mixed="true"><xs:sequence>
   <xs:element name="TIMEX3" type="timex" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
 </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def parsed(record: Record) -> Any:
    tree = etree.fromstring(document(record).encode())
    etree.XMLSchema(etree.fromstring(XSD)).assertValid(tree)
    return tree


def test_documents_hold_to_the_schema_and_keep_the_text(rich: Record, bare: Record, relayed: Record) -> None:
    for record in (rich, bare, relayed):
        text = "".join(parsed(record).find("TEXT").itertext())
        assert text == record.article.text.replace("\x0b", "\ufffd")
        assert len(text) == len(record.article.text)


def test_times_stand_where_they_stand_in_the_text(rich: Record) -> None:
    found = parsed(rich).findall("TEXT/TIMEX3")
    assert [(one.text, one.get("value"), one.get("anchorTimeID")) for one in found] == [
        ("أمس", "2021-12-08", "t0"), ("16 يونيو 2021", "2021-06-16", None), ("ثم", "XXXX-XX-XX", None), ("مايو", "2021-05", None),
    ]  # fmt: skip
    tree = parsed(rich)
    assert tree.find("DCT/TIMEX3").get("value") == "2021-12-09"
    assert (tree.findtext("DOCID"), tree.findtext("TITLE")) == (rich.article.id, rich.article.title)


def test_a_time_counted_from_another_day_says_from_which(rich: Record) -> None:
    moved = msgspec.structs.replace(rich, times=(msgspec.structs.replace(rich.times[0], anchor="2021-12-07"),))
    (time,) = parsed(moved).findall("TEXT/TIMEX3")
    assert (time.get("anchorTimeID"), time.get("comment"), time.get("temporalFunction")) == (None, "counted from 2021-12-07", "true")


def test_of_two_times_that_overlap_the_first_is_kept(rich: Record) -> None:
    first = rich.times[1]
    inner = Time(start=first.start + 3, end=first.end, text="", type="DATE")
    assert len(parsed(msgspec.structs.replace(rich, times=(inner, first))).findall("TEXT/TIMEX3")) == 1


@pytest.mark.parametrize("value", ["2021-W49", "199", "P3M", "PT2H", "PXD", "XXXX-WXX-5", "2015-07-25TMO", "2015-SU", "PAST_REF"])
def test_values_of_every_kind_are_kept(value: str, rich: Record) -> None:
    times = (msgspec.structs.replace(rich.times[0], value=value),)
    assert parsed(msgspec.structs.replace(rich, times=times)).find("TEXT/TIMEX3").get("value") == value


def test_a_range_is_a_duration_between_two_points(rich: Record) -> None:
    ranges = {"2016-07-13/2016-07-15": "PXD", "2012/2014": "PXY", "2015-07-25T14:00/2015-07-25T15:00": "PTXH"}
    for value, length in ranges.items():
        times = (msgspec.structs.replace(rich.times[0], value=value), *rich.times[1:])
        said, first, last, *_ = parsed(msgspec.structs.replace(rich, times=times)).findall("TEXT/TIMEX3")
        assert (said.get("type"), said.get("value"), said.text) == ("DURATION", length, "أمس")
        assert (said.get("beginPoint"), said.get("endPoint")) == (first.get("tid"), last.get("tid"))
        assert [first.get("value"), last.get("value")] == value.split("/")
        assert (first.text, last.text) == (None, None)


def test_every_article_is_a_file(rich: Record, bare: Record, tmp_path: Path) -> None:
    assert export.write([rich, bare], "timeml", tmp_path / "all.zip").items == 2
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.read("bare.tml").decode() == document(bare)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_odd_text_is_xml_of_the_same_length(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    text = "".join(parsed(record).find("TEXT").itertext())
    assert len(text) == len(record.article.text)
    assert all(one == other or other == "\ufffd" for one, other in zip(record.article.text, text, strict=True))

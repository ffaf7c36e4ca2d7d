"""Formats of one JSON object a line: whole records, quotations."""

from __future__ import annotations

import io
import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.export import jsonl, quotations
from rawi.model import Record


def lines(module: Any, *records: Record) -> list[Any]:
    out = io.BytesIO()
    module.write(records, out)
    assert out.getvalue().count(b"\n") == len(out.getvalue().splitlines())
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_records_come_back_equal_and_hold_to_the_schema(rich: Record, bare: Record, relayed: Record) -> None:
    out = io.BytesIO()
    assert jsonl.write([rich, bare, relayed], out) == 3
    assert [msgspec.json.decode(line, type=Record) for line in out.getvalue().splitlines()] == [rich, bare, relayed]
    schema = json.loads(jsonl.describe())
    jsonschema.Draft202012Validator.check_schema(schema)
    for line in lines(jsonl, rich, bare, relayed):
        jsonschema.validate(line, schema, cls=jsonschema.Draft202012Validator)


def test_a_quotation_stands_between_its_words_before_and_after(rich: Record) -> None:
    (article,) = lines(quotations, rich)
    assert article["date"] == "2021-12-09T18:30:00+03:00"
    for quote in article["quotes"]:
        (first, _), (_, last) = quote["spans"][0], quote["spans"][-1]
        assert quote["quote"] == " … ".join(rich.article.text[start:end] for start, end in quote["spans"])
        assert rich.article.text[:first].endswith(quote["pre"])
        assert rich.article.text[last:].startswith(quote["post"])
    assert article["quotes"][0]["quote"] == "بايدن 🇺🇸 أبلغه أن «الباب 😀 مفتوح» … لكن بشروط"


def test_a_quotation_tells_speaker_and_chain(rich: Record) -> None:
    said, claimed, nobody, _ = lines(quotations, rich)[0]["quotes"]
    assert said["speaker"] == {"id": "e2", "name": "أوشاكوف", "name_en": None, "code": "RUS GOV"}
    assert [(link["id"], link["role"], link["said"]) for link in claimed["chain"]] == [
        ("e1", "carrier", "وكالة تاس"), ("e2", "carrier", None), ("Q6279", "speaker", "بايدن 🇺🇸"),
    ]  # fmt: skip
    assert (claimed["act"], claimed["kind"], claimed["parent"], claimed["cue"]) == ("claim", "direct", "s1", None)
    assert (said["medium"], said["time"], said["addressee"]["name_en"]) == ("press-conference", "2021-12-08", "Vladimir Putin; president")
    assert (nobody["speaker"], nobody["chain"]) == (None, [])


def test_articles_without_statements_have_no_line(bare: Record, rich: Record) -> None:
    assert [article["id"] for article in lines(quotations, bare, rich)] == [rich.article.id]


def test_polars_reads_quotations(rich: Record, relayed: Record) -> None:
    out = io.BytesIO()
    assert quotations.write([rich, relayed], out) == 7
    frame = pl.read_ndjson(out.getvalue()).explode("quotes").unnest("quotes")
    assert frame["statement"].to_list() == ["s1", "s2", "s3", "s4", "s1", "s2", "s3"]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_odd_text_comes_back_in_lines(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    out = io.BytesIO()
    jsonl.write([record], out)
    assert msgspec.json.decode(out.getvalue(), type=Record) == record
    told = [quote for article in lines(quotations, record) for quote in article["quotes"]]
    text = record.article.text
    assert [quote["quote"] for quote in told] == [
        " … ".join(text[span.start : span.end] for span in one.content) for one in record.statements if one.content
    ]

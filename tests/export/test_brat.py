"""brat standoff, held to the rules that brat's own reader keeps."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi import export
from rawi.export.brat import configuration, standoff
from rawi.model import Record

_T = re.compile(r"(T\d+)\t([A-Za-z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)\t([^\t]*)")
_E = re.compile(r"(E\d+)\t([A-Za-z0-9_-]+:T\d+(?: [A-Za-z]+\d*:[TE]\d+)*)")
_A = re.compile(r"(A\d+)\t([A-Za-z]+) ([TE]\d+) ([a-z-]+)")
_N = re.compile(r"(N\d+)\tReference (T\d+) Wikidata:Q\d+\t[^\t]+")
_NOTE = re.compile(r"(#\d+)\tAnnotatorNotes ([TE]\d+)\t[^\t]+")
_SAME = re.compile(r"\*\tSame( T\d+){2,}")


class Read(NamedTuple):
    spans: dict[str, tuple[str, list[tuple[int, int]]]]
    events: dict[str, list[tuple[str, str]]]
    attributes: dict[tuple[str, str], str]
    notes: dict[str, str]


def read(ann: str, text: str) -> Read:
    """The annotations, each line checked by brat's rules: known forms, ids used once, spans in order with the text's own words."""
    spans, events, attributes, notes, ids = {}, {}, {}, {}, list[str]()
    for line in ann.splitlines():  # as brat's codecs read: a line ends at every break that Unicode knows
        if found := _T.fullmatch(line):
            key, kind, places, words = found.groups()
            pieces = [(int(a), int(b)) for a, b in (piece.split() for piece in places.split(";"))]
            assert all(0 <= start < end <= len(text) for start, end in pieces)
            assert pieces == sorted(pieces)
            assert " ".join(text[start:end] for start, end in pieces) == words
            spans[key] = (kind, pieces)
        elif found := _E.fullmatch(line):
            key, *_ = found.groups()
            events[key] = [(role, target) for role, _, target in (one.partition(":") for one in found[2].split(" "))]
        elif found := _A.fullmatch(line):
            key, name, target, value = found.groups()
            attributes[target, name] = value
        elif found := _NOTE.fullmatch(line):
            key, target = found.groups()
            notes[target] = line.split("\t")[2]
        else:
            found = _N.fullmatch(line) or _SAME.fullmatch(line)
            assert found, line
            key = line if line.startswith("*") else found[1]
        ids.append(key)
    assert len(set(ids)) == len(ids)
    for key, ((kind, trigger), *arguments) in events.items():
        assert spans[trigger][0] == kind, key  # a trigger is of its event's type
        assert len({role for role, _ in arguments}) == len(arguments)
        assert all(target in spans or target in events for _, target in arguments)
    assert {target for target, _ in attributes} | set(notes) <= {*spans, *events}
    return Read(spans, events, attributes, notes)


def test_the_annotations_hold_to_brats_rules_and_to_the_configuration(rich: Record, bare: Record, relayed: Record) -> None:
    sections = re.split(r"^\[(\w+)\]$", configuration(), flags=re.MULTILINE)
    known = {name: lines.split("\n") for name, lines in zip(sections[1::2], sections[2::2], strict=True)}
    assert list(known) == ["entities", "relations", "events", "attributes"]
    roles = {line.split("\t")[0]: re.findall(r"(\w+)[?*]?:", line.split("\t")[1]) for line in known["events"] if line}
    for record in (rich, bare, relayed):
        found = read(standoff(record), record.article.text)
        assert {kind for kind, _ in found.spans.values()} <= {*known["entities"], *roles}
        for (kind, _), *arguments in found.events.values():
            assert {role.rstrip("0123456789") for role, _ in arguments} <= set(roles[kind])
        for (_, name), value in found.attributes.items():
            (line,) = [one for one in known["attributes"] if one.startswith(f"{name}\t")]
            assert value in line.partition("Value:")[2].split("|")


def test_a_content_in_two_pieces_is_one_span_and_has_its_hands(rich: Record) -> None:
    found = read(standoff(rich), rich.article.text)
    said = dict(found.events["E1"])
    _, pieces = found.spans[said["Statement"]]
    assert [rich.article.text[start:end] for start, end in pieces] == ["بايدن 🇺🇸 أبلغه أن «الباب 😀 مفتوح»", "لكن بشروط"]
    assert found.spans[said["Carrier"]][0] == "Organization"
    assert found.spans[said["Speaker"]][0] == "Person"
    assert found.attributes["E1", "Act"] == "say"
    claimed = dict(found.events["E2"])
    assert claimed["Parent"] == "E1"
    assert claimed["Carrier2"] == said["Speaker"]
    assert found.notes["E2"] == "TASS > أوشاكوف > Joe Biden"


def test_a_content_over_line_breaks_comes_apart_at_them(rich: Record) -> None:
    found = read(standoff(rich), rich.article.text)
    _, pieces = found.spans[dict(found.events["E3"])["Statement"]]
    assert len(pieces) == 2
    assert rich.article.text[pieces[0][1] : pieces[1][0]] == "\r\n"


def test_events_have_modality_and_the_statement_that_vouches(rich: Record) -> None:
    found = read(standoff(rich), rich.article.text)
    modalities = [value for (_, name), value in found.attributes.items() if name == "Modality"]
    assert modalities == ["actual", "actual", "hypothetical", "negated", "planned", "actual", "actual", "actual", "actual"]
    (bombed,) = [arguments for arguments in found.events.values() if arguments[0][0] == "ASSAULT"]
    assert dict(bombed)["VouchedBy"] == "E2"
    (met,) = [dict(arguments) for arguments in found.events.values() if {"Actor2", "Retold"} <= set(dict(arguments))]
    assert found.spans[met["Retold"]][0] == "Telling"


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_texts_lie_beside_their_annotations(name: str, rich: Record, relayed: Record, tmp_path: Path) -> None:
    assert export.write([rich, relayed], "brat", tmp_path / name) == (2, 2)
    if name.endswith(".zip"):
        with zipfile.ZipFile(tmp_path / name) as archive:
            files = {one: archive.read(one) for one in archive.namelist()}
    else:
        files = {one.name: one.read_bytes() for one in (tmp_path / name).iterdir()}
    stem = next(one for one in files if one.startswith("a_1")).partition(".")[0]
    assert set(files) == {"annotation.conf", "geneva.txt", "geneva.ann", f"{stem}.txt", f"{stem}.ann"}
    assert files[f"{stem}.txt"].decode() == rich.article.text
    assert files["geneva.ann"].decode() == standoff(relayed)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_odd_text_holds_to_brats_rules(odd_records: st.SearchStrategy[Record], data: st.DataObject) -> None:
    record = data.draw(odd_records)
    read(standoff(record), record.article.text)

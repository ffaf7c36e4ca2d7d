"""Tables as Parquet: six of them, each parted by the month of publication, the rows of a row group in order of the day."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from rawi.export.extras import library
from rawi.export.page import Page, day_of, speaker
from rawi.export.whole import Bundle
from rawi.model import Event, Record, Statement

GROUP = 256
"""Articles of a month that are kept in memory before their rows are written as a row group of each table."""
_OPEN, _HELD = 4, 1024  # months whose files stand open, articles that all months together keep in memory
_UNDATED = "undated"  # and not a null: pandas does not read partitions of null
Row = dict[str, Any]


def write(records: Iterable[Record], out: Bundle) -> int:
    """Writes the tables of records into a folder; how many files there are comes back."""
    if out.folder is None:
        raise ValueError("Parquet tables are written to a folder")
    months = _Months(out.folder)
    for record in records:
        months.add(record)
    return months.close()


class _Months:
    """The articles held back, by month, and the files that stand open."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.schemas = folder, schemas()
        self.arrow, self.parquet = library("pyarrow", "parquet"), library("pyarrow.parquet", "parquet")
        self.held: dict[str, list[Record]] = {}
        self.open: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self.parts: dict[str, int] = {}
        self.waiting = 0

    def add(self, record: Record) -> None:
        """Takes a record in; writes a row group where its month has enough, or where all months together hold too much."""
        day = day_of(record.article.published)
        month = day[:7] if day else _UNDATED
        self.held.setdefault(month, []).append(record)
        self.waiting += 1
        if len(self.held[month]) >= GROUP:
            self.flush(month)
        elif self.waiting >= _HELD:
            self.flush(max(self.held, key=lambda one: len(self.held[one])))

    def flush(self, month: str) -> None:
        """Writes what is held of a month."""
        records = sorted(self.held.pop(month), key=lambda one: one.article.published or "")
        self.waiting -= len(records)
        files = self.files(month)
        tables = [rows(record) for record in records]
        for name, schema in self.schemas.items():
            files[name].write_table(self.arrow.Table.from_pylist([row for table in tables for row in table[name]], schema))

    def files(self, month: str) -> dict[str, Any]:
        """The open files of a month; where too many months are open, the one used longest ago is closed, and gets another part later."""
        if month not in self.open:
            if len(self.open) >= _OPEN:
                _close(self.open.popitem(last=False)[1])
            self.parts[month] = self.parts.get(month, 0) + 1
            self.open[month] = {name: self.file(name, month) for name in self.schemas}
        self.open.move_to_end(month)
        return self.open[month]

    def file(self, name: str, month: str) -> Any:
        place = self.folder / name / f"month={month}"
        place.mkdir(parents=True, exist_ok=True)
        return self.parquet.ParquetWriter(place / f"part-{self.parts[month]:04}.parquet", self.schemas[name], compression="zstd")

    def close(self) -> int:
        """Writes what is still held, and gives the number of files."""
        for month in list(self.held):
            self.flush(month)
        for files in self.open.values():
            _close(files)
        return sum(self.parts.values()) * len(self.schemas)


def _close(files: dict[str, Any]) -> None:
    for file in files.values():
        file.close()


def rows(record: Record) -> dict[str, list[Row]]:
    """The rows of a record in each table.

    >>> import rawi
    >>> rows(rawi.read("أعلن بايدن اليوم.", published="2021-12-09"))["times"][0]["value"]
    '2021-12-09'
    """
    page, plain = Page(record), msgspec.to_builtins(record)
    day = date.fromisoformat(page.published) if page.published else None
    key = {"article": record.article.id, "published": day}
    article = {**plain["article"], **key, "published_as_told": record.article.published}
    return {
        "articles": [{**article, "strands": plain["strands"], "made_by": plain["made_by"]}],
        "entities": [{**key, **one, "entity": one["id"]} for one in plain["entities"]],
        "times": [{**key, **one, "time": index} for index, one in enumerate(plain["times"])],
        "quantities": [{**key, **one, "quantity": index} for index, one in enumerate(plain["quantities"])],
        "statements": [{**key, **one, **_said(page, told)} for one, told in zip(plain["statements"], record.statements, strict=True)],
        "events": [{**key, **one, **_done(page, told)} for one, told in zip(plain["events"], record.events, strict=True)],
    }


def _done(page: Page, event: Event) -> Row:
    return {"event": event.id, "chain": page.chain(page.vouching(event))}


def _said(page: Page, one: Statement) -> Row:
    """What a row says of a statement besides its own fields: the words, who speaks, the names of the chain."""
    link = speaker(one)
    return {
        "statement": one.id,
        "words": page.words(one.content),
        "speaker": link.entity if link else None,
        "speaker_name": page.name(link.entity) if link else None,
        "depth": len(one.chain),
        "chain": [{**msgspec.to_builtins(held), "name": page.name(held.entity)} for held in one.chain],
    }


def schemas() -> dict[str, Any]:
    """The schema of each table."""
    pa = library("pyarrow", "parquet")
    text, number, real, texts = pa.string(), pa.int32(), pa.float64(), pa.list_(pa.string())
    span = {"start": number, "end": number}
    words = {**span, "text": text}
    key = {"article": text, "published": pa.date32()}
    cue = pa.struct({**words, "lemma": text})
    link = pa.struct({"entity": text, "role": text, "name": text, "mention": pa.struct(words), "cue": cue})
    tables = {
        "articles": {
            "article": text, "published": pa.date32(), "published_as_told": text, "url": text, "outlet": text, "title": text,
            "language": text, "text": text, "strands": pa.list_(pa.struct({**span, "anchor": text, "agency": text})),
            "made_by": pa.struct({"rawi": text, "pack": text, "world": text}),
        },
        "entities": {
            **key, "entity": text, "kind": text, "name": text, "name_en": text, "country": text, "code": text,
            "mentions": pa.list_(pa.struct({**words, "form": text})),
        },
        "times": {**key, "time": number, **words, "type": text, "value": text, "anchor": text},
        "quantities": {**key, "quantity": number, **words, "value": real, "bound": text, "unit": text, "unit_text": text},
        "statements": {
            **key, "statement": text, "kind": text, "act": text, "cue": cue, "speaker": text, "speaker_name": text, "depth": number,
            "chain": pa.list_(link), "content": pa.list_(pa.struct(span)), "words": text, "parent": text, "addressee": text,
            "medium": pa.struct({**words, "kind": text}), "time": number, "confidence": real,
        },
        "events": {
            **key, "event": text, "type": text, "mode": text, "contexts": texts, "actors": texts, "recipients": texts, "place": text,
            "time": number, "modality": text, "trigger": pa.struct(words), "retold": pa.list_(pa.struct(span)), "vouched_by": text,
            "chain": text, "cameo": text, "quantities": pa.list_(number), "agenda": pa.list_(pa.struct(words)), "format": text,
            "duration": text, "confidence": real,
        },
    }  # fmt: skip
    return {name: pa.schema(columns) for name, columns in tables.items()}

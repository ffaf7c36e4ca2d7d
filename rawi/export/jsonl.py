"""Whole records as JSON lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from rawi.model import Record


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes each record on a line, `why` where the record has it; how many lines were written comes back.

    >>> import io, rawi
    >>> write([rawi.read("أعلن بايدن أن الاجتماع تأجل.")], io.BytesIO())
    1
    """
    encoder, lines = msgspec.json.Encoder(), 0
    for lines, record in enumerate(records, 1):  # noqa: B007
        out.write(encoder.encode(record) + b"\n")
    return lines


def describe() -> str:
    """The JSON Schema (draft 2020-12) of a line."""
    made = msgspec.json.schema(Record)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Rawi record, version 1", **made}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()

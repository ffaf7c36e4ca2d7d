"""Statements as JSON lines after GDELT's Global Quotation Graph, a line an article; speaker, chain, act and offsets are added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from rawi.export.page import Page, speaker
from rawi.model import Link, Record, Statement

AROUND = 100
"""Characters of the article that are shown before and after a quotation."""


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes a line for each article with statements; how many statements there are comes back.

    >>> import io, rawi
    >>> write([rawi.read("تأجل الاجتماع.")], io.BytesIO())
    0
    """
    encoder, count = msgspec.json.Encoder(), 0
    for record in records:
        page = Page(record)
        quotes = [_quote(page, one) for one in record.statements if one.content]
        if quotes:
            out.write(encoder.encode({**_article(page), "quotes": quotes}) + b"\n")
            count += len(quotes)
    return count


def _article(page: Page) -> dict[str, Any]:
    article = page.article
    return {
        "date": article.published, "url": article.url, "title": article.title, "lang": article.language,
        "id": article.id, "outlet": article.outlet,
    }  # fmt: skip


def _quote(page: Page, statement: Statement) -> dict[str, Any]:
    text, spans, link = page.article.text, statement.content, speaker(statement)
    time = page.time(statement.time)
    return {
        "pre": text[max(0, spans[0].start - AROUND) : spans[0].start],
        "quote": page.words(spans),
        "post": text[spans[-1].end : spans[-1].end + AROUND],
        "speaker": _entity(page, link.entity) if link else None,
        "chain": [_link(page, one) for one in statement.chain],
        "addressee": _entity(page, statement.addressee) if statement.addressee else None,
        "kind": statement.kind,
        "act": statement.act,
        "cue": statement.cue.text if statement.cue else None,
        "medium": statement.medium.kind if statement.medium else None,
        "time": time.value if time else None,
        "statement": statement.id,
        "parent": statement.parent,
        "spans": [[span.start, span.end] for span in spans],
        "confidence": statement.confidence,
    }


def _link(page: Page, link: Link) -> dict[str, Any]:
    return {**_entity(page, link.entity), "role": link.role, "said": link.mention.text if link.mention else None}


def _entity(page: Page, entity: str) -> dict[str, Any]:
    found = page.entities.get(entity)
    return {
        "id": entity,
        "name": found.name if found else None,
        "name_en": found.name_en if found else None,
        "code": found.code if found else None,
    }

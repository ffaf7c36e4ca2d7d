"""Finding rows, and telling what is in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from rawi.store.filters import Filters, Order, Unit
from rawi.store.found import Found, Hand, Marker, best, spans
from rawi.store.names import Names
from rawi.store.prepare import sentence_at
from rawi.store.sqlite.connect import troubles
from rawi.store.sqlite.where import SHORT, Where

RANKED = 2_000
"""Rows that are ranked: of more, which only common words have, those that were loaded last."""

Run = Callable[..., sqlite3.Cursor]

_DAY = {"published": "a.published", "said": "ifnull(s.first, a.published)", "happened": "ifnull(e.first, a.published)"}
_ARTICLE = "SELECT id, number, outlet, published, title, url FROM article WHERE number = ?"
_STATEMENT = (
    'SELECT s.article, s.id, s.act, s.kind, s.start, s."end", s.cue_start, s.cue_end, s.first, s.confidence, e.name'
    " FROM statement s LEFT JOIN entity e ON e.number = s.addressee WHERE s.number = ?"
)
_EVENT = (
    'SELECT v.article, v.id, v.type, v.mode, v.modality, v.cameo, v.start, v."end", v.first, v.confidence, e.name, v.vouched_by'
    " FROM event v LEFT JOIN entity e ON e.number = v.place WHERE v.number = ?"
)
_HOLDS = (  # the innermost statement with a place in its content
    "SELECT s.number FROM statement s JOIN content c ON c.statement = s.number"
    ' WHERE s.article = ? AND c.start <= ? AND c."end" > ? ORDER BY c."end" - c.start LIMIT 1'
)
_BOUNDS = msgspec.msgpack.Decoder(list[tuple[int, int]])


class Search:
    """One question to a connection."""

    def __init__(self, filters: Filters, run: Run, names: Names, path: Path) -> None:
        self._path = path
        self._where, self._run, self._peeler = Where(filters, run, names), run, names.peeler
        self._marker = Marker(self._where.question.sought if self._where.question else ())

    def count(self) -> int:
        """How many rows there are."""
        with troubles(self._path):
            return int(self._run(f"SELECT count(*){self._where.sql}", self._where.values).fetchone()[0])

    def rows(self, order: Order | None, limit: int | None, offset: int) -> Iterator[Found]:
        """The rows in an order: relevance where words are sought, else the newest first."""
        where, unit, short = self._where, self._where.unit, SHORT[self._where.unit]
        matched = where.question is not None and where.question.match is not None
        order = order or ("relevance" if matched else "newest")
        by = _DAY[where.filters.dated]
        if order == "relevance" and matched:
            most = -1 if limit is None else max(RANKED, limit + offset)
            ranked = f"SELECT {short}.number AS number, w.rank AS rank{where.sql} ORDER BY w.rowid DESC LIMIT {most}"
            sql = f"SELECT number FROM ({ranked}) ORDER BY rank LIMIT ? OFFSET ?"
        else:
            sorting = f"{by}, {short}.number" if order == "oldest" else f"{by} DESC, {short}.number"
            sql = f"SELECT {short}.number{where.sql} ORDER BY {sorting} LIMIT ? OFFSET ?"
        limited = [*where.values, -1 if limit is None else limit, offset]
        with troubles(self._path):
            yield from filter(None, (self.found(unit, number) for (number,) in self._run(sql, limited).fetchall()))

    def found(self, unit: Unit, number: int, roles: Sequence[str] = ()) -> Found | None:
        """A row by its number; None where it has gone meanwhile."""
        tell = {"article": self._article, "statement": self._statement, "event": self._event}[unit]
        told = tell(number)
        return msgspec.structs.replace(told, roles=tuple(roles)) if told and roles else told

    def _article(self, number: int) -> Found | None:
        page = self._page(number)
        if not page:
            return None
        text, bounds, about = page
        runs = self._marker.hits(text, self._peeler)
        start, end = best(runs, bounds)
        hits = spans([run for run in runs if start <= run.start < end])
        place = hits[0].start if hits else None
        said = self._run(_HOLDS, (number, place, place)).fetchone() if place is not None else None
        return Found(
            unit="article", **about, start=start, end=end, text=text[start:end], hits=hits, **self._said(said[0] if said else None)
        )

    def _statement(self, number: int) -> Found | None:
        row = self._run(_STATEMENT, (number,)).fetchone()
        page = self._page(row[0]) if row else None
        if not page:
            return None
        text, bounds, about = page
        begin, last = _extent(row[4:8])
        start, end = sentence_at(bounds, begin)[0], sentence_at(bounds, max(begin, last - 1))[1]
        content = self._run('SELECT start, "end" FROM content WHERE statement = ?', (number,)).fetchall()
        hits = [run for first, stop in content for run in self._hits(text, first, stop)]
        return Found(
            unit="statement", **about, start=start, end=end, text=text[start:end], hits=spans(hits), day=row[8], confidence=row[9],
            **self._said(number),
        )  # fmt: skip

    def _event(self, number: int) -> Found | None:
        row = self._run(_EVENT, (number,)).fetchone()
        page = self._page(row[0]) if row else None
        if not page:
            return None
        text, bounds, about = page
        start, end = sentence_at(bounds, row[6])
        parties = self._hands(
            "SELECT name, id, role FROM party JOIN entity ON number = entity WHERE event = ? ORDER BY role, position", number
        )
        return Found(
            unit="event", **about, start=start, end=end, text=text[start:end], hits=spans(self._hits(text, start, end)),
            event=row[1], type=row[2], mode=row[3], modality=row[4], cameo=row[5], parties=parties, place=row[10], day=row[8],
            confidence=row[9], **self._said(row[11]),
        )  # fmt: skip

    def _page(self, article: int) -> tuple[str, list[tuple[int, int]], dict[str, Any]] | None:
        """An article's text, the bounds of its sentences, and what is told of it in each row."""
        row = self._run("SELECT text, sentences FROM page WHERE article = ?", (article,)).fetchone()
        about = self._run(_ARTICLE, (article,)).fetchone()
        if not row or not about:
            return None
        names = ("article", "number", "outlet", "published", "title", "url")
        return row[0], _BOUNDS.decode(row[1]), dict(zip(names, about, strict=True))

    def _said(self, number: int | None) -> dict[str, Any]:
        """A statement's part of a row."""
        if number is None:
            return {}
        row = self._run(_STATEMENT, (number,)).fetchone()
        chain = self._hands("SELECT name, id, role FROM link JOIN entity ON number = entity WHERE statement = ? ORDER BY position", number)
        return {"statement": row[1], "act": row[2], "kind": row[3], "chain": chain, "addressee": row[10]}

    def _hands(self, sql: str, number: int) -> tuple[Hand, ...]:
        return tuple(Hand(name=name, id=id, role=role) for name, id, role in self._run(sql, (number,)))

    def _hits(self, text: str, start: int, end: int) -> list[Any]:
        """What is sought in a stretch of the text, by its places in the whole."""
        runs = self._marker.hits(text[start:end], self._peeler)
        return [run._replace(start=run.start + start, end=run.end + start) for run in runs]


def _extent(places: Sequence[int | None]) -> tuple[int, int]:
    """Where a statement begins and ends, its cue included."""
    known = [place for place in places if place is not None]
    return min(known, default=0), max(known, default=0)

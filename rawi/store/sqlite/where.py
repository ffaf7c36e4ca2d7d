"""Filters as SQL: which articles, statements or events have what is asked for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

from rawi.store.filters import STATEMENT, Filters
from rawi.store.names import Names
from rawi.store.question import Question, parse

Run = Callable[..., sqlite3.Cursor]

_FROM = {
    "article": "article a",
    "statement": "statement s JOIN article a ON a.number = s.article",
    "event": "event e JOIN article a ON a.number = e.article",
}
_OF_STATEMENT = tuple(name for name in STATEMENT if name != "min_confidence")  # which events have as well
SHORT = {"article": "a", "statement": "s", "event": "e"}
"""What a unit's table is called in the conditions."""


class Where:
    """The conditions of some filters, and what stands in the place of their question marks."""

    def __init__(self, filters: Filters, run: Run, names: Names) -> None:
        self.filters, self.unit, self._run, self._names = filters, filters.unit, run, names
        self.question: Question | None = parse(filters.words, names.peeler) if filters.words is not None else None
        self.source, self.conditions, self.values = _FROM[self.unit], list[str](), list[Any]()
        self._words()
        if self.unit == "event" and (filters.dated == "said" or filters.given(_OF_STATEMENT)):
            self.source += " JOIN statement s ON s.number = e.vouched_by"
        self._articles()
        self._events()
        self._statements()

    @property
    def sql(self) -> str:
        """All after SELECT …."""
        return f" FROM {self.source} WHERE {' AND '.join(self.conditions) or 'TRUE'}"

    def articles(self) -> sqlite3.Cursor:
        """The numbers of the articles that have a row, in order."""
        return self._run(f"SELECT DISTINCT a.number{self.sql} ORDER BY a.number", self.values)

    def _add(self, condition: str, *values: Any) -> None:
        self.conditions.append(condition)
        self.values += values

    def _words(self) -> None:
        if self.question is None:
            return
        table, number = f"{self.unit}_words", f"{SHORT[self.unit]}.number"
        if self.question.match:
            # the index first: asked row by row, it would look for all the words again each time
            self.source = f"{table} w CROSS JOIN {self.source}"
            self._add(f"{table} MATCH ? AND {number} = w.rowid", self.question.match)
        if self.question.unless:
            self._add(f"{number} NOT IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", self.question.unless)

    def _articles(self) -> None:
        filters = self.filters
        self._among("a.outlet", filters.outlet)
        if filters.country:
            self._country(filters.country)
        first, last = {
            "published": ("a.day", "a.day"),
            "said": ("ifnull(s.first, a.day)", "ifnull(s.last, a.day)"),
            "happened": ("ifnull(e.first, a.day)", "ifnull(e.last, a.day)"),
        }[filters.dated]
        if filters.since:
            self._add(f"{last} >= ?", filters.since)
        if filters.until:
            self._add(f"substr({first}, 1, ?) <= ?", len(filters.until), filters.until)

    def _country(self, asked: Iterable[str]) -> None:
        states = json.dumps(sorted(set().union(*map(self._states, asked))))
        whose = "SELECT number FROM entity WHERE country IN (SELECT value FROM json_each(?))"
        self._add({
            "article": f"a.number IN (SELECT article FROM mention WHERE entity IN ({whose}))",
            "statement": f"s.number IN (SELECT statement FROM link WHERE role = 'speaker' AND entity IN ({whose}))",
            "event": f"e.number IN (SELECT event FROM party WHERE entity IN ({whose}))",
        }[self.unit], states)  # fmt: skip

    def _states(self, name: str) -> set[str]:
        """The states that a name stands for: by its code, by the world, by who is called so in the store."""
        asked = self._names.asked(name)
        code = name.strip().upper()
        if asked.states or (len(code) == 3 and code.isascii()):
            return {code, *asked.states}
        sql = "SELECT DISTINCT country FROM entity WHERE number IN (SELECT value FROM json_each(?)) AND country IS NOT NULL"
        return {state for (state,) in self._run(sql, (json.dumps(sorted(self.entities(name))),))}

    def _events(self) -> None:
        filters = self.filters
        if filters.event:
            types, codes = [t.upper() for t in filters.event], [f"{t}*" for t in filters.event if t.isdecimal()]
            either = " OR ".join([f"e.type IN ({_marks(types)})", *("e.cameo GLOB ?" for _ in codes)])
            self._add(f"({either})", *types, *codes)
        self._among("e.modality", filters.modality)
        for role in ("actor", "recipient"):
            if asked := getattr(filters, role):
                of = "SELECT event FROM party WHERE entity IN (SELECT value FROM json_each(?)) AND role = ?"
                self._add(f"e.number IN ({of})", self.chosen(asked), role)
        if filters.place:
            self._add("e.place IN (SELECT value FROM json_each(?))", self.chosen(filters.place))

    def _statements(self) -> None:
        filters = self.filters
        if filters.min_confidence is not None:
            self._add(f"{SHORT[self.unit]}.confidence >= ?", filters.min_confidence)
        self._among("s.act", filters.act)
        self._among("s.kind", filters.kind)
        if filters.depth is not None:
            self._add("s.depth >= ?", filters.depth)
        for role in ("speaker", "carrier"):
            if asked := getattr(filters, role):
                of = "SELECT statement FROM link WHERE entity IN (SELECT value FROM json_each(?)) AND role = ?"
                self._add(f"s.number IN ({of})", self.chosen(asked), role)
        if filters.addressee:
            self._add("s.addressee IN (SELECT value FROM json_each(?))", self.chosen(filters.addressee))
        if filters.about:
            of = "SELECT statement FROM about WHERE entity IN (SELECT value FROM json_each(?))"
            self._add(f"s.number IN ({of})", self.chosen(filters.about))

    def _among(self, column: str, values: tuple[str, ...]) -> None:
        if values:
            self._add(f"{column} IN ({_marks(values)})", *values)

    def chosen(self, asked: Iterable[str]) -> str:
        """The numbers of the entities that names stand for, as a JSON array."""
        return json.dumps(sorted(set().union(*map(self.entities, asked))))

    def entities(self, name: str) -> set[int]:
        """The entities of a name: those of its ids or code, those called just so; where there are none, those that have its words."""
        asked = self._names.asked(name)
        found: set[int] = set()
        if asked.code:
            found |= self._numbers("code = ? OR code GLOB ?", asked.code, f"{asked.code} *")
        if asked.key:
            found |= self._numbers("key = ? OR key_en = ?", asked.key, asked.key)
            sql = "SELECT DISTINCT id FROM entity WHERE (key = ? OR key_en = ?) AND id IS NOT NULL"
            ids = {*asked.ids, *(id for (id,) in self._run(sql, (asked.key, asked.key)))}
        else:
            ids = set(asked.ids)
        for id in ids:
            found |= self._numbers("id = ?", id)
        if not found and asked.key:
            phrase = '"' + asked.key.replace('"', '""') + '"'
            found = self._numbers("number IN (SELECT rowid FROM entity_words WHERE entity_words MATCH ?)", phrase)
        return found

    def _numbers(self, condition: str, *values: str) -> set[int]:
        return {number for (number,) in self._run(f"SELECT number FROM entity WHERE {condition}", values)}


def _marks(values: Iterable[Any]) -> str:
    return ", ".join("?" for _ in values)

"""Counting and ordering over the whole store: who has to do with whom, what came when, how much there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from rapidfuzz import fuzz, process

from rawi.store.filters import Filters, Unit
from rawi.store.found import Stats, Tie
from rawi.store.names import Names
from rawi.store.sqlite.where import Where

Run = Callable[..., sqlite3.Cursor]

_PAIRS = {
    "speaks": "link f JOIN about t ON t.statement = f.statement WHERE f.role = 'speaker'",
    "carries": "link f JOIN link t ON t.statement = f.statement AND t.position = f.position + 1 WHERE f.role = 'carrier'",
}
_TIMELINE = """
SELECT day, unit, number, group_concat(DISTINCT role) FROM (
  SELECT ifnull(s.first, a.day) AS day, 'statement' AS unit, s.number AS number, x.role AS role FROM (
    SELECT statement, role FROM link WHERE entity IN (SELECT value FROM json_each(?1))
    UNION SELECT number, 'addressee' FROM statement WHERE addressee IN (SELECT value FROM json_each(?1))
    UNION SELECT statement, 'about' FROM about WHERE entity IN (SELECT value FROM json_each(?1))
  ) x JOIN statement s ON s.number = x.statement JOIN article a ON a.number = s.article
  UNION ALL
  SELECT ifnull(e.first, a.day), 'event', e.number, x.role FROM (
    SELECT event, role FROM party WHERE entity IN (SELECT value FROM json_each(?1))
    UNION SELECT number, 'place' FROM event WHERE place IN (SELECT value FROM json_each(?1))
  ) x JOIN event e ON e.number = x.event JOIN article a ON a.number = e.article
) WHERE (?2 IS NULL OR day >= ?2) AND (?3 IS NULL OR substr(day, 1, length(?3)) <= ?3)
GROUP BY unit, number ORDER BY day, unit DESC, number LIMIT ?4
"""
_COUNTED = ("article", "entity", "mention", "time", "quantity", "statement", "link", "event", "failure")


def timeline(run: Run, entities: str, since: str | None, until: str | None, limit: int | None) -> Iterator[tuple[Unit, int, list[str]]]:
    """The statements and events that entities (numbers, as a JSON array) have a part in, by day, each with those parts."""
    for _, unit, number, roles in run(_TIMELINE, (entities, since, until, -1 if limit is None else limit)).fetchall():
        yield unit, number, sorted(roles.split(","))


def network(run: Run, names: Names, filters: Filters, relation: str, limit: int | None) -> Iterator[Tie]:
    """Who speaks of whom, or who carries whom, in the statements of what is asked for; most statements first.

    Those whose Wikidata id is known are one wherever they appear, the others by their folded names.
    """
    where = Where(filters, run, names)
    chosen = {
        "article": f"f.statement IN (SELECT number FROM statement WHERE article IN (SELECT a.number{where.sql}))",
        "statement": f"f.statement IN (SELECT s.number{where.sql})",
        "event": f"f.statement IN (SELECT e.vouched_by{where.sql})",
    }[where.unit] if where.conditions else "TRUE"  # fmt: skip
    sql = f"""
    SELECT min(x.name), min(x.id), min(y.name), min(y.id), count(DISTINCT p.statement), count(DISTINCT s.article) FROM (
      SELECT f.statement AS statement, f.entity AS source, t.entity AS target FROM {_PAIRS[relation]} AND {chosen}
    ) p JOIN entity x ON x.number = p.source JOIN entity y ON y.number = p.target JOIN statement s ON s.number = p.statement
    WHERE ifnull(x.id, x.key) <> ifnull(y.id, y.key)
    GROUP BY ifnull(x.id, x.key), ifnull(y.id, y.key) ORDER BY 5 DESC, 1, 3 LIMIT ?
    """
    for source, source_id, target, target_id, statements, articles in run(sql, [*where.values, -1 if limit is None else limit]):
        yield Tie(
            relation=relation,
            source=source,
            source_id=source_id,
            target=target,
            target_id=target_id,
            statements=statements,
            articles=articles,
        )


def close(run: Run, key: str) -> list[str]:
    """The names in the store that have a word most like one of a key's."""
    starts = " OR ".join(f'"{word[:3]}" *' for word in key.replace('"', " ").split() if len(word) > 2)
    if not starts:
        return []
    sql = "SELECT key, key_en, name FROM entity WHERE number IN (SELECT rowid FROM entity_words WHERE entity_words MATCH ? LIMIT 5000)"
    keys = {written: name for key, english, name in run(sql, (starts,)) for written in (key, english) if written}
    return [keys[like] for like, *_ in process.extract(key, list(keys), scorer=fuzz.WRatio, limit=3, score_cutoff=75)]


def stats(run: Run, path: Path) -> Stats:
    """How much there is of what."""
    first, last = run("SELECT min(day), max(day) FROM article").fetchone()
    versions = "SELECT rawi || ', ' || pack || ', world ' || world, count(*) FROM article JOIN made_by m ON m.number = made_by GROUP BY 1"
    beside = [path, path.with_name(f"{path.name}-wal")]
    return Stats(
        rows={table: run(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED},
        outlets=dict(run("SELECT ifnull(outlet, ''), count(*) FROM article GROUP BY 1 ORDER BY 2 DESC, 1").fetchall()),
        versions=dict(run(versions).fetchall()),
        failures=dict(run("SELECT stage, count(*) FROM failure GROUP BY 1 ORDER BY 2 DESC, 1").fetchall()),
        first=first,
        last=last,
        bytes=sum(one.stat().st_size for one in beside if one.exists()),
    )

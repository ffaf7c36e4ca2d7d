"""Entities as Wikidata's dump writes them, and small worlds to break."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from rawi.world.tables import DATA

Json = dict[str, Any]


def snak(prop: str, item: str) -> Json:
    value = {"entity-type": "item", "numeric-id": int(item[1:]), "id": item}
    return {"snaktype": "value", "property": prop, "datavalue": {"value": value, "type": "wikibase-entityid"}, "datatype": "wikibase-item"}


def moment(prop: str, day: str) -> Json:
    precision = {4: 9, 7: 10, 10: 11}[len(day)]
    time = f"+{day + '-00-00'[len(day) - 4 :] if len(day) < 10 else day}T00:00:00Z"
    model = "http://www.wikidata.org/entity/Q1985727"
    value = {"time": time, "timezone": 0, "before": 0, "after": 0, "precision": precision, "calendarmodel": model}
    return {"snaktype": "value", "property": prop, "datavalue": {"value": value, "type": "time"}, "datatype": "time"}


def claim(main: Json, rank: str = "normal", **qualifiers: str) -> Json:
    made = {"mainsnak": main, "type": "statement", "id": "Q1$1", "rank": rank, "references": []}
    if qualifiers:
        made["qualifiers"] = {prop: [moment(prop, day)] for prop, day in qualifiers.items()}
        made["qualifiers-order"] = list(qualifiers)
    return made


def entity(item: str, arabic: str | None, english: str | None, claims: dict[str, list[Json]], *aliases: str) -> Json:
    """An entity of the dump; where it has no names or claims, an empty list stands there as in Wikidata's own."""
    labels = {code: {"language": code, "value": name} for code, name in (("ar", arabic), ("en", english)) if name}
    others = {"ar": [{"language": "ar", "value": name} for name in aliases]} if aliases else []
    described = {"ar": {"language": "ar", "value": "وصف"}}
    return {
        "type": "item", "id": item, "labels": labels or [], "descriptions": described, "aliases": others, "claims": claims or [],
        "sitelinks": [], "pageid": 1, "ns": 0, "title": item, "lastrevid": 1, "modified": "2024-01-01T00:00:00Z",
    }  # fmt: skip


def person(item: str, arabic: str, english: str, *aliases: str, state: str, work: str = "Q82955", **claims: list[Json]) -> Json:
    made = {"P31": [claim(snak("P31", "Q5"))], "P106": [claim(snak("P106", work))], "P27": [claim(snak("P27", state))], **claims}
    return entity(item, arabic, english, made, *aliases)


def dumped(entities: list[Json], *broken: str) -> str:
    """The entities as a dump: an array, one a line, commas behind all but the last; broken lines stand in the middle."""
    rows = [json.dumps(one, ensure_ascii=False) for one in entities]
    rows[1:1] = broken
    return "[\n" + ",\n".join(rows) + "\n]\n"


def small_world(folder: Path, **tables: str) -> Path:
    """A world of a few rows: Rawi's grammar and codes, tables as given, the others with their columns only."""
    folder.mkdir()
    for file in DATA.iterdir():
        if file.suffix == ".toml":
            shutil.copy(file, folder)
        else:
            lines = file.read_text(encoding="utf-8").split("\n")
            head = next(line for line in lines if line and not line.startswith("#"))
            (folder / file.name).write_text(f"{head}\n{tables.get(file.stem, '')}\n", encoding="utf-8")
    return folder

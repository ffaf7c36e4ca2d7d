"""`rawi world build`, measured: how fast it reads a Wikidata dump, and in how much memory.

    python benchmarks/world_build.py [--lines 1000000] [--plain]

The dump is generated, with entities as Wikidata writes them: things that a world has no use for, people with offices, positions, parties
and towns, and a broken line in a thousand. It goes to the command through a pipe, so that nothing is written; with `--plain` it is read
without being built, to see what reading alone costs. Memory is the peak of the process itself (Linux).
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rawi.world.wikidata import lines

STATES = ("Q79", "Q796", "Q858", "Q810", "Q30", "Q142", "Q159")
GIVEN = ("محمد", "أحمد", "خالد", "سالم", "يوسف", "فاطمة", "جون", "بيير")
PADDING = {f"{code}wiki": {"site": f"{code}wiki", "title": "x" * 20, "badges": [], "url": "y" * 60} for code in "abcdefghij"}


def main() -> None:
    """Generates, builds, and prints a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--generate", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.generate:
        sys.stdout.writelines(dump(options.lines))
        return
    maker = subprocess.Popen([sys.executable, __file__, "--generate", "--lines", str(options.lines)], stdout=subprocess.PIPE)
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        seconds, told = _plain(maker) if options.plain else _build(maker, Path(folder, "world"), begin)
    maker.wait()
    print(told.strip())
    peak = resource.getrusage(resource.RUSAGE_SELF if options.plain else resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{options.lines:,} lines in {seconds:.1f} s ({options.lines / seconds:,.0f} a second), peak memory {peak:.0f} MB")


def _build(maker: subprocess.Popen[bytes], world: Path, begin: float) -> tuple[float, str]:
    command = [sys.executable, "-m", "rawi.cli.main", "world", "build", "-", "-o", str(world)]
    done = subprocess.run(command, stdin=maker.stdout, capture_output=True, text=True, check=False)
    return time.monotonic() - begin, done.stderr + done.stdout


def _plain(maker: subprocess.Popen[bytes]) -> tuple[float, str]:
    begin = time.monotonic()
    found = sum(line.entity is not None for line in lines(Path(f"/dev/fd/{maker.stdout.fileno()}")))  # type: ignore[union-attr]
    return time.monotonic() - begin, f"{found:,} entities looked into"


def dump(count: int) -> Iterator[str]:
    """The lines of a dump of so many entities."""
    yield "[\n"
    for number in range(1, count + 1):
        yield '{"id": "Q1", "labels": {"ar":\n' if number % 1000 == 0 else json.dumps(_entity(number), ensure_ascii=False) + ",\n"
    yield "]\n"


def _entity(number: int) -> dict[str, Any]:
    item = f"Q{200_000_000 + number}"
    kind = number % 50
    if kind == 0:
        post = _claim("P39", f"Q{200_000_000 + number + 1}", P580="+2015-01-00T00:00:00Z")
        told = {"P31": "Q5", "P106": "Q82955", "P27": STATES[number % 7]}
        claims = {"P39": [post]} | {prop: [_claim(prop, value)] for prop, value in told.items()}
        return _made(item, f"{GIVEN[number % 8]} {_word(number)} {_word(number // 7)}", f"Person {number}", claims)
    if kind == 1:
        return _made(item, None, "Minister of Foreign Affairs of Egypt", {"P1001": [_claim("P1001", "Q79")]})
    if kind == 2:
        claims = {"P31": [_claim("P31", "Q515")], "P17": [_claim("P17", STATES[number % 7])]}
        return _made(item, f"بلدة {_word(number)}", f"Town {number}", claims)
    label = f"شيء {_word(number)}" if kind < 10 else None
    return _made(item, label, f"Thing {number}", {"P31": [_claim("P31", "Q4167836")]})


def _word(number: int) -> str:
    letters = "ابتثجحخدرزسشصضطعفقكلمنهوي"
    return "".join(letters[number // 25**place % 25] for place in range(4))


def _made(item: str, arabic: str | None, english: str, claims: dict[str, Any]) -> dict[str, Any]:
    labels = {code: {"language": code, "value": name} for code, name in (("ar", arabic), ("en", english)) if name}
    return {"type": "item", "id": item, "labels": labels, "descriptions": [], "aliases": [], "claims": claims, "sitelinks": PADDING}


def _claim(prop: str, item: str, **days: str) -> dict[str, Any]:
    value = {"entity-type": "item", "numeric-id": int(item[1:]), "id": item}
    snak = {"snaktype": "value", "property": prop, "datavalue": {"value": value, "type": "wikibase-entityid"}}
    claim: dict[str, Any] = {"mainsnak": snak, "type": "statement", "id": f"{item}$1", "rank": "normal"}
    if days:
        claim["qualifiers"] = {prop: [_moment(prop, day)] for prop, day in days.items()}
    return claim


def _moment(prop: str, day: str) -> dict[str, Any]:
    return {"snaktype": "value", "property": prop, "datavalue": {"value": {"time": day, "precision": 10}, "type": "time"}}


if __name__ == "__main__":
    main()

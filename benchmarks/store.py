"""The store, measured on an archive: how fast it loads, how much memory and disk it takes, how fast it answers.

    python benchmarks/store.py ARCHIVE [--map text=content,…] [--workers 2] [--store news.rawi] [--growth]

ARCHIVE is what `rawi load` takes. With `--store` a store that is there already is only asked. With `--growth` a tenth of the archive is
loaded first, to see that ten times more articles cost about ten times more. Needs Linux (/proc) for the memory of all processes.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from rawi.store import Filters, Store
from rawi.store.words import Peeler

QUERIES = 200
SEED = 7


def main() -> None:
    """Loads, then asks, and prints a line for each figure."""
    options = _options()
    if not Path(options.archive).exists():
        print(f"{options.archive} is not here: nothing is measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        store = Path(options.store or Path(folder, "news.rawi"))
        if options.growth:
            _growth(options, Path(folder))
        if not store.exists():
            _load(options, store, options.archive)
        _size(store)
        _ask(store)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("--map", default="")
    parser.add_argument("--workers", default="2")
    parser.add_argument("--store")
    parser.add_argument("--growth", action="store_true")
    return parser.parse_args()


def _load(options: argparse.Namespace, store: Path, *sources: str) -> float:
    """Loads with the command, and prints time, pace and memory; how many seconds it took."""
    command = [sys.executable, "-m", "rawi.cli.main", "load", str(store), *sources, "--workers", options.workers]
    command += ["--map", options.map] if options.map else []
    begin = time.monotonic()
    loading = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    most = 0
    while loading.poll() is None:
        most = max(most, sum(map(_memory, _family(loading.pid))))
        time.sleep(0.5)
    seconds = time.monotonic() - begin
    with Store(store, read_only=True) as made:
        number = len(made)
    print(f"load: {number:,} articles in {seconds / 60:.1f} min, {number / seconds:,.0f} a second, peak memory {most / 1e6:,.0f} MB")
    return seconds


def _family(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _memory(pid: int) -> int:
    """The memory of a process in bytes, what it shares with others in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _growth(options: argparse.Namespace, folder: Path) -> None:
    """Loads the first article of ten, and then all."""
    from rawi.ingest.columns import columns_in
    from rawi.ingest.files import read_rows, rows
    from rawi.ingest.walk import files
    from rawi.model import Article

    names = columns_in([options.map]) if options.map else {}
    found = (row for one in files([options.archive]) if isinstance(one, str) for row in rows(one, names))
    import msgspec

    with open(folder / "all.jsonl", "wb") as whole, open(folder / "tenth.jsonl", "wb") as tenth:
        articles = (placed.one for placed in read_rows(found, names) if isinstance(placed.one, Article))
        for at, article in enumerate(articles):
            line = msgspec.json.encode(article) + b"\n"
            whole.write(line)
            if at % 10 == 0:
                tenth.write(line)
    options.map = ""
    few, many = (_load(options, folder / f"{name}.rawi", str(folder / f"{name}.jsonl")) for name in ("tenth", "all"))
    print(f"growth: ten times more articles took {many / few:.1f} times longer")


def _size(store: Path) -> None:
    with Store(store, read_only=True) as made:
        text = sum(len(article.text.encode()) for article in made.articles())
        stats = made.stats()
    print(f"size: {stats.bytes / 1e6:,.0f} MB, {stats.bytes / text:.2f} times the {text / 1e6:,.0f} MB of text")
    print("rows: " + ", ".join(f"{number:,} {name}" for name, number in stats.rows.items()))


def _ask(store: Path) -> None:
    """Asks many different questions, and prints how long the answers took."""
    with Store(store, read_only=True) as made:
        questions = list(islice(_questions(made), QUERIES))
        begin = time.monotonic()
        list(made.find(Filters(words="x")))
        first = time.monotonic() - begin
        took = []
        for filters in questions:
            begin, worked = time.monotonic(), time.process_time()
            rows = len(list(made.find(filters)))
            took.append((time.monotonic() - begin, time.process_time() - worked, rows, filters))
    found = sum(1 for *_, rows, _ in took if rows)
    print(f"find: {len(took)} questions ({found} with rows), first {first * 1000:.0f} ms")
    for at, what in enumerate(("clock", "processor")):
        times = sorted(one[at] * 1000 for one in took)
        p50, p95 = (times[int(len(times) * share)] for share in (0.5, 0.95))
        print(f"  by the {what}: p50 {p50:.1f} ms, p95 {p95:.1f} ms, most {times[-1]:.1f} ms")
    print("the slowest:")
    for seconds, _, rows, filters in sorted(took, key=lambda one: -one[0])[:5]:
        asked = {name: value for name in Filters.__struct_fields__ if (value := getattr(filters, name)) not in (None, ())}
        print(f"  {seconds * 1000:.1f} ms, {rows} rows: {asked}")


def _questions(store: Store) -> Iterator[Filters]:
    """Questions of all kinds over the words and names of articles drawn by lot."""
    chance, peeler = random.Random(SEED), Peeler(store.language)
    number = store.stats().rows["article"]
    drawn = [record for at in chance.sample(range(1, number + 1), min(number, 600)) for record in store.get(f"#{at}")]
    for record in drawn:
        words = [record.article.text[word.start : word.end] for word in peeler.text(record.article.text)]
        if len(words) < 20:
            continue
        one, two, three = chance.sample(words, 3)
        at = chance.randrange(len(words) - 3)
        phrase = " ".join(words[at : at + chance.choice((2, 3))])
        names = [entity.name for entity in record.entities] or [one]
        name = chance.choice(names)
        yield from chance.sample(
            (
                Filters(words=one),
                Filters(words=f"{one} {two}"),
                Filters(words=f'"{phrase}"'),
                Filters(words=f"{one} or {two} or {three}"),
                Filters(words=f"{one} not {two}"),
                Filters(words=f'("{phrase}" or {one}) and {two}', outlet=(record.article.outlet or "",)),
                Filters(words=one, since=(record.article.published or "2015")[:10], until=(record.article.published or "2015")[:10]),
                Filters(speaker=(name,)),
                Filters(about=(name,)),
                Filters(about=(name,), words=one),
                Filters(actor=(name,)),
                Filters(act=("deny",), words=one),
                Filters(depth=2, since=(record.article.published or "2015")[:10]),
                Filters(event=("ASSAULT",), words=one),
                Filters(country=(next((entity.country for entity in record.entities if entity.country), "SAU"),), act=("warn", "accuse")),
            ),
            2,
        )


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).parents[1]))
    main()

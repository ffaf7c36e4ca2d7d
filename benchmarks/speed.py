"""How fast articles are read, and what they cost: beside a tokenizer of the same texts, by stage, by length, as a whole process.

    python benchmarks/speed.py [--articles N] [ARCHIVE]

ARCHIVE is a zip of a JSON array of articles with `title` and `content` (SaudiNewsNet), or JSON lines with `title` and `text`, gzipped or
not. Times are of the processor, so that what else the machine does counts little; the fastest of some rounds is taken. The tokenizer is
spaCy's for Arabic, no dependency of Rawi; where it is missing, the rest is measured. To have it in an environment of its own:

    python3 -m venv .bench
    .bench/bin/pip install -r requirements.txt
    .bench/bin/pip install "spacy>=3.7"
    .bench/bin/python benchmarks/speed.py
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any, NamedTuple, TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run from a checkout, in an environment that does not know it

import msgspec  # noqa: E402

import rawi  # noqa: E402
from rawi.document import Document  # noqa: E402
from rawi.lang.pack import load  # noqa: E402
from rawi.pipeline import STAGES  # noqa: E402
from rawi.text.article import article  # noqa: E402
from rawi.text.language import other_language  # noqa: E402
from rawi.text.sentences import sentences  # noqa: E402

ARCHIVE = ROOT.parent / "shared/data/saudinewsnet/2015-07-21.zip"
DAY = "2015-07-21"
Made = TypeVar("Made")
ROUNDS = 3
HERE = os.environ | {"PYTHONPATH": str(ROOT)}
LONGER, MANY, STARTS = 10, 15, 5
TIMES, SHARE, MEMORY, PROCESS = 11, 0.15, 200, 0.6


def pages(archive: Path, most: int) -> list[str]:
    """The first articles of an archive, title and body joined."""
    return [text for text in islice(_pages(archive), most) if text.strip()]


def _pages(archive: Path) -> Iterator[str]:
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as inside:
            for one in json.loads(inside.read(inside.namelist()[0])):
                yield f"{one['title']}\n{one['content']}"
        return
    with gzip.open(archive, "rt", encoding="utf-8") if archive.suffix == ".gz" else archive.open(encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            yield f"{one['title']}\n{one['text']}"


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The fastest of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def read_all(texts: list[str]) -> None:
    """Reads every text to JSON, as the command does."""
    for record in rawi.read_many(texts, published=DAY):
        record.to_json()


class Profile:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.lang = load()
        self.spent = dict.fromkeys(("article", "tokens", *(stage.gives for stage in STAGES)), 0.0)

    def timed(self, name: str, work: Callable[..., Made], *given: Any) -> Made:
        """Works, and adds the time to a stage's."""
        start = time.process_time()
        made = work(*given)
        self.spent[name] += time.process_time() - start
        return made

    def read(self, text: str) -> None:
        """Reads a text stage by stage."""
        made = self.timed("article", lambda: article(text, published=DAY))
        doc = self.timed("tokens", self._tokens, made)
        for stage in STAGES:
            doc = msgspec.structs.replace(doc, **{stage.gives: self.timed(stage.gives, stage.run, doc, self.lang)})

    def _tokens(self, made: rawi.Article) -> Document:
        tokens = self.lang.tokens(made.text)
        return Document(article=made, tokens=tokens, sentences=sentences(made.text, tokens))


def profile(texts: list[str]) -> dict[str, float]:
    """Seconds by stage over all texts; the fastest of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        measured = Profile()
        for text in texts:
            measured.read(text)
        rounds.append(measured.spent)
    return {name: min(spent[name] for spent in rounds) for name in rounds[0]}


def ten_times(pages: list[str]) -> tuple[int, float]:
    """How long ten pages are on average, and how many times the cost of one they have as one page."""
    one_by_one = seconds(lambda: [rawi.read(page, published=DAY) for page in pages])
    at_once = seconds(lambda: rawi.read("\n".join(pages), published=DAY))
    return sum(map(len, pages)) // LONGER, LONGER * at_once / one_by_one


def tens(texts: list[str]) -> Iterator[list[str]]:
    """Ten articles of about one length each: short, middling, long, very long ones; and ten pages of many articles each."""
    by_length = sorted((text for text in texts if len(text) > 500), key=len)
    for share in (0.1, 0.5, 0.9, 1.0):
        first = min(int(len(by_length) * share), len(by_length) - LONGER)
        yield by_length[first : first + LONGER]
    yield ["\n".join(texts[start : start + MANY]) for start in range(0, LONGER * MANY, MANY)]


class Process(NamedTuple):
    """What a command cost: seconds of the processor from start to end, and its peak memory in MB."""

    seconds: float
    memory: int


COMMAND = "import sys; from rawi.cli.main import run; run(sys.argv[1:]); sys.stderr.write('\\n' + open('/proc/self/status').read())"
"""A command that says at its end what memory it had; what the system tells its parent would count the parent's own."""


def process(*args: str) -> Process:
    """What a command `rawi …` costs as a whole process."""
    with Popen([sys.executable, "-P", "-c", COMMAND, *args], cwd=ROOT, env=HERE, stdout=DEVNULL, stderr=PIPE) as running:
        assert running.stderr
        told = running.stderr.read().decode()
        _, _, used = os.wait4(running.pid, 0)
        running.returncode = 0
    peak = re.search(r"^VmHWM:\s+(\d+) kB", told, re.MULTILINE)
    if peak is None:
        sys.exit(told)
    return Process(used.ru_utime + used.ru_stime, int(peak[1]) // 1024)


def whole_command(texts: list[str]) -> Process:
    """`rawi read` over the articles as JSON lines, in one process."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": text, "published": DAY}) + "\n" for text in texts)
        lines.flush()
        return process("read", "--format", "jsonl", lines.name)


def tokenizer() -> Callable[[str], object] | None:
    """spaCy's tokenizer for Arabic, where it is installed."""
    try:
        import spacy
    except ImportError:
        return None
    tokenize: Callable[[str], object] = spacy.blank("ar").tokenizer
    return tokenize


def verdict(holds: bool, target: str) -> str:
    """The target, and whether it is reached."""
    return f"(target {target}: {'reached' if holds else 'MISSED'})"


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description="How fast articles are read.")
    options.add_argument("archive", nargs="?", type=Path, default=ARCHIVE)
    options.add_argument("--articles", type=int, default=1000)
    chosen = options.parse_args()
    if not chosen.archive.exists():
        sys.exit(f"{chosen.archive} is not here: give an archive.")
    texts = pages(chosen.archive, chosen.articles)
    rates(texts)
    costs(texts)
    stages(texts)


def rates(texts: list[str]) -> None:
    """Articles and megabytes a second."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    ours = seconds(lambda: read_all(texts))
    print(f"{len(texts)} articles, {size:.2f} MB of UTF-8")
    print(f"rawi         {len(texts) / ours:8.0f} articles/s {size / ours:8.2f} MB/s")
    if tokenize := tokenizer():
        theirs = seconds(lambda: [tokenize(text) for text in texts])
        print(f"spaCy tokens {len(texts) / theirs:8.0f} articles/s {size / theirs:8.2f} MB/s")
        print(f"share of its speed {theirs / ours:.3f} {verdict(theirs / ours >= SHARE, f'{SHARE} or more')}")
    else:
        print("spaCy is not installed here: see the head of this file")


def costs(texts: list[str]) -> None:
    """What commands cost, and what length does."""
    whole = whole_command(texts)
    one = min(process("read", "--format", "json", "--published", "2021-12-09", "examples/council.txt") for _ in range(STARTS))
    print(f"rawi read, all of them in one process: {whole.seconds:.1f} s")
    print(f"  peak memory {whole.memory} MB {verdict(whole.memory < MEMORY, f'under {MEMORY}')}")
    print(f"rawi read, one article: {one.seconds:.2f} s {verdict(one.seconds < PROCESS, f'under {PROCESS}')}")
    print("cost of an article ten times as long")
    for ten in tens(texts):
        length, times = ten_times(ten)
        print(f"  {length:6} characters: {times:5.1f} times {verdict(times <= TIMES, f'{TIMES} at most')}")


def stages(texts: list[str]) -> None:
    """Milliseconds an article by stage."""
    spent = profile([text for text in texts if other_language(text) is None])
    print("ms per article by stage")
    for name, taken in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"  {name:12} {1000 * taken / len(texts):6.2f} {taken / sum(spent.values()):5.0%}")


if __name__ == "__main__":
    main()

"""What reading times and quantities costs, and whether every date comes back in every form.

    python benchmarks/times.py [--articles N]      the share of the whole reading time that each stage takes
    python benchmarks/times.py --all-dates         every day of 1900 to 2100 in every form and script of tests/properties/test_times.py

The articles are those of ../shared/data/ant (see its README); the longest stage comes first.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path
from types import ModuleType

import msgspec

from rawi.document import Document
from rawi.lang.pack import load
from rawi.model import Article
from rawi.pipeline import STAGES
from rawi.text.sentences import sentences

ROOT = Path(__file__).parents[1]
ARCHIVE = ROOT.parent / "shared/data/ant/articles.jsonl.gz"
OURS = ("terms", "strands", "times", "quantities")


def articles(count: int) -> Iterator[Article]:
    """The first articles of the archive."""
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, count)):
            yield Article(id=row["id"], text=f"{row['title']}\n{row['text']}", published=row["published"])


def shares(count: int) -> Counter[str]:
    """Seconds that each stage takes over some articles, splitting into tokens included; the second reading of each counts."""
    lang, spent = load(), Counter[str]()
    for article in articles(count):
        for measured in (False, True):
            start = time.perf_counter()
            tokens = lang.tokens(article.text)
            doc = Document(article=article, tokens=tokens, sentences=sentences(article.text, tokens))
            stages = {"tokens": time.perf_counter() - start}
            for name, _, run in STAGES:
                start = time.perf_counter()
                doc = msgspec.structs.replace(doc, **{name: run(doc, lang)})
                stages[name] = time.perf_counter() - start
            if measured:
                spent.update(stages)  # type: ignore[arg-type]
    return spent


def properties() -> ModuleType:
    """The test that knows the forms of a date."""
    spec = importlib.util.spec_from_file_location("test_times", ROOT / "tests/properties/test_times.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def every_date() -> None:
    """Reads every day in every form and script; stops at the first that does not come back."""
    test = properties()
    days = [test.FIRST + timedelta(days=at) for at in range(test.DAYS)]
    for name, form in test.FORMS.items():
        for script in test.SCRIPTS.values():
            for at in range(0, test.DAYS, 200):
                test.check(days[at : at + 200], form, script)
        print(f"{name}: {len(days):,} days in {len(test.SCRIPTS)} scripts come back", flush=True)


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--articles", type=int, default=300)
    cli.add_argument("--all-dates", action="store_true")
    args = cli.parse_args()
    if args.all_dates:
        every_date()
        return
    spent = shares(args.articles)
    total = sum(spent.values())
    for name, seconds in spent.most_common():
        print(f"{name:12} {1000 * seconds / args.articles:7.2f} ms an article {seconds / total:6.1%}")
    ours = sum(spent[name] for name in OURS) / total
    print(f"times and quantities with their terms and strands: {ours:.1%} of {1000 * total / args.articles:.1f} ms")


if __name__ == "__main__":
    main()

"""A load killed again and again while somebody searches: nothing that was reported may be lost, nothing doubled.

    python benchmarks/store_kills.py SOURCE [--kills 20]

SOURCE is a file of JSON lines as `rawi read` takes them. After each SIGKILL, at a random moment, the file, its keys and its indexes are
checked; in the end the store is compared with one that was loaded undisturbed.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from rawi.scale.load import Loader
from rawi.store import Store
from tests.scale.killing import content, kill_one, placed_from, whole


def main() -> None:
    """Kills, checks, and prints what was there after each kill."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    options = parser.parse_args()
    chance = random.Random(os.getpid())
    with tempfile.TemporaryDirectory() as folder:
        killed, calm = Path(folder, "killed.rawi"), Path(folder, "calm.rawi")
        before = 0
        for kill in range(1, options.kills + 1):
            reported = kill_one(killed, options.source, 2, chance.choice((1, 1, 2)), chance.uniform(0, 1.5))
            whole(killed)
            with Store(killed, read_only=True) as store:
                there = [record.article for record in store.records()]
            assert len(there) == len(set(there)) >= max(reported, before)
            before = len(there)
            print(f"kill {kill}: {reported:,} reported, {len(there):,} there, whole")
        for path in (killed, calm):
            with Store(path) as store:
                print(f"{path.stem}: {Loader(store, workers=2).load(placed_from(options.source))}")
            whole(path)
        assert content(killed) == content(calm)
    print("equal to a load that nobody disturbed")


if __name__ == "__main__":
    main()

"""Whether every number to a million comes back, spelled by num2words and in digits: python benchmarks/numbers_spelled.py [--step N]

What num2words misspells is left out and counted; tests/properties/test_numbers.py says what that is.
"""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

from num2words import num2words

ROOT = Path(__file__).parents[1]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--step", type=int, default=1)
    args = cli.parse_args()
    spec = importlib.util.spec_from_file_location("test_numbers", ROOT / "tests/properties/test_numbers.py")
    assert spec
    assert spec.loader
    test = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(test)
    numbers = range(0, 1_000_001, args.step)
    left_out = sum(map(test.misspelled, numbers))
    wrong = [n for n in numbers if not test.misspelled(n) and test.value_of(num2words(n, lang="ar")) != n]
    print(f"{len(numbers) - left_out - len(wrong):,} of {len(numbers) - left_out:,} come back; {left_out:,} are misspelled and left out")
    print(*wrong[:20], sep="\n")


if __name__ == "__main__":
    main()

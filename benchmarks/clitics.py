"""How well words are taken apart: the pack's splitter against a treebank whose words are split already.

    python benchmarks/clitics.py [PATH] [--errors N]

PATH is a CoNLL-U file, gzipped or not (the Prague Arabic Dependency Treebank in UD version 1). It gives words split and vocalised:
clitics are joined back by their tags, vowel signs are stripped, the splitter takes the word apart again, and the places of its cuts are
compared. The article is left out, since the treebank does not cut it off, and so are the words that it leaves unanalysed (tag X).
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rawi.lang.pack import load
from rawi.text.tokens import Split

TREEBANK = Path(__file__).parents[2] / "shared/data/treebank/padt_dev_2016.conllu.gz"
_SIGNS = re.compile("[\u064b-\u0652\u0670\u0640]")
_WORD = re.compile("[\u0621-\u064a]+")
_UNANALYSED, _OTHER = "X", "?"
_CASES = "24"  # a pronoun in the genitive or accusative is written with the word before it
_LEADING = {"CONJ": "وفل", "ADP": "بلك", "PART": "سلأ"}
_ALEF_LAM, _LAM, _ALEF, _TEH_MARBUTA, _TEH, _MAKSURA, _YEH, _WAW = "ال", "ل", "ا", "ة", "ت", "ى", "ي", "و"


class Word(NamedTuple):
    """A written word and the pieces that the treebank has for it."""

    written: str
    pieces: tuple[str, ...]


class Result(NamedTuple):
    """Words looked at, words cut at the same places, and for each clitic how often it is right, cut by us, cut by the treebank."""

    words: int
    right: int
    clitics: dict[str, tuple[int, int, int]]
    errors: Counter[tuple[str, str, str]]

    @property
    def accuracy(self) -> float:
        """The share of words cut at the same places."""
        return self.right / max(self.words, 1)


def words(path: Path) -> Iterator[Word]:
    """The words of a treebank as they would be written, numbers and marks left out."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        pieces: list[str] = []
        opened = False  # the last piece is a proclitic: the next belongs to it
        for line in lines:
            row = line.rstrip("\n").split("\t")
            form = _SIGNS.sub("", row[1]) if len(row) > 4 else ""
            leads = form in _LEADING.get(row[3], "") if form else False
            ends = bool(form) and row[3] == "PRON" and row[4].startswith("SP") and row[4][8] in _CASES
            if not (opened or ends) and pieces:
                yield from _word(pieces)
                pieces = []
            opened = leads
            pieces += [form] if form and row[3] != _UNANALYSED else [_OTHER] if form else []
        yield from _word(pieces)


def _word(pieces: list[str]) -> Iterator[Word]:
    if pieces and all(map(_WORD.fullmatch, pieces)):
        cut = list(pieces)
        for at in range(len(cut) - 1):
            cut[at], cut[at + 1] = _joined(cut[at], cut[at + 1], leads=at == 0 or len(cut[at]) == 1, last=at + 2 == len(cut))
        yield Word("".join(cut), tuple(cut))


def _joined(left: str, right: str, *, leads: bool, last: bool) -> tuple[str, str]:
    """Two pieces as they are written together: ل with the article, and the last letters of a word before a pronoun."""
    if left == _LAM and right.startswith(_ALEF_LAM) and leads:
        return left, right[2:] if right[2:3] == _LAM else right[1:]
    if last and not (leads and len(left) == 1):
        if left.endswith(_TEH_MARBUTA):
            left = left[:-1] + _TEH
        elif left.endswith(_MAKSURA):
            left = left[:-1] + (_YEH if len(left) == 3 else _ALEF)
        elif left.endswith(_WAW + _ALEF):
            left = left[:-1]
    return left, right


def measure(split: Split, path: Path) -> Result:
    """The splitter's cuts beside a treebank's."""
    total = right = 0
    counts: dict[str, list[int]] = {}
    errors: Counter[tuple[str, str, str]] = Counter()
    for word in words(path):
        ours, gold = _ours(split, word.written), word.pieces
        total += 1
        right += ours == gold
        if ours != gold:
            errors[word.written, "+".join(ours), "+".join(gold)] += 1
        mine, theirs = Counter(_clitics(ours)), Counter(_clitics(gold))
        for clitic in {*mine, *theirs}:
            count = counts.setdefault(clitic, [0, 0, 0])
            for at, found in enumerate((mine & theirs, mine, theirs)):
                count[at] += found[clitic]
    return Result(total, right, {clitic: (a, b, c) for clitic, (a, b, c) in counts.items()}, errors)


def _ours(split: Split, written: str) -> tuple[str, ...]:
    pieces: list[str] = []
    article = ""
    for start, end, _, part in split(written):
        if part == "article":
            article = written[start:end]
        else:
            pieces.append(article + written[start:end])
            article = ""
    return tuple(pieces) if not article else (*pieces, article)


def _clitics(pieces: tuple[str, ...]) -> Iterator[str]:
    """The clitics of a word, marked with the side on which the word stands."""
    stem = max(range(len(pieces)), key=lambda at: (len(pieces[at]), -at))
    yield from (f"{piece}-" for piece in pieces[:stem])
    yield from (f"-{piece}" for piece in pieces[stem + 1 :])


def main() -> None:
    """Prints the share of words cut alike, each clitic's precision and recall, and where asked the commonest differences."""
    parser = argparse.ArgumentParser(description="Word splitting against a treebank.")
    parser.add_argument("path", nargs="?", type=Path, default=TREEBANK)
    parser.add_argument("--errors", type=int, default=0, help="show so many of the commonest differences")
    given = parser.parse_args()
    result = measure(load().split.pieces, given.path)
    print(f"{result.accuracy:.4f} of {result.words:,} words are cut at the same places")
    print(f"{'clitic':8} {'treebank':>9} {'ours':>7} {'precision':>10} {'recall':>7}")
    for clitic, (both, ours, gold) in sorted(result.clitics.items(), key=lambda row: -row[1][2]):
        print(f"{clitic:8} {gold:9} {ours:7} {both / ours if ours else 0:10.3f} {both / gold if gold else 0:7.3f}")
    for (written, ours_cut, gold_cut), count in result.errors.most_common(given.errors):
        print(f"{count:4} {written}  ours {ours_cut}  treebank {gold_cut}")


if __name__ == "__main__":
    main()

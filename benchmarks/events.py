"""How well events are found: attacks and protests against sentences that people voted on, beside a bag of character n-grams in an SVM.

    python benchmarks/events.py [FOLDER] [--folds N] [--errors N]

FOLDER holds `assault.dev.jsonl` and `protest.dev.jsonl` (Arabic Event Gold Standard Records, Open Event Data Alliance): one sentence a
line with its `text`, `type` and `label`. A sentence is positive where its label is "yes", negative where it is "easy no" or
"difficult no"; the ambiguous are left out. Rawi finds an event where its record has one of that type that is actual. The SVM
(linear, on TF-IDF of the character n-grams from 2 to 5, both classes weighted alike) is trained on the other folds, so that it has seen the
voters' habits; Rawi has seen no label. Both are counted on the same sentences in the same run.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from rawi.lang.pack import load
from rawi.model import Article
from rawi.pipeline import analyse

FOLDER = Path(__file__).parents[2] / "shared/eval/gsr"
LABELS = {"yes": True, "easy no": False, "difficult no": False}


class Case(NamedTuple):
    """A sentence and whether it tells an event of the type, by the voters."""

    text: str
    type: str
    positive: bool


class Score(NamedTuple):
    """Events found that the voters saw too, events found, events that they saw."""

    hit: int
    found: int
    gold: int

    def __str__(self) -> str:
        precision, recall = self.hit / max(self.found, 1), self.hit / max(self.gold, 1)
        f1 = 2 * self.hit / max(self.found + self.gold, 1)
        return f"precision {precision:.3f}  recall {recall:.3f}  f1 {f1:.3f}  (hit {self.hit}, found {self.found}, gold {self.gold})"


def cases(path: Path) -> list[Case]:
    """The sentences of a file that the voters agreed on."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Case(row["text"], row["type"], LABELS[row["label"]]) for row in rows if row["label"] in LABELS]


def score(some: Sequence[Case], found: Iterable[bool]) -> Score:
    """What was found, against the voters."""
    pairs = [(case.positive, bool(one)) for case, one in zip(some, found, strict=True)]
    return Score(sum(gold and one for gold, one in pairs), sum(one for _, one in pairs), sum(gold for gold, _ in pairs))


def by_rawi(some: Sequence[Case]) -> list[bool]:
    """Whether Rawi's record of each sentence has an actual event of its type."""
    lang = load()
    documents = (analyse(Article(id="case", text=case.text), lang) for case in some)
    return [any(e.type == case.type and e.modality == "actual" for e in doc.events) for case, doc in zip(some, documents, strict=True)]


def by_svm(some: Sequence[Case], folds: int) -> list[bool]:
    """The same by a linear SVM on character n-grams, each sentence judged by one that has not seen it."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    model = make_pipeline(TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True), LinearSVC(class_weight="balanced"))
    parts = StratifiedKFold(folds, shuffle=True, random_state=0)
    return list(cross_val_predict(model, [case.text for case in some], [case.positive for case in some], cv=parts))


def main() -> None:
    """Prints a line for each file and each of the two."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    cli.add_argument("--folds", type=int, default=5)
    cli.add_argument("--errors", type=int, default=0, help="print so many sentences of each file that Rawi has wrong")
    args = cli.parse_args()
    for path in sorted(args.folder.glob("*.jsonl")):
        some = cases(path)
        found = by_rawi(some)
        print(f"{some[0].type}, {len(some)} sentences")
        print(f"  rawi  {score(some, found)}")
        print(f"  svm   {score(some, by_svm(some, args.folds))}")
        wrong = [(case, one) for case, one in zip(some, found, strict=True) if one != case.positive]
        for case, one in wrong[: args.errors]:
            print(f"  {'found' if one else 'missed'}: {case.text}")


if __name__ == "__main__":
    main()

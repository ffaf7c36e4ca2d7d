"""Precision and recall of records against gold annotations, layer by layer.

The layers, as the annotations define them:

- `statement`: content found: letters and digits in common, intersection over union at least 0.5, one to one
- `boundary`: of the statements found, those with at least 0.9
- `source`: statement found and its speaker (last link of the chain) right
- `chain`: statement found and the whole chain right, link by link
- `deep`: the same, counted against chains of two links or more
- `kind`: of the statements found, those whose kind (direct, indirect, mixed) is right
- `event`: type right, trigger in the same sentence, one actor or more right (none where gold has none)
- `event+`: the same, and recipients, modality and the vouching chain's speaker
- `time`, `quantity`: the span overlaps and the value is equal; found ones without a value are passed over
- `mention`: of gold's entities, those that the record has under a name of their own (recall only)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rawi.evaluate.gold import Gold, load_gold
from rawi.evaluate.layers import LAYERS
from rawi.evaluate.tally import Scores, Tally
from rawi.model import Record

__all__ = ["Gold", "Scores", "Tally", "evaluate", "load_gold"]


def evaluate(golds: Iterable[Gold], records: Mapping[str, Record]) -> Scores:
    """How far records, by article id, agree with gold; an article without a record counts as one in which nothing was found."""
    scores = Scores()
    for gold in golds:
        record = records.get(gold.id)
        for layer in LAYERS:
            layer(gold, record, scores)
    return scores

"""Each layer's count: one function for what is scored together. What the layers mean stands in `rawi.evaluate`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rawi.evaluate.agree import link_names, names_of, pairs, right_entity, sentence_of, solid
from rawi.evaluate.gold import Gold, GoldEvent, GoldStatement, GoldValue, content_of, locate
from rawi.evaluate.tally import Scores
from rawi.model import Event, Quantity, Record, Statement, Time

_FOUND, _EXACT = 0.5, 0.9
Names = tuple[str, ...]


def statements(gold: Gold, record: Record | None, scores: Scores) -> None:
    """`statement`, `boundary`, `source`, `chain`, `deep` and `kind`."""
    truth, guess = gold.statements, record.statements if record else ()
    names = names_of(record) if record else {}
    paired = pairs(
        [solid(gold.text, content_of(gold.text, one)) for one in truth],
        [solid(gold.text, [(span.start, span.end) for span in one.content]) for one in guess],
        _FOUND,
    )
    source = chain = deep = kind = 0
    for i, j, _ in paired:
        ends, whole = _chain_right(gold, truth[i], [link_names(names, link) for link in guess[j].chain], scores)
        source, chain, kind = source + ends, chain + whole, kind + (truth[i].kind == guess[j].kind)
        deep += whole and len(truth[i].chain) > 1
    hit = {i for i, *_ in paired}
    scores.misses += [f"{gold.id} {one.id}: missed: {one.content[0][:70]}" for i, one in enumerate(truth) if i not in hit]
    found = len(paired)
    scores.add("statement", found, len(truth), len(guess))
    scores.add("boundary", sum(share >= _EXACT for *_, share in paired), found, found)
    scores.add("source", source, len(truth), len(guess))
    scores.add("chain", chain, len(truth), len(guess))
    scores.add("deep", deep, sum(len(one.chain) > 1 for one in truth), sum(len(one.chain) > 1 for one in guess))
    scores.add("kind", kind, found, found)


def _chain_right(gold: Gold, truth: GoldStatement, got: Sequence[Names], scores: Scores) -> tuple[bool, bool]:
    """Whether the speaker is right, and whether the whole chain is."""
    want = [gold.entities[key] for key in truth.chain]
    ends = right_entity(want[-1], got[-1]) if want and got else not want and not got
    whole = len(want) == len(got) and all(right_entity(w, g) for w, g in zip(want, got, strict=True))
    if not whole:
        scores.misses.append(f"{gold.id} {truth.id}: chain {[w.names[0] for w in want]} but found {[list(g) for g in got]}")
    return ends, whole


def events(gold: Gold, record: Record | None, scores: Scores) -> None:
    """`event` and `event+`."""
    guess = list(record.events if record else ())
    match = _Events(gold, record)
    loose = strict = 0
    for want in gold.events:
        fits = [one for one in guess if match.loose(want, one)]
        full = [one for one in fits if match.strict(want, one)]
        if fits:
            guess.remove((full or fits)[0])
            loose, strict = loose + 1, strict + bool(full)
        else:
            who = f"{list(want.actors)} -> {list(want.recipients)}"
            scores.misses.append(f"{gold.id} {want.id}: event missed: {want.type} {who}: {want.trigger}")
    found = len(record.events if record else ())
    scores.add("event", loose, len(gold.events), found)
    scores.add("event+", strict, len(gold.events), found)


class _Events:
    """Compares the events of one article."""

    def __init__(self, gold: Gold, record: Record | None) -> None:
        self.gold, self.names = gold, names_of(record) if record else {}
        self.wanted = {one.id: one for one in gold.statements}
        self.said: dict[str, Statement] = {one.id: one for one in record.statements} if record else {}

    def loose(self, want: GoldEvent, got: Event) -> bool:
        text = self.gold.text
        if want.type != got.type or not self.shared(want.actors, got.actors):
            return False
        return sentence_of(text, locate(text, want.trigger, want.nth)[0]) == sentence_of(text, got.trigger.start)

    def strict(self, want: GoldEvent, got: Event) -> bool:
        return self.shared(want.recipients, got.recipients) and want.modality == got.modality and self.vouched(want, got)

    def shared(self, keys: Sequence[str], ids: Sequence[str]) -> bool:
        if not keys or not ids:
            return not keys and not ids
        return any(right_entity(self.gold.entities[key], self.names.get(one, ())) for key in keys for one in ids)

    def vouched(self, want: GoldEvent, got: Event) -> bool:
        if not want.vouched_by or not got.vouched_by:
            return not want.vouched_by and not got.vouched_by
        ours = self.wanted[want.vouched_by].chain
        theirs = self.said[got.vouched_by].chain if got.vouched_by in self.said else ()
        return bool(ours and theirs) and right_entity(self.gold.entities[ours[-1]], link_names(self.names, theirs[-1]))


def values(gold: Gold, record: Record | None, scores: Scores) -> None:
    """`time` and `quantity`."""
    _values("time", gold, gold.times, record.times if record else (), scores)
    _values("quantity", gold, gold.quantities, record.quantities if record else (), scores)


def _values(layer: str, gold: Gold, truth: Sequence[GoldValue], found: Sequence[Time | Quantity], scores: Scores) -> None:
    guess = [one for one in found if one.value is not None]
    free, hit = list(guess), 0
    for want in truth:
        start, end = locate(gold.text, want.text, want.nth)
        fit = next((one for one in free if one.start < end and start < one.end and str(one.value) == str(want.value)), None)
        if fit is None:
            scores.misses.append(f"{gold.id}: {layer} {want.text!r} should be {want.value}")
        else:
            free.remove(fit)
            hit += 1
    scores.add(layer, hit, len(truth), len(guess))


def mentions(gold: Gold, record: Record | None, scores: Scores) -> None:
    """`mention`."""
    names = names_of(record).values() if record else ()
    hit = sum(any(right_entity(one, called) for called in names) for one in gold.entities.values())
    scores.add("mention", hit, len(gold.entities), hit)


LAYERS: tuple[Callable[[Gold, Record | None, Scores], None], ...] = (statements, events, values, mentions)
"""In the order of the table."""

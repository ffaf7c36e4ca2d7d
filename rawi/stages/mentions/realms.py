"""A state by a noun that several have in their names: «المملكة» is the kingdom that the article speaks of."""

from __future__ import annotations

from collections.abc import Collection

from rawi.stages.mentions.reading import Reading
from rawi.text.lexicon import Hit
from rawi.world.things import Name

_ENOUGH = 3  # times must a state be spoken of to be the one that is meant …
_FAR = 3  # … and so many times as often as any other that bears the noun, unless it was called so in full


def realm(reading: Reading, at: int) -> Hit[Name] | None:
    """The state that a noun with the article alone stands for: the one spoken of most that was called so in full («مملكة البحرين …
    المملكة»), or by far the most; None where that does not tell, or where a word behind it does («المملكة المتحدة»)."""
    word = reading.words[at]
    hits = [hit for hit in word.names if hit.entry.form == "weak" and reading.world.thing(hit.entry.thing).kind == "country"]
    if not hits or not word.definite or any(hit.last > word.last for hit in word.names):
        return None
    times = {hit.entry.thing: reading.spoken_of[reading.world.thing(hit.entry.thing).country] for hit in hits}
    first, *others = sorted(times, key=times.__getitem__, reverse=True)
    next_most = times[others[0]] if others else 0
    far = times[first] >= max(_ENOUGH, _FAR * next_most)
    called = _called(reading, word.key, times) if times[first] and not far else None
    meant = first if far else called if called is not None and times[called] >= times[first] else None
    return next((hit for hit in hits if hit.entry.thing == meant), None)


def _called(reading: Reading, noun: str, states: Collection[int]) -> int | None:
    """The state that was last called by a noun and its own name together."""
    for reference in reversed(reading.found):
        words = reading.words.at_token
        full = words[reference.last - 1] > words[reference.first]
        if full and reference.thing in states and reading.words[words[reference.first]].key == noun:
            return reference.thing
    return None

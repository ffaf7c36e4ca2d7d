"""People who are counted: «260 مقاتلا كرديا», «نحو 300 مشتبه»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from rawi.document import Reference
from rawi.lang.schema.units import Units
from rawi.stages.mentions.reading import Reading

_ADJECTIVES = frozenset(("adjective", "demonym"))


def counted(reading: Reading, units: Units) -> Iterator[Reference]:
    """A group for each number of people that no other reference speaks of, with the adjective of a state behind it."""
    words, doc = reading.words, reading.words.doc
    persons = frozenset(units.persons) - frozenset(units.fates)
    starts, spoken, taken = [token.start for token in doc.tokens], _by_token(reading.found), set[Reference]()
    for quantity in doc.quantities:
        if quantity.unit not in persons or quantity.unit_text is None:
            continue
        first, last = bisect_left(starts, quantity.start), bisect_left(starts, quantity.end)
        following = words[words.after(last)] if last < len(doc.tokens) and words.after(last) < len(words) else None
        if following is not None and not following.lead and any(hit.entry.form in _ADJECTIVES for hit in following.names):
            last = following.last
        inside = {r for at in range(first, last) for r in spoken.get(at, ())} - taken
        if all(first <= r.first and r.name is None for r in inside):  # «مقاتل كردي» behind a number is no one man
            taken |= inside
            last = max([last, *(r.last for r in inside)])
            many = quantity.value != 1
            yield Reference(
                first=first, last=last, form="name", kind="group", head="counted", number="p" if many else "s", why=("group:counted",)
            )
    reading.found = [reference for reference in reading.found if reference not in taken]


def _by_token(found: list[Reference]) -> dict[int, list[Reference]]:
    """The references that hold each token."""
    spoken: dict[int, list[Reference]] = {}
    for reference in found:
        for at in range(reference.first, reference.last):
            spoken.setdefault(at, []).append(reference)
    return spoken

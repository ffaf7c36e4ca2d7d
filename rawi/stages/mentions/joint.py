"""Those who speak together: «أعلنت فرنسا والجزائر أن» is one group that bears both names."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.document import Reference
from rawi.stages.mentions.reading import Reading
from rawi.stages.mentions.words import Words

_AND = ("\N{ARABIC LETTER WAW}",)
_FINITE = frozenset(("past", "present", "jussive"))
_KINDS = frozenset(("person", "organization", "country", "group"))


def joint(reading: Reading) -> Iterator[Reference]:
    """A group for each subject behind a verb that reports to which others are joined."""
    words = reading.words
    longest: dict[int, Reference] = {}
    ends = frozenset(reference.last for reference in reading.found if reference.kind in _KINDS)
    for reference in reading.found:
        other = longest.get(reference.first)
        if other is None or reference.last > other.last:
            longest[reference.first] = reference
    for first in [reference for reference in longest.values() if reference.spoken and reference.kind in _KINDS]:
        if _addressed(reading, first, ends):
            continue
        last, count = first, 1
        while (following := _joined(words, last, longest)) is not None:
            last, count = following, count + 1
        if count > 1:
            yield Reference(
                first=first.first, last=last.last, form="name", kind="group", name=(first.first, last.last), head="joint", definite=True,
                spoken=True, number="d" if count == 2 else "p", gender="either", why=("group:joint",),
            )  # fmt: skip


def _addressed(reading: Reading, reference: Reference, ends: frozenset[int]) -> bool:
    """Whether the verb before a reference has another subject: one right before it («الرئيس يدعو الميليشيات وقوات صالح»), or one in it,
    since its gender or number is another («أعربا», «تدعو» before a man)."""
    cue = reading.spoken.get(reading.words.at_token[reference.first])
    if cue is None or cue.aspect not in _FINITE:
        return False
    before = reading.words[reading.words.at_token[cue.first]].first
    if not reading.words[reading.words.at_token[cue.first]].lead and before in ends:
        return True
    return cue.number != "s" or {cue.gender, reference.gender} == {"m", "f"}


def _joined(words: Words, reference: Reference, longest: dict[int, Reference]) -> Reference | None:
    """The reference that «and» joins to another right behind it."""
    at = words.after(reference.last)
    if at >= len(words) or words[at].lead != _AND:
        return None
    following = longest.get(words[at].first)
    return following if following is not None and following.kind in _KINDS else None

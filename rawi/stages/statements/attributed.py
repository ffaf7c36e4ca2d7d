"""What attributions hold: the words behind them, the clause before them, or the statement they carry."""

from __future__ import annotations

from rawi.stages.statements.draft import Draft, Hand
from rawi.stages.statements.extents import Extents
from rawi.stages.statements.page import Page
from rawi.text.fold import QUOTE
from rawi.text.sentences import Sentence

_PAUSES = frozenset((",", ";"))
_BEHIND = 16
"""Tokens from whom an attribution names to the «that» of its clause."""


def attribute(page: Page, extents: Extents, drafts: list[Draft], attributed: dict[int, Draft]) -> list[Draft]:
    """Gives each attribution its content, or makes it a carrier of the statement it closes."""
    out: list[Draft] = []
    beside: dict[int, list[Draft]] = {}
    for one in drafts:
        beside.setdefault(one.sentence.first, []).append(one)
    for at, draft in sorted(attributed.items()):
        here = beside.get(draft.sentence.first, [])
        inside = [d for d in here if d.start <= at < d.end]
        before = [d for d in here if d.at < at and d.end <= at]
        if _opens_sentence(page, at, draft.sentence):
            _forward(page, extents, draft)
            if not _hands_on(page, draft, [d for d in here if d.at > at]):
                out.append(draft)
        elif inside:
            continue
        elif any(_main(page, d) for d in before):
            _carry(page, before, draft)
        elif (end := _backward(page, extents, draft, at)) is not None:
            draft.end = end
            out.append(draft)
    return out


def _main(page: Page, draft: Draft) -> bool:
    """Whether a statement is what its sentence tells, and no more than a relative clause or a circumstance in it."""
    if draft.cue is None:
        return True
    return draft.cue.aspect in ("past", "present", "masdar") and page.before(draft.cue.first, "relative") is None


def _hands_on(page: Page, draft: Draft, behind: list[Draft]) -> bool:
    """Whether what an attribution opens is another's statement, which it then carries: «وبحسب رويترز، قال الوزير إن …»."""
    first = min(behind, key=lambda d: d.at, default=None)
    if first is None or draft.subject is None or first.cue is None or first.cue.first > draft.start + 1 or first.subject is None:
        return False
    for one in behind:
        if one.subject != draft.subject and not one.carriers:
            one.carriers.append(Hand(draft.subject, draft.cue))
    return True


def _opens_sentence(page: Page, at: int, sentence: Sentence) -> bool:
    return all(page.token(i).part in ("proclitic", "mark") for i in range(sentence.first, at))


def _reached(page: Page, draft: Draft) -> int:
    """Where the words behind whom an attribution names end: at «فإن», past what tells more of them («لمصادر تحدثت للصحيفة فإن»)."""
    for at in range(draft.start, min(draft.start + _BEHIND, draft.sentence.last)):
        if page.key(at) == ":" or at in page.quotes:
            break
        after = page.after(at, "therefore")
        if after is not None and after - at > 1:
            return at
    return draft.start


def _forward(page: Page, extents: Extents, draft: Draft) -> None:
    """«وبحسب قهوجي، فإن القوات …»: what is attributed follows."""
    start = _reached(page, draft)
    while page.key(start) in _PAUSES or page.key(start) == ":" or page.after(start, "therefore") is not None or page.is_pronoun(start):
        start = page.after(start, "therefore") or start + 1
    if start in page.quotes and not page.bare_name(page.quotes[start]):
        draft.style, start = "quote", start + 1
    draft.start = start
    extents.close(draft)


def _backward(page: Page, extents: Extents, draft: Draft, at: int) -> int | None:
    """«…، بحسب مصادر»: the clause before it is attributed; gives its end."""
    first = draft.sentence.first
    while first < at:
        joint = page.leads(first) and page.key(first) in page.joiners
        if not joint and (page.token(first).part != "mark" or page.key(first) == QUOTE):
            break
        first += 1
    if at - first < 3:
        return None
    draft.start = first
    end = at
    while end > first and (page.token(end - 1).part in ("mark", "proclitic") or page.before(end, "connective") is not None):
        end = page.before(end, "connective") or end - 1
    return end


def _carry(page: Page, before: list[Draft], draft: Draft) -> None:
    """An attribution behind a statement names who carried it."""
    if draft.subject is None or page.reference(draft.subject).kind == "other":
        return
    last = max(before, key=lambda d: d.at)
    for one in before:
        if (one is last or one.sentence is last.sentence) and one.subject != draft.subject and not one.carriers:
            one.carriers.append(Hand(draft.subject, draft.cue))

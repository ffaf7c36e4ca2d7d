"""Finds the statements of an article: openings first, then where each ends, then what an attribution holds."""

from __future__ import annotations

from rawi.stages.statements.attributed import attribute
from rawi.stages.statements.attributions import attributions
from rawi.stages.statements.chains import nest
from rawi.stages.statements.draft import Draft
from rawi.stages.statements.extents import Extents
from rawi.stages.statements.headlines import free, headline
from rawi.stages.statements.holding import holds, named, only_shows, told_of
from rawi.stages.statements.page import Page
from rawi.stages.statements.speakers import ahead
from rawi.stages.statements.walk import Walk
from rawi.text.sentences import Sentence

_SHORTEST = 1
_EITHER = frozenset(("frame:by-noun",))
"""Frames in which the one named behind a verb can be who speaks or who is spoken to."""


def found(page: Page) -> list[Draft]:
    """The statements of an article in order, each closed and nested."""
    opened: dict[int, Draft] = {}
    attributed: dict[int, Draft] = {}
    loose: list[Draft] = []
    last: Draft | None = None
    for sentence in page.doc.sentences:
        here = {_phrase_start(page, draft): draft for draft in attributions(page, sentence)}
        told = _cued(page, sentence, here)
        opened |= told
        attributed |= here
        if not told and not here:
            line = headline(page, sentence) or free(page, sentence, last)
            loose += [line] if line is not None else []
        last = next(reversed(told.values()), loose[-1] if loose and loose[-1].sentence is sentence else last)
    _drop_doubles(opened)
    extents = Extents(page, opened, attributed)
    drafts = [*opened.values(), *loose]
    for draft in drafts:
        extents.close(draft)
    drafts += extents.further
    drafts += attribute(page, extents, drafts, attributed)
    drafts = [d for d in drafts if d.end - d.start >= _SHORTEST and page.words_between(d.start, d.end)]
    drafts.sort(key=lambda d: (d.start, -d.end))
    nest(drafts)
    return _said(page, drafts)


def _said(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements without those that only show something; what lies in such a one lies in the one around it."""
    kept: list[Draft] = []
    for draft in drafts:
        while draft.parent is not None and only_shows(page, draft.parent):
            draft.parent = draft.parent.parent
        if not only_shows(page, draft):
            kept.append(draft)
    return kept


def _drop_doubles(opened: dict[int, Draft]) -> None:
    """Of two cues that open the same words (أوضح في تصريح أن) the first one holds."""
    seen: set[int] = set()
    for at in sorted(opened):
        if opened[at].start in seen:
            del opened[at]
        else:
            seen.add(opened[at].start)


def _phrase_start(page: Page, draft: Draft) -> int:
    """The token where an attribution begins: «حسبما» before its verb, «بحسب»."""
    assert draft.cue is not None
    if draft.rule == "attribution:clause":
        return next((at for at in range(draft.cue.first - 1, draft.cue.first - 4, -1) if at in page.cues), draft.cue.first)
    return draft.cue.first


def _cued(page: Page, sentence: Sentence, attributed: dict[int, Draft]) -> dict[int, Draft]:
    """What the cues of a sentence open, by their tokens; an attribution inside a statement's opening is taken out of `attributed`."""
    opened: dict[int, Draft] = {}
    taken: set[int] = {d.cue.first for d in attributed.values() if d.cue is not None}
    for cue in page.cues_in(sentence):
        at = cue.first
        if at in taken or cue.aspect == "phrase" or not told_of(page, cue) or named(page, cue):
            continue
        before = ahead(page, cue, sentence.first) if cue.aspect in ("past", "present") else None
        walk = Walk(page, cue, sentence, before, attributed)
        if not walk.run() or not holds(page, walk):
            continue
        draft = walk.draft()
        _goes_on(page, draft, [d for d in opened.values() if d.voiced])
        taken.update(c.first for c in walk.absorbed)
        for place in [place for place, one in attributed.items() if one.cue in walk.absorbed]:
            del attributed[place]
        if draft.cue is not None and draft.cue.first != at:
            taken.add(draft.cue.first)
        opened[at] = draft
    return opened


def _goes_on(page: Page, draft: Draft, before: list[Draft]) -> None:
    """«ودانت الجامعة القصف، وطالبت أنقرة باحترام السيادة»: who is named behind a verb that goes on can be the one it speaks to."""
    cue = draft.cue
    joined = cue is not None and page.leads(cue.first - 1) and page.key(cue.first - 1) in page.joiners
    if cue is None or not joined or not before or draft.ahead or draft.subject is None or draft.rule not in _EITHER:
        return
    last = before[-1]
    if last.cue is not None and last.subject is not None and last.cue.gender == cue.gender and last.cue.number == cue.number:
        draft.addressee, draft.subject, draft.voiced = draft.subject, None, False

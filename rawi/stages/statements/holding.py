"""Whether a cue tells that somebody spoke, and what opens behind it is a report."""

from __future__ import annotations

from rawi.document import CueHit
from rawi.lang.schema.frames import BEFORE_VERBS
from rawi.stages.statements.draft import Draft
from rawi.stages.statements.page import Page
from rawi.stages.statements.walk import Walk

_NOMINAL = frozenset(("bi", "person-bi", "as", "to", "person-to"))
"""How a noun of saying takes a noun."""
_NOUNS = frozenset("nN")
"""The kinds of a word that can be a noun (see `Splitter.kinds`)."""
_NEAR = 4
"""Tokens between a noun of saying with its owner and what is reported."""


def named(page: Page, cue: CueHit) -> bool:
    """Whether a verb's form is a part of a name (نجيب) or an adverb (مجددا)."""
    number = page.covering[cue.first]
    body = number is not None and page.reference(number).kind == "organization"  # طالبان
    verbal = number is not None and cue.aspect in ("past", "present")
    return verbal or (body and cue.aspect == "participle") or page.after(cue.first, "adverb") is not None


def _shown(page: Page, cue: CueHit) -> bool:
    """Whether what has just been told speaks for itself: «…، مما يؤكد أن»."""
    what = page.before(cue.first, "what")
    if what is None or page.is_pronoun(cue.last) or page.before(cue.first, "contrast") is not None:
        return False
    return page.that(cue.last) is not None or (page.after(cue.last, "preposition") is not None and page.that(cue.last + 1) is not None)



def _noun(page: Page, cue: CueHit) -> bool:
    """Whether «that» stands right before a past form, where only a noun can: «أن رفض الاتفاق خطأ»; not so in «بعد أن رفض»."""
    before = page.before(cue.first, "that")
    if before is None or page.before(cue.first, "preface") is not None or page.before(before, "exception") is not None:
        return False
    if not _NOUNS & set(page.lang.split.kinds(page.key(cue.first))):
        return False  # «يذكر أن قال …»: no noun is written so
    return page.key(before - 1) not in page.joiners and page.before(before, "preposition") is None


def told_of(page: Page, cue: CueHit) -> bool:
    """Whether the words tell that somebody spoke: not of the future, not denied, not wished or supposed."""
    if cue.aspect in ("jussive", "imperative"):
        return False
    first = cue.first
    if (cue.aspect == "past" and _noun(page, cue)) or page.after(first, "anonymous") is not None:
        return False
    if page.before(first, "future", *(() if cue.undenied else ("negation", "absence"))) is not None:
        return False
    if cue.voice == "passive" and page.before(first, "relative") is not None:
        return False  # «الشاب الذي أشير إليه»: it tells of the noun before it
    if cue.aspect == "present":
        return page.before(first, "doubt") is None and not _shown(page, cue)
    return True


def holds(page: Page, walk: Walk) -> bool:
    """Whether what opened is a report: a noun of saying needs somebody it belongs to, and «that» or a mark right behind them."""
    cue = walk.cue
    assert walk.opened is not None
    if page.after(cue.first, "preface") is not None:
        return False
    _, start, style = walk.opened
    bare = cue.aspect == "past" and (style != "clause" or page.is_pronoun(cue.last)) and not walk.ahead
    if bare and not _heads_clause(page, cue.first, walk.sentence.first):
        return False
    if cue.aspect not in ("masdar", "noun") or walk.carriers:
        return True
    owner = cue.last + 1 if page.is_pronoun(cue.last) else page.reference(walk.subject).last if walk.subject is not None else cue.last
    if style == "noun":
        return owner > cue.last and _nominal(walk, owner)
    return style in ("clause", "quote") and owner > cue.last and start - owner <= _NEAR


def _nominal(walk: Walk, owner: int) -> bool:
    """Whether a noun of saying reports a noun: right behind whose it is («دعوته إلى الحوار»); behind an accusation the accused is named."""
    assert walk.opened is not None
    right = walk.opener == owner and walk.cue.aspect == "masdar" and walk.cue.act != "accuse"
    return right and walk.opened[0].complement in _NOMINAL


def _heads_clause(page: Page, at: int, first: int) -> bool:
    """Whether a verb stands where one can: at the head of a clause or behind whom it tells of, not behind a bare noun (وزراء جدد)."""
    before = at - 1
    if before < first or page.token(before).part in ("mark", "proclitic", "pronoun") or page.covering[before] is not None:
        return True
    return page.time_before(at) is not None or page.before(at, "that", *BEFORE_VERBS) is not None or _behind_place(page, at, first)


def _behind_place(page: Page, at: int, first: int) -> bool:
    """Whether nothing but a preposition and its noun stands between the head of the sentence and a verb: «وفي هذا الإطار أكد»."""
    while first < at:
        if not (page.leads(first) and page.key(first) in page.joiners) and page.after(first, "contrast") is None:
            break
        first = page.after(first, "contrast") or first + 1
    behind = page.after(first, "preposition")
    return behind is not None and behind < at and not any(page.token(i).part == "mark" or i in page.cues for i in range(behind, at))


def only_shows(page: Page, draft: Draft) -> bool:
    """Whether a verb inside a report tells what a thing shows or asks for and not what somebody says: «أن الأرقام تكشف عن خلل»."""
    cue = draft.cue
    if draft.parent is None or cue is None:
        return False
    if cue.person != 3:
        return cue.number == "s"  # «وأتمنى أن»: the one who speaks already
    if draft.style != "noun" or cue.aspect != "present":
        return False
    return draft.subject is None or page.reference(draft.subject).kind == "other"

"""Finds the statements of an article: openings first, then where each ends, then what an attribution holds."""

from __future__ import annotations

from rawi.document import CueHit
from rawi.stages.statements.attributions import attributions
from rawi.stages.statements.chains import nest
from rawi.stages.statements.draft import Draft, Hand
from rawi.stages.statements.extents import Extents
from rawi.stages.statements.headlines import free, headline
from rawi.stages.statements.page import Page
from rawi.stages.statements.speakers import ahead
from rawi.stages.statements.walk import Walk
from rawi.text.fold import QUOTE
from rawi.text.sentences import Sentence

_PAUSES = frozenset((",", ";"))
_SHORTEST = 1
_EITHER = frozenset(("frame:by-noun",))
"""Frames in which the one named behind a verb can be who speaks or who is spoken to."""
_HEADS = ("that", "relative", "conjunction", "contrast", "adverb", "was", "doubt", "therefore", "what", "had", "exception", "negation")
_NOMINAL = frozenset(("bi", "person-bi", "as", "to", "person-to", "on", "from", "about"))
"""How a noun of saying takes a noun."""
_BEHIND = 16
"""Tokens from whom an attribution names to «فإن»."""
_NEAR = 4
"""Tokens between a noun of saying with its owner and what is reported."""


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
    drafts += _attribute(page, extents, drafts, attributed)
    drafts = [d for d in drafts if d.end - d.start >= _SHORTEST and page.words_between(d.start, d.end)]
    drafts.sort(key=lambda d: (d.start, -d.end))
    nest(drafts)
    return _said(page, drafts)


def _said(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements without those that only show something; what lies in such a one lies in the one around it."""
    kept: list[Draft] = []
    for draft in drafts:
        while draft.parent is not None and _only_shows(page, draft.parent):
            draft.parent = draft.parent.parent
        if not _only_shows(page, draft):
            kept.append(draft)
    return kept


def _only_shows(page: Page, draft: Draft) -> bool:
    """Whether a verb inside a report tells what a thing shows or asks for and not what somebody says: «أن الأرقام تكشف عن خلل»."""
    cue = draft.cue
    if draft.parent is None or cue is None:
        return False
    if cue.person != 3:
        return cue.number == "s"  # «وأتمنى أن»: the one who speaks already
    if draft.style != "noun" or cue.aspect != "present":
        return False
    return draft.subject is None or page.reference(draft.subject).kind == "other"


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
        if at in taken or cue.aspect == "phrase" or not _told(page, cue) or _named(page, cue):
            continue
        before = ahead(page, cue, sentence.first) if cue.aspect in ("past", "present") else None
        walk = Walk(page, cue, sentence, before, attributed)
        if not walk.run() or not _holds(page, walk):
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


def _named(page: Page, cue: CueHit) -> bool:
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
    if before is None or page.is_pronoun(before) or page.before(before, "exception") is not None:
        return False
    return page.key(before - 1) not in page.joiners and page.before(before, "preposition") is None


def _told(page: Page, cue: CueHit) -> bool:
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


def _holds(page: Page, walk: Walk) -> bool:
    """Whether what opened is a report: a noun of saying needs somebody it belongs to, and «that» or a mark right behind them."""
    cue = walk.cue
    assert walk.opened is not None
    if page.after(cue.first, "preface") is not None:
        return False
    _, start, style = walk.opened
    if cue.aspect == "past" and (style != "clause" or page.is_pronoun(cue.last)) and not walk.ahead and not _heads_clause(page, cue.first, walk.sentence.first):
        return False
    if cue.aspect not in ("masdar", "noun") or walk.carriers:
        return True
    owner = cue.last + 1 if page.is_pronoun(cue.last) else page.reference(walk.subject).last if walk.subject is not None else cue.last
    if style == "noun":
        return owner > cue.last and _nominal(walk, owner)
    return style in ("clause", "quote") and owner > cue.last and start - owner <= _NEAR


def _nominal(walk: Walk, owner: int) -> bool:
    """Whether a noun of saying reports a noun: right behind whose it is («دعوته إلى الحوار»); who is named behind an accusation is accused."""
    assert walk.opened is not None
    right = walk.opener == owner and walk.cue.aspect == "masdar" and walk.cue.act != "accuse"
    return right and walk.opened[0].complement in _NOMINAL


def _heads_clause(page: Page, at: int, first: int) -> bool:
    """Whether a verb stands where one can: at the head of a clause or behind whom it tells of, not behind a bare noun (وزراء جدد)."""
    before = at - 1
    if before < first or page.token(before).part in ("mark", "proclitic", "pronoun") or page.covering[before] is not None:
        return True
    return page.time_before(at) is not None or page.before(at, *_HEADS) is not None or _behind_place(page, at, first)


def _behind_place(page: Page, at: int, first: int) -> bool:
    """Whether nothing but a preposition and its noun stands between the head of the sentence and a verb: «وفي هذا الإطار أكد»."""
    while first < at:
        if not (page.leads(first) and page.key(first) in page.joiners) and page.after(first, "contrast") is None:
            break
        first = page.after(first, "contrast") or first + 1
    behind = page.after(first, "preposition")
    return behind is not None and behind < at and not any(page.token(i).part == "mark" or i in page.cues for i in range(behind, at))


def _attribute(page: Page, extents: Extents, drafts: list[Draft], attributed: dict[int, Draft]) -> list[Draft]:
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

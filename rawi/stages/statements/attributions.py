"""Attributions: «بحسب مصادر», «وفق بيان للوزارة», «حسبما أعلن مكتبه», before or after what they attribute."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.document import CueHit
from rawi.stages.statements.draft import Draft, Hand
from rawi.stages.statements.page import SPEAKING_KINDS, Page
from rawi.stages.statements.speakers import agrees
from rawi.stages.statements.walk import Walk
from rawi.text.fold import QUOTE
from rawi.text.sentences import Sentence

_CONFIDENCE = 0.85
_PAUSES = frozenset((",", ";", ":", "-"))
_FINITE = frozenset(("past", "present"))
_REACH = 12


def attributions(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """The attributions of a sentence; their content is set once the other statements of the sentence are known."""
    for cue in page.cues_in(sentence):
        if cue.aspect != "phrase":
            continue
        draft = _clause(page, sentence, cue) if cue.clause else _phrase(page, sentence, cue)
        if draft is not None:
            yield draft


def _draft(sentence: Sentence, cue: CueHit, after: int, subject: int | None, *, issued: bool = False, spoken: bool = True) -> Draft:
    return Draft(
        rule="attribution", sentence=sentence, cue=cue, start=after, style="clause", confidence=_CONFIDENCE, subject=subject,
        voiced=spoken, issued=issued,
    )  # fmt: skip


def _phrase(page: Page, sentence: Sentence, cue: CueHit) -> Draft | None:
    """«بحسب» and whom it names: somebody, a medium and who issued it, or a pronoun; `start` is the token after them."""
    at = cue.last
    if page.is_pronoun(at):
        return _draft(sentence, cue, at + 1, None, spoken=False)
    if page.after(at, "own-words") is not None:
        return None
    number = _named(page, at, sentence.last)
    if number is not None:
        return _draft(sentence, cue, _past(page, page.reference(number).last, sentence.last), number)
    medium = page.medium(at)
    if medium is not None:
        if page.is_pronoun(medium[1]) or page.is_pronoun(medium[1] - 1):  # «تصريحاته»: the speaker's own
            return _draft(sentence, cue, medium[1] + 1, None, issued=True, spoken=False)
        issuer, handing = page.issuer(medium[1], sentence.last), page.handing(medium[1], sentence.last)
        after = page.reference(issuer).last if issuer is not None else medium[1]
        draft = _draft(sentence, cue, _past(page, handing[1] if handing else after, sentence.last), issuer, issued=issuer is None)
        draft.medium = page.medium_record(at, medium)
        if handing is not None:
            draft.carriers.append(Hand(handing[0]))
        return draft
    return None


def _named(page: Page, at: int, last: int) -> int | None:
    """The reference that stands at a token, past the quotation mark or «what»."""
    for place in (at, at + 1):
        number = page.references.get(place)
        if number is not None and page.reference(number).kind in SPEAKING_KINDS and place < last:
            return number
        if page.key(at) != QUOTE:
            break
    return None


def _clause(page: Page, sentence: Sentence, cue: CueHit) -> Draft | None:
    """«حسبما أعلن مكتبه أمس»: a verb that reports and opens nothing, with its subject."""
    verb = page.cues.get(cue.last)
    if verb is None or verb.aspect not in _FINITE:
        return None
    if _opens(page, sentence, cue, verb):
        return None
    at, subject, issued, more = verb.last, None, False, False
    while at < min(verb.last + _REACH, sentence.last) and page.key(at) not in _PAUSES and page.key(at) != ".":
        number, medium = page.references.get(at), page.medium(at)
        if number is not None and subject is None and agrees(page, verb, number, ahead=False):
            subject, at = number, page.reference(number).last
        elif at in page.times:
            at = page.times[at][1]
        else:
            issued = issued or (medium is not None and medium[0].speaks and subject is None)
            more = more or _tells_more(page, at, verb.last)
            at += 1
    if cue.also and (more or "that" not in verb.frames or (subject is None and not issued)):
        return None
    draft = _draft(sentence, verb, at, subject, issued=issued and subject is None, spoken=subject is not None or issued)
    draft.rule = "attribution:clause"
    return draft


def _tells_more(page: Page, at: int, first: int) -> bool:
    """Whether a word behind a verb is neither who speaks nor when or where: «كما شهدت المنطقة اشتباكات»."""
    if page.token(at).part != "stem" or page.covering[at] is not None or page.medium(at) is not None:
        return False
    if page.after(at, "preposition", "adverb") is not None:
        return False
    return not any(page.before(place, "preposition") is not None for place in range(max(first, at - 3) + 1, at + 1))


def _opens(page: Page, sentence: Sentence, cue: CueHit, verb: CueHit) -> bool:
    """Whether the verb opens a report of its own («كما دعت الجامعة … إلى»), and not what another one reports, behind a comma."""
    walk = Walk(page, verb, sentence)
    if not walk.run() or walk.opened is None:
        return False
    paused = any(page.key(at) == "," for at in range(verb.last, walk.opener))
    return walk.opened[2] == "noun" or not paused or cue.first <= sentence.first + 1


def _past_reader(page: Page, at: int, last: int) -> int:
    """The token after who has read or got a medium: «رسالة اطلعت عليها رويترز»."""
    while at < last and (page.is_pronoun(at) or page.after(at, "preposition") is not None or page.is_pronoun(at + 1)):
        at += 1
    number = page.references.get(at)
    return page.reference(number).last if number is not None else at


def _past(page: Page, at: int, last: int) -> int:
    """The token after what still belongs to an attribution: a time, a closing mark, «الذي بثته …»."""
    while at < last:
        if at in page.times:
            at = page.times[at][1]
        elif page.key(at) in (QUOTE, ")"):
            at += 1
        elif (after := page.after(at, "received")) is not None:
            at = _past_reader(page, after, last)
        elif page.key(at) == "(" and (closing := page.closing_bracket(at)) is not None:
            at = closing + 1
        else:
            break
    return at

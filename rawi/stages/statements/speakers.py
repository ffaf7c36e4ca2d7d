"""Who a cue belongs to, where the words say so: the subject before the verb, or the one a relative clause is about."""

from __future__ import annotations

from rawi.document import CueHit, Reference
from rawi.stages.statements.page import SPEAKING_KINDS, Page
from rawi.text.fold import QUOTE

_CLAUSE_MARKS = frozenset((",", ";", ":", QUOTE, "(", ")", "-", ".", "...", "?", "!", "/", "[", "]"))

_FINITE = frozenset(("past", "present", "jussive"))


def agrees(page: Page, cue: CueHit, number: int, *, ahead: bool) -> bool:
    """Whether a reference can be the subject of a cue: in gender, and in number where it stands before the verb."""
    reference = page.reference(number)
    if reference.kind not in SPEAKING_KINDS or cue.person != 3:
        return False
    gender = _gender(page, number, reference)
    human_many = reference.number != "s" and reference.kind in ("group", "person")
    if not ahead and cue.aspect in _FINITE and page.doc.oblique(reference, page.resolved(number).entity.name):
        return False
    if not ahead:
        return "either" in (cue.gender, gender) or cue.gender == gender or reference.number != "s" or reference.kind != "person"
    if cue.number == "p":
        return human_many or reference.kind in ("group", "organization")
    if cue.number == "d":
        return True
    if human_many and cue.gender == "m" and cue.number == "s":
        return reference.kind == "group" and reference.number == "s"
    return "either" in (cue.gender, gender) or cue.gender == gender


def _gender(page: Page, number: int, reference: Reference) -> str:
    return page.resolved(number).gender if reference.gender == "either" else reference.gender


def ahead(page: Page, cue: CueHit, first: int) -> int | None:
    """The reference before a cue that is its subject: «أن بايدن أبلغ», «كان الوزير أكد», «ميركل التي دعت»; or None.

    `first` is the token where the sentence, or what is reported there, begins.
    """
    at = cue.first - 1
    if at < first or (page.token(at).part == "proclitic" and page.token(at).word == page.token(cue.first).word):
        return None
    relative = page.before(cue.first, "relative")
    if relative is not None and relative >= first:
        return _before(page, cue, relative - 1, first, relative=True)
    return _before(page, cue, at, first, relative=False)


def _before(page: Page, cue: CueHit, at: int, first: int, *, relative: bool) -> int | None:
    at = _back(page, at, first)
    if at < first:
        return None
    number = page.covering[at]
    if number is None or page.reference(number).last != at + 1:
        return None
    if not agrees(page, cue, number, ahead=True) or (not relative and _attributed(page, page.reference(number).first)):
        return None
    return number if relative or _heads_clause(page, page.reference(number).first, first) else None


def _attributed(page: Page, start: int) -> bool:
    """Whether what stands before a reference attributes (بحسب «رويترز») or governs it."""
    at = start - 1 if page.key(start - 1) == QUOTE else start
    phrase = any(at - length in page.cues and page.cues[at - length].aspect == "phrase" for length in range(1, 4) if at >= length)
    return phrase or page.before(at, "preposition") is not None


def _back(page: Page, at: int, first: int) -> int:
    """Skips, leftwards, what may stand between a subject and its verb: adverbs, times, brackets, a comma, «had»."""
    while at >= first:
        begins = page.time_before(at + 1)
        if begins is None:
            begins = page.before(at + 1, "adverb", "was", "doubt", "therefore")
        if begins is not None and begins >= first:
            at = begins - 1
        elif page.key(at) == ")" and (opening := page.opening_bracket(at)) is not None and opening >= first:
            at = opening - 1
        elif page.key(at) in (",", "-") or (page.key(at) == QUOTE and page.covering[at] is None):
            at -= 1
        else:
            break
    return at


def _heads_clause(page: Page, start: int, first: int) -> bool:
    """Whether a reference begins its clause, so that the verb behind it is its own."""
    at = start - 1
    if at < first:
        return True
    if page.token(at).part == "proclitic" and page.token(at).word == page.token(start).word:
        if page.key(at) not in page.joiners:
            return False
        at -= 1
        return at < first or page.covering[at] is None
    if page.key(at) in _CLAUSE_MARKS:
        return True
    return any(page.before(start, kind) is not None for kind in ("that", "was", "conjunction", "contrast", "adverb")) or (
        page.time_before(start) is not None
    )

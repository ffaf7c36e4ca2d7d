"""Headlines that report by a colon: «بايدن: حلف الأطلسي يبحث تسوية»; and reports that go on without a cue of their own."""

from __future__ import annotations

from rawi.stages.statements.draft import Draft
from rawi.stages.statements.page import Page
from rawi.text.fold import QUOTE
from rawi.text.sentences import Sentence

_LONGEST = 16  # tokens before the colon
_CONFIDENCE = 0.8
_FREE_CONFIDENCE = 0.6
_PERSONS = frozenset(("person", "organization", "group"))
_STOPS = frozenset((".", ",", ";"))
_QUOTED = 6
"""Words in quotation marks that are more than an expression of somebody's."""


def headline(page: Page, sentence: Sentence) -> Draft | None:
    """The statement of a line that is a name, a colon and a claim; None for any other."""
    for at in range(sentence.first, min(sentence.first + _LONGEST, sentence.last)):
        if page.key(at) == ":":
            return _by(page, sentence, at)
        if at in page.cues and page.cues[at].aspect in ("past", "present", "participle"):
            return None
    return None


def _by(page: Page, sentence: Sentence, colon: int) -> Draft | None:
    first = _after_dots(page, sentence, colon)
    number = page.references.get(first)
    if number is None or colon + 1 >= sentence.last:
        return None
    reference = page.reference(number)
    left = [at for at in range(reference.last, colon) if page.token(at).part != "mark"]
    circumstance = bool(left) and (page.key(left[0]) == page.to or page.after(left[0], "preposition") is not None)
    allowed = _PERSONS | {"country"} if sentence.paragraph == 0 else _PERSONS
    if (left and not circumstance) or reference.kind not in allowed or (sentence.paragraph and page.key(sentence.last - 1) == "."):
        return None
    start = colon + 1
    quoted = start in page.quotes and not page.bare_name(page.quotes[start])
    return Draft(
        rule="headline:colon", sentence=sentence, cue=None, start=start + quoted, style="quote" if quoted else "speech",
        confidence=_CONFIDENCE, subject=number, voiced=True,
    )  # fmt: skip


def _after_dots(page: Page, sentence: Sentence, colon: int) -> int:
    """The token where the name before a colon begins: behind the last dots of the line, past «and» and a quotation mark."""
    first = max((at + 1 for at in range(sentence.first, colon) if page.key(at) in (".", "...", "/", ";")), default=sentence.first)
    while first < colon and (page.key(first) == QUOTE or (page.leads(first) and page.key(first) in page.joiners)):
        first += 1
    return first


def free(page: Page, sentence: Sentence, last: Draft | None) -> Draft | None:
    """A sentence without a cue that quotes at length, right behind a statement: whoever spoke there goes on."""
    first = sentence.first
    while first < sentence.last and page.leads(first) and page.key(first) in page.joiners:
        first += 1
    quotes = [page.quotes[at] for at in range(first, sentence.last) if at in page.quotes and not page.bare_name(page.quotes[at])]
    if not any(page.words_between(quote.opening, quote.closing) >= _QUOTED for quote in quotes):
        return None
    if last is None or last.sentence.last != sentence.first:
        return None
    whole = quotes[0].opening == first and all(page.key(at) in _STOPS for at in range(quotes[0].closing + 1, sentence.last))
    return Draft(
        rule="free:quotation", sentence=sentence, cue=None, start=first + whole, style="quote" if whole else "clause",
        confidence=_FREE_CONFIDENCE,
    )  # fmt: skip

"""Is it Arabic? A rule of letters, for texts of any length; telling languages apart for good is not Rawi's business."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[^\W\d_]+")  # letters of any script
# letters of the Arabic script, of any language; those that Arabic lacks; the article, or a teh marbuta at a word's end
_SCRIPT = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdff\ufe70-\ufefc]+")
_ADDED = re.compile(r"[\u063b-\u063f\u066e-\u0670\u0672-\u06a3\u06a5-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f]+")
_OWN = re.compile(r"\b[\u0648\u0628\u0641\u0643]?\u0627\u0644\w\w|\u0629\b|\u0644\u0644\w\w")
_WORD = re.compile(r"\w+")  # a word or number

_SHARE = 0.25  # of letters: below it, the text is in another script with Arabic names in it
_FEW = 3  # foreign letters that prove nothing: 10 c, 12e+14, a name spelled as in Persian
_ADDED_SHARE = 0.01  # Persian and Urdu stand at 0.15, Arabic under 0.001 unless typed on a Persian keyboard
_OWN_SHARE = 0.1  # of words: Arabic news stands at 0.4, Persian and Urdu under 0.03


def other_language(text: str) -> str | None:
    """Why a text is not Arabic, or None where it is; numbers alone are in any language.

    >>> other_language("قال بايدن إن الاجتماع تأجل") is None
    True
    >>> other_language("The meeting was put off")
    '0 of its 19 letters are Arabic'
    """
    if not _WORD.search(text):
        return "it has no words"
    script = _count(_SCRIPT, text)
    letters = _count(_LETTERS, text) if script < len(text) * _SHARE else script  # counted only where their share is in doubt
    if letters - script > _FEW and script < letters * _SHARE:
        return f"{script:,} of its {letters:,} letters are Arabic"
    added = _count(_ADDED, text)
    if added > max(_FEW, script * _ADDED_SHARE) and len(_OWN.findall(text)) < len(_WORD.findall(text)) * _OWN_SHARE:
        return "its letters are those of Persian, Urdu or another language in Arabic script"
    return None


def _count(runs: re.Pattern[str], text: str) -> int:
    """How many characters the runs of a pattern have together; many times faster than finding them one by one."""
    return len("".join(runs.findall(text)))

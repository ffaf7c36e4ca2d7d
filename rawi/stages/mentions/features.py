"""What the roles lexicon knows of a word: its sorts, each with the longest phrase that begins with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rawi.lang.lexicons.roles import Entry
from rawi.text.lexicon import Keys, Lexicon
from rawi.text.tokens import Token

Features = Mapping[str, tuple[int, Entry]]
"""What a word is, by sort: the token that the longest phrase of the sort ends before, and its entry."""
NOTHING: Features = {}
_UNKNOWN = -1
_TELLING = 70  # tokens before and behind a word in which a newsroom that knows alef maksura has written one
_MAKSURA = "\N{ARABIC LETTER ALEF MAKSURA}"
_HEH, _TEH = "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER TEH MARBUTA}"


class Lookup:
    """Looks words up in the roles lexicon."""

    def __init__(self, lexicon: Lexicon[Entry], keys: Keys) -> None:
        self._lexicon, self._keys, self._firsts = lexicon, keys, lexicon.firsts

    def at(self, token: int, key: str, definite: bool) -> Features:
        """The features of a stem, with its article or without."""
        alone = self._firsts.get(key, _UNKNOWN)
        if alone == _UNKNOWN:
            return NOTHING
        if alone is None:
            return self._phrases(token, definite)
        last = token + 1
        entries = self._lexicon.told(alone, _by_sort)[definite]
        return {sort: (last, entry) for sort, entry in entries.items()} if entries else NOTHING

    def _phrases(self, token: int, definite: bool) -> Features:
        found: dict[str, tuple[int, Entry]] = {}
        for last, number in self._lexicon.ends(self._keys, token):
            for sort, entry in self._lexicon.told(number, _by_sort)[definite].items():
                found[sort] = (last, entry)
        return _ended(found) if "end" in found else found


def _by_sort(entries: Sequence[Entry]) -> tuple[Mapping[str, Entry], Mapping[str, Entry]]:
    """Entries of a phrase by sort, the first given of each: without an article, and with one."""
    bare: dict[str, Entry] = {entry.sort: entry for entry in reversed(entries) if _allowed(entry, False)}
    return bare, {entry.sort: entry for entry in reversed(entries) if _allowed(entry, True)}


def _ended(found: dict[str, tuple[int, Entry]]) -> Features:
    """Features without those of a shorter phrase than one that is no part of any name: «مؤتمر صحفي»."""
    end = found["end"][0]
    return {sort: feature for sort, feature in found.items() if sort == "end" or feature[0] >= end}


def spelled(features: Features, tokens: Sequence[Token], at: int, text: str) -> Features:
    """Features of a token with one of a name and a particle that only their last letter tells apart: علي, على; رحمة الله, رحمه الله.

    Some newsrooms know no alef maksura: in a long passage without it the word is the particle.
    """
    if "end" not in features or "given" not in features:
        return features
    written = text[tokens[at].end - 1]
    if written in (_HEH, _TEH):
        return _without(features, "given" if written == _HEH else "end")
    first, last = max(at - _TELLING, 0), min(at + _TELLING, len(tokens))
    unknown = last - first > _TELLING and text.find(_MAKSURA, tokens[first].start, tokens[last - 1].end) < 0
    gone = "given" if unknown or _MAKSURA in text[tokens[at].start : tokens[at].end] else "end"
    return _without(features, gone)


def _without(features: Features, gone: str) -> Features:
    return {sort: feature for sort, feature in features.items() if sort != gone}


def _allowed(entry: Entry, definite: bool) -> bool:
    """Whether an entry holds for a word with its article, or without; a verb has none."""
    if entry.sort == "verb":
        return not definite
    return entry.definite == definite if entry.sort == "given" else definite or not entry.definite

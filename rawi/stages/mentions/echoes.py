"""Short forms that only the article itself explains: a family name, a quoted name or a name in brackets, heard again without its head.

After the phrases are read, the last word of each unknown person's name (العيساوي, with or without article), the world's weak short forms
of persons the article names in full (صالح), and the core of each body's name («ترك برك», د.ب.أ) are looked for in what no reference covers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from rawi.document import Reference
from rawi.stages.mentions.words import Word, Words
from rawi.text.fold import QUOTE

_Keys = tuple[str, ...]
_PARTIES = frozenset(("party", "movement"))


def echoes(words: Words, found: list[Reference], spoken: Collection[int], generations: frozenset[str]) -> list[Reference]:
    """References to persons and bodies by short forms of the names that `found` holds."""
    heard = _Heard(words, found, generations)
    if not heard.by_first:
        return []
    covered = {token for r in found for token in range(r.first, r.last)}
    out: list[Reference] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.key not in heard.by_first:
            at += 1
            continue
        closed = word.mark or word.first in covered or word.blocked or "end" in word.features
        source = None if closed else heard.at(at)
        if source is None or _adjective(words, at, source[1]) or not _sets_off(words, at, source[1], spoken):
            at += 1
            continue
        length, reference = source
        out.append(_echo(words, at, length, reference, spoken))
        at += length
    return out


class _Heard:
    """The short forms to listen for, by their first key."""

    def __init__(self, words: Words, found: list[Reference], generations: frozenset[str]) -> None:
        self.words, self.generations = words, generations
        self.by_first: dict[str, list[tuple[_Keys, bool, Reference]]] = {}
        for reference in found:
            for form in self._forms(reference):
                if form:
                    keys = tuple(word.key for word in form)
                    self.by_first.setdefault(keys[0], []).append((keys, form[0].definite, reference))

    def at(self, at: int) -> tuple[int, Reference] | None:
        """The longest short form at a word: how many words, and the reference it is short for."""
        best: tuple[int, Reference] | None = None
        for keys, definite, reference in self.by_first.get(self.words[at].key, ()):
            if self.words[at].definite == definite and (best is None or len(keys) > best[0]) and self._stands(at, keys):
                best = len(keys), reference
        return best

    def _stands(self, at: int, keys: _Keys) -> bool:
        return at + len(keys) <= len(self.words) and all(
            self.words[at + i].key == key and (i == 0 or not self.words[at + i].lead) for i, key in enumerate(keys)
        )

    def _forms(self, reference: Reference) -> Iterator[list[Word]]:
        if reference.kind == "person" and reference.name is not None:
            yield from self._family(reference)
        elif reference.kind == "organization":
            yield from self._core(reference)
            if reference.head in _PARTIES and reference.name is not None and len(inside := self._inside(*reference.name)) == 2:
                yield inside[1:]

    def _family(self, reference: Reference) -> Iterator[list[Word]]:
        """The family name, with the particles before it."""
        assert reference.name is not None
        name = self._inside(*reference.name)
        if len(name) > 2 and name[-1].key in self.generations:
            name.pop()
        start = len(name) - 1
        while start > 0 and "particle" in name[start - 1].features:
            start -= 1
        if start == 0 and len(name) == 2 and "given" in name[0].features:
            start = 1
        if (start > 0 or reference.why[-1:] == ("stranger:person",)) and len(name[-1].key) > 2:
            yield name[start:]

    def _core(self, reference: Reference) -> Iterator[list[Word]]:
        """A name in quotation marks or brackets."""
        tokens = self.words.tokens
        marks = [at for at in range(reference.first, reference.last) if tokens[at].key == QUOTE]
        if len(marks) == 2:
            yield self._inside(marks[0] + 1, marks[1])
        if reference.alias is not None and tokens[reference.alias[0]].part == "stem":
            yield self._inside(*reference.alias)

    def _inside(self, first: int, last: int) -> list[Word]:
        numbers = dict.fromkeys(self.words.at_token[first:last])
        return [self.words[number] for number in numbers]


def _adjective(words: Words, at: int, reference: Reference) -> bool:
    """Whether a family name that looks like an adjective follows a noun with the article: الوطن العربي is not Mr. al-Arabi."""
    word, before = words[at], words[at - 1] if at else None
    if reference.kind != "person" or not word.definite or before is None or word.lead:
        return False
    return before.definite and not before.mark and not before.reports


def _sets_off(words: Words, at: int, reference: Reference, spoken: Collection[int]) -> bool:
    """Whether a party's name without its head noun stands where a name does: in quotation marks, or behind a verb that reports."""
    if (
        reference.kind == "person"
        or reference.alias is not None
        or any(words.tokens[t].key == QUOTE for t in range(reference.first, reference.last))
    ):
        return True
    return at in spoken or (at > 0 and words[at - 1].key == QUOTE)


def _echo(words: Words, at: int, length: int, reference: Reference, spoken: Collection[int]) -> Reference:
    first, last = words[at].first, words[at + length - 1].last
    return msgspec.structs.replace(
        reference, first=first, last=last, form="name", name=(first, last), alias=None, office=None, of=(), former=False,
        spoken=at in spoken, why=("name:echo",),
    )  # fmt: skip

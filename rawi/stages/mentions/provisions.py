"""Articles of treaties: «المادة العاشرة من معاهدة حظر الانتشار النووي» is one thing, and the treaty in it another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from rawi.document import Reference
from rawi.lang.pack import Language
from rawi.stages.mentions.names import sequels
from rawi.stages.mentions.reading import Reading
from rawi.text.fold import fold


def provisions(reading: Reading, lang: Language) -> list[Reference]:
    """A reference for each article or chapter of a treaty that the article names; those of laws and agendas are none."""
    treaties = [one for one in reading.found if _treaty(reading, one)]
    return list(_Provisions(reading, lang, treaties).read()) if treaties else []


def _treaty(reading: Reading, reference: Reference) -> bool:
    return reference.kind == "other" and reference.thing is not None and reading.world.thing(reference.thing).sort == "treaty"


@cache
def _ordinals(lang: Language) -> frozenset[str]:
    """The words of ordinals, folded."""
    return frozenset(fold(word) for row in lang.sources.times.word if row.kind == "ordinal" for word in row.words)


class _Provisions:
    """Reads articles beside the treaties of a document."""

    def __init__(self, reading: Reading, lang: Language, treaties: list[Reference]) -> None:
        table = lang.sources.roles.provisions
        self.words, self.treaties = reading.words, sorted(treaties, key=lambda one: one.first)
        self.taken = {one.first for one in reading.found}
        self.nouns, self.number, self.of = (frozenset(map(fold, some)) for some in (table.nouns, table.number, table.of))
        self.others = sequels(lang)
        self.ordinals = _ordinals(lang)
        self.starts = [sentence.first for sentence in reading.words.doc.sentences]

    def read(self) -> Iterator[Reference]:
        """The references, in order."""
        for at, word in enumerate(self.words.items):
            if not word.definite or word.key not in self.nouns or word.first in self.taken:
                continue
            after = self._number(at + 1)
            found = self._whose(word.first, after) if after is not None else None
            if after is not None and found is not None and found[1].thing is not None:
                yield Reference(
                    first=word.first, last=found[0], form="name", kind="other", name=(word.first, self.words[after - 1].last),
                    head="provision", of=(found[1].thing,), definite=True, why=("provision:treaty",),
                )  # fmt: skip

    def _number(self, at: int) -> int | None:
        """The word behind the number that begins at a word, written in digits or as an ordinal; None where none does."""
        words = self.words
        at += at < len(words) and words[at].key in self.number
        if at >= len(words) or not (words[at].key.isdigit() or (words[at].definite and words[at].key in self.ordinals)):
            return None
        return at + 1

    def _whose(self, first: int, after: int) -> tuple[int, Reference] | None:
        """The treaty of an article, with the token that the article's words end before: the one named behind «of», «من المعاهدة» for the
        last of that kind, or by number alone the one named before in the same sentence."""
        words, last = self.words, self.words[after - 1].last
        before = [one for one in self.treaties if one.first < first]
        if after + 1 < len(words) and words[after].key in self.of and not words[after + 1].lead:
            named = words[after + 1]
            treaty = next((one for one in self.treaties if one.first == named.first), None)
            if treaty is not None:
                return treaty.last, treaty
            kind = [one for one in before if named.definite and words[words.after(one.first)].key == named.key]
            return (named.last, kind[-1]) if kind else None
        keys = tuple(token.key for token in words.tokens[last : last + 2])
        sentence = self.starts[bisect_right(self.starts, first) - 1]
        near = [one for one in before if one.first >= sentence]
        return (last, near[-1]) if near and not {keys, keys[:1]} & self.others else None

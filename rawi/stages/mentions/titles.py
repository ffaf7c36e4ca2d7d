"""Titles: a run of honorifics, ranks and posts, and what it says of who bears them."""

from __future__ import annotations

from typing import Literal

from rawi.lang.lexicons.roles import Entry
from rawi.stages.mentions.phrase import Phrase
from rawi.stages.mentions.reading import Feature, Reading
from rawi.stages.mentions.words import Word

_COUNTERPART = "counterpart"


class Titles:
    """The titles from a word up to word `last`: نائب الرئيس اليمني رئيس مجلس الوزراء, معالي الدكتور, العميد الركن.

    `office` is the first post, `things` what all are of; `closed` where a name can follow, `firm` where what follows must be a name.
    """

    def __init__(self, reading: Reading, at: int) -> None:
        self._reading = reading
        self.start = self.last = at
        self.office: str | None = None
        self.closed = self.firm = self.adjective = self.attached = self.former = self.courtesy = False
        self.gender: Literal["m", "f", "either"] = "either"
        self.number: Literal["s", "d", "p"] = "s"
        self.things: tuple[int, ...] = ()
        self.nested: tuple[int, ...] = ()
        self.inner: int | None = None
        self.why: tuple[str, ...] = ()
        words = reading.words
        while self.last < len(words) and (self.last == at or not words[self.last].lead) and self._take(words[self.last]):
            pass

    def phrase(self) -> Phrase:
        """What stands inside the titles."""
        return Phrase(self.last, self.closed, self.things, self.nested)

    def adopt(self, other: Titles) -> None:
        """Takes over what a title behind the name says."""
        self.office = self.office or other.office
        self.former = self.former or other.former
        self.things += other.things
        self.nested += other.nested
        self.why += other.why

    def _take(self, word: Word) -> bool:
        if word.mark or word.blocked or word.reports:
            return False
        if (self.office is None or self.closed) and not self._reading.names.fathered(self.last):
            if "honorific" in word.features:
                return self._courtesy(word, "honorific", word.features["honorific"])
            if "rank" in word.features and (word.definite or self.closed):
                return self._courtesy(word, "rank", word.features["rank"])
            if "office" in word.features and (self.last == self.start or word.features["office"][1].table != _COUNTERPART):
                return self._post(word.features["office"])
        return False

    def _courtesy(self, word: Word, sort: str, feature: Feature) -> bool:
        """An honorific or a rank, with the stroke or stop that newspapers put behind it: «الدكتور/», «د.»."""
        words = self._reading.words
        self.last = self._reading.after(self.last, feature)
        mark = words[self.last].key if self.last < len(words) else ""
        if mark == "/" or (mark == "." and len(word.key) == 1):
            self.last += 1
        self.closed, self.courtesy = True, word.definite
        self.firm = self.firm or word.definite or feature[0] > word.stem + 1
        self.gender = feature[1].gender if feature[1].gender != "either" else self.gender
        self.why += (f"title:{sort}",)
        return True

    def _post(self, feature: Feature) -> bool:
        """A post with what completes it."""
        reading, entry = self._reading, feature[1]
        start, after = self.last, self._reading.after(self.last, feature)
        definite = reading.definite(start, after)
        phrase = reading.phrases.read(after, closed=definite, head="office", several=after > start + 1, table=entry.table)
        if self.office is None:
            self.office = self._office(entry, phrase)
            self.gender, self.number = entry.gender if self.gender == "either" else self.gender, entry.number
        self.adjective, self.courtesy = self.adjective or phrase.last > after, False
        self.attached = not definite and not phrase.closed
        self.last, self.closed = phrase.last, phrase.closed
        self.firm = self.firm or phrase.closed
        self.things += phrase.things
        self.nested += phrase.nested
        self.inner = self.inner if self.inner is not None else phrase.inner
        self.former = self.former or any(_former(word) for word in reading.words.items[after : phrase.last])
        self.why += (f"title:{entry.table}",)
        return True

    def _office(self, entry: Entry, phrase: Phrase) -> str:
        """The office that a post and what completes it make: وزير + الخارجية, رئيس + a state."""
        if entry.table == "minister" and phrase.portfolio is not None:
            return phrase.portfolio
        first = self._reading.world.thing(phrase.things[0]) if phrase.things else None
        if first is None or first.kind != "country" or self._bodies(phrase):
            return entry.table
        if entry.table == "adviser" and self._reading.world.holders("chancellor", first.key, self._reading.published):
            return "chancellor"
        return "president" if entry.table == "head" else entry.table

    def _bodies(self, phrase: Phrase) -> bool:
        """Whether a body stands inside: رئيس البرلمان العراقي is no head of state."""
        words = self._reading.words
        return any("organization" in words[begin].features or "place" in words[begin].features for begin in phrase.nested)


def _former(word: Word) -> bool:
    feature = word.features.get("qualifier")
    return feature is not None and feature[1].table == "former"

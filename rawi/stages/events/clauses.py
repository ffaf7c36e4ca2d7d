"""What stands behind a trigger in its clause: those behind the frame's prepositions, and the first one named at all."""

from __future__ import annotations

from rawi.lang.schema.events import Frame
from rawi.stages.events.people import People
from rawi.stages.events.view import AND, View
from rawi.text.fold import fold
from rawi.text.sentences import Sentence

_NEAR = 5  # words between a preposition and the name behind it
_DEEP = 8  # words behind a verb in which whoever is named is whom it is done to, with no preposition that says so
_REACH = 40  # words of a clause that are looked at
Sides = tuple[list[str], list[str]]


class Behind:
    """Reads the rest of a trigger's clause by its frame."""

    def __init__(self, view: View, people: People) -> None:
        self.view, self.people = view, people
        self._folded: dict[tuple[str, ...], frozenset[str]] = {}
        self._phrases: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}

    def read(self, begin: int, frame: Frame, sentence: Sentence, known: Sides) -> Sides:
        """Further actors and recipients behind a token; recipients only where none is known."""
        view, to, by = self.view, self.keys(frame.to), self.keys(frame.by)
        actors, recipients = list[str](), list[str]()
        at, last = begin, min(sentence.last, begin + _REACH)
        while at < last:
            at = view.past(at, sentence)
            if view.stops(at, sentence) and not (frame.deep and view.used(at, "relative") is not None):
                break
            key = view.tokens[at].key
            undergone = bool(known[1] or recipients)
            if frame.deep and (self._begins(at) or self._apart(at) or view.cue_at.get(at) == "participle"):
                break
            if view.covering[at] is None or at in view.starting:
                if key in by and (found := self.named(at + 1, sentence)):
                    actors += found
                elif key in to and not undergone and (found := self.named(at + 1, sentence, by=[*known[0], *actors])):
                    recipients += found
                elif frame.deep and at < begin + _DEEP and not undergone and not self._against(at):
                    recipients += self._new(at, known[0])
            at += 1
        if not known[0] and not actors:
            actors = self._agent(begin, last, sentence, frame)
        return actors, [one for one in recipients if one not in actors]

    def _agent(self, begin: int, last: int, sentence: Sentence, frame: Frame) -> list[str]:
        """The one who did what is told in the passive: behind «by», written in two words."""
        view = self.view
        phrases = self._phrases.get(frame.by)
        if phrases is None:
            phrases = self._phrases[frame.by] = frozenset(tuple(map(fold, phrase.split())) for phrase in frame.by if " " in phrase)
        if not phrases:
            return []
        for at in range(begin, min(last, sentence.last - 2)):
            if (view.tokens[at].key, view.tokens[at + 1].key) in phrases:
                return self.named(at + 2, sentence)
        return []

    def _begins(self, at: int) -> bool:
        """Whether the subject of a clause of its own stands at a token: «يدعمون الاتفاق ومتشددين يعلنون …»."""
        view = self.view
        number = view.starting.get(at)
        return number is not None and view.key(at - 1) == AND and view.finite(view.reference(number).last)

    def _apart(self, at: int) -> bool:
        """Whether a comma and «and» part what is said next from an act: «لا تهدد أحدا، وهذا ما قاله الرئيس»."""
        view = self.view
        return view.key(at) == AND and view.comma(at - 1) and at + 1 not in view.starting and not view.article(at + 2)

    def _against(self, at: int) -> bool:
        """Whether whoever is named at a token is only fought in what is spoken of: «دعا إلى التعاون ضد التنظيم»."""
        return any(self.view.used(n, "against") is not None for n in range(max(at - _NEAR, 0), at))

    def _new(self, at: int, actors: list[str]) -> list[str]:
        """Whoever new is named at a token."""
        found = self.people.ids(self.people.joined(at)[0]) if at in self.view.starting else self.people.nationality(at)
        return [one for one in found if one not in actors]

    def named(self, at: int, sentence: Sentence, near: int = _NEAR, *, by: list[str] | None = None) -> list[str]:
        """Who is named behind a preposition, a few words on: «على مواقع لتنظيم الدولة»."""
        view, left = self.view, near
        if view.used(at + view.article(at + 1), "locating") is not None:
            return []  # «على الحدود مع سوريا» is where it was
        while at < sentence.last and left > 0 and not view.stops(at, sentence) and not view.comma(at):
            if at in view.starting:
                found = self.people.joined(at)[0]
                if ids := self.people.undergone(found, by) if by is not None else self.people.ids(found):
                    return ids
            if state := self.people.nationality(at):
                return state
            if view.tokens[at].part == "pronoun" and at and view.tokens[at - 1].word == view.tokens[at].word and left == near:
                return self.people.pronoun(at)
            left -= view.tokens[at].part not in ("article", "mark")
            at += 1
        return []

    def keys(self, words: tuple[str, ...]) -> frozenset[str]:
        """Single prepositions of a frame, folded."""
        if words not in self._folded:
            self._folded[words] = frozenset(fold(word) for word in words if " " not in word)
        return self._folded[words]

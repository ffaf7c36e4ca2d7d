"""Who takes part in an event: subjects, objects, those whom a masdar belongs to, those behind prepositions."""

from __future__ import annotations

import msgspec

from rawi.lang.lexicons.events import Entry
from rawi.lang.schema.events import Frame
from rawi.stages.events.people import People
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import AND, View
from rawi.text.fold import fold
from rawi.text.sentences import Sentence

_NEAR = 5  # words between a preposition and the name behind it
_REACH = 40  # words of a clause that are looked at
_DOERS = frozenset(("organization", "country"))


class Parties(msgspec.Struct, kw_only=True):
    """Those who do, and those who undergo, by entity id; `objects`: whether a noun stands where an object does."""

    actors: list[str] = []
    recipients: list[str] = []
    objects: bool = False

    def add(self, role: str | None, ids: list[str]) -> None:
        """Puts entities on their side; nobody stands on both."""
        side, other = (self.actors, self.recipients) if role == "actor" else (self.recipients, self.actors)
        if role is not None:
            side.extend(one for one in ids if one not in side and one not in other)


class Roles:
    """Reads the parties of triggers by their frames."""

    def __init__(self, view: View, people: People) -> None:
        self.view, self.people = view, people
        self.cues = {s.cue.start: s for s in view.doc.statements if s.cue is not None}
        self._folded: dict[tuple[str, ...], frozenset[str]] = {}

    def of(self, trigger: Trigger, frame: Frame, sentence: Sentence) -> Parties:
        """The parties of a trigger."""
        parties = Parties()
        begin = self._verb(trigger, frame, sentence, parties) if trigger.finite else self._noun(trigger, frame, sentence, parties)
        self._behind(begin, frame, sentence, parties)
        self._chained(trigger, frame, parties)
        if parties.actors and trigger.finite:
            self.people.topic = tuple(parties.actors)
        return parties

    def _chained(self, trigger: Trigger, frame: Frame, parties: Parties) -> None:
        """Where the verb reports as well, who speaks is known from its statement."""
        statement = self.cues.get(self.view.tokens[trigger.first].start)
        if statement is None or not statement.chain or frame.subject != "actor" or not trigger.finite:
            return
        speaker = statement.chain[-1].entity
        if speaker not in parties.actors:
            parties.actors = [speaker]
            parties.recipients = [one for one in parties.recipients if one != speaker]
        if statement.addressee and not parties.recipients:
            parties.add("recipient", [statement.addressee])

    # verbs

    def _verb(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """The subject and object of a verb; gives the token from which its prepositions are looked for."""
        subject, end, ahead = self._subject(trigger.first, trigger.last, trigger.form, sentence)
        objects, object_end, noun = self._object(trigger, end, sentence, subject)
        if self._passive(trigger, frame, sentence, (subject, ahead, bool(objects) or noun)):
            parties.add("recipient", subject)
            return max(end, trigger.last)
        if not subject and trigger.form.aspect != "participle":
            subject = self._left_out(trigger.first, trigger.form, objects)
        elif not subject:
            subject = list(self.people.topic)
        parties.add(frame.subject, subject)
        parties.add(frame.object, objects)
        return max(end, trigger.last) if frame.deep else max(object_end, end, trigger.last)

    def _subject(self, first: int, last: int, form: Entry, sentence: Sentence) -> tuple[list[str], int, bool]:
        """The subject, the token after it where it stands behind the verb, and whether it stands before it."""
        if form.person == 1:
            return self.people.speaker(first), last, True
        if form.aspect == "participle":
            return [], last, False
        before = self.people.before(first, form, sentence)
        if before:
            return before, last, True
        if form.number == "s":
            found, end = self.people.behind(last, form, sentence)
            if found:
                return found, end, False
        return [], last, False

    def _left_out(self, first: int, form: Entry, but: list[str]) -> list[str]:
        """The subject of a verb that names none: whom the text goes on speaking of."""
        return self.people.meant(first, form.gender, form.number, but)

    def _object(self, trigger: Trigger, end: int, sentence: Sentence, subject: list[str]) -> tuple[list[str], int, bool]:
        """The object: a pronoun on the verb, or the next name with no preposition before it; and whether some noun stands there."""
        view, at = self.view, trigger.last
        if at < len(view.tokens) and view.tokens[at].part == "pronoun":
            return self.people.pronoun(at, subject), at + 1, True
        at, left, noun = max(end, at), 3, False
        while at < sentence.last and not view.stops(at, sentence) and left and not view.comma(at):
            if at in view.starting:
                found, last = self.people.joined(at)
                return [one for one in self.people.ids(found) if one not in subject], last, True
            token = view.tokens[at]
            if at in view.time_at or view.used(at, "passing") is not None or token.part in ("mark", "article", "pronoun"):
                at += 1
                continue
            if token.part == "proclitic" or token.key in self.people.prepositions:
                return [], end, noun
            noun, left, at = True, left - 1, at + 1
        return [], end, noun

    def _passive(self, trigger: Trigger, frame: Frame, sentence: Sentence, seen: tuple[list[str], bool, bool]) -> bool:
        """Whether a verb written alike in both voices is passive: somebody is named, and nobody whom he could do it to."""
        subject, ahead, objects = seen
        voice = trigger.form.voice
        if voice != "either" or frame.object != "recipient" or frame.deep:
            return voice == "passive"
        if trigger.last in self.view.quantity_at and not ahead:
            return True
        if not subject or objects:
            return False
        kinds = {self.view.doc.entities[self.view.number_of[one]].entity.kind for one in subject}
        return not kinds & _DOERS

    # nouns

    def _noun(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """Whom a noun belongs to, and the subject and object of the verb that carries it."""
        view, end = self.view, trigger.last
        if end < len(view.tokens) and view.tokens[end].part == "pronoun":
            parties.add(frame.genitive, self.people.pronoun(end))
            end += 1
        else:
            end = self._genitive(trigger, frame, sentence, parties)
        if trigger.light is not None and trigger.verb is not None:
            self._carried(trigger, frame, sentence, parties)
        elif not parties.actors and trigger.form.aspect == "masdar" and frame.subject == "actor" and frame.genitive != "actor":
            pass
        return end

    def _genitive(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """The owner right behind the noun or behind its adjectives; a state's adjective; an owner behind «of»."""
        view, at, left = self.view, trigger.last, 4
        definite = view.article(trigger.first)
        while at < sentence.last and left and not view.comma(at) and not view.stops(at, sentence):
            if at in view.starting:
                if definite:
                    return at
                found, end = self.people.joined(at)
                parties.add(frame.genitive, self.people.ids(found))
                return end
            token = view.tokens[at]
            if state := self.people.nationality(at):
                parties.add("actor", state)
                return at + 1
            if at in view.quantity_at or token.part in ("article", "mark") or at in view.time_at or view.used(at, "passing") is not None:
                at += 1
                continue
            if token.key == _FOR and token.part == "proclitic" and self.view.covering[at] is None:
                return self._owner(at, frame, parties)
            if token.part in ("proclitic", "pronoun") or token.key in self.people.prepositions or view.finite(at):
                return at
            left, at = left - 1, at + 1
        return at

    def _owner(self, at: int, frame: Frame, parties: Parties) -> int:
        """«هجمات لحزب العمال»: who does it, where the frame has no recipient behind «to»."""
        begin = at + 1
        if _FOR in self._keys(frame.to) or begin not in self.view.starting:
            return at
        found, end = self.people.joined(begin)
        parties.add(frame.genitive, self.people.ids(found))
        return end

    def _carried(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> None:
        """The subject of the carrying verb, and where the noun itself is its subject, the object."""
        light, verb = trigger.light, trigger.verb
        if light is None or verb is None or verb.entry.aspect == "masdar":
            if verb is not None and light is not None and light.subject in ("actor", "recipient"):
                self._masdar_owner(verb.last, light.subject, parties)
            return
        if light.subject == "event":
            if light.object == "recipient":
                found, _ = self.people.behind(self._past_pronoun(verb.last), verb.entry, sentence)
                parties.add("recipient", found)
            return
        role = frame.subject if light.subject == "actor" else "recipient" if light.subject == "recipient" else None
        if trigger.after:
            found, _ = self.people.behind(self._past_pronoun(verb.last), verb.entry, sentence)
        else:
            found, _, _ = self._subject(verb.first, verb.last, verb.entry, sentence)
            found = found or self._left_out(verb.first, verb.entry, [])
        if found and role == "actor" and not trigger.after:
            self.people.topic = tuple(found)
        parties.add(role, found)

    def _masdar_owner(self, at: int, role: str, parties: Parties) -> None:
        """«شن الطيران غارات» as a masdar: whom the masdar belongs to."""
        if at in self.view.starting:
            found, _ = self.people.joined(at)
            parties.add(role, self.people.ids(found))

    def _past_pronoun(self, at: int) -> int:
        return at + 1 if at < len(self.view.tokens) and self.view.tokens[at].part == "pronoun" else at

    # what follows

    def _behind(self, begin: int, frame: Frame, sentence: Sentence, parties: Parties) -> None:
        """Those behind the frame's prepositions, and for a deep frame the first named in the rest of the clause."""
        view, to, by = self.view, self._keys(frame.to), self._keys(frame.by)
        undergone = bool(parties.recipients)
        at, last = begin, min(sentence.last, begin + _REACH)
        while at < last and not view.stops(at, sentence):
            key = view.tokens[at].key
            if view.covering[at] is None or at in view.starting:
                if key in by and (found := self._after(at + 1, sentence)):
                    parties.add("actor" if frame.subject != "recipient" or key not in _WITH else "actor", found)
                elif key in to and not undergone and (found := self._after(at + 1, sentence)):
                    parties.add("recipient", found)
                    undergone = True
                elif frame.deep and not undergone:
                    undergone = self._deep(at, parties)
            at += 1
        if not parties.actors and _BY_PHRASES & set(frame.by):
            self._agent(begin, last, sentence, frame, parties)

    def _agent(self, begin: int, last: int, sentence: Sentence, frame: Frame, parties: Parties) -> None:
        """The one who did what is told in the passive: behind «by», written in two words."""
        view = self.view
        phrases = [tuple(map(fold, phrase.split())) for phrase in frame.by if " " in phrase]
        for at in range(begin, min(last, sentence.last - 2)):
            if any(tuple(view.key(at + n) for n in range(len(phrase))) == phrase for phrase in phrases):
                parties.add("actor", self._after(at + 2, sentence))
                return

    def _deep(self, at: int, parties: Parties) -> bool:
        """Whether somebody new is named at a token."""
        if at in self.view.starting:
            found, _ = self.people.joined(at)
            new = [one for one in self.people.ids(found) if one not in parties.actors]
        else:
            new = [one for one in self.people.nationality(at) if one not in parties.actors]
        parties.add("recipient", new)
        return bool(new)

    def _after(self, at: int, sentence: Sentence) -> list[str]:
        """Who is named behind a preposition, a few words on: «على مواقع لتنظيم الدولة»."""
        view, left = self.view, _NEAR
        while at < sentence.last and left and not view.stops(at, sentence) and not view.comma(at):
            if at in view.starting:
                found, _ = self.people.joined(at)
                ids = self.people.ids(found)
                if ids:
                    return ids
            if state := self.people.nationality(at):
                return state
            if view.tokens[at].part == "pronoun" and at and view.tokens[at - 1].word == view.tokens[at].word and left == _NEAR:
                return self.people.pronoun(at)
            left -= view.tokens[at].part not in ("article", "mark")
            at += 1
        return []

    def _keys(self, words: tuple[str, ...]) -> frozenset[str]:
        """Single prepositions of a frame, folded."""
        if words not in self._folded:
            self._folded[words] = frozenset(fold(word) for word in words if " " not in word)
        return self._folded[words]


_FOR = fold("\N{ARABIC LETTER LAM}")
_WITH = frozenset((AND,))
_BY_PHRASES = frozenset(("\N{ARABIC LETTER MEEM}\N{ARABIC LETTER NOON} \N{ARABIC LETTER QAF}\N{ARABIC LETTER BEH}\N{ARABIC LETTER LAM}",))

"""Who takes part in an event, read by the frame of what tells it."""

from __future__ import annotations

from rawi.lang.schema.events import Frame
from rawi.stages.events.clauses import Behind
from rawi.stages.events.control import Control
from rawi.stages.events.nouns import Nouns
from rawi.stages.events.parties import Parties
from rawi.stages.events.people import People
from rawi.stages.events.reports import Reports
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.verbs import Verbs
from rawi.stages.events.view import View
from rawi.text.sentences import Sentence

_DEMAND = 5  # tokens behind a demand in which a pronoun tells whose act it is


class Roles:
    """Reads the parties of triggers by their frames."""

    def __init__(self, view: View, people: People) -> None:
        self.view, self.people, self.after = view, people, Behind(view, people)
        self.control, self.reports = Control(view, people), Reports(view)
        self.verbs = Verbs(view, people, self.control, self.reports)
        self.nouns = Nouns(view, people, self.control, self.after)

    def of(self, trigger: Trigger, frame: Frame, sentence: Sentence) -> Parties:
        """The parties of a trigger."""
        parties = Parties()
        begin = self.verbs.read(trigger, frame, sentence, parties) if trigger.finite else self.nouns.read(trigger, frame, sentence, parties)
        actors, recipients = self.after.read(begin, frame, sentence, (parties.actors, parties.recipients))
        parties.add("actor", actors)
        parties.add("recipient", recipients)
        if trigger.finite:
            if trigger.form.voice == "active" or not parties.recipients:
                self.reports.chained(trigger, frame, parties)
            if frame.object == "actor" and len(parties.actors) == 1:
                self._meeting(trigger, parties, sentence)
            if parties.actors:
                self.people.topic, self.people.topic_at = tuple(parties.actors), trigger.first
            self.control.remember(trigger, parties.actors, parties.recipients)
        if trigger.kind.type == "REQUEST" and not parties.recipients:
            parties.add("recipient", self._demanded(trigger, sentence, parties.actors))
        parties.named = parties.named or (trigger.nominal and bool(parties.actors))
        passed = trigger.light is not None and trigger.light.subject == ("actor" if trigger.after else "event")
        if trigger.nominal and not parties.actors and frame.subject == "actor" and not passed and not self.nouns.told_of(trigger):
            blamed = self.control.blamed(trigger, sentence) if trigger.kind.type == "ASSAULT" else []
            parties.blamed = bool(blamed)
            parties.subjects = blamed or self._governing(trigger, sentence)
            parties.add("actor", parties.subjects)
        if trigger.nominal and trigger.kind.type == "CONSULT" and len(parties.actors) < 2:
            parties.add("actor", self.control.attending(trigger, sentence))
        return parties

    def _governing(self, trigger: Trigger, sentence: Sentence) -> list[str]:
        """Who does what a noun with no owner tells: of whom it is said, whose right it is, whose verb governs it."""
        said = self._predicated(trigger, sentence) or self.control.holder(trigger)
        return said or self.control.governed(trigger, sentence)

    def _meeting(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> None:
        """Who meets the one that stands behind the verb, where the clause leaves him out: «يزور طهران حيث يلتقي الرئيس»."""
        if trigger.form.person == 1 or self.people.before(trigger.first, trigger.form, sentence):
            return
        if not self.people.unnamed(trigger.first, sentence) or not sentence.first <= self.people.topic_at < trigger.first:
            return
        if found := self.people.left_out(trigger.first, trigger.form, parties.actors):
            parties.add("actor", found)
            parties.subjects = found

    def _predicated(self, trigger: Trigger, sentence: Sentence) -> list[str]:
        """Of whom a phrase with a preposition is said: «إيران على استعداد للتفاوض»."""
        if self.view.key(trigger.first) not in self.people.prepositions:
            return []
        return self.people.before(trigger.first, trigger.form, sentence)

    def _demanded(self, trigger: Trigger, sentence: Sentence, actors: list[str]) -> list[str]:
        """Whose act is demanded, where only a pronoun tells it: «طالب باستقالته», «دعا إلى رحيلها»."""
        view = self.view
        for at in range(trigger.last, min(trigger.last + _DEMAND, sentence.last)):
            if view.covering[at] is not None or view.stops(at, sentence):
                return []
            if view.tokens[at].part == "pronoun":
                return self.people.pronoun(at, actors)
        return []

    def planned(self, parties: Parties) -> Parties:
        """The parties of a meeting that is planned: its subject agrees with those whom he is to meet."""
        others = [one for one in parties.actors if one not in parties.subjects]
        if not others or len(others) == len(parties.actors):
            return parties
        planning = [one for one in parties.actors if one not in others]
        return Parties(actors=planning, recipients=[*others, *parties.recipients], named=parties.named)

"""Who takes part in what a verb tells: its subject and object, in the active and in the passive."""

from __future__ import annotations

from rawi.lang.schema.events import Frame
from rawi.stages.events.control import Control
from rawi.stages.events.parties import Parties
from rawi.stages.events.people import People
from rawi.stages.events.reports import Reports
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.fold import fold
from rawi.text.sentences import Sentence

_BY = fold("\N{ARABIC LETTER BEH}")
_DOERS = frozenset(("organization", "country"))
_NUMBER = 4  # tokens between a verb and the number of those it was done to


class Verbs:
    """Reads the parties of verbs by their frames."""

    def __init__(self, view: View, people: People, control: Control, reports: Reports) -> None:
        self.view, self.people, self.control, self.reports = view, people, control, reports

    def read(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """The subject and object of a verb; gives the token from which its prepositions are looked for."""
        subject, end, ahead = self.control.subject(trigger.first, trigger.last, trigger.form, sentence)
        if subject and not ahead and frame.land is not None and not self._visits(subject):
            subject, end = [], trigger.last
        parties.named = bool(subject)
        objects, object_end, noun = self._object(trigger, end, sentence, subject)
        if self._accused(trigger, frame):
            parties.add("recipient", self._described(trigger.first) or subject)
            return max(end, trigger.last)
        if self._passive(trigger, frame, sentence, (subject, ahead, bool(objects) or noun)):
            parties.add("recipient", subject or objects)
            return max(end, trigger.last)
        if not subject and trigger.form.aspect == "participle":
            subject = self.reports.speaking(trigger, sentence) or list(self.people.topic)
        elif not subject and self.people.unnamed(trigger.first, sentence):
            spoken = self.reports.reporting(trigger, objects) if trigger.form.number != "d" else []
            subject = spoken or self.people.left_out(trigger.first, trigger.form, objects)
        if (
            subject
            and not parties.named
            and frame.passive
            and trigger.form.voice == "either"
            and trigger.entry.outcome
            and not objects
            and not noun
        ):
            parties.add("recipient", subject)
            return max(end, trigger.last)
        if trigger.beside is not None and self.view.used(trigger.beside[1], "home") is not None:
            subject = self.people.home(trigger.beside[1] + 1)  # «أكد الوزير التزام بلاده»: his state is bound, not he
        parties.subjects = subject
        parties.add(frame.subject, subject)
        parties.add(frame.object, objects)
        return max(end, trigger.last) if frame.deep else max(object_end, end, trigger.last)

    def _accused(self, trigger: Trigger, frame: Frame) -> bool:
        """Whether a participle written alike in both voices is passive, with no object before its «by»: «أفراد متهمون بمساعدة النظام»."""
        return trigger.form.aspect == "participle" and frame.passive and self.view.key(trigger.last) == _BY and not frame.to

    def _described(self, at: int) -> list[str]:
        """Whom a participle describes: those named right before it."""
        number = self.view.covering[at - 1 - self.view.article(at)] if at else None
        return self.people.ids([number]) if number is not None else []

    def _visits(self, subject: list[str]) -> bool:
        """Whether somebody named behind a verb of visiting can be who visits: no state is («وزار روسيا»)."""
        return any(self.view.doc.entities[self.view.number_of[one]].entity.kind not in ("country", "place") for one in subject)

    def _object(self, trigger: Trigger, end: int, sentence: Sentence, subject: list[str]) -> tuple[list[str], int, bool]:
        """The object: a pronoun on the verb, or the next name with no preposition before it; and whether some noun stands there."""
        view, at = self.view, trigger.last
        if at < len(view.tokens) and view.tokens[at].part == "pronoun":
            return self.people.pronoun(at, subject), at + 1, True
        at, left, noun, area = max(end, at), 4, False, False
        while at < sentence.last and left:
            at = view.past(at, sentence)
            if view.stops(at, sentence) or view.comma(at):
                break
            if at in view.starting:
                found, last = self.people.joined(at)
                return [one for one in self.people.undergone(found, subject) if one not in subject], last, True
            token = view.tokens[at]
            if at in view.time_at or view.used(at, "passing") is not None or token.part in ("mark", "article", "pronoun"):
                at += 1
                continue
            if token.part == "proclitic" or token.key in self.people.prepositions or view.entries(at, "reset"):
                return (self._inside(at, subject) if area else []), end, noun
            area = view.used(at, "area") is not None
            noun, left, at = True, left - 1, at + 1
        return [], end, noun

    def _inside(self, at: int, subject: list[str]) -> list[str]:
        """The place that what is struck lies in: «قصف مناطق في الزبداني»."""
        view = self.view
        if view.used(at, "place") is None or at + 1 not in view.starting:
            return []
        references = self.people.joined(at + 1)[0]
        return self.people.undergone(references, subject) if view.resolved(references[0]).entity.kind in ("place", "country") else []

    def _passive(self, trigger: Trigger, frame: Frame, sentence: Sentence, seen: tuple[list[str], bool, bool]) -> bool:
        """Whether a verb written alike in both voices is passive: somebody is named, and nobody whom he could do it to."""
        subject, ahead, objects = seen
        voice = trigger.form.voice
        if voice != "either" or not frame.passive:
            return voice == "passive"
        if not subject:
            return trigger.form.number == "s" and not self._headed(trigger, sentence) and not self._oblique(trigger.last, sentence)
        if not ahead and self._people(trigger.last):
            return True
        if objects:
            return False
        if ahead and trigger.entry.outcome and not self._counted(trigger.last, sentence):
            return True  # «جنود قتلوا في هجوم»: nobody whom they could have killed
        if ahead and self.view.key(trigger.last) == _BY and not frame.to:
            return True
        kinds = {self.view.doc.entities[self.view.number_of[one]].entity.kind for one in subject}
        return not kinds & _DOERS

    def _oblique(self, at: int, sentence: Sentence) -> bool:
        """Whether those behind a verb are named in a form that shows them to be its object: «ثم طرد المسلحين»."""
        view = self.view
        here = next((n for n in range(at, min(at + _NUMBER, sentence.last)) if n in view.starting), None)
        if here is None:
            return False
        reference = view.starting[here]
        return view.doc.oblique(view.reference(reference), view.resolved(reference).entity.name)

    def _people(self, at: int) -> bool:
        """Whether a number of people stands at a token."""
        number = self.view.quantity_at.get(at)
        return number is not None and self.view.doc.quantities[number].unit in self.view.lang.sources.units.persons

    def _counted(self, at: int, sentence: Sentence) -> bool:
        """Whether a number stands right behind a verb, or behind «more than»: the number of those it was done to."""
        return any(n in self.view.quantity_at for n in range(at, min(at + _NUMBER, sentence.last)))

    def _headed(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Whether a noun or pronoun stands right before a verb and can be its subject, though nobody knows whom it names."""
        at = trigger.first - 1
        return at >= sentence.first and self.view.tokens[at].part in ("stem", "pronoun") and self.view.used(at, "clause") is None

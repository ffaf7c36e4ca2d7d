"""Who takes part in what a noun tells: whom it belongs to, whom it is done to, and the subject and object of the verb that carries it."""

from __future__ import annotations

from rawi.lang.lexicons.events import Entry
from rawi.lang.schema.events import Deed, Frame
from rawi.stages.events.clauses import Behind
from rawi.stages.events.control import Control
from rawi.stages.events.parties import Parties
from rawi.stages.events.people import People
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.fold import fold
from rawi.text.sentences import Sentence

_SUFFERED = frozenset(("ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN", "MOBILIZE", "REJECT", "AID", "SUPPORT", "REQUEST"))
_FOR = fold("\N{ARABIC LETTER LAM}")
_ADJECTIVAL = (fold("\N{ARABIC LETTER TEH MARBUTA}"), fold("\N{ARABIC LETTER YEH}"))
_COUNTED = "counted"
_PLACED = 4  # tokens from a verb to the place it struck
_ADJECTIVES = 7  # tokens of adjectives and marks between a masdar and «to»


class Nouns:
    """Reads the parties of nouns by their frames."""

    def __init__(self, view: View, people: People, control: Control, after: Behind) -> None:
        self.view, self.people, self.control, self.after = view, people, control, after

    def read(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """Whom a noun belongs to, and the subject and object of the verb that carries it."""
        view, end = self.view, trigger.last
        for at in range(trigger.first + 1, trigger.last):
            if view.tokens[at].part == "pronoun":  # «دعمها الكامل», «استقالته»
                parties.add(frame.genitive, self.people.pronoun(at))
        if view.key(end - 1) in self.after.keys(frame.to) | self.after.keys(frame.by) and end - 1 > trigger.first:
            end -= 1
        elif end < len(view.tokens) and view.tokens[end].part == "pronoun":
            owner = self.people.pronoun(end) if not self._own(trigger) else []
            followed = self._followed(end + 1, sentence) or self._directed(end + 1, sentence)
            doer = frame.genitive == "recipient" and frame.subject == "actor" and followed
            parties.add("actor" if doer else frame.genitive, owner)
            end = self._objected(end + 1, frame, sentence, parties)
        else:
            end = self._genitive(trigger, frame, sentence, parties)
        if trigger.light is not None and trigger.verb is not None:
            self._carried(trigger, frame, sentence, parties)
        elif frame.subject == "recipient" and frame.genitive is None:
            parties.add("recipient", self.people.meant(trigger.first, "either", "s", []))
        return end

    def _own(self, trigger: Trigger) -> bool:
        """Whether a pronoun on a masdar only goes back to the subject of the verb that carries it: «واصلت أنقرة قصفها»."""
        if trigger.verb is None or trigger.light is None or trigger.after or trigger.light.subject != "actor":
            return False
        return self.view.key(trigger.first - 1) not in self.people.prepositions

    def _followed(self, at: int, sentence: Sentence) -> bool:
        """Whether an object stands behind a masdar with a pronoun (قتله الرهائن): then the pronoun is who does it."""
        view = self.view
        if at >= sentence.last or view.tokens[at].part in ("mark", "proclitic", "pronoun") or at in view.time_at:
            return False
        return view.key(at) not in self.people.prepositions and view.used(at, "clause") is None and view.used(at, "passing") is None

    def _directed(self, at: int, sentence: Sentence) -> bool:
        """Whether «to» stands behind a masdar with a pronoun, past adjectives (دعمها الكامل لتركيا): then the pronoun is who does it."""
        view, last = self.view, min(at + _ADJECTIVES, sentence.last)
        while at < last and (view.tokens[at].part in ("mark", "article") or view.article(at)):
            at += 1
        return at < last and view.key(at) == _FOR and view.tokens[at].part == "proclitic"

    def _objected(self, at: int, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """The object of a masdar with a pronoun: «لقائه الوزير التركي»."""
        view, here = self.view, at
        while here < sentence.last and (here in view.time_at or view.key(here) in ("(", ")") or view.used(here, "passing") is not None):
            here += 1
        if frame.object is None or here not in view.starting:
            return at
        found, end = self.people.joined(here)
        parties.add(frame.object, self.people.ids(found))
        return end

    def _genitive(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """The owner right behind the noun; a state's adjective; an owner behind «of»."""
        view, at, strange = self.view, trigger.last, 0
        definite = view.article(trigger.first)
        while at < sentence.last and not view.comma(at) and not view.stops(at, sentence):
            token = view.tokens[at]
            if state := self.people.nationality(at) or (list(self.people.pair) if view.used(at, "both") is not None else []):
                undergone = frame.genitive == "recipient" and (strange or frame.subject != "actor")  # «مقتل جندي تركي», not «القصف التركي»
                parties.add("recipient" if undergone else "actor", state)
                return at + 1
            if at in view.starting:
                needed = trigger.beside is not None and trigger.beside[0] <= at < trigger.beside[1] and frame.genitive != "recipient"
                if definite or strange > 1 or needed:
                    return at
                found, end = self.people.joined(at)
                if frame.genitive == "recipient" and frame.subject == "actor" and self._given(end):
                    parties.add("actor", self.people.ids(found))
                    parties.add("recipient", self.people.undergone(self.people.joined(end + 1)[0]))
                else:
                    self._belongs(found, frame, parties)
                return end
            if at in view.quantity_at or token.part in ("article", "mark") or at in view.time_at or view.used(at, "passing") is not None:
                at += 1
                continue
            if token.key == _FOR and token.part == "proclitic":
                return self._owner(at, frame, sentence, parties)
            if token.part in ("proclitic", "pronoun") or token.key in self.people.prepositions or view.finite(at) or strange > 2:
                return at
            strange += 2 if token.key.endswith(_ADJECTIVAL) else 1
            at += 1
        return at

    def _given(self, at: int) -> bool:
        """Whether «to» somebody stands at a token: behind it is whom a masdar's owner does it to («اتهام إيران للسعودية»)."""
        view = self.view
        return view.key(at) == _FOR and view.tokens[at].part == "proclitic" and at + 1 in view.starting

    def _owner(self, at: int, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """«هجمات لحزب العمال», «غارات لطيران التحالف»: who does it, where the frame has no recipient behind «to»."""
        if _FOR in self.after.keys(frame.to):
            return at
        if at + 1 in self.view.starting:
            self._belongs(self.people.joined(at + 1)[0], frame, parties)
        else:
            parties.add(frame.genitive, self.after.named(at + 1, sentence, near=2))
        return at

    def _belongs(self, references: list[int], frame: Frame, parties: Parties) -> None:
        """Those whom a noun belongs to, on the side that the frame gives them: a state that is visited does not visit."""
        if frame.alone and self.view.reference(references[0]).head == _COUNTED:
            return  # «إرسال خمسة آلاف جندي»: those who are moved
        lands = frame.land is not None and self.view.resolved(references[0]).entity.kind in ("country", "place")
        parties.add(frame.land if lands else frame.genitive, (self.people.undergone if lands else self.people.ids)(references))

    def _carried(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> None:
        """The subject of the carrying verb, and where the noun itself is its subject, the object."""
        light, verb = trigger.light, trigger.verb
        if light is None or verb is None:
            return
        if light.subject == "recipient" and trigger.kind.type not in _SUFFERED:
            return  # «شهدت المدينة مظاهرة»: where it was is not whom it was against
        ours = verb.entry.person == 1 and light.subject == "event"  # «سننطلق لتحرير المدينة»
        role = frame.subject if light.subject == "actor" or ours else "recipient" if light.subject == "recipient" else None
        struck = trigger.struck
        if struck is not None and self.view.lang.sources.lights.light[struck.entry.row].object == "recipient":
            parties.add("recipient", self._struck(struck.last, struck.entry, sentence))
        if (light.subject == "event" and verb.entry.person != 1) or self.told_of(trigger):
            return
        if verb.entry.aspect == "masdar":
            found = self._masdar_owner(verb.last) or self.control.governed(trigger, sentence)
        elif trigger.after:
            begin = self._past_pronoun(verb.last)
            found, _ = self.people.behind(begin, verb.entry, sentence)
            strange = begin < sentence.last and self.view.tokens[begin].part == "article"  # «شنها الطيران», whom nobody names
            if not found and not strange:
                found = self.people.left_out(verb.first, verb.entry, [])
        else:
            found = self.control.acting(verb, sentence)
        parties.add(role, found)
        parties.subjects = found

    def told_of(self, trigger: Trigger) -> bool:
        """Whether a noun of what an act led to is only told by the verb before it: «أعلنت الوزارة سقوط قتلى»."""
        return isinstance(trigger.entry, Deed) and trigger.entry.outcome

    def _struck(self, at: int, form: Entry, sentence: Sentence) -> list[str]:
        """Whom the act a noun tells did it to: «غارة استهدفته», «هجوم استهدف القافلة»."""
        if at < len(self.view.tokens) and self.view.tokens[at].part == "pronoun":
            return self.people.pronoun(at)
        found, _ = self.people.behind(at, form, sentence)
        return found or self._placed(at, sentence)

    def _placed(self, at: int, sentence: Sentence) -> list[str]:
        """The place that an act struck, a word or two on: «هجوم استهدف مدينة سروج»."""
        view = self.view
        for here in range(at, min(at + _PLACED, sentence.last)):
            if view.key(here) in self.people.prepositions or view.tokens[here].part == "proclitic":
                return []
            if here in view.starting:
                return self.people.undergone(self.people.joined(here)[0])
        return []

    def _masdar_owner(self, at: int) -> list[str]:
        """Whom a carrying masdar belongs to: «شن الطيران غارات», «شنه هجوما», «تقديم طهران تنازلات»."""
        if at in self.view.starting:
            references = self.people.joined(at)[0]
            return self.people.ids(references) or self.people.governments(references)
        if at < len(self.view.tokens) and self.view.tokens[at].part == "pronoun":
            return self.people.pronoun(at)
        return []

    def _past_pronoun(self, at: int) -> int:
        return at + 1 if at < len(self.view.tokens) and self.view.tokens[at].part == "pronoun" else at

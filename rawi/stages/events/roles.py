"""Who takes part in an event: subjects, objects, those whom a masdar belongs to, those behind prepositions."""

from __future__ import annotations

import msgspec

from rawi.lang.lexicons.events import Entry
from rawi.lang.schema.events import Deed, Frame
from rawi.stages.events.clauses import Behind
from rawi.stages.events.control import Control
from rawi.stages.events.people import People
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.fold import fold
from rawi.text.sentences import Sentence

_DOERS = frozenset(("organization", "country"))
_NUMBER = 4  # tokens between a verb and the number of those it was done to
_DEMAND = 5  # tokens behind a demand in which a pronoun tells whose act it is
_ADJECTIVES = 7  # tokens of adjectives and marks between a masdar and «to»


class Parties(msgspec.Struct, kw_only=True):
    """Those who do, and those who undergo, by entity id."""

    actors: list[str] = []
    recipients: list[str] = []
    named: bool = False
    """Whether who does it is named with it, rather than known from what stands around."""
    subjects: list[str] = []
    """Of those who do it, the ones that are the verb's subject."""
    blamed: bool = False
    """Whether the act is put down to those who do it: «الهجوم الذي نسب إلى التنظيم»."""

    def add(self, role: str | None, ids: list[str]) -> None:
        """Puts entities on their side; nobody stands on both."""
        side, other = (self.actors, self.recipients) if role == "actor" else (self.recipients, self.actors)
        if role is not None:
            side.extend(one for one in ids if one not in side and one not in other)


class Roles:
    """Reads the parties of triggers by their frames."""

    def __init__(self, view: View, people: People) -> None:
        self.view, self.people, self.after = view, people, Behind(view, people)
        self.cues = {s.cue.start: s for s in view.doc.statements if s.cue is not None}
        self.control = Control(view, people)

    def of(self, trigger: Trigger, frame: Frame, sentence: Sentence) -> Parties:
        """The parties of a trigger."""
        parties = Parties()
        begin = self._verb(trigger, frame, sentence, parties) if trigger.finite else self._noun(trigger, frame, sentence, parties)
        actors, recipients = self.after.read(begin, frame, sentence, (parties.actors, parties.recipients))
        parties.add("actor", actors)
        parties.add("recipient", recipients)
        if trigger.finite:
            if trigger.form.voice == "active" or not parties.recipients:
                self._chained(trigger, frame, parties)
            if frame.object == "actor" and len(parties.actors) == 1:
                self._meeting(trigger, parties, sentence)
            if parties.actors:
                self.people.topic, self.people.topic_at = tuple(parties.actors), trigger.first
            self.control.remember(trigger, parties.actors, parties.recipients)
        if trigger.kind.type == "REQUEST" and not parties.recipients:
            parties.add("recipient", self._demanded(trigger, sentence, parties.actors))
        parties.named = parties.named or (trigger.nominal and bool(parties.actors))
        passed = trigger.light is not None and trigger.light.subject == ("actor" if trigger.after else "event")
        if trigger.nominal and not parties.actors and frame.subject == "actor" and not passed and not self._told_of(trigger):
            blamed = self.control.blamed(trigger, sentence) if trigger.kind.type == "ASSAULT" else []
            parties.blamed = bool(blamed)
            parties.subjects = blamed or self._predicated(trigger, sentence) or self.control.holder(trigger) or self.control.governed(trigger, sentence)
            parties.add("actor", parties.subjects)
        if trigger.nominal and trigger.kind.type == "CONSULT" and len(parties.actors) < 2:
            parties.add("actor", self.control.attending(trigger, sentence))
        return parties

    def _meeting(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> None:
        """Who meets the one that stands behind the verb, where the clause leaves him out: «يزور طهران حيث يلتقي الرئيس»."""
        if trigger.form.person == 1 or self.people.before(trigger.first, trigger.form, sentence):
            return
        if not self.people.unnamed(trigger.first, sentence) or not sentence.first <= self.people.topic_at < trigger.first:
            return
        if found := self.people.left_out(trigger.first, trigger.form, parties.actors):
            parties.add("actor", found)
            parties.subjects = found

    def _chained(self, trigger: Trigger, frame: Frame, parties: Parties) -> None:
        """Where the verb reports as well and names nobody, who speaks is known from its statement."""
        statement = self.cues.get(self.view.tokens[trigger.first].start)
        if statement is None or not statement.chain or frame.subject != "actor":
            return
        speaker = statement.chain[-1].entity
        if not parties.actors and speaker not in parties.recipients:
            parties.actors = [speaker]
        if frame.object is None:  # «شدد في تصريح للصحيفة على ضرورة …»: whom he tells it is not whom he asks
            return
        if statement.addressee and not parties.recipients:
            parties.add("recipient", [statement.addressee])
        if trigger.kind.type == "REQUEST" and not parties.recipients:
            parties.add("recipient", self._addressed(trigger, speaker))

    def _predicated(self, trigger: Trigger, sentence: Sentence) -> list[str]:
        """Of whom a phrase with a preposition is said: «إيران على استعداد للتفاوض»."""
        if self.view.key(trigger.first) not in self.people.prepositions:
            return []
        return self.people.before(trigger.first, trigger.form, sentence)

    def _speaking(self, trigger: Trigger, sentence: Sentence) -> list[str]:
        """Who speaks where a participle carries the speech on («…، داعيا إلى»): of its own statement, else of the nearest before it."""
        begin, here = self.view.tokens[sentence.first].start, self.view.tokens[trigger.first].start
        said = [self.cues[at] for at in sorted(self.cues) if begin <= at <= here]
        return [s.chain[-1].entity for s in said[-1:] if s.chain]

    def _demanded(self, trigger: Trigger, sentence: Sentence, actors: list[str]) -> list[str]:
        """Whose act is demanded, where only a pronoun tells it: «طالب باستقالته», «دعا إلى رحيلها»."""
        view = self.view
        for at in range(trigger.last, min(trigger.last + _DEMAND, sentence.last)):
            if view.covering[at] is not None or view.stops(at, sentence):
                return []
            if view.tokens[at].part == "pronoun":
                return self.people.pronoun(at, actors)
        return []

    def _reporting(self, trigger: Trigger, objects: list[str]) -> list[str]:
        """Who speaks where the verb reports as well and leaves its subject out: the statement knows."""
        statement = self.cues.get(self.view.tokens[trigger.first].start)
        speaker = statement.chain[-1].entity if statement is not None and statement.chain else None
        return [speaker] if speaker is not None and speaker not in objects else []

    def _addressed(self, trigger: Trigger, speaker: str) -> list[str]:
        """Whom the same speaker spoke to before in the sentence: «قال لنظيره … ودعا إلى»."""
        view = self.view
        begin, here = view.tokens[view.sentence(trigger.first).first].start, view.tokens[trigger.first].start
        said = [s for at, s in self.cues.items() if begin <= at < here and s.chain and s.chain[-1].entity == speaker]
        return [s.addressee for s in said if s.addressee][-1:]

    def planned(self, parties: Parties) -> Parties:
        """The parties of a meeting that is planned: its subject agrees with those whom he is to meet."""
        others = [one for one in parties.actors if one not in parties.subjects]
        if not others or len(others) == len(parties.actors):
            return parties
        planning = [one for one in parties.actors if one not in others]
        return Parties(actors=planning, recipients=[*others, *parties.recipients], named=parties.named)

    # verbs

    def _verb(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """The subject and object of a verb; gives the token from which its prepositions are looked for."""
        subject, end, ahead = self.control.subject(trigger.first, trigger.last, trigger.form, sentence)
        if subject and not ahead and frame.land is not None and not self._visits(subject):
            subject, end = [], trigger.last
        parties.named = bool(subject)
        objects, object_end, noun = self._object(trigger, end, sentence, subject)
        if self._passive(trigger, frame, sentence, (subject, ahead, bool(objects) or noun)):
            parties.add("recipient", subject or objects)
            return max(end, trigger.last)
        if not subject and trigger.form.aspect == "participle":
            subject = self._speaking(trigger, sentence) or list(self.people.topic)
        elif not subject and self.people.unnamed(trigger.first, sentence):
            spoken = self._reporting(trigger, objects) if trigger.form.number != "d" else []
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
        parties.subjects = subject
        parties.add(frame.subject, subject)
        parties.add(frame.object, objects)
        return max(end, trigger.last) if frame.deep else max(object_end, end, trigger.last)

    def _visits(self, subject: list[str]) -> bool:
        """Whether somebody named behind a verb of visiting can be who visits: no state is («وزار روسيا»)."""
        return any(self.view.doc.entities[self.view.number_of[one]].entity.kind not in ("country", "place") for one in subject)

    def _object(self, trigger: Trigger, end: int, sentence: Sentence, subject: list[str]) -> tuple[list[str], int, bool]:
        """The object: a pronoun on the verb, or the next name with no preposition before it; and whether some noun stands there."""
        view, at = self.view, trigger.last
        if at < len(view.tokens) and view.tokens[at].part == "pronoun":
            return self.people.pronoun(at, subject), at + 1, True
        at, left, noun, area = max(end, at), 3, False, False
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
            return trigger.form.number == "s" and not self._headed(trigger, sentence)
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

    # nouns

    def _noun(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> int:
        """Whom a noun belongs to, and the subject and object of the verb that carries it."""
        view, end = self.view, trigger.last
        for at in range(trigger.first + 1, trigger.last):
            if view.tokens[at].part == "pronoun":  # «دعمها الكامل», «استقالته»
                parties.add(frame.genitive, self.people.pronoun(at))
        if view.key(end - 1) in self.after.keys(frame.to) | self.after.keys(frame.by) and end - 1 > trigger.first:
            end -= 1
        elif end < len(view.tokens) and view.tokens[end].part == "pronoun":
            owner = self.people.pronoun(end)
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
        lands = frame.land is not None and self.view.resolved(references[0]).entity.kind in ("country", "place")
        parties.add(frame.land if lands else frame.genitive, (self.people.undergone if lands else self.people.ids)(references))

    def _carried(self, trigger: Trigger, frame: Frame, sentence: Sentence, parties: Parties) -> None:
        """The subject of the carrying verb, and where the noun itself is its subject, the object."""
        light, verb = trigger.light, trigger.verb
        if light is None or verb is None:
            return
        ours = verb.entry.person == 1 and light.subject == "event"  # «سننطلق لتحرير المدينة»
        role = frame.subject if light.subject == "actor" or ours else "recipient" if light.subject == "recipient" else None
        struck = trigger.struck
        if struck is not None and self.view.lang.sources.lights.light[struck.entry.row].object == "recipient":
            parties.add("recipient", self._struck(struck.last, struck.entry, sentence))
        if (light.subject == "event" and verb.entry.person != 1) or self._told_of(trigger):
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
            found, _, _ = self.control.subject(verb.first, verb.last, verb.entry, sentence)
            if not found and self.people.unnamed(verb.first, sentence):
                found = self.people.left_out(verb.first, verb.entry, [])
            if found:
                self.people.topic, self.people.topic_at = tuple(found), verb.first
        parties.add(role, found)
        parties.subjects = found

    def _told_of(self, trigger: Trigger) -> bool:
        """Whether a noun of what an act led to is only told by the verb before it: «أعلنت الوزارة سقوط قتلى»."""
        return isinstance(trigger.entry, Deed) and trigger.entry.outcome

    def _struck(self, at: int, form: Entry, sentence: Sentence) -> list[str]:
        """Whom the act a noun tells did it to: «غارة استهدفته», «هجوم استهدف القافلة»."""
        if at < len(self.view.tokens) and self.view.tokens[at].part == "pronoun":
            return self.people.pronoun(at)
        return self.people.behind(at, form, sentence)[0]

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


_FOR = fold("\N{ARABIC LETTER LAM}")
_BY = fold("\N{ARABIC LETTER BEH}")
_ADJECTIVAL = (fold("\N{ARABIC LETTER TEH MARBUTA}"), fold("\N{ARABIC LETTER YEH}"))

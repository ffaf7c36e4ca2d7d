"""The layer of events: political acts after PLOVER, each with who took part, whether it happened, and the statement that vouches for it."""

from __future__ import annotations

from rawi.document import Document
from rawi.lang.pack import Language
from rawi.model import Event, Modality, Span, Words
from rawi.stages.events.commitments import DONE_TO, Commitments
from rawi.stages.events.contexts import Contexts
from rawi.stages.events.evidence import Evidence
from rawi.stages.events.foes import Foes
from rawi.stages.events.joining import Joiner, Told
from rawi.stages.events.lookalikes import Lookalikes
from rawi.stages.events.meetings import MEETINGS, Meetings
from rawi.stages.events.modality import Modalities
from rawi.stages.events.parties import Parties
from rawi.stages.events.people import People
from rawi.stages.events.pronouns import innermost
from rawi.stages.events.roles import Roles
from rawi.stages.events.surroundings import Surroundings
from rawi.stages.events.triggers import Finder, Trigger
from rawi.stages.events.view import View
from rawi.world.cameo import cameo

_ARMED = frozenset(("REB", "IMG"))


def events(doc: Document, lang: Language) -> tuple[Event, ...]:
    """The events of the article in the order of their triggers, told again ones joined to the first."""
    view = View(doc, lang)
    coder = _Coder(view)
    told = [one for number in range(len(doc.sentences)) for one in coder.sentence(number)]
    acts = Joiner(view).join(told)
    Foes(view, acts).fill(acts)
    return tuple(coder.event(number, one) for number, one in enumerate(acts, start=1))


class _Coder:
    """Codes triggers into events."""

    def __init__(self, view: View) -> None:
        self.view, self.finder, self.people = view, Finder(view), People(view)
        self.roles, self.modalities, self.meetings = Roles(view, self.people), Modalities(view), Meetings(view)
        self.lookalikes, self.surroundings, self.evidence = Lookalikes(view), Surroundings(view), Evidence(view)
        self.contexts, self.commitments = Contexts(view), Commitments(view)
        rules = view.lang.sources.modality
        self.agreeing, self.conceding = frozenset(rules.agreeing), frozenset(rules.conceding)

    def sentence(self, number: int) -> list[Told]:
        """The tellings of a sentence."""
        sentence, out = self.view.doc.sentences[number], list[Told]()
        unlike, told = self.lookalikes.of(sentence), self.evidence.told
        for trigger in self.finder.find(sentence):
            if trigger.kind.type in unlike or trigger.first in self.roles.control.blames or self.lookalikes.beside(trigger, sentence):
                continue
            parties = self.roles.of(trigger, self.finder.frame(trigger), sentence)
            if not told(trigger, parties, sentence):
                continue
            if len(parties.actors + parties.recipients) > 1:
                self.people.pair = (*parties.actors, *parties.recipients)
            bound = self.commitments.of(trigger, parties, sentence)
            parties.actors = [one for one in parties.actors if bound.get(one) != DONE_TO]  # «نقضت الميليشيا اتفاق ستوكهولم»
            parties.add("recipient", list(bound))
            modality = self.modalities.of(trigger, sentence)
            type, mode, modality, planned = self._coded(trigger, modality, parties)
            if planned and trigger.kind.type in MEETINGS:
                parties = self.roles.planned(parties)
            out.append(Told(
                trigger=trigger, type=type, mode=mode, contexts=trigger.kind.contexts, actors=parties.actors, recipients=parties.recipients,
                modality=modality, sentence=number, paragraph=sentence.paragraph, planned=planned, bound=bound,
                quantities=self.surroundings.quantities(trigger, sentence),
            ))  # fmt: skip
        return out

    def _coded(self, trigger: Trigger, modality: Modality, parties: Parties) -> tuple[str, str | None, Modality, bool]:
        """PLOVER's rules: planned cooperation is agreed to, a retreat that is announced conceded; fighters are driven out by force."""
        kind = trigger.kind
        if modality == "planned" and kind.type in self.agreeing:
            return "AGREE", None, "actual", True
        if modality == "planned" and kind.type in self.conceding:
            return "CONCEDE", None, "actual", True
        if kind.mode == "expel" and parties.recipients and all(map(self._armed, parties.recipients)):
            return "ASSAULT", None, modality, False
        return kind.type, kind.mode, modality, False

    def _armed(self, entity: str) -> bool:
        """Whether somebody fights: a movement or an army by its code."""
        code = self.view.doc.entities[self.view.number_of[entity]].entity.code or ""
        return bool(_ARMED & set(code.split()))

    def event(self, number: int, told: Told) -> Event:
        """An act as an event of the record."""
        view, trigger = self.view, told.trigger
        sentence = view.doc.sentences[told.sentence]
        meeting = trigger.kind.type in MEETINGS
        first, last = self._span(trigger)
        start, end = view.tokens[first].start, view.tokens[last - 1].end
        statement, shown = innermost(view, self._told_at(trigger)), self.contexts.of(trigger, sentence)
        form = self.meetings.format(trigger, sentence) if meeting else None
        mode = told.mode if told.type != "CONSULT" or told.mode else "phone" if form in ("phone", "video") else None
        return Event(
            id=f"v{number}", type=told.type, mode=mode, contexts=tuple(dict.fromkeys((*told.contexts, *shown.all))),
            actors=tuple(told.actors), recipients=tuple(told.recipients),
            place=self.surroundings.place(trigger, sentence), time=self.surroundings.time(trigger, sentence), modality=told.modality,
            trigger=Words(start=start, end=end, text=view.doc.article.text[start:end]),
            retold=tuple(Span(start=view.tokens[t.first].start, end=view.tokens[t.last - 1].end) for t in told.retold),
            vouched_by=statement.id if statement else None, cameo=cameo(told.type, mode, told.contexts, shown.near),
            quantities=tuple(told.quantities),
            agenda=self.meetings.agenda(trigger, sentence) if meeting else (), format=form,
            duration=self.meetings.duration(trigger, sentence) if meeting else None, confidence=self._confidence(told),
            why=self._why(told),
        )  # fmt: skip

    def _told_at(self, trigger: Trigger) -> int:
        """The token that tells the act: of a feeling that is voiced («عبر عن اعتراضه») the noun, which is what is said."""
        first, last = trigger.beside or (trigger.first, trigger.first)
        opened = last - first > 1 and self.view.key(first) in self.people.prepositions
        return last - 1 if opened and trigger.kind.type != "REQUEST" and trigger.first in self.view.cue_at else trigger.first

    def _span(self, trigger: Trigger) -> tuple[int, int]:
        """The tokens of a trigger with the light verb or the word beside it, where these touch it."""
        first, last = trigger.first, trigger.last
        if trigger.beside is not None and last <= trigger.beside[0] <= last + 1:
            last = max(last, trigger.beside[1])
        if trigger.verb is not None and trigger.verb.last >= first - 1 and not trigger.after:
            first = min(first, trigger.verb.first)
        return first, last

    def _why(self, told: Told) -> tuple[str, ...]:
        """The rule and the entry by which an act was found, and the rules that tied treaties to it."""
        trigger = told.trigger
        bound = dict.fromkeys(told.bound[one] for one in told.recipients if one in told.bound)
        return (f"event:{trigger.kind.type.lower()}/{trigger.form.aspect}", f"events.toml:{self._name(trigger)}", *bound)

    def _name(self, trigger: Trigger) -> str:
        """The entry by its lemma or first word."""
        return getattr(trigger.entry, "lemma", None) or trigger.entry.words[0]  # type: ignore[union-attr]

    def _confidence(self, told: Told) -> float:
        """Higher with both sides named, lower for a noun alone."""
        score = 0.6 + 0.15 * bool(told.actors) + 0.1 * bool(told.recipients) + 0.05 * (told.trigger.finite or told.trigger.verb is not None)
        return round(score, 2)

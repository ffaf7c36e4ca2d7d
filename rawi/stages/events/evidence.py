"""Whether words that could tell an event do tell one, or only speak of it: «القتل» as a topic, «قضية اغتيال», «الذين قتلوا»."""

from __future__ import annotations

from rawi.lang.schema.events import Act, Deed
from rawi.stages.events.parties import Parties
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import AND, View
from rawi.text.fold import fold
from rawi.text.sentences import Sentence

_BY = fold("\N{ARABIC LETTER BEH}")
_NEAR = 12  # tokens between an act and what shows that somebody was hurt
_CLOSE = 2  # words between a crime and the verb that carries it, names and times aside
_CARRIED = 4  # the same for a protest
_PAIR = 3  # tokens of two words in construct, the second with its article
_CRIMES = frozenset(("targeted", "abduct", "torture", "destroy", "sexual", "beat"))
"""Modes of force that pages speak of as crimes, cases and dangers more often than they tell one."""
_FORCE = frozenset(("ASSAULT", "PROTEST"))
_OBVIOUS = frozenset((*_FORCE, "CONSULT"))
"""Types of which a verb tells one whoever its subject is."""


class Evidence:
    """Weighs what stands round a trigger."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.persons = frozenset(view.lang.sources.units.persons)

    def told(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> bool:
        """Whether an event is told: a verb with its doer where it is a common one; a noun that is carried, owned or counted."""
        if trigger.finite:
            return self._verb(trigger, parties, sentence)
        entry = trigger.entry
        if isinstance(entry, Deed) and entry.carried and trigger.verb is None:
            return False
        if entry.shy and not (parties.actors or parties.recipients or trigger.verb):
            return False
        if parties.blamed:
            return True
        if self._spoken(trigger, parties, sentence) or self._topic(trigger) or self._aside(trigger, parties, sentence):
            return False
        headline = trigger.first <= sentence.first + 1  # «خطف ثلاثة سياح», «مظاهرات في عدة مدن» have no verb
        crime = trigger.kind.mode in _CRIMES and trigger.form.aspect == "masdar"
        harmed = trigger.kind.type == "ASSAULT" and (headline or not crime) and self.hurt(trigger, sentence)
        placed = headline and trigger.kind.type == "PROTEST" and self.view.used(trigger.last, "place") is not None
        return harmed or placed or self._owned(trigger, parties)

    def _owned(self, trigger: Trigger, parties: Parties) -> bool:
        """Whether somebody does what a noun tells, or a finite verb carries it; of force, one with neither is only spoken of."""
        force = trigger.kind.type in _FORCE
        carried = trigger.verb is not None and trigger.verb.entry.aspect != "masdar"
        if trigger.kind.mode in _CRIMES or (force and trigger.form.aspect == "masdar" and not parties.named and trigger.entry.outcome):
            suffered = trigger.light is not None and trigger.light.subject == "recipient"
            general = self._definite(trigger) and not (suffered and self._done(trigger, parties))
            return carried and self._close(trigger) and not general
        if force and trigger.verb is not None and not carried and not parties.actors:
            return False
        if parties.actors and (trigger.kind.type != "PROTEST" or (parties.named and not self._definite(trigger))):
            return True
        if trigger.verb is not None:
            subject = trigger.light.subject if trigger.light is not None else ""
            passed = subject == "event" and not trigger.after and (trigger.form.aspect == "masdar" or trigger.kind.type == "PROTEST")
            general = subject == "recipient" or passed  # «تمت السيطرة على …» is how a passive is told
            return not force or (carried and (general or not self._definite(trigger)))
        if trigger.form.aspect == "masdar" and not (self._heading(trigger) or self._after(trigger)):
            return False  # with nobody who does it, a masdar names an act («المنع من السفر») and tells none
        return not force and not (self._definite(trigger) and not parties.recipients)

    def _heading(self, trigger: Trigger) -> bool:
        """Whether a noun stands where headlines and lists of days have their acts: «1976 - اعتقال رئيس الوزراء»."""
        view, sentence = self.view, self.view.sentence(trigger.first)
        words = (at for at in range(sentence.first, trigger.first) if view.key(at).isalpha())
        return self._title(sentence) or not any(self._counts(at) for at in words)

    def _after(self, trigger: Trigger) -> bool:
        """Whether a word stands right before behind which what is told has happened: «بعد اتهام المعارضة»."""
        first = trigger.first - self.view.article(trigger.first)
        return any(hit.last == first for at in range(max(first - 2, 0), first) for hit in self.view.entries(at, "reset"))

    def _title(self, sentence: Sentence) -> bool:
        """Whether a sentence is the article's title."""
        return sentence.paragraph == 0 and bool(self.view.doc.article.title)

    def _aside(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> bool:
        """Whether a noun is said of another act: the ground of an arrest («بتهمة القتل»), the call in which somebody talked to a paper."""
        view = self.view
        if trigger.verb is not None:
            return False
        if trigger.kind.type == "ACCUSE" and trigger.form.aspect == "noun":
            return view.key(trigger.first - 1) == _BY and view.tokens[trigger.first - 1].part == "proclitic"
        party = {*parties.actors, *parties.recipients}
        if trigger.kind.mode != "phone" or len(party) > 1:
            return False
        start, end = view.tokens[sentence.first].start, view.tokens[sentence.last - 1].end
        cued = [statement for statement in view.doc.statements if statement.cue is not None and start <= statement.cue.start < end]
        return party <= {statement.chain[-1].entity for statement in cued if statement.chain}

    def _spoken(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> bool:
        """Whether a noun of force stands with nothing told of it: «الهجوم» was told elsewhere, «في مظاهرات» is where something else was."""
        if trigger.kind.type not in _FORCE:
            return False
        if trigger.kind.type == "PROTEST" and self._setting(trigger):
            return trigger.first > sentence.first + 1
        if trigger.verb is not None:
            far = trigger.kind.type == "ASSAULT" and not self._close(trigger, _CARRIED) and not self.hurt(trigger, sentence)
            return far or self._known(trigger, sentence)
        return self._definite(trigger) and not (parties.named and parties.recipients)

    def _setting(self, trigger: Trigger) -> bool:
        """Whether no verb near a protest carries it, or only a clause about it: «أصيب شاب في مظاهرة نظمها الحزب»."""
        if trigger.verb is None or (trigger.after and self.view.apart(trigger.first)):
            return True
        return trigger.form.aspect == "noun" and not self._close(trigger, _CARRIED)

    def _known(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Whether a clause about a noun with the article only says which act is meant: «الهجوم الذي شنه المتمردون»."""
        if trigger.verb is None or not trigger.after or not self._definite(trigger):
            return False
        relative = any(self.view.used(at, "relative") is not None for at in range(trigger.last, trigger.verb.first))
        return relative and not self.hurt(trigger, sentence)

    def _close(self, trigger: Trigger, words: int = _CLOSE) -> bool:
        """Whether the verb that carries a noun stands near it."""
        if trigger.verb is None or trigger.after:
            return trigger.after
        return sum(self._counts(at) for at in range(trigger.verb.last, trigger.first)) <= words

    def _counts(self, at: int) -> bool:
        """Whether a token is a word of its own, and no part of a name or a time."""
        view = self.view
        return view.tokens[at].part not in ("article", "proclitic", "mark") and at not in view.time_at and view.covering[at] is None

    def _done(self, trigger: Trigger, parties: Parties) -> bool:
        """Whether it is told who did what a noun tells: one named, or any «at the hands of»."""
        behind = range(trigger.last, min(trigger.last + _CARRIED, len(self.view.tokens)))
        return bool(parties.actors) or any(self.view.used(at, "hands") is not None for at in behind)

    def _definite(self, trigger: Trigger) -> bool:
        """Whether a noun has the article, or its last word has: «الهجوم», «عمليات الخطف»."""
        pair = trigger.last - trigger.first == _PAIR
        return self.view.article(trigger.first) or (pair and self.view.article(trigger.last - 1))

    def _verb(self, trigger: Trigger, parties: Parties, sentence: Sentence) -> bool:
        """A verb tells an act where its doer is named or it is no common word; whom a relative clause only tells apart is no news."""
        entry = trigger.entry
        if isinstance(entry, Act) and entry.aims and any(hit.entry.aspect == "masdar" for hit in self.view.entries(trigger.last, "act")):
            return False
        if trigger.form.aspect == "present" and (trigger.kind.mode in _CRIMES or entry.outcome) and not parties.named:
            return False  # «يخطفون الأطفال»: what goes on at all times
        nobody = trigger.form.aspect == "present" and not parties.actors and trigger.kind.type not in _OBVIOUS
        if nobody and not self._title(sentence):
            return False  # somebody is always its subject: here a thing, or nobody in particular (يتنازل كل طرف)
        told = parties.named or (bool(parties.actors) and self._goes_on(trigger.first))
        if trigger.form.number == "d" and not told:  # written like an accusative: «خطرا داهما»
            return False
        if entry.shy and not (parties.actors and told) and not parties.recipients:
            return False
        if trigger.kind.mode == "visit" and entry.shy:
            return any(self.view.doc.entities[self.view.number_of[one]].entity.kind == "person" for one in parties.actors)
        related = any(self.view.used(at, "relative") is not None for at in range(max(trigger.first - 2, sentence.first), trigger.first))
        if related and trigger.kind.type in _FORCE and (trigger.kind.type == "PROTEST" or not self.hurt(trigger, sentence)):
            return False  # «الذي هاجم المدينة» says which one is meant
        if trigger.kind.type != "ASSAULT" or (parties.actors and not (related and (trigger.kind.mode in _CRIMES or entry.outcome))):
            return True
        return not (related or (entry.outcome and not trigger.kind.mode)) or self.hurt(trigger, sentence) or trigger.beside is not None

    def _goes_on(self, at: int) -> bool:
        """Whether «and» stands before a verb, a negation between them or none: its subject is the one before."""
        negated = bool(self.view.entries(at - 1, "operator"))
        return self.view.key(at - 1 - negated) == AND

    def hurt(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Whether numbers of people or the dead and wounded stand near an act."""
        view = self.view
        for at in range(max(trigger.first - _NEAR, sentence.first), min(trigger.last + _NEAR, sentence.last)):
            if at in view.quantity_at and view.doc.quantities[view.quantity_at[at]].unit in self.persons:
                return True
            if at != trigger.first and view.used(at, "hurt") is not None and not view.article(at):
                return True
        return False

    def _topic(self, trigger: Trigger) -> bool:
        """Whether a word stands before a noun that makes it a topic."""
        view = self.view
        for at in range(max(trigger.first - 4, 0), trigger.first):
            last = view.used(at, "topic")
            if last is not None and all(view.tokens[n].part in ("article", "proclitic") for n in range(last, trigger.first)):
                return True
        return False

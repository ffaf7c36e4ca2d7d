"""One act, one event: an outcome joins the act that led to it, headline and lead are one, a later mention joins the first."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rawi.model import Modality
from rawi.stages.events.surroundings import Surroundings
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.fold import fold

_TO = fold("\N{ARABIC LETTER LAM}")
_PARTNER = 3  # tokens behind a meeting's noun in which «with» stands before whom one met
_PARTS = frozenset(("PROTEST",))
"""Types of which an outcome is but a part of the act (slogans, banners), and none by itself."""
_LEAD = 3  # paragraphs in which a headline's act is told again
_LASTING = frozenset(("SUPPORT", "AGREE", "SANCTION", "RETREAT", "CONSULT", "COOPERATE"))
"""Types of which a page tells one act again and again: the agreement, the sanctions, the truce, the talks."""


class Told(msgspec.Struct, kw_only=True):
    """A telling of an act: its trigger, type and mode, parties and modality, and the tellings that joined it."""

    trigger: Trigger
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: list[str]
    recipients: list[str]
    modality: Modality
    sentence: int
    paragraph: int
    planned: bool = False
    bound: dict[str, str] = {}
    """Of the recipients, the treaties and articles, each with the rule that tied it."""
    retold: list[Trigger] = []
    quantities: list[int] = []


class Joiner:
    """Joins the tellings of an article."""

    def __init__(self, view: View) -> None:
        self.view, self.surroundings = view, Surroundings(view)
        self.deeds: dict[tuple[str, int, Modality, str, str], int] = {}
        """Type, word, modality, one who did it, one who underwent it → the act's place among its like."""

    def join(self, told: Sequence[Told]) -> list[Told]:
        """The acts, in the order of where they are told best."""
        alike, lately = dict[tuple[str, Modality], list[Told]](), dict[str, Told]()
        for one in told:
            if one.type in lately and self._aim(lately[one.type], one):
                one.modality = lately[one.type].modality
            lately[one.type] = one
            before = alike.setdefault((one.type, one.modality), [])
            place = self._same(one, before)
            if place is None:
                place = len(before)
                before.append(one)
            else:
                before[place] = self._one(before[place], one)
            self.deeds.update(dict.fromkeys(self._deeds(before[place]), place))
        acts = sorted((act for acts in alike.values() for act in acts), key=lambda act: act.trigger.first)
        return self._bodied([act for act in acts if act.type not in _PARTS or not act.trigger.entry.outcome])

    def _bodied(self, acts: list[Told]) -> list[Told]:
        """Without a title's acts where the body tells acts of their type: one of them is the title's, in words that could not be joined."""
        told = {act.type for act in acts if act.paragraph > 0} if self.view.doc.article.title else set[str]()
        return [act for act in acts if act.paragraph > 0 or act.type not in told]

    def _same(self, one: Told, alike: list[Told]) -> int | None:
        """The place among acts of its type and modality of the one that this is another telling of: the nearest."""
        near = not self._may_refer(one)
        for place in range(len(alike) - 1, -1, -1):
            other = alike[place]
            if other.sentence == one.sentence:
                if self._one_sentence(other, one):
                    return place
            elif not (near and other.paragraph) and self._again(other, one):
                return place
        twice = (self.deeds[deed] for deed in self._deeds(one) if deed in self.deeds)
        return next((place for place in twice if self._one_day(alike[place], one)), None)

    def _may_refer(self, one: Told) -> bool:
        """Whether an act can be one that another paragraph than the headline tells; asked once, for the acts of a page are many."""
        if one.type in _PARTS and one.trigger.entry.outcome:
            return True
        return one.trigger.nominal and (bool(one.actors) or one.type in _LASTING or self.view.article(one.trigger.first))

    def _one_sentence(self, other: Told, one: Told) -> bool:
        """Within a sentence: what led to what, and a noun that names nobody beside an act that does."""
        if one.type in _PARTS and (one.trigger.entry.outcome or other.trigger.entry.outcome):
            return True
        if self._aim(other, one):
            return True
        if not self._compatible(other.actors, one.actors):
            return False
        if one.type == "CONSULT" and one.trigger.nominal and self._form(other, one):
            return True
        if one.type in ("ASSAULT", *_PARTS) and one.trigger.entry.outcome != other.trigger.entry.outcome:
            return True
        if one.planned != other.planned and one.type == "AGREE":  # «اتفقا على تعاون»: what is agreed on and the agreement
            return True
        vague = (one.trigger.nominal and not one.actors) or (other.trigger.nominal and not other.actors)
        return vague and self._compatible(other.recipients, one.recipients)

    def _again(self, other: Told, one: Told) -> bool:
        """In another sentence: the headline's act, or a noun with an article that names nobody new."""
        if one.type in _PARTS and one.trigger.entry.outcome:
            return True
        if self._meant(other, one):
            return True
        headline = other.paragraph == 0 and one.paragraph > 0
        if not self._compatible(other.actors, one.actors) and not (headline and self._state(other.actors, one.actors)):
            return False
        if headline:
            return self._compatible(other.recipients, one.recipients) or one.paragraph < _LEAD
        if not one.trigger.nominal or not self._compatible(other.recipients, one.recipients):
            return False
        if self._definite(one) and not one.actors:
            return True
        alike = one.trigger.row == other.trigger.row and other.trigger.nominal
        if alike and one.type in _LASTING and not (one.actors and other.actors):  # «إبرام اتفاق», later «الاتفاق بين إيران والقوى»
            return True
        same = set(one.actors) == set(other.actors) and bool(one.actors)
        if same and alike and self._definite(one):
            return True
        return same and one.type in _LASTING and other.trigger.nominal and (one.mode == other.mode or not one.mode)

    def _definite(self, one: Told) -> bool:
        """Whether a noun with an article tells it."""
        return one.trigger.nominal and self.view.article(one.trigger.first)

    def _aim(self, other: Told, one: Told) -> bool:
        """Whether a masdar behind «to» is what force told before in the sentence is for: «أطلقت القوات عملية عسكرية لاستعادة المدينة»."""
        view, at = self.view, one.trigger.first
        purpose = view.key(at - 1) == _TO and view.tokens[at - 1].word == view.tokens[at].word and one.trigger.form.aspect == "masdar"
        same = one.type == "ASSAULT" and other.sentence == one.sentence
        return same and purpose and one.modality in ("planned", other.modality)

    def _form(self, other: Told, one: Told) -> bool:
        """Whether a noun only says in what form the talks told beside it were: «بحث الوزيران الأزمة في اتصال هاتفي»."""
        visit = one.mode != other.mode and "visit" in (one.mode, other.mode)
        return self._definite(one) or (set(one.actors) == set(other.actors) and not visit)

    def _meant(self, other: Told, one: Told) -> bool:
        """Whether a noun with an article only means the act told before: «خلال اللقاء» with no partner named, the truce that holds."""
        if not self._definite(one):
            return False
        if one.type == "CONSULT":
            frame, behind = self.view.frames[one.trigger.frame], one.trigger.last
            partner = {fold(word) for word in (*frame.by, *frame.to)}
            return not any(self.view.key(at) in partner for at in range(behind, behind + _PARTNER))
        return one.mode == "ceasefire" and one.trigger.row == other.trigger.row

    def _deeds(self, act: Told) -> list[tuple[str, int, Modality, str, str]]:
        """Which word tells that who did it to whom."""
        return [(act.type, act.trigger.row, act.modality, actor, recipient) for actor in act.actors for recipient in act.recipients]

    def _one_day(self, other: Told, one: Told) -> bool:
        """Whether the times told with two acts are no other days."""
        times = [self.surroundings.time(told.trigger, self.view.doc.sentences[told.sentence]) for told in (other, one)]
        return len({self.view.doc.times[time].value for time in times if time is not None}) < 2

    def _state(self, headline: list[str], body: list[str]) -> bool:
        """Whether a headline names the state of those whom the body names: «إيران تدعو», «دعا الرئيس الإيراني»."""
        named = [self.view.doc.entities[self.view.number_of[one]].entity for one in (*headline, *body)]
        states = {entity.country for entity in named[: len(headline)] if entity.kind == "country"}
        return bool(states & {entity.country for entity in named[len(headline) :]})

    def _compatible(self, some: list[str], others: list[str]) -> bool:
        return not some or not others or bool(set(some) & set(others))

    def _one(self, other: Told, one: Told) -> Told:
        """Two tellings as one act, told best in the body, by the act rather than what it led to, by a clause rather than a noun."""
        best, rest = (other, one)
        if self._meant(other, one) and other.actors:
            one.actors, one.recipients = [], []  # whoever stands near «the meeting» need not have met
        headline, outcome = other.paragraph == 0 and one.paragraph > 0, other.trigger.entry.outcome and not one.trigger.entry.outcome
        clause = other.trigger.nominal and one.trigger.finite and bool(one.actors and one.recipients) and not one.trigger.entry.outcome
        if headline or outcome or clause:
            best, rest = one, other
        best.actors += [a for a in rest.actors if a not in best.actors and not best.actors]
        best.recipients += [
            r
            for r in rest.recipients
            if r not in best.recipients and r not in best.actors and (not best.recipients or rest.trigger.entry.outcome)
        ]
        best.bound = rest.bound | best.bound
        best.mode = best.mode or rest.mode
        best.retold = [*best.retold, rest.trigger, *rest.retold]
        best.quantities = sorted({*best.quantities, *rest.quantities})
        return best

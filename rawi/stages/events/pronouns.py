"""Whom pronouns mean: whoever speaks, whom the text goes on speaking of, the nearest that agrees."""

from __future__ import annotations

from bisect import bisect_right

from rawi.document import Resolved
from rawi.model import Entity, Statement
from rawi.stages.events.names import Names
from rawi.stages.events.view import View
from rawi.text.fold import fold

_BOTH = 2
AGREEMENT: dict[str, tuple[str, str]] = {
    fold("\N{ARABIC LETTER HEH}"): ("m", "s"),
    fold("\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"): ("f", "s"),
    fold("\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}"): ("m", "p"),
    fold("\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"): ("either", "d"),
}
"""Pronouns written behind a word → gender and number; all others speak of the speaker or of whom he speaks to."""
_US = fold("\N{ARABIC LETTER NOON}\N{ARABIC LETTER ALEF}")
_SPEAKING = frozenset(("person", "group"))
_SERVING = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
_ABLE = frozenset(("person", "organization", "country", "group"))


class Pronouns(Names):
    """Entity ids for pronouns; remembers whom the text went on speaking of."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.topic: tuple[str, ...] = ()
        self.topic_at = -1
        """The token of the verb that the topic did last."""
        self.pair: tuple[str, ...] = ()
        """Those whom «both sides» means: the last two or more that the text told an event of."""

    def home(self, at: int) -> list[str]:
        """The state of whom the pronoun behind «country» means («بلاده»); he himself where the article does not name it."""
        who = self.speaker(at) or list(self.topic)
        states = {land.country: land.id for land in self.lands}
        land = self._resolved(who[0]).entity.country if who and who[0] in self.view.number_of else None
        return [states[land]] if land in states else list(who[:1])

    def speaker(self, at: int) -> list[str]:
        """Who speaks at a token: the last link of the innermost statement there."""
        found = innermost(self.view, at)
        return [found.chain[-1].entity] if found and found.chain else []

    def we(self, at: int) -> list[str]:
        """Who «we» are: who speaks, and whom he speaks for: the body that the source belongs to, the state of one in its government."""
        who = self.speaker(at)
        resolved = self._resolved(who[0]) if who and who[0] in self.view.number_of else None
        if resolved is None or resolved.entity.kind not in _SPEAKING:
            return who
        return [*who, *(self._body(resolved) or self._government(resolved.entity))]

    def _body(self, resolved: Resolved) -> list[str]:
        """The body inside the words for a source: «مصدر في المقاومة»."""
        view = self.view
        spans = [view.reference(number) for number in resolved.references]
        inside = [number for whole in spans for number in view.inside(whole) if view.reference(number).first > whole.first]
        return [one for one in self.ids(inside[:1]) if self._resolved(one).entity.kind == "organization"]

    def _government(self, entity: Entity) -> list[str]:
        """The state of a person in its service, where the article names it."""
        lands = [land for land in self.lands if land.country == entity.country]
        return [land.id for land in lands[:1]] if entity.code and entity.code.split()[-1] in _SERVING else []

    def pronoun(self, at: int, but: list[str] | None = None) -> list[str]:
        """Whom the pronoun at a token means: whom the text goes on speaking of where it agrees, else the nearest before that does."""
        agreement = AGREEMENT.get(self.view.key(at))
        if agreement is None:
            return self.we(at) if self.view.key(at) == _US else self.speaker(at)
        return self.meant(at, agreement[0], agreement[1], but or [])

    def means(self, at: int, entity: str) -> bool:
        """Whether the pronoun at a token can mean an entity."""
        agreement = AGREEMENT.get(self.view.key(at))
        return agreement is not None and self._agrees(self._resolved(entity), *agreement)

    def meant(self, at: int, gender: str, number: str, but: list[str]) -> list[str]:
        """The entity of a gender and number before a token: the nearest in the sentence, else whom the text goes on about."""
        view, first = self.view, self.view.sentence(at).first
        if number == "d" and (two := self._two(at, but)):
            return two
        bodies = list[int]()
        for here in range(at - 1, first - 1, -1):
            if here == self.topic_at and (topic := self._topical(gender, number, but)):  # who acted last is nearer than whom it was done to
                return topic
            reference = view.starting.get(here)
            if reference is None or view.reference(reference).last > at or view.covering[here] != reference:
                continue  # a body inside a title («قائد فيلق القدس») is not who goes on
            resolved = view.resolved(reference)
            if resolved.entity.id not in but and self._agrees(resolved, gender, number):
                return self._whole(reference, number)
            if resolved.entity.id not in but and number == "p" and resolved.entity.kind == "organization":
                bodies.append(reference)
        return self._topical(gender, number, but) or self.ids(bodies[:1])

    def _two(self, at: int, but: list[str]) -> list[str]:
        """Whom a dual means: the two that the text goes on about, else the nearest two named together in the sentence."""
        if len(self.topic) == _BOTH and not set(self.topic) & set(but):
            return list(self.topic)
        view = self.view
        for here in range(at - 1, view.sentence(at).first - 1, -1):
            reference = view.starting.get(here)
            if reference is not None and view.reference(reference).last <= at:
                found = [one for one in self.ids(self._parts(here, reference)) if one not in but]
                if len(found) == _BOTH:
                    return found
        return []

    def _parts(self, here: int, reference: int) -> list[int]:
        """The references joined to one, or those inside a longer one that spans them all: «الاتحاد الأوروبي وروسيا»."""
        view, cover = self.view, self.view.covering[here]
        if cover is None or cover == reference or view.resolved(cover).entity.kind != "group":
            return self._list_back(reference)
        return [number for number in view.inside(view.reference(cover)) if number != cover]

    def _whole(self, reference: int, number: str) -> list[str]:
        """One entity for a singular pronoun, all that are joined for a plural or dual one."""
        return self.ids(self._list_back(reference) if number != "s" else [reference])

    def _topical(self, gender: str, number: str, but: list[str]) -> list[str]:
        topic = [one for one in self.topic if one not in but and self._agrees(self._resolved(one), gender, number)]
        return topic if number in ("p", "d") else topic[:1]

    def _agrees(self, resolved: Resolved, gender: str, number: str) -> bool:
        if resolved.entity.kind not in _ABLE:
            return False
        if number == "p":
            return resolved.number == "p" or resolved.entity.kind == "group"
        if number == "d":
            return True
        plural = resolved.number == "p"
        if resolved.entity.kind == "organization":  # a body is spoken of by the gender of its head noun, which changes with its names
            return True
        return (not plural or gender == "f") and (plural or resolved.gender in (gender, "either") or gender == "either")


def innermost(view: View, at: int) -> Statement | None:
    """The innermost statement whose content holds a token: of those that hold it, the shortest."""
    start = view.tokens[at].start
    best: Statement | None = None
    size = 1 << 60
    for number in range(bisect_right(view.said_from, start) - 1, -1, -1):
        if view.said_until[number] <= start:
            break
        statement = view.doc.statements[number]
        if any(span.start <= start < span.end for span in statement.content):
            length = sum(span.end - span.start for span in statement.content)
            if length < size:
                best, size = statement, length
    return best

"""Whom words name: references that go together, adjectives of states, pronouns and subjects left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rawi.document import Resolved
from rawi.lang.lexicons.events import Entry
from rawi.model import Entity, Statement
from rawi.stages.events.view import AND, View
from rawi.text.fold import QUOTE, fold
from rawi.text.sentences import Sentence

_MARKS = frozenset((QUOTE, "(", ")", ",", "-"))
_HEADS = frozenset((QUOTE, ",", ":", ";", "."))
_SMALL = frozenset(("mark", "article", "pronoun"))
_MOST = 4  # references that one «and» after the other joins
_BOTH = 2
_FREE = 3  # unknown words between a verb and a name that belongs to its subject
_PRONOUNS: dict[str, tuple[str, str]] = {
    fold("\N{ARABIC LETTER HEH}"): ("m", "s"),
    fold("\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"): ("f", "s"),
    fold("\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}"): ("m", "p"),
    fold("\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"): ("either", "d"),
}
"""Pronouns written behind a word → gender and number; all others speak of the speaker or of whom he speaks to."""
_US = fold("\N{ARABIC LETTER NOON}\N{ARABIC LETTER ALEF}")
_ADJECTIVAL = (fold("\N{ARABIC LETTER TEH MARBUTA}"), fold("\N{ARABIC LETTER YEH}"))
_SPEAKING = frozenset(("person", "group"))
_SERVING = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
_ABLE = frozenset(("person", "organization", "country", "group"))


class People:
    """Entity ids for what stands at tokens; remembers whom the text went on speaking of."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.topic: tuple[str, ...] = ()
        self.topic_at = -1
        """The token of the verb that the topic did last."""
        self.pair: tuple[str, ...] = ()
        """Those whom «both sides» means: the last two or more that the text told an event of."""
        self.world = view.lang.world
        self.prepositions = frozenset(
            fold(word) for row in view.lang.sources.frames.phrases if row.kind == "preposition" for word in row.words
        )

    # names

    def joined(self, at: int) -> tuple[list[int], int]:
        """The references that begin at a token and those joined to them by «and», with the token after them."""
        view, found = self.view, list[int]()
        while at in view.starting and len(found) < _MOST:
            number = view.starting[at]
            found.append(number)
            end = at = view.reference(number).last
            while view.key(at) in _MARKS and at - end < 2:
                at += 1
            if view.key(at) != AND or view.tokens[at].part != "proclitic":
                return found, end
            at += 1
            if view.finite(at) or at not in view.starting:
                return found, end
        return found, at

    def ids(self, references: list[int]) -> list[str]:
        """The entities of references, each once; places are nobody."""
        found = [self.view.resolved(number).entity for number in references]
        return list(dict.fromkeys(entity.id for entity in found if entity.kind != "place"))

    def governments(self, references: list[int]) -> list[str]:
        """The states that places stand for, where the article names them."""
        countries = {self.view.resolved(number).entity.country for number in references}
        return [e.entity.id for e in self.view.doc.entities if e.entity.kind == "country" and e.entity.country in countries]

    def undergone(self, references: list[int], by: Sequence[str] = ()) -> list[str]:
        """The same for those who undergo something, where a place stands for its state if the article names it, else for itself.

        A force of the state itself strikes the place, not its own state.
        """
        found = [self.view.resolved(number).entity for number in references]
        own = {self._resolved(one).entity.country for one in by}
        lands = [e.entity for e in self.view.doc.entities if e.entity.kind == "country" and e.entity.country not in own]
        states = {land.country: land.id for land in lands}
        return list(dict.fromkeys(states.get(e.country, e.id) if e.kind == "place" else e.id for e in found))

    def nationality(self, at: int) -> list[str]:
        """The state that an adjective speaks of (التركية), where the article names it elsewhere."""
        thing = self.world.by_adjective((self.view.key(at),))
        found = self.world.thing(thing).id if thing is not None else None
        return [found] if found is not None and found in self.view.number_of else []

    def home(self, at: int) -> list[str]:
        """The state of whom the pronoun behind «country» means: «بلاده»."""
        who = self.speaker(at) or list(self.topic)
        states = {e.entity.country: e.entity.id for e in self.view.doc.entities if e.entity.kind == "country"}
        land = self._resolved(who[0]).entity.country if who and who[0] in self.view.number_of else None
        return [states[land]] if land in states else []

    # pronouns and subjects left out

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
        inside = [n for n in view.entity_of for span in spans if span.first < view.reference(n).first and view.reference(n).last <= span.last]
        return [one for one in self.ids(inside[:1]) if self._resolved(one).entity.kind == "organization"]

    def _government(self, entity: Entity) -> list[str]:
        """The state of a person in its service, where the article names it."""
        lands = [e.entity for e in self.view.doc.entities if e.entity.kind == "country" and e.entity.country == entity.country]
        return [land.id for land in lands[:1]] if entity.code and entity.code.split()[-1] in _SERVING else []

    def pronoun(self, at: int, but: list[str] | None = None) -> list[str]:
        """Whom the pronoun at a token means: whom the text goes on speaking of where it agrees, else the nearest before that does."""
        agreement = _PRONOUNS.get(self.view.key(at))
        if agreement is None:
            return self.we(at) if self.view.key(at) == _US else self.speaker(at)
        return self.meant(at, agreement[0], agreement[1], but or [])

    def means(self, at: int, entity: str) -> bool:
        """Whether the pronoun at a token can mean an entity."""
        agreement = _PRONOUNS.get(self.view.key(at))
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
            if reference is None or view.reference(reference).last > at:
                continue
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
        whole = view.reference(cover)
        inside = [n for n in view.entity_of if n != cover and whole.first <= view.reference(n).first < whole.last]
        return sorted(inside, key=lambda n: view.reference(n).first)

    def _whole(self, reference: int, number: str) -> list[str]:
        """One entity for a singular pronoun, all that are joined for a plural or dual one."""
        return self.ids(self._list_back(reference) if number != "s" else [reference])

    def _topical(self, gender: str, number: str, but: list[str]) -> list[str]:
        topic = [one for one in self.topic if one not in but and self._agrees(self._resolved(one), gender, number)]
        return topic if number in ("p", "d") else topic[:1]

    def left_out(self, first: int, form: Entry, but: list[str]) -> list[str]:
        """The subject of a verb that names none: the clause's head where it agrees, else whom the text goes on speaking of.

        A verb that begins its sentence has its subject behind it: where that is no entity, nobody is guessed.
        """
        begin = self.view.sentence(first).first
        if form.number == "s" and first - begin <= 1 and any(self.view.article(first + n) for n in (2, 3)):
            return []
        joined = self.view.key(first - 1) == AND and begin <= self.topic_at  # «and» goes on with who acted last in the sentence
        if ((head := self._head(first)) is not None and not joined) or form.number == "p":
            found = [one for one in self.ids(self.joined(head)[0]) if one not in but] if head is not None else []
            if found and self._heads(self._resolved(found[0]), form, len(found)):
                return found
        return self._spoken_of(first, form, but)

    def _heads(self, resolved: Resolved, form: Entry, count: int) -> bool:
        """Whether a clause's head can be the subject of a verb: a body is its people where the verb is plural."""
        plural = form.number == "p" and resolved.entity.kind == "organization"
        return plural or self._agrees(resolved, form.gender, form.number if count == 1 else "p")

    def _head(self, first: int) -> int | None:
        """Where the noun phrase begins that heads the clause: behind «that», or at the sentence's beginning."""
        view, begin = self.view, self.view.sentence(first).first
        for at in range(first - 1, begin - 1, -1):
            if view.used(at, "clause") is not None and view.used(at, "relative") is None and view.covering[at] is None:
                begin = at + 1
                break
        while begin < first and view.tokens[begin].part == "proclitic":
            begin += 1
        return begin if begin in view.starting and begin < first else None

    def _spoken_of(self, first: int, form: Entry, but: list[str]) -> list[str]:
        if form.number == "d" and (two := self._two(first, but)):
            return two
        return self._topical(form.gender, form.number, but) or self.meant(first, form.gender, form.number, but)

    def _resolved(self, entity: str) -> Resolved:
        return self.view.doc.entities[self.view.number_of[entity]]

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

    def _governed(self, at: int) -> bool:
        """Whether a preposition stands right before a reference."""
        before = self.view.tokens[at - 1] if at else None
        return before is not None and before.part != "article" and before.key in self.prepositions

    def _owning(self, head: int) -> bool:
        """Whether a reference is told to own what acts: «طائرات تابعة للتحالف شنت …»."""
        return any(self.view.used(at, "belonging") is not None for at in range(max(head - 3, 0), head - 1))

    # subjects

    def unnamed(self, first: int, sentence: Sentence) -> bool:
        """Whether a verb stands at the head of its clause, so that its subject can have been left out: no noun right before it."""
        view, at = self.view, first - 1
        if view.used(at, "relative") is not None:
            return False
        while at >= sentence.first and (view.tokens[at].part == "proclitic" or view.entries(at, "operator") or at in view.time_at):
            if view.key(at) == AND and view.tokens[at].part == "proclitic":
                return True
            at -= 1
        return (
            at < sentence.first
            or view.tokens[at].part == "pronoun"
            or view.key(at) in _HEADS
            or view.used(at, "clause") is not None
            or view.used(at, "passing") is not None
        )

    def before(self, first: int, form: Entry, sentence: Sentence) -> list[str]:
        """The subject that stands before its verb: right before it, or what the relative pronoun before it is about."""
        view, at, relative = self.view, first - 1, False
        left = 5
        if view.key(at) == AND and view.tokens[at].part == "proclitic":  # «and» begins a clause of its own
            return []
        while at >= sentence.first and left:
            number = view.covering[at]
            if view.tokens[at].part == "pronoun" and not relative and at > sentence.first and view.used(at - 1, "clause") is not None:
                return self._said(at, first)
            if (view.used(at, "both") or view.used(at - 1, "both")) and self.pair and form.number != "p":
                return list(self.pair)
            if view.tokens[at].part == "pronoun" and at and view.used(at - 1, "home") is not None:
                return self.home(at)
            if number is not None:
                head = view.reference(number).first
                if self._governed(head) and not relative and view.reference(number).definite and not self._owning(head):
                    return []
                found = self._list_back(number)
                return [one for one in self.ids(found) if self._agrees_form(one, form)]
            if view.used(at, "relative") is not None:
                relative = True
            elif relative and view.tokens[at].part in ("stem", "article", "mark"):
                left -= 1
                if self.nationality(at):
                    return self.nationality(at)
                if view.used(at, "clause") is not None:
                    return []
            elif not relative and left == 5 and view.article(at) and (state := self.nationality(at)):
                return state
            elif not self._passes(at):
                return []
            at -= 1
        return []

    def _said(self, at: int, first: int) -> list[str]:
        """Whom the pronoun on «that» means (قال إنه …): who speaks, where he agrees."""
        agreement = _PRONOUNS.get(self.view.key(at))
        spoken = [one for one in self.speaker(first) if one in self.view.number_of]
        if agreement and spoken:
            resolved = self._resolved(spoken[0])
            if (agreement[1] == "p" and resolved.entity.kind == "organization") or self._agrees(resolved, *agreement):
                return spoken
        return self.pronoun(at)

    def _list_back(self, number: int) -> list[int]:
        """A reference with those that stand before it joined by «and»."""
        view, found = self.view, [number]
        while len(found) < _MOST:
            at = view.reference(found[0]).first - 1
            if at < 1 or view.key(at) != AND or view.tokens[at].part != "proclitic" or view.covering[at - 1] is None:
                break
            found.insert(0, view.covering[at - 1])  # type: ignore[arg-type]
        return found

    def _passes(self, at: int) -> bool:
        """Whether a token stands between a subject and its verb: times, adverbs, negations, marks of brackets."""
        view = self.view
        if at in view.time_at or view.key(at) in _MARKS or view.used(at, "passing") is not None:
            return True
        token = view.tokens[at]
        return token.part in ("proclitic", "pronoun") or bool(view.entries(at, "operator"))

    def _agrees_form(self, entity: str, form: Entry) -> bool:
        """Whether a verb of this form can have the entity as its subject before it."""
        resolved = self._resolved(entity)
        plural = resolved.number != "s" or resolved.entity.kind == "group"
        if plural or form.number != "s":
            return True
        return resolved.gender in (form.gender, "either") or form.gender == "either" or resolved.entity.kind != "person"

    def _inside(self, last: int) -> tuple[list[str], int]:
        """The subject inside a reference that took its verb for a head noun (حشد الكرملين)."""
        view = self.view
        number = view.covering[last] if last < len(view.tokens) else None
        if number is None or view.reference(number).first >= last:
            return [], last
        end = view.reference(number).last
        named = self.world.named(tuple(token.key for token in view.tokens[last:end]))
        ids = [self.world.thing(name.thing).id for name in named]
        return [one for one in ids if one is not None and one in view.number_of][:1], end

    def behind(self, last: int, form: Entry, sentence: Sentence) -> tuple[list[str], int]:
        """The subject that stands behind its verb, with the token after it; none where a preposition comes first."""
        view, at, left = self.view, last, _FREE
        if at + 1 < sentence.last and view.tokens[at].part == "pronoun" and view.key(at + 1) == AND:
            return [], last  # «تحاصرهم وحلفاءهم»: what is joined to the object
        if (inside := self._inside(last))[0]:
            return inside
        while at < sentence.last and not view.stops(at, sentence):
            if at in view.starting:
                return ([], last) if self._described(at, left) else self._begun(at, last, form)
            if found := self._spoken(at, strange=left < _FREE):
                return found
            step = self._step(at, sentence)
            if step is None:
                return [], last
            left -= step == 0
            if left < 0 or (step == 0 and view.finite(at)):
                return [], last
            at += step or 1
        return [], last

    def _described(self, at: int, left: int) -> bool:
        """Whether an unknown subject with an adjective ends before a token: «قصفت طائرات حربية …» names whom it is done to."""
        before = at - 1 - self.view.article(at)
        return left <= _FREE - 2 and self.view.key(before).endswith(_ADJECTIVAL) and not self.view.article(before)

    def _begun(self, at: int, last: int, form: Entry) -> tuple[list[str], int]:
        """The entities that begin at a token, as the subject of a verb of a form."""
        view = self.view
        found, end = self.joined(at)
        if view.doc.oblique(view.reference(found[0])):
            return [], last
        ids = self.ids(found)
        if not ids and self.topic_at < view.sentence(last).first:  # a city, where nobody has acted yet: its state acts
            return self.undergone(found), end
        if ids and form.number == "s" and not self._agrees_form(ids[0], form) and view.resolved(found[0]).entity.kind == "person":
            return [], last
        return ids, end

    def _spoken(self, at: int, *, strange: bool) -> tuple[list[str], int] | None:
        """Those whom a token means without naming them: both sides, his country, a state's adjective behind a noun."""
        view = self.view
        if view.used(at, "both") is not None and self.pair:
            return list(self.pair), at + 1
        if view.used(at, "home") is not None:
            return self.home(at + 1), at + 2
        state = self.nationality(at)
        return (state, at + 1) if state and (view.article(at) or strange or at in view.quantity_at) else None

    def _step(self, at: int, sentence: Sentence) -> int | None:
        """How many tokens to pass over on the way to a subject: 0 for a word that is unknown, None where a preposition bars the way."""
        view, token = self.view, self.view.tokens[at]
        if at in view.time_at or at in view.quantity_at or view.used(at, "passing") is not None or token.part in _SMALL:
            return 1
        if self._owning(at + 1):
            return 1
        if (token.part == "proclitic" or token.key in self.prepositions) and token.key != AND:
            back = at + 1 < sentence.last and view.tokens[at + 1].part == "pronoun"
            return 2 if back else None  # a pronoun that goes back: «صادق عليه المجلس», «تقوم بها»
        return 0


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

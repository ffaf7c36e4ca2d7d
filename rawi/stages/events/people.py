"""Whom verbs have as their subjects: named before or behind them, or left out."""

from __future__ import annotations

from rawi.document import Resolved
from rawi.lang.lexicons.events import Entry
from rawi.stages.events.names import MARKS
from rawi.stages.events.pronouns import AGREEMENT, Pronouns
from rawi.stages.events.view import AND
from rawi.text.fold import QUOTE, fold
from rawi.text.sentences import Sentence

_HEADS = frozenset((QUOTE, ",", ":", ";", "."))
_SMALL = frozenset(("mark", "article", "pronoun"))
_FREE = 3  # unknown words between a verb and a name that belongs to its subject
_ADJECTIVAL = (fold("\N{ARABIC LETTER TEH MARBUTA}"), fold("\N{ARABIC LETTER YEH}"))


class People(Pronouns):
    """Entity ids for the subjects of verbs."""

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
        agreement = AGREEMENT.get(self.view.key(at))
        spoken = [one for one in self.speaker(first) if one in self.view.number_of]
        if agreement and spoken:
            resolved = self._resolved(spoken[0])
            if (agreement[1] == "p" and resolved.entity.kind == "organization") or self._agrees(resolved, *agreement):
                return spoken
        return self.pronoun(at)

    def _passes(self, at: int) -> bool:
        """Whether a token stands between a subject and its verb: times, adverbs, negations, marks of brackets."""
        view = self.view
        if at in view.time_at or view.key(at) in MARKS or view.used(at, "passing") is not None:
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
        if view.doc.oblique(view.reference(found[0]), view.resolved(found[0]).entity.name):
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

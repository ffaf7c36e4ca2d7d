"""Who does what stands in the clause of another verb: its subject, the one it asks or accuses, whoever speaks."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from rawi.lang.lexicons.events import Entry
from rawi.lang.schema.events import Act
from rawi.stages.events.people import People
from rawi.stages.events.pronouns import innermost
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import View
from rawi.text.fold import fold
from rawi.text.lexicon import Hit
from rawi.text.sentences import Sentence

_DOERS = frozenset(("organization", "country"))
_HARD = frozenset((".", ":", ";", "?", "!"))
_SPOKEN = frozenset(("AGREE", "SUPPORT", "AID", "CONCEDE", "REJECT"))
_BLAME = 40  # tokens between an act and the verb that puts it down to somebody
_BLAMED = 8  # tokens between that verb and his name
_CLAIM = 8  # tokens before an act in which stands who is said to be behind it
_CONTROL = 25  # tokens over which a verb's party does what a masdar behind it tells


class Control:
    """Finds subjects, and remembers whom the last verb makes do something."""

    def __init__(self, view: View, people: People) -> None:
        self.view, self.people = view, people
        self.last: tuple[int, list[str]] = (-1, [])
        """The token behind the last verb with an object it makes do something, and those whom it makes."""
        self.blames: set[int] = set()
        """The verbs in the passive that only say who did an act: no accusation by anybody."""

    def subject(self, first: int, last: int, form: Entry, sentence: Sentence) -> tuple[list[str], int, bool]:
        """The subject, the token after it where it stands behind the verb, and whether it stands before it."""
        if form.person == 1:
            return self.people.we(first) if form.number == "p" else self.people.speaker(first), last, True
        if form.aspect == "participle":  # a predicate («بلاده مستعدة»), but behind a comma what is done beside the verb («، داعيا»)
            return [] if self.view.comma(first - 1) else self.people.before(first, form, sentence), last, True
        before = self.people.before(first, form, sentence)
        if before and form.number == "s" and form.sort != "operator" and self._resumed(last):
            found, end = self.people.behind(last, form, sentence)
            if found and not set(found) & set(before):
                return found, end, False
            if self.people.means(last, before[0]):  # «مقاتلين تدعمهم الضربات»: who does it is nobody that is known
                return [], last, False
        if before:
            return before, last, True
        if form.number == "s" and not self._relative(first, last):
            found, end = self.people.behind(last, form, sentence)
            if found:
                return found, end, False
        return [], last, False

    def acting(self, hit: Hit[Entry], sentence: Sentence) -> list[str]:
        """The subject of a verb that carries or governs another word, named or left out; the text goes on speaking of it."""
        found, _, _ = self.subject(hit.first, hit.last, hit.entry, sentence)
        if not found and self.people.unnamed(hit.first, sentence):
            found = self.people.left_out(hit.first, hit.entry, [])
        if found:
            self.people.topic, self.people.topic_at = tuple(found), hit.first
        return found

    def _relative(self, first: int, last: int) -> bool:
        """Whether a verb is about the noun before it, which is its subject: «الذي يستهدف», not «الذي يشنه» with a pronoun."""
        view = self.view
        pronoun = any(view.tokens[at].part == "pronoun" for at in range(last, min(last + 2, len(view.tokens))))
        return not pronoun and any(view.used(at, "relative") is not None for at in range(max(first - 2, 0), first))

    def _resumed(self, last: int) -> bool:
        """Whether a pronoun on a verb goes back to the noun before it, which it is done to: «مقاتلين دربتهم واشنطن»."""
        return last < len(self.view.tokens) and self.view.tokens[last].part == "pronoun"

    def remember(self, trigger: Trigger, actors: list[str], recipients: list[str]) -> None:
        """Remembers who would do what stands behind: the one asked or accused, else the one who promises, threatens or refuses."""
        asked = trigger.kind.type in ("REQUEST", "ACCUSE")
        self.last = (trigger.last, list(recipients) if asked else list(actors))

    def governed(self, trigger: Trigger, sentence: Sentence) -> list[str]:
        """Who does what a masdar with no owner tells: the party of the verb that governs it."""
        at = trigger.first - 1 - self.view.article(trigger.first)
        if any(hit.last == at + 1 for hit in self.view.entries(at, "reset")):  # «بعد توقيع الاتفاق»: a clause of its own
            return []
        governor = self._governor(trigger, sentence)
        begin, who = self.last
        if sentence.first <= begin <= trigger.first <= begin + _CONTROL and (governor is None or begin > governor[0]):
            return who
        if governor is not None:
            return governor[1]
        return self._announced(trigger)

    def blamed(self, trigger: Trigger, sentence: Sentence) -> list[str]:
        """To whom an act is put down: behind it («هجوم نسب إلى التنظيم», «تفجير نسبته الحكومة إلى …»), or by himself."""
        view = self.view
        for at in range(trigger.last, min(trigger.last + _BLAME, sentence.last)):
            if view.key(at) in _HARD:
                break
            for hit in view.entries(at, "act"):
                if found := self._put_down(hit, sentence):
                    return found
        return self._claimed(trigger)

    def _put_down(self, hit: Hit[Entry], sentence: Sentence) -> list[str]:
        """Whom a verb of putting down blames, with its one preposition; in the passive it is no accusation by anybody."""
        view = self.view
        kind, entry = view.rows[hit.entry.row]
        openers = {fold(words.split()[0]) for words in entry.beside} if isinstance(entry, Act) else set()
        if kind.mode != "allege" or len(openers) != 1 or not openers <= self.people.prepositions:
            return []
        for to in range(hit.last, min(hit.last + _BLAMED, sentence.last - 1)):
            if view.key(to) not in openers:
                continue
            begin = to + 1 + (view.tokens[to + 1].part == "article")
            named = next((n for n in (to + 1, begin, begin + 1) if n in view.starting), None)
            if named is None:
                return []
            if all(n in view.time_at or view.used(n, "passing") is not None for n in range(hit.last, to)):
                self.blames.add(hit.first)
            return self.people.ids(self.people.joined(named)[0])
        return []

    def _claimed(self, trigger: Trigger) -> list[str]:
        """Who says that he did it, or is said to stand behind it: «مسؤوليته عن الهجوم», «التنظيم المتهم بالوقوف خلف التفجير»."""
        view, at = self.view, trigger.first - 1 - self.view.article(trigger.first)
        behind, claim = view.used(at, "behind") is not None, view.used(at, "claimed") is not None
        if not (behind or claim):
            return []
        at -= 1
        while at >= 0 and view.used(at, "claim") is None and view.covering[at] is None and trigger.first - at < _CLAIM:
            at -= 1
        if view.covering[at] is not None:
            return self.people.ids([view.covering[at]]) if behind else []  # type: ignore[list-item]
        pronoun = at + 1 < len(view.tokens) and view.tokens[at + 1].part == "pronoun"
        return self.people.pronoun(at + 1) if pronoun and view.used(at, "claim") is not None else []

    def _announced(self, trigger: Trigger) -> list[str]:
        """Who speaks of a noun that is all he announces (أكدت دعم …, أعلنت عن تنظيم …): a body of what it does itself."""
        statement = innermost(self.view, trigger.first)
        if statement is None or not statement.chain or trigger.entry.outcome:
            return []
        begin = max(span.start for span in statement.content if span.start <= self.view.tokens[trigger.first].start)
        at = trigger.first - 1
        while at >= 0 and self.view.tokens[at].start >= begin:
            if self.view.finite(at) or self.view.used(at, "clause") is not None:
                return []
            at -= 1
        while at >= 0 and self.view.tokens[at].part == "mark":
            at -= 1
        speaker = statement.chain[-1].entity
        kind = self.view.doc.entities[self.view.number_of[speaker]].entity.kind if speaker in self.view.number_of else ""
        clause = self.view.used(at, "clause") is not None
        return [speaker] if not clause and (kind in _DOERS or trigger.kind.type in _SPOKEN) else []

    def _governor(self, trigger: Trigger, sentence: Sentence) -> tuple[int, list[str]] | None:
        """The verb of beginning, planning or carrying on before a masdar (بدأت القوات مهاجمة …), with its subject."""
        view, at = self.view, trigger.first - 1
        while at >= max(sentence.first, trigger.first - _CONTROL):
            if view.stops(at, sentence) and not view.finite(at + 1):
                return None
            for sort in ("light", "operator"):
                for hit in view.entries(at, sort):
                    if hit.entry.aspect in ("past", "present", "jussive") and view.finite(at):
                        return at, self.acting(hit, sentence)
            if view.finite(at):
                return None
            at -= 1
        return None

    def holder(self, trigger: Trigger) -> list[str]:
        """Whose right, wish or power it is: «حق تركيا في ضرب …»."""
        view, at = self.view, trigger.first - 1
        if at < 1 or view.key(at) not in self.people.prepositions or view.covering[at - 1] is None or trigger.form.aspect != "masdar":
            return []
        reference = view.reference(view.covering[at - 1])  # type: ignore[arg-type]
        return self.people.ids([view.covering[at - 1]]) if reference.last == at and self._construct(reference.first - 1) else []  # type: ignore[list-item]

    def _construct(self, at: int) -> bool:
        """Whether a noun in the construct stands at a token: a bare word that is no verb and no preposition."""
        view = self.view
        return (
            at >= 0
            and view.tokens[at].part == "stem"
            and not view.finite(at)
            and view.key(at) not in self.people.prepositions
            and not view.article(at)
        )

    def attending(self, trigger: Trigger, sentence: Sentence) -> list[str]:
        """Who says or does something at a meeting: «قال الوزير في اجتماع …»."""
        view = self.view
        at = trigger.first - 1 - view.article(trigger.first)
        if at < sentence.first or view.key(at) not in self.people.prepositions:
            return []
        first, here = view.tokens[sentence.first].start, view.tokens[trigger.first].start
        said = max(self._said[bisect_left(self._said, (first,)) : bisect_left(self._said, (here,))], key=lambda told: told[1], default=None)
        return [said[2]] if said else (list(self.people.topic) if sentence.first <= self.people.topic_at < trigger.first else [])

    @cached_property
    def _said(self) -> list[tuple[int, int, str]]:
        """Where the article's cues stand, the number of their statement, and who speaks there."""
        told = enumerate(self.view.doc.statements)
        return sorted((s.cue.start, number, s.chain[-1].entity) for number, s in told if s.cue is not None and s.chain)

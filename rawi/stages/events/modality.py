"""Whether an event happened, is planned, is only possible, or did not happen: from the words that govern it."""

from __future__ import annotations

from rawi.lang.lexicons.events import Entry
from rawi.lang.schema.modality import Operator
from rawi.model import Modality
from rawi.stages.events.triggers import Trigger
from rawi.stages.events.view import AND, View
from rawi.text.fold import QUOTE, fold
from rawi.text.lexicon import Hit
from rawi.text.sentences import Sentence

_CLAUSE = 30  # words that an operator may reach over
_PREDICATE = 12  # words from a noun to what is said of it
_NEXT = 3  # words between a negation and what it negates
_STRENGTH: dict[Modality, int] = {"negated": 3, "hypothetical": 2, "planned": 1, "actual": 0}
_TO = fold("\N{ARABIC LETTER LAM}")
_HARD = frozenset((".", ":", ";", "?", "!"))
_HELP = frozenset(("SUPPORT", "AID", "COOPERATE"))
"""Types that are no agreement where they are what something is done for: one intervened to help a candidate."""
_REPORT = frozenset(("past", "present", "participle"))


class Modalities:
    """Reads the modality of triggers from the operators of their sentence."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.operators: tuple[Operator, ...] = view.lang.sources.modality.operator

    def of(self, trigger: Trigger, sentence: Sentence) -> Modality:
        """The strongest modality of what governs a trigger: negated before hypothetical before planned."""
        start = trigger.first
        if trigger.verb is not None and not trigger.after and not self._expected(trigger.verb):
            start = min(start, trigger.verb.first)
        found: Modality = "actual"
        tense = trigger.verb.entry.aspect if trigger.verb is not None and start < trigger.first else trigger.form.aspect
        nearest = (self._next(start, tense), self._next(trigger.first, trigger.form.aspect), self._purpose(start, trigger))
        if trigger.form.aspect == "participle":  # «داعيا إلى …»: what is done while something else is, whatever governs that
            return max(nearest, key=lambda modality: _STRENGTH[modality])
        around = (self._between(trigger), self._governed(start, tense, trigger, sentence), self._behind(trigger, sentence))
        for modality in (*nearest, *around):
            if _STRENGTH[modality] > _STRENGTH[found]:
                found = modality
        if trigger.after and trigger.verb is not None and trigger.verb.entry.aspect == "past" and found != "negated":
            return "actual"
        return found

    def _expected(self, verb: Hit[Entry]) -> bool:
        """Whether a verb read as present is an operator where it is read as past, as its noun then is: «توقع الوزير تحرير المدينة»."""
        hits = self.view.entries(verb.first, "operator")
        return verb.entry.aspect == "present" and any(hit.entry.aspect == "past" for hit in hits)

    def _between(self, trigger: Trigger) -> Modality:
        """What stands between a carrying verb and its noun: «أعدت القوات خطة لاستكمال تحرير المدن»."""
        if trigger.verb is None or trigger.after:
            return "actual"
        for at in range(trigger.verb.last, trigger.first):
            hit = self._operator(at, trigger.first) if self.view.covering[at] is None else None
            operator = self.operators[hit.entry.row] if hit is not None and not hit.entry.aspect else None
            if operator is not None and operator.reach == "clause" and operator.modality == "planned":
                return operator.modality
        return "actual"

    def _next(self, first: int, tense: str) -> Modality:
        """What stands right before: negations, the future's particle, «may»."""
        view = self.view
        for at in range(first - 1, max(first - 1 - _NEXT, -1), -1):
            if view.key(at) in _HARD or view.key(at) == ",":
                break
            for hit in view.entries(at, "operator"):
                operator = self.operators[hit.entry.row]
                between = range(hit.last, first)
                if (
                    operator.reach == "next"
                    and operator.tense in (None, tense)
                    and hit.last <= first
                    and all(self._light(n) for n in between)
                ):
                    return operator.modality
        return "actual"

    def _purpose(self, start: int, trigger: Trigger) -> Modality:
        """What somebody is about to do: a masdar right behind «to» (لشن هجوم, لمهاجمة المدينة)."""
        view = self.view
        masdar = (trigger.verb.entry.aspect if trigger.verb is not None and start < trigger.first else trigger.form.aspect) == "masdar"
        behind = start > 0 and view.key(start - 1) == _TO and view.tokens[start - 1].word == view.tokens[start].word
        governed = start > 1 and (view.finite(start - 2) or view.tokens[start - 2].part == "pronoun")
        if not masdar or not behind or governed or (trigger.verb is not None and start >= trigger.first):
            return "actual"
        return "hypothetical" if trigger.kind.type in _HELP else "planned"

    def _light(self, at: int) -> bool:
        """Whether a token between a negation and its verb counts for nothing: clitics, the verb that carries the noun."""
        view = self.view
        return view.tokens[at].part in ("article", "proclitic") or bool(view.entries(at, "light"))

    def _governed(self, first: int, tense: str, trigger: Trigger, sentence: Sentence) -> Modality:
        """What governs the clause up to a trigger: the nearest operator before it that nothing cuts off."""
        view, at, left, found = self.view, first - 1, _CLAUSE, "actual"
        verb_between = False
        while at >= sentence.first and left:
            if view.key(at) in _HARD or (
                view.used(at, "clause") is not None and view.used(at, "that") is None and view.covering[at] is None
            ):
                break
            if view.covering[at] is None or view.entries(at, "operator"):
                hit = self._operator(at, first)
                if hit is not None and not (verb_between and hit.entry.aspect in _REPORT and not self._spans(hit)):
                    operator = self.operators[hit.entry.row]
                    past = operator.tense == "present" and tense == "past" and hit.last < first
                    # a verb in the past is no wish: «من أجل السلام أبدينا مرونة»
                    done = trigger.kind.type in operator.done and hit.entry.aspect == "past"
                    if operator.reach == "clause" and not past and not done and self._opened(hit, operator, first):
                        modality = operator.modality
                        found = modality if _STRENGTH[modality] > _STRENGTH[found] else found  # type: ignore[index]
                        if modality != "planned":  # a plan may itself be only possible
                            break
                if self._resets(at, first) or view.used(at, "relative") is not None:
                    break
            behind = at + 2 if view.key(at + 1) == QUOTE else at + 1
            if view.key(at) == AND and view.finite(behind) and behind <= first:
                break
            if view.finite(at) and at != first:
                verb_between = True
            at, left = at - 1, left - 1
        return found  # type: ignore[return-value]

    def _spans(self, hit: Hit[Entry]) -> bool:
        return False

    def _operator(self, at: int, first: int) -> Hit[Entry] | None:
        """The longest operator that begins at a token and ends before the trigger."""
        view = self.view
        hits = [hit for hit in view.entries(at, "operator") if hit.last <= first]
        if not hits or (hits[0].entry.aspect and hits[0].entry.aspect not in ("masdar",) and view.article(at)):
            return None
        return hits[0]

    def _opened(self, hit: Hit[Entry], operator: Operator, first: int) -> bool:
        """Whether a verb's opener stands between it and the trigger, where it needs one."""
        if not operator.opener:
            return True
        rows = range(hit.last, first)
        return any(found.entry.row == hit.entry.row and found.last <= first for at in rows for found in self.view.entries(at, "opener"))

    def _resets(self, at: int, first: int) -> bool:
        """Whether a word stands here behind which what is told has happened."""
        return any(hit.last <= first for hit in self.view.entries(at, "reset")) and self.view.covering[at] is None

    def _behind(self, trigger: Trigger, sentence: Sentence) -> Modality:
        """What stands behind a noun and is said of it: the next one, off the table."""
        view, at, left = self.view, trigger.last, _PREDICATE if trigger.nominal else 0
        while at < sentence.last and left and view.key(at) not in _HARD:
            for hit in view.entries(at, "operator"):
                operator = self.operators[hit.entry.row]
                if operator.reach == "before" and (operator.modality == "negated" or (trigger.nominal and at - trigger.last <= 3)):
                    return operator.modality
            if view.key(at) == AND and view.finite(at + 1):
                break
            at, left = at + 1, left - (view.tokens[at].part == "stem")
        return "actual"

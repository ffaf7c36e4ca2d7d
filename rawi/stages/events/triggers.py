"""Where events are told: verbs, masdars and nouns of the lexicon, with the verb that carries them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.lang.lexicons.events import Entry
from rawi.lang.schema.events import Act, Deed, Frame, Kind
from rawi.lang.schema.lights import Light
from rawi.stages.events.view import AND, View
from rawi.text.fold import fold
from rawi.text.lexicon import Hit
from rawi.text.sentences import Sentence

_FINITE = frozenset(("past", "present", "jussive"))
_REPORTING = frozenset(("past", "present", "participle"))
_BESIDE = 6  # words that may stand between a verb and what it needs behind it
_WITHIN = 12  # the same where it may stand in the clause behind the verb
_FOR = fold("\N{ARABIC LETTER LAM}")
_BARS = frozenset((fold("\N{ARABIC LETTER FEH}\N{ARABIC LETTER YEH}"),))  # «in»: what stands behind it is no clause about the noun
_ASKING = frozenset(("REQUEST", "THREATEN", "ACCUSE"))
_CARRIER = 9  # tokens back to the verb that carries a noun


class Trigger(msgspec.Struct, kw_only=True):
    """Words that tell an event: tokens `first` up to `last`, the entry they are, and the light verb that carries them."""

    first: int
    last: int
    row: int
    kind: Kind
    entry: Act | Deed
    form: Entry
    light: Light | None = None
    verb: Hit[Entry] | None = None
    """Where the light verb stands."""
    after: bool = False
    """Whether it stands behind the noun, in a clause about it."""
    beside: tuple[int, int] | None = None
    struck: Hit[Entry] | None = None
    """The verb behind a noun that is its subject, and has whom the act struck as its object."""

    @property
    def frame(self) -> str:
        """The name of its entry's frame, or else of its kind's."""
        return self.entry.frame or self.kind.frame

    @property
    def finite(self) -> bool:
        """Whether it is a verb of its own."""
        return self.form.aspect in _FINITE or self.form.aspect == "participle"

    @property
    def nominal(self) -> bool:
        """Whether it is a noun."""
        return not self.finite


class Finder:
    """Finds what tells events in a sentence."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.lights = view.lang.sources.lights.light
        self.prepositions = view.lang.small_words("preposition")
        self.persons = frozenset(view.lang.sources.units.persons)

    def find(self, sentence: Sentence) -> Iterator[Trigger]:
        """The triggers of a sentence from left to right, none overlapping another."""
        at, carrying, taken = sentence.first, -1, range(0)
        acts = self.view.sorts.get("act", {})
        while at < sentence.last:
            found = self._at(at, sentence) if at in acts and at != carrying and at not in self.view.time_at else None
            if found is None or (found.nominal and found.first in taken and found.kind.type != "PROTEST"):
                at += 1
                continue
            self._carry(found, sentence)
            if found.beside is not None and (found.kind.type not in _ASKING or found.kind.mode == "meet"):
                taken = range(*found.beside)  # the words a verb needs are no event beside it (رفع العقوبات)
            carrying = found.struck.first if found.struck is not None else carrying
            yield found
            at = found.last

    def _at(self, at: int, sentence: Sentence) -> Trigger | None:
        """What the words at a token tell, or None: the longest entry that can hold; of equals one whose word is there, or then a name."""
        best: Trigger | None = None
        score = (-1, False, -1, False, False)
        for hit in self.view.entries(at, "act"):
            kind, entry = self.view.rows[hit.entry.row]
            if not self._stands(hit) or self._transitive(hit, self.view.frames[entry.frame or kind.frame]):
                continue
            beside = self._beside(hit, entry, sentence) if isinstance(entry, Act) and entry.beside else None
            if isinstance(entry, Act) and entry.beside and beside is None:
                continue
            worded = beside is not None and self.view.beside(beside[0], hit.entry.row, beside[1]) is not None
            rank = (hit.last, worded, beside[1] - beside[0] if beside else 0, hit.entry.number != "d", not hit.entry.bound)
            if rank > score:
                score = rank
                best = Trigger(first=at, last=hit.last, row=hit.entry.row, kind=kind, entry=entry, form=hit.entry, beside=beside)
        return best

    def _transitive(self, hit: Hit[Entry], frame: Frame) -> bool:
        """Whether a verb that takes no object has a pronoun on it: then it is another one («تتقدمهم المملكة»)."""
        view, bound = self.view, hit.last < len(self.view.tokens) and self.view.tokens[hit.last].part == "pronoun"
        return frame.alone and bound and hit.entry.aspect in _FINITE and view.tokens[hit.last].word == view.tokens[hit.first].word

    def _stands(self, hit: Hit[Entry]) -> bool:
        """Whether a form can hold: no verb after an article or a preposition, no noun inside a name."""
        view, at = self.view, hit.first
        aspect = hit.entry.aspect
        inside = view.covering[at]
        if inside is not None and view.reference(inside).name is not None and not self._headed(inside, at, aspect):
            return False
        if aspect in ("masdar", "noun"):
            return self._noun(hit)
        if view.article(at) or (inside is not None and view.reference(inside).first <= at - 1):
            return False
        if aspect == "jussive" and not any(hit.last == at and not hit.entry.aspect for hit in view.entries(at - 1, "operator")):
            return False  # a form of its own only behind a negation (لم يقل): elsewhere another verb is written so
        return aspect == "participle" or self._conditional(at) or not self._governed(at)

    def _headed(self, number: int, at: int, aspect: str) -> bool:
        """Whether a verb at the head of its sentence was read as the head of a name that nobody knows (حشد الكرملين)."""
        view, reference = self.view, self.view.reference(number)
        first = view.sentence(at).first
        return aspect == "past" and reference.thing is None and reference.first == at and at - first <= 1 and at + 1 < len(view.tokens)

    def _noun(self, hit: Hit[Entry]) -> bool:
        """Whether a masdar written like a verb stands where a noun does: behind an article, a preposition or its like."""
        view, at = self.view, hit.first
        twin = any(h.entry.aspect in _FINITE and h.entry.row == hit.entry.row and not h.entry.bound for h in view.entries(at, "act"))
        if not twin:
            return True
        return (
            view.article(at)
            or self._governed(at)
            or (hit.last < len(view.tokens) and view.tokens[hit.last].part == "pronoun" and not self._free(at))
        )

    def _free(self, at: int) -> bool:
        """Whether a word stands at the head of its sentence or behind «and»."""
        return at == self.view.sentence(at).first or self.view.tokens[at - 1].part == "proclitic"

    def _conditional(self, at: int) -> bool:
        """Whether a word stands right before that takes a clause: «في حال غزت», «منذ اندلعت»."""
        return any(
            hit.last == at for first in range(max(at - 3, 0), at) for hit in self.view.entries(first, "operator") if not hit.entry.aspect
        )

    def _governed(self, at: int) -> bool:
        """Whether a preposition, or a word that takes a noun, stands right before."""
        if at == 0:
            return False
        before = self.view.tokens[at - 1]
        if before.part == "proclitic" and before.word == self.view.tokens[at].word:
            return before.key not in self.view.verbal
        construct = any(self.view.used(n, "construct") == at for n in (at - 1, at - 2)) and not self.view.article(at - 1)
        return (
            construct
            or before.key in self.prepositions
            or self.view.cue_at.get(at - 1) in _REPORTING  # «مؤكدة دعمها», «تؤكد رفضها»: no verb stands right behind another
            or any(h.last == at for h in self.view.entries(at - 1, "reset"))
            or self._masdar(at - 1)
            or self._carried_on(at)
        )

    def _masdar(self, at: int) -> bool:
        """Whether the masdar of a carrying verb stands at a token: «تنفيذ قصف»."""
        return any(hit.entry.aspect == "masdar" and hit.last == at + 1 for hit in self.view.entries(at, "light")) and not self.view.article(
            at
        )

    def _carried_on(self, at: int) -> bool:
        """Whether a word with a pronoun is the object of a verb that carries it, behind its subject: «واصلت أنقرة قصفها»."""
        view, number = self.view, self.view.covering[at - 1]
        if number is None or at + 1 >= len(view.tokens) or view.tokens[at + 1].part != "pronoun":
            return False
        verb = view.reference(number).first - 1
        return verb >= 0 and view.finite(verb) and any(self.lights[h.entry.row].subject == "actor" for h in view.entries(verb, "light"))

    def _beside(self, hit: Hit[Entry], entry: Act, sentence: Sentence) -> tuple[int, int] | None:
        """The words that a verb needs behind it, where they stand: past its subject and times, within a few words."""
        view, at, left = self.view, hit.last, _WITHIN if entry.within else _BESIDE
        while at < sentence.last and left >= 0:
            at = view.past(at, sentence)
            if (last := view.beside(at, hit.entry.row, len(view.tokens))) is not None:
                return at, last
            if entry.near and (best := self._close_by(at, entry)) is not None:
                return best
            inside = entry.within and at < sentence.last and view.used(at, "that") is not None
            if not inside and (view.stops(at, sentence) or (at > hit.last and view.finite(at) and not entry.within)):
                break
            number = view.covering[at]
            if number is not None and at not in view.time_at:
                at += 1
                continue
            if at not in view.time_at and view.tokens[at].part not in ("article", "pronoun"):
                left -= 1
            at += 1
        return self._ahead(hit, sentence) if hit.entry.aspect in _FINITE else None

    def _close_by(self, at: int, entry: Act) -> tuple[int, int] | None:
        """The entity of a kind that a verb needs behind it, or the people counted, that begins at a token with no preposition before."""
        view = self.view
        before = at - 1 - view.article(at)
        if view.key(before) in self.prepositions or (view.tokens[before].part == "proclitic" and view.key(before) != AND):
            return None
        number = view.starting.get(at)
        if number is not None and view.resolved(number).entity.kind in entry.near:
            return at, view.reference(number).last
        quantity = view.quantity_at.get(at) if "people" in entry.near else None
        if quantity is not None and view.doc.quantities[quantity].unit in self.persons:
            last = next(n for n in range(at + 1, len(view.tokens) + 1) if view.quantity_at.get(n) != quantity)
            return at, last
        return None

    def _ahead(self, hit: Hit[Entry], sentence: Sentence) -> tuple[int, int] | None:
        """The same before a verb, in the subject that stands there: «المقاتلات أقلعت»."""
        view = self.view
        for at in range(hit.first - 1, max(hit.first - _BESIDE, sentence.first) - 1, -1):
            if view.stops(at, sentence) or view.comma(at) or view.tokens[at].part == "proclitic" or view.key(at) in self.prepositions:
                return None
            if (last := view.beside(at, hit.entry.row, hit.first)) is not None:
                return at, last
        return None

    # light verbs

    def _carry(self, trigger: Trigger, sentence: Sentence) -> None:
        """Joins the light verb that carries a noun of event: right behind it with its subject, or before it."""
        if trigger.finite:
            return
        behind, before = self._behind(trigger, sentence), self._before(trigger, sentence)
        about = behind is not None and self.view.tokens[min(behind.last, sentence.last - 1)].part == "pronoun"
        if before is not None and not about and (behind is None or self.lights[before.entry.row].subject != "event"):
            trigger.verb, trigger.struck = before, behind
        elif behind is not None:
            trigger.verb, trigger.after, trigger.struck = behind, True, behind
        if trigger.verb is not None:
            trigger.light = self.lights[trigger.verb.entry.row]

    def _behind(self, trigger: Trigger, sentence: Sentence) -> Hit[Entry] | None:
        """«غارات شنتها طائرات», «هجوم استهدف», «اشتباكات اندلعت»: the first word behind the noun and its adjectives."""
        view, at, left = self.view, trigger.last, 4
        while at < sentence.last and left > 0:
            if view.key(at) in (".", ":", ";") or view.tokens[at].part == "proclitic" or view.key(at) in _BARS or view.entries(at, "reset"):
                return None
            if at in view.time_at or view.comma(at):
                at += 1
                continue
            for hit in view.entries(at, "light") if view.finite(at) else ():
                if hit.entry.aspect in ("past", "present", "jussive") and self._fits(hit, trigger):
                    return hit
            if at > trigger.last and at in view.starting:
                return None
            left -= view.tokens[at].part not in ("article", "mark")
            at += 1
        return None

    def _before(self, trigger: Trigger, sentence: Sentence) -> Hit[Entry] | None:
        """«شنت طائرات التحالف عشر غارات»: the nearest verb before the noun, past its subject, in the same clause."""
        view, at = self.view, trigger.first - 1
        left = _CARRIER
        while at >= sentence.first and left > 0:
            if view.entries(at, "reset") and view.covering[at] is None and view.used(at, "place") is None:
                return None  # «ردا على», written like «they answered»
            if view.used(at, "that") is not None:
                return None  # «أعلن أن إرسال القوات خطأ»
            hits = [hit for hit in view.entries(at, "light") if hit.last <= trigger.first and self._fits(hit, trigger)]
            if hits and view.covering[at] is None and not view.article(at):
                return min(hits, key=lambda hit: not self.lights[hit.entry.row].types)
            if view.key(at) in (".", ":", ";") or (view.finite(at) and at not in view.time_at) or self._joint(at, trigger):
                return None
            if (
                view.covering[at] is None
                and at not in view.time_at
                and at not in view.quantity_at
                and view.tokens[at].part not in ("article", "pronoun")
            ):
                left -= 1
            at -= 1
        return None

    def _joint(self, at: int, trigger: Trigger) -> bool:
        """Whether a token parts a noun from the verb before it: «to» on the noun, «and» with no name behind it."""
        view = self.view
        if view.tokens[at].part != "proclitic":
            return False
        if view.key(at) == AND:
            return view.covering[at + 1] is None and view.covering[at - 1] is None and at + 1 != trigger.first
        return False

    def _fits(self, hit: Hit[Entry], trigger: Trigger) -> bool:
        light = self.lights[hit.entry.row]
        if light.subject == "event" and light.object == "event" and hit.first < trigger.first and self.view.apart(trigger.first):
            return False
        to = self.view.key(trigger.first - 1) == _FOR and self.view.tokens[trigger.first - 1].part == "proclitic"
        to = to and hit.entry.aspect != "masdar"  # «تقديم طهران لتنازلات»
        if to and light.subject != "recipient" and hit.last < trigger.first - 1 and hit.first < trigger.first:
            return False
        return not light.types or trigger.kind.type in light.types

    def frame(self, trigger: Trigger) -> Frame:
        """The frame of a trigger's entry, or else of its kind."""
        return self.view.frames[trigger.frame]

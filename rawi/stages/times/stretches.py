"""Stretches of time as they are written: «ساعتين», «أكثر من 37 عاما ونصف العام», «الأيام المقبلة», «(7) سنوات»."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from rawi.lang.numerals import Number, read_number
from rawi.lang.terms import Feature
from rawi.stages.times.passage import Passage

_ORDER = "SNHDWMY"
TIMES = {"10Y": 10, "100Y": 100}
_SMALLER = {"H": ("N", 60), "Y": ("M", 12), "D": ("H", 24), "M": ("D", 30), "10Y": ("Y", 10), "100Y": ("Y", 100), "N": ("S", 60)}
_DATED = frozenset(("month", "hijri", "weekday", "ordinal", "shift", "day"))
_HALVES = {"Y": (6, "M"), "H": (30, "N"), "D": (12, "H"), "M": (15, "D"), "N": (30, "S")}
_PIECES = 3  # smaller units that a stretch may go on with
_VAGUE = {"S": "PTXS", "N": "PTXM", "H": "PTXH", "D": "PXD", "W": "PXW", "M": "PXM", "Y": "PXY", "10Y": "PXY", "100Y": "PXY"}


class Stretch(NamedTuple):
    """So many units: terms up to `last`; `amount` None where the page says only "some"; `pieces` are the smaller units that follow."""

    first: int
    last: int
    unit: str
    amount: Decimal | None
    pieces: tuple[tuple[Decimal, str], ...] = ()
    half: bool = False
    shift: int | None = None
    bare: bool = False

    @property
    def value(self) -> str:
        """The TIMEX3 value of the stretch."""
        if self.amount is None:
            return _VAGUE[self.unit]
        main = (self.amount * TIMES.get(self.unit, 1), self.unit.lstrip("01"))
        dated = "".join(f"{n.normalize():f}{unit}" for n, unit in (main, *self.pieces) if unit in "DWMY")
        timed = "".join(f"{n.normalize():f}{'M' if unit == 'N' else unit}" for n, unit in (main, *self.pieces) if unit in "SNH")
        return f"P{dated}T{timed}" if timed else f"P{dated}"


def read_stretch(passage: Passage, at: int, led: bool | None = None) -> Stretch | None:
    """The stretch that begins at a term; `led` where a word such as "ago" stands before it."""
    if not 0 <= at < len(passage.terms):
        return None
    found = _counted(passage, at) or _parted(passage, at) or _dual(passage, at) or _plural(passage, at, led) or _single(passage, at, led)
    return _shifted(passage, _with_more(passage, found)) if found else None


def _unit(passage: Passage, at: int) -> Feature | None:
    return passage.terms.follows(at, "unit")


def _counted(passage: Passage, at: int) -> Stretch | None:
    """A number and its unit, «ثلاثة أيام», or the plural and its number, «الأيام الثلاثة», «الساعات الـ24»."""
    terms = passage.terms
    number = _number(passage, at)
    if number:
        unit = _unit(passage, number.last)
        if unit and not terms[number.last].definite and (unit.number != "d"):
            if (unit.value == "S" and not terms.number(at)) or (unit.value == "10Y" and not _led(passage, at)):
                return None
            if unit.number == "s" and (terms.number(number.last + 1) or terms.follows(number.last + 1, "weekday")):
                return None
            first = at - 1 if passage.terms.mark(number.last - 1, ')"') else at
            return Stretch(first, number.last + 1, str(unit.value), number.value)
        return _elliptic(passage, at, number.last, number.value) or _low_end(passage, at, number)
    unit = terms.has(at, "unit")
    follows = at + 1 < len(terms) and terms[at + 1].definite and not terms[at + 1].proclitics
    if unit and unit.number == "p" and terms[at].definite and follows:
        number = read_number(terms, at + 1)
        if number:
            return Stretch(at, number.last, str(unit.value), number.value)
    return None


def _number(passage: Passage, at: int) -> Number | None:
    """The number at a term; up to the closing bracket or mark where it stands in one, «(7) سنوات»."""
    terms = passage.terms
    number = read_number(terms, at)
    if number and terms.mark(at - 1, '("') and terms.mark(number.last, ')"') and _unit(passage, number.last + 1):
        return number._replace(last=number.last + 1)
    return number


def _low_end(passage: Passage, at: int, number: Number) -> Stretch | None:
    """The lower end of a range of stretches, «من 5 إلى 15 عاما», «بين ثلاث وخمس سنوات»: its unit is the upper one's."""
    terms, joint = passage.terms, number.last
    paired = joint < len(terms) and terms[joint].proclitics == ("and",) and passage.before(at, "between")
    if not (paired or terms.follows(joint, "to") or terms.has(joint, "joint")) or terms[at].definite:
        return None
    upper = joint if paired else joint + 1
    high = read_number(terms, upper) if upper < len(terms) and (paired or not terms[upper].proclitics) else None
    falling = passage.before(at, "from") is not None and not paired  # «من 11 إلى 3 ساعات»
    unit = _unit(passage, high.last) if high and (high.value > number.value or falling) else None
    return Stretch(at, number.last, str(unit.value), number.value) if unit and unit.number != "d" and unit.value != "S" else None


def _elliptic(passage: Passage, at: int, last: int, value: Decimal) -> Stretch | None:
    """«الأعوام الـ8 أو الـ10 القادمة»: a definite number before "next" goes on the unit just told."""
    terms = passage.terms
    shift = terms.follows(last, "shift")
    if not (terms[at].definite and shift and terms[last].definite):
        return None
    for back in range(at - 1, max(at - 5, -1), -1):
        unit = terms.has(back, "unit")
        if unit and unit.number == "p":
            return Stretch(at, last + 1, str(unit.value), value)
    return None


def _parted(passage: Passage, at: int) -> Stretch | None:
    """«نصف ساعة», «ربع قرن», «ثلاثة أرباع الساعة»."""
    terms = passage.terms
    part, unit = terms.has(at, "fraction"), _unit(passage, at + 1)
    if part is None or unit is None or terms[at].definite or unit.number != "s" or (terms[at + 1].definite and unit.value != "H"):
        return None
    share = Decimal(str(part.value))
    smaller = _SMALLER.get(str(unit.value))
    if smaller is None or (share * smaller[1]) % 1:
        return None
    return Stretch(at, at + 2, smaller[0], share * smaller[1])


def _dual(passage: Passage, at: int) -> Stretch | None:
    terms = passage.terms
    unit = terms.has(at, "unit")
    if unit is None or unit.number != "d" or terms[at].pronoun or _is_adjective(passage, at):
        return None
    if (unit.value == "10Y" and not _led(passage, at)) or terms.has(at + 1, "weekday") or terms.number(at + 1):
        return None
    if terms[at].definite and not terms.follows(at + 1, "shift"):
        return None
    if unit.shy:  # «يومي الأحد والاثنين», «بشكل يومي»
        return None
    last = at + 2 if terms.follows(at + 1, "one") else at + 1
    return Stretch(at, last, str(unit.value), Decimal(2))


def _is_adjective(passage: Passage, at: int) -> bool:
    """Whether عامين is the adjective "public" of the dual before it: «مقرين عامين»."""
    noun = passage.terms.has(at - 1, "noun")
    return noun is not None and noun.number == "d" and not passage.terms[at - 1].definite and not passage.terms[at].proclitics


def _plural(passage: Passage, at: int, led: bool | None) -> Stretch | None:
    """Some units: «سنوات» after a preposition, «عدة أعوام», «أيام قليلة», «الأسابيع الأخيرة»."""
    terms = passage.terms
    few = terms.has(at, "few") is not None and not terms[at].definite
    first = at + 1 if few else at
    unit = terms.has(first, "unit") if first == at else terms.follows(first, "unit")
    if unit is None or unit.number != "p" or terms[first].pronoun:
        return None
    last = first + 1
    if terms[first].definite:
        if few or not (terms.follows(last, "few-after") or (terms.follows(last, "shift") and terms[last].definite)):
            return None
        last = last + 1 if terms.follows(last, "few-after") and terms[last].definite else last
        return Stretch(at, last, str(unit.value), None) if terms.follows(last, "shift") else None
    if terms.follows(last, "few-after"):
        return Stretch(at, last + 1, str(unit.value), None)
    if terms.has(last, "feast") and not terms[last].proclitics:  # «أيام عيد الفطر»
        return None
    if few or led or _led(passage, at):
        followed = last < len(terms) and terms[last].definite and not terms[last].proclitics
        return None if followed and not few else Stretch(at, last, str(unit.value), None)
    return None


def _single(passage: Passage, at: int, led: bool | None) -> Stretch | None:
    """One unit: «دقيقة واحدة», or the bare noun after a preposition of time, «قبل شهر», «خلال أسبوع»."""
    terms = passage.terms
    unit = terms.has(at, "unit")
    if unit is None or unit.number != "s" or terms[at].pronoun or unit.value == "S":
        return None
    half = terms.has(at + 1, "fraction") is not None and terms[at + 1].proclitics == ("and",)
    if half and (not terms[at].definite or (_unit(passage, at + 2) is not None and terms.has(at + 3, "shift"))):
        return Stretch(at, at + 1, str(unit.value), Decimal(1))
    if terms[at].definite:
        return None
    if at + 1 < len(terms) and terms[at + 1].proclitics == ("and",) and (piece := _piece(passage, at + 1)):  # «سنة وشهرين»
        less = str(unit.value) in _ORDER and _ORDER.index(piece[2]) < _ORDER.index(str(unit.value))
        if less:
            return Stretch(at, at + 1, str(unit.value), Decimal(1))
    one = terms.follows(at + 1, "one")
    if one and one.value == 1 and not terms[at + 1].definite:
        return Stretch(at, at + 2, str(unit.value), Decimal(1))
    if terms.has(at + 1, "whole") and not terms[at + 1].definite and terms[at + 1].proclitics in ((), ("by",)) and unit.value != "N":
        return Stretch(at, at + 2, str(unit.value), Decimal(1))
    if (
        not (led or _led(passage, at))
        or (unit.value == "10Y" and not terms.has(at - 1, "bound"))
        or (at + 1 < len(terms) and _goes_on(passage, at + 1))
    ):
        return None
    return Stretch(at, at + 1, str(unit.value), Decimal(1), bare=True)


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether the noun after a bare unit makes it a date or a kind of day: «شهر رمضان», «يوم الاقتراع», «عام 2003»."""
    terms = passage.terms
    if terms[at].proclitics or terms[at].part == "mark" or (terms.has(at, "shift") and not terms[at].definite):  # «شهر مضى»
        return False
    return terms[at].definite or terms[at].part == "number" or not _DATED.isdisjoint(terms[at].features)


def _led(passage: Passage, at: int) -> bool:
    """Whether a preposition of time stands before a term, or ل before its word (لمدة, لسنوات)."""
    terms = passage.terms
    if any(p == "for" for p in terms[at].proclitics):
        return True
    if terms.has(at - 1, "bound") and not terms[at].proclitics:  # «أكثر من عام»
        return True
    return passage.before(at, "before", "since", "after", "during") is not None and not [p for p in terms[at].proclitics if p != "and"]


def _with_more(passage: Passage, found: Stretch) -> Stretch:
    """With a half («ونصف العام») or smaller units («وثلاثة أشهر», «وشهر و21 يوما») added."""
    terms, least = passage.terms, found.unit.lstrip("01")
    while found.amount is not None and found.last < len(terms) and terms[found.last].proclitics == ("and",) and len(found.pieces) < _PIECES:
        at = found.last
        fraction = terms.has(at, "fraction")
        if fraction and fraction.value == 0.5 and not found.pieces:
            return _and_half(found, at + 2 if _unit(passage, at + 1) else at + 1)
        piece = _piece(passage, at)
        if piece is None or _ORDER.index(piece[2]) >= _ORDER.index(least):
            break
        last, amount, least = piece
        found = found._replace(last=last, pieces=(*found.pieces, (amount, least)))
    return found


def _and_half(found: Stretch, last: int) -> Stretch:
    """With half a unit more, told in smaller units where there are whole ones: «عام ونصف» is a year and six months."""
    if found.unit not in _HALVES:
        return found._replace(last=last, amount=(found.amount or 0) + Decimal("0.5"), half=True)
    number, unit = _HALVES[found.unit]
    return found._replace(last=last, pieces=((Decimal(number), unit),), half=True)


def _piece(passage: Passage, at: int) -> tuple[int, Decimal, str] | None:
    """A smaller unit after "and": a number of it, two, or one."""
    terms = passage.terms
    number = read_number(terms, at)
    if number:
        unit = _unit(passage, number.last)
        return (number.last + 1, number.value, str(unit.value)) if unit and str(unit.value) in _ORDER and unit.number != "d" else None
    unit = terms.has(at, "unit")
    if unit is None or terms[at].definite or terms[at].pronoun or unit.shy or unit.number == "p" or str(unit.value) not in _ORDER:
        return None
    goes_on = at + 1 < len(terms) and _goes_on(passage, at + 1)
    return None if goes_on or unit.value == "S" else (at + 1, Decimal(2 if unit.number == "d" else 1), str(unit.value))


def _shifted(passage: Passage, found: Stretch) -> Stretch:
    """With «الماضية», «المقبلة», «القادمة» after it."""
    terms = passage.terms
    shift = terms.follows(found.last, "shift")
    if shift and found.bare and not terms[found.last].definite and shift.value == -1:  # «منذ شهر مضى» is no more than «منذ شهر»
        return found._replace(last=found.last + 1)
    if shift and isinstance(shift.value, int) and (terms[found.last].definite or not found.bare):
        definite = terms[found.last].definite or shift.shy
        if definite or shift.value == -1:
            return found._replace(last=found.last + 1, shift=shift.value)
    before = terms.has(found.last - 1, "shift") if found.last - 1 > found.first else None
    if before and isinstance(before.value, int):
        return found._replace(shift=before.value)
    return found

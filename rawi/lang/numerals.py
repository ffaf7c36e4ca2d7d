"""Numbers in a text: digits of either script with their separators, words of any size, and both mixed (1.5 مليون, 12 ألفا و500)."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from rawi.lang.terms import Feature, Term, Terms

_NUMERIC = ("zero", "one", "ten", "tens", "hundred", "hundreds", "scale", "scale-or-two", "scales", "two-scales")
BEGINNERS = frozenset((*_NUMERIC, "part-of-scale"))
"""Kinds of words that a number can begin with."""
_LONGEST = 20  # digits and separators: longer runs are no numbers
_TURNED = "\N{RIGHT-TO-LEFT MARK}"
_EMBEDDED = frozenset("\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}\N{LEFT-TO-RIGHT MARK}")
_TANWIN = "\N{ARABIC FATHATAN}"


class Number(NamedTuple):
    """Terms up to `last` (not included) say `value`; `last_kind` is the kind of the last number word, `digit` for digits."""

    last: int
    value: Decimal
    last_kind: str


class _State(NamedTuple):
    """A number half read: closed scaled parts, the part still open, the last kind, word value and scale."""

    total: Decimal
    open: Decimal
    kind: str
    word: Decimal
    scale: Decimal


def read_number(terms: Terms, at: int) -> Number | None:
    """The number that begins at a term, as long as it goes; None where none does or where it is vague (آلاف, عشرات)."""
    if not 0 <= at < len(terms) or not begins_number(terms[at]):
        return None
    started = _start(terms, at)
    if started is None:
        return None
    last, state = started
    if state.kind == "digit" and terms.mark(at - 1, "(") and terms.mark(last, ")") and _go_on(terms, last + 1, state):
        last += 1  # «(1500) مليون»
    while (step := _go_on(terms, last, state)) is not None:
        last, state = step
    return Number(last, state.total + state.open, state.kind)


def begins_number(term: Term) -> bool:
    """Whether a number can begin with a term."""
    return term.part == "number" or not BEGINNERS.isdisjoint(term.features)


def read_share(terms: Terms, at: int) -> Decimal | None:
    """What a share at a term is worth: «ثلث» a third."""
    share = terms.has(at, "share")
    if share is None:
        return None
    over, _, under = str(share.value).partition("/")
    return Decimal(over) / Decimal(under or "1")


def plain(value: Decimal) -> int | float:
    """The number as the record writes it: whole numbers without a fraction."""
    return int(value) if value == value.to_integral_value() else float(value)


def _word(terms: Terms, at: int) -> Feature | None:
    features = terms[at].features
    for kind in _NUMERIC:
        if kind in features:
            return features[kind]
    return None


def _start(terms: Terms, at: int) -> tuple[int, _State] | None:
    if digits := read_digits(terms, at):
        last, value = digits
        return last, _State(Decimal(0), value, "digit", value, Decimal(0))
    word = _word(terms, at)
    if word is None:
        return _part_of_scale(terms, at)
    if terms[at].pronoun:
        return None
    value, none = Decimal(str(word.value)), Decimal(0)
    if word.kind in ("scale", "scale-or-two", "two-scales"):
        two = word.kind == "two-scales" or (word.kind == "scale-or-two" and _is_dual(terms, at))
        return at + 1, _State(value * 2 if two else value, none, "scale", value, value)
    if word.kind == "scales":
        return None
    return at + 1, _State(none, value, word.kind, value, none)


def _is_dual(terms: Terms, at: int) -> bool:
    """Whether ألفا and the like are a dual before its noun (two thousand) and not an accusative (a thousand)."""
    term = terms[at]
    if _TANWIN in terms.text[term.start : term.end + 1] or at + 1 >= len(terms):
        return False
    after = terms[at + 1]
    return after.part == "stem" and not after.definite and after.proclitics == ()


def _part_of_scale(terms: Terms, at: int) -> tuple[int, _State] | None:
    """نصف مليون: a part of the scale that follows at once."""
    part = terms.has(at, "part-of-scale")
    scale = terms.follows(at + 1, "scale")
    if part is None or scale is None:
        return None
    value, none = Decimal(str(scale.value)), Decimal(0)
    return at + 2, _State(Decimal(str(part.value)) * value, none, "part", value, none)


def _go_on(terms: Terms, at: int, state: _State) -> tuple[int, _State] | None:
    """The state after one more number word, or None where the number ends."""
    if at >= len(terms):
        return None
    proclitics = terms[at].proclitics
    if proclitics == ("and",):
        return _add(terms, at, state)
    return _multiply(terms, at, state) if not proclitics else None


def _multiply(terms: Terms, at: int, state: _State) -> tuple[int, _State] | None:
    """Words that follow at once: ten after a unit, a hundred or a scale after what it multiplies."""
    word = _word(terms, at)
    if word is None:
        return None
    value, none = Decimal(str(word.value)), Decimal(0)
    if word.kind == "ten" and state.kind == "one" and state.word < 10:
        return at + 1, state._replace(open=state.open + value, kind="tens")
    if word.kind == "hundred" and state.kind == "one" and 3 <= state.word <= 9:
        return at + 1, state._replace(open=state.open + state.word * (value - 1), kind="hundred")
    if word.kind in ("scale", "scales", "scale-or-two") and state.open and (not state.scale or value < state.scale):
        amount = _decimal(terms, at - 1, state) if state.kind == "digit" else state.open
        return at + 1, _State(state.total + amount * value, none, "scale", value, value)
    if word.kind in ("scale", "scales") and state.kind == "scale" and value > state.scale and state.total < value:  # ألف مليون
        return at + 1, _State(state.total * value, none, "scale", value, value)
    return None


def _decimal(terms: Terms, at: int, state: _State) -> Decimal:
    """Digits before a scale: one point is a decimal one there, whatever follows it («1.375 مليون»)."""
    digits = terms.number(at) or ""
    whole, point, part = digits.partition(".")
    return Decimal(digits) if point and whole.isdigit() and part.isdigit() else state.open


def _add(terms: Terms, at: int, state: _State) -> tuple[int, _State] | None:
    """Words joined by "and": tens after a unit, smaller parts after a hundred or a scale."""
    if state.kind == "scale" and (part := terms.has(at, "part-of-scale")):
        last = at + 2 if terms.follows(at + 1, "scale") else at + 1
        return last, _State(state.total + Decimal(str(part.value)) * state.scale, Decimal(0), "part", state.word, Decimal(0))
    if digits := read_digits(terms, at):
        last, value = digits
        if state.kind == "scale" and value < state.scale and _is_part(terms, last, state.scale):
            return last, state._replace(open=value, kind="digit", word=value)
        return None
    word = _word(terms, at)
    if word is None or terms[at].definite != (state.kind == "one" and terms[at].definite):
        return None
    value = Decimal(str(word.value))
    fits = (
        (word.kind == "tens" and value >= 20 and state.kind == "one" and state.word < 10)
        or (word.kind in ("one", "ten", "tens") and state.kind in ("hundred", "hundreds"))
        or (word.kind in ("one", "ten", "tens", "hundred", "hundreds") and state.kind == "scale")
    )  # fmt: skip
    if fits:
        return at + 1, state._replace(open=state.open + value, kind=word.kind, word=value)
    if word.kind in ("scale", "two-scales", "scale-or-two") and state.kind == "scale" and value < state.scale:
        return at + 1, _State(state.total + value * (2 if word.kind == "two-scales" else 1), Decimal(0), "scale", value, value)
    return None


def _is_part(terms: Terms, last: int, scale: Decimal) -> bool:
    """Whether digits after "million and" go on the number: «12 ألفا و500», «مليون و20 شخصا»; not a day, nor «180 ألفا و482 ألفا»."""
    following = _word(terms, last) if last < len(terms) and not terms[last].proclitics else None
    larger = following is not None and following.kind.startswith("scale") and Decimal(str(following.value)) >= scale
    return terms.has(last, "month") is None and not terms.mark(last, "/:") and not larger


def read_digits(terms: Terms, at: int) -> tuple[int, Decimal] | None:
    """The value of digits at a term and the term after them.

    «3.‏5» with a right-to-left mark before its second half was typed turned round, and is 5.3; so is «3ر5», as agencies write it.
    """
    digits = terms.number(at)
    if digits is None or len(digits) > _LONGEST:
        return None
    whole = terms.number(at + 2)
    if whole and terms.glued(at + 1) and terms.glued(at + 2) and whole.isdigit() and len(whole) < _LONGEST:
        gap = terms.text[terms[at].end : terms[at + 2].start]
        if digits.isdigit() and (terms.follows(at + 1, "decimal") or (terms.mark(at + 1, ".,") and _TURNED in gap)):
            return at + 3, Decimal(whole + digits if digits == "000" else f"{whole}.{digits}")
        if terms.mark(at + 1, ".,") and not _EMBEDDED.isdisjoint(gap):
            return at + 3, digits_value(f"{digits}{terms[at + 1].key}{whole}")
    return at + 1, digits_value(digits)


def digits_value(digits: str) -> Decimal:
    """What a run of digits with separators is worth.

    Groups of three after a separator used twice, or after a comma, are thousands; after one point too where nothing scales it.

    >>> [str(digits_value(d)) for d in ("1.234.567", "100,000", "10,5", "5.4", "3.500")]
    ['1234567', '100000', '10.5', '5.4', '3500']
    """
    marks = {c for c in digits if not c.isdigit()}
    groups = digits.replace(",", ".").split(".")
    threes = all(len(g) == 3 for g in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0] != "0"
    if not marks:
        return Decimal(digits)
    if len(marks) == 1 and threes:
        return Decimal("".join(groups))
    if len(groups) > 2 and len(groups[-1]) != 3 and all(len(g) == 3 for g in groups[1:-1]):  # «12,220,13»
        return Decimal("".join(groups[:-1]) + "." + groups[-1])
    if len(groups) == 2:
        return Decimal(f"{groups[0]}.{groups[1]}")
    return Decimal("".join(groups))

"""Digits that count nothing: names (المادة 51), dates, scores, pages, telephones, ages (في الـ19 من عمره)."""

from __future__ import annotations

from rawi.lang.counted import Nouns
from rawi.lang.terms import Terms

_SCORE = 3  # digits of a score are fewer
_LONGEST = 9  # digits of a count; more without a separator are a telephone or a code


def is_label(terms: Terms, nouns: Nouns, at: int, last: int, *, ranged: bool = False) -> bool:
    """Whether the number in terms `at` up to `last` is a label; `ranged` where a dash after it may lead to the end of a range."""
    term = terms[at]
    if terms.has(at - 1, "label") and not term.proclitics:
        return True
    counted = terms.number(at - 3) or terms.has(at - 3, "scale") or terms.has(at - 3, "scales")  # «86 مليار يورو (94 مليار دولار)»
    if terms.mark(at - 1, '("') and terms.has(at - 2, "label") and not counted:
        return True
    if (terms.has(last, "of") and terms.has(last + 1, "age")) or terms.has(last, "plus") or terms.has(at - 1, "plus"):
        return True
    if term.part != "number":
        return False
    return _after_mark(terms, at) or _before_mark(terms, nouns, last, ranged) or _telephone(term.key, last == at + 1)


def _after_mark(terms: Terms, at: int) -> bool:
    before, glued = (terms[at - 1] if at else None), terms.glued(at)
    if before is None:
        return False
    latin = before.key.isascii() and before.key.isalpha()
    if latin or terms.mark(at - 1, "+#_@") or (glued and terms.mark(at - 1, "/:\\.,")):
        return True
    if terms.mark(at - 1, "-") and terms.number(at - 2) and glued and terms.glued(at - 1):
        return len(terms.number(at - 2) or "") <= len(terms[at].key) < _SCORE and (terms.number(at - 2) or "") > terms[at].key  # «4-1»
    return terms.mark(at - 1, "-") and not terms.number(at - 2) and glued


def _before_mark(terms: Terms, nouns: Nouns, last: int, ranged: bool) -> bool:
    if terms.mark(last, "/:+"):
        return True
    if terms.mark(last, "-") and terms.number(last + 1) and not ranged and nouns.after(last + 2, None) is None:
        return True
    return last < len(terms) and terms.glued(last) and terms[last].key.isascii() and terms[last].key.isalpha()


def _telephone(digits: str, whole: bool) -> bool:
    odd = len(digits) > _LONGEST or (len(digits) > 1 and digits[0] == "0")
    return digits.isdigit() and odd and whole

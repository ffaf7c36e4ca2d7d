"""The spellings of a name that newspapers mix, beyond what folding makes equal, and the forms of adjectives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rawi.world.schema import Grammar
from rawi.world.things import NameForm


def spellings(name: str, grammar: Grammar, *, foreign: bool = False) -> Iterator[str]:
    """A name in every spelling that the rules know, the given one first; foreigners' names with Cairo's ج too.

    >>> from rawi.world.tables import load_grammar
    >>> list(spellings("عبد الله الأمريكي", load_grammar()))
    ['عبد الله الأمريكي', 'عبدالله الأمريكي', 'عبد الله الأميركي', 'عبدالله الأميركي']
    >>> list(spellings("نورالدين عبدالعزيز", load_grammar()))
    ['نورالدين عبدالعزيز', 'نور الدين عبد العزيز']
    """
    names = [name]
    for one, other in grammar.respelled:
        names += [n.replace(a, b) for n in names for a, b in ((one, other), (other, one)) if a in n]
    if foreign:
        for one, other in grammar.foreign:
            names += [n.replace(one, other) for n in names if one in n]
    for spelled in dict.fromkeys(names):
        yield spelled
        words = spelled.split()
        for other in (_joined(words, grammar), " ".join(part for word in words for part in _apart(word, grammar))):
            if other != spelled:
                yield other


def _joined(words: list[str], grammar: Grammar) -> str:
    out: list[str] = []
    glue = False
    for word in words:
        if out and (glue or word in grammar.joined_after):
            out[-1] += word
        else:
            out.append(word)
        glue = word in grammar.joined_before
    return " ".join(out)


def _apart(word: str, grammar: Grammar) -> tuple[str, ...]:
    """The two words that newsrooms write together in one: عبدالعزيز, نورالدين."""
    for first in grammar.joined_before:
        if word.startswith(first + grammar.article) and len(word) > len(first + grammar.article) + 1:
            return first, word.removeprefix(first)
    for last in grammar.joined_after:
        if word.endswith(last) and len(word) > len(last) + 1:
            return word.removesuffix(last), last
    return (word,)


def family(name: str, grammar: Grammar) -> str | None:
    """The last word of a person's name with what belongs to it; None where that is the whole name.

    >>> from rawi.world.tables import load_grammar
    >>> family("ستافان دي ميستورا", load_grammar()), family("أحمد داود أوغلو", load_grammar())
    ('دي ميستورا', 'داود أوغلو')
    """
    words = name.split()
    at = len(words) - 1
    while at > 0 and (words[at] in grammar.after_family or words[at - 1] in grammar.before_family):
        at -= 1
    return " ".join(words[at:]) if at > 0 else None


def inflected(adjective: str, grammar: Grammar) -> Iterator[tuple[str, NameForm]]:
    """The forms of an adjective: سعودي, سعودية, سعوديان … as adjective, سعوديون, سعوديين as demonym.

    >>> from rawi.world.tables import load_grammar
    >>> [form for form, kind in inflected("سعودي", load_grammar()) if kind == "demonym"]
    ['سعوديون', 'سعوديين', 'سعوديو']
    """
    yield adjective, "adjective"
    words = adjective.split()
    if words[-1].endswith(grammar.relation):
        for ending in grammar.endings.adjective:
            yield _ended(words, ending, grammar), "adjective"
        for ending in grammar.endings.demonym:
            yield _ended(words, ending, grammar), "demonym"


def _ended(words: list[str], ending: str, grammar: Grammar) -> str:
    return " ".join(word + ending if word.endswith(grammar.relation) else word for word in words)


def bare(word: str, grammar: Grammar) -> str:
    """A word without its article."""
    stem = word.removeprefix(grammar.article)
    return stem if len(stem) > 1 else word


def articled(words: Iterable[str], grammar: Grammar) -> tuple[str, ...]:
    """Words and phrases of adjectives without article and with it (before the first word, and before all), once each.

    >>> from rawi.world.tables import load_grammar
    >>> articled(["كوري جنوبي"], load_grammar())
    ('كوري جنوبي', 'الكوري جنوبي', 'الكوري الجنوبي')
    """
    out: list[str] = []
    for word in words:
        stems = [bare(part, grammar) for part in word.split()]
        out += [" ".join(stems), grammar.article + " ".join(stems), " ".join(grammar.article + stem for stem in stems)]
    return tuple(dict.fromkeys(out))

"""Questions of words: words, "phrases", and, or, not and brackets, made into what a full-text index understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rawi.errors import UsageError
from rawi.store.words import Peeler
from rawi.text.fold import QUOTE, fold

MOST = 200
"""Words and signs that a question may have."""

DEEPEST = 20
"""Brackets that may stand within brackets."""

_INSIDE = "'`\u00b4\u2018\u2019\u201a\u201b\u2039\u203a{}"  # stand within words and phrases, though folding takes them for quotation marks


class Sought(NamedTuple):
    """Words that must stand side by side; `prefix` where the last may go on."""

    keys: tuple[str, ...]
    prefix: bool = False


class Question(NamedTuple):
    """What an index is asked: rows that `match`, none that match `unless`; `sought` is what is to be marked in them."""

    match: str | None
    unless: str | None
    sought: tuple[Sought, ...]


class _Sign(NamedTuple):
    """A piece of a question: what it is, its words, and where it stands."""

    kind: Literal["words", "phrase", "and", "or", "not", "(", ")", "end"]
    text: str
    at: int


class _Node(NamedTuple):
    """A part of a question; `at` is where it begins."""

    kind: Literal["sought", "and", "or", "not"]
    parts: tuple[_Node, ...]
    at: int
    sought: Sought | None = None


def parse(words: str, peeler: Peeler) -> Question:
    """The question that somebody typed; raises UsageError that shows where it breaks off.

    >>> from rawi.lang.pack import load
    >>> parse('الحدود and not "مجلس الأمن"', Peeler(load())).match
    '(("حدود" OR "الحدود")) NOT ("مجلس امن")'
    """
    top = _Parser(words, peeler).top()
    left_out = _left_out(top)
    if left_out:
        return Question(None, " OR ".join(_match(part, words) for part in left_out), ())
    return Question(_match(top, words), None, tuple(_sought(top)))


def _left_out(node: _Node) -> list[_Node]:
    """The parts of a question that only says what is not wanted."""
    parts = node.parts if node.kind == "and" else (node,)
    return [part.parts[0] for part in parts] if all(part.kind == "not" for part in parts) else []


def _match(node: _Node, words: str) -> str:
    """A part as FTS5 understands it."""
    if node.sought:
        phrase = '"' + " ".join(node.sought.keys).replace('"', '""') + '"'
        return f"{phrase} *" if node.sought.prefix else phrase
    wanted = [part for part in node.parts if part.kind != "not"] if node.kind == "and" else list(node.parts)
    unwanted = [part.parts[0] for part in node.parts if part.kind == "not"] if node.kind == "and" else []
    for part in wanted if node.kind != "not" else [node]:
        if part.kind == "not":
            raise _broken(words, part.at, "`not` stands alone here", "Write it beside words that are wanted: WORDS not WORDS.")
    if not wanted:
        raise _broken(words, node.at, "`not` stands alone here", "Write it beside words that are wanted: WORDS not WORDS.")
    joint = " AND " if node.kind == "and" else " OR "
    match = joint.join(f"({_match(part, words)})" if part.parts else _match(part, words) for part in wanted)
    return f"({match}) NOT ({' OR '.join(_match(part, words) for part in unwanted)})" if unwanted else match


def _sought(node: _Node) -> Iterator[Sought]:
    if node.sought:
        yield node.sought
    elif node.kind != "not":
        for part in node.parts:
            yield from _sought(part)


def _broken(words: str, at: int, what: str, mend: str) -> UsageError:
    """The error that shows where a question breaks off."""
    shown = f"{words[max(0, at - 30) : at]}⟨HERE⟩{words[at : at + 30]}"
    return UsageError(f"{what}: {shown}", where=f"the question, character {at + 1}", mend=mend)


class _Parser:
    """Goes through the signs of one question."""

    def __init__(self, words: str, peeler: Peeler) -> None:
        self.words, self.peeler = words, peeler
        self.signs = [*self._signs(), _Sign("end", "", len(words))]
        self.at = self.depth = 0
        if len(self.signs) > MOST:
            raise _broken(words, self.signs[MOST].at, f"the question has more than {MOST} words", "Ask for less at a time.")

    def top(self) -> _Node:
        """The whole question."""
        node = self.either()
        if self.sign.kind == ")":
            raise self.broken("this bracket closes none", "Take it away, or open one before it.")
        if node is None:
            raise _broken(self.words, 0, "there are no words in the question", "Give words to look for.")
        return node

    @property
    def sign(self) -> _Sign:
        return self.signs[self.at]

    def broken(self, what: str, mend: str) -> UsageError:
        return _broken(self.words, self.sign.at, what, mend)

    def either(self) -> _Node | None:
        """Parts with `or` between them."""
        at, parts = self.sign.at, list[_Node]()
        while True:
            if part := self.both():
                parts.append(part)
            if self.sign.kind != "or":
                return _of("or", parts, at)
            self._after_operator(bool(parts))

    def both(self) -> _Node | None:
        """Parts with `and` between them, or nothing."""
        at, parts = self.sign.at, list[_Node]()
        while self.sign.kind not in ("or", ")", "end"):
            if self.sign.kind == "and":
                self._after_operator(bool(parts))
                continue
            if part := self.one():
                parts.append(part)
        return _of("and", parts, at)

    def one(self) -> _Node | None:
        """Words, a phrase, brackets, or one of them that is not wanted; None where a piece holds no word."""
        sign = self.sign
        self.at += 1
        if sign.kind == "not":
            return self._unwanted(sign)
        if sign.kind == "(":
            return self._bracket(sign)
        prefix = sign.kind == "words" and sign.text.endswith("*")
        keys = tuple(word.key for word in self.peeler.text(sign.text))
        if not keys:
            return None
        found = _Node("sought", (), sign.at, Sought(keys, prefix))
        written = fold(sign.text)
        if keys == (written,) or len(keys) > 1 or prefix or not written.isalnum():
            return found
        # the word may be taken apart wrongly by itself: as it is written it will do too
        return _Node("or", (found, _Node("sought", (), sign.at, Sought((written,)))), sign.at)

    def _unwanted(self, sign: _Sign) -> _Node | None:
        if self.sign.kind in ("and", "or", ")", "end"):
            raise self.broken("`not` wants words after it", "Name what is not wanted, or put `not` in quotation marks.")
        part = self.one()
        if part and part.kind == "not":
            return part.parts[0]
        return _Node("not", (part,), sign.at) if part else None

    def _bracket(self, sign: _Sign) -> _Node | None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _broken(self.words, sign.at, f"more than {DEEPEST} brackets within one another", "Ask more simply.")
        node = self.either()
        if self.sign.kind != ")":
            raise _broken(self.words, sign.at, "this bracket is not closed", "Close it with ).")
        self.at += 1
        self.depth -= 1
        return node

    def _after_operator(self, begun: bool) -> None:
        """Steps over `and` or `or`, which want words on both sides."""
        name, after = self.sign.kind, self.signs[self.at + 1].kind
        if not begun or after in ("and", "or", ")", "end"):
            side = "after" if begun else "before"
            raise self.broken(f"`{name}` wants words {side} it", f"Give them, or put `{name}` in quotation marks.")
        self.at += 1

    def _signs(self) -> Iterator[_Sign]:
        at, words = 0, self.words
        while at < len(words):
            char = words[at]
            if char in "()":
                yield _Sign("(" if char == "(" else ")", char, at)
                at += 1
            elif _quotes(char):
                end = next((n for n in range(at + 1, len(words)) if _quotes(words[n])), None)
                if end is None:
                    raise _broken(words, at, "this quotation mark is not closed", 'Close it with ".')
                yield _Sign("phrase", words[at + 1 : end], at)
                at = end + 1
            elif char.isspace():
                at += 1
            else:
                end = next((n for n in range(at, len(words)) if words[n].isspace() or words[n] in "()" or _quotes(words[n])), len(words))
                yield _word(words[at:end], at)
                at = end


def _word(text: str, at: int) -> _Sign:
    lower = text.lower()
    return _Sign(lower if lower in ("and", "or", "not") else "words", text, at)  # type: ignore[arg-type]  # one of three


def _quotes(char: str) -> bool:
    return char not in _INSIDE and fold(char) == QUOTE


def _of(kind: Literal["and", "or"], parts: Sequence[_Node], at: int) -> _Node | None:
    """Several parts under one, a single one by itself."""
    if len(parts) < 2:
        return parts[0] if parts else None
    return _Node(kind, tuple(parts), at)

"""A tree drawn for a terminal, right to left or left to right.

Letters are never reordered here: that is the terminal's part, or the pager's. Every line says by itself which way it runs, since some
terminals lay out each line on its own and some take the direction from the first strong letter, and words that run the other way stand
in isolates (Unicode Annex 9), so that an id or a date leaves the order around it alone. A terminal without bidirectional text shows the
same letters in the order they are read; none of the marks takes up room.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

import click

from rawi.explain import Branch, Part, Tone, separated

_STRONG = {"rtl": "\N{RIGHT-TO-LEFT MARK}", "ltr": "\N{LEFT-TO-RIGHT MARK}"}
_ISOLATE = {"rtl": "\N{RIGHT-TO-LEFT ISOLATE}", "ltr": "\N{LEFT-TO-RIGHT ISOLATE}"}
_END = "\N{POP DIRECTIONAL ISOLATE}"
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # letters that run from right to left
_LTR = re.compile(r"[A-Za-z\u00c0-\u02af\u0370-\u058f]")  # letters that run from left to right
_OTHER = {"rtl": _LTR, "ltr": _RTL}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # an article steers neither terminal nor order
_COLORS: dict[Tone, dict[str, object]] = {
    "title": {"bold": True},
    "heading": {"bold": True, "fg": "yellow"},
    "name": {"bold": True, "fg": "cyan"},
    "label": {"dim": True},
    "key": {"dim": True},
    "value": {"fg": "green"},
    "code": {"dim": True},
    "arrow": {"fg": "yellow"},
    "rule": {"fg": "magenta"},
}
_STEP = 3
_NARROW = 24


def draw(branches: Sequence[Branch], direction: str, width: int) -> Iterator[str]:
    """The lines of a tree, its layers a blank line apart, none wider than `width`."""
    for number, branch in enumerate(branches):
        if number and branch.parts[0].tone == "heading":
            yield ""
        yield from _lines(branch, direction, width, 0)


def _lines(branch: Branch, direction: str, width: int, depth: int) -> Iterator[str]:
    indent = " " * (depth * _STEP)
    for line in _wrapped(branch.parts, max(_NARROW, width - len(indent))):
        mark = _STRONG[direction]
        yield f"{indent}{mark}{''.join(_shown(part, direction) for part in line)}{mark}"
    for below in branch.branches:
        yield from _lines(below, direction, width, depth + 1)


def _wrapped(parts: Sequence[Part], width: int) -> Iterator[list[Part]]:
    """The lines of a branch: words in order, a part's pieces kept together on each line, separators between parts."""
    line: list[Part] = []
    room = width
    for number, part in enumerate(separated(parts)):
        for at, word in enumerate(part.text.split(" ")):
            size = columns(word)
            space = bool(line) and (at > 0 or number > 0)
            if line and size + space > room:
                yield line
                line, room, space = [], width, False
            if line and line[-1].tone == part.tone and at > 0:
                line[-1] = Part(f"{line[-1].text} {word}", part.tone)
            else:
                line += [Part(" ", "words")] if space else []
                line.append(Part(word, part.tone))
            room -= size + space
    if line:
        yield line


def _shown(part: Part, direction: str) -> str:
    text = _UNSAFE.sub("", part.text)
    if _OTHER[direction].search(text) or (part.tone == "code" and direction == "rtl"):
        own = "rtl" if _RTL.search(text) else "ltr"
        text = f"{_ISOLATE[own]}{text}{_END}"
    style = _COLORS.get(part.tone)
    return click.style(text, **style) if style else text  # type: ignore[arg-type]


def columns(text: str) -> int:
    """How many columns a text takes up: vowel signs and marks of direction none, East Asian letters two."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Cf") else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)

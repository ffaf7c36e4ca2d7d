"""A record in a notebook: the tree as HTML, right to left."""

from __future__ import annotations

from html import escape

from rawi.explain import Branch, Part, separated, tree
from rawi.locale import labels
from rawi.model import Record

_STYLE = (
    "font-family:'Noto Naskh Arabic','Segoe UI',Tahoma,sans-serif;line-height:1.8;text-align:start;max-width:60em;"
    "padding:.5em 1em;border-inline-start:3px solid #b58900"
)
_TONES = {
    "title": "font-weight:bold;font-size:1.2em",
    "heading": "font-weight:bold;color:#8a6d00",
    "name": "font-weight:bold;color:#0b6e8a",
    "label": "opacity:.75",
    "key": "opacity:.75",
    "words": "",
    "value": "color:#2b7a2b",
    "code": "opacity:.75;font-family:monospace",
    "arrow": "color:#8a6d00",
    "rule": "color:#8a2b8a;font-family:monospace",
}


def html(record: Record, *, code: str = "ar") -> str:
    """The tree of a record as one block of HTML, labels in Arabic or English; every word of the article escaped."""
    words = labels(code)
    inside = "".join(_branch(branch) for branch in tree(record, words))
    return f'<div dir="{words.direction}" lang="{code}" style="{_STYLE}">{inside}</div>'


def _branch(branch: Branch) -> str:
    line = " ".join(_part(part) for part in separated(branch.parts))
    below = "".join(_branch(one) for one in branch.branches)
    if branch.parts[0].tone == "heading":
        return f"<details open><summary>{line}</summary>{below}</details>"
    return f'<div>{line}</div><div style="margin-inline-start:1.5em">{below}</div>' if below else f"<div>{line}</div>"


def _part(part: Part) -> str:
    style = f' style="{_TONES[part.tone]}"' if _TONES[part.tone] else ""
    return f"<bdi{style}>{escape(part.text)}</bdi>"

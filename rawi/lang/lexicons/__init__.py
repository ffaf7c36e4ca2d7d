"""What a pack's files are compiled to: lexicons of word sequences, one module for each.

A module has an `Entry` struct and `rows(sources, keys)`, which yields the keys of a phrase and its entry; `keys` turns a phrase into
the keys of its tokens, by the same splitting and folding that the text gets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rawi.lang.lexicons import contexts, cues, events, frames, roles, terms
from rawi.lang.schema import Sources

PhraseKeys = Callable[[str], tuple[str, ...]]
Rows = Callable[[Sources, PhraseKeys], Iterator[tuple[tuple[str, ...], Any]]]

REGISTRY: dict[str, tuple[type, Rows]] = {
    "terms": (terms.Entry, terms.rows),
    "cues": (cues.Entry, cues.rows),
    "frames": (frames.Entry, frames.rows),
    "roles": (roles.Entry, roles.rows),
    "sectors": (roles.Sector, roles.sectors),
    "events": (events.Entry, events.rows),
    "contexts": (contexts.Entry, contexts.rows),
}
"""Lexicon name → its entry type and what makes its rows."""

"""Clitics: the particles and pronouns that Arabic writes together with a word, taken apart again."""

from __future__ import annotations

from typing import Any

import marisa_trie

from rawi.text.tokens import Piece, whole


class Splitter:
    """Takes a written word apart; remembers the words it has seen."""

    def __init__(self, clitics: Any, known: marisa_trie.Trie) -> None:
        self._known, self._seen = known, dict[str, tuple[Piece, ...]]()

    def __call__(self, word: str) -> tuple[Piece, ...]:
        """The pieces of a word, in order: proclitics, article, stem, pronoun."""
        if word not in self._seen:
            self._seen[word] = whole(word)
        return self._seen[word]

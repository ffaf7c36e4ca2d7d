"""What the language knows of a word by its looks: everyday noun, verb, or nothing at all, which a name is that nobody has listed."""

from __future__ import annotations

from rawi.lang.pack import Language
from rawi.stages.mentions.words import Word
from rawi.text.fold import fold

_NOUNS, _VERBS = frozenset("nNxXbBfF"), frozenset("VI")
_WORDS, _COMMON, _OTHERS = frozenset("nNVI"), frozenset("nNb"), frozenset("NVIf")
_NAMES = "xX"
_TEH = "\N{ARABIC LETTER TEH}"
_HAMZA = "\N{ARABIC LETTER HAMZA}"
_WIDEST = 12  # letters: longer words that nobody knows are two with no space between


class Vocabulary:
    """The kinds of word that a stem can be (see `Splitter.kinds`), asked in the terms of names."""

    def __init__(self, lang: Language) -> None:
        self.kinds = lang.split.kinds
        self._beginnings = tuple(map(fold, lang.sources.roles.verbal))

    def verbal(self, word: Word) -> bool:
        """Whether a word without article is a verb, or begins as verbs do and names do not."""
        if word.definite:
            return False
        kinds = frozenset(self.kinds(word.key))
        if kinds and not kinds & _NOUNS:
            return bool(kinds & _VERBS) or (len(word.key) > 3 and ("i" in kinds or word.key.endswith(_TEH)))
        return len(word.key) > 5 and word.key.startswith(self._beginnings)

    def verbish(self, word: Word) -> bool:
        """Whether a word can be a verb that news uses every day, among others."""
        return bool(frozenset(self.kinds(word.key)) & _VERBS)

    def strange(self, word: Word) -> bool:
        """Whether no word of the language is known to look so, and neither pack nor world knows it: a name that nobody has listed."""
        if word.mark or word.blocked or word.reports or word.pronoun or word.definite or word.features or word.names:
            return False
        return 2 < len(word.key) < _WIDEST and word.key[0] >= _HAMZA and not self.kinds(word.key).strip(_NAMES)

    def noun(self, word: Word) -> bool:
        """Whether the language has a noun or an adjective that looks so."""
        return bool(frozenset(self.kinds(word.key)) & _COMMON)

    def particle(self, word: Word) -> bool:
        """Whether a word without article can be nothing but one of those that no sentence is about, God's name among them."""
        return not (word.definite or word.features or word.names) and self.kinds(word.key) == "f"

    def doubtful(self, word: Word) -> bool:
        """Whether a word is no name to everybody: the language has a noun or a verb that looks so."""
        kinds = frozenset(self.kinds(word.key))
        return "X" not in kinds and bool(kinds & _WORDS)

    def homograph(self, word: Word) -> bool:
        """Whether a given name can be another word as well."""
        return bool(frozenset(self.kinds(word.key)) & _OTHERS)

    def common(self, word: Word) -> bool:
        """Whether a word is one that news uses every day, and no name that the pack knows."""
        kinds = self.kinds(word.key)
        return "N" in kinds and "x" not in kinds and "X" not in kinds

"""The layer of terms: the words of the article as times and quantities are read in them; nothing of the record."""

from __future__ import annotations

from rawi.document import Document
from rawi.lang.pack import Language
from rawi.lang.terms import Term, read_terms


def terms(doc: Document, lang: Language) -> tuple[Term, ...]:
    """The words, numbers and marks of the article in order, each with what the pack knows of it (a month, a unit, a hundred)."""
    return tuple(read_terms(doc.article.text, doc.tokens, doc.keys, lang.lexicon("terms")))

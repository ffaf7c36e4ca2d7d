"""The layer of mentions: every noun phrase that speaks of a person, a body, a place or a group."""

from __future__ import annotations

from rawi.document import Document, Reference
from rawi.lang.pack import Language
from rawi.stages.mentions.reader import read


def mentions(doc: Document, lang: Language) -> tuple[Reference, ...]:
    """The references of the article in order, the longer first of those that begin together; which are one entity is told later.

    A title with its name is one reference, from the title to the name's end or that of an apposition behind it; bodies named inside a
    title are references of their own.
    """
    return read(doc, lang)

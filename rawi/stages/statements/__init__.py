"""The layer of statements: what is reported, by whom, through whose hands."""

from __future__ import annotations

from rawi.document import Document
from rawi.lang.pack import Language
from rawi.model import Statement
from rawi.stages.statements.finding import found
from rawi.stages.statements.page import Page
from rawi.stages.statements.records import records


def statements(doc: Document, lang: Language) -> tuple[Statement, ...]:
    """The statements of the article in order of the text, each with its whole chain; nested ones name the one they lie in."""
    page = Page(doc, lang)
    return records(page, found(page))

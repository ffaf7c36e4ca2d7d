"""The layer of statements."""

from __future__ import annotations

from typing import Any

from rawi.document import Document
from rawi.lang.pack import Language


def statements(doc: Document, lang: Language) -> tuple[Any, ...]:
    """Nothing yet."""
    return ()

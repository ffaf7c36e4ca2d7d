"""The layer of times."""

from __future__ import annotations

from typing import Any

from rawi.document import Document
from rawi.lang.pack import Language


def times(doc: Document, lang: Language) -> tuple[Any, ...]:
    """Nothing yet."""
    return ()

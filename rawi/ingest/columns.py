"""Which column or key of a source holds what of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rawi.errors import SourceError, UsageError

FIELDS = ("id", "title", "text", "published", "outlet", "url")
"""What can be told of an article."""

Columns = Mapping[str, str]
"""For some fields of an article the names they have in the source; the others are called as here."""


def columns_in(words: Iterable[str]) -> dict[str, str]:
    """The columns of `text=content,published=date`, in one word or several; raises UsageError.

    >>> columns_in(["text=content,outlet=source"])
    {'text': 'content', 'outlet': 'source'}
    """
    found: dict[str, str] = {}
    for pair in (piece for word in words for piece in word.split(",")):
        field, sign, column = (part.strip() for part in pair.partition("="))
        if not (field and sign and column):
            raise UsageError(f"not a pair of names: {pair!r}", mend="Write FIELD=COLUMN, such as text=content.")
        if field not in FIELDS:
            raise UsageError(f"an article has no field {field!r}", mend=f"It has {', '.join(FIELDS)}.")
        found[field] = column
    return found


def mapped(given: Mapping[str, Any], columns: Columns) -> Mapping[str, Any]:
    """What is told of an article under its own names; raises SourceError where the column of the text is not there."""
    if not columns:
        return given
    check(given, columns)
    named = {field: given.get(column) for field, column in columns.items()}
    return {**{field: given.get(field) for field in FIELDS if field not in columns}, **named}


def check(names: Iterable[str], columns: Columns) -> None:
    """Raises SourceError where no column of a source holds the text."""
    names, wanted = list(names), columns.get("text", "text")
    if wanted not in names:
        shown = ", ".join(map(str, names[:12])) + (", …" if len(names) > 12 else "")
        raise SourceError(f"there is no `{wanted}` to be the text, only {shown or 'nothing'}", mend="Say which it is: --map text=NAME.")

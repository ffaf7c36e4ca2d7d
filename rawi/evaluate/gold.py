"""Gold annotations: `ID.gold.json` beside `ID.txt`, with quoted strings in place of offsets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from rawi.errors import SourceError
from rawi.model import Article, EntityKind, Modality, StatementKind
from rawi.text.article import article


class GoldEntity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something, with all its names in the text."""

    key: str
    kind: EntityKind
    names: tuple[str, ...]
    name_en: str | None = None


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement: content quoted in order (`nth`: which occurrence of the first quote), chain of entity keys, carrier first."""

    id: str
    content: tuple[str, ...]
    nth: int = 1
    cue: str | None = None
    chain: tuple[str, ...] = ()
    kind: StatementKind
    parent: str | None = None


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its trigger quoted, and the statement that vouches for it."""

    id: str
    type: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    trigger: str
    nth: int = 1
    modality: Modality
    vouched_by: str | None = None


class GoldValue(msgspec.Struct, frozen=True, kw_only=True):
    """A time or quantity, quoted, with its value."""

    text: str
    nth: int = 1
    value: str | int | float


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """What an `ID.gold.json` holds."""

    reference_date: str | None = None
    entities: tuple[GoldEntity, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    times: tuple[GoldValue, ...] = ()
    quantities: tuple[GoldValue, ...] = ()


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """An annotated article; entities by key."""

    id: str
    text: str
    published: str | None
    entities: dict[str, GoldEntity]
    statements: tuple[GoldStatement, ...]
    events: tuple[GoldEvent, ...]
    times: tuple[GoldValue, ...]
    quantities: tuple[GoldValue, ...]

    def article(self) -> Article:
        """The article to read, its first line as the title."""
        title, _, text = self.text.partition("\n")
        return article({"id": self.id, "title": title, "text": text, "published": self.published})


def load_gold(folder: Path) -> Iterator[Gold]:
    """The annotated articles of a folder, by name; raises SourceError where there are none or one does not hold."""
    paths = sorted(folder.glob("*.gold.json"))
    if not paths:
        raise SourceError("no *.gold.json here", where=str(folder), mend="Give a folder of ID.gold.json beside ID.txt.")
    for path in paths:
        name = path.name.removesuffix(".gold.json")
        try:
            found = msgspec.json.decode(path.read_bytes(), type=_File)
            text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
        except (msgspec.DecodeError, OSError, UnicodeDecodeError) as fault:
            raise SourceError(str(fault), where=str(path), mend="Mend the annotation.") from None
        parts: dict[str, Any] = {name: getattr(found, name) for name in ("statements", "events", "times", "quantities")}
        yield Gold(id=name, text=text, published=found.reference_date, entities={e.key: e for e in found.entities}, **parts)


def locate(text: str, quote: str, nth: int = 1, start: int = 0) -> tuple[int, int]:
    """Where the nth occurrence of a quote stands at or after `start`; raises SourceError where it does not.

    >>> locate("قال ثم قال", "قال", 2)
    (7, 10)
    """
    at = start - 1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            raise SourceError(f"the text does not hold {quote!r} {nth} times", mend="Mend the annotation.")
    return at, at + len(quote)


def content_of(text: str, statement: GoldStatement) -> list[tuple[int, int]]:
    """The spans of a statement's content, in order."""
    spans = [locate(text, statement.content[0], statement.nth)]
    for quote in statement.content[1:]:
        spans.append(locate(text, quote, 1, spans[-1][1]))
    return spans

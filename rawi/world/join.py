"""Rows of one world laid over another's: what is the same thing becomes one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from rawi.world.schema import DOUBTFUL, NONE, Body, Metonym, Row, State, Treaty
from rawi.world.things import key_of

R = TypeVar("R", bound=Row)


def handles(row: Row) -> Iterator[str]:
    """What a row's thing is known by: its Wikidata id, then its key.

    >>> from rawi.world.schema import Treaty
    >>> list(handles(Treaty(key="jcpoa", names=("الاتفاق النووي الإيراني",), english="Joint Comprehensive Plan of Action")))
    ['jcpoa']
    """
    if isinstance(row, Metonym):
        return
    if row.id:  # type: ignore[attr-defined]
        yield row.id  # type: ignore[attr-defined]
    match row:
        case State():
            yield row.iso3
        case Body() | Treaty():
            yield row.key
        case _:
            yield key_of(row.english)  # type: ignore[attr-defined]


def joined(lower: Iterable[R], upper: Iterable[R]) -> Iterator[tuple[R, R | None]]:
    """The rows of both, each with the upper row that it comes from or took something from."""
    rows: list[tuple[R, R | None]] = [(row, None) for row in lower]
    at = {handle: number for number, (row, _) in enumerate(rows) for handle in handles(row)}
    for row in upper:
        number = next((at[handle] for handle in handles(row) if handle in at), None)
        if number is None:
            at |= dict.fromkeys(handles(row), len(rows))
            rows.append((row, row))
        else:
            rows[number] = _both(rows[number][0], row), row
    yield from rows


def _both(low: R, high: R) -> R:
    """The lower row with what the higher one adds: names, short forms, offices, and what was empty."""
    if type(low) is not type(high):
        return low
    changed = {}
    for field in low.__struct_fields__:
        old, new = getattr(low, field), getattr(high, field)
        if field == "offices":
            changed[field] = _offices(old, new)
        elif isinstance(old, tuple):
            changed[field] = _words(old, new)
        elif old is None:
            changed[field] = new
    return msgspec.structs.replace(low, **changed)


def _words(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    known = {word.removesuffix(DOUBTFUL) for word in old}
    if old in ((NONE,), (DOUBTFUL,)):  # a rule, no words: it gives way to words, not to another rule
        return new if new and known.isdisjoint(new) and not set(new) <= {NONE, DOUBTFUL} else old
    return old + tuple(word for word in new if word.removesuffix(DOUBTFUL) not in known | {NONE, ""})


def _offices(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """The offices of both; a new one in the place of the old that is the same and began at the same time."""
    kept = [office for office in old if not any(_same(office, other) for other in new)]
    return (*kept, *new)


def _same(office: str, other: str) -> bool:
    (post, _, since), (of, _, begun) = (text.split("..")[0].partition(":") for text in (office, other))
    return post == of and since[: len(begun)] == begun[: len(since)]

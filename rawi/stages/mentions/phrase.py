"""A phrase behind a head noun: what has been read of it, and what it turned out to be."""

from __future__ import annotations

from typing import NamedTuple

HEADS = frozenset(("organization", "government", "place", "group"))
"""Sorts of words that begin a body, a place or a group."""
TITLES = frozenset(("office", "honorific", "rank", "source"))
THINGS = frozenset(("organization", "country", "place", "group", "other"))
"""Kinds of the world's things that complete a head noun."""


class Phrase(NamedTuple):
    """The words after a head noun up to `last`; `closed` where something definite or a name completed it.

    `things` are the world's things named in it, `nested` the words where bodies begin inside it, `alias` a name in brackets,
    `inner` the word where another post begins inside it.
    """

    last: int
    closed: bool
    things: tuple[int, ...] = ()
    nested: tuple[int, ...] = ()
    alias: tuple[int, int] | None = None
    portfolio: str | None = None
    inner: int | None = None


class State:
    """What has been read of a phrase so far."""

    def __init__(self, at: int, closed: bool, head: str) -> None:
        self.at, self.closed, self.head = at, closed, head
        self.adjective = False
        self.things: list[int] = []
        self.nested: list[int] = []
        self.alias: tuple[int, int] | None = None
        self.portfolio: str | None = None
        self.unknown = 0
        self.inner: int | None = None
        self.several = self.purpose = False
        self.table, self.fresh = "", -1

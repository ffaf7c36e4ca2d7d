"""The words of the screens, as data: what a tree or a page calls the things of a record, in Arabic and in English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

CODES = ("ar", "en")


class Count(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a number of things is said: one, two, three to ten, more; and an untold number, where that is said."""

    one: str
    two: str
    few: str
    many: str
    some: str = ""

    def of(self, number: int) -> str:
        """The words for a number of them.

        >>> labels("ar").mentions.of(3)
        '3 مواضع'
        """
        if number in (1, 2):
            return self.one if number == 1 else self.two
        return (self.few if 3 <= number % 100 <= 10 else self.many).format(n=number)


class Calendar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words for TIMEX3 values; `spans` by the letter of ISO 8601 durations, minutes under `m`."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    month: str
    year: str
    week: str
    weekend: str
    quarter: str
    half: str
    decade: str
    century: str
    clock: str
    interval: str
    weekly: str
    ordinals: tuple[str, ...]
    comma: str
    every: str
    seasons: dict[str, str]
    parts: dict[str, str]
    references: dict[str, str]
    spans: dict[str, Count]


class Labels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of `rawi/locale`: direction of writing, the arrow from one hand to the next, and what the values of a record are called."""

    direction: Literal["rtl", "ltr"]
    arrow: str
    headings: dict[str, str]
    labels: dict[str, str]
    mentions: Count
    statement_kinds: dict[str, str]
    acts: dict[str, str]
    media: dict[str, str]
    entity_kinds: dict[str, str]
    bounds: dict[str, str]
    modalities: dict[str, str]
    formats: dict[str, str]
    event_types: dict[str, str]
    calendar: Calendar


@cache
def labels(code: str = "ar") -> Labels:
    """The labels in a language, one of `CODES`."""
    return msgspec.toml.decode((Path(__file__).parent / f"{code}.toml").read_bytes(), type=Labels)

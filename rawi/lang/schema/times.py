"""`times.toml`: the words that times are made of, each with what it means to the calendar."""

from __future__ import annotations

from typing import Literal

import msgspec

TimeKind = Literal[
    "month", "hijri", "month-head", "weekday", "day", "night", "part", "noon", "midnight", "unit", "shift", "this", "same", "edge",
    "weekend", "season", "season-head", "portion", "decade", "decade-head", "century", "ordinal", "ref", "opener", "clock", "zone", "era",
    "agreeing", "before", "since", "after", "during", "in", "from", "to", "between", "few", "few-after", "fraction", "less", "every",
    "frequency", "feast", "feast-day", "early", "future", "punctual", "official", "name", "name-head", "outlet-head", "latest", "whole",
    "dated", "merely", "yearly", "that", "scheduled", "wire",
]  # fmt: skip


class TimeWord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one kind and one value.

    `value` is the number of a month, a weekday (Monday is 1) or an hour, the days from today, a TIMEX3 letter or reference; `number`
    tells one, two and many of a unit; a `shy` word is a time only where its neighbours show it (مارس also means "practised").
    """

    kind: TimeKind
    value: int | float | str | None = None
    number: Literal["s", "d", "p"] = "s"
    shy: bool = False
    words: tuple[str, ...]


class Times(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `times.toml`."""

    word: tuple[TimeWord, ...]

"""Wikidata's JSON dump, line by line: what a world can use of an entity, and nothing else."""

from __future__ import annotations

import bz2
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

import msgspec

from rawi.errors import SourceError

_LONGEST = 1 << 26  # bytes of a line: the longest entity of the dump has a tenth of it
_NEEDED = (b'"ar":', b'"P1001"', b'"P2389"')  # who has neither an Arabic name nor is an office is not looked into
_DAY, _MONTH, _YEAR = 11, 10, 9  # precisions of time


class Value(msgspec.Struct, frozen=True):
    """An item or a point in time."""

    id: str | None = None
    number: int | None = msgspec.field(default=None, name="numeric-id")
    time: str | None = None
    precision: int = 0

    @property
    def item(self) -> str | None:
        """The item's id; old dumps give its number only."""
        return self.id or (f"Q{self.number}" if self.number else None)

    @property
    def day(self) -> str | None:
        """The day, month or year, as far as it is certain; None for what is vaguer or before our era.

        >>> Value(time="+2015-01-00T00:00:00Z", precision=10).day
        '2015-01'
        """
        if self.time is None or not self.time.startswith("+") or self.precision < _YEAR:
            return None
        length = {_YEAR: 4, _MONTH: 7}.get(self.precision, 10)
        return self.time[1 : 1 + length]


class Data(msgspec.Struct, frozen=True):
    """Where a snak keeps its value."""

    value: Value


class Snak(msgspec.Struct, frozen=True):
    """A value of a property; none where Wikidata says that it is unknown or that there is none."""

    datavalue: Data | None = None

    @property
    def value(self) -> Value:
        """The value, empty where there is none."""
        return self.datavalue.value if self.datavalue else Value()


class Qualifiers(msgspec.Struct, frozen=True):
    """From when to when a claim holds."""

    since: tuple[Snak, ...] = msgspec.field(default=(), name="P580")
    until: tuple[Snak, ...] = msgspec.field(default=(), name="P582")


class Claim(msgspec.Struct, frozen=True):
    """A statement of Wikidata."""

    mainsnak: Snak
    rank: str = "normal"
    qualifiers: Qualifiers | list[Any] = Qualifiers()


class Claims(msgspec.Struct, frozen=True):
    """The claims that a world uses."""

    classes: tuple[Claim, ...] = msgspec.field(default=(), name="P31")
    occupations: tuple[Claim, ...] = msgspec.field(default=(), name="P106")
    citizenships: tuple[Claim, ...] = msgspec.field(default=(), name="P27")
    countries: tuple[Claim, ...] = msgspec.field(default=(), name="P17")
    positions: tuple[Claim, ...] = msgspec.field(default=(), name="P39")
    sexes: tuple[Claim, ...] = msgspec.field(default=(), name="P21")
    deaths: tuple[Claim, ...] = msgspec.field(default=(), name="P570")
    jurisdictions: tuple[Claim, ...] = msgspec.field(default=(), name="P1001")
    directed: tuple[Claim, ...] = msgspec.field(default=(), name="P2389")


class Label(msgspec.Struct, frozen=True):
    """A name in a language."""

    value: str


class Labels(msgspec.Struct, frozen=True):
    """The names of an entity; `mul` is what Wikidata calls a name that holds in many languages."""

    ar: Label | None = None
    en: Label | None = None
    mul: Label | None = None


class Aliases(msgspec.Struct, frozen=True):
    """Further names."""

    ar: tuple[Label, ...] = ()


class Entity(msgspec.Struct, frozen=True):
    """An item of Wikidata; where it has nothing, the dump writes an empty list in the place of a map."""

    id: str
    labels: Labels | list[Any] = Labels()
    aliases: Aliases | list[Any] = Aliases()
    claims: Claims | list[Any] = Claims()

    @property
    def said(self) -> Claims:
        """The claims."""
        return self.claims if isinstance(self.claims, Claims) else Claims()

    @property
    def arabic(self) -> tuple[str, ...]:
        """The Arabic names, the label first."""
        label = self.labels.ar if isinstance(self.labels, Labels) else None
        aliases = self.aliases.ar if isinstance(self.aliases, Aliases) else ()
        return tuple(name.value for name in (label, *aliases) if name)

    @property
    def english(self) -> str | None:
        """The English label."""
        name = (self.labels.en or self.labels.mul) if isinstance(self.labels, Labels) else None
        return name.value if name else None


def items(claims: tuple[Claim, ...]) -> list[str]:
    """The items that claims name: preferred ones first, without those that Wikidata holds to be wrong."""
    good = sorted((claim for claim in claims if claim.rank != "deprecated"), key=lambda claim: claim.rank != "preferred")
    return [item for claim in good if (item := claim.mainsnak.value.item)]


class Line(NamedTuple):
    """A line of the dump: its number, and its entity, or what is wrong with it; neither where a world has no use for it."""

    number: int
    entity: Entity | None = None
    fault: str | None = None


def lines(dump: Path) -> Iterator[Line]:
    """The lines of a dump, plain, gzipped or bzip2ed (`-` is standard input), one at a time; raises SourceError where it cannot be read."""
    decoder = msgspec.json.Decoder(Entity)
    try:
        with _opened(dump) as file:
            for number, line in enumerate(iter(lambda: _line(file), b""), 1):
                yield _read(number, line.strip().rstrip(b","), decoder)
    except (OSError, EOFError, zlib.error) as fault:
        raise SourceError(str(fault) or type(fault).__name__, where=str(dump), mend="Give a whole dump: .json, .gz or .bz2.") from None


def _read(number: int, text: bytes, decoder: msgspec.json.Decoder[Entity]) -> Line:
    if text in (b"", b"[", b"]"):
        return Line(number)
    if not text.startswith(b"{") or not text.endswith(b"}"):
        return Line(number, fault="no whole JSON object")
    if not any(word in text for word in _NEEDED):
        return Line(number)
    try:
        return Line(number, decoder.decode(text))
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        return Line(number, fault=str(fault))


def _line(file: BinaryIO) -> bytes:
    """The next line; what goes on beyond the longest is passed over, so that a file without line ends does not fill the memory."""
    line = file.readline(_LONGEST)
    if len(line) == _LONGEST and not line.endswith(b"\n"):
        while (more := file.readline(_LONGEST)) and not more.endswith(b"\n"):
            pass
    return line


def _opened(dump: Path) -> BinaryIO:
    if str(dump) == "-":
        return io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer), 1 << 20)
    if dump.suffix == ".gz":
        return cast(BinaryIO, gzip.open(dump))
    return cast(BinaryIO, bz2.open(dump)) if dump.suffix == ".bz2" else dump.open("rb")

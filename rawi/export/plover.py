"""Events as a table after PLOVER, under the headings of the POLECAT data set where it has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO

from rawi.export.coded import Coded, Party, coded, common_columns
from rawi.export.codes import cameo_of, plover, plover_actor
from rawi.export.letters import listed
from rawi.export.table import Column, dictionary, write_table
from rawi.model import Record

Tell = Callable[[Party], object]
Side = Callable[[Coded], tuple[Party, ...]]


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes a row for each event that PLOVER counts; how many rows there are comes back.

    >>> import io, rawi
    >>> table = io.BytesIO()
    >>> write([rawi.read("تأجل الاجتماع.")], table)
    0
    >>> table.getvalue().decode().split("\\t")[:3]
    ['Event ID', 'Event Date', 'Event Type']
    """
    return write_table(COLUMNS, coded(records), out)


def describe() -> str:
    """The data dictionary."""
    return dictionary(COLUMNS)


def _score(row: Coded) -> float | None:
    kind = plover().types.get(row.event.type)
    return kind.modes.get(row.event.mode or "", kind.score) if kind else None


def _quad(row: Coded) -> int | None:
    kind = plover().types.get(row.event.type)
    return kind.quad if kind else None


def _side(name: str, side: Side) -> tuple[Column[Coded], ...]:
    def of(tell: Tell) -> Callable[[Coded], object]:
        return lambda row: listed(tell(party) for party in side(row))

    who = f"the {name.lower()}s, parted by semicolons: "
    return (
        Column(f"{name} Name", f"{who}English name, else Arabic", of(lambda party: party.name)),
        Column(f"{name} Country", f"{who}ISO 3166 alpha-3, or UNO, EUR, IGO, NGO, MNC, IMG", of(lambda p: plover_actor(p.code).country)),
        Column(f"Primary {name} Sector", f"{who}first sector", of(lambda party: next(iter(plover_actor(party.code).sectors), ""))),
        Column(f"{name} Sectors", f"{who}all sectors, parted by spaces", of(lambda party: " ".join(plover_actor(party.code).sectors))),
        Column(f"{name} Name Raw", f"{who}the words nearest to the trigger that speak of it", of(lambda party: party.raw)),
        Column(f"{name} Wikidata ID", f"{who}Wikidata id", of(lambda party: party.wikidata)),
    )


COLUMNS: tuple[Column[Coded], ...] = (
    Column("Event ID", "id in the data set: the article's id, a hyphen, the event's id", lambda row: row.id),
    Column("Event Date", "day of the event; empty where the text tells it less exactly than to the day", lambda row: row.day),
    Column("Event Type", "one of the 16 types", lambda row: row.event.type),
    Column("Event Mode", "the type's mode", lambda row: row.event.mode),
    Column("Intensity", "PLOVER score from -10, conflict, to 10, cooperation", _score),
    Column("Quad Code", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", _quad),
    Column("Contexts", "contexts, parted by semicolons", lambda row: listed(row.event.contexts)),
    *_side("Actor", lambda row: row.actors),
    *_side("Recipient", lambda row: row.recipients),
    Column("Placename", "where it happened: English name, else Arabic", lambda row: row.place.name if row.place else None),
    Column("Country", "ISO 3166 alpha-3 of the place", lambda row: row.place.code.country if row.place else None),
    Column("Raw Placename", "the words nearest to the trigger that name the place", lambda row: row.place.raw if row.place else None),
    Column("Source", "outlet", lambda row: row.page.article.outlet),
    Column("Publication Date", "day of publication", lambda row: row.page.published),
    Column("Language", "language of the article", lambda row: row.page.article.language),
    Column("Version", "version of Rawi", lambda row: row.page.record.made_by.rawi),
    Column("Headline", "title of the article", lambda row: row.page.article.title),
    Column("URL", "address of the article", lambda row: row.page.article.url),
    *common_columns(lambda row: row),
    Column("CAMEO", "CAMEO code: the record's, else the most general one for type, mode and contexts", lambda row: cameo_of(row.event)),
    Column("Format", "of a meeting: in-person, video, phone, letter", lambda row: row.event.format),
    Column("Duration", "of a meeting: ISO 8601", lambda row: row.event.duration),
    Column("Agenda", "of a meeting: its topics, parted by semicolons", lambda row: listed(one.text for one in row.event.agenda)),
    Column("Tellings", "how often the article tells the event", lambda row: 1 + len(row.event.retold)),
)
"""The columns in order."""

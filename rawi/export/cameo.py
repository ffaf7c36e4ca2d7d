"""Events as a table of dyads after CAMEO, under the headings of GDELT's event table where it has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import permutations
from typing import BinaryIO, NamedTuple

from rawi.export.coded import Coded, Party, coded, common_columns
from rawi.export.codes import cameo_of, mutual
from rawi.export.table import Column, dictionary, write_table
from rawi.model import Record

_VISIT, _HOST = "042", "043"
_ROOT, _BASE = 2, 3  # digits of a root code and of a base code


class Dyad(NamedTuple):
    """One actor, one recipient or none, and what the one did to the other; `number` counts the dyads of an event from 1."""

    row: Coded
    number: int
    code: str
    first: Party
    second: Party | None


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes a row for each pair of actor and recipient of each event that PLOVER counts; how many rows there are comes back.

    >>> import io, rawi
    >>> table = io.BytesIO()
    >>> write([rawi.read("تأجل الاجتماع.")], table)
    0
    >>> table.getvalue().decode().split("\\t")[:3]
    ['GLOBALEVENTID', 'Day', 'MonthYear']
    """
    return write_table(COLUMNS, (dyad for event in coded(records) for dyad in dyads(event)), out)


def describe() -> str:
    """The data dictionary."""
    return dictionary(COLUMNS)


def dyads(event: Coded) -> Iterator[Dyad]:
    """The dyads of an event: each actor with each recipient; any two actors who act on each other, both ways; a visit as hosting too."""
    code = cameo_of(event.event)
    pairs: list[tuple[str, Party, Party | None]] = []
    if mutual(event.event):
        pairs = [(code, first, second) for first, second in permutations(event.actors, 2)]
    else:
        for actor in event.actors:
            pairs += [(code, actor, recipient) for recipient in event.opposite or (None,)]
    if code == _VISIT:
        pairs += [(_HOST, second, first) for _, first, second in pairs if second and event.recipients]
    for number, (what, first, second) in enumerate(pairs, 1):
        yield Dyad(event, number, what, first, second)


def _event(row: Dyad) -> Coded:
    return row.row


def _quad(code: str) -> int | None:
    """GDELT's class of a code: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    root = code[:_ROOT]
    return next((quad for quad, last in enumerate(("05", "08", "13", "20"), 1) if root <= last), None) if root else None


def _actor_code(party: Party) -> str:
    return "".join((party.code.country, party.code.group, *party.code.sectors))


def _type(party: Party, place: int) -> str:
    """The party's type of an order: its kind of body where it has one, then its sectors."""
    code = party.code
    types = ((code.country,) if code.country in ("IGO", "NGO", "MNC", "IMG") else ()) + code.sectors
    return types[place] if place < len(types) else ""


def _country(party: Party) -> str:
    return "" if party.code.country in ("IGO", "NGO", "MNC", "IMG") else party.code.country


def _side(number: int, side: Callable[[Dyad], Party | None]) -> tuple[Column[Dyad], ...]:
    def of(tell: Callable[[Party], object]) -> Callable[[Dyad], object]:
        def told(row: Dyad) -> object:
            party = side(row)
            return tell(party) if party else None

        return told

    who = "who acts: " if number == 1 else "who is acted upon: "
    return (
        Column(f"Actor{number}Code", f"{who}CAMEO code, country or kind of body first", of(_actor_code)),
        Column(f"Actor{number}Name", f"{who}English name, else Arabic", of(lambda party: party.name)),
        Column(f"Actor{number}CountryCode", f"{who}ISO 3166 alpha-3", of(_country)),
        Column(f"Actor{number}KnownGroupCode", f"{who}code of a known body, such as UNO or NAT", of(lambda party: party.code.group)),
        Column(f"Actor{number}Type1Code", f"{who}first type", of(lambda party: _type(party, 0))),
        Column(f"Actor{number}Type2Code", f"{who}second type", of(lambda party: _type(party, 1))),
        Column(f"Actor{number}Type3Code", f"{who}third type", of(lambda party: _type(party, 2))),
        Column(f"Actor{number}WikidataID", f"{who}Wikidata id", of(lambda party: party.wikidata)),
    )


COLUMNS: tuple[Column[Dyad], ...] = (
    Column("GLOBALEVENTID", "id in the data set: article, event and the dyad's number in it", lambda r: f"{r.row.id}-{r.number}"),
    Column("Day", "day of the event as YYYYMMDD", lambda r: (r.row.day or "").replace("-", "")),
    Column("MonthYear", "its month as YYYYMM", lambda r: (r.row.day or "")[:7].replace("-", "")),
    Column("Year", "its year", lambda r: (r.row.day or "")[:4]),
    *_side(1, lambda r: r.first),
    *_side(2, lambda r: r.second),
    Column("EventCode", "CAMEO code: the record's, else the most general one for type, mode and contexts", lambda r: r.code),
    Column("EventBaseCode", "its first three digits", lambda r: r.code[:_BASE]),
    Column("EventRootCode", "its first two digits", lambda r: r.code[:_ROOT]),
    Column("QuadClass", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", lambda r: _quad(r.code)),
    Column("NumMentions", "how often the article tells the event", lambda r: 1 + len(r.row.event.retold)),
    Column("ActionGeo_FullName", "where it happened: English name, else Arabic", lambda r: r.row.place.name if r.row.place else None),
    Column("ActionGeo_CountryCode", "ISO 3166 alpha-3 of the place", lambda r: r.row.place.code.country if r.row.place else None),
    Column("DATEADDED", "day of publication as YYYYMMDD", lambda r: (r.row.page.published or "").replace("-", "")),
    Column("SOURCEURL", "address of the article", lambda r: r.row.page.article.url),
    Column("Source", "outlet", lambda r: r.row.page.article.outlet),
    Column("PloverType", "PLOVER type", lambda r: r.row.event.type),
    Column("PloverMode", "PLOVER mode", lambda r: r.row.event.mode),
    *common_columns(_event),
)
"""The columns in order."""

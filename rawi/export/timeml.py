"""TimeML documents: the text of each article with its times as TIMEX3 elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rawi.export.letters import xml_text
from rawi.export.page import Page
from rawi.export.whole import Bundle
from rawi.model import Record, Time

_UNKNOWN = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PX", "SET": "XXXX-XX-XX"}
"""The values of times whose page has no day to count from: TIMEX3 must have one."""
_CREATION = "t0"
_UNITS = "YMD"


def write(records: Iterable[Record], out: Bundle) -> int:
    """Writes a document for each article; how many there are comes back."""
    count = 0
    for record in records:
        out.put(out.free(record.article.id, ".tml") + ".tml", document(record).encode())
        count += 1
    return count


def document(record: Record) -> str:
    """The TimeML document of a record: its text is the article's, character by character.

    >>> import rawi
    >>> "<TIMEX3" in document(rawi.read("أعلن بايدن اليوم الخميس أن الاجتماع تأجل.", published="2021-12-09"))
    True
    """
    article, day = record.article, Page(record).published
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<TimeML>", f"<DOCID>{xml_text(article.id)}</DOCID>"]
    if day:
        made = f'<TIMEX3 tid="{_CREATION}" type="DATE" value="{day}" temporalFunction="false" functionInDocument="CREATION_TIME">'
        lines.append(f"<DCT>{made}{day}</TIMEX3></DCT>")
    if article.title:
        lines.append(f"<TITLE>{xml_text(article.title)}</TITLE>")
    return "\n".join([*lines, f"<TEXT>{''.join(_marked(record, day))}</TEXT>", "</TimeML>", ""])


def _marked(record: Record, day: str | None) -> Iterator[str]:
    """The text with its times marked; of two that overlap, the one that starts later is left out."""
    text, place, count = record.article.text, 0, len(record.times)
    for number, time in sorted(enumerate(record.times, 1), key=lambda one: (one[1].start, -one[1].end)):
        if time.start >= place and time.end > time.start:
            yield xml_text(text[place : time.start])
            values = {"tid": f"t{number}", "type": time.type, "value": time.value or _UNKNOWN[time.type], **_anchor(time, day)}
            points = _points(time.value or "", count + 2 * number - 1)
            if points:
                values |= {"type": "DURATION", "value": _length(points[0]["value"])}
                values |= {name: point["tid"] for name, point in zip(("beginPoint", "endPoint"), points, strict=True)}
            yield f"<TIMEX3 {_attributes(values)}>{xml_text(text[time.start : time.end])}</TIMEX3>"
            yield from (f"<TIMEX3 {_attributes(point)}/>" for point in points)
            place = time.end
    yield xml_text(text[place:])


def _points(value: str, number: int) -> list[dict[str, str]]:
    """The first and the last point of a range, which TIMEX3 tells in elements without words; none where a value is no range."""
    first, _, last = value.partition("/")
    if not first or not last:
        return []
    return [
        {"tid": f"t{number + place}", "type": "TIME" if "T" in end else "DATE", "value": end} for place, end in enumerate((first, last))
    ]


def _length(point: str) -> str:
    """A range's length, which is not told, in the unit of its points.

    >>> _length("2016-07-13"), _length("2015-03"), _length("1990")
    ('PXD', 'PXM', 'PXY')
    """
    return "PTXH" if "T" in point else f"PX{_UNITS[min(point.count('-'), len(_UNITS) - 1)]}"


def _anchor(time: Time, day: str | None) -> dict[str, str]:
    if not time.anchor:
        return {}
    return {"temporalFunction": "true"} | (
        {"anchorTimeID": _CREATION} if time.anchor == day else {"comment": f"counted from {time.anchor}"}
    )


def _attributes(values: dict[str, str]) -> str:
    return " ".join(f'{name}="{xml_text(value)}"' for name, value in values.items())

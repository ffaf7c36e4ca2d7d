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
    text, place = record.article.text, 0
    for number, time in sorted(enumerate(record.times, 1), key=lambda one: (one[1].start, -one[1].end)):
        if time.start >= place and time.end > time.start:
            yield xml_text(text[place : time.start])
            yield f"<TIMEX3 {_attributes(number, time, day)}>{xml_text(text[time.start : time.end])}</TIMEX3>"
            place = time.end
    yield xml_text(text[place:])


def _attributes(number: int, time: Time, day: str | None) -> str:
    values = {"tid": f"t{number}", "type": time.type, "value": time.value or _UNKNOWN[time.type]}
    if time.anchor:
        values["temporalFunction"] = "true"
        values |= {"anchorTimeID": _CREATION} if time.anchor == day else {"comment": f"counted from {time.anchor}"}
    return " ".join(f'{name}="{xml_text(value)}"' for name, value in values.items())

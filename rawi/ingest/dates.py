"""Days of publication as archives write them, told in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from rawi.errors import UsageError

_UNSIGNED = re.compile(r"\d{4}-\d\d-\d\dT\d{4}(?:\d\d)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)  # ISO 8601 without colons
_DAY_FIRST = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:\s+(\d\d:\d\d(?::\d\d)?))?\s*")  # 21/7/2015, and a time of day


def iso(published: object, formats: Sequence[str] = ()) -> object:
    """A day of publication in ISO 8601, where it is written in one of some `strptime` formats or day first; else as it is.

    >>> iso("7/12/2015"), iso("07/21/2015", ["%m/%d/%Y"]), iso("2015-07-21T10:00:00+03:00"), iso("07/21/2015")
    ('2015-12-07', '2015-07-21', '2015-07-21T10:00:00+03:00', '07/21/2015')
    """
    if not isinstance(published, str):
        return published
    for form in formats:
        try:
            found = datetime.strptime(published.strip(), form)
        except ValueError:
            continue
        return found.isoformat() if any(sign in form for sign in ("%H", "%I", "%T", "%X", "%c")) else found.date().isoformat()
    if _UNSIGNED.fullmatch(published):
        return datetime.fromisoformat(published).isoformat() if _is_time(published) else published
    written = _DAY_FIRST.fullmatch(published)
    if not written:
        return published
    day, _, month, year, time = written.groups()
    try:
        found_day = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return published
    return f"{found_day} {time}" if time else found_day


def _is_time(published: str) -> bool:
    try:
        datetime.fromisoformat(published)
    except ValueError:
        return False
    return True


def check_format(form: str) -> str:
    """The same format; raises UsageError where `strptime` would not know it or it does not tell a day."""
    day = datetime(2015, 7, 21)
    try:
        if datetime.strptime(day.strftime(form), form).date() == day.date():
            return form
    except (ValueError, re.error):
        pass
    raise UsageError(f"not a way to write a day: {form!r}", mend="Write it as Python's strptime: %d/%m/%Y, %Y%m%d, %d %b %Y.")

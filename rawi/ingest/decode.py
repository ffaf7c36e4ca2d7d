"""Bytes to words and to JSON, with the place of the fault where they are neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from rawi.errors import SourceError
from rawi.text.article import LONGEST

LONGEST_PAGE = 4 * LONGEST
"""Bytes of UTF-8 that one article can take."""

LONGEST_LINE = 6 * LONGEST + 100_000
"""Bytes of a line of JSON: an article all in \\u escapes, and its particulars."""

LONGEST_FILE = 1_000_000_000
"""Bytes of one JSON document, which must be in memory as a whole; JSON lines have no end."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_JSON = re.compile(rb"\s*(?:\{\s*(?:[\"}]|$)|\[\s*(?:[{\]]|$))")  # an object, or an array of them: no Arabic page begins so


def words_in(data: bytes) -> str:
    """The words of UTF-8, without the mark that some editors put before them; raises SourceError with the first bad byte's place."""
    if data.startswith(_UTF16):
        raise SourceError("this is UTF-16, not UTF-8", mend="Convert it: iconv -f UTF-16 -t UTF-8.")
    try:
        return data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as fault:
        at = fault.start + (len(_BOM) if data.startswith(_BOM) else 0)
        what = f"byte {at:,} (0x{data[at]:02x}) is not UTF-8"
        raise SourceError(what, mend="If it is an older Arabic page, convert it: iconv -f WINDOWS-1256 -t UTF-8.") from None


def looks_like_json(data: bytes) -> bool:
    """Whether bytes begin as a JSON object or an array of objects does."""
    return bool(_JSON.match(data.removeprefix(_BOM)))


def object_in(data: bytes) -> Mapping[str, Any]:
    """The JSON object that bytes hold; raises SourceError."""
    found = json_in(data)
    if not isinstance(found, dict):
        raise SourceError(f"an article is a JSON object, not {_KIND.get(type(found), 'this')}", mend='Write {"text": …}.')
    return found


_KIND = {list: "an array", str: "a string", int: "a number", float: "a number", bool: "true or false", type(None): "null"}


def json_in(data: bytes) -> Any:
    """The JSON value that bytes hold; raises SourceError with the place of the fault."""
    words = words_in(data)
    try:
        return msgspec.json.decode(words)
    except msgspec.DecodeError as fault:
        raise SourceError(f"this is no JSON: {fault}", mend="Mend it at that place, or give the text in a .txt file.") from None
    except RecursionError:
        raise SourceError("this JSON is nested too deep", mend="An article is one flat object.") from None


def lines_in(file: BinaryIO) -> Iterator[bytes | SourceError]:
    """The lines of a stream as they come; one that no article can fill is passed over and gives its reason."""
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) <= LONGEST_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
        yield SourceError(f"the line has more than {LONGEST_LINE:,} bytes", mend="Write one article on a line.")

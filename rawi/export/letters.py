"""What formats can hold of a text's letters: cells of tables, XML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

INSTEAD = "\N{REPLACEMENT CHARACTER}"
_ESCAPED = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;", '"': "&quot;"}  # an attribute would make spaces of them
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")  # control characters and line breaks of all sorts, with the spaces beside them


def cell(value: object) -> str:
    """A value as a cell of a table that readers with and without quoting read alike: one line, no tab, no quotation mark that readers know.

    >>> cell('قال:\\t"نعم"\\nوأضاف')
    'قال: ”نعم” وأضاف'
    """
    plain = "" if value is None else _BREAKS.sub(" ", str(value)).replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}").strip()
    return "\N{RIGHT SINGLE QUOTATION MARK}" + plain[1:] if plain.startswith("'") else plain


def listed(values: Iterable[object]) -> str:
    """Several values in one cell, parted by semicolons; a semicolon of a value becomes a comma.

    >>> listed(["SUN; Ltd", "Q7747"])
    'SUN, Ltd;Q7747'
    """
    return ";".join(cell(one).replace(";", ",") for one in values)


def xml_letters(text: str) -> str:
    """The text with every character that XML cannot hold replaced by one that says so: offsets stay.

    >>> xml_letters("قال\\x0b نعم")
    'قال� نعم'
    """
    return _NOT_XML.sub(INSTEAD, text)


def xml_text(text: str) -> str:
    """The text as the content of an XML element or attribute, carriage returns kept.

    >>> xml_text('<قال> & "نعم"')
    '&lt;قال&gt; &amp; &quot;نعم&quot;'
    """
    return escape(xml_letters(text), _ESCAPED)

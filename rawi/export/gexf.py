"""The network as GEXF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from rawi.export.letters import xml_text
from rawi.export.network import NODE, Network, drawn
from rawi.model import Record

_EDGE = ("relation", "first", "last")


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes the network of records as GEXF; how many edges it has comes back.

    >>> import io, rawi
    >>> write([rawi.read("تأجل الاجتماع.")], io.BytesIO())
    0
    """
    return drawn(records, out, _lines)


def _lines(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
    yield '<graph defaultedgetype="directed" mode="static">'
    for kind, names in (("node", NODE[1:]), ("edge", _EDGE)):
        declared = "".join(f'<attribute id="{name}" title="{name}" type="string"/>' for name in names)
        yield f'<attributes class="{kind}" mode="static">{declared}</attributes>'
    yield "<nodes>"
    for node in network.nodes:
        label, *about = node.about
        yield f'<node id="{xml_text(node.key)}" label="{xml_text(label or "")}">{_values(zip(NODE[1:], about, strict=True))}</node>'
    yield "</nodes>\n<edges>"
    for number, edge in enumerate(network.edges()):
        ends = f'source="{xml_text(edge.source.key)}" target="{xml_text(edge.target.key)}" weight="{edge.weight}"'
        yield f'<edge id="{number}" {ends}>{_values((name, getattr(edge, name)) for name in _EDGE)}</edge>'
    yield "</edges>\n</graph>\n</gexf>"


def _values(values: Iterable[tuple[str, object]]) -> str:
    told = "".join(f'<attvalue for="{name}" value="{xml_text(str(value))}"/>' for name, value in values if value not in (None, ""))
    return f"<attvalues>{told}</attvalues>"

"""The network as GraphML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from rawi.export.letters import xml_text
from rawi.export.network import NODE, Network, drawn
from rawi.model import Record

_EDGE = {"relation": "string", "weight": "int", "first": "string", "last": "string"}


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes the network of records as GraphML; how many edges it has comes back.

    >>> import io, rawi
    >>> write([rawi.read("تأجل الاجتماع.")], io.BytesIO())
    0
    """
    return drawn(records, out, _lines)


def _lines(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield from (f'<key id="{name}" for="node" attr.name="{name}" attr.type="string"/>' for name in NODE)
    yield from (f'<key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>' for name, kind in _EDGE.items())
    yield '<graph edgedefault="directed">'
    for node in network.nodes:
        yield f'<node id="{xml_text(node.key)}">{_data(zip(NODE, node.about, strict=True))}</node>'
    for number, edge in enumerate(network.edges()):
        ends = f'source="{xml_text(edge.source.key)}" target="{xml_text(edge.target.key)}"'
        yield f'<edge id="{number}" {ends}>{_data((name, getattr(edge, name)) for name in _EDGE)}</edge>'
    yield "</graph>\n</graphml>"


def _data(values: Iterable[tuple[str, object]]) -> str:
    return "".join(f'<data key="{name}">{xml_text(str(value))}</data>' for name, value in values if value not in (None, ""))

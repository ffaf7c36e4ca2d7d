"""The network as GraphML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from rawi.export.extras import library
from rawi.export.network import network
from rawi.model import Record


def write(records: Iterable[Record], out: BinaryIO) -> int:
    """Writes the network of records as GraphML; how many edges it has comes back.

    >>> import io, rawi
    >>> write([rawi.read("تأجل الاجتماع.")], io.BytesIO())
    0
    """
    graph = network(records)
    library("networkx", "graph").write_graphml_xml(graph, out)
    return int(graph.number_of_edges())

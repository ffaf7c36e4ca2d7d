"""Rawi reads Arabic political news into a sourced record: who said what, to whom, when, and through whose hands it reached us.

>>> import rawi
>>> record = rawi.read("نقلت وكالة تاس عن أوشاكوف قوله إن الاجتماع تأجل إلى الخميس.", published="2021-12-09")
>>> record.article.published
'2021-12-09'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rawi.model import Article, Failure, Record
from rawi.reader import read, read_many
from rawi.version import __version__

if TYPE_CHECKING:
    from rawi.store import Store

__all__ = ["Article", "Failure", "Record", "Store", "__version__", "read", "read_many"]


def __getattr__(name: str) -> Any:
    if name == "Store":  # a database is opened by few who read an article
        from rawi.store import Store

        return Store
    raise AttributeError(f"module 'rawi' has no attribute {name!r}")


def _in_notebook(record: Record) -> str:
    from rawi.notebook import html

    return html(record)


Record._repr_html_ = _in_notebook  # the model imports nothing of ours: its view in notebooks is joined to it here

"""Rawi reads Arabic political news into a sourced record: who said what, to whom, when, and through whose hands it reached us.

>>> import rawi
>>> record = rawi.read("نقلت وكالة تاس عن أوشاكوف قوله إن الاجتماع تأجل إلى الخميس.", published="2021-12-09")
>>> record.article.published
'2021-12-09'
"""

from rawi.model import Article, Failure, Record
from rawi.reader import read, read_many
from rawi.version import __version__

__all__ = ["Article", "Failure", "Record", "__version__", "read", "read_many"]


def _in_notebook(record: Record) -> str:
    from rawi.notebook import html

    return html(record)


Record._repr_html_ = _in_notebook  # the model imports nothing of ours: its view in notebooks is joined to it here

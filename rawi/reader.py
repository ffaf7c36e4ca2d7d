"""Reading from the outside: any text in, a record or the reason why not out. Nothing handed over makes it raise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rawi.errors import RawiError, StageError, failure
from rawi.model import Article, Failure, Record
from rawi.text.article import article, name_for

Given = Article | Mapping[str, Any] | str
"""What can be read: an Article, a mapping with the keys of JSON input, or a plain text."""


def read(given: Given, *, published: str | None = None, outlet: str | None = None, world: Path | None = None) -> Record | Failure:
    """The record of an article, or a Failure (which is false) that says why it cannot be read; never raises over what it is given.

    `published` (a day, or a time with its zone) and `outlet` hold where the article does not say its own; `world` is a folder of
    tables laid over the world that comes with Rawi. Raises PackError only, where a world or Rawi's own data is broken.

    >>> record = read("أعلن بايدن اليوم الخميس أن الاجتماع تأجل.", published="2021-12-09")
    >>> [time.value for time in record.times]
    ['2021-12-09']
    >>> read("").failure.reason
    'the text is empty. Give the words of the article.'
    """
    from rawi.lang.pack import load  # here, not above: `import rawi` costs a tenth without the stages
    from rawi.pipeline import read_article

    lang = load() if world is None else load(world=world)
    try:
        return read_article(article(given, published=published, outlet=outlet), lang)
    except StageError as fault:
        return failure(_id_of(given), fault.stage, str(fault))
    except RawiError as fault:
        return failure(_id_of(given), "article", str(fault))
    except Exception as fault:  # a mapping or an Article of a maker's own may do anything when looked at
        return failure(None, "article", f"{type(fault).__name__}: {fault}")


def read_many(
    given: Iterable[Given | Failure], *, published: str | None = None, outlet: str | None = None, world: Path | None = None
) -> Iterator[Record | Failure]:
    """The records of articles, one by one as they come, a Failure in the place of each that cannot be read.

    A Failure among what is given, as a source of articles yields for a broken line, is handed on.

    >>> [bool(record) for record in read_many(["قال بايدن إن الاجتماع تأجل.", "", {"text": "نفى الكرملين ذلك."}])]
    [True, False, True]
    """
    for one in given:
        yield one if isinstance(one, Failure) else read(one, published=published, outlet=outlet, world=world)


def _id_of(given: object) -> str | None:
    if isinstance(given, str):
        return name_for(given) if given.strip() else None
    named = given.get("id") if isinstance(given, Mapping) else getattr(given, "id", None)
    return None if named is None else str(named)

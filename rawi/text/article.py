"""Articles in: what is handed over, plain or with its particulars, becomes an Article, or is refused with a reason."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from rawi.errors import SourceError, UsageError
from rawi.model import Article
from rawi.text.language import other_language

LONGEST = 5_000_000
"""Characters of text that one article may have; what is longer is an archive, not an article."""

LONGEST_TITLE = 200
"""Characters of a first line that may be a title: the longest headlines of Arabic newsrooms stay under it."""

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:$|[T ]\d\d:\d\d)", re.ASCII)  # an ISO day, alone or with a time of day after it
_DECODE = "Hand over words: bytes.decode(), file.read_text()."
_WORDS = ("title", "outlet", "url")


def article(given: Article | Mapping[str, Any] | str, *, published: str | None = None, outlet: str | None = None) -> Article:
    """The article of a text, of a mapping with the keys of JSON input (`text`, and any of `id`, `title`, `published`, `outlet`, `url`),
    or of an Article; `published` and `outlet` hold where it does not say its own.

    Raises SourceError or UsageError, with the way out, where it cannot be read: empty, not Arabic, too long, broken letters, no date.

    >>> article({"title": "بايدن يلتقي بوتين", "text": "عقد الرئيسان قمة."}).text
    'بايدن يلتقي بوتين\\nعقد الرئيسان قمة.'
    """
    if isinstance(given, Article):
        made = given
    elif isinstance(given, Mapping):
        made = _from_mapping(given)
    elif isinstance(given, str):
        made = _plain(given)
    else:
        raise UsageError(f"an article is a text, a mapping or an Article, not {type(given).__name__}", mend=_DECODE)
    made = msgspec.structs.replace(made, published=made.published or _day_given(published), outlet=made.outlet or outlet)
    _check(made)
    return made


def title_of(text: str) -> str | None:
    """The first line of a page, where it looks like a title: short, no full stop at its end, and more follows.

    >>> title_of("قمة في جنيف\\nعقد الرئيسان قمة.")
    'قمة في جنيف'
    >>> title_of("عقد الرئيسان قمة.\\nوقال بايدن إنها مفيدة.") is None
    True
    """
    first, _, rest = text.lstrip().partition("\n")
    first = first.strip()
    return first if len(first) <= LONGEST_TITLE and not first.endswith(".") and rest.strip() else None


def name_for(text: str) -> str:
    """The id of an article that brings none: the same text always has the same."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _plain(text: str) -> Article:
    text = "".join((text,))  # a subclass of str becomes str
    return Article(id=name_for(text), title=title_of(text), text=text)


def _from_mapping(given: Mapping[str, Any]) -> Article:
    text, title = given.get("text"), given.get("title")
    if text is None:
        raise SourceError("there is no `text`", mend='An article is {"text": …} with any of id, title, published, outlet, url.')
    if not isinstance(text, str) or not isinstance(title, str | None):
        raise SourceError("`text` and `title` are not strings", mend="Give their words as JSON strings.")
    if not text.strip():
        raise SourceError("`text` is empty", mend="Give the words of the article.")
    apart = bool(title) and not text.startswith(f"{title}\n")
    whole = f"{title}\n{text}" if apart else "".join((text,))
    named = given.get("id")
    return Article(
        id=name_for(whole) if named is None or named == "" else str(named),
        url=given.get("url") or None,
        outlet=given.get("outlet") or None,
        title=title or title_of(whole),
        published=_day_given(given.get("published")),
        text=whole,
    )


def _day_given(published: object) -> str | None:
    return published.isoformat() if isinstance(published, date) else published or None  # type: ignore[return-value]  # checked below


def _check(made: Article) -> None:
    """Raises where an article cannot be read."""
    if not isinstance(made.text, str) or not isinstance(made.id, str):
        raise UsageError("`id` and `text` of an article are not strings")
    if not made.text.strip():
        raise SourceError("the text is empty", mend="Give the words of the article.")
    if len(made.text) > LONGEST:
        mend = f"An article has at most {LONGEST:,}: give the articles of an archive one by one."
        raise SourceError(f"the text has {len(made.text):,} characters", mend=mend)
    for name in ("id", "text", *_WORDS):
        _check_words(name, getattr(made, name))
    if made.published is not None:
        check_day(made.published)
    if language := other_language(made.text):
        raise SourceError(f"the text is not Arabic: {language}", mend="Rawi reads Arabic news.")


def _check_words(name: str, words: object) -> None:
    if not isinstance(words, str | None):
        raise SourceError(f"`{name}` is not a string", mend="Give its words as a string.")
    try:
        (words or "").encode()
    except UnicodeEncodeError as fault:
        raise SourceError(f"`{name}` has half a character at {fault.start}", mend="Decode the bytes as UTF-8.") from None


def check_day(published: object) -> None:
    """Raises UsageError where a publication date is none: `2021-12-09`, or `2021-12-09T18:30:00+03:00` with its zone, is one."""
    found = _DAY.match(published) if isinstance(published, str) else None
    try:
        date.fromisoformat(found[1] if found else "")
        datetime.fromisoformat(published)  # type: ignore[arg-type]  # a string where the line above went through
    except ValueError:
        mend = "Give a day as 2021-12-09 or a time with its zone as 2021-12-09T18:30:00+03:00."
        raise UsageError(f"not a date of publication: {published!r}", mend=mend) from None

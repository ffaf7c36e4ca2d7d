"""A small made-up archive for tests of loading."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from rawi.model import Article

NAMES = ("جون كيري", "محمد جواد ظريف", "بان كي مون", "أنجيلا ميركل", "سيرغي لافروف")
VERBS = ("قال", "أعلن", "أكد", "نفى", "أضاف")
THINGS = ("الاجتماع تأجل إلى يوم الخميس", "المحادثات ستستأنف في فيينا", "الحدود آمنة", "الاتفاق سيوقع غداً", "أكثر من 100 جندي عادوا")


def texts(number: int) -> Iterator[str]:
    """So many different short articles."""
    for at in range(number):
        name, verb, thing = NAMES[at % 5], VERBS[at // 5 % 5], THINGS[at // 25 % 5]
        yield f"خبر رقم {at}\n{verb} {name} أمس إن {thing}، في اليوم {at}.\nوقالت وكالة رويترز إن {NAMES[(at + 1) % 5]} لم يعلق."


def write(path: Path, number: int) -> Path:
    """A file of JSON lines with so many articles."""
    rows = ({"id": f"a{at}", "text": text, "published": f"2015-07-{at % 28 + 1:02}"} for at, text in enumerate(texts(number)))
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")
    return path


def articles(number: int) -> list[Article]:
    """The same articles."""
    return [
        Article(id=f"a{at}", text=text, published=f"2015-07-{at % 28 + 1:02}", title=f"خبر رقم {at}")
        for at, text in enumerate(texts(number))
    ]

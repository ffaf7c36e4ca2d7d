"""A record as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

from rawi.model import Record
from rawi.notebook import html


class Balance(HTMLParser):
    """Keeps the tags that are open, and the words."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_block_is_right_to_left_and_escaped(relayed: Record) -> None:
    made = html(relayed)
    assert made.startswith('<div dir="rtl" lang="ar"')
    assert "<عادوا>" not in made
    assert "&lt;عادوا&gt; &amp;" in made


def test_the_block_is_well_formed_and_whole(relayed: Record) -> None:
    parser = Balance()
    parser.feed(html(relayed))
    assert parser.open == []
    assert {"وكالة تاس", "←", "أوشاكوف", "بايدن", "Joe Biden"} <= set(parser.words)


def test_labels_can_be_english(relayed: Record) -> None:
    assert html(relayed, code="en").startswith('<div dir="ltr" lang="en"')

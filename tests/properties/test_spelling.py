"""Vowel signs, tatweel, the script of digits and the make of quotation marks change nothing in a record but offsets."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rawi
from rawi.model import Record
from rawi.text.fold import fold

ROOT = Path(__file__).parents[2]
SENTENCES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
COUNCIL = (ROOT / "examples" / "council.txt").read_text(encoding="utf-8")
ARCHIVE = ROOT.parent / "shared" / "data" / "ant" / "articles.jsonl.gz"
DAY = "2021-12-09"

pages = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(lambda some: "\n".join(some))


def read(text: str) -> Record:
    found = rawi.read(text, published=DAY)
    assert isinstance(found, Record), found
    return found


VOWELS = "\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
"""Without fathatan, the one sign that newspapers write: it makes an everyday noun of what would be a name (twelve cups, not Cuba)."""
TATWEEL = "\u0640"
ADDED = frozenset(VOWELS + TATWEEL + "\u064b\u0670")
ASCII, ARABIC_INDIC, PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"


def content(record: Record) -> Any:
    """What a record says, offsets counted over the text without vowel signs and tatweel, words folded."""
    text = record.article.text
    places = [0]
    for char in text:
        places.append(places[-1] + (char not in ADDED))

    def plain(item: Any, name: str = "") -> Any:
        if isinstance(item, msgspec.Struct):
            return {field: plain(getattr(item, field), field) for field in item.__struct_fields__}
        if isinstance(item, tuple):
            return [plain(one, name) for one in item]
        if name in ("start", "end"):
            return places[item]
        return fold(item) if name in ("text", "name", "unit_text") and item else item

    said: dict[str, Any] = plain(record)
    del said["article"], said["made_by"]
    return said


def assert_same(text: str, other: str) -> None:
    ours, theirs = content(read(text)), content(read(other))
    for layer in ours:
        assert ours[layer] == theirs[layer], layer


def scattered(text: str, marks: str, chance: random.Random, *, word_ends: bool) -> str:
    """The text with marks strewn after its Arabic letters, with more than one on some."""
    out = []
    for at, char in enumerate(text):
        out.append(char)
        last = at + 1 == len(text) or not text[at + 1].isalpha()
        if "\u0621" <= char <= "\u064a" and (word_ends or not last):
            out += [chance.choice(marks) for _ in range(chance.choice((0, 0, 1, 1, 2)))]
    return "".join(out)


def with_vowels(text: str, seed: int) -> str:
    return scattered(text, VOWELS, random.Random(seed), word_ends=True)


def with_tatweel(text: str, seed: int) -> str:
    return scattered(text, TATWEEL, random.Random(seed), word_ends=False)  # typesetters stretch between letters


def with_digits(text: str, script: str) -> str:
    for digits in (ASCII, ARABIC_INDIC, PERSIAN):
        text = text.translate(str.maketrans(digits, script))
    return text


def with_quotes(text: str, make: str) -> str:
    """The text with every pair of quotation marks of one make; its own are straight, or these."""
    out, is_open = [], False
    for char in text:
        if char == '"':
            is_open = not is_open
        out.append(make[0] if char in "“«" or (char == '"' and is_open) else make[1] if char in '”»"' else char)
    return "".join(out)


VARIANTS: dict[str, Callable[[str], str]] = {
    "vowel signs": lambda text: with_vowels(text, 1),
    "tatweel": lambda text: with_tatweel(text, 2),
    "both": lambda text: with_tatweel(with_vowels(text, 3), 4),
    **{f"quotes {make}": lambda text, make=make: with_quotes(text, make) for make in ("“”", "«»", "„“", '""')},  # type: ignore[misc]
    **{f"digits {script[1]}": lambda text, script=script: with_digits(text, script) for script in (ARABIC_INDIC, PERSIAN)},  # type: ignore[misc]
}


CASES = [(text, name) for text in [*SENTENCES, COUNCIL] for name, variant in VARIANTS.items() if variant(text) != text]


@pytest.mark.parametrize(("text", "variant"), CASES, ids=[f"{text[:20]} {name}" for text, name in CASES])
def test_spelling_changes_nothing_but_offsets(text: str, variant: str) -> None:
    assert_same(text, VARIANTS[variant](text))


TWO_WAYED = "quotes „“"
"""Where no space stands on either side, “ opens: pages that forget the space cannot have it close."""
OF_AN_ARCHIVE = [name for name in VARIANTS if name != TWO_WAYED]


@pytest.mark.skipif(not ARCHIVE.exists(), reason="the articles of ../shared/data are not here")
@pytest.mark.parametrize("variant", OF_AN_ARCHIVE)
def test_spelling_changes_nothing_but_offsets_in_an_archive(variant: str) -> None:
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in islice(lines, 0, None, 80)]
    for one in articles:
        text = f"{one['title']}\n{one['text']}"
        if all(paragraph.count('"') % 2 == 0 for paragraph in text.splitlines()):  # else nobody can tell which mark opens
            assert_same(text, VARIANTS[variant](text))


@settings(max_examples=40, deadline=None)
@given(pages, st.integers(0, 2**32))
def test_spelling_changes_nothing_but_offsets_on_whole_pages(text: str, seed: int) -> None:
    chance = random.Random(seed)
    other = with_tatweel(with_vowels(with_quotes(text, chance.choice(["“”", "«»", "„“"])), seed), seed)
    assert_same(text, with_digits(other, chance.choice([ASCII, ARABIC_INDIC, PERSIAN])))


@pytest.mark.parametrize("word", ["علىَ", "علىٰ"])
def test_alef_maksura_may_bear_a_mark(word: str) -> None:
    text = "وردا على سؤال أجاب الرئيس التونسي بأن القرار بيد البرلمان."
    assert_same(text, text.replace("على", word))

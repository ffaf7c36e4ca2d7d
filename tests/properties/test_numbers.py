"""Every number comes back as itself, spelled out by a library that knows Arabic number words, or in digits of either script."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from num2words import num2words  # type: ignore[import-untyped]

from rawi.document import Document
from rawi.lang.numerals import plain, read_number
from rawi.lang.pack import load
from rawi.lang.terms import read_terms
from rawi.model import Article, Quantity
from rawi.stages.quantities import quantities
from rawi.stages.terms import terms
from rawi.text.lexicon import Keys
from rawi.text.sentences import sentences

LANG = load()
ROUND = sorted(
    {count * 10**power for power in range(3, 13) for count in (*range(1, 30), 100, 111, 250, 999) if count * 10**power <= 10**12}
)
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def misspelled(number: int) -> bool:
    """What num2words spells as no Arab would, so that it says another number or none.

    A scale that stands twice and alone is written as if a noun followed: «ألفا» for «ألفان». And a group of thousands that ends in one
    becomes a hundred and a thousand thousands: «مائة و ألف ألف» for «مئة وواحد ألف».
    """
    groups, rest = [], number
    while rest:
        rest, group = divmod(rest, 1000)
        groups.append(group)
    twice = bool(groups) and groups[-1] == 2 and not any(groups[:-1]) and len(groups) > 1
    return twice or any(group % 100 == 1 and group > 100 for group in groups[1:])


def value_of(text: str) -> int | float | None:
    """What a text that is nothing but a number is worth; None where the reading stops before its end."""
    tokens = LANG.tokens(text)
    terms = read_terms(text, tokens, Keys(tokens), LANG.lexicon("terms"))
    number = read_number(terms, 0)
    return plain(number.value) if number and number.last == len(terms) else None


def quantities_of(text: str) -> tuple[Quantity, ...]:
    tokens = LANG.tokens(text)
    doc = Document(article=Article(id="test", text=text), tokens=tokens, sentences=sentences(text, tokens))
    return quantities(replace(doc, terms=terms(doc, LANG)), LANG)


def test_every_number_to_ten_thousand_comes_back() -> None:
    wrong = [n for n in range(10_001) if not misspelled(n) and value_of(num2words(n, lang="ar")) != n]
    assert wrong == []


def test_round_numbers_to_a_trillion_come_back() -> None:
    wrong = [n for n in ROUND if not misspelled(n) and value_of(num2words(n, lang="ar")) != n]
    assert wrong == []


@given(st.integers(min_value=10_000, max_value=1_000_000))
@settings(max_examples=1500, deadline=None)
def test_numbers_to_a_million_come_back(number: int) -> None:
    if not misspelled(number):
        assert value_of(num2words(number, lang="ar")) == number


@pytest.mark.parametrize(("number", "spelled", "should_be"), [(2000, "ألفا", "ألفان"), (101_000, "مائة و ألف ألف", "مئة وواحد ألف")])
def test_what_is_left_out_is_what_the_library_misspells(number: int, spelled: str, should_be: str) -> None:
    """If the library comes to spell these as Arabic does, they are no longer left out."""
    assert num2words(number, lang="ar") == spelled
    assert misspelled(number)
    assert value_of(should_be) == number


@given(st.integers(min_value=0, max_value=10**9))
@settings(max_examples=300, deadline=None)
def test_digits_of_either_script_with_their_separators_come_back(number: int) -> None:
    for written in (
        f"{number}",
        f"{number:,}",
        f"{number:,}".replace(",", "،"),
        f"{number:,}".replace(",", "٬"),
        f"{number:,}".replace(",", "."),
    ):
        assert value_of(written) == number
        assert value_of(written.translate(ARABIC_DIGITS)) == number


@given(st.integers(min_value=0, max_value=9999), st.integers(min_value=1, max_value=99))
@settings(max_examples=300, deadline=None)
def test_decimals_come_back(whole: int, part: int) -> None:
    for point in (".", ",", "،", "٫"):
        assert value_of(f"{whole}{point}{part:02}") == plain_decimal(whole, part)
        assert value_of(f"{whole}{point}{part:02}".translate(ARABIC_DIGITS)) == plain_decimal(whole, part)


def plain_decimal(whole: int, part: int) -> float:
    return float(f"{whole}.{part:02}")


@given(st.integers(min_value=3, max_value=1_000_000))
@settings(max_examples=500, deadline=None)
def test_a_spelled_number_before_its_noun_is_a_quantity(number: int) -> None:
    if misspelled(number):
        return
    many = 3 <= number % 100 <= 10
    text = f"شارك في المسيرة {num2words(number, lang='ar')} {'مواطنين' if many else 'مواطنا'} في العاصمة."
    found = quantities_of(text)
    assert [(q.value, q.unit, q.bound) for q in found] == [(number, "citizen", "exact")]

"""Terms: words without their proclitics, phrases, numbers and marks, each with what the pack knows of it."""

from __future__ import annotations

import pytest

from rawi.lang.pack import load
from rawi.lang.terms import Term
from rawi.model import Article
from rawi.pipeline import analyse


def terms_of(text: str) -> tuple[Term, ...]:
    return analyse(Article(id="test", text=text), load()).terms


def test_proclitics_are_named_and_left_out_of_the_span() -> None:
    text = "وبألفي جندي"
    first, second = terms_of(text)
    assert (first.proclitics, text[first.start : first.end]) == (("and", "by"), "ألفي")
    assert (first.features["two-scales"].value, second.features["noun"].value) == (1000, "soldier")


def test_a_phrase_is_one_term() -> None:
    first, mark, second = terms_of("كانون الثاني/يناير")
    assert (first.features["month"].value, second.features["month"].value) == (1, 1)
    assert mark.part == "mark"


@pytest.mark.parametrize(("text", "kinds"), [("الاثنين", {"weekday", "one"}), ("ثانية", {"unit", "ordinal"})])
def test_a_word_has_all_its_features(text: str, kinds: set[str]) -> None:
    (term,) = terms_of(text)
    assert kinds <= set(term.features)


def test_an_and_with_a_space_after_it_belongs_to_the_next_word() -> None:
    assert [t.proclitics for t in terms_of("خمسة و عشرون")] == [(), ("and",)]


@pytest.mark.parametrize("text", ["", "   ", "\n", "و", "«»"])
def test_scraps_do_no_harm(text: str) -> None:
    assert all(term.start < term.end for term in terms_of(text))

"""Cues: which words report, and which only look like it."""

from __future__ import annotations

import pytest

from rawi.lang.pack import load
from rawi.model import Article
from rawi.pipeline import analyse


def cues(text: str) -> list[tuple[str, str]]:
    """The words and aspects of a text's cues."""
    doc = analyse(Article(id="a", text=text), load())
    return [(doc.words(cue.first, cue.last), cue.aspect) for cue in doc.cues]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أكدت الوزارة أن المعبر مغلق.", ("أكدت", "past")),
        ("ويقول الخبراء إن الأسعار سترتفع.", ("يقول", "present")),
        ("وصل الوفد، مؤكدا أن الحوار مستمر.", ("مؤكدا", "participle")),
        ("نقلت الصحيفة عن مصدر قوله إن الوفد وصل.", ("قول", "masdar")),
        ("قتل اثنان، بحسب الشرطة.", ("بحسب", "phrase")),
        ("وبين الوزير أن القرار نهائي.", ("بين", "past")),
        ("عبر الرئيس عن قلقه.", ("عبر", "past")),
    ],
)
def test_words_that_report_are_cues(text: str, found: tuple[str, str]) -> None:
    assert found in cues(text)


@pytest.mark.parametrize(
    "text",
    [
        "التعاون بين البلدين مستمر.",
        "وصل المتحدث إلى القاعة.",
        "عبر الجيش النهر.",
        "رفع علم البلاد فوق المبنى.",
        "صدر أمر قضائي.",
    ],
)
def test_words_that_are_something_else_are_none(text: str) -> None:
    assert cues(text) == []


def test_a_pronoun_behind_a_verb_does_not_hide_it() -> None:
    assert ("أبلغ", "past") in cues("أبلغه الوزير أن الزيارة تأجلت.")

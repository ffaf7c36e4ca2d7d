"""Telling Arabic from the rest by its letters."""

from __future__ import annotations

import pytest

from rawi.text.language import other_language


@pytest.mark.parametrize(
    "text",
    [
        "قال بايدن إن الاجتماع تأجل",
        "بايدن يلتقي پوتين",
        "قالت وزارة الخارجية الایرانیة ان الوزیر سیزور موسکو",  # Arabic typed on a Persian keyboard
        "iPhone 15 Pro في السعودية",
        "١٢٣",
        "10 c",
        "ﻗﺎﻝ ﺑﺎﻳﺪﻥ",  # presentation forms
    ],
)
def test_arabic_is_read(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The president said the meeting was put off, said قال",
        "Встреча отложена",
        "או היום",
        "…!",
        "او امروز به مسکو رفت و با وزیر خارجه دیدار کرد",
        "وزیراعظم نے کہا ہے کہ پاکستان کی حکومت عوام کے ساتھ ہے",
        "سەرۆکی هەرێم لەگەڵ وەفدێک کۆبووەوە",
    ],
)
def test_other_languages_are_not(text: str) -> None:
    assert other_language(text)

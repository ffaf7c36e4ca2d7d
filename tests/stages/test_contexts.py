"""Contexts: every one of the manual has words, and its example shows it; the entry's own come first."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from rawi.lang.pack import load
from rawi.lang.schema.contexts import Context, ContextName
from rawi.model import Article, Event
from rawi.pipeline import analyse

MANUAL = Path(__file__).parents[3] / "shared" / "reference" / "plover" / "PLOVER_MANUAL.tex"
CONTEXTS = load().sources.contexts.context


def events(text: str) -> tuple[Event, ...]:
    return analyse(Article(id="a", text=text, published="2016-05-18"), load()).events


@pytest.mark.skipif(not MANUAL.exists(), reason="the manual of ../shared/reference is not here")
def test_the_contexts_are_the_manuals() -> None:
    table = MANUAL.read_text(encoding="utf-8").partition("START CONTEXTS TABLE")[2].partition("END CONTEXTS TABLE")[0]
    rows = re.findall(r"^(?:\\hyperref\[[^]]*\]\{)?([a-z\\_]+)\}? *&", table, re.MULTILINE)
    assert [row.replace("\\_", "_") for row in rows] == list(get_args(ContextName))


def test_the_pack_has_words_for_each_in_the_manuals_order() -> None:
    assert [context.name for context in CONTEXTS] == list(get_args(ContextName))
    for context in CONTEXTS:
        for words in (context.nouns, context.adjectives, context.bodies):
            assert len(set(words)) == len(words), context.name


@pytest.mark.parametrize("context", CONTEXTS, ids=[context.name for context in CONTEXTS])
def test_each_example_shows_its_context(context: Context) -> None:
    assert context.name in {name for event in events(context.example) for name in event.contexts}


def test_the_entrys_own_come_first_and_each_once() -> None:
    (attack,) = [event for event in events("قصف الطيران مواقع عسكرية لتنظيم داعش قرب حقل نفط.") if event.type == "ASSAULT"]
    assert attack.contexts == ("military", "natural_resource", "terrorism")


def test_the_code_is_of_the_entrys_own_context() -> None:
    (attack,) = [event for event in events("هاجم مسلحون محكمة في المدينة.") if event.type == "ASSAULT"]
    assert (attack.contexts, attack.cameo) == (("military", "legal"), "190")

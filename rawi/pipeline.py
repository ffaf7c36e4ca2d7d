"""The stages in order, and how an article goes through them. The file to read first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from rawi.document import Document
from rawi.errors import StageError
from rawi.lang.pack import Language
from rawi.model import Article, MadeBy, Record
from rawi.stages.cues import cues
from rawi.stages.entities import entities
from rawi.stages.events import events
from rawi.stages.mentions import mentions
from rawi.stages.quantities import quantities
from rawi.stages.quotes import quotes
from rawi.stages.statements import statements
from rawi.stages.strands import strands
from rawi.stages.terms import terms
from rawi.stages.times import times
from rawi.text.sentences import sentences
from rawi.version import __version__


class Stage(NamedTuple):
    """A layer, the layers that must be there before it, and the function that reads it."""

    gives: str
    needs: tuple[str, ...]
    run: Callable[[Document, Language], tuple[Any, ...]]


STAGES = (
    Stage("cues", (), cues),
    Stage("quotes", (), quotes),
    Stage("terms", (), terms),
    Stage("strands", ("terms",), strands),
    Stage("times", ("cues", "quotes", "terms", "strands"), times),
    Stage("quantities", ("terms", "times"), quantities),
    Stage("mentions", ("cues", "quotes", "times", "quantities"), mentions),
    Stage("entities", ("mentions",), entities),
    Stage("statements", ("cues", "quotes", "times", "entities"), statements),
    Stage("events", ("statements",), events),
)


def analyse(article: Article, lang: Language) -> Document:
    """The article with every layer that the stages find in it; raises StageError, which says where, if one of them falls."""
    stage = "tokens"
    try:
        tokens = lang.tokens(article.text)
        doc = Document(article=article, tokens=tokens, sentences=sentences(article.text, tokens))
        for stage, _, run in STAGES:
            doc = doc.having(**{stage: run(doc, lang)})
    except Exception as fault:
        raise StageError(stage, f"{type(fault).__name__}: {fault}") from fault
    return doc


def read_article(article: Article, lang: Language) -> Record:
    """The record of an article: what it says, on whose word; every item with `why`."""
    doc = analyse(article, lang)
    made_by = MadeBy(rawi=__version__, pack=lang.version, world=lang.world.version)
    return Record(
        made_by=made_by, article=article, strands=doc.strands, entities=tuple(e.entity for e in doc.entities), times=doc.times,
        quantities=doc.quantities, statements=doc.statements, events=doc.events,
    )  # fmt: skip

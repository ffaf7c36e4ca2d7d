"""Records made by hand from words quoted out of a text, so that searching is tested whatever the stages read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rawi.model import Article, Cue, Entity, Event, Link, MadeBy, Mention, Record, Span, Statement, Time, Words


def record(given: Mapping[str, Any]) -> Record:
    """The record of an article in `cases.toml`."""
    text = given["text"]
    entities = tuple(_entity(text, one) for one in given.get("entities", ()))
    times = tuple(Time(**_words(text, one["text"]), type="DATE", value=one["value"]) for one in given.get("times", ()))
    statements = tuple(_statement(text, n, one) for n, one in enumerate(given.get("statements", ()), 1))
    events = tuple(_event(text, n, one) for n, one in enumerate(given.get("events", ()), 1))
    article = Article(id=given["id"], outlet=given.get("outlet"), published=given.get("published"), text=text)
    made_by = MadeBy(rawi="0", pack="0", world="0")
    return Record(made_by=made_by, article=article, entities=entities, times=times, statements=statements, events=events)


def _words(text: str, quote: str) -> dict[str, Any]:
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "text": quote}


def _span(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start=start, end=start + len(quote))


def _entity(text: str, one: Mapping[str, Any]) -> Entity:
    mentions = tuple(Mention(**_words(text, quote), form="name") for quote in one.get("said", (one["name"],)))
    rest: dict[str, Any] = {name: one.get(name) for name in ("name_en", "country", "code")}
    return Entity(id=one["id"], kind=one.get("kind", "person"), name=one["name"], mentions=mentions, **rest)


def _statement(text: str, number: int, one: Mapping[str, Any]) -> Statement:
    *carriers, speaker = one["chain"]
    links = [Link(entity=carrier, role="carrier") for carrier in carriers] + [Link(entity=speaker, role="speaker")]
    return Statement(
        id=f"s{number}", kind=one.get("kind", "indirect"), act=one.get("act", "say"), chain=tuple(links),
        cue=Cue(**_words(text, one["cue"]), lemma=one["cue"]) if "cue" in one else None, content=(_span(text, one["content"]),),
        addressee=one.get("addressee"), time=one.get("time"), confidence=one.get("confidence", 1.0),
    )  # fmt: skip


def _event(text: str, number: int, one: Mapping[str, Any]) -> Event:
    rest = {name: one[name] for name in ("place", "time", "modality", "vouched_by", "cameo", "confidence") if name in one}
    sides: dict[str, Any] = {side: tuple(one.get(side, ())) for side in ("actors", "recipients")}
    return Event(id=f"v{number}", type=one["type"], trigger=Words(**_words(text, one["trigger"])), **sides, **rest)

"""Drafts as the record tells them: spans, kinds, chains of links."""

from __future__ import annotations

from rawi.document import CueHit
from rawi.model import Cue, Link, Role, Span, Statement, StatementKind, Words
from rawi.stages.statements.chains import Chain, Chains
from rawi.stages.statements.draft import Draft
from rawi.stages.statements.page import Page


def records(page: Page, drafts: list[Draft]) -> tuple[Statement, ...]:
    """The statements of an article; a draft that nobody can be named for is left out unless the text tells it without an agent."""
    chains = Chains(page, drafts)
    names: dict[int, str] = {}
    out: list[Statement] = []
    for draft in drafts:
        chain = chains.chain(draft)
        if not chain and not draft.agentless:
            continue
        names[id(draft)] = f"s{len(out) + 1}"
        out.append(_statement(page, draft, chain, names))
    return tuple(out)


def _statement(page: Page, draft: Draft, chain: Chain, names: dict[int, str]) -> Statement:
    cue = draft.cue
    addressee = page.resolved(draft.addressee).entity.id if draft.addressee is not None else None
    return Statement(
        id=names[id(draft)], kind=kind(page, draft), act=cue.act if cue is not None else "say", cue=_cue(page, cue),
        chain=_links(page, chain), content=(_span(page, draft.start, draft.end),),
        parent=names.get(id(draft.parent)) if draft.parent is not None else None, addressee=addressee, medium=draft.medium, time=draft.time,
        confidence=draft.confidence, why=(draft.rule, *((f"cue:{cue.lemma}",) if cue is not None else ())),
    )  # fmt: skip


def _links(page: Page, chain: Chain) -> tuple[Link, ...]:
    roles: list[Role] = [*(["carrier"] * (len(chain) - 1)), "speaker"]  # type: ignore[list-item]
    return tuple(
        Link(
            entity=page.doc.entities[entity].entity.id, role=role, cue=_cue(page, hand.cue),
            mention=_words(page, hand.reference) if hand.reference is not None else None,
        )
        for role, (entity, hand) in zip(roles, chain, strict=False)
    )  # fmt: skip


def _words(page: Page, number: int) -> Words:
    reference = page.reference(number)
    start, end = page.token(reference.first).start, page.token(reference.last - 1).end
    return Words(start=start, end=end, text=page.doc.article.text[start:end])


def _cue(page: Page, cue: CueHit | None) -> Cue | None:
    if cue is None:
        return None
    last = cue.last + 1 if page.is_pronoun(cue.last) else cue.last
    start, end = page.token(cue.first).start, page.token(last - 1).end
    return Cue(start=start, end=end, text=page.doc.article.text[start:end], lemma=cue.lemma)


def _span(page: Page, first: int, last: int) -> Span:
    return Span(start=page.token(first).start, end=page.token(last - 1).end)


def kind(page: Page, draft: Draft) -> StatementKind:
    """Direct where all of it stands inside quotation marks, indirect where none does.

    Marks round a bare name count for none, nor does an «and» between two.
    """
    inside = outside = False
    for at in range(draft.start, draft.end):
        if page.token(at).part == "mark" or (page.leads(at) and page.key(at) in page.joiners):
            continue
        if page.quoted[at]:
            inside = True
        else:
            outside = True
    if inside and outside:
        return "mixed"
    return "direct" if inside else "indirect"

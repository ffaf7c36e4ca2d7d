"""Cases: a sentence in a language pack and the records it must give. They are what the pack is checked by.

A case quotes the words it means and names only what it is about: fields that it leaves out are not compared, and items that it does not
name may be there, unless it lists their layer under `exactly`. A case with `todo` says why it does not hold yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from rawi.errors import PackError
from rawi.model import Cue, Failure, Record, Span, Words

Item = dict[str, Any]


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One `[[case]]` of a file."""

    text: str
    published: str | None = None
    outlet: str | None = None
    note: str | None = None
    todo: str | None = None
    exactly: tuple[str, ...] = ()
    strands: tuple[Item, ...] = ()
    entities: tuple[Item, ...] = ()
    times: tuple[Item, ...] = ()
    quantities: tuple[Item, ...] = ()
    statements: tuple[Item, ...] = ()
    events: tuple[Item, ...] = ()


LAYERS = ("strands", "entities", "times", "quantities", "statements", "events")


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    case: tuple[Case, ...] = ()


def load_cases(folder: Path) -> dict[str, Case]:
    """The cases of a pack, each under its file's name and its number there; raises PackError where a file does not hold."""
    found: dict[str, Case] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            cases = msgspec.toml.decode(path.read_bytes(), type=_File).case
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            raise PackError(str(fault), where=str(path), mend="Mend the case.") from None
        found |= {f"{path.stem}:{number}": case for number, case in enumerate(cases, 1)}
    return found


def verdict(case: Case, record: Record | Failure) -> tuple[Literal["holds", "waits", "fails"], list[str]]:
    """Whether a record is what a case says, and what is wrong with it where it is not.

    A case with `todo` waits while it does not hold, and fails as soon as it does: then its `todo` is to go.
    """
    found = [record.failure.reason] if isinstance(record, Failure) else complaints(case, record)
    if case.todo is None:
        return ("fails" if found else "holds"), found
    return ("waits", found) if found else ("fails", ["it holds now: take its `todo` away"])


def complaints(case: Case, record: Record) -> list[str]:
    """What a record lacks of a case, or has beyond it; empty where it holds."""
    out: list[str] = []
    for layer in LAYERS:
        wanted: tuple[Item, ...] = getattr(case, layer)
        free = list(_SEEN[layer](record))
        names = sorted({name for want in wanted for name in want}) or ["text", "content", "name", "anchor", "value"]
        for want in wanted:
            fit = next((item for item in free if _holds(want, item, layer)), None)
            if fit is None:
                out.append(f"{layer}: {want} is not among {_shown(names, free)}")
            else:
                free.remove(fit)
        if layer in case.exactly and free:
            out.append(f"{layer}: beyond the case there are {_shown(names, free)}")
    return out


def _holds(want: Item, item: Item, layer: str) -> bool:
    if unknown := set(want) - set(item):
        raise PackError(f"a case names {sorted(unknown)}, which {layer} do not have", mend=f"They have {', '.join(item)}.")
    return all(_same(wanted, item[name]) for name, wanted in want.items())


def _same(wanted: Any, found: Any) -> bool:
    """Equal; for a set of names, one of them; for a list, each in its place, or for a set of names in a list, all among them."""
    if isinstance(found, frozenset):
        return set(wanted) <= found if isinstance(wanted, list) else wanted in found
    if isinstance(found, list):
        return isinstance(wanted, list) and len(wanted) == len(found) and all(map(_same, wanted, found))
    return bool(wanted == found)


def _shown(names: list[str], items: list[Item]) -> list[Item]:
    """The items with the fields that matter."""
    return [{name: _plain(item[name]) for name in names if name in item} for item in items]


def _plain(found: Any) -> Any:
    return sorted(found) if isinstance(found, frozenset) else found


def _fields(one: msgspec.Struct) -> Item:
    return {name: getattr(one, name) for name in one.__struct_fields__}


def _called(record: Record) -> dict[str | None, frozenset[str]]:
    """All that an article calls each of its entities."""
    return {
        one.id: frozenset(name for name in (one.name, one.name_en, one.id, *(m.text for m in one.mentions)) if name)
        for one in record.entities
    }


def _strands(record: Record) -> Iterator[Item]:
    called = _called(record)
    for one in record.strands:
        yield _fields(one) | {"text": record.article.text[one.start : one.end], "agency": called.get(one.agency)}


def _entities(record: Record) -> Iterator[Item]:
    for one in record.entities:
        yield _fields(one) | {"mentions": frozenset(mention.text for mention in one.mentions)}


def _statements(record: Record) -> Iterator[Item]:
    called, text = _called(record), record.article.text
    content = {one.id: [_quoted(text, span) for span in one.content] for one in record.statements}
    for one in record.statements:
        yield _fields(one) | {
            "content": content[one.id],
            "chain": [_hand(called.get(link.entity, frozenset()), link.mention) for link in one.chain],
            "roles": [link.role for link in one.chain],
            "cue": _words(one.cue),
            "parent": content.get(one.parent) if one.parent else None,
            "addressee": called.get(one.addressee) if one.addressee else None,
            "medium": one.medium.kind if one.medium else None,
            "time": record.times[one.time].text if one.time is not None else None,
        }


def _events(record: Record) -> Iterator[Item]:
    called = _called(record)
    for one in record.events:
        yield _fields(one) | {
            "actors": [called.get(actor) for actor in one.actors],
            "recipients": [called.get(actor) for actor in one.recipients],
            "place": called.get(one.place) if one.place else None,
            "trigger": one.trigger.text,
            "contexts": list(one.contexts),
            "time": record.times[one.time].text if one.time is not None else None,
        }


def _quoted(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _hand(called: frozenset[str], mention: Words | None) -> frozenset[str]:
    return called | {mention.text} if mention else called


def _words(cue: Cue | None) -> frozenset[str] | None:
    """A cue by its words or by its lemma."""
    return frozenset((cue.text, cue.lemma)) if cue else None


_SEEN: Mapping[str, Callable[[Record], Iterator[Item]]] = {
    "strands": _strands,
    "entities": _entities,
    "times": lambda record: map(_fields, record.times),
    "quantities": lambda record: map(_fields, record.quantities),
    "statements": _statements,
    "events": _events,
}
"""How a case sees the items of each layer: ids and offsets as the words they stand for."""

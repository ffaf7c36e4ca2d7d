"""How well names are found: the mentions of records against a corpus of running text with persons, places and bodies marked.

    python benchmarks/names.py [PATH] [--errors N] [--page N]

PATH has one token and its BIO label a line (PERS, LOC, ORG; other labels are passed over) and an empty line after each sentence (the
train part of CLEANANERCorp). Tokens are joined to sentences and `--page` sentences to a page, since the corpus does not say where
articles end. Compared are names, not titles or groups: a person is PERS, a place or a state LOC, an organization ORG, each the outermost
of those that lie in one another. The corpus leaves the bodies that any state has (ministries, armies, governments, police) unmarked, and
committees, groups and parties that are told by everyday words alone, so the record's are left out too, unless the world knows
them. A name in quotation marks is compared without them and without the head noun before them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rawi.document import Document, Reference, Resolved
from rawi.lang.pack import Language, load
from rawi.model import Article
from rawi.pipeline import analyse
from rawi.text.fold import QUOTE

CORPUS = Path(__file__).parents[2] / "shared/eval/ner/cleananercorp_train.txt"
TYPES = {"person": "PERS", "place": "LOC", "country": "LOC", "organization": "ORG"}
_GENERIC = frozenset(("ministry", "army", "government", "force", "system", "regime"))
_DESCRIPTIVE = frozenset(("committee", "movement", "website", "party"))
_EVERYDAY = frozenset("nNbf")  # kinds of word, see `Splitter.kinds`
_CLOSING, _OPENING = frozenset(".,،؛;:؟?!)»”]"), frozenset("(«“[")
_MARKS = "".join(sorted(_CLOSING | _OPENING)) + "\"'-"


class Span(NamedTuple):
    """A name of a type: where it stands on its page."""

    type: str
    start: int
    end: int


class Page(NamedTuple):
    """Some sentences of the corpus as running text, and the names marked in them."""

    text: str
    names: tuple[Span, ...]


class Score(NamedTuple):
    """Names that agree, names marked in the corpus, names found."""

    right: int
    gold: int
    found: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(self.gold + self.found, 1)


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The sentences of the corpus: tokens with their labels."""
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    for full, rows in groupby(lines, key=lambda row: len(row) == 2):
        if full:
            yield [(token, label) for token, label in rows]


def pages(path: Path, size: int) -> Iterator[Page]:
    """The corpus in pages of so many sentences."""
    some: list[list[tuple[str, str]]] = []
    for sentence in sentences(path):
        some.append(sentence)
        if len(some) == size:
            yield _page(some)
            some = []
    if some:
        yield _page(some)


def _page(some: list[list[tuple[str, str]]]) -> Page:
    """Tokens set as newspapers set them: closing marks at the word before, opening ones at the word behind."""
    text, names = "", list[Span]()
    for sentence in some:
        glued, quoted, open_label = True, False, ""
        for token, label in sentence:
            quote = token == '"'
            if not (glued or token[0] in _CLOSING or (quote and quoted)):
                text += " "
            start, text = len(text), text + token
            quoted ^= quote
            glued = token[-1] in _OPENING or (quote and quoted)
            kind = label[2:]
            if label.startswith("I-") and kind == open_label:
                names[-1] = names[-1]._replace(end=len(text))
            elif kind:
                names.append(Span(kind, start, len(text)))
            open_label = kind
        text += "\n"
    return Page(text, tuple(_trimmed(text, name) for name in names if name.type in TYPES.values()))


def _trimmed(text: str, name: Span) -> Span:
    words = text[name.start : name.end]
    start = name.start + len(words) - len(words.lstrip(_MARKS))
    return name._replace(start=start, end=max(start, name.end - len(words) + len(words.rstrip(_MARKS))))


def found(page: Page, lang: Language) -> tuple[Span, ...]:
    """The names that a record finds on a page, the outermost of those that lie in one another."""
    doc = analyse(Article(id="page", text=page.text), lang)
    spans = sorted({span for one in doc.entities for span in _names(doc, one, lang)}, key=lambda s: (s.start, -s.end))
    outer: list[Span] = []
    for span in spans:
        if not outer or span.end > outer[-1].end:
            outer.append(span)
    return tuple(outer)


def _names(doc: Document, one: Resolved, lang: Language) -> Iterator[Span]:
    if one.entity.kind not in TYPES:
        return
    for number in one.references:
        reference = doc.mentions[number]
        if reference.name is None or reference.head in _GENERIC or reference.kind not in TYPES or _described(doc, reference, lang):
            continue
        first, last = reference.name
        marks = [at for at in range(first, last) if doc.tokens[at].key == QUOTE]
        if len(marks) == 2 and marks[1] == last - 1:
            first, last = marks[0] + 1, marks[1]
        for begin, end in ((first, last), reference.alias) if reference.alias is not None else ((first, last),):
            yield Span(TYPES[reference.kind], doc.tokens[begin].start, doc.tokens[end - 1].end)


def _described(doc: Document, reference: Reference, lang: Language) -> bool:
    """Whether a body is one that any state has, or told by everyday words alone: «الوفد المرافق», «مجلس الإدارة»."""
    if reference.kind != "organization":
        return False
    if reference.thing is not None:
        return lang.world.thing(reference.thing).sort in _GENERIC
    if reference.head not in _DESCRIPTIVE or reference.of or reference.alias is not None:
        return False
    first, last = reference.name or (0, 0)
    return all(_EVERYDAY & set(lang.split.kinds(t.key)) or t.part == "article" for t in doc.tokens[first:last])


def compare(gold: tuple[Span, ...], ours: tuple[Span, ...], *, exact: bool) -> tuple[list[Span], list[Span]]:
    """The corpus's names that nothing found agrees with, and those found that agree with none; clitics do not count as difference."""

    def agree(one: Span, other: Span) -> bool:
        if one.type != other.type:
            return False
        if exact:
            return one.end == other.end and abs(one.start - other.start) <= 2
        return one.start < other.end and other.start < one.end

    free = list(ours)
    missed: list[Span] = []
    for name in gold:
        fit = next((span for span in free if agree(name, span)), None)
        missed.append(name) if fit is None else free.remove(fit)
    return missed, free


def measure(path: Path, size: int, *, exact: bool) -> tuple[dict[str, Score], Counter[tuple[str, str, str]]]:
    """Scores by type over the whole corpus, and what differs: missed or wrong, type, words in their sentence."""
    lang, counts, errors = load(), {kind: [0, 0, 0] for kind in ("PERS", "LOC", "ORG")}, Counter[tuple[str, str, str]]()
    for page in pages(path, size):
        ours = found(page, lang)
        missed, wrong = compare(page.names, ours, exact=exact)
        for label, spans in (("missed", missed), ("wrong", wrong)):
            errors.update((label, s.type, f"{page.text[max(0, s.start - 25) : s.start]}[{page.text[s.start : s.end]}]"
                           f"{page.text[s.end : s.end + 20]}".replace("\n", " ")) for s in spans)  # fmt: skip
        for kind, count in counts.items():
            gold = sum(name.type == kind for name in page.names)
            count[0] += gold - sum(name.type == kind for name in missed)
            count[1] += gold
            count[2] += sum(name.type == kind for name in ours)
    return {kind: Score(*count) for kind, count in counts.items()}, errors


def main() -> None:
    """Prints precision, recall and F1 by type, for spans that overlap and spans that are equal, and where asked what differs."""
    parser = argparse.ArgumentParser(description="Names found against a marked corpus.")
    parser.add_argument("path", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--errors", type=int, default=0, help="show so many differences of each type")
    parser.add_argument("--page", type=int, default=16, help="sentences to a page; an article of the corpus has about so many")
    given = parser.parse_args()
    if not given.path.exists():
        raise SystemExit(f"{given.path.name} is not there: give the path of a corpus with one token and its label a line")
    print(f"{'':14} {'precision':>9} {'recall':>7} {'F1':>7} {'marked':>7} {'found':>7}")
    for exact in (False, True):
        scores, errors = measure(given.path, given.page, exact=exact)
        for kind, score in scores.items():
            how = "equal" if exact else "overlapping"
            precision, recall = score.right / max(score.found, 1), score.right / max(score.gold, 1)
            print(f"{kind:5} {how:8} {precision:9.3f} {recall:7.3f} {score.f1:7.3f} {score.gold:7} {score.found:7}")
        for label in ("missed", "wrong") if given.errors and not exact else ():
            for kind in scores:
                some = [key for key in errors if key[:2] == (label, kind)]
                for _, _, words in some[:: max(1, len(some) // given.errors)][: given.errors]:
                    print(f"  {label} {kind}: {words}")


if __name__ == "__main__":
    main()

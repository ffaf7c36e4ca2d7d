"""PLOVER actors: which state or organisation an entity belongs to, and which sector it acts for.

What the world knows has its code there. Of the others, the words of a title, a body or a source tell the sector (مصدر عسكري: MIL), and the
states and bodies named in them the country: «متحدث باسم وزارة الدفاع الروسية» is RUS MIL. Where no state is told the sector stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.document import Document, Reference
from rawi.lang.lexicons.roles import Sector
from rawi.lang.pack import Language
from rawi.text.lexicon import Lexicon
from rawi.world.world import World

_FORMER = "ELI"
_ACTING = frozenset(("person", "organization", "group"))
_ROOTS = ("IGO", "NGO", "MNC", "IMG")


class Coder:
    """Tells codes of actors within one document."""

    def __init__(self, doc: Document, lang: Language) -> None:
        self.doc, self.world = doc, lang.world
        self.of = lang.sources.roles.provisions.of[0]
        """What stands between an article and its treaty."""
        self._sectors: Lexicon[Sector] = lang.lexicon("sectors")

    def code(self, references: Sequence[Reference]) -> tuple[str | None, str | None]:
        """The country and the code of an entity by its references, the fullest code first; None where they tell none."""
        best: tuple[str | None, str | None] = (None, None)
        for reference in references:
            country, code = self._read(reference)
            if len(code or "") > len(best[1] or ""):
                best = country or best[0], code
        return best

    def _read(self, reference: Reference) -> tuple[str | None, str | None]:
        if reference.kind not in _ACTING:
            return None, None
        hits = list(self._hits(reference))
        country, given = _belongs(self.world, reference.of)
        if given is not None and (not hits or hits[0].faint or given.startswith(_ROOTS)):
            return country, given
        sector = next((hit for hit in hits if not hit.faint), hits[0] if hits else None)
        code = _FORMER if reference.former and sector is not None and reference.kind == "person" else sector.code if sector else None
        return country, " ".join(part for part in (country, code) if part) or None

    def _hits(self, reference: Reference) -> Iterator[Sector]:
        """What the words outside the name tell, in order."""
        name = reference.name if reference.kind == "person" and reference.name is not None else (0, 0)
        at = reference.first
        while at < reference.last:
            inside = name[0] <= at < name[1]
            hit = None if inside else self._sectors.longest(self.doc.keys, at)
            if hit is not None:
                yield hit.entry
            at = hit.last if hit is not None else at + 1


def _belongs(world: World, of: Sequence[int]) -> tuple[str | None, str | None]:
    """The state that things belong to, and the code of the body that comes before any state: «المتحدث باسم الأمم المتحدة»."""
    body: str | None = None
    for number in of:
        thing = world.thing(number)
        if thing.kind == "organization" and body is None:
            body = thing.code
        if thing.country is not None:
            return thing.country, body
    return None, body

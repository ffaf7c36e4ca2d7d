"""Counts of what was found, and the rates made of them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tally:
    """How many were right (`hit`), how many gold has, how many were found."""

    hit: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Tally(hit=1, gold=1, found=3).f1
        0.5
        """
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Scores:
    """The tally of each layer, and in words what was missed or wrong."""

    layers: dict[str, Tally] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, layer: str, hit: int, gold: int, found: int) -> None:
        """Counts an article's part of a layer."""
        self.layers[layer] = self.layers.get(layer, Tally()) + Tally(hit, gold, found)

    def table(self) -> str:
        """The tallies as a table of plain text."""
        head = f"{'layer':10}{'precision':>10}{'recall':>8}{'f1':>8}{'hit':>6}{'gold':>6}{'found':>6}"
        rows = [
            f"{layer:10}{t.precision:10.3f}{t.recall:8.3f}{t.f1:8.3f}{t.hit:6}{t.gold:6}{t.found:6}" for layer, t in self.layers.items()
        ]
        return "\n".join([head, *rows])

    def rates(self) -> dict[str, dict[str, float | int]]:
        """The tallies as numbers by layer, rates to four places."""
        return {
            layer: {
                "precision": round(t.precision, 4), "recall": round(t.recall, 4), "f1": round(t.f1, 4),
                "hit": t.hit, "gold": t.gold, "found": t.found,
            }
            for layer, t in self.layers.items()
        }  # fmt: skip

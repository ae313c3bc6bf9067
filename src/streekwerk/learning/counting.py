"""How counts of people are shown: exactly within a municipality, rounded for the region.

For the region numbers are rounded to fives and fewer than ten are not told: exact
totals beside a municipality's own exact figures would give away the others'.
"""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.vocabulary.language import Language, Text, number

FEW = Text("minder dan 10", "fewer than 10")


@dataclass(frozen=True, slots=True)
class Counting:
    """Numbers are rounded to ``base``; fewer than ``least`` are not told."""

    base: int
    least: int

    def round(self, count: int) -> int:
        """Return the number to draw; 0 where it is not told."""
        if 0 < count < self.least:
            return 0
        return int(self.base * round(count / self.base))

    def draw(self, count: int) -> float | None:
        """Return the number for a line; None leaves a gap where it is not told."""
        return None if count < self.least else float(self.round(count))

    def say(self, count: int, language: Language) -> str:
        """Return the number in words."""
        # Zero counts as few: that nobody did something may be as telling as that one did.
        if count < self.least:
            return FEW.in_language(language)
        return number(self.round(count), language)


EXACT = Counting(base=1, least=0)
REGION = Counting(base=5, least=10)

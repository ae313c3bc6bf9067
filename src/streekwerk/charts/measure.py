"""What a chart's numbers mean, and how they are said."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from streekwerk.vocabulary.language import Language, Text, number

Label: TypeAlias = "str | Text"
LESS_WORK = Text("minder werk", "less work")
MORE_WORK = Text("meer werk", "more work")
TO = Text("tot", "to")
UNBOUNDED = Text("onbegrensd", "unbounded")
UNKNOWN = Text("we weten het niet", "we do not know")


def say(label: Label, language: Language) -> str:
    """Return ``label`` in the reader's language; a plain string is already in it."""
    return label.in_language(language) if isinstance(label, Text) else label


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity: its unit in words, its decimals, a sign before it, and its two sides.

    ``less`` and ``more`` stand at the two ends of an axis through zero, because
    "+6" says nothing until one knows of what.
    """

    unit: Label
    decimals: int = 0
    prefix: str = ""
    suffix: str = ""
    less: Label = LESS_WORK
    more: Label = MORE_WORK
    signed: bool = True

    def write(self, value: float, language: Language, decimals: int | None = None) -> str:
        """Write one value as the reader's language does, e.g. ``+6`` or ``−€ 1.794``."""
        if math.isinf(value):
            return UNBOUNDED.in_language(language)
        written = number(value, language, self.decimals if decimals is None else decimals)
        sign = ""
        if written.startswith("−"):
            sign, written = "−", written[1:]
        elif self.signed and any(digit in "123456789" for digit in written):
            sign = "+"
        return f"{sign}{self.prefix}{written}{self.suffix}"


def require_numbers(values: Iterable[float], what: str) -> None:
    """Refuse what cannot be drawn: ValueError unless every value is finite."""
    if not all(math.isfinite(value) for value in values):
        raise ValueError(f"{what} can only be drawn of finite numbers, got {values}")


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % interval. An end may be infinite: the data do not bound it."""

    estimate: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not math.isfinite(self.estimate) or math.isnan(self.low) or math.isnan(self.high):
            raise ValueError(f"an interval needs numbers, got {self}")
        if not self.low <= self.estimate <= self.high:
            raise ValueError(f"the estimate must lie in its interval, got {self}")

    def words(self, measure: Measure, language: Language) -> str:
        """Say it: ``+6 (−1 tot +13)``."""
        low, high = measure.write(self.low, language), measure.write(self.high, language)
        return f"{measure.write(self.estimate, language)} ({low} {TO.in_language(language)} {high})"


PER_100 = Measure(Text("van de 100 mensen", "of every 100 people"))
EFFECT = Text("Effect", "Effect")
BOUNDS = Text("95%-interval", "95% interval")

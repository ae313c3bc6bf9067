"""What a check of the design found: a light, a reason in words, and the table behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import total_ordering

from streekwerk.vocabulary.language import Text


@total_ordering
class Light(Enum):
    """A verdict; ordered so that the worst of several is their ``max``."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    def __lt__(self, other: Light) -> bool:
        order = list(Light)
        return order.index(self) < order.index(other)

    @property
    def words(self) -> Text:
        """Say the verdict in words: colour alone tells nothing."""
        return _LIGHT_WORDS[self]


_LIGHT_WORDS = {
    Light.GREEN: Text("Eerlijk vergeleken", "A fair comparison"),
    Light.AMBER: Text("Let op: lees de kanttekening", "Take care: read the note"),
    Light.RED: Text("Geen eerlijke vergelijking", "Not a fair comparison"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers behind a check or a picture; a cell is a text, a number or nothing."""

    title: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[str | float | int | Text | None, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells under {len(self.columns)} columns")


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to the design, and its answer.

    ``name`` is stable for programs ("balance", "overlap", "effective_sample_size",
    "placebo", "missingness", "attrition"); ``title`` and ``reason`` are for people.
    """

    name: str
    light: Light
    title: Text
    reason: Text
    table: Table | None = None

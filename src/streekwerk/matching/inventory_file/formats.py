"""What a cell may hold: words, a number, one of a list, yes or no, skills.

Each format reads what people really type (``1,5``, ``€ 23,50``, ``Ja``) and writes what
it can read back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, Protocol

from streekwerk.matching.inventory_file.problems import CellError
from streekwerk.matching.skills import skill_key, skill_words
from streekwerk.registers.files.excel_file import Cell
from streekwerk.vocabulary.language import Language, Text

LONGEST = 200
_SEPARATOR = re.compile(r"[;\n]")
_YES = ("ja", "j", "yes", "y", "x", "waar", "true", "1")
_NO = ("nee", "n", "no", "onwaar", "false", "0")


class Format(Protocol):
    """How one kind of cell is read and written."""

    def read(self, cell: Cell) -> Any:  # noqa: ANN401 - each format has its own type
        """Return the value; CellError when it is none."""

    def write(self, value: Any, language: Language) -> str | float:  # noqa: ANN401
        """Return what to put in the cell."""

    def options(self, language: Language) -> tuple[str, ...]:
        """Return what the cell offers to choose from; empty when it is free."""


def as_words(cell: Cell) -> str:
    """Return a cell as people see it: whole numbers without decimals, no outer spaces."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text."""

    def read(self, cell: Cell) -> str:
        """Return the words; CellError when they are too long to be a name."""
        words = as_words(cell)
        if len(words) > LONGEST:
            raise CellError(
                f"Dit is langer dan {LONGEST} tekens.", f"This is over {LONGEST} characters."
            )
        return words

    def write(self, value: str, language: Language) -> str:
        """Return the words as they are."""
        return value

    def options(self, language: Language) -> tuple[str, ...]:
        """Return nothing: words are free."""
        return ()


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is stored as a whole number of ``1 / per_unit`` (2: halves, 100: cents)."""

    low: int
    high: int
    per_unit: int = 1

    def read(self, cell: Cell) -> int:
        """Return the stored whole number; CellError when it is no number or out of range."""
        try:
            typed = Decimal(re.sub(r"[€\s]", "", as_words(cell)).replace(",", "."))
        except InvalidOperation as error:
            raise CellError(
                f"Hier hoort een getal van {self.low} tot en met {self.high}.",
                f"This should be a number from {self.low} to {self.high}.",
            ) from error
        if not typed.is_finite() or not self.low <= typed <= self.high:
            raise CellError(
                f"Het getal moet van {self.low} tot en met {self.high} zijn.",
                f"The number must be from {self.low} to {self.high}.",
            )
        stored = typed * self.per_unit
        # What a spreadsheet computed may be off in the twelfth decimal.
        if abs(stored - round(stored)) > Decimal("1e-6"):
            raise CellError(*self._steps())
        return round(stored)

    def write(self, value: int, language: Language) -> float:
        """Return the number in its unit."""
        return value / self.per_unit

    def options(self, language: Language) -> tuple[str, ...]:
        """Return the whole numbers of a short scale."""
        if self.per_unit == 1 and self.high - self.low < 10:
            return tuple(str(each) for each in range(self.low, self.high + 1))
        return ()

    def _steps(self) -> tuple[str, str]:
        return {
            1: ("Alleen hele getallen.", "Whole numbers only."),
            2: ("Rond af op halve uren.", "Round to half hours."),
            50: ("Rond af op 2 cent.", "Round to 2 cents."),
            100: ("Rond af op hele centen.", "Round to whole cents."),
        }[self.per_unit]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a list, numbered in the cell: ``2 mbo 2``. The number alone will do as well."""

    names: Mapping[Enum, Text]

    def read(self, cell: Cell) -> Enum:
        """Return what was chosen; CellError when it is not on the list."""
        typed = as_words(cell).casefold()
        for value, name in self.names.items():
            known = {str(value.value), name.nl.casefold(), name.en.casefold()}
            known |= {f"{value.value} {name.nl}".casefold(), f"{value.value} {name.en}".casefold()}
            if typed in known:
                return value
        raise CellError(
            "Kies uit de lijst: " + ", ".join(self.options("nl")) + ".",
            "Choose from the list: " + ", ".join(self.options("en")) + ".",
        )

    def write(self, value: Enum, language: Language) -> str:
        """Return the number and the name."""
        return f"{value.value} {self.names[value].in_language(language)}"

    def options(self, language: Language) -> tuple[str, ...]:
        """Return the whole list."""
        return tuple(self.write(value, language) for value in self.names)


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no."""

    def read(self, cell: Cell) -> bool:
        """Return whether it is yes; CellError when it is neither."""
        typed = as_words(cell).casefold()
        if typed in _YES:
            return True
        if typed in _NO:
            return False
        raise CellError("Vul ja of nee in.", "Fill in yes or no.")

    def write(self, value: bool, language: Language) -> str:
        """Return yes or no in words."""
        return ("ja" if value else "nee") if language == "nl" else ("yes" if value else "no")

    def options(self, language: Language) -> tuple[str, ...]:
        """Return both."""
        return (self.write(True, language), self.write(False, language))


@dataclass(frozen=True, slots=True)
class Skills:
    """Skills with semicolons between; own words are allowed."""

    def read(self, cell: Cell) -> frozenset[str]:
        """Return their keys."""
        return frozenset(
            skill_key(each) for each in _SEPARATOR.split(as_words(cell)) if each.strip()
        )

    def write(self, value: frozenset[str], language: Language) -> str:
        """Return their names, in order; what would separate them becomes a comma."""
        names = [skill_words(each).in_language(language) for each in value]
        return "; ".join(sorted(_SEPARATOR.sub(",", name) for name in names))

    def options(self, language: Language) -> tuple[str, ...]:
        """Return nothing: several can be given."""
        return ()

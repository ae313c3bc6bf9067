"""Errors that teach: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streekwerk.vocabulary.language import Language, Text

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file, with its place and a way out.

    ``row`` is the row as a spreadsheet numbers it (the header is row 1).
    """

    file: str
    message: Text
    advice: Text
    row: int | None = None
    column: str | None = None
    value: str | None = None

    def place(self) -> Text:
        """Say where it is: file, row, column, value, as far as they are known."""
        nl, en = [f"bestand {self.file}"], [f"file {self.file}"]
        if self.row is not None:
            nl.append(f"rij {self.row}")
            en.append(f"row {self.row}")
        if self.column is not None:
            nl.append(f"kolom “{self.column}”")
            en.append(f"column “{self.column}”")
        if self.value is not None:
            nl.append(f"waarde “{self.value}”")
            en.append(f"value “{self.value}”")
        return Text(", ".join(nl), ", ".join(en))

    def words(self) -> Text:
        """Return the whole error as a sentence of what, where and what to do."""
        place = self.place()
        return Text(
            f"{self.message.nl} ({place.nl}). {self.advice.nl}",
            f"{self.message.en} ({place.en}). {self.advice.en}",
        )


class TrialError(ValueError):
    """The file or its specification can't become a trial; every problem found is listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.words("en"))

    def words(self, language: Language) -> str:
        """Return the first problems, a line each, and how many more there are."""
        lines = [p.words().in_language(language) for p in self.problems[:MOST_SHOWN]]
        if (rest := len(self.problems) - MOST_SHOWN) > 0:
            more = Text(f"… en nog {rest} andere problemen.", f"… and {rest} more problems.")
            lines.append(more.in_language(language))
        return "\n".join(lines)

"""What is wrong in a workbook, cell by cell, in words for who filled it in."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.vocabulary.language import Language, Text


class CellError(ValueError):
    """One cell does not hold what it should; where it stands is added later."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(en)
        self.words = Text(nl, en)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right.

    Attributes
    ----------
    sheet : name of the sheet.
    row : as Excel counts, the heading is 1; None for the sheet as a whole.
    column : its heading; None for the row as a whole.
    cell : such as ``D5``; empty without row or column.
    words : what is wrong and what to do.
    """

    sheet: Text
    row: int | None
    column: Text | None
    cell: str
    words: Text

    @property
    def sentence(self) -> Text:
        """Say where and what in one go."""
        return Text(self._sentence("nl"), self._sentence("en"))

    def _sentence(self, language: Language) -> str:
        sheet, row, column = (
            ("blad", "rij", "kolom") if language == "nl" else ("sheet", "row", "column")
        )
        where = [f"{sheet} {self.sheet.in_language(language)}"]
        if self.row is not None:
            where.append(f"{row} {self.row}")
        if self.column is not None:
            where.append(f"{column} {self.column.in_language(language)}")
        told = ", ".join(where)
        return f"{told[0].upper()}{told[1:]}: {self.words.in_language(language)}"


class WorkbookError(ValueError):
    """A workbook was not taken in; ``problems`` names everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(each.sentence.en for each in problems))
        self.problems = problems

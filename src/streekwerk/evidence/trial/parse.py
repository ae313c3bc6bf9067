"""From cells of text to numbers, categories and dates; what doesn't fit is named by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import numpy as np
import numpy.typing as npt

from streekwerk.evidence.trial.problems import Problem
from streekwerk.evidence.trial.raw import RawTable
from streekwerk.evidence.trial.table import Booleans, Dates, Floats, Integers
from streekwerk.vocabulary.language import Text

_DUTCH_NUMBER = re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
_YES = {"1", "1.0", "ja", "j", "yes", "y", "true", "waar"}
_NO = {"0", "0.0", "nee", "n", "no", "false", "onwaar"}
_DATE_FORMATS = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%d-%m-%Y", "%d/%m/%Y", "%Y%m%d")


class Column:
    """One column of a raw table, and the problems met while reading it."""

    def __init__(self, table: RawTable, name: str, missing: Sequence[str]) -> None:
        self.table = table
        self.name = name
        self.text = table.cells[name]
        self.missing: Booleans = np.isin(self.text, ["", *missing])
        self.problems: list[Problem] = []

    def report(self, bad: Booleans, message: Text, advice: Text) -> None:
        """Add a problem for every row of the mask ``bad``."""
        self.problems += [
            Problem(
                file=self.table.name,
                row=int(self.table.rows[k]),
                column=self.name,
                value=str(self.text[k]) or None,
                message=message,
                advice=advice,
            )
            for k in np.flatnonzero(bad)
        ]

    def require(self) -> None:
        """Report every blank cell: this column must be filled in."""
        self.report(
            self.missing,
            Text("Hier mag geen waarde ontbreken", "No value may be missing here"),
            Text("Vul de waarde aan of verwijder de rij.", "Fill in the value or remove the row."),
        )

    def looks_numeric(self) -> bool:
        """Whether every value that is there reads as a number."""
        return not np.isnan(_to_floats(self.text[~self.missing])).any()

    def numbers(self) -> Floats:
        """Return (n,) floats, NaN where missing; a column with comma decimals is read as Dutch."""
        values = np.full(self.text.shape[0], np.nan)
        values[~self.missing] = _to_floats(self.text[~self.missing])
        self.report(
            (np.isnan(values) | np.isinf(values)) & ~self.missing,
            Text("Dit is geen getal", "This is not a number"),
            Text(
                "Verbeter de waarde, of laat de cel leeg als zij onbekend is.",
                "Correct the value, or leave the cell empty if it is unknown.",
            ),
        )
        return np.where(np.isinf(values), np.nan, values)

    def looks_binary(self) -> bool:
        """Whether the values are yes and no; one slip among words does not make it numeric."""
        filled = np.strings.lower(self.text[~self.missing])
        slips = int((~np.isin(filled, sorted(_YES | _NO))).sum())
        return slips == 0 or slips < int(np.isnan(_to_floats(filled)).sum()) / 2

    def binary(self) -> Floats:
        """Return (n,) of 0.0 and 1.0, NaN where missing."""
        lowered = np.strings.lower(self.text)
        yes, no = np.isin(lowered, sorted(_YES)), np.isin(lowered, sorted(_NO))
        self.report(
            ~(yes | no | self.missing),
            Text("Dit is geen ja of nee", "This is not a yes or a no"),
            Text("Gebruik 1 en 0, of ja en nee.", "Use 1 and 0, or yes and no."),
        )
        return np.where(yes, 1.0, np.where(no, 0.0, np.nan))

    def categories(self) -> tuple[tuple[str, ...], Integers]:
        """Return the sorted levels and the (n,) codes into them, -1 where missing."""
        levels, codes = np.unique(self.text[~self.missing], return_inverse=True)
        all_codes = np.full(self.text.shape[0], -1, dtype=np.int64)
        all_codes[~self.missing] = codes
        return tuple(_tidy(str(level)) for level in levels), all_codes

    def dates(self) -> Dates:
        """Return (n,) days, NaT where missing."""
        values = np.full(self.text.shape[0], np.datetime64("NaT", "D"))
        bad = np.zeros(self.text.shape[0], dtype=bool)
        for text in np.unique(self.text[~self.missing]):
            found = _to_date(str(text))
            here = self.text == text
            bad |= here if found is None else False
            values[here] = np.datetime64(found, "D") if found else np.datetime64("NaT")
        self.report(
            bad,
            Text("Dit is geen datum", "This is not a date"),
            Text("Schrijf de datum als 2026-12-31.", "Write the date as 2026-12-31."),
        )
        return values


def _to_floats(text: npt.NDArray[np.generic]) -> Floats:
    """Read (n,) texts as numbers, NaN where that fails. Dutch when any value has a comma."""
    if any("," in str(value) for value in text):
        return np.array(list(_dutch(text)), dtype=np.float64)
    try:
        return np.asarray(text.astype(np.float64), dtype=np.float64)
    except ValueError:
        return np.array(list(_english(text)), dtype=np.float64)


def _english(text: npt.NDArray[np.generic]) -> Iterator[float]:
    for value in text:
        try:
            yield float(str(value))
        except ValueError:
            yield np.nan


def _dutch(text: npt.NDArray[np.generic]) -> Iterator[float]:
    for value in text:
        written = str(value).replace(" ", "")
        fits = _DUTCH_NUMBER.fullmatch(written)
        yield float(written.replace(".", "").replace(",", ".")) if fits else np.nan


def _to_date(text: str) -> date | None:
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def _tidy(level: str) -> str:
    """Write 1.0 as 1: Excel and Parquet hand whole numbers over as floats."""
    return level.removesuffix(".0") if level.replace(".", "", 1).lstrip("-").isdigit() else level

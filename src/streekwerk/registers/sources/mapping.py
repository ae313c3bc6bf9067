"""Which column of someone's own Excel or CSV file means what: saved once, used every month."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from streekwerk.registers.sources.protected import why_protected
from streekwerk.vocabulary.language import Text


class FactKind(StrEnum):
    """How the cells of a column are read."""

    NUMBER = "number"
    CODE = "code"
    DATE = "date"


# Outcomes and covariates the evidence core knows by name; others are allowed too.
KNOWN_VARIABLES: dict[str, Text] = {
    "education": Text("opleidingsniveau", "level of education"),
    "job_start": Text("begin van een baan", "start of a job"),
    "job_end": Text("einde van een baan", "end of a job"),
    "hours": Text("uren per week", "hours per week"),
    "wage": Text("loon per maand", "wage per month"),
    "diagnosis": Text("score uit een diagnose", "score of a diagnosis"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column that becomes a variable.

    Attributes
    ----------
    header
        The header in the file.
    variable
        Name of the variable, lower case with underscores.
    kind
        A number, a code, or a date (stored as the date of the fact).
    codes
        For codes: text in the file to code. Empty takes the text as it is; a text with an
        empty code is known and not used.
    low, high
        For numbers: outside this range a cell is an error.

    Raises
    ------
    ValueError
        When the variable is badly named, or one that may never be used.
    """

    header: str
    variable: str
    kind: FactKind
    codes: dict[str, str] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", self.variable):
            raise ValueError(f"a variable is named like 'hours', got {self.variable!r}")
        if why_protected(self.variable.replace("_", " ")) or why_protected(self.header):
            raise ValueError(f"{self.header!r} may not be used to compare or advise people")


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How to read one kind of file.

    Attributes
    ----------
    name
        What the user called it.
    person
        Header of the column with the BSN.
    date
        Header of the column with the day the facts were known, or ``None`` when
        every value column is itself a date.
    columns
        The columns to take; others are left alone.

    Raises
    ------
    ValueError
        When there is no column, two have one variable, or a value has no date.
    """

    name: str
    person: str
    date: str | None
    columns: tuple[Column, ...]

    def __post_init__(self) -> None:
        variables = [column.variable for column in self.columns]
        if not variables or len(set(variables)) < len(variables):
            raise ValueError("a mapping needs columns, each with a variable of its own")
        if self.date is None and any(c.kind is not FactKind.DATE for c in self.columns):
            raise ValueError("a value needs a date: say which column holds it")

    def as_json(self) -> dict[str, Any]:
        """Return plain data to save."""
        return {
            "name": self.name,
            "person": self.person,
            "date": self.date,
            "columns": [
                {
                    "header": column.header,
                    "variable": column.variable,
                    "kind": str(column.kind),
                    "codes": dict(column.codes),
                    "low": column.low,
                    "high": column.high,
                }
                for column in self.columns
            ],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ColumnMapping:
        """Rebuild a mapping; ``KeyError`` or ``ValueError`` when ``data`` is not one."""
        columns = (
            Column(
                header=str(column["header"]),
                variable=str(column["variable"]),
                kind=FactKind(column["kind"]),
                codes={str(key): str(code) for key, code in column.get("codes", {}).items()},
                low=column.get("low"),
                high=column.get("high"),
            )
            for column in data["columns"]
        )
        return cls(str(data["name"]), str(data["person"]), data.get("date"), tuple(columns))

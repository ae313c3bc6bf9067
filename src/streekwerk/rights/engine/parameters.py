"""Dated amounts and percentages: every value with its first day and its source.

Values live in ``parameters/*.yaml`` beside the rules, so that a policy officer can read
and correct them without reading Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias, get_args

import yaml

from streekwerk.vocabulary.language import Text

Rhythm: TypeAlias = Literal["half-yearly", "yearly", "fixed"]
_MONTHS: dict[Rhythm, int | None] = {"half-yearly": 6, "yearly": 12, "fixed": None}


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value from its first day on, where it was found, and whether a second source agrees."""

    start: date
    value: float
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Parameter:
    """One amount or percentage through time."""

    key: str
    label: Text
    unit: Text
    rhythm: Rhythm
    values: tuple[DatedValue, ...]

    def at(self, day: date) -> DatedValue:
        """Return the value in force on ``day``.

        Raises
        ------
        LookupError
            When ``day`` lies before the first known value.
        """
        known = [value for value in self.values if value.start <= day]
        if not known:
            raise LookupError(
                f"parameter {self.key!r}: geen waarde bekend op {day}; de eerste geldt vanaf "
                f"{self.values[0].start}. Kies een latere datum of vul de parameter aan."
            )
        return known[-1]

    def is_outdated(self, day: date) -> bool:
        """Tell whether an indexation is due between the last known value and ``day``."""
        months = _MONTHS[self.rhythm]
        start = self.at(day).start
        if months is None:
            return False
        return (day.year - start.year) * 12 + day.month - start.month >= months


@dataclass(frozen=True)
class Parameters:
    """All parameters, by key."""

    by_key: Mapping[str, Parameter]

    def __getitem__(self, key: str) -> Parameter:
        try:
            return self.by_key[key]
        except KeyError:
            raise LookupError(f"onbekende parameter {key!r}") from None

    def supposing(self, key: str, value: float, source: str) -> Parameters:
        """Return a copy in which one parameter has one supposed value at all times."""
        old = self[key]
        supposed = DatedValue(date.min, value, source, verified=False)
        new = Parameter(old.key, old.label, old.unit, "fixed", (supposed,))
        return Parameters({**self.by_key, key: new})


def read_parameters(texts: Iterable[str]) -> Parameters:
    """Read parameter files.

    Raises
    ------
    ValueError
        When a file is not as it should be: names the parameter and the fault.
    """
    found: dict[str, Parameter] = {}
    for text in texts:
        for key, entry in yaml.safe_load(text).items():
            if key in found:
                raise ValueError(f"parameter {key!r} staat er twee keer in")
            found[key] = _parameter(key, entry)
    return Parameters(found)


def _parameter(key: str, entry: dict[str, Any]) -> Parameter:
    try:
        values = tuple(
            DatedValue(row["from"], float(row["value"]), row["source"], row.get("verified", True))
            for row in entry["values"]
        )
        rhythm = entry["rhythm"]
        label, unit = Text(**entry["label"]), Text(**entry["unit"])
    except (KeyError, TypeError) as fault:
        raise ValueError(f"parameter {key!r}: {fault}") from fault
    starts = [value.start for value in values]
    if not values or starts != sorted(set(starts)):
        raise ValueError(f"parameter {key!r}: de begindata moeten oplopen en mogen niet dubbel")
    if rhythm not in get_args(Rhythm):
        raise ValueError(f"parameter {key!r}: onbekend ritme {rhythm!r}")
    return Parameter(key, label, unit, rhythm, values)


@cache
def national_parameters() -> Parameters:
    """Return the amounts that hold for the whole country, as shipped with the package."""
    folder = files("streekwerk.rights") / "parameters"
    names = sorted((item for item in folder.iterdir() if item.name.endswith(".yaml")), key=str)
    return read_parameters(item.read_text(encoding="utf-8") for item in names)

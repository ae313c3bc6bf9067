"""A person's situation as advice sees it: features of the allow-list, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from streekwerk.advice.features import FEATURES, Feature, Kind

Value: TypeAlias = bool | int | float | str | date
_MONTHS = 12
# Fields with a day from which time is counted.
_SINCE = frozenset({"birth_date", "benefit_since"})


class NotAllowedError(ValueError):
    """Something was offered to advice that it may not know."""


class Situation(Mapping[str, Value]):
    """What is known, by feature; what is not known is simply absent.

    Raises
    ------
    NotAllowedError
        For a name that is not on the allow-list, whatever its value.
    ValueError
        For a value of the wrong kind.
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value | None]) -> None:
        known: dict[str, Value] = {}
        for key in sorted(values):
            if key not in FEATURES:
                raise NotAllowedError(f"{key!r} is not on the allow-list of features for advice")
            value = values[key]
            if value is not None:
                known[key] = _checked(FEATURES[key], value)
        self._values = known

    def __getitem__(self, key: str) -> Value:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Situation({self._values!r})"

    def __hash__(self) -> int:
        return hash(tuple(self._values.items()))

    def number(self, key: str) -> float | None:
        """Return a number, or None when it is not known."""
        value = self._values.get(key)
        return None if value is None or isinstance(value, str | date) else float(value)

    def day(self, key: str) -> date | None:
        """Return a date, or None when it is not known."""
        value = self._values.get(key)
        return value if isinstance(value, date) else None

    def but(self, key: str, value: Value | None) -> Situation:
        """Return the situation with one feature different; None takes it away."""
        return Situation({**self._values, key: value})

    def as_json(self) -> dict[str, bool | float | str]:
        """Return plain data: days as ISO text."""
        return {k: v.isoformat() if isinstance(v, date) else v for k, v in self._values.items()}

    @classmethod
    def from_json(cls, data: Mapping[str, bool | float | str]) -> Situation:
        """Rebuild a situation from :meth:`as_json`."""
        return cls({key: _from_plain(key, value) for key, value in data.items()})


def read_situation(file: Mapping[str, object], day: date) -> Situation:
    """Return what advice may know out of a person's whole file.

    Parameters
    ----------
    file
        Everything the municipality keeps of the person, by field. Fields that no feature
        names as its source are not looked at.
    day
        The day for which advice is asked: age and duration are counted to it.
    """
    return Situation({f.key: _read(f, file.get(f.source), day) for f in FEATURES.values()})


def _read(feature: Feature, value: object, day: date) -> Value | None:
    if value is None or value == "":
        return None
    if feature.source in _SINCE:
        months = _whole_months(_as_day(feature, value), day)
        if months < 0:
            return None
        return months if feature.key == "months_on_benefit" else months // _MONTHS
    if feature.kind is Kind.DATE:
        return _as_day(feature, value)
    if not isinstance(value, bool | int | float | str):
        raise TypeError(f"field {feature.source!r} cannot be read as {feature.kind}: {value!r}")
    return value


def _as_day(feature: Feature, value: object) -> date:
    """Return a day of the file, which keeps days as ISO text."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"field {feature.source!r} needs a day, got {value!r}") from None


def _whole_months(since: date, day: date) -> int:
    months = (day.year - since.year) * _MONTHS + day.month - since.month
    return months - (day.day < since.day)


def _checked(feature: Feature, value: Value) -> Value:
    fits = {
        Kind.YES_NO: isinstance(value, bool),
        Kind.DATE: isinstance(value, date),
        Kind.CHOICE: value in feature.options,
        Kind.NUMBER: _is_number(value) and feature.lowest <= float(value) <= feature.highest,  # type: ignore[arg-type]  # a number, just checked
    }
    if not fits[feature.kind]:
        raise ValueError(f"feature {feature.key!r} wants a {feature.kind}, got {value!r}")
    return value


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _from_plain(key: str, value: bool | float | str) -> Value:
    dated = key in FEATURES and FEATURES[key].kind is Kind.DATE and isinstance(value, str)
    return date.fromisoformat(value) if dated else value  # type: ignore[arg-type]  # text, just checked

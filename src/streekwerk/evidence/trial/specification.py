"""The declarative specification: which column plays which part. Read from TOML, YAML or a form."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, field_validator
from pydantic.dataclasses import dataclass as checked_dataclass

from streekwerk.evidence.trial.problems import Problem, TrialError
from streekwerk.evidence.trial.table import Assignment, Scale
from streekwerk.vocabulary.language import Text

_STRICT = ConfigDict(extra="forbid")


def _as_text(value: object) -> object:
    """Let a plain string stand for a text that is the same in both languages."""
    return Text(value, value) if isinstance(value, str) and value.strip() else value


@checked_dataclass(frozen=True, config=_STRICT)
class CovariateSpecification:
    """A column known before time zero; ``scale`` None lets the values decide."""

    column: str
    scale: str | None = Field(default=None, pattern="^(numeric|categorical)$")
    label: Text | None = None

    _label = field_validator("label", mode="before")(_as_text)


@checked_dataclass(frozen=True, config=_STRICT)
class OutcomeSpecification:
    """A column with an outcome; ``scale`` None lets the values decide.

    ``horizon_months`` counts from time zero. ``event`` completes "van de 100
    mensen … er 6 meer" for a binary outcome ("vinden werk").
    """

    column: str
    scale: Scale | None = None
    label: Text | None = None
    horizon_months: float | None = None
    unit: Text | None = None
    event: Text | None = None
    higher_is_better: bool = True

    _texts = field_validator("label", "unit", "event", mode="before")(_as_text)


@checked_dataclass(frozen=True, config=_STRICT)
class TrialSpecification:
    """Which column of a file plays which part in the comparison.

    Attributes
    ----------
    assignment : randomised or observational.
    arm : the column that tells what a person got.
    comparison : the value of ``arm`` that the others are compared with.
    person : identifier column; the row number is used when left out.
    arm_labels : value of ``arm`` to a name for people.
    missing : cell texts that mean "not known", besides an empty cell.
    """

    arm: str
    comparison: str
    assignment: Assignment
    outcomes: tuple[OutcomeSpecification, ...]
    covariates: tuple[CovariateSpecification, ...] = ()
    placebos: tuple[OutcomeSpecification, ...] = ()
    title: Text | None = None
    person: str | None = None
    time_zero: str | None = None
    cluster: str | None = None
    take_up: str | None = None
    weight: str | None = None
    arm_labels: Mapping[str, Text] = Field(default_factory=dict)
    missing: tuple[str, ...] = ("NA", "n/a", "NaN", "onbekend", "unknown")

    _title = field_validator("title", mode="before")(_as_text)

    @field_validator("arm_labels", mode="before")
    @classmethod
    def _labels(cls, value: object) -> object:
        return {k: _as_text(v) for k, v in value.items()} if isinstance(value, Mapping) else value

    @field_validator("comparison", mode="before")
    @classmethod
    def _comparison(cls, value: object) -> object:
        return str(value) if isinstance(value, int) else value

    @field_validator("covariates", "outcomes", "placebos", mode="before")
    @classmethod
    def _columns(cls, value: object) -> object:
        """Let a bare column name stand for its specification."""
        if not isinstance(value, (list, tuple)):
            return value
        return [{"column": item} if isinstance(item, str) else item for item in value]

    @classmethod
    def from_mapping(
        cls, mapping: Mapping[str, Any], name: str = "specificatie"
    ) -> TrialSpecification:
        """Check ``mapping`` and build the specification; TrialError lists all that is wrong."""
        try:
            return _ADAPTER.validate_python(dict(mapping))
        except ValidationError as error:
            raise TrialError([_problem(detail, name) for detail in error.errors()]) from error

    def as_mapping(self) -> dict[str, Any]:
        """Return plain data (for JSON, TOML or YAML) from which the same specification is built."""
        plain: dict[str, Any] = _ADAPTER.dump_python(self, mode="json", exclude_none=True)
        return plain

    def used_columns(self) -> tuple[str, ...]:
        """Return every column the specification names."""
        singles = (self.arm, self.person, self.time_zero, self.cluster, self.take_up, self.weight)
        traits = (covariate.column for covariate in self.covariates)
        results = (outcome.column for outcome in (*self.outcomes, *self.placebos))
        return (*(single for single in singles if single is not None), *traits, *results)


_ADAPTER: TypeAdapter[TrialSpecification] = TypeAdapter(TrialSpecification)


@dataclass(frozen=True, slots=True)
class _Wording:
    message: Text
    advice: Text


_WORDINGS = {
    "missing": _Wording(
        Text("Dit moet worden ingevuld", "This must be filled in"),
        Text("Voeg het toe aan de specificatie.", "Add it to the specification."),
    ),
    "unexpected_keyword_argument": _Wording(
        Text("Dit onderdeel bestaat niet", "There is no such part"),
        Text(
            "Kijk of het goed is gespeld; zie docs/reference/specification.md.",
            "See whether it is spelled right; see docs/reference/specification.md.",
        ),
    ),
}


def _problem(detail: Mapping[str, Any], name: str) -> Problem:
    wording = _WORDINGS.get(
        str(detail["type"]),
        _Wording(
            Text(
                f"Deze waarde kan niet: {detail['msg']}",
                f"This value is not possible: {detail['msg']}",
            ),
            Text(
                "Zie docs/reference/specification.md voor wat er mag staan.",
                "See docs/reference/specification.md for what may stand here.",
            ),
        ),
    )
    value = detail.get("input")
    return Problem(
        file=name,
        message=wording.message,
        advice=wording.advice,
        column=".".join(str(part) for part in detail["loc"]) or None,
        value=str(value) if isinstance(value, (str, int, float, bool)) else None,
    )


def read_specification(path: Path) -> TrialSpecification:
    """Read a specification from a TOML or YAML file; TrialError says what is wrong with it."""
    try:
        if path.suffix.lower() == ".toml":
            mapping = tomllib.loads(path.read_text("utf-8"))
        else:
            mapping = yaml.safe_load(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise TrialError([_unreadable(path, str(error))]) from error
    if not isinstance(mapping, Mapping):
        raise TrialError([_unreadable(path, "geen onderdelen met een naam / no named parts")])
    return TrialSpecification.from_mapping(mapping, path.name)


def _unreadable(path: Path, why: str) -> Problem:
    return Problem(
        file=path.name,
        message=Text(
            f"De specificatie is niet te lezen: {why}", f"The specification can't be read: {why}"
        ),
        advice=Text("Bewaar haar als geldige TOML of YAML.", "Save it as valid TOML or YAML."),
    )

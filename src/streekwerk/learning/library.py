"""Read published studies from YAML; every field checked before anything is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from streekwerk.learning.models import MeasureKind, OutcomeKind
from streekwerk.vocabulary.language import Text

STUDIES = Path(__file__).with_name("studies.yaml")
_Line = Annotated[str, Field(min_length=3)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EstimateEntry(_Strict):
    """A figure as published; effect and standard error together, or neither."""

    outcome: Text
    group: Text
    unit: Text
    words: Text
    horizon_months: int | None = Field(default=None, ge=0, le=600)
    higher_is_better: bool = True
    effect: float | None = None
    standard_error: float | None = Field(default=None, gt=0)
    n: int | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _no_point_without_interval(self) -> EstimateEntry:
        if (self.effect is None) != (self.standard_error is None):
            raise ValueError("give effect and standard_error together, or neither")
        return self


class StudyEntry(_Strict):
    """A study with its citation and an address where it can be found."""

    slug: str = Field(pattern="^[a-z0-9-]+$", max_length=50)
    measure_kind: MeasureKind
    outcome_kind: OutcomeKind
    title: Text
    summary: Text
    people: Text
    country: str = Field(pattern="^[A-Z]{2}$")
    year: int = Field(ge=1900, le=2100)
    period: _Line
    randomised: bool
    citation: _Line
    doi: str = ""
    url: str = ""
    remark: Text | None = None
    estimates: tuple[EstimateEntry, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _can_be_found(self) -> StudyEntry:
        if not (self.doi or self.url):
            raise ValueError("give a doi or a url, so that a reader can check the figures")
        return self


_ENTRIES: TypeAdapter[tuple[StudyEntry, ...]] = TypeAdapter(tuple[StudyEntry, ...])


def read_studies(path: Path = STUDIES) -> tuple[StudyEntry, ...]:
    """Return the studies of a YAML file; ValueError names the field that is wrong."""
    entries = _ENTRIES.validate_python(yaml.safe_load(path.read_text("utf-8")))
    slugs = [entry.slug for entry in entries]
    if twice := {slug for slug in slugs if slugs.count(slug) > 1}:
        raise ValueError(f"slugs that occur twice: {', '.join(sorted(twice))}")
    return entries

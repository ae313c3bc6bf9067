"""Which column plays which part: the draft a researcher corrects before anything is computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, TypedDict

import numpy as np

from streekwerk.evidence.trial.guess import Guess, guess_parts
from streekwerk.evidence.trial.parse import Column
from streekwerk.evidence.trial.raw import RawTable
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.vocabulary.language import Text

MOST_SAMPLES = 4
MOST_ARMS = 20


class Part(Enum):
    """What a column is in a comparison."""

    ARM = "arm"
    OUTCOME = "outcome"
    COVARIATE = "covariate"
    PLACEBO = "placebo"
    BOTH = "covariate_and_placebo"
    PERSON = "person"
    CLUSTER = "cluster"
    TIME_ZERO = "time_zero"
    TAKE_UP = "take_up"
    WEIGHT = "weight"

    @property
    def words(self) -> Text:
        """Name the part for a researcher."""
        return _WORDS[self]


_WORDS = {
    Part.ARM: Text("Groep: wat iemand kreeg", "Group: what a person got"),
    Part.OUTCOME: Text("Uitkomst, na de start", "Outcome, after the start"),
    Part.COVARIATE: Text("Kenmerk van vóór de start", "Trait from before the start"),
    Part.PLACEBO: Text(
        "Controle: uitkomst van vóór de start", "Check: outcome from before the start"
    ),
    Part.BOTH: Text(
        "Kenmerk én controle van vóór de start", "Trait and check from before the start"
    ),
    Part.PERSON: Text("Wie het is (pseudoniem)", "Who it is (pseudonym)"),
    Part.CLUSTER: Text("Cluster: klantmanager of locatie", "Cluster: caseworker or site"),
    Part.TIME_ZERO: Text("Startdatum", "Start date"),
    Part.TAKE_UP: Text("Deed iemand echt mee (ja/nee)", "Did the person really take part (yes/no)"),
    Part.WEIGHT: Text("Gewicht", "Weight"),
}
ONCE = (Part.ARM, Part.PERSON, Part.CLUSTER, Part.TIME_ZERO, Part.TAKE_UP, Part.WEIGHT)


class ColumnProfile(TypedDict):
    """What is remembered of a column, so that choosing its part needs no second reading.

    ``samples`` are a few different values in the order of the file; ``levels``
    are all of them when they could be arms. Neither says who had what.
    """

    name: str
    samples: list[str]
    levels: list[str] | None
    sensitive: bool


def profile(table: RawTable, guess: Guess) -> list[ColumnProfile]:
    """Return what is remembered of every column of ``table``."""
    return [_column(table, name, name in guess.sensitive) for name in table.columns]


def _column(table: RawTable, name: str, sensitive: bool) -> ColumnProfile:
    values, first = np.unique(table.cells[name], return_index=True)
    in_order = [str(values[k]) for k in np.argsort(first) if str(values[k])]
    few = 2 <= len(in_order) <= MOST_ARMS
    return {
        "name": name,
        # A column that tells who somebody is shows nothing of itself.
        "samples": [] if sensitive else in_order[:MOST_SAMPLES],
        # As the trial will name its arms: the reader may write 0 for 0.0.
        "levels": list(Column(table, name, ()).categories()[0]) if few and not sensitive else None,
        "sensitive": sensitive,
    }


def guessed(table: RawTable) -> tuple[list[ColumnProfile], dict[str, str]]:
    """Return the profile of a file and a first guess at its parts."""
    guess = guess_parts(table)
    parts = dict.fromkeys(guess.covariates, Part.COVARIATE.value)
    parts |= dict.fromkeys(guess.outcomes, Part.OUTCOME.value)
    for part in (Part.ARM, Part.PERSON, Part.CLUSTER, Part.TIME_ZERO, Part.TAKE_UP):
        if (name := getattr(guess, part.value)) is not None:
            parts[name] = part.value
    return profile(table, guess), parts


def columns_with(parts: Mapping[str, str], *wanted: Part) -> list[str]:
    """Return the columns that play one of ``wanted``, in the order of ``parts``."""
    values = {part.value for part in wanted}
    return [name for name, part in parts.items() if part in values]


def problems_with(parts: Mapping[str, str]) -> list[Text]:
    """Say what keeps a choice of parts from being a comparison; empty when nothing does."""
    found = []
    if not columns_with(parts, Part.ARM):
        found.append(Text("Wijs één kolom aan als groep.", "Name one column as the group."))
    if not columns_with(parts, Part.OUTCOME):
        found.append(Text("Wijs ten minste één uitkomst aan.", "Name at least one outcome."))
    for part in ONCE:
        if len(same := columns_with(parts, part)) > 1:
            names = ", ".join(same)
            found.append(
                Text(
                    f"“{part.words.nl}” kan maar één kolom zijn; nu zijn het er meer: {names}.",
                    f"“{part.words.en}” can be one column only; now there are more: {names}.",
                )
            )
    return found


def parts_of(specification: TrialSpecification) -> dict[str, str]:
    """Return the part each column plays in ``specification``: the inverse of :func:`as_mapping`."""
    found = {
        name: part.value
        for part in ONCE
        if (name := getattr(specification, part.value)) is not None
    }
    covariates = {covariate.column for covariate in specification.covariates}
    placebos = {placebo.column for placebo in specification.placebos}
    found |= dict.fromkeys(sorted(covariates - placebos), Part.COVARIATE.value)
    found |= dict.fromkeys(sorted(placebos - covariates), Part.PLACEBO.value)
    found |= dict.fromkeys(sorted(placebos & covariates), Part.BOTH.value)
    return found | {outcome.column: Part.OUTCOME.value for outcome in specification.outcomes}


def as_mapping(
    parts: Mapping[str, str], outcomes: Sequence[Mapping[str, Any]], **rest: object
) -> dict[str, Any]:
    """Return the specification's mapping: the parts, with the details of each outcome."""
    mapping: dict[str, Any] = {k: v for k, v in rest.items() if v not in (None, "", {})}
    for part in ONCE:
        if named := columns_with(parts, part):
            mapping[part.value] = named[0]
    mapping["covariates"] = columns_with(parts, Part.COVARIATE, Part.BOTH)
    mapping["placebos"] = columns_with(parts, Part.PLACEBO, Part.BOTH)
    mapping["outcomes"] = [{k: v for k, v in o.items() if v not in (None, "")} for o in outcomes]
    return mapping

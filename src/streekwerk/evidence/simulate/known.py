"""A simulated trial beside its truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.trial.table import (
    Arm,
    Assignment,
    Floats,
    Integers,
    NumericCovariate,
    Outcome,
    Scale,
    TrialTable,
)
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class KnownTrial:
    """A trial and the true mean effect of each outcome, by outcome name.

    ``effects`` holds every person's own effect, (n,) per outcome; ``population``
    the mean effect in the population they were drawn from; ``chance`` every
    person's true chance of the measure.
    """

    trial: TrialTable
    effects: dict[str, Floats]
    population: dict[str, float]
    chance: Floats

    def overlap_average(self, outcome: str) -> float:
        """Return the mean effect weighted by how open the measure was to each person."""
        return float(np.average(self.effects[outcome], weights=self.chance * (1 - self.chance)))

    def average(self, outcome: str) -> float:
        """Return the mean effect over everyone drawn."""
        return float(self.effects[outcome].mean())

    def average_of_treated(self, outcome: str) -> float:
        """Return the mean effect over those who got it."""
        return float(self.effects[outcome][self.trial.arm == 1].mean())


def simulated_trial(
    covariates: Floats,
    arm: Integers,
    outcomes: tuple[Outcome, ...],
    assignment: Assignment,
    cluster: Integers | None = None,
) -> TrialTable:
    """Return a two-arm trial of simulated columns: covariates (n, p) called x1, x2, ..."""
    names = [f"x{j + 1}" for j in range(covariates.shape[1])]
    return TrialTable(
        title=Text("Simulatie met bekende waarheid", "Simulation with known truth"),
        assignment=assignment,
        arms=(Arm("without", Text("zonder", "without")), Arm("with", Text("met", "with"))),
        arm=arm,
        person=np.arange(arm.size).astype(str),
        covariates=tuple(
            NumericCovariate(name, Text(name, name), column)
            for name, column in zip(names, covariates.T, strict=True)
        ),
        outcomes=outcomes,
        cluster=cluster,
    )


def work_outcome(name: str, values: Floats, months: float) -> Outcome:
    """Return a binary outcome "has work" after ``months``."""
    return Outcome(
        name,
        Text("Werk", "Work"),
        Scale.BINARY,
        values,
        months,
        event=Text("vinden werk", "find work"),
    )

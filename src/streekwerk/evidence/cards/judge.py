"""The design report of a target trial, with a placebo test that is quick on many rows.

The core's own report fits boosted trees on every placebo. A card judges three horizons
of eighteen measures, so the placebos are tested with the linear helper models here; the
limits of the lights are the core's.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from streekwerk.evidence.design import placebo
from streekwerk.evidence.design.report import design_report
from streekwerk.evidence.design.rules import RULES
from streekwerk.evidence.effects.comparison import comparison_of
from streekwerk.evidence.effects.side_by_side import Effort, side_by_side
from streekwerk.evidence.results.check import Check, Light
from streekwerk.evidence.results.design import ArmDesign, DesignReport
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.trial.table import TrialTable
from streekwerk.vocabulary.language import Text, join

_EFFORT = Effort(linear=2, boosted=0)
_FAIR = Text(
    "De groepen zijn vergelijkbaar op alles wat van vóór de start bekend is. Wat niet bekend is, "
    "kan nog verschillen.",
    "The groups are comparable on everything known from before the start. What is not known may "
    "still differ.",
)


def judge(table: TrialTable, rng: np.random.Generator) -> tuple[TrialTable, DesignReport]:
    """Return the trial to evaluate (its placebos used up) and its design report.

    ``table`` has two arms.
    """
    splits, streams = rng.spawn(2)
    bare = replace(table, placebos=())
    report = design_report(bare, splits)
    arm = report.arms[0]
    found = placebo.judge(_placebos(table, arm.estimand, streams), table.assignment, RULES)
    checks = tuple(
        found if check.name == "placebo" and found is not None else check for check in arm.checks
    )
    return bare, replace(report, arms=(_verdict(arm, checks),))


def words_of(checks: tuple[Check, ...]) -> Text:
    """Say the reasons of the worst light, or why all is green."""
    worst = max(check.light for check in checks)
    if worst is Light.GREEN:
        return _FAIR
    return join([check.reason for check in checks if check.light is worst])


def _verdict(arm: ArmDesign, checks: tuple[Check, ...]) -> ArmDesign:
    verdict = max(check.light for check in checks)
    return replace(arm, checks=checks, verdict=verdict, reason=words_of(checks))


def _placebos(
    table: TrialTable, estimand: Estimand, rng: np.random.Generator
) -> list[placebo.Placebo]:
    found = []
    for outcome, stream in zip(table.placebos, rng.spawn(len(table.placebos)), strict=True):
        comparison = comparison_of(table, outcome)
        spread = 0.0 if comparison is None else float(comparison.y.std())
        if comparison is None or spread == 0:
            continue
        leading = side_by_side(comparison, estimand, stream, effort=_EFFORT).leading
        found.append(
            placebo.Placebo(outcome.label, leading.estimate, leading.estimate.value / spread)
        )
    return found

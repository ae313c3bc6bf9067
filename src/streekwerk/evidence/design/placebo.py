"""An "effect" on something from before the start: it must not be there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.design.rules import DesignRules
from streekwerk.evidence.effects.comparison import Comparison, comparison_of
from streekwerk.evidence.effects.estimate import Estimate
from streekwerk.evidence.effects.randomised import lin
from streekwerk.evidence.effects.side_by_side import Effort, planned_effort, side_by_side
from streekwerk.evidence.results.check import Check, Light, Table
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.saying import say
from streekwerk.evidence.trial.table import (
    Assignment,
    Covariate,
    NumericCovariate,
    Outcome,
    TrialTable,
)
from streekwerk.vocabulary.language import Text

TITLE = Text("Is er al ‘effect’ vóór de start?", "Is there already an ‘effect’ before the start?")
# Correlation from which a covariate is taken to be the placebo itself in other clothes.
SAME = 0.999


@dataclass(frozen=True, slots=True)
class Placebo:
    """An estimated "effect" on a pre-period outcome; ``standardised`` is in its spread."""

    label: Text
    estimate: Estimate
    standardised: float


def placebos(
    pair: TrialTable,
    estimand: Estimand,
    rng: np.random.Generator,
    effort: Effort | None = None,
) -> list[Placebo]:
    """Return the placebo effects by the estimator that will lead for the outcomes.

    The pre-period outcome itself is left out of the adjustment. ``effort`` is that of
    :func:`~streekwerk.evidence.design.report.design_report`.
    """
    found = []
    for outcome, stream in zip(pair.placebos, rng.spawn(len(pair.placebos)), strict=True):
        others = tuple(c for c in pair.covariates if not _same(c, outcome))
        comparison = comparison_of(pair, outcome, others)
        spread = 0.0 if comparison is None else float(comparison.y.std())
        if comparison is None or spread == 0:
            continue
        estimate = _leading(pair.assignment, comparison, estimand, stream, effort)
        found.append(Placebo(outcome.label, estimate, estimate.value / spread))
    return found


def judge(found: list[Placebo], assignment: Assignment, rules: DesignRules) -> Check | None:
    """Return the light on the most telling placebo; None for an experiment without one."""
    if not found:
        return None if assignment is Assignment.RANDOMISED else _cannot_tell()
    worst = min(found, key=lambda p: p.estimate.p_value)
    p = min(1.0, worst.estimate.p_value * len(found))
    material = abs(worst.standardised) >= rules.placebo_material
    if p >= rules.placebo_doubt_p:
        light = Light.GREEN
        words = say(
            "Nee: op ‘{name}’, van vóór de start, is geen verschil te zien ({size} "
            "standaardafwijking, t = {t}).",
            "No: on ‘{name}’, from before the start, no difference is seen ({size} standard "
            "deviations, t = {t}).",
            **_values(worst),
        )
    elif p < rules.placebo_fail_p or material:
        light = Light.RED
        words = say(
            "De groepen verschilden al vóór de start: op ‘{name}’ is er ‘effect’ van {size} "
            "standaardafwijking (t = {t}), terwijl er nog niets gebeurd was. Wat daarna verschilt, "
            "kan dus ook door dat verschil komen.",
            "The groups already differed before the start: on ‘{name}’ there is an ‘effect’ of "
            "{size} standard deviations (t = {t}) although nothing had happened yet. What differs "
            "afterwards may come from that difference.",
            **_values(worst),
        )
    else:
        light = Light.AMBER
        words = say(
            "Een beetje: op ‘{name}’, van vóór de start, verschillen de groepen {size} "
            "standaardafwijking (t = {t}).",
            "A little: on ‘{name}’, from before the start, the groups differ by {size} standard "
            "deviations (t = {t}).",
            **_values(worst),
        )
    if light is Light.RED and assignment is Assignment.RANDOMISED and p >= rules.placebo_fail_p:
        # A draw leaves a material difference by chance once in twenty; regression handles it.
        light = Light.AMBER
    return Check("placebo", light, TITLE, words, _table(found))


def _leading(
    assignment: Assignment,
    comparison: Comparison,
    estimand: Estimand,
    rng: np.random.Generator,
    effort: Effort | None,
) -> Estimate:
    if assignment is Assignment.RANDOMISED:
        return lin(comparison)[1].estimate
    if effort is None:
        plan = planned_effort(comparison)
        effort = Effort(min(plan.linear, 2), min(plan.boosted, 2))
    return side_by_side(comparison, estimand, rng, effort=effort).leading.estimate


def _same(covariate: Covariate, outcome: Outcome) -> bool:
    if covariate.name == outcome.name:
        return True
    if not isinstance(covariate, NumericCovariate):
        return False
    both = ~np.isnan(covariate.values) & outcome.observed
    a, b = covariate.values[both], outcome.values[both]
    if a.size < 2 or a.std() == 0 or b.std() == 0:
        return False
    return bool(abs(np.corrcoef(a, b)[0, 1]) > SAME)


def _values(placebo: Placebo) -> dict[str, Text | tuple[float, int]]:
    return {
        "name": placebo.label,
        "size": (placebo.standardised, 2),
        "t": (placebo.estimate.t, 1),
    }


def _table(found: list[Placebo]) -> Table:
    columns = (
        Text("Van vóór de start", "From before the start"),
        Text("Verschil", "Difference"),
        Text("Standaardfout", "Standard error"),
        Text("t", "t"),
    )
    rows = tuple(
        (p.label, p.estimate.value, p.estimate.standard_error, p.estimate.t) for p in found
    )
    return Table(TITLE, columns, rows)


def _cannot_tell() -> Check:
    return Check(
        "placebo",
        Light.AMBER,
        TITLE,
        Text(
            "Dat is niet te zien: er is geen uitkomst van vóór de start. Voeg die zo mogelijk toe, "
            "bijvoorbeeld werk of inkomen in het jaar ervoor.",
            "That cannot be seen: there is no outcome from before the start. Add one if you can, "
            "for instance work or income in the year before.",
        ),
    )

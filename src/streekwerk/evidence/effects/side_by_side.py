"""Several honest ways to the same effect, and which of them leads.

Below 1,000 people cross-fitting costs precision and buys nothing (root mean
squared error 7 to 40 % larger at n <= 500), so the regression leads. From 1,000
on, the helper models that predict people they have not seen best lead; the
choice looks at held-out prediction alone, never at the effect.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.estimate import Estimate
from streekwerk.evidence.effects.nuisance.family import Family
from streekwerk.evidence.effects.observational import DoublyRobust, doubly_robust
from streekwerk.evidence.effects.regression import Adjusted, best_adjusted
from streekwerk.evidence.results.effect import Estimand, Method

REGRESSION_LEADS_BELOW = 1_000
# Trees that learn from fewer than this many people (or clusters) in an arm only add noise.
TREES_NEED_PER_ARM = 100
# Trees lead when their held-out loss is this share lower: less than that is chance, and
# leading by chance costs precision.
CLEARLY = 0.01
METHODS = {Family.LINEAR: Method.AIPW_LINEAR, Family.BOOSTED: Method.AIPW_BOOSTED}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One method's effect, with what a sensitivity analysis needs of it.

    ``scale`` is the confounding strength that one unit of bias takes: the root of
    residual variance times that of the representer (see sensitivity).
    """

    method: Method
    estimate: Estimate
    comparison_mean: float
    scale: float


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The leading figure and those beside it."""

    leading: Candidate
    beside: tuple[Candidate, ...]

    @property
    def disagreeing(self) -> tuple[Candidate, ...]:
        """Return the adjusted figures more than one leading standard error away."""
        one = self.leading.estimate.standard_error
        if one <= 0:
            return ()
        return tuple(
            c for c in self.beside if abs(c.estimate.value - self.leading.estimate.value) > one
        )


@dataclass(frozen=True, slots=True)
class Effort:
    """How often the people are split anew, per family; more never hurts but takes time.

    Trees get one split first, and the others only when they would lead.
    """

    linear: int
    boosted: int

    @property
    def steps(self) -> int:
        """Return how many splits that is at most."""
        return self.linear + self.boosted + (self.boosted > 1)


def planned_effort(comparison: Comparison) -> Effort:
    """Return the effort that suits the number of people: one split matters less with many."""
    linear = 5 if comparison.n < 50_000 else 3
    boosted = 5 if comparison.n < 5_000 else 3 if comparison.n < 50_000 else 1
    enough = min(comparison.units) >= TREES_NEED_PER_ARM and comparison.covariates.shape[1] > 0
    return Effort(linear, boosted if enough else 0)


def side_by_side(
    comparison: Comparison,
    estimand: Estimand,
    rng: np.random.Generator,
    *,
    effort: Effort | None = None,
    step: Callable[[], None] = lambda: None,
) -> SideBySide:
    """Return the observational effects of ``comparison`` and choose the one that leads."""
    plan = planned_effort(comparison) if effort is None else effort
    regression = _regression(comparison, estimand)
    lines, trees = rng.spawn(2)
    linear = _repeated(comparison, estimand, Family.LINEAR, lines, plan.linear, step)
    boosted = _repeated(comparison, estimand, Family.BOOSTED, trees, min(plan.boosted, 1), step)
    if plan.boosted > 1 and boosted is not None and _would_lead(boosted, linear):
        boosted = _repeated(comparison, estimand, Family.BOOSTED, trees, plan.boosted, step)
    robust = sorted((f for f in (linear, boosted) if f is not None), key=_handicapped)
    weighted = [_doubly_robust(f) for f in robust]
    if not weighted or sum(comparison.units) < REGRESSION_LEADS_BELOW:
        return SideBySide(regression, tuple(weighted))
    return SideBySide(weighted[0], (*weighted[1:], regression))


def held_out_loss(found: DoublyRobust) -> float:
    """Return how badly the helper models predict new people, outcome and chance together."""
    return math.log(found.outcome_loss) + math.log(found.chance_loss)


def _repeated(
    comparison: Comparison,
    estimand: Estimand,
    family: Family,
    rng: np.random.Generator,
    repeats: int,
    step: Callable[[], None],
) -> DoublyRobust | None:
    if repeats == 0:
        return None
    return doubly_robust(comparison, estimand, family, rng, repeats=repeats, step=step)


def _would_lead(boosted: DoublyRobust, linear: DoublyRobust | None) -> bool:
    """Say whether trees, after one split, predict well enough to deserve all their splits."""
    return linear is None or _handicapped(boosted) < _handicapped(linear)


def _handicapped(found: DoublyRobust) -> float:
    """Return the loss by which families compete: trees must be clearly better than lines."""
    return held_out_loss(found) + (CLEARLY if found.family is Family.BOOSTED else 0.0)


def regression_scale(found: Adjusted, n: int) -> float:
    """Return the scale of a regression: residual spread over that of the adjusted treatment.

    The representer of a contrast c is n X M c, so its mean square is n c'M c.
    """
    residual = float(found.fit.residuals @ found.fit.residuals) / n
    representer = n * float(found.contrast @ found.fit.bread @ found.contrast)
    return math.sqrt(residual * representer)


def _regression(comparison: Comparison, estimand: Estimand) -> Candidate:
    found = best_adjusted(comparison, estimand)
    return Candidate(
        Method.REGRESSION_ADJUSTED,
        found.estimate,
        found.comparison_mean,
        regression_scale(found, comparison.n),
    )


def _doubly_robust(found: DoublyRobust) -> Candidate:
    middle = found.middle
    return Candidate(
        METHODS[found.family],
        found.estimate,
        found.comparison_mean,
        math.sqrt(middle.residual_variance * middle.representer_variance),
    )

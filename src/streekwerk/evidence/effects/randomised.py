"""Effects of an experiment: the difference in means, and the same made sharper by covariates.

The plain difference comes with HC2, which for two groups *is* Neyman's standard
error and reproduces the published ones; the adjusted figure is Lin's with HC3.
Where a cluster (caseworker, site) was assigned or is shared, both get CR2 with
Satterthwaite's degrees of freedom.
"""

from __future__ import annotations

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.regression import Adjusted, Adjustment, adjusted
from streekwerk.evidence.results.effect import Effect, Estimand, Method


def difference_in_means(
    comparison: Comparison, level: float = 0.95, estimand: Estimand = Estimand.ATE
) -> Effect:
    """Return the arm's mean minus the comparison's, with Neyman's standard error."""
    found = adjusted(comparison, estimand, Adjustment.NONE, "HC2")
    return comparison.effect(
        found.estimate, Method.DIFFERENCE_IN_MEANS, estimand, found.comparison_mean, level
    )


def lin(comparison: Comparison, level: float = 0.95) -> tuple[Effect, Adjusted]:
    """Return Lin's covariate-adjusted effect and the fit behind it.

    With too few people for interactions the adjustment is additive, and with
    fewer still it is the plain difference (:func:`possible_adjustment`).
    """
    found = adjusted(comparison, Estimand.ATE)
    effect = comparison.effect(
        found.estimate, Method.LIN, Estimand.ATE, found.comparison_mean, level
    )
    return effect, found

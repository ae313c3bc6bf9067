"""How strong something unseen must be to undo the finding.

Robustness values of Cinelli & Hazlett (2020), generalised to weighted and doubly
robust estimates by Chernozhukov, Cinelli, Newey, Sharma & Syrgkanis (2022): a
confounder that explains shares r of what is left of the outcome and of the
treatment's representer biases the estimate by at most S r / sqrt(1 - r), with S
the residual spread times the representer's. For a regression this is exactly
the original robustness value.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.estimate import critical_value
from streekwerk.evidence.effects.least_squares import independent
from streekwerk.evidence.effects.side_by_side import Candidate
from streekwerk.evidence.results.evaluation import Sensitivity
from streekwerk.evidence.saying import say
from streekwerk.evidence.trial.table import Booleans, Floats
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A measured covariate as a yardstick: the shares it explains given all others."""

    covariate: str
    treatment: float
    outcome: float

    @property
    def strength(self) -> float:
        """Return the bias that leaving it out could cause, up to a common factor."""
        return math.sqrt(self.outcome * self.treatment / max(1 - self.treatment, 1e-12))


def robustness_value(strength: float) -> float:
    """Return the share r with r / sqrt(1 - r) = ``strength``, between 0 and 1."""
    if strength <= 0:
        return 0.0
    square = strength**2
    # The textbook root, multiplied out so that a large strength loses no digits.
    return 2 / (1 + math.sqrt(1 + 4 / square))


def sensitivity(
    comparison: Comparison, leading: Candidate, label: dict[str, Text], level: float
) -> Sensitivity | None:
    """Return the sensitivity of ``leading``; None when nothing is left to explain.

    ``label`` gives the covariates' labels by name.
    """
    if leading.scale <= 0:
        return None
    estimate = leading.estimate
    reach = critical_value(level, estimate.degrees_of_freedom) * estimate.standard_error
    whole = robustness_value(abs(estimate.value) / leading.scale)
    certain = robustness_value((abs(estimate.value) - reach) / leading.scale)
    benchmark = strongest_covariate(comparison)
    return Sensitivity(
        robustness_value=whole,
        robustness_value_interval=certain,
        benchmark_covariate=None if benchmark is None else benchmark.covariate,
        benchmark_treatment=None if benchmark is None else benchmark.treatment,
        benchmark_outcome=None if benchmark is None else benchmark.outcome,
        words=_words(whole, certain, benchmark, label),
    )


def strongest_covariate(comparison: Comparison) -> Benchmark | None:
    """Return the measured covariate whose absence could bias most; None without covariates.

    Shares are partial R-squared in the additive linear regressions.
    """
    n = comparison.n
    stacked = np.column_stack([np.ones(n), comparison.covariates, comparison.treated, comparison.y])
    gram = (stacked * comparison.mass[:, None]).T @ stacked
    names = np.array(["", *comparison.names, "", ""])
    size = gram.shape[0]
    rest, with_treatment = np.arange(size) < size - 2, np.arange(size) < size - 1
    after = _residual(gram, size - 2, rest), _residual(gram, size - 1, with_treatment)
    found = [
        Benchmark(
            name,
            _gain(gram, size - 2, rest & (names != name), after[0]),
            _gain(gram, size - 1, with_treatment & (names != name), after[1]),
        )
        for name in dict.fromkeys(comparison.names)
    ]
    return max(found, key=lambda b: b.strength, default=None)


def _gain(gram: Floats, target: int, reduced: Booleans, after: float) -> float:
    """Return the partial R-squared of what is not in ``reduced``; ``after`` is left with it."""
    left = _residual(gram, target, reduced)
    return float(np.clip(1 - after / left, 0, 1)) if left > 0 else 0.0


def _residual(gram: Floats, target: int, columns: Booleans) -> float:
    chosen = np.flatnonzero(columns)
    chosen = chosen[independent(gram[np.ix_(chosen, chosen)])]
    along = gram[chosen, target]
    solved = np.linalg.solve(gram[np.ix_(chosen, chosen)], along)
    return float(gram[target, target] - along @ solved)


def _words(
    whole: float, certain: float, benchmark: Benchmark | None, label: dict[str, Text]
) -> Text:
    if certain <= 0:
        first = say(
            "Het staat al niet vast dat er verschil is; een onbekend kenmerk dat {rv}% van wat "
            "overblijft in deelname én uitkomst verklaart, brengt het geschatte effect op nul.",
            "It is not certain that there is a difference as it stands; an unknown characteristic "
            "that explains {rv}% of what remains in both treatment and outcome brings the "
            "estimate to zero.",
            rv=(100 * whole, 1),
        )
    else:
        first = say(
            "Een onbekend kenmerk zou {rv}% van wat overblijft in deelname én uitkomst moeten "
            "verklaren om het geschatte effect op nul te brengen, en {rvi}% om het onzeker te "
            "maken.",
            "An unknown characteristic would have to explain {rv}% of what remains in both "
            "treatment and outcome to bring the estimate to zero, and {rvi}% to make it uncertain.",
            rv=(100 * whole, 1),
            rvi=(100 * certain, 1),
        )
    if benchmark is None:
        return first
    return say(
        "{first} Ter vergelijking: ‘{name}’ verklaart {t}% van de deelname en {y}% van de "
        "uitkomst.",
        "{first} By comparison: ‘{name}’ explains {t}% of the treatment and {y}% of the outcome.",
        first=first,
        name=label.get(benchmark.covariate, benchmark.covariate),
        t=(100 * benchmark.treatment, 1),
        y=(100 * benchmark.outcome, 1),
    )

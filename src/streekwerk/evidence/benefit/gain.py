"""Does looking at the person pay? Asked of people who were not learnt from.

The gain of a rule is how much better the outcome would be if places went to those for
whom the rule expects most, rather than by lot, averaged over every number of places (the
area under the targeting curve; Yadlowsky, Fleming, Shah, Brunskill & Wager 2024). The
slope says how much of the expected differences came true (the best linear predictor of
Chernozhukov, Demirer, Duflo & Fernandez-Val 2025). Both use doubly robust scores of the
left-out folds, with an interval that counts clusters.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.benefit.features import rounded
from streekwerk.evidence.benefit.scores import Scores
from streekwerk.evidence.effects.estimate import critical_value
from streekwerk.evidence.effects.weighting import standard_error
from streekwerk.evidence.trial.table import Floats, Integers

GAIN_LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Gain:
    """The held-out gain over drawing lots, in the outcome's unit, with its 95 % interval."""

    estimate: float
    standard_error: float
    low: float
    high: float
    folds: int

    @property
    def shown(self) -> bool:
        """Whether the lower bound is above zero: only then may differences be shown."""
        return self.low > 0


@dataclass(frozen=True, slots=True)
class Slope:
    """How much of the expected differences came true in people not learnt from.

    ``estimate`` and ``standard_error`` are the held-out regression's; ``used`` is what
    expected differences are multiplied by: the estimate drawn towards what was true on
    average in simulations, and kept between zero and one.
    """

    estimate: float
    standard_error: float
    used: float


def gain_of(scores: Scores, expected: Floats, fold: Integers) -> Gain:
    """Return the gain of choosing by ``expected`` (n,), each made without the person's fold."""
    rank = np.empty(expected.size)
    for k in np.unique(fold):
        here = fold == k
        rank[here] = _centred(_ranks(expected[here]), scores.tilt[here])
    gain = float((scores.score * rank).mean())
    influence = ((scores.score - scores.average * scores.tilt) * rank) / expected.size
    found = standard_error(influence - influence.mean(), scores.cluster)
    half = critical_value(GAIN_LEVEL, found.degrees_of_freedom) * found.standard_error
    return Gain(
        rounded(gain),
        rounded(found.standard_error),
        rounded(gain - half),
        rounded(gain + half),
        int(np.unique(fold).size),
    )


def slope_of(scores: Scores, expected: Floats, fold: Integers, prior: tuple[float, float]) -> Slope:
    """Return how much of the differences in ``expected`` (n,) came true.

    ``prior`` is the mean and standard deviation of what is believed of it beforehand.
    """
    difference = np.empty(expected.size)
    for k in np.unique(fold):
        here = fold == k
        difference[here] = _centred(expected[here], scores.tilt[here])
    spread = float(scores.tilt @ np.square(difference))
    if spread <= 0:
        return Slope(0.0, 0.0, 0.0)
    estimate = float(scores.score @ difference) / spread
    rest = scores.score - scores.tilt * (scores.average + estimate * difference)
    error = standard_error(rest * difference / spread, scores.cluster).standard_error
    trust = prior[1] ** 2 / (prior[1] ** 2 + error**2)
    used = trust * estimate + (1 - trust) * prior[0]
    return Slope(rounded(estimate), rounded(error), rounded(min(1.0, max(0.0, used))))


def _ranks(values: Floats) -> Floats:
    """Return where each value stands, between 0 and 1; equal values share their place."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    middle = last - (counts + 1) / 2
    ranked: Floats = middle[place] / max(values.size - 1, 1)
    return ranked


def _centred(values: Floats, weight: Floats) -> Floats:
    total = weight.sum()
    centred: Floats = values - (float(weight @ values) / total if total > 0 else values.mean())
    return centred

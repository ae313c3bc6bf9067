"""One number with its honesty: an effect is never without interval, n and estimand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from streekwerk.vocabulary.language import Text


class Estimand(Enum):
    """Whose average an effect is."""

    ATE = "ate"
    ATT = "att"
    OVERLAP = "overlap"
    LATE = "late"

    @property
    def words(self) -> Text:
        """Say whose average it is."""
        return _ESTIMAND_WORDS[self]


_ESTIMAND_WORDS = {
    Estimand.ATE: Text(
        "gemiddeld over iedereen in de vergelijking", "average over everyone compared"
    ),
    Estimand.ATT: Text("gemiddeld over wie het kreeg", "average over those who got it"),
    Estimand.OVERLAP: Text(
        "gemiddeld over wie zowel wel als niet had kunnen meedoen (overlapgewogen)",
        "average over those who could have gone either way (overlap-weighted)",
    ),
    Estimand.LATE: Text(
        "gemiddeld over wie meedeed doordat het werd aangeboden",
        "average over those who took part because it was offered",
    ),
}


class Method(Enum):
    """How an effect was estimated."""

    DIFFERENCE_IN_MEANS = "difference_in_means"
    LIN = "lin"
    WALD = "wald"
    REGRESSION_ADJUSTED = "regression_adjusted"
    AIPW_LINEAR = "aipw_linear"
    AIPW_BOOSTED = "aipw_boosted"

    @property
    def words(self) -> Text:
        """Name the method for a reader who knows statistics."""
        return _METHOD_WORDS[self]


_METHOD_WORDS = {
    Method.DIFFERENCE_IN_MEANS: Text("Verschil van gemiddelden", "Difference in means"),
    Method.LIN: Text("Regressie met interacties (Lin 2013)", "Interacted regression (Lin 2013)"),
    Method.WALD: Text("Effect van deelname (Wald)", "Effect of taking part (Wald)"),
    Method.REGRESSION_ADJUSTED: Text("Regressiecorrectie", "Regression adjustment"),
    Method.AIPW_LINEAR: Text(
        "Dubbel robuust, lineaire hulpmodellen", "Doubly robust, linear nuisance models"
    ),
    Method.AIPW_BOOSTED: Text(
        "Dubbel robuust, beslisbomen (gradient boosting)",
        "Doubly robust, gradient-boosted trees",
    ),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """An estimated effect of one arm against the comparison arm on one outcome.

    Attributes
    ----------
    outcome, arm, comparison : names (codes) in the trial.
    estimate, standard_error, low, high : in the outcome's unit; a binary
        outcome in proportions (0.06 is six more per 100 people).
    level : of the interval, 0.95 unless asked otherwise.
    degrees_of_freedom : of the t distribution behind the interval; None is normal.
    n_treated, n_comparison : people with this outcome in each arm.
    comparison_mean : what the estimand's people would have had without it.
    clusters : how many independent clusters the standard error counts, or None.
    """

    outcome: str
    arm: str
    comparison: str
    method: Method
    estimand: Estimand
    estimate: float
    standard_error: float
    low: float
    high: float
    n_treated: int
    n_comparison: int
    comparison_mean: float
    level: float = 0.95
    degrees_of_freedom: float | None = None
    clusters: int | None = None

    def __post_init__(self) -> None:
        numbers = (self.estimate, self.standard_error, self.low, self.high)
        if not all(math.isfinite(value) for value in numbers):
            raise ValueError(f"an effect needs finite numbers, got {numbers}")
        if not self.low <= self.estimate <= self.high:
            raise ValueError(f"{self.estimate} lies outside its interval {self.low}–{self.high}")

    @property
    def certain_of_direction(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0 or self.high < 0

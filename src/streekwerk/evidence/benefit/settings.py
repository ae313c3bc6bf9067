"""What is fixed before anything is fitted, for all measures alike."""

from __future__ import annotations

from dataclasses import dataclass, field

from streekwerk.evidence.benefit.sampler import ForestSettings


@dataclass(frozen=True, slots=True)
class BenefitSettings:
    """Choices made on simulations with other seeds than those reported.

    Parameters
    ----------
    seed : recorded with the result; make the generator from it.
    level : of the intervals.
    forest, held_out_forest : of the fit that is stored, and of those that judge it.
    folds : parts that people are split in to judge the gain.
    splits : cross-fits that the chance of the measure is averaged over.
    least_for_differences : people (or clusters) per arm, also after weighting, below which
        nothing is said of differences.
    least_for_anything : below which nothing is said at all; also of an outcome's class.
    believed_spread : scale of the spread between groups believed beforehand, in standard
        deviations of the outcome; that of the evidence cards.
    slope_prior : mean and standard deviation of what is believed beforehand of how much of
        the expected differences will come true.
    widening : what a person's standard deviation is multiplied by, so that intervals still
        cover where effects follow no shape that forests or groups find easily.
    keep_forest : also keep a forest that may not be shown, to judge the method by.
    """

    seed: int = 0
    level: float = 0.9
    forest: ForestSettings = field(default_factory=ForestSettings)
    held_out_forest: ForestSettings = field(
        default_factory=lambda: ForestSettings(
            prognostic_trees=50, effect_trees=25, draws=50, keep_every=1
        )
    )
    folds: int = 3
    splits: int = 3
    least_for_differences: int = 75
    least_for_anything: int = 10
    believed_spread: float = 0.15
    slope_prior: tuple[float, float] = (0.85, 0.3)
    widening: float = 1.1
    keep_forest: bool = False

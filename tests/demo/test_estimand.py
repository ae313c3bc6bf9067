"""What the truth is for: a correct emulation finds it, a naive comparison does not."""

from dataclasses import replace

import numpy as np
import pytest
from tests.demo.emulation import OUTCOMES, Simulated, emulate

from streekwerk.demo.config import RegionConfig
from streekwerk.demo.lives import TruthPlan
from streekwerk.demo.measures import DEFAULT_MEASURES
from streekwerk.demo.truth import true_effects

# Two measures with many starts each, so that one region already tells a bias of 2 points.
REGION = RegionConfig(
    people=16_000,
    months=30,
    measures=tuple(each for each in DEFAULT_MEASURES if each.code in {"30", "43"}),
    start_rate=0.05,
    seed=17,
)
HORIZON = 12
PLAN = TruthPlan(horizons=(HORIZON,), futures=2)


def _biases(simulated: Simulated, config: RegionConfig, measure: str) -> tuple[float, float]:
    """(naive, adjusted) minus the truth, as a share of people."""
    trials = emulate(simulated(config), measure, HORIZON)
    truth = true_effects(config, PLAN).effect(measure, "sustained_work", HORIZON)
    # Movers are left out of the trials, so a few starts of the truth are not in them.
    assert trials.started.sum() == pytest.approx(truth.starts, rel=0.03)
    return trials.naive() - truth.effect, trials.adjusted() - truth.effect


@pytest.mark.parametrize(("measure", "sign"), [("30", 1), ("43", -1)])
def test_adjustment_for_the_stated_set_removes_the_bias(
    simulated: Simulated, measure: str, sign: int
) -> None:
    naive, adjusted = _biases(simulated, REGION, measure)
    assert sign * naive > 0.02
    assert abs(adjusted) < 0.012


def test_unobserved_selection_leaves_a_bias_that_adjustment_cannot_remove(
    simulated: Simulated,
) -> None:
    naive, adjusted = _biases(simulated, replace(REGION, unobserved_selection=1.5), "30")
    assert adjusted > 0.02
    assert naive > adjusted


@pytest.mark.slow
def test_the_adjusted_estimate_is_unbiased_for_every_outcome_over_many_regions(
    simulated: Simulated,
) -> None:
    errors = []
    for seed in range(100, 130):
        config = replace(REGION, seed=seed)
        truth = true_effects(config, PLAN)
        errors.append(
            [
                emulate(simulated(config), measure, HORIZON, outcome).adjusted()
                - truth.effect(measure, outcome, HORIZON).effect
                for outcome in OUTCOMES
                for measure in ("30", "43")
            ]
        )
    bias = np.mean(errors, axis=0)
    spread = np.std(errors, axis=0, ddof=1) / np.sqrt(len(errors))
    assert (np.abs(bias) < 3 * spread).all(), (bias, spread)

"""Small municipalities with known truth: ``python -m benchmarks.small_municipalities``.

Whoever gets the measure differs from who does not, and finding work depends on the
same things. Every estimator is held against the truth of its own average.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from threadpoolctl import threadpool_limits

from streekwerk.evidence.design.report import design_report
from streekwerk.evidence.effects.comparison import comparison_of
from streekwerk.evidence.effects.estimate import Estimate
from streekwerk.evidence.effects.randomised import difference_in_means
from streekwerk.evidence.effects.regression import Adjustment, adjusted
from streekwerk.evidence.effects.side_by_side import (
    REGRESSION_LEADS_BELOW,
    Effort,
    side_by_side,
)
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.simulate.municipality import confounded_binary

SIZES = (200, 500, 1_000, 2_000)
REPETITIONS = 400
WORKERS = 2


@dataclass(frozen=True, slots=True)
class Draw:
    """What each estimator made of one simulated municipality: (estimate, low, high, truth)."""

    ours: tuple[float, float, float, float]
    ols: tuple[float, float, float, float]
    lin: tuple[float, float, float, float]
    naive: tuple[float, float, float, float]
    estimand: Estimand
    red: bool


def population() -> dict[Estimand, float]:
    """Return the true averages in a population of 400,000."""
    known = confounded_binary(400_000, np.random.default_rng(1))
    return {
        Estimand.ATE: known.average("work"),
        Estimand.ATT: known.average_of_treated("work"),
        Estimand.OVERLAP: known.overlap_average("work"),
    }


def draw(truth: dict[Estimand, float], n: int, seed: int) -> Draw:
    """Simulate one municipality of ``n`` people and let everyone estimate."""
    rng = np.random.default_rng([seed, n])
    trial = confounded_binary(n, rng).trial
    design = design_report(trial, rng).arms[0]
    comparison = comparison_of(trial, trial.outcomes[0])
    assert comparison is not None
    # Trees matter from n = 1,000 on, where helper models are chosen; one split decides that.
    effort = Effort(5, 1) if n >= REGRESSION_LEADS_BELOW else Effort(0, 0)
    with threadpool_limits(limits=1):
        found = side_by_side(comparison, design.estimand, rng, effort=effort)
    ols = adjusted(comparison, Estimand.OVERLAP, Adjustment.ADDITIVE).estimate
    lin = adjusted(comparison, Estimand.ATE, Adjustment.INTERACTED).estimate
    plain = difference_in_means(comparison)
    return Draw(
        ours=_row(found.leading.estimate, truth[design.estimand]),
        ols=_row(ols, truth[Estimand.OVERLAP]),
        lin=_row(lin, truth[Estimand.ATE]),
        naive=(plain.estimate, plain.low, plain.high, truth[Estimand.ATE]),
        estimand=design.estimand,
        red=design.verdict is Light.RED,
    )


def simulate(n: int, repetitions: int, workers: int = WORKERS) -> list[Draw]:
    """Return ``repetitions`` draws of ``n`` people."""
    job = partial(draw, population(), n)
    if workers == 1:
        return [job(seed) for seed in range(repetitions)]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(job, range(repetitions), chunksize=10))


def summary(rows: list[tuple[float, float, float, float]]) -> tuple[float, float]:
    """Return the root mean squared error and the share of intervals that hold the truth."""
    estimate, low, high, truth = np.array(rows).T
    covered = (low <= truth) & (truth <= high)
    return float(np.sqrt(np.mean((estimate - truth) ** 2))), float(covered.mean())


def _row(estimate: Estimate, truth: float) -> tuple[float, float, float, float]:
    return (estimate.value, *estimate.interval(), truth)


def main() -> None:
    """Print error and coverage by size; an argument sets the number of repetitions."""
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS
    print(f"{repetitions} simulated municipalities per size; coverage +/- "
          f"{1.96 * np.sqrt(0.95 * 0.05 / repetitions):.3f}")  # fmt: skip
    print("    n  ours: rmse cover   OLS: rmse cover   Lin: rmse cover  naive: rmse cover  "
          "ratio   ATT   red")  # fmt: skip
    for n in SIZES:
        draws = simulate(n, repetitions)
        shown = [
            summary([getattr(d, who) for d in draws]) for who in ("ours", "ols", "lin", "naive")
        ]
        ratio = shown[0][0] / min(shown[1][0], shown[2][0])
        att = np.mean([d.estimand is Estimand.ATT for d in draws])
        red = np.mean([d.red for d in draws])
        cells = "  ".join(f"{rmse:10.4f} {cover:.3f}" for rmse, cover in shown)
        print(f"{n:5} {cells}  {ratio:5.3f}  {att:.2f}  {red:.3f}", flush=True)


if __name__ == "__main__":
    main()

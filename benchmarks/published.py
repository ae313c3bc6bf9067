"""Published experiments, reproduced: ``python -m benchmarks.published``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from benchmarks import data
from streekwerk.evidence.design.report import design_report
from streekwerk.evidence.evaluate import evaluate
from streekwerk.evidence.results.effect import Effect, Method
from streekwerk.evidence.trial.table import TrialTable


@dataclass(frozen=True, slots=True)
class Published:
    """A printed figure: ``decimals`` is how precisely it was printed."""

    study: str
    trial: Callable[[], TrialTable]
    outcome: str
    arm: str
    estimate: float
    standard_error: float | None
    decimals: int
    method: Method = Method.DIFFERENCE_IN_MEANS


PLAIN, WALD = Method.DIFFERENCE_IN_MEANS, Method.WALD
PUBLISHED = (
    Published("NSW (LaLonde 1986)", data.nsw, "re78", "1", 886.3, 488.2, 1),
    Published(
        "NSW, Dehejia & Wahba 1999", lambda: data.nsw("nsw_dw"), "re78", "1", 1794.3, 671.0, 1
    ),
    Published("JTPA, offer", data.jtpa, "earnings", "1", 1159.4, 330.5, 1),
    Published("JTPA men, offer", lambda: data.jtpa(True), "earnings", "1", 1116.6, 568.6, 1),
    Published("JTPA women, offer", lambda: data.jtpa(False), "earnings", "1", 1242.6, 358.9, 1),
    Published("JTPA, taking part (Wald)", data.jtpa, "earnings", "1", 1848.8, None, 1, WALD),
    Published("Job Corps, $ a week, year 2", data.job_corps, "earny2", "1", -2.3, 3.2, 1),
    Published("Job Corps, $ a week, year 3", data.job_corps, "earny3", "1", 11.5, 3.4, 1),
    Published("Job Corps, $ a week, year 4", data.job_corps, "earny4", "1", 16.1, 4.1, 1),
    Published("Job Corps, % of weeks, year 4", data.job_corps, "pworky4", "1", 3.3, 0.8, 1),
    *(
        Published(f"Pennsylvania bonus {arm}", data.bonus, "log_weeks", str(arm), value, se, 4)
        for arm, value, se in (
            (1, -0.0275, None),
            (2, -0.0788, None),
            (3, -0.0671, None),
            (4, -0.0855, 0.0359),
            (5, -0.0335, None),
            (6, -0.0715, None),
        )
    ),
)


@dataclass(frozen=True, slots=True)
class Reproduced:
    """A published figure, ours without adjustment, and ours adjusted."""

    published: Published
    plain: Effect
    adjusted: Effect

    @property
    def exact(self) -> bool:
        """Whether estimate and standard error agree to the printed digit."""
        p, places = self.published, self.published.decimals
        same = round(self.plain.estimate, places) == p.estimate
        if p.standard_error is None:
            return same
        return same and round(self.plain.standard_error, places) == p.standard_error


def reproduce(published: Published) -> Reproduced:
    """Return our figures for one published one, through the whole evaluation."""
    trial = published.trial()
    rng = np.random.default_rng(0)
    evaluation = evaluate(trial, design_report(trial, rng), rng)
    finding = evaluation.finding(published.outcome, published.arm)
    matching = [effect for effect in finding.beside if effect.method is published.method]
    adjusted = finding.leading if published.method is PLAIN else matching[-1]
    return Reproduced(published, matching[0], adjusted)


def main() -> None:
    """Print published beside ours."""
    data.require_data()
    print(f"{'study':32} {'published':>18} {'ours, plain':>20} {'ours, adjusted':>20}")
    wrong = 0
    for published in PUBLISHED:
        found = reproduce(published)
        d = published.decimals
        printed = f"{published.estimate:,.{d}f}"
        if published.standard_error is not None:
            printed += f" ({published.standard_error:,.{d}f})"
        ours = [
            f"{e.estimate:,.{d}f} ({e.standard_error:,.{d}f})"
            for e in (found.plain, found.adjusted)
        ]
        verdict = "to the digit" if found.exact else "DIFFERS"
        wrong += not found.exact
        print(f"{published.study:32} {printed:>18} {ours[0]:>20} {ours[1]:>20}  {verdict}")
    print(f"{len(PUBLISHED) - wrong} of {len(PUBLISHED)} reproduced to the printed digit.")
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

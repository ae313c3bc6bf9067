"""Benchmarks whose truth is known: ``python -m benchmarks.known_truth``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from benchmarks import data
from streekwerk.evidence.design.report import design_report
from streekwerk.evidence.evaluate import RefusedError, Settings, evaluate
from streekwerk.evidence.results.effect import Effect, Estimand


def effect_of(known: data.Known, estimand: Estimand) -> Effect:
    """Return the leading figure for ``estimand``, refusing what the design refuses."""
    rng = np.random.default_rng(0)
    report = design_report(known.trial, rng)
    finding = evaluate(known.trial, report, rng, settings=Settings(estimand=estimand)).findings[0]
    return finding.leading


def effect_whatever_the_design(known: data.Known, estimand: Estimand) -> Effect:
    """Return the leading figure although the design may refuse: to judge the estimator alone."""
    rng = np.random.default_rng(0)
    report = design_report(known.trial, rng)
    willing = replace(report, arms=tuple(replace(arm, refused=()) for arm in report.arms))
    settings = Settings(estimand=estimand)
    return evaluate(known.trial, willing, rng, settings=settings).findings[0].leading


def show(name: str, cases: Iterable[data.Known], estimand: Estimand) -> None:
    """Print every case's error and whether its interval holds the truth, then their means."""
    errors, covered = [], []
    for known in cases:
        truth = known.att if estimand is Estimand.ATT else known.ate
        effect = effect_whatever_the_design(known, estimand)
        errors.append(abs(effect.estimate - truth))
        covered.append(effect.low <= truth <= effect.high)
        print(f"  {known.name:10} truth {truth:10.3f}  estimate {effect.estimate:10.3f} "
              f"({effect.standard_error:.3f})  {effect.method.value}")  # fmt: skip
    print(f"{name} {estimand.name}: mean |error| {np.mean(errors):.4g}, "
          f"coverage {np.mean(covered):.2f} of {len(errors)}")  # fmt: skip


def refusals(cases: Iterable[data.Known], estimand: Estimand) -> None:
    """Print which cases refuse ``estimand``, and the reason."""
    refused = total = 0
    for known in cases:
        total += 1
        try:
            effect_of(known, estimand)
        except RefusedError as refusal:
            refused += 1
            reason = refusal.reason.nl
    print(f"{estimand.name} refused in {refused} of {total}" + (f": {reason}" if refused else ""))


def main() -> None:
    """Print ACIC 2016, IHDP and RealCause."""
    data.require_data()
    show("ACIC 2016", data.acic(), Estimand.ATT)
    show("IHDP", data.ihdp(), Estimand.ATE)
    show("RealCause PSID", data.realcause(), Estimand.ATT)
    refusals(data.realcause(), Estimand.ATE)


if __name__ == "__main__":
    main()

"""Comparisons known to mislead must be refused: ``python -m benchmarks.refusals``."""

from __future__ import annotations

import numpy as np

from benchmarks import data
from streekwerk.evidence.design.report import design_report
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.trial.table import Assignment, TrialTable


def cases() -> list[TrialTable]:
    """Return the two experiments and their treated against four survey comparisons."""
    files = ("nsw", "nsw_dw")
    return [data.nsw(file) for file in files] + [
        data.nsw_against(controls, file) for file in files for controls in ("cps", "psid")
    ]


def main() -> None:
    """Print each verdict with its reason; fail when one is not what is known."""
    data.require_data()
    wrong = 0
    for trial in cases():
        report = design_report(trial, np.random.default_rng(0))
        misleading = trial.assignment is Assignment.OBSERVATIONAL
        right = (report.verdict is Light.RED) == misleading
        wrong += not right
        print(f"{trial.title.en:32} {report.verdict.name:6} {'as known' if right else 'WRONG'}")
        for design in report.arms:
            print(f"    {design.reason.nl}")
            print("    " + ", ".join(f"{c.name} {c.light.name.lower()}" for c in design.checks))
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

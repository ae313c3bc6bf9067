"""How long one whole caseload takes: 100,000 people against every rule.

Run with ``python -m benchmarks.rights``. The target is under ten seconds on two cores; the
computation uses one.
"""

from __future__ import annotations

from datetime import date
from time import perf_counter

import numpy as np

from streekwerk.rights import CATALOGUE, REGISTRY, Truth, check_caseload, national_parameters
from streekwerk.rights.engine.facts import Answer, FactSpec
from streekwerk.rights.engine.truth import Numbers

PEOPLE = 100_000
TARGET_SECONDS = 10.0
_DAY = date(2026, 7, 1)


def made_up_column(fact: FactSpec, size: int, rng: np.random.Generator) -> Numbers:
    """Return random answers to one fact, 15% of them unknown; shape ``(size,)``."""
    if fact.kind is Answer.YES_NO:
        column = (rng.random(size) < 0.4).astype(float)
    elif fact.kind is Answer.DATE:
        column = _DAY.toordinal() - rng.integers(0, 1500, size).astype(float)
    elif fact.kind is Answer.CHOICE:
        column = rng.integers(0, len(fact.options), size).astype(float)
    else:
        column = np.floor(rng.random(size) * min(fact.highest, 100.0))
    column[rng.random(size) < 0.15] = np.nan
    return column


def made_up_caseload(size: int, rng: np.random.Generator) -> dict[str, Numbers]:
    """Return a caseload with random answers to every fact."""
    return {fact.key: made_up_column(fact, size, rng) for fact in REGISTRY}


def main() -> None:
    """Measure three runs and print a table."""
    columns = made_up_caseload(PEOPLE, np.random.default_rng(7))
    parameters = national_parameters()
    seconds = []
    for _ in range(3):
        begin = perf_counter()
        result = check_caseload(_DAY, columns, CATALOGUE, parameters)
        seconds.append(perf_counter() - begin)
    answers = sum(column.count(Truth.YES) for column in result)
    rows = [
        ("people", f"{PEOPLE:,}"),
        ("facts per person", str(len(columns))),
        ("rules", str(len(CATALOGUE))),
        ("seconds (best of 3)", f"{min(seconds):.2f}"),
        ("seconds (worst of 3)", f"{max(seconds):.2f}"),
        ("target, seconds", f"{TARGET_SECONDS:.0f}"),
        ("answers 'yes'", f"{answers:,}"),
    ]
    for name, value in rows:
        print(f"{name:<24}{value:>12}")


if __name__ == "__main__":
    main()

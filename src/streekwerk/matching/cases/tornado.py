"""What matters most: each uncertain input by itself, and its share in the uncertainty."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.matching.cases.accounts import Account
from streekwerk.matching.cases.inputs import Input
from streekwerk.matching.cases.model import CaseModel
from streekwerk.matching.cases.reading import Numbers
from streekwerk.matching.cases.simulation import Simulation, evaluate, net_present_value

_LOW, _HIGH = 0.1, 0.9
_BINS = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """What one input does to the net present value of an account, in euros.

    Attributes
    ----------
    at_low, at_high
        Net present value with the input at its 10th and 90th percentile, the others at
        their medians.
    low, high
        Those percentiles, in the unit of the input.
    share
        Share of the variance that knowing this input would take away (first-order index,
        between 0 and 1). Inputs that go together share theirs, so shares may add up to
        more than one.
    """

    input: Input
    low: float
    high: float
    at_low: float
    at_high: float
    share: float

    @property
    def swing(self) -> float:
        """How far the two lie apart."""
        return abs(self.at_high - self.at_low)


def tornado(simulation: Simulation, account: Account) -> tuple[Bar, ...]:
    """Return a bar for every uncertain input, the widest first."""
    model = simulation.model
    inputs = model.uncertain
    values = one_at_a_time(model, account)
    outcome = simulation.values[account]
    bars = [
        Bar(
            one,
            one.belief.at(_LOW),
            one.belief.at(_HIGH),
            float(values[0, k]),
            float(values[1, k]),
            explained(simulation.drawn[one.name], outcome),
        )
        for k, one in enumerate(inputs)
    ]
    return tuple(sorted(bars, key=lambda bar: (-bar.swing, bar.input.name)))


def one_at_a_time(model: CaseModel, account: Account) -> Numbers:
    """Return net present values, shape ``(2, inputs)``: each input low, then high."""
    inputs = model.uncertain
    count = len(inputs)
    changed = {}
    for k, one in enumerate(inputs):
        column = np.full(2 * count, float(one.median))
        column[k], column[count + k] = one.belief.at(_LOW), one.belief.at(_HIGH)
        changed[one.name] = column
    known = evaluate(model, changed)
    return net_present_value(model, account, known, 2 * count).reshape(2, count)


def explained(drawn: Numbers, outcome: Numbers) -> float:
    """Return the share of the variance of ``outcome`` between equal slices of ``drawn``.

    The first-order sensitivity index Var(E[Y|X])/Var(Y), estimated by slicing and
    corrected for the variance that slices have by chance (epsilon squared).
    Source: Saltelli et al. (2008), *Global Sensitivity Analysis*, §1.2.
    """
    size = len(outcome)
    bins = min(_BINS, size // 10)
    spread = float(np.var(outcome)) * size
    if bins < 2 or spread <= 0:
        return 0.0
    slices = np.array_split(outcome[np.argsort(drawn, kind="stable")], bins)
    inside = sum(float(np.var(part)) * len(part) for part in slices)
    unexplained = (inside / (size - bins)) / (spread / (size - 1))
    return float(np.clip(1 - unexplained, 0.0, 1.0))

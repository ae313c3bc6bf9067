"""The case under uncertainty: many draws of all inputs together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from streekwerk.matching.cases.accounts import Account
from streekwerk.matching.cases.model import CaseModel, present
from streekwerk.matching.cases.reading import Arrays, Numbers, Place
from streekwerk.rights.finance import Interval

DRAWS = 10_000
_STILL_A_CORRELATION = 1e-9


@dataclass(frozen=True)
class Payback:
    """When the money is back, in years from the start.

    Attributes
    ----------
    low, middle, high
        The 5th, 50th and 95th percentile; ``None`` is "not within the years of the case".
    within
        Share of the draws in which it is back in time.
    years
        How far the case looks.
    """

    low: float | None
    middle: float | None
    high: float | None
    within: float
    years: int


@dataclass(frozen=True)
class Simulation:
    """What came out of the draws.

    Attributes
    ----------
    drawn
        Every uncertain input, shape ``(draws,)``.
    values
        Net present value of each account in euros, shape ``(draws,)``.
    balances
        Received less paid, shape ``(draws, years + 1)``.
    measures
        Results beside money in the last year, shape ``(draws,)``.
    """

    model: CaseModel
    drawn: Mapping[str, Numbers]
    values: Mapping[Account, Numbers]
    balances: Mapping[Account, Numbers]
    measures: Mapping[str, Numbers]

    def interval(self, account: Account, coverage: float = 0.9) -> Interval:
        """Return the net present value with its interval."""
        return Interval.of(self.values[account], coverage)

    def chance_of_gain(self, account: Account) -> float:
        """Return the share of draws with a net present value of zero or more."""
        return float(np.mean(self.values[account] >= 0))

    def each_year(self, account: Account, coverage: float = 0.9) -> tuple[Interval, ...]:
        """Return the balance of each year with its interval."""
        return tuple(Interval.of(column, coverage) for column in self.balances[account].T)

    def payback(self, account: Account) -> Payback:
        """Return when the balance since the start stays at zero or above."""
        moments = payback_moments(self.balances[account])
        low, middle, high = np.quantile(moments, [0.05, 0.5, 0.95], method="lower")
        back = float(np.mean(np.isfinite(moments)))
        return Payback(_known(low), _known(middle), _known(high), back, self.model.years)


def payback_moments(balances: Numbers) -> Numbers:
    """Return the moment from which the sum of the balances stays at zero or above.

    Parameters
    ----------
    balances
        Received less paid, shape ``(draws, years + 1)``, year 0 first. Within a year money
        comes and goes evenly.

    Returns
    -------
    array of shape ``(draws,)``
        Years from the start; infinite when it is not back at the end.
    """
    # Half a cent: sums of rounded amounts in binary fractions.
    sums = np.cumsum(balances, axis=1)
    short = sums < -0.005
    years = sums.shape[1]
    # The last year that ends with a shortage; -1 when there is none.
    last = np.where(short.any(axis=1), years - 1 - np.argmax(short[:, ::-1], axis=1), -1)
    here = np.clip(last, 0, years - 2)
    rows = np.arange(len(sums))
    below, earned = sums[rows, here], balances[rows, here + 1]
    within = np.divide(-below, earned, out=np.zeros_like(below), where=earned > 0)
    return np.where(last < 0, 0.0, np.where(last == years - 1, np.inf, here + within))


def draw(model: CaseModel, size: int, rng: np.random.Generator) -> dict[str, Numbers]:
    """Return ``size`` draws of each uncertain input, correlated as the model says.

    Raises
    ------
    ValueError
        When the correlations cannot all be true together.
    """
    inputs = model.uncertain
    if not inputs:
        return {}
    normal = rng.standard_normal((len(inputs), size))
    chance = ndtr(_root(model) @ normal)
    return {one.name: one.belief.quantile(chance[k]) for k, one in enumerate(inputs)}


def simulate(model: CaseModel, rng: np.random.Generator, draws: int = DRAWS) -> Simulation:
    """Calculate the case for ``draws`` draws of its inputs."""
    drawn = draw(model, draws, rng)
    known = evaluate(model, drawn)
    balances = {one: _balance(model, one, known, draws) for one in model.readers_accounts}
    values = {one: net_present_value(model, one, known, draws) for one in balances}
    last = {name: model.row(name)[model.years] for name in model.measures}
    measures = {
        name: np.broadcast_to(known[at.name, at.year], (draws,)) for name, at in last.items()
    }
    return Simulation(model, drawn, values, balances, measures)


def evaluate(model: CaseModel, changed: Mapping[str, Numbers]) -> dict[Place, Numbers]:
    """Calculate everything with ``changed`` inputs as arrays and the others at their medians."""
    values = {one.name: np.asarray(float(one.median)) for one in model.inputs}
    return model.calculate({**values, **changed}, Arrays)


def net_present_value(
    model: CaseModel, account: Account, known: Mapping[Place, Numbers], size: int
) -> Numbers:
    """Return the net present value of one account, shape ``(size,)``."""
    found = np.zeros(size)
    for flow in model.flows:
        sign = flow.sign_for(account)
        if sign:
            name = present(flow.name)
            for year in model.row(name).formulas:
                found += sign * known[name, year]
    return found


def _balance(
    model: CaseModel, account: Account, known: Mapping[Place, Numbers], size: int
) -> Numbers:
    found = np.zeros((size, model.years + 1))
    for flow in model.flows:
        sign = flow.sign_for(account)
        for year in model.periods:
            if sign and (flow.name, year) in known:
                found[:, year] += sign * known[flow.name, year]
    return found


def _root(model: CaseModel) -> Numbers:
    place = {one.name: k for k, one in enumerate(model.uncertain)}
    matrix = np.eye(len(place))
    for pair in model.correlations:
        if pair.one in place and pair.other in place:
            one, other = place[pair.one], place[pair.other]
            matrix[one, other] = matrix[other, one] = pair.strength
    try:
        root = np.linalg.cholesky(matrix + _STILL_A_CORRELATION * np.eye(len(place)))
    except np.linalg.LinAlgError:
        raise ValueError("these correlations cannot all be true together") from None
    return np.asarray(root, dtype=np.float64)


def _known(moment: float) -> float | None:
    return float(moment) if np.isfinite(moment) else None

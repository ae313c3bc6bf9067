"""Everything a case has to say: exact, under uncertainty, what matters, where it turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from streekwerk.matching.cases.accounts import Account
from streekwerk.matching.cases.breakeven import BreakEven, break_even
from streekwerk.matching.cases.model import CaseModel
from streekwerk.matching.cases.simulation import DRAWS, Simulation, simulate
from streekwerk.matching.cases.statement import Calculation, calculate
from streekwerk.matching.cases.tornado import Bar, tornado

# What people ask first, by the end of the input's name.
_ASKED: Mapping[Account, tuple[str, ...]] = {
    Account.EMPLOYER: (
        "wage_value",
        "guidance_hours",
        "stay",
        "price_abroad",
        "volume",
        "demand",
        "price_unit",
    ),
    Account.MUNICIPALITY: ("wage_value", "stay", "work_anyway"),
    Account.SOCIETY: ("wage_value", "stay", "work_anyway"),
}


@dataclass(frozen=True)
class Outcome:
    """A case worked out.

    Attributes
    ----------
    calculation
        Every input at its median, to the cent.
    simulation
        Under uncertainty.
    bars
        What matters most, for each account.
    questions
        The break-even questions that people ask first.
    """

    model: CaseModel
    calculation: Calculation
    simulation: Simulation
    bars: Mapping[Account, tuple[Bar, ...]]
    questions: tuple[BreakEven, ...]

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Who gains or pays, society last."""
        return self.model.readers_accounts

    def asked(self, account: Account) -> tuple[BreakEven, ...]:
        """Return the questions about one account."""
        return tuple(one for one in self.questions if one.account is account)

    def seen_by(self, *accounts: Account) -> Outcome:
        """Return what ``accounts`` may see (:meth:`CaseModel.seen_by`), same numbers."""
        model, held = self.model.seen_by(*accounts), self.simulation
        simulation = Simulation(
            model,
            {one.name: held.drawn[one.name] for one in model.uncertain},
            {one: held.values[one] for one in accounts},
            {one: held.balances[one] for one in accounts},
            held.measures,
        )
        bars = {
            one: tuple(bar for bar in self.bars[one] if bar.input.name in model.by_name)
            for one in accounts
        }
        asked = tuple(
            one
            for one in self.questions
            if one.account in accounts and one.input.name in model.by_name
        )
        return Outcome(model, calculate(model), simulation, bars, asked)


def work_out(model: CaseModel, rng: np.random.Generator, draws: int = DRAWS) -> Outcome:
    """Work a case out.

    Parameters
    ----------
    rng
        Source of the draws: the same seed gives the same outcome.
    """
    simulation = simulate(model, rng, draws)
    bars = {one: tornado(simulation, one) for one in model.readers_accounts}
    return Outcome(model, calculate(model), simulation, bars, questions(model))


def questions(model: CaseModel) -> tuple[BreakEven, ...]:
    """Answer the questions that people ask first, as far as the case has their inputs."""
    return tuple(
        break_even(model, account, one.name)
        for account, asked in _ASKED.items()
        for end in asked
        for one in model.inputs
        if one.name.split(".")[-1] == end
    )

"""A draft with the shorthands of cases about production: ask a belief, book a flow."""

from __future__ import annotations

from collections.abc import Callable

from streekwerk.matching.cases.accounts import Account, Flow
from streekwerk.matching.cases.beliefs import PERCENT_LIMITS, Believed
from streekwerk.matching.cases.formula import Formula, Ref
from streekwerk.matching.cases.inputs import Unit
from streekwerk.matching.cases.model import Draft
from streekwerk.vocabulary.language import Text

Amount = Callable[[int], Formula]
NO_LIMITS = (0.0, float("inf"))
DAYS_A_YEAR = 365


class Ledger:
    """Shorthands over a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def ask(
        self,
        held: Believed,
        name: str,
        label: Text,
        unit: Text,
        limits: tuple[float, float] = NO_LIMITS,
    ) -> Ref:
        """Add a belief as an input."""
        return self.draft.input(held.input(name, label, unit, limits))

    def percent(self, held: Believed, name: str, label: Text) -> Ref:
        """Add a percentage of something."""
        return self.ask(held, name, label, Unit.PERCENT, PERCENT_LIMITS)

    def rejects(self, held: Believed, name: str, label: Text) -> Formula:
        """Add a percentage of rejects; return rejected units for each good one."""
        loss = self.ask(held, name, label, Unit.PERCENT, (0.0, 90.0))
        return loss / (100 - loss)

    def days(self, held: Believed, name: str, label: Text) -> Formula:
        """Add a number of days; return it as a part of a year."""
        return self.ask(held, name, label, Unit.DAYS, (0.0, 365.0)) / DAYS_A_YEAR

    def saves(self, name: str, label: Text, amount: Amount, payer: Account | None = None) -> str:
        """Book what the employer gains in every year after the start."""
        return self._book(Flow(name, label, payer, Account.EMPLOYER), amount)

    def costs(self, name: str, label: Text, amount: Amount) -> str:
        """Book what the employer uses up in every year after the start."""
        return self._book(Flow(name, label, Account.EMPLOYER, None), amount)

    def invests(self, name: str, label: Text, amount: Formula) -> str:
        """Book what the employer spends before the start."""
        self.draft.flow(
            Flow(name, label, Account.EMPLOYER, None),
            lambda year: amount if year == 0 else None,
        )
        return name

    def _book(self, flow: Flow, amount: Amount) -> str:
        self.draft.flow(flow, lambda year: amount(year) if year else None)
        return flow.name

"""The case without uncertainty: every input at its median, every amount to the cent.

Rounding rule: the amount of a flow in a year is rounded to cents, and so is its present
value; halves go away from zero. Totals are sums of rounded amounts and are not rounded again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from streekwerk.matching.cases.accounts import Account, Flow
from streekwerk.matching.cases.model import CaseModel, present
from streekwerk.matching.cases.reading import Exact, Place

ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Line:
    """A flow as one account sees it: received is positive, paid is negative.

    ``amounts`` and ``present`` in euros to the cent, for year 0 to the last.
    """

    flow: Flow
    amounts: tuple[Decimal, ...]
    present: tuple[Decimal, ...]

    @property
    def value(self) -> Decimal:
        """The present value over all years."""
        return sum(self.present, ZERO)


@dataclass(frozen=True, slots=True)
class Statement:
    """The yearly table of one account."""

    account: Account
    lines: tuple[Line, ...]

    @property
    def balance(self) -> tuple[Decimal, ...]:
        """Received less paid, in each year."""
        return _columns([line.amounts for line in self.lines])

    @property
    def present(self) -> tuple[Decimal, ...]:
        """The present value of each year."""
        return _columns([line.present for line in self.lines])

    @property
    def net_present_value(self) -> Decimal:
        """All years together, in euros of the start."""
        return sum((line.value for line in self.lines), ZERO)


@dataclass(frozen=True)
class Calculation:
    """Everything calculated with one value for each input.

    Attributes
    ----------
    values
        Every input and row by name and year.
    statements
        The table of each account, society last.
    """

    model: CaseModel
    values: Mapping[Place, Decimal]
    statements: Mapping[Account, Statement]

    def measured(self, name: str) -> tuple[Decimal, ...]:
        """Return a row in each year that it has."""
        return tuple(self.values[name, year] for year in self.model.row(name).formulas)


def calculate(model: CaseModel, changed: Mapping[str, Decimal] | None = None) -> Calculation:
    """Calculate ``model`` with every input at its median, or as ``changed`` says.

    Raises
    ------
    KeyError
        When ``changed`` names an input that is not there.
    """
    values = {one.name: one.median for one in model.inputs}
    for name, value in (changed or {}).items():
        if name not in values:
            raise KeyError(f"no input is called {name!r}")
        values[name] = value
    known = model.calculate(values, Exact)
    accounts = model.readers_accounts
    return Calculation(model, known, {one: _statement(model, one, known) for one in accounts})


def _statement(model: CaseModel, account: Account, known: Mapping[Place, Decimal]) -> Statement:
    lines = []
    for flow in model.flows:
        sign, later = flow.sign_for(account), present(flow.name)
        if sign:
            lines.append(
                Line(
                    flow,
                    tuple(ZERO + sign * known.get((flow.name, y), ZERO) for y in model.periods),
                    tuple(ZERO + sign * known.get((later, y), ZERO) for y in model.periods),
                )
            )
    return Statement(account, tuple(lines))


def _columns(lines: list[tuple[Decimal, ...]]) -> tuple[Decimal, ...]:
    return tuple(sum(column, ZERO) for column in zip(*lines, strict=True))

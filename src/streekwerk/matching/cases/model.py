"""A case before it is calculated: inputs, rows of formulas, flows of money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from streekwerk.matching.cases.accounts import Account, Flow
from streekwerk.matching.cases.formula import Formula, Plain, Reader, Ref, cents, formula
from streekwerk.matching.cases.inputs import Input, Unit
from streekwerk.matching.cases.reading import Place
from streekwerk.vocabulary.language import Text

YEARS = 5
DISCOUNT = "discount_rate"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the calculation: a formula in every year that it has (``None``: all years)."""

    name: str
    label: Text
    unit: Text
    formulas: Mapping[int | None, Formula]

    def __getitem__(self, year: int) -> Ref:
        """Refer to the row in a year."""
        return Ref(self.name, None if None in self.formulas else year)


@dataclass(frozen=True, slots=True)
class Correlation:
    """How two inputs go together, from -1 to 1 (Gaussian copula)."""

    one: str
    other: str
    strength: float


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader must know; ``account`` when only that one needs it."""

    words: Text
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class CaseModel:
    """Everything a case consists of, before any number is calculated.

    Attributes
    ----------
    inputs, rows, flows
        In the order of the calculation: a formula refers to what stands above it.
    correlations
        Between uncertain inputs.
    years
        Year 0 is before the start; years 1 to ``years`` follow it.
    left_out
        What is not counted.
    remarks
        What the reader must know (a declaration to ask for, a contested reading).
    measures
        Rows that are a result beside money: jobs, kilograms.
    shown
        The accounts a reader sees; ``None`` is all of them, with society.
    """

    title: Text
    inputs: tuple[Input, ...]
    rows: tuple[Row, ...]
    flows: tuple[Flow, ...]
    correlations: tuple[Correlation, ...] = ()
    years: int = YEARS
    left_out: tuple[Remark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    measures: tuple[str, ...] = ()
    shown: tuple[Account, ...] | None = None
    by_name: Mapping[str, Input] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {one.name: one for one in self.inputs})
        known: set[Place] = {(one.name, None) for one in self.inputs}
        for row in self.rows:
            places = {(row.name, year) for year in row.formulas}
            if known & places or row.name in self.by_name:
                raise ValueError(f"row {row.name!r} is there more than once")
            for year, held in row.formulas.items():
                missing = [one for one in held.refs() if (one.name, one.year) not in known]
                if missing:
                    raise ValueError(f"row {row.name!r} in year {year} refers to {missing[0]}")
                known.add((row.name, year))
        for pair in self.correlations:
            for name in (pair.one, pair.other):
                if name not in self.by_name:
                    raise ValueError(f"correlation with unknown input {name!r}")

    @property
    def periods(self) -> tuple[int, ...]:
        """Year 0 and the years after it."""
        return tuple(range(self.years + 1))

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that are booked on, in their own order; society is their sum."""
        booked = {side for flow in self.flows for side in (flow.payer, flow.receiver)}
        return tuple(one for one in Account if one in booked)

    @property
    def readers_accounts(self) -> tuple[Account, ...]:
        """The accounts that a reader sees, society last."""
        return (*self.accounts, Account.SOCIETY) if self.shown is None else self.shown

    @property
    def notes(self) -> tuple[Text, ...]:
        """The remarks in words."""
        return tuple(dict.fromkeys(remark.words for remark in self.remarks))

    @property
    def not_counted(self) -> tuple[Text, ...]:
        """What is not counted, in words."""
        return tuple(dict.fromkeys(remark.words for remark in self.left_out))

    def seen_by(self, *accounts: Account) -> CaseModel:
        """Return the part of the case that says something about ``accounts``, and no more.

        An employer's copy must not tell from which benefit people come: flows of others,
        what lies behind them, and remarks for others are left out.
        """
        flows = tuple(flow for flow in self.flows if any(map(flow.sign_for, accounts)))
        names = {name for flow in flows for name in (flow.name, present(flow.name))}
        wanted = self._behind(names | set(self.measures))
        return replace(
            self,
            inputs=tuple(one for one in self.inputs if one.name in wanted),
            rows=tuple(row for row in self.rows if row.name in wanted),
            flows=flows,
            correlations=tuple(
                pair for pair in self.correlations if {pair.one, pair.other} <= wanted
            ),
            left_out=tuple(one for one in self.left_out if one.account in (None, *accounts)),
            remarks=tuple(one for one in self.remarks if one.account in (None, *accounts)),
            shown=accounts,
        )

    def sources_of(self, name: str) -> tuple[Input, ...]:
        """Return every input that an amount stands on: each euro traces to one of these."""
        wanted = self._behind({name})
        return tuple(one for one in self.inputs if one.name in wanted)

    def _behind(self, names: set[str]) -> set[str]:
        """Return ``names`` with every row and input they are calculated from."""
        found = set(names)
        for row in reversed(self.rows):
            if row.name in found:
                found |= {ref.name for held in row.formulas.values() for ref in held.refs()}
        return found

    @property
    def uncertain(self) -> tuple[Input, ...]:
        """The inputs that are drawn."""
        return tuple(one for one in self.inputs if one.uncertain)

    def row(self, name: str) -> Row:
        """Return a row; KeyError when there is none."""
        for row in self.rows:
            if row.name == name:
                return row
        raise KeyError(name)

    def calculate(
        self, values: Mapping[str, T], reader: Callable[[dict[Place, T]], Reader[T]]
    ) -> dict[Place, T]:
        """Return every input and row, read by ``reader``."""
        known: dict[Place, T] = {(name, None): value for name, value in values.items()}
        reading = reader(known)
        for row in self.rows:
            for year, held in row.formulas.items():
                known[row.name, year] = reading.read(held)
        return known


def present(name: str) -> str:
    """Return the name of the row with a flow's present values."""
    return f"{name}.present"


class Draft:
    """Writes a case from the top down."""

    def __init__(self, title: Text, discount: Input, years: int = YEARS) -> None:
        self._title = title
        self.years = years
        self._inputs: list[Input] = []
        self._rows: list[Row] = []
        self._flows: list[Flow] = []
        self._correlations: list[Correlation] = []
        self._left_out: list[Remark] = []
        self._remarks: list[Remark] = []
        self._measures: list[str] = []
        rate = self.input(discount)
        self._factor = self.each_year(
            "discount_factor",
            Text("verdisconteren met", "discount by"),
            Unit.FACTOR,
            lambda year: (1 + rate / 100) ** year,
            first=0,
        )

    def input(self, given: Input) -> Ref:
        """Add an input; the same one twice is one input.

        Raises
        ------
        ValueError
            When another input has the name.
        """
        held = next((one for one in self._inputs if one.name == given.name), None)
        if held is None:
            self._inputs.append(given)
        elif held != given:
            raise ValueError(f"two different inputs are called {given.name!r}")
        return Ref(given.name)

    def once(self, name: str, label: Text, unit: Text, held: Plain) -> Ref:
        """Add a row with one value for all years."""
        self._rows.append(Row(name, label, unit, {None: formula(held)}))
        return Ref(name)

    def each_year(
        self,
        name: str,
        label: Text,
        unit: Text,
        held: Callable[[int], Plain],
        *,
        first: int = 1,
    ) -> Row:
        """Add a row with a formula for every year from ``first`` on."""
        years = range(first, self.years + 1)
        formulas: dict[int | None, Formula] = {year: formula(held(year)) for year in years}
        row = Row(name, label, unit, formulas)
        self._rows.append(row)
        return row

    def growing(
        self, name: str, label: Text, unit: Text, start: Plain, step: Callable[[Ref], Plain]
    ) -> Row:
        """Add a row whose first year is ``start`` and that takes one ``step`` a year."""
        return self.each_year(
            name,
            label,
            unit,
            lambda year: start if year == 1 else step(Ref(name, year - 1)),
        )

    def flow(self, flow: Flow, amount: Callable[[int], Plain | None]) -> Row:
        """Add a flow and its present values; ``amount`` gives ``None`` for years without one.

        Amounts and present values are rounded to cents one by one, so that what one
        account pays is to the cent what another receives, discounted or not.
        """
        given = {year: amount(year) for year in range(self.years + 1)}
        amounts: dict[int | None, Formula] = {
            year: cents(formula(one)) for year, one in given.items() if one is not None
        }
        row = Row(flow.name, flow.label, Unit.EURO_YEAR, amounts)
        later = Text(f"{flow.label.nl}, contant", f"{flow.label.en}, present value")
        held: dict[int | None, Formula] = {
            year: cents(row[year] / self._factor[year])
            for year, one in given.items()
            if one is not None
        }
        self._rows += [row, Row(present(flow.name), later, Unit.EURO, held)]
        self._flows.append(flow)
        return row

    def has(self, name: str) -> bool:
        """Whether there is a row with this name."""
        return any(row.name == name for row in self._rows)

    def correlate(self, one: str, other: str, strength: float) -> None:
        """Let two inputs go together, when both are uncertain."""
        uncertain = {given.name for given in self._inputs if given.uncertain}
        if {one, other} <= uncertain:
            self._correlations.append(Correlation(one, other, strength))

    def leave_out(self, *words: Text, account: Account | None = None) -> None:
        """Say what is not counted, or only to the readers of one account."""
        self._left_out += [Remark(one, account) for one in words]

    def note(self, words: Text, account: Account | None = None) -> None:
        """Say what the reader must know, or only the readers of one account."""
        remark = Remark(words, account)
        if remark not in self._remarks:
            self._remarks.append(remark)

    def measure(self, row: Row) -> None:
        """Count a row among the results."""
        self._measures.append(row.name)

    def done(self) -> CaseModel:
        """Return the case."""
        return CaseModel(
            self._title,
            tuple(self._inputs),
            tuple(self._rows),
            tuple(self._flows),
            tuple(self._correlations),
            self.years,
            tuple(self._left_out),
            tuple(self._remarks),
            tuple(self._measures),
        )

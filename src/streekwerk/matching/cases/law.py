"""The law in a case: rules of the rights engine read as formulas, month by month.

Nothing is copied. A formula of a rule becomes a formula of the case; its amounts become
inputs that carry their article and the day they hold from; whether the rule applies is
asked of the engine for every month, because benefits end and articles change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from streekwerk.matching.cases.distributions import Fixed
from streekwerk.matching.cases.formula import (
    Arithmetic,
    Constant,
    Extreme,
    Formula,
    Rounded,
    Sign,
    formula,
    total,
)
from streekwerk.matching.cases.inputs import Input, Origin
from streekwerk.matching.cases.model import Draft
from streekwerk.rights import Rule, Truth
from streekwerk.rights.engine.facts import Number, facts_of
from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.nodes import Arithmetic as LawArithmetic
from streekwerk.rights.engine.nodes import Constant as LawConstant
from streekwerk.rights.engine.nodes import Extreme as LawExtreme
from streekwerk.rights.engine.nodes import Quantity, When
from streekwerk.rights.engine.nodes import Rounded as LawRounded
from streekwerk.rights.engine.rules import Outcome
from streekwerk.rights.engine.terms import Amount, MunicipalNumber
from streekwerk.vocabulary.language import Text

MONTHS_A_YEAR = 12
_SIGNS: Mapping[str, Sign] = {"+": "+", "-": "-", "*": "*", "/": "/"}


class NotKnownError(LookupError):
    """A figure of a rule waits for a declaration."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What a rule gives in one month: whether it applies, and the formula of its figure."""

    truth: Truth
    figure: Formula | None = None


class Statute:
    """Reads rules into a draft; amounts are those of the day the case is made (constant prices).

    Parameters
    ----------
    draft
        Gets an input for every amount of the law.
    day
        The day of the amounts.
    """

    def __init__(self, draft: Draft, day: date) -> None:
        self._draft = draft
        self._day = day

    def apply(
        self, rule: Rule, figure: str, frame: Frame, varying: Mapping[str, Formula]
    ) -> Applied:
        """Ask one rule in the month of ``frame``.

        Parameters
        ----------
        figure
            Key of the outcome; empty when only the answer counts.
        varying
            Facts that the case calculates itself, by key; no condition may look at them.
        """
        version = rule.on(frame.day, frame.municipality)
        if version is None:
            return Applied(Truth.NO)
        truth = Truth(int(version.condition.truth(frame)[0]))
        if truth is not Truth.YES or not figure:
            return Applied(truth)
        outcome = next(one for one in version.outcomes if one.key == figure)
        try:
            return Applied(truth, self.formula(outcome, frame, varying))
        except NotKnownError:  # it holds, but how much waits for another declaration
            return Applied(Truth.UNKNOWN)

    def formula(self, outcome: Outcome, frame: Frame, varying: Mapping[str, Formula]) -> Formula:
        """Return the formula of an outcome.

        Raises
        ------
        NotKnownError
            When a fact is not known.
        """
        return self._read(outcome.value, frame, varying)

    def amount(self, key: str, frame: Frame) -> Formula:
        """Return an amount of the law as an input that says where it stands."""
        held = frame.parameters[key]
        value = held.at(self._day)
        source = f"{value.source}; geldt vanaf {value.start.isoformat()}"
        english = f"{value.source}; in force from {value.start.isoformat()}"
        if not value.verified:
            source += " (niet met een tweede bron nagekeken)"
            english += " (not checked against a second source)"
        return self._draft.input(
            Input(
                f"law.{key}",
                held.label,
                held.unit,
                Fixed(value.value),
                Origin.RULE,
                Text(source, english),
            )
        )

    def _read(self, node: Quantity, frame: Frame, varying: Mapping[str, Formula]) -> Formula:
        match node:
            case Number() if node.fact.key in varying:
                return varying[node.fact.key]
            case LawArithmetic() | LawExtreme() | LawRounded():
                return self._calculated(node, frame, varying)
            case Amount():
                return self.amount(node.key, frame)
            case When():
                return self._chosen(node, frame, varying)
            case LawConstant() | MunicipalNumber() | Number():
                return Constant(_known(float(node.amount(frame)[0])))
        raise TypeError(f"no formula for {type(node).__name__}")

    def _calculated(
        self,
        node: LawArithmetic | LawExtreme | LawRounded,
        frame: Frame,
        varying: Mapping[str, Formula],
    ) -> Formula:
        parts = tuple(self._read(part, frame, varying) for part in node.parts)
        if isinstance(node, LawArithmetic):
            return Arithmetic(_SIGNS[node.sign], *parts)
        if isinstance(node, LawExtreme):
            return Extreme(node.largest, parts)
        return Rounded(parts[0], 0)

    def _chosen(self, node: When, frame: Frame, varying: Mapping[str, Formula]) -> Formula:
        looked_at = {fact.key for fact in facts_of(node.condition)} & varying.keys()
        if looked_at:
            raise ValueError(f"a rule decides on {sorted(looked_at)}, which the case varies")
        truth = Truth(int(node.condition.truth(frame)[0]))
        if truth is Truth.UNKNOWN:
            raise NotKnownError
        side = node.then if truth is Truth.YES else node.otherwise
        return self._read(side, frame, varying)


def month_on(start: date, months: int) -> date:
    """Return the day so many months after ``start``; the month's last day where it is shorter."""
    years, month = divmod(start.month - 1 + months, MONTHS_A_YEAR)
    day = start.day
    while True:
        try:
            return date(start.year + years, month + 1, day)
        except ValueError:
            day -= 1


def yearly(figures: list[Formula | None]) -> Formula:
    """Return a year's amount from the monthly formulas of its twelve months.

    Equal formulas are taken together, so that a year reads "6 × … + 6 × …".
    """
    counted: dict[Formula, int] = {}
    for figure in figures:
        if figure is not None:
            counted[figure] = counted.get(figure, 0) + 1
    return total(*(formula(months) * figure for figure, months in counted.items()))


def citation(rule: Rule, day: date) -> Text:
    """Return where a rule stands, and the day of the text that was read."""
    held = [version for version in rule.versions if version.start <= day] or [rule.versions[0]]
    basis = held[-1].basis
    articles = "; ".join(one.citation for one in basis)
    read = max(one.text_date for one in basis).isoformat()
    return Text(f"{articles}, tekst {read}", f"{articles}, text of {read}")


def _decimal(value: float) -> Decimal:
    return Decimal(repr(value)).normalize()


def _known(value: float) -> Decimal:
    if value != value:  # noqa: PLR0124 - not a number is not equal to itself
        raise NotKnownError
    return _decimal(value)

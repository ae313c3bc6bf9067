"""Formulas: one small language that is calculated, simulated and written to a spreadsheet.

A case is a list of formulas over inputs. The same formula is read exactly to the cent,
over ten thousand draws at once, and as the text of a spreadsheet cell, so the three
cannot say different things.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Literal, TypeAlias, TypeVar

Sign: TypeAlias = Literal["+", "-", "*", "/", "^"]
Relation: TypeAlias = Literal[">=", ">", "<=", "<", "="]
Plain: TypeAlias = "Formula | Decimal | int | str"
CENTS = 2


class Formula:
    """Anything that yields a number. Combine with ``+ - * / **``; see the functions below."""

    @property
    def parts(self) -> tuple[Formula, ...]:
        """The formulas this one is made of; none for a leaf."""
        return ()

    def __add__(self, other: Plain) -> Formula:
        return Arithmetic("+", self, formula(other))

    def __radd__(self, other: Plain) -> Formula:
        return Arithmetic("+", formula(other), self)

    def __sub__(self, other: Plain) -> Formula:
        return Arithmetic("-", self, formula(other))

    def __rsub__(self, other: Plain) -> Formula:
        return Arithmetic("-", formula(other), self)

    def __mul__(self, other: Plain) -> Formula:
        return Arithmetic("*", self, formula(other))

    def __rmul__(self, other: Plain) -> Formula:
        return Arithmetic("*", formula(other), self)

    def __truediv__(self, other: Plain) -> Formula:
        return Arithmetic("/", self, formula(other))

    def __rtruediv__(self, other: Plain) -> Formula:
        return Arithmetic("/", formula(other), self)

    def __pow__(self, other: Plain) -> Formula:
        return Arithmetic("^", self, formula(other))

    def refs(self) -> Iterator[Ref]:
        """Yield every reference below this formula."""
        for part in self.parts:
            yield from part.refs()


@dataclass(frozen=True, slots=True)
class Constant(Formula):
    """A fixed number that is not an assumption (12 months, 52 weeks, 100 per cent)."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Ref(Formula):
    """An input, or a row of the calculation in one year (``None``: the same in all years)."""

    name: str
    year: int | None = None

    def refs(self) -> Iterator[Ref]:
        """Yield itself."""
        yield self


@dataclass(frozen=True, slots=True)
class Arithmetic(Formula):
    """Two formulas added, subtracted, multiplied, divided or raised to a power."""

    sign: Sign
    left: Formula
    right: Formula

    @property
    def parts(self) -> tuple[Formula, ...]:
        """Left and right."""
        return (self.left, self.right)


@dataclass(frozen=True, slots=True)
class Extreme(Formula):
    """The smallest or the largest of several formulas."""

    largest: bool
    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Rounded(Formula):
    """Rounded to so many decimals; halves go away from zero, as in a spreadsheet."""

    inner: Formula
    digits: int

    @property
    def parts(self) -> tuple[Formula, ...]:
        """The formula before rounding."""
        return (self.inner,)


@dataclass(frozen=True, slots=True)
class Choice(Formula):
    """One formula where ``left relation right`` holds, another where it does not."""

    left: Formula
    relation: Relation
    right: Formula
    then: Formula
    otherwise: Formula

    @property
    def parts(self) -> tuple[Formula, ...]:
        """Both sides and both outcomes."""
        return (self.left, self.right, self.then, self.otherwise)


def formula(value: Plain) -> Formula:
    """Return ``value`` as a formula; numbers as int, Decimal or text, never binary fractions."""
    return value if isinstance(value, Formula) else Constant(Decimal(value))


def smallest(*options: Plain) -> Formula:
    """Return the smallest of several formulas."""
    return Extreme(False, tuple(formula(option) for option in options))


def largest(*options: Plain) -> Formula:
    """Return the largest of several formulas."""
    return Extreme(True, tuple(formula(option) for option in options))


def cents(value: Formula) -> Formula:
    """Return ``value`` rounded to whole cents."""
    return value if isinstance(value, Rounded) and value.digits == CENTS else Rounded(value, CENTS)


def total(*options: Formula) -> Formula:
    """Return the sum; zero when there is nothing to add."""
    if not options:
        return Constant(Decimal(0))
    added = options[0]
    for option in options[1:]:
        added = added + option
    return added


T = TypeVar("T")


class Reader(ABC, Generic[T]):
    """One way to read formulas. A subclass says what each kind of formula becomes."""

    def read(self, given: Formula) -> T:
        """Return what ``given`` means to this reader."""
        match given:
            case Constant(value):
                return self.constant(value)
            case Ref():
                return self.ref(given)
            case Arithmetic(sign, left, right):
                return self.arithmetic(sign, self.read(left), self.read(right))
            case Extreme(is_largest, parts):
                return self.extreme(is_largest, [self.read(part) for part in parts])
            case Rounded(inner, digits):
                return self.rounded(self.read(inner), digits)
            case Choice():
                return self.choice(given)
        raise TypeError(f"no reading for {type(given).__name__}")

    @abstractmethod
    def constant(self, value: Decimal) -> T:
        """Read a fixed number."""

    @abstractmethod
    def ref(self, given: Ref) -> T:
        """Read a reference."""

    @abstractmethod
    def arithmetic(self, sign: Sign, left: T, right: T) -> T:
        """Read a calculation."""

    @abstractmethod
    def extreme(self, is_largest: bool, options: list[T]) -> T:
        """Read a smallest or largest."""

    @abstractmethod
    def rounded(self, inner: T, digits: int) -> T:
        """Read a rounding."""

    @abstractmethod
    def choice(self, given: Choice) -> T:
        """Read a choice."""

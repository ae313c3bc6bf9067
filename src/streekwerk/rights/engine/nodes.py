"""Conditions and quantities: small nodes that read like the article they stand beside.

``person.age >= 27`` is a condition, ``income * percentage`` a quantity; conditions combine
with ``&``, ``|`` and ``~``. Answer, explanation, open questions and "what would change
this" are all read from the same nodes, so they cannot contradict each other.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.truth import (
    Numbers,
    Truths,
    conjunction,
    decided,
    disjunction,
    negation,
)
from streekwerk.rights.engine.words import Words


class Node:
    """Anything a rule is made of."""

    @property
    def parts(self) -> tuple[Node, ...]:
        """The nodes this one is made of; none for a leaf."""
        return ()

    def walk(self) -> Iterator[Node]:
        """Yield this node and everything below it, in the order of the law text."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, eq=False)
class Condition(Node, ABC):
    """Something that is so, is not so, or is not yet known.

    Attributes
    ----------
    words
        What is stated; a leaf always has them or can make them.
    article
        The provision, as a professional cites it: ``Pw 10d lid 1 onder a``.
    """

    words: Words | None = field(default=None, kw_only=True)
    article: str = field(default="", kw_only=True)

    def truth(self, frame: Frame) -> Truths:
        """Return the three-valued truth for everyone in ``frame``, shape ``(size,)``."""
        if self not in frame.truths:
            frame.truths[self] = self.compute(frame)
        return frame.truths[self]

    @abstractmethod
    def compute(self, frame: Frame) -> Truths:
        """Compute the truth; :meth:`truth` remembers it."""

    def __and__(self, other: Condition) -> AllOf:
        return AllOf((self, other))

    def __or__(self, other: Condition) -> AnyOf:
        return AnyOf((self, other))

    def __invert__(self) -> Condition:
        return Not(self)


@dataclass(frozen=True, eq=False)
class Group(Condition, ABC):
    """Several conditions together."""

    conditions: tuple[Condition, ...]

    def __post_init__(self) -> None:
        if not self.conditions:
            raise ValueError("a group needs at least one condition")
        merged: list[Condition] = []
        for part in self.conditions:
            nameless = type(part) is type(self) and not part.words and not part.article
            merged += part.conditions if nameless and isinstance(part, Group) else [part]
        object.__setattr__(self, "conditions", tuple(merged))

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions in the group."""
        return self.conditions


@dataclass(frozen=True, eq=False)
class AllOf(Group):
    """Every condition must hold."""

    def compute(self, frame: Frame) -> Truths:
        """Return the conjunction of the parts."""
        return conjunction([part.truth(frame) for part in self.conditions])


@dataclass(frozen=True, eq=False)
class AnyOf(Group):
    """One condition is enough."""

    def compute(self, frame: Frame) -> Truths:
        """Return the disjunction of the parts."""
        return disjunction([part.truth(frame) for part in self.conditions])


@dataclass(frozen=True, eq=False)
class Not(Condition):
    """The condition must not hold."""

    inner: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The condition that is denied."""
        return (self.inner,)

    def compute(self, frame: Frame) -> Truths:
        """Return the mirror image of the condition's truth."""
        return negation(self.inner.truth(frame))

    def __invert__(self) -> Condition:
        return self.inner


class Quantity(Node, ABC):
    """A number that may be not yet known (NaN)."""

    def amount(self, frame: Frame) -> Numbers:
        """Return the number for everyone in ``frame``, shape ``(size,)``; NaN is unknown."""
        if self not in frame.amounts:
            frame.amounts[self] = self.compute_amount(frame)
        return frame.amounts[self]

    @abstractmethod
    def compute_amount(self, frame: Frame) -> Numbers:
        """Compute the number; :meth:`amount` remembers it."""

    def __add__(self, other: Quantity | float) -> Quantity:
        return Arithmetic("+", self, quantity(other))

    def __radd__(self, other: float) -> Quantity:
        return Arithmetic("+", quantity(other), self)

    def __sub__(self, other: Quantity | float) -> Quantity:
        return Arithmetic("-", self, quantity(other))

    def __rsub__(self, other: float) -> Quantity:
        return Arithmetic("-", quantity(other), self)

    def __mul__(self, other: Quantity | float) -> Quantity:
        return Arithmetic("*", self, quantity(other))

    def __rmul__(self, other: float) -> Quantity:
        return Arithmetic("*", quantity(other), self)

    def __truediv__(self, other: Quantity | float) -> Quantity:
        return Arithmetic("/", self, quantity(other))

    def __ge__(self, other: Quantity | float) -> Comparison:
        return Comparison(self, ">=", quantity(other))

    def __gt__(self, other: Quantity | float) -> Comparison:
        return Comparison(self, ">", quantity(other))

    def __le__(self, other: Quantity | float) -> Comparison:
        return Comparison(self, "<=", quantity(other))

    def __lt__(self, other: Quantity | float) -> Comparison:
        return Comparison(self, "<", quantity(other))


_COMPARE = {
    ">=": np.greater_equal,
    ">": np.greater,
    "<=": np.less_equal,
    "<": np.less,
    "=": np.equal,
}
_CALCULATE = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide}


@dataclass(frozen=True, eq=False)
class Comparison(Condition):
    """One quantity against another; not yet known as long as either is."""

    left: Quantity
    sign: str
    right: Quantity

    @property
    def parts(self) -> tuple[Quantity, ...]:
        """Left and right."""
        return (self.left, self.right)

    def compute(self, frame: Frame) -> Truths:
        """Compare element by element."""
        left, right = (side.amount(frame) for side in self.parts)
        return decided(_COMPARE[self.sign](left, right), np.isnan(left) | np.isnan(right))


@dataclass(frozen=True, eq=False)
class Constant(Quantity):
    """A number that the article itself names."""

    value: float

    def compute_amount(self, frame: Frame) -> Numbers:
        """Return the same number for everybody."""
        return frame.constant(self.value)


@dataclass(frozen=True, eq=False)
class Arithmetic(Quantity):
    """Two quantities added, subtracted, multiplied or divided."""

    sign: str
    left: Quantity
    right: Quantity

    @property
    def parts(self) -> tuple[Quantity, ...]:
        """Left and right."""
        return (self.left, self.right)

    def compute_amount(self, frame: Frame) -> Numbers:
        """Calculate element by element."""
        result: Numbers = _CALCULATE[self.sign](self.left.amount(frame), self.right.amount(frame))
        return result


@dataclass(frozen=True, eq=False)
class Extreme(Quantity):
    """The smallest or the largest of several quantities; unknown as soon as one is."""

    largest: bool
    options: tuple[Quantity, ...]

    @property
    def parts(self) -> tuple[Quantity, ...]:
        """The options."""
        return self.options

    def compute_amount(self, frame: Frame) -> Numbers:
        """Choose element by element."""
        choose = np.maximum if self.largest else np.minimum
        result: Numbers = choose.reduce([option.amount(frame) for option in self.options])
        return result


@dataclass(frozen=True, eq=False)
class When(Quantity):
    """One quantity where a condition holds, another where it does not."""

    condition: Condition
    then: Quantity
    otherwise: Quantity

    @property
    def parts(self) -> tuple[Node, ...]:
        """The condition and both outcomes."""
        return (self.condition, self.then, self.otherwise)

    def compute_amount(self, frame: Frame) -> Numbers:
        """Choose element by element; unknown where the condition is."""
        truth = self.condition.truth(frame)
        then, otherwise = self.then.amount(frame), self.otherwise.amount(frame)
        return np.where(truth == 2, then, np.where(truth == 0, otherwise, np.nan))


@dataclass(frozen=True, eq=False)
class Rounded(Quantity):
    """A quantity rounded half up to whole units ("rekenkundig afgerond")."""

    inner: Quantity

    @property
    def parts(self) -> tuple[Quantity, ...]:
        """The quantity before rounding."""
        return (self.inner,)

    def compute_amount(self, frame: Frame) -> Numbers:
        """Round, after removing the noise of binary fractions (54.4999… is 54.5)."""
        return np.floor(np.round(self.inner.amount(frame), 9) + 0.5)


def quantity(value: Quantity | float) -> Quantity:
    """Return ``value`` as a quantity."""
    return value if isinstance(value, Quantity) else Constant(float(value))


def smallest(*options: Quantity | float) -> Quantity:
    """Return the smallest of several quantities ("ten hoogste")."""
    return Extreme(largest=False, options=tuple(quantity(option) for option in options))


def largest(*options: Quantity | float) -> Quantity:
    """Return the largest of several quantities ("ten minste")."""
    return Extreme(largest=True, options=tuple(quantity(option) for option in options))


def when(condition: Condition, then: Quantity | float, otherwise: Quantity | float) -> Quantity:
    """Return ``then`` where the condition holds, ``otherwise`` where it does not."""
    return When(condition, quantity(then), quantity(otherwise))


def all_of(*conditions: Condition, article: str = "", says: Words | None = None) -> AllOf:
    """Require every condition, naming the provision and what the group states."""
    return AllOf(conditions, words=says, article=article)


def any_of(*conditions: Condition, article: str = "", says: Words | None = None) -> AnyOf:
    """Require one condition, naming the provision and what the group states."""
    return AnyOf(conditions, words=says, article=article)


def under(condition: Condition, article: str, says: Words | None = None) -> Condition:
    """Return the same condition, placed under a provision and perhaps in better words."""
    return replace(condition, article=article, words=says or condition.words)

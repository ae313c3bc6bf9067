"""Two readings of formulas: exact, to the cent, and over many draws at once."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, MutableMapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from streekwerk.matching.cases.formula import Choice, Reader, Ref, Relation, Sign

Place: TypeAlias = tuple[str, int | None]
Numbers: TypeAlias = npt.NDArray[np.float64]

# Removes the noise of binary fractions before a half is rounded: 0.285 × 100 is 28.499999…
_NOISE = 1e-7

_EXACT: Mapping[Sign, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": operator.pow,
}
_ARRAYS: Mapping[Sign, Callable[[Numbers, Numbers], Numbers]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": np.power,
}
_COMPARE: Mapping[Relation, Callable[[Any, Any], Any]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
    "=": operator.eq,
}


class Exact(Reader[Decimal]):
    """Decimal arithmetic with 28 digits; roundings are half away from zero."""

    def __init__(self, known: Mapping[Place, Decimal]) -> None:
        self._known = known

    def constant(self, value: Decimal) -> Decimal:
        """Return the number."""
        return value

    def ref(self, given: Ref) -> Decimal:
        """Look it up."""
        return self._known[given.name, given.year]

    def arithmetic(self, sign: Sign, left: Decimal, right: Decimal) -> Decimal:
        """Calculate."""
        return _EXACT[sign](left, right)

    def extreme(self, is_largest: bool, options: list[Decimal]) -> Decimal:
        """Choose."""
        return max(options) if is_largest else min(options)

    def rounded(self, inner: Decimal, digits: int) -> Decimal:
        """Round half away from zero."""
        return inner.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)

    def choice(self, given: Choice) -> Decimal:
        """Read only the side that counts."""
        holds = _COMPARE[given.relation](self.read(given.left), self.read(given.right))
        return self.read(given.then if holds else given.otherwise)


class Arrays(Reader[Numbers]):
    """Element by element over draws; every value has shape ``(draws,)`` or ``()``."""

    def __init__(self, known: MutableMapping[Place, Numbers]) -> None:
        self._known = known

    def constant(self, value: Decimal) -> Numbers:
        """Return the number."""
        return np.asarray(float(value))

    def ref(self, given: Ref) -> Numbers:
        """Look it up."""
        return self._known[given.name, given.year]

    def arithmetic(self, sign: Sign, left: Numbers, right: Numbers) -> Numbers:
        """Calculate."""
        return _ARRAYS[sign](left, right)

    def extreme(self, is_largest: bool, options: list[Numbers]) -> Numbers:
        """Choose element by element."""
        choose = np.maximum if is_largest else np.minimum
        chosen = options[0]
        for option in options[1:]:
            chosen = choose(chosen, option)
        return chosen

    def rounded(self, inner: Numbers, digits: int) -> Numbers:
        """Round half away from zero."""
        scale = 10.0**digits
        size = np.floor(np.abs(inner) * scale + (0.5 + _NOISE))
        return np.asarray(np.copysign(size, inner) / scale)

    def choice(self, given: Choice) -> Numbers:
        """Choose element by element."""
        holds = _COMPARE[given.relation](self.read(given.left), self.read(given.right))
        return np.where(np.asarray(holds), self.read(given.then), self.read(given.otherwise))

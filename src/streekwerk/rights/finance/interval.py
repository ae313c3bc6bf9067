"""An amount with its uncertainty: what is shown is the interval, not the point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.rights.engine.truth import Numbers
from streekwerk.vocabulary.language import Language, number


@dataclass(frozen=True, slots=True)
class Interval:
    """Euros: the middle of the possible values and the range that holds most of them."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, draws: Numbers, coverage: float = 0.9) -> Interval:
        """Summarise draws by their median and central interval (90% by default).

        Raises
        ------
        ValueError
            Without draws, or when a draw is not a number.
        """
        if draws.size == 0 or not np.isfinite(draws).all():
            raise ValueError("an interval needs draws that are all numbers")
        tail = (1 - coverage) / 2
        low, middle, high = np.quantile(draws, [tail, 0.5, 1 - tail])
        return cls(float(low), float(middle), float(high))

    @property
    def certain(self) -> bool:
        """Whether low and high are the same to the cent."""
        return self.high - self.low < 0.005

    def said(self, language: Language) -> str:
        """Return ``€ 900`` or ``tussen € 850 en € 1.020``."""
        low, high = (number(value, language) for value in (self.low, self.high))
        if low == high:
            return f"€ {low}"
        between, and_ = ("tussen", "en") if language == "nl" else ("between", "and")
        return f"{between} € {low} {and_} € {high}"

"""What is known on one day about one person or about a whole caseload: columns of numbers.

Facts of every kind are stored as floats with NaN for "not yet known": 0/1 for yes-or-no,
a day number for dates, a position for a choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from streekwerk.rights.engine.municipality import Municipality
from streekwerk.rights.engine.parameters import Parameters
from streekwerk.rights.engine.truth import Numbers, Truths


@dataclass(frozen=True, eq=False)
class Frame:
    """Everything a condition may look at.

    Attributes
    ----------
    day
        The day for which the law is applied.
    size
        Number of people (or of draws of an uncertain wage value).
    columns
        Known facts by key, each of shape ``(size,)``; an absent key is unknown for all.
    parameters, municipality
        The amounts of the country and the choices of the municipality.
    """

    day: date
    size: int
    columns: Mapping[str, Numbers]
    parameters: Parameters
    municipality: Municipality
    # Conditions are shared between rules; each is computed once per frame.
    truths: dict[object, Truths] = field(default_factory=dict, repr=False)
    amounts: dict[object, Numbers] = field(default_factory=dict, repr=False)

    def column(self, key: str) -> Numbers:
        """Return a fact's column; NaN everywhere when nothing is known."""
        known = self.columns.get(key)
        return np.full(self.size, np.nan) if known is None else known

    def constant(self, value: float) -> Numbers:
        """Return a column with one value for everybody."""
        return np.full(self.size, float(value))

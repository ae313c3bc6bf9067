"""Parameters and open terms as nodes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.rights.engine.frame import Frame
from streekwerk.rights.engine.municipality import OpenTerm
from streekwerk.rights.engine.nodes import Condition, Quantity
from streekwerk.rights.engine.truth import Numbers, Truths, decided


@dataclass(frozen=True, eq=False)
class Amount(Quantity):
    """A dated parameter, by key."""

    key: str

    def compute_amount(self, frame: Frame) -> Numbers:
        """Return the value in force on the frame's day, the same for everybody."""
        return frame.constant(frame.parameters[self.key].at(frame.day).value)


@dataclass(frozen=True, eq=False)
class MunicipalNumber(Quantity):
    """A number that the municipality decides."""

    term: OpenTerm

    def compute_amount(self, frame: Frame) -> Numbers:
        """Return the municipality's number, or the neutral default."""
        return frame.constant(float(frame.municipality.value_of(self.term)))


@dataclass(frozen=True, eq=False)
class MunicipalChoice(Condition):
    """A yes-or-no that the municipality decides."""

    term: OpenTerm

    def compute(self, frame: Frame) -> Truths:
        """Return the municipality's choice, or the neutral default."""
        chosen = np.full(frame.size, bool(frame.municipality.value_of(self.term)))
        return decided(chosen, np.zeros(frame.size, dtype=np.bool_))

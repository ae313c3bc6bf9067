"""Yes, no and not yet known: Kleene's strong three-valued logic on arrays.

The values are ordered ``NO < UNKNOWN < YES``, so that *and* is the minimum, *or* the
maximum and *not* the mirror image. One person is an array of length one: the answer
for a person and the answer for a caseload are the same computation.

Kleene logic is monotone in information: filling in an unknown never turns a decided
answer around. That is why leaving information out can never flip a "no" into a "yes"
(Kleene, *Introduction to Metamathematics*, 1952, §64).
"""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Truths: TypeAlias = npt.NDArray[np.int8]
Numbers: TypeAlias = npt.NDArray[np.float64]


class Truth(IntEnum):
    """One of the three values, in Kleene's order."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    @property
    def opposite(self) -> Truth:
        """What *not* makes of this value."""
        return Truth(2 - self)


def conjunction(parts: list[Truths]) -> Truths:
    """Return the *and* of the parts, element by element: no as soon as one part is no."""
    result: Truths = np.minimum.reduce(parts)
    return result


def disjunction(parts: list[Truths]) -> Truths:
    """Return the *or* of the parts, element by element: yes as soon as one part is yes."""
    result: Truths = np.maximum.reduce(parts)
    return result


def negation(part: Truths) -> Truths:
    """Return the *not* of a part; not yet known stays not yet known."""
    return (np.int8(2) - part).astype(np.int8)


def decided(holds: npt.NDArray[np.bool_], unknown: npt.NDArray[np.bool_]) -> Truths:
    """Return yes where ``holds``, no where it does not, and unknown where it cannot be said."""
    return np.where(unknown, 1, np.where(holds, 2, 0)).astype(np.int8)

"""The panel in memory: a matrix of people by months for everything that changes.

One byte per person and month: 400,000 people over 60 months take 24 MB per column.
Whatever an emulation asks ("months off benefit from t to t + 11") is then a
difference of two columns of running counts (:mod:`...target_trial.timeline`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from streekwerk.vocabulary.language import Text

Booleans = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]
Shorts = npt.NDArray[np.int16]
Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

VANISHED = 99
"""Exit code of a benefit that disappeared from the deliveries without an end."""
UNKNOWN = 0
"""Code of anything that was not delivered."""


@dataclass(frozen=True, slots=True)
class Episodes:
    """Measures in force: one element per person, type and uninterrupted period.

    ``type`` indexes ``types``; ``start`` and ``last`` are month indices of the panel
    (0 is its first month; ``start`` may lie before it, ``last`` after it).
    """

    types: tuple[str, ...]
    person: Integers
    type: Integers
    start: Integers
    last: Integers

    def of(self, code: str) -> Episodes:
        """Return the episodes of one type; none when nobody had it."""
        index = self.types.index(code) if code in self.types else -1
        keep = self.type == index
        return Episodes(
            self.types, self.person[keep], self.type[keep], self.start[keep], self.last[keep]
        )


@dataclass(frozen=True, slots=True)
class Trait:
    """A category from another source; ``codes`` is (n, months) into ``levels``, -1 unknown.

    Column t holds what was known at the end of month t.
    """

    name: str
    label: Text
    levels: tuple[str, ...]
    codes: npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Panel:
    """Everybody who had a benefit, over all delivered months.

    Attributes
    ----------
    first_month : month number of column 0.
    municipalities : codes; ``municipality`` is (n,) into it.
    person : (n,) pseudonyms. ``gender`` (n,) and ``birth_month`` (n,), as month index.
    last_month : (n,) index of the last month the person's municipality delivered.
    benefit : (n, months) on benefit. The matrices below are 0 where somebody is not.
    exit : (n, months) reason for which benefit ended in that month, 0 when it did not.
    since : (n, months) month index in which the running spell began (may be negative).
    spell : (n, months) which spell of the person in the data it is, from 1.
    household, exemption : (n, months) codes of BUS field 10 and 24.
    earnings : (n, months) euro from part-time work.
    market : (months,) state of the regional labour market, or None.
    hours : (n, months) hours of paid work per week in that month from another source, NaN
        where unknown; None when no hours were delivered at all.
    """

    first_month: int
    municipalities: tuple[str, ...]
    municipality: Integers
    person: npt.NDArray[np.str_]
    gender: Bytes
    birth_month: Integers
    last_month: Integers
    benefit: Booleans
    exit: Bytes
    since: Shorts
    spell: Bytes
    household: Bytes
    exemption: Bytes
    earnings: npt.NDArray[np.uint16]
    episodes: Episodes
    traits: tuple[Trait, ...] = ()
    market: Floats | None = None
    hours: npt.NDArray[np.float32] | None = None

    @property
    def people(self) -> int:
        """Return the number of people."""
        return int(self.benefit.shape[0])

    @property
    def months(self) -> int:
        """Return the number of months."""
        return int(self.benefit.shape[1])

    def starts(self, code: str) -> tuple[Integers, Integers]:
        """Return (person, month index) of every start of a measure within the panel."""
        mine = self.episodes.of(code)
        inside = (mine.start >= 0) & (mine.start < self.months)
        return mine.person[inside], mine.start[inside]

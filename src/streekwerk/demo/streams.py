"""Common random numbers: every draw has an address.

A stream is found by (seed, municipality, future, month, purpose) and gives one
uniform per person. Two lives of one person that differ in one decision thus meet
the same luck, and any month can be replayed without storing a number. Future 0
is what really happened; futures 1, 2, … serve the truth.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from streekwerk.demo.arrays import Floats, Ints

# Months before the window (history of measures) have negative numbers; spawn keys may not.
_MONTH_OFFSET = 1_000


class Draw(IntEnum):
    """What a stream of uniforms is for."""

    RETURN = 0
    ASSIGN = 1
    PLANNED = 2
    EARNINGS = 3
    EXEMPTION = 4
    WORK = 5
    OTHER_EXIT = 6
    KIND_OF_WORK = 7
    PEOPLE = 8
    MARKET = 9
    DAYS = 10
    REGISTRATION = 11
    DELIVERY = 12
    HOURS = 13


@dataclass(frozen=True, slots=True)
class Streams:
    """The random numbers of one municipality in one future."""

    seed: int
    municipality: int
    future: int = 0

    def generator(self, draw: Draw, month: int = 0) -> np.random.Generator:
        """Return a fresh generator at the address (``month``, ``draw``)."""
        key = (self.municipality, self.future, month + _MONTH_OFFSET, int(draw))
        return np.random.Generator(
            np.random.PCG64(np.random.SeedSequence(self.seed, spawn_key=key))
        )


@dataclass(frozen=True, slots=True)
class MonthDraws:
    """The uniforms of one month, in the order of the rows of a state.

    ``person`` says which person of the municipality each row is; None when every
    person has exactly one row.
    """

    streams: Streams
    month: int
    people: int
    person: Ints | None = None

    def uniform(self, draw: Draw) -> Floats:
        """Return one uniform per row."""
        all_people = self.streams.generator(draw, self.month).random(self.people)
        return all_people if self.person is None else all_people[self.person]


@dataclass(frozen=True, slots=True)
class FutureDraws(MonthDraws):
    """The uniforms of one month for rows that live in different futures.

    ``futures`` are their streams; row k lives in ``futures[future[k]]``.
    """

    futures: tuple[Streams, ...] = ()
    future: Ints | None = None

    def uniform(self, draw: Draw) -> Floats:
        """Return one uniform per row."""
        every = [each.generator(draw, self.month).random(self.people) for each in self.futures]
        return np.stack(every)[self.future, self.person]

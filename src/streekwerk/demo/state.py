"""Where everybody stands at one moment; the only thing that changes in the simulation."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np

from streekwerk.demo.arrays import Bools, Bytes, Floats, Ints, Shorts, Singles
from streekwerk.demo.people import People

NEVER = -1_000
"""A month number for "has not happened"."""
LONG_TERM_MONTHS = 24
RECENT_MONTHS = 6


class Status(IntEnum):
    """What somebody lives on in a month, as far as the municipality can tell."""

    NOT_YET = 0
    BENEFIT = 1
    WORK = 2
    ELSEWHERE = 3
    GONE = 4


class Exemption(IntEnum):
    """BUS field 24, ONTHEFFING ARBEIDSVERPLICHTING."""

    NONE = 2
    SINGLE_PARENT = 4
    TEMPORARY = 5
    PERMANENT = 6


@dataclass(slots=True)
class State:
    """One row per person, or per imagined life of a person.

    Parameters
    ----------
    person
        Row number in :class:`~streekwerk.demo.people.People`.
    since
        Month in which the present status began.
    exemption, earnings
        As registered in the last month lived through.
    last_start
        Month of the last start of any measure (:data:`NEVER` if none).
    until
        Per measure the first month in which it is no longer in force; shape (rows, measures).
    planned_measure, planned_month
        A decided start that still has to come (-1: none); used with anticipation only.
    boost
        Sum of the effects of all starts, log-odds, per month of the window; (rows, months).
    """

    person: Ints
    status: Bytes
    since: Shorts
    exemption: Bytes
    earnings: Bools
    last_start: Shorts
    until: Shorts
    planned_measure: Bytes
    planned_month: Shorts
    boost: Singles

    def __len__(self) -> int:
        return len(self.person)

    def take(self, rows: Ints | Bools) -> State:
        """Return a copy of some rows."""
        return State(**{each.name: getattr(self, each.name)[rows] for each in fields(self)})

    def joined(self, other: State) -> State:
        """Return the rows of both."""
        return State(
            **{
                each.name: np.concatenate([getattr(self, each.name), getattr(other, each.name)])
                for each in fields(self)
            }
        )

    @property
    def on_benefit(self) -> Bools:
        """Who is on benefit."""
        return np.asarray(self.status == Status.BENEFIT)

    def duration(self, month: int) -> Floats:
        """Months since the present status began (0 when it begins later)."""
        return np.maximum(month - self.since, 0).astype(np.float64)

    def eligible(self, month: int) -> Bools:
        """Who can start a measure: on benefit now and in the whole of the month before.

        Somebody who is waiting for a planned start is not offered another one.
        """
        return self.on_benefit & (self.since < month) & (self.planned_measure < 0)


def initial_state(people: People, measures: int, months: int, exemption: Bytes) -> State:
    """Return everybody just before the first month of the window."""
    size = len(people)
    stock = people.first_benefit_month < 0
    return State(
        person=np.arange(size),
        status=np.where(stock, Status.BENEFIT, Status.NOT_YET).astype(np.int8),
        since=people.first_benefit_month.copy(),
        exemption=exemption,
        earnings=np.zeros(size, dtype=np.bool_),
        last_start=np.full(size, NEVER, dtype=np.int16),
        until=np.full((size, measures), NEVER, dtype=np.int16),
        planned_measure=np.full(size, -1, dtype=np.int8),
        planned_month=np.full(size, NEVER, dtype=np.int16),
        boost=np.zeros((size, months), dtype=np.float32),
    )

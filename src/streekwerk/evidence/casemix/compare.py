"""One group against what was to be expected of people like them.

What is expected comes from a model that was fitted without the group itself: on the
others' people, or on people of earlier years. Observed and expected are then independent,
and a good or bad year of the group does not hide in what it is compared with.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streekwerk.evidence.casemix.cases import Booleans, Cases, columns_of
from streekwerk.evidence.casemix.intervals import (
    difference_interval,
    expected_interval,
    share_interval,
)
from streekwerk.evidence.casemix.model import fit

FEWEST = 10
"""With fewer people in a group of whom the outcome is known, nothing is said about it."""
FEWEST_OTHERS = 50
FEWEST_EVENTS = 10
"""To learn what is to be expected: so many others, and so many of each outcome among them."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share or a difference of shares, with its 95 % interval; 0.06 is 6 of 100."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CaseMix:
    """What happened with a group, against what was expected.

    Attributes
    ----------
    people, known, happened : in the group, of whom the outcome is known, to whom it happened.
    others : how many people the expectation was learnt from.
    observed : None with too few people; ``expected`` and ``difference`` also where the
        others are too few to learn from.
    if_none, if_all : the share if it happened to none, or to all, of whom it is unknown.
    """

    people: int
    known: int
    happened: int
    others: int
    observed: Estimate | None = None
    expected: Estimate | None = None
    difference: Estimate | None = None
    if_none: float = 0.0
    if_all: float = 1.0

    @property
    def enough(self) -> bool:
        """Whether a comparison can be shown."""
        return self.difference is not None

    @property
    def unknown(self) -> int:
        """Return of how many people nobody knows what happened."""
        return self.people - self.known


def share_of(happened: int, people: int) -> Estimate | None:
    """Return a share with its interval; None with too few people."""
    if people < FEWEST:
        return None
    return Estimate(happened / people, *share_interval(happened, people))


def against_others(cases: Cases, group: Booleans) -> CaseMix:
    """Compare ``group`` (n,) with what is expected from everybody else."""
    return _compare(cases, group, ~group)


def against_earlier(cases: Cases, group: Booleans, earlier: Booleans) -> CaseMix:
    """Compare ``group`` (n,) with what is expected from the people of ``earlier`` (n,).

    Raises
    ------
    ValueError : somebody is in both.
    """
    if (group & earlier).any():
        raise ValueError("nobody can be compared with themselves")
    return _compare(cases, group, earlier)


def _compare(cases: Cases, group: Booleans, others: Booleans) -> CaseMix:
    mine, theirs = group & cases.known, others & cases.known
    people, known = int(group.sum()), int(mine.sum())
    happened = int(cases.outcome[mine].sum())
    observed = share_of(happened, known)
    expected = _expected(cases, mine, theirs) if observed else None
    difference = None
    if observed is not None and expected is not None:
        bounds = difference_interval(
            observed.value,
            (observed.low, observed.high),
            expected.value,
            (expected.low, expected.high),
        )
        difference = Estimate(observed.value - expected.value, *bounds)
    unknown = people - known
    return CaseMix(
        people=people,
        known=known,
        happened=happened,
        others=int(theirs.sum()),
        observed=observed,
        expected=expected,
        difference=difference,
        if_none=happened / people if people else 0.0,
        if_all=(happened + unknown) / people if people else 1.0,
    )


def _expected(cases: Cases, mine: Booleans, theirs: Booleans) -> Estimate | None:
    events = cases.outcome[theirs]
    fewest = min(int(events.sum()), int((1 - events).sum())) if events.size else 0
    if events.size < FEWEST_OTHERS or fewest < FEWEST_EVENTS:
        return None
    columns = columns_of(cases, theirs)
    mean, error = fit(columns[theirs], events).mean(columns[mine])
    return Estimate(mean, *expected_interval(mean, error))


def folds(
    size: int, number: int, rng: np.random.Generator
) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Return a fold for each of ``size`` people, as even as can be, by lot."""
    return rng.permutation(np.arange(size) % number)

"""Share what a chain earns so that everybody knows why: Shapley, with a check of the core.

The worth of a coalition is what its members could make together without the others. The
Shapley value (Shapley, 1953) gives each member the mean of what they add over all orders
of joining. It is always fair in that sense, and not always stable: the core check tells
which coalitions would be better off on their own (Gillies, 1959). Pooling games like
these often have a stable split even when Shapley's is not one; then the least-core split
(Maschler, Peleg and Shapley, 1979) is given beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import factorial

import numpy as np
import numpy.typing as npt
from scipy import optimize

MOST_MEMBERS = 12
_CENT = 1.0
Worths = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Grievance:
    """A coalition that would be better off alone, and by how much (cents a year)."""

    members: tuple[str, ...]
    short: float


@dataclass(frozen=True, slots=True)
class Split:
    """Who gets what, in cents a year; ``grievances`` is empty when nobody gains by leaving."""

    members: tuple[str, ...]
    amounts: tuple[float, ...]
    grievances: tuple[Grievance, ...]


def worths(members: Sequence[str], worth: Callable[[frozenset[str]], float]) -> Worths:
    """Return the worth of all 2**n coalitions; bit ``i`` of the place is member ``i``.

    Raises
    ------
    ValueError
        For more than twelve members: exact values take twice as long for each.
    """
    count = len(members)
    if count > MOST_MEMBERS:
        raise ValueError(f"exact shares go up to {MOST_MEMBERS} members, got {count}")
    found = np.zeros(1 << count)
    for place in range(1, 1 << count):
        found[place] = worth(frozenset(m for bit, m in enumerate(members) if place >> bit & 1))
    return found


def shapley(members: Sequence[str], worth: Worths) -> Split:
    """Return the Shapley split of a game given by :func:`worths`."""
    count = len(members)
    places = np.arange(1 << count)
    size = _sizes(count)
    weight = np.array([_weight(int(each), count) for each in range(count)] + [0.0])
    amounts = []
    for bit in range(count):
        without = places[(places >> bit & 1) == 0]
        added = worth[without | 1 << bit] - worth[without]
        amounts.append(float(added @ weight[size[without]]))
    return _split(members, amounts, worth)


def least_core(members: Sequence[str], worth: Worths) -> Split:
    """Return the split whose worst grievance is smallest; of those, the nearest to equal."""
    count = len(members)
    inside = (np.arange(1, (1 << count) - 1)[:, None] >> np.arange(count) & 1).astype(float)
    # Minimise e such that every coalition gets at least its worth less e.
    found = optimize.linprog(
        np.r_[np.zeros(count), 1.0],
        A_ub=np.c_[-inside, -np.ones(len(inside))],
        b_ub=-worth[1:-1],
        A_eq=np.r_[np.ones(count), 0.0][None, :],
        b_eq=[worth[-1]],
        bounds=[(None, None)] * (count + 1),
        method="highs",
    )
    return _split(members, [float(each) for each in found.x[:-1]], worth)


def grievances(
    members: Sequence[str], amounts: Sequence[float], worth: Worths
) -> tuple[Grievance, ...]:
    """Return every coalition that gets over a cent less than it could make alone, worst first."""
    count = len(members)
    inside = (np.arange(1 << count)[:, None] >> np.arange(count) & 1).astype(float)
    short = worth - inside @ np.asarray(amounts)
    found = [
        Grievance(
            tuple(m for bit, m in enumerate(members) if place >> bit & 1), float(short[place])
        )
        for place in np.flatnonzero(short > _CENT)
    ]
    return tuple(sorted(found, key=lambda each: (-each.short, each.members)))


def _split(members: Sequence[str], amounts: Sequence[float], worth: Worths) -> Split:
    return Split(tuple(members), tuple(amounts), grievances(members, amounts, worth))


def _sizes(count: int) -> npt.NDArray[np.int64]:
    inside = np.arange(1 << count)[:, None] >> np.arange(count) & 1
    return np.asarray(inside.sum(axis=1))


def _weight(size: int, count: int) -> float:
    """Return the chance that exactly these ``size`` members come before one."""
    return factorial(size) * factorial(count - size - 1) / factorial(count)

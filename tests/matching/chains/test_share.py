"""Shares of a chain: Shapley against its definition, and grievances that are never hidden."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.matching.chains.share import Worths, least_core, shapley, worths

NAMES = "abcdefghijkl"


def by_joining(count: int, worth: Worths) -> list[float]:
    """Return the mean of what each adds over every order of joining."""
    amounts = np.zeros(count)
    orders = list(itertools.permutations(range(count)))
    for order in orders:
        place = 0
        for member in order:
            amounts[member] += worth[place | 1 << member] - worth[place]
            place |= 1 << member
    return list(amounts / len(orders))


games = st.integers(1, 5).flatmap(
    lambda count: st.lists(
        st.integers(0, 1_000_000), min_size=(1 << count) - 1, max_size=(1 << count) - 1
    ).map(lambda rest: np.array([0.0, *map(float, rest)]))
)


@settings(max_examples=60, deadline=None)
@given(games)
def test_shapley_is_the_mean_over_all_orders(worth: Worths) -> None:
    count = int(np.log2(len(worth)))
    split = shapley(NAMES[:count], worth)
    assert split.amounts == pytest.approx(by_joining(count, worth), abs=1e-3)
    assert sum(split.amounts) == pytest.approx(worth[-1], abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(games)
def test_every_coalition_that_is_short_is_named(worth: Worths) -> None:
    count = int(np.log2(len(worth)))
    split = shapley(NAMES[:count], worth)
    named = {each.members for each in split.grievances}
    for place in range(1, 1 << count):
        inside = [bit for bit in range(count) if place >> bit & 1]
        short = worth[place] - sum(split.amounts[bit] for bit in inside)
        assert (tuple(NAMES[bit] for bit in inside) in named) == (short > 1.0)


def test_gloves() -> None:
    # One left glove, two right ones; a pair is worth 600. By hand: 400, 100, 100.
    def pair(members: frozenset[str]) -> float:
        return 600.0 if "left" in members and len(members) > 1 else 0.0

    members = ("left", "right", "other")
    worth = worths(members, pair)
    split = shapley(members, worth)
    assert split.amounts == pytest.approx([400, 100, 100])
    assert [each.members for each in split.grievances] == [("left", "other"), ("left", "right")]
    assert least_core(members, worth).amounts == pytest.approx([600, 0, 0])


def test_two_that_would_be_better_off_together_are_named_with_the_amount() -> None:
    table = {frozenset("ab"): 90.0, frozenset("abc"): 90.0, frozenset("ac"): 60.0}
    worth = worths("abc", lambda members: table.get(members, 0.0))
    split = shapley("abc", worth)
    assert split.amounts == pytest.approx([55, 25, 10])
    assert [(each.members, each.short) for each in split.grievances] == [
        (("a", "b"), pytest.approx(10.0))
    ]
    assert least_core("abc", worth).grievances == ()


def test_twelve_members_are_exact_and_thirteen_are_refused() -> None:
    needs = {name: float(place) for place, name in enumerate(NAMES)}
    worth = worths(NAMES, lambda members: max(needs[each] for each in members))
    # Airport game (Littlechild and Owen, 1973): each step is shared by who needs it.
    expected = [sum(1.0 / (12 - step) for step in range(1, place + 1)) for place in range(12)]
    assert shapley(NAMES, worth).amounts == pytest.approx(expected)
    with pytest.raises(ValueError, match="12 members"):
        worths((*NAMES, "m"), lambda _members: 0.0)

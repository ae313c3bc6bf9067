from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from streekwerk.evidence.casemix.intervals import (
    difference_interval,
    expected_interval,
    share_interval,
)


@given(st.integers(1, 200), st.data())
def test_the_ends_of_a_share_are_where_the_tail_is_a_fortieth(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n))
    low, high = share_interval(k, n)
    assert 0 <= low <= k / n <= high <= 1
    if k:
        assert binom.sf(k - 1, n, low) == pytest.approx(0.025, abs=1e-6)
    if k < n:
        assert binom.cdf(k, n, high) == pytest.approx(0.025, abs=1e-6)


def test_none_of_ten_by_hand() -> None:
    """With none of ten, (1 - p)**10 is 0.025: p = 1 - 0.025**(1/10) = 0.3085."""
    assert share_interval(0, 10) == (0.0, pytest.approx(1 - 0.025**0.1))


@pytest.mark.parametrize("chance", [0.05, 0.15, 0.5])
@pytest.mark.parametrize("people", [10, 20, 60])
def test_a_share_covers_its_chance(people: int, chance: float) -> None:
    """Summed over every outcome there can be: no simulation needed."""
    covered = sum(
        binom.pmf(k, people, chance)
        for k in range(people + 1)
        if share_interval(k, people)[0] <= chance <= share_interval(k, people)[1]
    )
    assert covered >= 0.95


def test_a_difference_of_estimates_without_doubt_has_none() -> None:
    assert difference_interval(0.4, (0.4, 0.4), 0.1, (0.1, 0.1)) == pytest.approx((0.3, 0.3))


def test_a_difference_is_as_wide_as_square_and_add_makes_it() -> None:
    low, high = difference_interval(0.5, (0.4, 0.7), 0.2, (0.1, 0.3))
    assert low == pytest.approx(0.3 - (0.1**2 + 0.1**2) ** 0.5)
    assert high == pytest.approx(0.3 + (0.2**2 + 0.1**2) ** 0.5)


def test_what_is_no_share_is_refused() -> None:
    for happened, people in ((3, 2), (-1, 5), (0, 0)):
        with pytest.raises(ValueError, match="no share"):
            share_interval(happened, people)


def test_an_expected_share_stays_between_none_and_all() -> None:
    low, high = expected_interval(0.02, 0.05)
    assert 0 < low < 0.02 < high < 1

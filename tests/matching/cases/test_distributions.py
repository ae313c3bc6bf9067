"""Distributions: the right quantiles, the right median, and no nonsense let in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from streekwerk.matching.cases import (
    Distribution,
    Empirical,
    Fixed,
    Input,
    Origin,
    Pert,
    Scenarios,
    Text,
    Triangular,
    TruncatedNormal,
    Unit,
    WageValueBelief,
)
from streekwerk.matching.cases.distributions import of_wage_value

CHANCES = np.linspace(0.001, 0.999, 57)


def test_a_hill_is_the_beta_distribution_of_pert() -> None:
    # Lowest 2, likely 5, highest 12: beta(1 + 4·3/10, 1 + 4·7/10).
    expected = stats.beta(2.2, 3.8, loc=2, scale=10).ppf(CHANCES)
    assert Pert(2, 5, 12).quantile(CHANCES) == pytest.approx(expected, rel=2e-4)
    assert Pert(2, 5, 12).median == pytest.approx(stats.beta(2.2, 3.8, 2, 10).median(), abs=1e-9)


def test_a_triangle_is_a_triangle() -> None:
    expected = stats.triang(0.3, loc=2, scale=10).ppf(CHANCES)
    assert Triangular(2, 5, 12).quantile(CHANCES) == pytest.approx(expected)


def test_a_cut_off_normal_stays_within_its_ends() -> None:
    held = TruncatedNormal(5, 2, 4, 8)
    expected = stats.truncnorm(-0.5, 1.5, loc=5, scale=2).ppf(CHANCES)
    assert held.quantile(CHANCES) == pytest.approx(expected)
    assert TruncatedNormal(5, 2).quantile(CHANCES) == pytest.approx(stats.norm(5, 2).ppf(CHANCES))


def test_scenarios_come_as_often_as_they_weigh() -> None:
    held = Scenarios((4, 9, 15), (30, 50, 20))
    drawn = held.quantile(np.random.default_rng(2).random(20_000))
    found = [float(np.mean(drawn == value)) for value in held.values]
    assert found == pytest.approx([0.3, 0.5, 0.2], abs=0.02)
    assert held.median == 9


def test_measured_values_keep_their_middle() -> None:
    assert Empirical((3.0, 1.0, 2.0)).median == 2.0
    assert Empirical((7.0,)).certain


def test_a_belief_about_the_wage_value_is_drawn_as_the_rights_engine_draws_it() -> None:
    rng = np.random.default_rng(4)
    theirs = WageValueBelief(40, 55, 80).draw(20_000, rng)
    ours = of_wage_value(WageValueBelief(40, 55, 80)).quantile(rng.random(20_000))
    for chance in (0.1, 0.5, 0.9):
        assert np.quantile(theirs, chance) == pytest.approx(np.quantile(ours, chance), abs=1)
    assert of_wage_value(WageValueBelief.measured(60)) == Fixed(60)


EVERY: list[Distribution] = [
    Fixed(3),
    Triangular(1, 1, 4),
    Pert(1, 4, 4),
    Pert(2, 2, 2),
    TruncatedNormal(0, 1, -1, 3),
    Scenarios((1, 2), (1, 3)),
    Empirical((1, 2, 5, 9)),
]


@pytest.mark.parametrize("held", EVERY, ids=lambda held: type(held).__name__)
def test_quantiles_never_go_down_and_every_belief_can_be_said(held: Distribution) -> None:
    values = held.quantile(np.linspace(0, 1, 301))
    assert (np.diff(values) >= 0).all()
    assert held.certain == bool(values[0] == values[-1])
    assert held.words(Unit.EURO_YEAR, "nl")
    assert held.words(Unit.WEEKS, "en")


@given(st.floats(0, 1), st.floats(0, 50), st.floats(0, 50))
def test_nothing_is_drawn_outside_its_ends(chance: float, rise: float, fall: float) -> None:
    at = np.array([chance])
    for kind in (Triangular, Pert):
        value = kind(10, 10 + rise, 10 + rise + fall).quantile(at)[0]
        assert 10 - 1e-9 <= value <= 10 + rise + fall + 1e-9


def test_nonsense_is_refused() -> None:
    for make in (
        lambda: Pert(3, 2, 4),
        lambda: TruncatedNormal(1, 0),
        lambda: Scenarios((2, 1), (1, 1)),
        lambda: Scenarios((1,), ()),
        lambda: Empirical(()),
    ):
        with pytest.raises(ValueError, match=r"needs|lowest|scenario"):
            make()
    said = Text("loonwaarde", "wage value")
    with pytest.raises(ValueError, match="valt buiten"):
        Input("x", said, Unit.PERCENT, Pert(50, 80, 120), Origin.ASSUMPTION, said, (0, 100))


def test_beliefs_are_said_as_people_write_them() -> None:
    assert Pert(500, 1_500, 4_000).words(Unit.EURO_YEAR, "nl") == (
        "€ 500 tot € 4.000, waarschijnlijk € 1.500 per jaar"
    )
    assert Pert(0, 25, 50).words(Unit.PERCENT, "en") == "0% to 50%, likely 25%"
    assert Fixed(2.25).words(Unit.PERCENT_YEAR, "nl") == "2,25% per jaar"
    assert Fixed(1419.46).words(Unit.EURO_MONTH, "nl") == "€ 1.419,46 per maand"
    assert Pert(0.8, 1.4, 4).words(Unit.EURO_UNIT, "en") == ("€ 0.80 to € 4, likely € 1.40 a unit")
    assert Scenarios((4, 9), (1, 3)).words(Unit.JOBS, "en") == "4 jobs (25%); 9 jobs (75%)"

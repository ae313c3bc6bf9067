"""Selection strength does what it says."""

from dataclasses import replace

import numpy as np
import pytest

from streekwerk.demo.config import RegionConfig
from streekwerk.demo.measures import DEFAULT_MEASURES, Purpose
from streekwerk.demo.simulation import Moment, build_world, run

REGION = RegionConfig(people=9_000, months=24, seed=11).without_effects()


def _gaps(config: RegionConfig) -> tuple[float, float]:
    """Starters of job measures minus others who could start: log duration and motivation."""
    world = build_world(config, 0)
    job = [n for n, each in enumerate(config.measures) if each.purpose is Purpose.JOB]
    duration: list[tuple[float, float, int]] = []

    def look(moment: Moment) -> None:
        state = moment.state
        can = (state.on_benefit & (state.since < moment.month)) & ~(state.until > moment.month).any(
            axis=1
        )
        starts = can & np.isin(moment.starts, job)
        if starts.any():
            length = np.log1p(state.duration(moment.month))
            motivation = world.people.motivation
            duration.append(
                (
                    float(length[starts].mean() - length[can].mean()),
                    float(motivation[starts].mean() - motivation[can].mean()),
                    int(starts.sum()),
                )
            )

    run(world, look)
    gaps = np.array(duration)
    weights = gaps[:, 2]
    return float(np.average(gaps[:, 0], weights=weights)), float(
        np.average(gaps[:, 1], weights=weights)
    )


def test_without_selection_starters_are_like_the_rest() -> None:
    length, motivation = _gaps(replace(REGION, observed_selection=0))
    assert abs(length) < 0.1
    assert abs(motivation) < 0.12


def test_stronger_observed_selection_makes_starters_more_different() -> None:
    none, real, double = (
        _gaps(replace(REGION, observed_selection=strength))[0] for strength in (0.0, 1.0, 2.0)
    )
    assert double < real - 0.2 < none - 0.4


def test_stronger_unobserved_selection_makes_starters_more_motivated() -> None:
    config = replace(REGION, observed_selection=0)
    none, real, double = (
        _gaps(replace(config, unobserved_selection=strength))[1] for strength in (0.0, 1.0, 2.0)
    )
    # exp(l * u) shifts the mean of a standard normal u by l; job measures have l from 0.3 to 0.7.
    assert real - none == pytest.approx(0.5, abs=0.15)
    assert double - none == pytest.approx(1.0, abs=0.25)


def test_selection_moves_no_places_between_measures() -> None:
    plain, strong = (
        run(build_world(replace(REGION, unobserved_selection=strength), 0)) for strength in (0, 2)
    )
    sizes = [
        np.bincount(each.starts.measure, minlength=len(DEFAULT_MEASURES))
        for each in (plain, strong)
    ]
    np.testing.assert_allclose(sizes[0], sizes[1], atol=5 * np.sqrt(sizes[0].max()))


def test_waiting_for_a_planned_start_lowers_the_exits_before_it() -> None:
    config = replace(REGION, start_rate=0.1, anticipation=-3.0)

    def exits_among_waiting(months: int) -> float:
        waiting: list[float] = []
        world = build_world(replace(config, anticipation_months=months), 0)
        boosts: list[float] = []

        def look(moment: Moment) -> None:
            waits = moment.state.planned_measure >= 0
            waiting.append(float(waits.sum()))
            boosts.append(float(moment.state.boost[waits, moment.month].sum()))

        run(world, look)
        return sum(boosts) / max(sum(waiting), 1)

    assert exits_among_waiting(0) == 0
    assert exits_among_waiting(3) == pytest.approx(-3.0)

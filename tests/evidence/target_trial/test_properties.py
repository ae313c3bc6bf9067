"""What must hold of every region: no look into the future, no immortal time, the same draws."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from benchmarks.region_panel import panel_of

from streekwerk.demo.config import RegionConfig
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.effects.comparison import comparison_of
from streekwerk.evidence.effects.regression import adjusted
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.target_trial.covariates import covariates_at
from streekwerk.evidence.target_trial.eligibility import Moments, eligible, in_force
from streekwerk.evidence.target_trial.emulate import TargetTrial, emulate
from streekwerk.evidence.target_trial.placebos import placebos_at
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline, sustained_exits
from streekwerk.evidence.target_trial.wrong import immortal_time_differences
from streekwerk.evidence.trial.table import NumericCovariate

PROTOCOL = TargetTrialProtocol("42", horizon=12)


@pytest.fixture(scope="module")
def panel() -> Panel:
    return panel_of(RegionConfig(people=2_000, months=32, seed=5, effect_scale=0))


@pytest.fixture(scope="module")
def trial(panel: Panel) -> TargetTrial:
    return emulate(panel, Timeline.of(panel), PROTOCOL, seed=3)


def with_another_future(panel: Panel, month: int, rng: np.random.Generator) -> Panel:
    """Shuffle everything that happens from ``month`` on between people."""
    order = rng.permutation(panel.people)
    changed: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]] = {}
    for name in ("benefit", "exit", "since", "spell", "household", "exemption", "earnings"):
        matrix = getattr(panel, name).copy()
        matrix[:, month:] = matrix[order, month:]
        changed[name] = matrix
    episodes = panel.episodes
    later = episodes.start >= month
    person = np.where(later, order[episodes.person], episodes.person)
    # A measure that still ran may end at any other moment from now on.
    running = ~later & (episodes.last >= month)
    last = np.where(running, month + rng.integers(0, 9, len(episodes.last)), episodes.last)
    traits = tuple(
        replace(t, codes=np.concatenate([t.codes[:, :month], t.codes[order, month:]], axis=1))
        for t in panel.traits
    )
    market = panel.market
    if market is not None:
        market = np.concatenate([market[:month], rng.permutation(market[month:])])
    return replace(
        panel,
        **changed,
        episodes=replace(episodes, person=person, last=last),
        traits=traits,
        market=market,
    )


@pytest.mark.parametrize("month", [7, 15, 23])
def test_nothing_before_time_zero_comes_from_the_future(panel: Panel, month: int) -> None:
    other = with_another_future(panel, month, np.random.default_rng(month))
    assert not np.array_equal(other.benefit, panel.benefit)
    person = np.flatnonzero(panel.benefit[:, month - 1])
    at = Moments(person, np.full(person.size, month))
    for now, then in zip(
        covariates_at(panel, Timeline.of(panel), at),
        covariates_at(other, Timeline.of(other), at),
        strict=True,
    ):
        if isinstance(now, NumericCovariate):
            assert isinstance(then, NumericCovariate)
            np.testing.assert_array_equal(now.values, then.values, err_msg=now.name)
        else:
            assert not isinstance(then, NumericCovariate)
            np.testing.assert_array_equal(now.codes, then.codes, err_msg=now.name)
    for before, after in zip(
        placebos_at(panel, Timeline.of(panel), at),
        placebos_at(other, Timeline.of(other), at),
        strict=True,
    ):
        np.testing.assert_array_equal(before.values, after.values, err_msg=before.name)


def test_both_arms_are_on_benefit_and_free_when_their_clock_starts(
    panel: Panel, trial: TargetTrial
) -> None:
    at = trial.at.person, trial.at.month
    before = trial.at.person, trial.at.month - 1
    assert panel.benefit[at].all()
    assert panel.benefit[before].all()
    assert (panel.spell[at] == panel.spell[before]).all()
    assert not in_force(panel, "42")[at].any()
    assert (trial.at.month + PROTOCOL.horizon - 1 <= panel.last_month[trial.at.person]).all()


def test_measures_that_do_nothing_do_harm_only_in_an_immortal_time_analysis(
    panel: Panel, trial: TargetTrial
) -> None:
    """The region of these tests is one in which no measure has any effect."""
    protocol, outcome = trial.protocol, "months_without_benefit"
    wrong = immortal_time_differences(panel, Timeline.of(panel), protocol)[outcome]
    assert wrong.difference < -4 * wrong.standard_error
    assert trial.table is not None
    comparison = comparison_of(trial.table, trial.table.outcome(outcome))
    assert comparison is not None
    right = adjusted(comparison, Estimand.ATT).estimate
    assert abs(right.value) < 2.5 * right.standard_error
    assert abs(right.value) < abs(wrong.difference) / 2


def test_starters_are_all_eligible_starts_and_controls_start_nothing(
    panel: Panel, trial: TargetTrial
) -> None:
    assert trial.table is not None
    started = np.zeros(panel.benefit.shape, dtype=np.bool_)
    inside = (panel.episodes.start >= 0) & (panel.episodes.start < panel.months)
    started[panel.episodes.person[inside], panel.episodes.start[inside]] = True
    mine = np.zeros_like(started)
    mine[panel.starts("42")] = True
    arm = trial.table.arm
    at = trial.at.person, trial.at.month
    assert mine[at][arm == 1].all()
    assert not started[at][arm == 0].any()
    may = eligible(panel, PROTOCOL) & ~in_force(panel, "42") & mine
    assert trial.flow.started.rows == may.sum()


def test_controls_are_drawn_in_the_same_municipality_and_month(
    panel: Panel, trial: TargetTrial
) -> None:
    assert trial.table is not None
    theirs = trial.at.take(trial.table.arm == 0)
    may = eligible(panel, PROTOCOL) & ~in_force(panel, "42")
    starts = np.zeros_like(may)
    starts[panel.starts("42")] = True
    started = Moments(*np.nonzero(may & starts))
    drawn, wanted = (
        np.bincount(panel.municipality[m.person] * 1_000 + m.month, minlength=6_000)
        for m in (theirs, started)
    )
    assert (drawn <= PROTOCOL.controls_per_start * wanted).all()
    assert drawn.sum() + trial.flow.compared.lost == trial.flow.compared.rows
    pairs = trial.at.person * 1_000 + trial.at.month
    assert np.unique(pairs).size == pairs.size


def test_the_same_seed_draws_the_same_people_at_every_horizon(
    panel: Panel, trial: TargetTrial
) -> None:
    timeline = Timeline.of(panel)
    again = emulate(panel, timeline, PROTOCOL, seed=3)
    assert trial.table is not None
    assert again.table is not None
    assert again.table.fingerprint() == trial.table.fingerprint()
    other = emulate(panel, timeline, PROTOCOL, seed=4)
    assert other.table is not None
    assert other.table.fingerprint() != trial.table.fingerprint()
    shorter = emulate(panel, timeline, replace(PROTOCOL, horizon=6), seed=3)
    pairs = [t.at.person * 1_000 + t.at.month for t in (trial, shorter)]
    lost = trial.flow.started.lost + trial.flow.compared.lost
    assert np.isin(pairs[0], pairs[1]).sum() >= pairs[0].size - lost


def test_a_municipality_alone_has_the_rows_it_has_in_the_region(
    panel: Panel, trial: TargetTrial
) -> None:
    keep = np.flatnonzero(panel.municipality == 1)
    number = np.full(panel.people, -1)
    number[keep] = np.arange(keep.size)
    mine = number[panel.episodes.person] >= 0
    e = panel.episodes
    alone = replace(
        panel,
        municipalities=(panel.municipalities[1],),
        municipality=np.zeros(keep.size, dtype=np.int64),
        episodes=replace(
            e,
            person=number[e.person[mine]],
            type=e.type[mine],
            start=e.start[mine],
            last=e.last[mine],
        ),
        traits=tuple(replace(t, codes=t.codes[keep]) for t in panel.traits),
        **{
            name: getattr(panel, name)[keep]
            for name in (
                "person", "gender", "birth_month", "last_month", "benefit", "exit", "since",
                "spell", "household", "exemption", "earnings",
            )
        },
    )  # fmt: skip
    found = emulate(alone, Timeline.of(alone), PROTOCOL, seed=3)
    assert found.table is not None
    assert trial.table is not None
    here = panel.municipality[trial.at.person] == 1
    assert found.table.person.tolist() == trial.table.person[here].tolist()
    assert found.at.month.tolist() == trial.at.month[here].tolist()


def test_counts_are_those_of_a_plain_loop(panel: Panel) -> None:
    timeline, rng = Timeline.of(panel), np.random.default_rng(1)
    sustained = sustained_exits(panel, timeline, 3)
    for person in rng.integers(0, panel.people, 60):
        a, b = sorted(int(x) for x in rng.integers(0, panel.months + 1, 2))
        who, first, end = (np.array([x]) for x in (int(person), a, b))
        assert timeline.benefit.between(who, first, end)[0] == panel.benefit[person, a:b].sum()
        assert (
            timeline.earned.between(who, first, end)[0] == (panel.earnings[person, a:b] > 0).sum()
        )
        exits = [
            k
            for k in range(a, min(b, panel.months - 3))
            if panel.exit[person, k] in (11, 13) and not panel.benefit[person, k + 1 : k + 4].any()
        ]
        assert sustained.between(who, first, end)[0] == len(exits)
        e = panel.episodes
        mine = e.person == person
        running = (e.start[mine] < a) & (e.last[mine] >= a)
        if a < panel.months:
            assert timeline.in_force(who, first)[0] == running.sum()

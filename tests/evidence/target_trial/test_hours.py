"""Hours at the end of the follow-up: counted by hand, weighted for who is unknown, or refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from benchmarks.region_panel import panel_of
from tests.evidence.cohort.handmade import Register, index

from streekwerk.demo.config import RegionConfig
from streekwerk.evidence.cards.build import (
    CardTask,
    audit_region,
    build_card,
)
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.effects.comparison import comparison_of
from streekwerk.evidence.effects.regression import Adjustment, adjusted
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.target_trial.eligibility import Moments
from streekwerk.evidence.target_trial.hours import Hours, hours_at, known_hours
from streekwerk.evidence.target_trial.protocol import HOURS, TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.evidence.trial.table import Arm, Assignment, NumericCovariate, Outcome, TrialTable
from streekwerk.vocabulary.language import Text

T = Text("t", "t")
PROTOCOL = TargetTrialProtocol("42", horizon=6, look_back=2)


def test_hours_are_those_of_the_last_three_months() -> None:
    # Everybody starts in month 2 and is followed through month 7: months 5, 6 and 7 count.
    register = Register().keep_delivering(9)
    whole, short = list(range(10)), list(range(5))
    register.benefit("idle", whole)
    register.benefit("earns", whole, earnings={5: 100, 6: 100, 7: 100}).hours("earns", {6: 12})
    register.benefit("earns unknown", whole, earnings={6: 100})
    register.benefit("left", short, end=(4, "11")).hours("left", {5: 24, 7: 30})
    register.benefit("left late", whole[:7], end=(6, "11")).hours("left late", {7: 36})
    register.benefit("left unknown", short, end=(4, "11")).hours("left unknown", {4: 40, 8: 40})
    register.benefit("told none", short, end=(4, "05")).hours("told none", {5: 0})
    panel = register.panel()
    expected = {
        "idle": (0, True, False),
        "earns": (12, False, False),  # one month told, three open
        "earns unknown": (np.nan, False, False),
        "left": (27, False, True),
        "left late": (12, False, True),  # 36 in one month of three, on benefit in the others
        "left unknown": (np.nan, False, True),  # hours of other months do not count
        "told none": (0, False, False),
    }
    person = np.array([index(panel, name) for name in expected])
    at = Moments(person, np.full(person.size, 2))
    found = hours_at(panel, Timeline.of(panel), PROTOCOL, at)
    assert found is not None
    for row, (name, (hours, certain, left)) in enumerate(expected.items()):
        assert found.values[row] == pytest.approx(hours, nan_ok=True), name
        assert found.certain[row] == certain, name
        assert found.left_for_work[row] == left, name


def test_without_a_source_there_are_no_hours() -> None:
    panel = Register().keep_delivering(9).panel()
    assert (
        hours_at(panel, Timeline.of(panel), PROTOCOL, Moments(np.zeros(1, int), np.ones(1, int)))
        is None
    )


def _simulated(
    rng: np.random.Generator, n: int, share_known: float = 0.9
) -> tuple[Hours, NumericCovariate, npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return hours known less often of the young, who work more; and the whole truth."""
    age = rng.normal(size=n)
    arm = (rng.random(n) < 0.3).astype(np.int64)
    left = rng.random(n) < 1 / (1 + np.exp(0.5 + 0.6 * age - 0.4 * arm))
    works = left & (rng.random(n) < 0.9)
    true = np.where(works, 28 - 4 * age + 3 * arm + rng.normal(size=n), 0.0)
    certain = ~left & (rng.random(n) < 0.95)
    edge = np.log(share_known / (1 - share_known))
    told = rng.random(n) < 1 / (1 + np.exp(-edge - 0.8 * age))
    values = np.where(certain | told, true, np.nan)
    return Hours(np.arange(n), values, certain, left), NumericCovariate("age", T, age), arm, true


def test_who_is_known_stands_for_who_is_not() -> None:
    hours, age, arm, true = _simulated(np.random.default_rng(2), 40_000)
    outcome = known_hours(hours, (age,), arm, np.ones(arm.size, dtype=bool), 12)
    assert isinstance(outcome, Outcome)
    assert outcome.weights is not None
    assert (outcome.weights[hours.certain] == 1).all()
    assert (outcome.weights[np.isnan(hours.values)] == 0).all()
    for each in (0, 1):
        mine = arm == each
        plain = np.nanmean(hours.values[mine])
        weighted = np.nansum(outcome.values[mine] * outcome.weights[mine]) / mine.sum()
        assert abs(plain - true[mine].mean()) > 0.4  # what leaving people out would do
        assert abs(weighted - true[mine].mean()) < 0.15


def test_the_weights_reach_the_estimate() -> None:
    hours, age, arm, _ = _simulated(np.random.default_rng(3), 4_000)
    outcome = known_hours(hours, (age,), arm, np.ones(arm.size, dtype=bool), 12)
    assert isinstance(outcome, Outcome)
    table = TrialTable(
        T, Assignment.OBSERVATIONAL, (Arm("0", T), Arm("1", T)), arm,
        np.arange(arm.size).astype(str),
        covariates=(age,), outcomes=(outcome,),
    )  # fmt: skip
    comparison = comparison_of(table, outcome)
    assert comparison is not None
    assert comparison.weights is not None
    assert comparison.n == int((~np.isnan(hours.values)).sum())
    found = adjusted(comparison, Estimand.ATE, Adjustment.NONE).estimate.value
    by_hand = [
        np.average(outcome.values[seen], weights=outcome.weights[seen])
        for seen in ((arm == k) & outcome.observed for k in (1, 0))
        if outcome.weights is not None
    ]
    assert found == pytest.approx(by_hand[0] - by_hand[1])
    # Weights belong to what is judged and evaluated: others make another trial.
    bare = replace(table, outcomes=(replace(outcome, weights=None),))
    assert table.fingerprint() != bare.fingerprint()
    old = age.values > 0
    kept = table.rows(old).outcomes[0].weights
    assert kept is not None
    np.testing.assert_array_equal(kept, outcome.weights[old])


def test_too_few_or_too_unequal_and_there_is_no_such_outcome() -> None:
    hours, age, arm, _ = _simulated(np.random.default_rng(4), 2_000, share_known=0.4)
    seen = np.ones(arm.size, dtype=bool)
    few = known_hours(hours, (age,), arm, seen, 12)
    assert isinstance(few, Text)
    assert "te weinig of te ongelijk" in few.nl
    hours, age, arm, _ = _simulated(np.random.default_rng(4), 2_000)
    fewer = np.where((arm == 1) & ~hours.certain & (np.cumsum(arm) > 12), np.nan, hours.values)
    nobody = known_hours(replace(hours, values=fewer), (age,), arm, seen, 12)
    assert isinstance(nobody, Text)
    assert "minder dan 10 mensen" in nobody.nl


@pytest.fixture(scope="module")
def small_region() -> Panel:
    return panel_of(RegionConfig(people=3_000, months=32, seed=11))


def _card(panel: Panel) -> EvidenceCard:
    timeline = Timeline.of(panel)
    settings = CardSettings(seed=9, horizons=(12,), main_horizon=12)
    selection = audit_region(panel, timeline, settings)
    return build_card(panel, timeline, CardTask("40"), selection, settings)


def test_hours_are_on_the_card_only_where_they_are_known(small_region: Panel) -> None:
    assert small_region.hours is not None
    card = _card(small_region)
    (finding,) = card.over_time(HOURS)
    assert finding.outcome.unit == Text("uren per week", "hours per week")
    assert finding.leading.low < finding.leading.estimate < finding.leading.high
    assert card.unknown[0].nl.startswith("Loon en duur")
    silent = replace(small_region, hours=np.full_like(small_region.hours, np.nan))
    without = _card(silent)
    assert without.over_time(HOURS) == ()
    assert without.unknown[0].nl.startswith("Uren, loon en duur")
    assert any("Uren werk per week" in words.nl for words in without.main.too_few)
    # The other outcomes are what they were.
    same = [card.over_time("any_work")[0].leading, without.over_time("any_work")[0].leading]
    assert same[0] == same[1]

"""One small region, every number counted by hand."""

from __future__ import annotations

import numpy as np
import pytest
from tests.evidence.cohort.handmade import Register, index

from streekwerk.evidence.target_trial.emulate import TargetTrial, emulate
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.evidence.trial.table import CategoricalCovariate, NumericCovariate, TrialTable

MONTHS = list(range(12))


def region() -> Register:
    """Return four people: two start 42 in month 4, one of whom leaves for work in month 6."""
    register = Register().keep_delivering(11)
    register.benefit("ana", MONTHS[:7], since=-30, end=(6, "11"), earnings={3: 200, 5: 100})
    register.benefit("bo", MONTHS, since=-1)
    register.benefit("cas", MONTHS[:6], since=-8, end=(5, "13"))
    register.benefit("dee", MONTHS[:9], since=-8, end=(8, "32"))
    register.measure("ana", "42", 4, end=6, seen=(4, 6)).measure("bo", "42", 4, end=7, seen=(4, 7))
    register.measure("bo", "40", 1, end=4, seen=(1, 4)).measure("cas", "42", 9, end=9, seen=(9, 9))
    return register


def trial(horizon: int = 6) -> TargetTrial:
    panel = region().panel()
    protocol = TargetTrialProtocol("42", horizon=horizon, look_back=2)
    return emulate(panel, Timeline.of(panel), protocol, seed=1)


def table_of(found: TargetTrial) -> TrialTable:
    assert found.table is not None
    return found.table


def values(table: TrialTable, name: str) -> list[float]:
    (found,) = (c for c in table.covariates if c.name == name)
    assert isinstance(found, NumericCovariate)
    return [float(v) for v in found.values]


def test_all_who_could_have_started_and_did_not_are_the_controls() -> None:
    panel = region().panel()
    found = trial()
    arms = {
        name: [int(a) for a in table_of(found).arm[found.at.person == index(panel, name)]]
        for name in ("ana", "bo", "cas", "dee", "filler")
    }
    # dee moves within the six months and is lost from sight.
    assert arms == {"ana": [1], "bo": [1], "cas": [0], "dee": [], "filler": [0]}
    assert set(found.at.month.tolist()) == {4}
    assert (found.flow.started.rows, found.flow.compared.rows) == (2, 3)
    assert (found.flow.started.lost, found.flow.compared.lost) == (0, 1)
    assert found.flow.registered_starts == 3
    assert found.flow.lost_starts.no_follow_up == 1
    # cas starts in month 9, the last of the six months of follow-up.
    assert found.flow.started_later == 1


def test_outcomes_count_from_the_month_of_the_start() -> None:
    panel = region().panel()
    found = trial()
    table = table_of(found)
    person = [("ana", 1.0, 1.0, 3.0), ("bo", 0.0, 0.0, 0.0), ("cas", 1.0, 1.0, 4.0)]
    for name, sustained, any_work, off in person:
        (row,) = np.flatnonzero(found.at.person == index(panel, name))
        assert table.outcome("sustained_work").values[row] == sustained
        assert table.outcome("any_work").values[row] == any_work
        assert table.outcome("months_without_benefit").values[row] == off


def test_work_is_sustained_only_when_the_months_after_it_fit_in_the_horizon() -> None:
    panel = region().panel()
    found = trial(horizon=5)
    (row,) = np.flatnonzero(found.at.person == index(panel, "ana"))
    # Exit in month 6, months 7 and 8 are within the five months, month 9 is not.
    assert table_of(found).outcome("sustained_work").values[row] == 0


def test_covariates_are_those_of_the_eve_of_the_start() -> None:
    panel = region().panel()
    found = trial()
    table = table_of(found)
    ana, bo = (int(np.flatnonzero(found.at.person == index(panel, n))[0]) for n in ("ana", "bo"))
    assert values(table, "age")[ana] == pytest.approx(484 / 12)
    assert values(table, "log_duration")[ana] == pytest.approx(np.log1p(34 / 12))
    assert (values(table, "long_term")[ana], values(table, "long_term")[bo]) == (1, 0)
    assert (values(table, "earns")[ana], values(table, "earns")[bo]) == (1, 0)
    assert values(table, "log_earnings")[ana] == pytest.approx(np.log1p(200))
    assert (values(table, "measure_in_force")[ana], values(table, "measure_in_force")[bo]) == (0, 1)
    assert (values(table, "recent_start")[ana], values(table, "recent_start")[bo]) == (0, 1)
    (household,) = (c for c in table.covariates if c.name == "household")
    assert isinstance(household, CategoricalCovariate)
    assert household.levels[household.codes[ana]] == "alleenstaande"


def test_who_stays_carries_the_weight_of_who_is_lost() -> None:
    table = table_of(trial())
    assert table.weights is not None
    np.testing.assert_allclose(table.weights[table.arm == 1], 1)
    np.testing.assert_allclose(table.weights[table.arm == 0], 1.5)


def test_two_measures_are_compared_with_each_other() -> None:
    register = region().measure("dee", "40", 4, end=5, seen=(4, 5))
    panel = register.panel()
    protocol = TargetTrialProtocol("42", "40", horizon=4, look_back=2)
    found = emulate(panel, Timeline.of(panel), protocol, seed=1)
    table = table_of(found)
    assert [arm.code for arm in table.arms] == ["40", "42"]
    # bo still has 40 in force in month 4 and is in neither arm.
    people = found.at.person.tolist()
    assert people == [index(panel, "ana"), index(panel, "dee")]
    assert table.arm.tolist() == [1, 0]


def test_who_starts_both_in_one_month_is_in_neither_arm() -> None:
    register = region().measure("ana", "40", 4, end=5, seen=(4, 5))
    register.measure("dee", "40", 4, end=5, seen=(4, 5))
    panel = register.panel()
    protocol = TargetTrialProtocol("42", "40", horizon=4, look_back=2)
    found = emulate(panel, Timeline.of(panel), protocol, seed=1)
    assert found.table is None
    assert found.flow.started.rows == 0
    alone = emulate(
        panel, Timeline.of(panel), TargetTrialProtocol("42", horizon=4, look_back=2), seed=1
    )
    assert alone.flow.started.also_started == 1


def test_a_start_that_begins_elsewhere_makes_nobody_a_control() -> None:
    register = region().measure("cas", "40", 4, end=5, seen=(4, 5))
    panel = register.panel()
    protocol = TargetTrialProtocol("42", horizon=6, look_back=2)
    found = emulate(panel, Timeline.of(panel), protocol, seed=1)
    assert index(panel, "cas") not in found.at.person


def test_without_starts_there_is_no_table() -> None:
    panel = region().panel()
    protocol = TargetTrialProtocol("10", horizon=6, look_back=2)
    found = emulate(panel, Timeline.of(panel), protocol, seed=1)
    assert found.table is None
    assert found.flow.registered_starts == 0

"""The design report: what it refuses, what it lets through, and that it never peeks."""

from dataclasses import replace

import numpy as np
import pytest
from benchmarks import data

from streekwerk.evidence.design.attrition import CAUTIOUS, OPTIMISTIC, attrition_bias
from streekwerk.evidence.design.balance import joint_test, judge_weighted
from streekwerk.evidence.design.report import design_report, seal
from streekwerk.evidence.design.rules import RULES
from streekwerk.evidence.effects.side_by_side import Effort
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.design import BalanceRow
from streekwerk.evidence.results.effect import Estimand
from streekwerk.evidence.simulate.experiment import clustered, lock_in
from streekwerk.evidence.simulate.municipality import confounded_binary
from streekwerk.evidence.trial.table import NumericCovariate, Outcome, Scale, TrialTable
from streekwerk.vocabulary.language import Text

shared_data = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not data.FOLDER.is_dir(), reason="the research data are not here"),
]


def _light(trial: TrialTable, check: str) -> Light:
    arm = design_report(trial, np.random.default_rng(0)).arms[0]
    return next(c.light for c in arm.checks if c.name == check)


def _before(values: np.ndarray) -> Outcome:
    return Outcome("before", Text("Werk ervoor", "Work before"), Scale.NUMERIC, values)


def test_the_report_is_the_same_whatever_the_outcomes_are() -> None:
    trial = confounded_binary(400, np.random.default_rng(0)).trial
    outcome = trial.outcomes[0]
    other = replace(trial, outcomes=(replace(outcome, values=1e6 - 3 * outcome.values),))
    reports = [design_report(t, np.random.default_rng(0)) for t in (trial, other)]
    assert reports[0].arms == reports[1].arms
    assert reports[0].trial_fingerprint != reports[1].trial_fingerprint


def test_a_sealed_trial_holds_no_outcome_but_who_has_one() -> None:
    trial = confounded_binary(50, np.random.default_rng(0)).trial
    values = trial.outcomes[0].values.copy()
    values[:7] = np.nan
    sealed = seal(replace(trial, outcomes=(replace(trial.outcomes[0], values=values),)))
    assert np.isnan(sealed.outcomes[0].values[:7]).all()
    assert (sealed.outcomes[0].values[7:] == 1).all()


@pytest.mark.parametrize("n", [300, 2_000])
def test_a_fair_comparison_is_not_refused(n: int) -> None:
    refused = 0
    for seed in range(10):
        trial = confounded_binary(n, np.random.default_rng(seed)).trial
        report = design_report(trial, np.random.default_rng(0))
        refused += report.verdict is Light.RED
        assert report.arms[0].estimand in {Estimand.ATT, Estimand.OVERLAP}
    assert refused <= 1


def test_weighting_repairs_what_it_can() -> None:
    trial = confounded_binary(3_000, np.random.default_rng(0)).trial
    rows = design_report(trial, np.random.default_rng(0)).arms[0].balance
    worst = max(rows, key=lambda row: abs(row.before))
    assert abs(worst.before) > 0.2
    assert abs(worst.after) < 0.05


def _left(label: str, after: float) -> BalanceRow:
    return BalanceRow(label, Text(label, label), 0.0, 0.0, after, after)


@pytest.mark.parametrize(
    ("left", "size", "light"),
    [
        (0.09, 5_000, Light.GREEN),  # needs no remark at any size
        (0.15, 150, Light.GREEN),  # chance, and small enough to be adjusted for
        (0.15, 5_000, Light.RED),  # more than chance makes among so many
        (0.30, 80, Light.AMBER),  # chance, but more than adjusting surely repairs
        (0.60, 80, Light.RED),
    ],
)
def test_what_chance_leaves_is_no_remark_where_it_can_be_adjusted_for(
    left: float, size: float, light: Light
) -> None:
    rows = (*(_left(f"x{k}", 0.01) for k in range(30)), _left("age", -left))
    check = judge_weighted(rows, (size, 4 * size), RULES)
    assert check.light is light
    assert "age" in check.reason.nl
    assert "," in check.reason.nl  # the size, as a Dutch number


def test_weighting_leaves_no_more_than_a_light_penalty_would() -> None:
    # The penalty that predicts best (100) leaves 0.055 here, six times as much.
    trial = confounded_binary(3_000, np.random.default_rng(0)).trial
    for seed in range(3):
        rows = design_report(trial, np.random.default_rng(seed)).arms[0].balance
        assert max(abs(row.after) for row in rows) < 0.03


def test_less_effort_judges_the_same_placebo_with_lines_alone() -> None:
    trial = confounded_binary(1_500, np.random.default_rng(0)).trial
    before = np.random.default_rng(1).normal(size=1_500) + 0.4 * trial.arm
    both = replace(trial, placebos=(_before(before),))
    cheap = design_report(both, np.random.default_rng(0), effort=Effort(1, 0)).arms[0]
    dear = design_report(both, np.random.default_rng(0)).arms[0]
    assert [c.light for c in cheap.checks] == [c.light for c in dear.checks]
    assert cheap.balance == dear.balance


def test_no_comparable_people_is_red() -> None:
    trial = confounded_binary(600, np.random.default_rng(0)).trial
    gap = NumericCovariate("gap", Text("kloof", "gap"), trial.arm + 0.01 * np.arange(600) / 600)
    assert _light(replace(trial, covariates=(*trial.covariates, gap)), "overlap") is Light.RED


def test_a_hidden_difference_shows_in_the_placebo() -> None:
    trial = confounded_binary(1_500, np.random.default_rng(0)).trial
    rng = np.random.default_rng(1)
    same, different = rng.normal(size=1_500), rng.normal(size=1_500) + 0.4 * trial.arm
    assert _light(replace(trial, placebos=(_before(same),)), "placebo") is Light.GREEN
    assert _light(replace(trial, placebos=(_before(different),)), "placebo") is Light.RED
    assert _light(trial, "placebo") is Light.AMBER


def test_the_placebo_does_not_adjust_for_itself() -> None:
    """As a covariate too it would be explained away."""
    trial = confounded_binary(800, np.random.default_rng(0)).trial
    before = np.random.default_rng(1).normal(size=800) + 0.5 * trial.arm
    twin = NumericCovariate("otherwise named", Text("ervoor", "before"), 2 * before + 3)
    both = replace(trial, placebos=(_before(before),), covariates=(*trial.covariates, twin))
    assert _light(both, "placebo") is Light.RED


def test_people_lost_from_one_arm_turn_the_light() -> None:
    trial = lock_in(1_000, np.random.default_rng(0)).trial
    outcome = trial.outcomes[0]
    rng = np.random.default_rng(1)
    lights = []
    for share in (0.02, 0.15, 0.6):
        gone = (trial.arm == 1) & (rng.uniform(size=1_000) < share)
        lost = replace(outcome, values=np.where(gone, np.nan, outcome.values))
        lights.append(_light(replace(trial, outcomes=(lost,)), "attrition"))
    assert lights == [Light.GREEN, Light.AMBER, Light.RED]


def test_attrition_bias_grows_with_the_difference() -> None:
    assert attrition_bias(0.1, 0.1, OPTIMISTIC) < 0.02
    assert attrition_bias(0.3, 0.1, OPTIMISTIC) < attrition_bias(0.3, 0.1, CAUTIOUS)
    assert attrition_bias(0.0, 0.0, CAUTIOUS) == 0


def test_the_joint_test_keeps_its_level() -> None:
    rng = np.random.default_rng(0)
    treated = (np.arange(120) % 3 == 0).astype(float)
    tests = [joint_test(rng.normal(size=(120, 8)) ** 3, treated) for _ in range(400)]
    p = np.array([t.p_value for t in tests if t is not None])
    assert p.size == 400
    assert 0.025 < (p < 0.05).mean() < 0.08


def test_the_joint_test_knows_clusters() -> None:
    p_known, p_ignored = [], []
    for seed in range(100):
        rng = np.random.default_rng(seed)
        trial = clustered(40, 15, rng).trial
        assert trial.cluster is not None
        shared = rng.normal(size=40)[trial.cluster][:, None]
        x = shared + rng.normal(size=(trial.n, 2))
        treated = trial.arm.astype(float)
        known, ignored = joint_test(x, treated, trial.cluster), joint_test(x, treated)
        assert known is not None
        assert ignored is not None
        p_known.append(known.p_value)
        p_ignored.append(ignored.p_value)
    assert np.mean(np.array(p_known) < 0.05) < 0.13
    assert np.mean(np.array(p_ignored) < 0.05) > 0.4


def test_every_arm_is_judged_against_the_first() -> None:
    trial = lock_in(900, np.random.default_rng(0)).trial
    three = replace(
        trial,
        arms=(*trial.arms, replace(trial.arms[1], code="more")),
        arm=np.arange(900) % 3,
    )
    report = design_report(three, np.random.default_rng(0))
    assert [a.arm for a in report.arms] == ["with", "more"]
    assert report.verdict is not Light.RED


class TestRealComparisons:
    """LaLonde's experiments stand; their treated against survey controls fall."""

    pytestmark = shared_data

    @pytest.mark.parametrize("file", ["nsw", "nsw_dw"])
    def test_experiments_stand(self, file: str) -> None:
        assert design_report(data.nsw(file), np.random.default_rng(0)).verdict is not Light.RED

    @pytest.mark.parametrize("controls", ["cps", "psid"])
    @pytest.mark.parametrize("file", ["nsw", "nsw_dw"])
    def test_survey_controls_fall_with_the_reason(self, controls: str, file: str) -> None:
        report = design_report(data.nsw_against(controls, file), np.random.default_rng(0))
        assert report.verdict is Light.RED
        assert "vóór de start" in report.arms[0].reason.nl
        assert "before the start" in report.arms[0].reason.en

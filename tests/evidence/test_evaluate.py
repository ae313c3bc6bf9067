"""The whole way: from a trial and its design report to an evaluation."""

from dataclasses import replace

import numpy as np
import pytest
from benchmarks import data, known_truth, published, small_municipalities
from threadpoolctl import threadpool_limits

from streekwerk.evidence.design.report import design_report
from streekwerk.evidence.evaluate import Progress, RefusedError, Settings, evaluate
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.effect import Estimand, Method
from streekwerk.evidence.results.evaluation import Evaluation
from streekwerk.evidence.simulate.experiment import lock_in
from streekwerk.evidence.simulate.municipality import confounded_binary
from streekwerk.evidence.trial.table import TrialTable

needs_data = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not data.FOLDER.is_dir(), reason="the research data are not here"),
]


LINEAR = Settings(boosted=False)


def _evaluate(trial: TrialTable, settings: Settings = LINEAR) -> Evaluation:
    rng = np.random.default_rng(settings.seed)
    return evaluate(trial, design_report(trial, rng), rng, settings=settings)


def test_an_evaluation_of_records_is_complete() -> None:
    known = confounded_binary(600, np.random.default_rng(0))
    found = _evaluate(known.trial)
    finding = found.finding("work", "with")
    assert finding.leading.method is Method.REGRESSION_ADJUSTED
    assert {e.method for e in finding.beside} == {Method.AIPW_LINEAR, Method.DIFFERENCE_IN_MEANS}
    assert finding.causal
    assert finding.sensitivity is not None
    assert "van de 100 mensen" in finding.sentence.nl
    assert finding.leading.n_treated + finding.leading.n_comparison == 600
    assert found.data_fingerprint == known.trial.fingerprint()
    assert any("ongemeten" in a.nl for a in found.assumptions)
    without = known.trial.outcomes[0].values[known.trial.arm == 1].mean() - (
        finding.leading.estimate
    )
    assert finding.leading.comparison_mean == pytest.approx(without, abs=0.02)


def test_same_seed_same_evaluation_whatever_the_threads() -> None:
    trial = confounded_binary(500, np.random.default_rng(0)).trial
    with threadpool_limits(limits=1):
        one = _evaluate(trial, Settings(seed=3))
    assert _evaluate(trial, Settings(seed=3)) == one


def test_an_experiment_over_horizons_shows_lock_in() -> None:
    found = _evaluate(lock_in(6_000, np.random.default_rng(1)).trial)
    assert [f.outcome.horizon_months for f in found.findings] == [6, 12, 24, 36]
    assert found.findings[0].leading.high < 0 < found.findings[2].leading.low
    assert all(f.leading.method is Method.LIN for f in found.findings)


def test_a_red_design_gives_an_association_and_says_why() -> None:
    trial = confounded_binary(600, np.random.default_rng(0)).trial
    before = replace(trial.outcomes[0], name="before", values=trial.arm + 0.0)
    before.values[:200] = 0.5
    red = replace(trial, placebos=(before,))
    finding = _evaluate(red).findings[0]
    assert not finding.causal
    assert "geen bewijs" in finding.sentence.nl
    assert "vóór de start" in finding.sentence.nl


def test_another_trials_report_does_not_open_the_outcomes() -> None:
    one, two = (confounded_binary(100, np.random.default_rng(s)).trial for s in (0, 1))
    report = design_report(one, np.random.default_rng(0))
    with pytest.raises(ValueError, match="another trial"):
        evaluate(two, report, np.random.default_rng(0))


def test_progress_counts_to_the_end_and_can_stop() -> None:
    trial = confounded_binary(400, np.random.default_rng(0)).trial
    report = design_report(trial, np.random.default_rng(0))
    seen: list[Progress] = []
    evaluate(trial, report, np.random.default_rng(0), progress=seen.append)
    done = [p.done for p in seen]
    assert done == sorted(set(done))
    assert done[0] == 1
    assert done[-1] == seen[-1].total

    class StopError(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.done == 2:
            raise StopError

    with pytest.raises(StopError):
        evaluate(trial, report, np.random.default_rng(0), progress=stop)


def test_an_outcome_nobody_has_is_left_out_and_said() -> None:
    trial = lock_in(200, np.random.default_rng(0)).trial
    first = trial.outcomes[0]
    empty = np.where(trial.arm == 1, np.nan, first.values)
    found = _evaluate(replace(trial, outcomes=(replace(first, values=empty), *trial.outcomes[1:])))
    assert [f.outcome.name for f in found.findings] == ["work_12", "work_24", "work_36"]
    assert "minder dan twee mensen" in found.left_out[0].nl


def test_an_outcome_that_is_the_same_for_all_is_flagged_not_crashed() -> None:
    for make in (lock_in, confounded_binary):
        trial = make(300, np.random.default_rng(0)).trial
        same = replace(trial.outcomes[0], values=np.zeros(300))
        finding = _evaluate(replace(trial, outcomes=(same,))).findings[0]
        assert finding.leading.estimate == pytest.approx(0, abs=1e-9)
        assert finding.leading.low < -0.005
        assert "niets te vergelijken" in finding.flags[0].nl


@pytest.mark.parametrize("events", [1, 3])
def test_a_handful_of_events_gives_figures_and_a_warning(events: int) -> None:
    trial = confounded_binary(300, np.random.default_rng(0)).trial
    values = np.zeros(300)
    values[np.flatnonzero(trial.arm == 1)[:events]] = 1
    rare = replace(trial.outcomes[0], values=values)
    finding = _evaluate(replace(trial, outcomes=(rare,)), Settings()).findings[0]
    assert finding.leading.estimate > 0
    assert any("ruwe schatting" in flag.nl for flag in finding.flags)


def test_more_covariates_than_people_still_gives_an_answer() -> None:
    trial = confounded_binary(40, np.random.default_rng(0)).trial
    rng = np.random.default_rng(1)
    many = tuple(
        replace(trial.covariates[0], name=f"z{j}", values=rng.normal(size=40)) for j in range(60)
    )
    finding = _evaluate(replace(trial, covariates=many)).findings[0]
    assert finding.leading.low < finding.leading.high


def test_weights_count_people_lost_from_sight() -> None:
    """Half of the unlucky vanish; weighing the rest double restores the truth."""
    trial = lock_in(20_000, np.random.default_rng(3)).trial
    outcome = trial.outcomes[2]
    unlucky = (outcome.values == 0) & (trial.arm == 1)
    gone = unlucky & (np.random.default_rng(0).uniform(size=trial.n) < 0.5)
    kept = replace(trial, outcomes=(outcome,)).rows(~gone)
    weights = np.where((kept.outcomes[0].values == 0) & (kept.arm == 1), 2.0, 1.0)
    plain, weighted = (
        _evaluate(t).findings[0].leading for t in (kept, replace(kept, weights=weights))
    )
    assert plain.low > 0.12
    assert weighted.low < 0.08 < weighted.high


class TestPublished:
    """Published experiments, to the printed digit."""

    pytestmark = needs_data

    @pytest.mark.parametrize("case", published.PUBLISHED[:12], ids=lambda p: p.study)
    def test_reproduced(self, case: published.Published) -> None:
        assert published.reproduce(case).exact

    def test_ate_is_refused_without_overlap(self) -> None:
        with pytest.raises(RefusedError) as refused:
            known_truth.effect_of(next(data.realcause()), Estimand.ATE)
        assert "kans" in refused.value.reason.nl

    def test_survey_controls_give_no_causal_sentence(self) -> None:
        trial = data.nsw_against("psid")
        report = design_report(trial, np.random.default_rng(0))
        assert report.verdict is Light.RED
        found = evaluate(trial, report, np.random.default_rng(0), settings=Settings(boosted=False))
        assert not found.findings[0].causal


@pytest.mark.parametrize("n", [200, 500])
def test_small_municipalities_quickly(n: int) -> None:
    draws = small_municipalities.simulate(n, 60, workers=1)
    rmse, cover = small_municipalities.summary([d.ours for d in draws])
    ols, _ = small_municipalities.summary([d.ols for d in draws])
    assert cover >= 0.87
    assert rmse <= 1.1 * ols


@pytest.mark.slow
@pytest.mark.parametrize("n", small_municipalities.SIZES)
def test_small_municipalities_in_full(n: int) -> None:
    draws = small_municipalities.simulate(n, 300)
    rmse, cover = small_municipalities.summary([d.ours for d in draws])
    best = min(
        small_municipalities.summary([getattr(d, w) for d in draws])[0] for w in ("ols", "lin")
    )
    assert cover >= 0.925
    assert rmse <= 1.08 * best

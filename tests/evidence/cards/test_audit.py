"""The audit finds what lasts and is not registered, and stays silent otherwise."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from scipy.special import chdtrc

from streekwerk.evidence.cards.audit import Scores, SelectionAudit, audit, scores_of
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.codec import from_json, to_json
from streekwerk.evidence.target_trial.covariates import HISTORY
from streekwerk.evidence.target_trial.kinds import Kind
from streekwerk.evidence.trial.table import (
    Arm,
    Assignment,
    NumericCovariate,
    TrialTable,
)
from streekwerk.vocabulary.language import Text

T = Text("t", "t")


def trial(rng: np.random.Generator, unseen: float, people: int = 1_000) -> TrialTable:
    """Return a trial in which age and an unseen trait of strength ``unseen`` decide."""
    person = rng.permutation(np.repeat(np.arange(people), 2))
    trait = rng.normal(size=people)[person]
    age = rng.normal(size=people)[person] + 0.3 * trait
    history = [rng.poisson(np.exp(-1 + unseen * trait + 0.2 * age)).clip(max=2) for _ in Kind]
    chance = 1 / (1 + np.exp(1.5 - 0.6 * age - unseen * trait))
    arm = (rng.random(person.size) < chance).astype(np.int64)
    return TrialTable(
        title=T,
        assignment=Assignment.OBSERVATIONAL,
        arms=(Arm("not_now", T), Arm("42", T)),
        arm=arm,
        person=person.astype(np.str_),
        covariates=(
            NumericCovariate("age", T, age),
            *(
                NumericCovariate(f"{HISTORY}{kind.value}", T, each.astype(np.float64))
                for kind, each in zip(Kind, history, strict=True)
            ),
        ),
        cluster=person,
    )


def run(unseen: float, seed: int) -> SelectionAudit:
    rng = np.random.default_rng(seed)
    return audit(scores_of(trial(rng, unseen), code) for code in ("42", "40", "10"))


def test_an_unseen_trait_that_lasts_is_found() -> None:
    found = run(0.5, seed=1)
    assert found.found
    assert found.check().light is Light.AMBER
    assert "motivatie" in found.check().reason.nl
    assert [each.kind for each in found.kinds] == [Kind.AT_WORK, Kind.TOWARDS_WORK]
    assert [each.freedom for each in found.kinds] == [4, 4]


def test_without_one_it_is_silent_nineteen_times_in_twenty() -> None:
    # Age is correlated with the trait and with history, but it is adjusted for.
    p = np.array([run(0.0, seed).p_value for seed in range(40)])
    assert np.mean(p < 0.05) <= 0.15  # 7 or more of 40 at 5 % happens once in 300
    assert 0.35 < p.mean() < 0.65
    assert run(0.0, seed=3).check().light is Light.GREEN


def scores(table: npt.NDArray[np.float64], people: int = 400) -> list[Scores]:
    """Return scores of ``people`` whose sums are ``table`` (kinds by kinds) in standard errors."""
    rng = np.random.default_rng(7)
    found = []
    for row, kind in zip(table, Kind, strict=True):
        noise = rng.normal(size=(people, len(Kind)))
        noise -= noise.mean(axis=0)
        noise /= np.sqrt(np.square(noise).sum(axis=0))
        # Shifting everybody by s / n makes the sum s; the spread stays nearly one.
        found.append(Scores(kind, np.arange(people), noise + row / people))
    return found


def test_one_trait_leaves_a_symmetric_pattern_and_is_found() -> None:
    loading = np.array([1.3, 1.0, -0.8, 0.2])
    found = audit(scores(2 * np.outer(loading, loading)))
    assert found.trait is not None
    assert found.trait.eigenvalue == pytest.approx(2 * loading @ loading, rel=0.05)
    assert found.found
    # In every direction at once the same is seen less well.
    both = sum(each.statistic for each in found.kinds), sum(each.freedom for each in found.kinds)
    assert found.p_value < chdtrc(both[1], both[0])


def test_an_order_of_measures_that_runs_one_way_is_no_trait() -> None:
    # After the first kind comes the second, and less often the other way round.
    order = np.zeros((4, 4))
    order[1, 0], order[0, 1] = 3.5, -3.5
    found = audit(scores(order))
    assert min(each.p_value for each in found.kinds) < 0.02
    assert found.p_value > 0.2
    # A trait that pulls measures apart from themselves does not exist either.
    assert audit(scores(-np.eye(4) * 3)).p_value > 0.5


def test_the_audit_is_the_same_at_every_call() -> None:
    assert run(0.1, seed=2).p_value == run(0.1, seed=2).p_value
    assert 1e-4 <= run(2.0, seed=2).p_value <= 1.1e-4


def test_an_audit_stored_before_the_trait_still_decides() -> None:
    now = to_json(run(0.5, seed=1))
    del now["trait"]
    old = from_json(SelectionAudit, now)
    assert old.trait is None
    assert old.found
    assert old.check().light is Light.AMBER


def test_people_in_many_trials_do_not_count_double() -> None:
    rng = np.random.default_rng(4)
    once = scores_of(trial(rng, 0.5), "42")
    twice = audit([once, once])
    assert twice.kinds[0].statistic == pytest.approx(audit([once]).kinds[0].statistic)


def test_without_history_nothing_can_be_seen() -> None:
    rng = np.random.default_rng(5)
    table = trial(rng, 0.5)
    bare = TrialTable(
        title=T,
        assignment=table.assignment,
        arms=table.arms,
        arm=table.arm,
        person=table.person,
        covariates=table.covariates[:1],
        cluster=table.cluster,
    )
    found = audit([scores_of(bare, "42")])
    assert found.trait is None
    assert found.p_value == 1
    assert found.check().light is Light.AMBER

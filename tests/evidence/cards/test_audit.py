"""The audit finds what lasts and is not registered, and stays silent otherwise."""

from __future__ import annotations

import numpy as np
import pytest

from streekwerk.evidence.cards.audit import SelectionAudit, audit, scores_of
from streekwerk.evidence.results.check import Light
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
    assert found.p_value == 1
    assert found.check().light is Light.AMBER

"""After a card: the benefit by person, stored, replayed and handed to advice."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import numpy as np
import pytest
from benchmarks.region_panel import panel_of
from django.db import IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.cast import Cast

from streekwerk.accounts.models import AuditEntry, Municipality
from streekwerk.accounts.scope import Scope, acting
from streekwerk.advice.situation import Situation
from streekwerk.demo.config import MIDDENLAND, RegionConfig
from streekwerk.demo.measures import DEFAULT_MEASURES
from streekwerk.evidence.benefit.benefit import Benefit, Level
from streekwerk.evidence.benefit.codec import decode, encode
from streekwerk.evidence.benefit.sample import Anchor
from streekwerk.evidence.benefit.sampler import ForestSettings
from streekwerk.evidence.benefit.settings import BenefitSettings
from streekwerk.evidence.cards.audit import SelectionAudit
from streekwerk.evidence.cards.build import CardTask, audit_region, build_card
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.results.codec import to_json
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.learning import benefit_tasks, benefits
from streekwerk.learning.actions import benefit_fitting
from streekwerk.learning.actions.benefits import ask_for_benefit, fit_benefit
from streekwerk.learning.advice_queries import evidence_for
from streekwerk.learning.benefit_queue import FIT, LAST
from streekwerk.learning.brief import brief_of
from streekwerk.learning.models import MeasureBenefit, MeasureCard, Round, RunState

SMALL = ForestSettings(prognostic_trees=10, effect_trees=5, warm_up=2, draws=8, keep_every=1)
QUICK = BenefitSettings(forest=SMALL, held_out_forest=SMALL)
PERSON = Situation({"age": 30, "months_on_benefit": 12, "household": "single"})


@dataclass(frozen=True)
class FakeCohort:
    """What a round's deliveries would give."""

    panel: Panel
    timeline: Timeline


@dataclass(frozen=True)
class Real:
    cohort: FakeCohort
    card: EvidenceCard


@pytest.fixture(scope="module")
def real() -> Real:
    """Return a cohort with one real card whose comparison is fair."""
    config = RegionConfig(
        people=700,
        months=30,
        municipalities=MIDDENLAND[:1],
        measures=tuple(m for m in DEFAULT_MEASURES if m.code in {"40", "42"}),
        start_rate=0.06,
        seed=3,
    )
    panel = panel_of(config)
    timeline = Timeline.of(panel)
    settings = CardSettings(seed=5, horizons=(12,), main_horizon=12)
    selection: SelectionAudit = audit_region(panel, timeline, settings)
    made = build_card(panel, timeline, CardTask("40"), selection, settings)
    return Real(FakeCohort(panel, timeline), made)


@pytest.fixture
def card(cast: Cast, real: Real, monkeypatch: pytest.MonkeyPatch) -> MeasureCard:
    monkeypatch.setattr(benefit_fitting, "cohort_of", lambda *_which: real.cohort)
    monkeypatch.setattr(
        benefit_fitting, "BenefitSettings", lambda **chosen: replace(QUICK, **chosen)
    )
    return stored(cast, real.card, cast.alice.municipality)


def stored(cast: Cast, card: EvidenceCard, home: Municipality | None, against: str = "") -> (
    MeasureCard
):  # fmt: skip
    region = cast.alice.municipality.region  # type: ignore[union-attr]
    round_ = Round.objects.create(
        region=region, municipality=home, deliveries=[1], codes=["9901"], inputs="x", seed=5,
        asked_by=cast.alice, state=RunState.DONE, cohort={}, audit={},
    )  # fmt: skip
    return MeasureCard.objects.create(
        round=round_, region=region, municipality=home, measure=card.measure, against=against,
        state=RunState.DONE, percent=100, brief=to_json(brief_of(card)), card=to_json(card),
        finished_at="2026-01-01T00:00Z",
    )  # fmt: skip


def asked(card: MeasureCard) -> MeasureBenefit:
    found = ask_for_benefit(card, Scope.of_municipality(1))
    assert found is not None
    return found


def done(card: MeasureCard) -> tuple[MeasureBenefit, Benefit]:
    benefit = asked(card)
    fit_benefit(benefit.pk)
    benefit.refresh_from_db()
    assert benefit.benefit is not None
    return benefit, decode(benefit.benefit)


def test_a_fair_card_is_followed_by_a_benefit_after_all_other_work(card: MeasureCard) -> None:
    benefit = asked(card)
    assert asked(card) == benefit
    (job,) = ProcrastinateJob.objects.filter(task_name=FIT)
    assert (job.priority, job.args["benefit_id"]) == (LAST, benefit.pk)
    assert job.args["scope"] == {"municipalities": [1], "region": None}


@pytest.mark.parametrize("light", [Light.RED, None])
def test_a_card_that_says_nothing_has_no_benefit(
    cast: Cast, real: Real, light: Light | None
) -> None:
    unfair = stored(cast, replace(real.card, verdict=light), cast.alice.municipality)
    assert ask_for_benefit(unfair, Scope()) is None


def test_a_comparison_of_two_measures_has_no_benefit(cast: Cast, real: Real) -> None:
    both = stored(cast, real.card, cast.alice.municipality, against="42")
    assert ask_for_benefit(both, Scope()) is None


def test_a_card_without_a_figure_on_lasting_work_has_no_benefit(cast: Cast, real: Real) -> None:
    card = stored(cast, real.card, cast.alice.municipality)
    assert card.brief is not None
    card.brief["points"] = []
    assert ask_for_benefit(card, Scope()) is None


def test_a_benefit_is_fitted_once_and_kept_as_it_was(card: MeasureCard, real: Real) -> None:
    row, benefit = done(card)
    assert row.state == RunState.DONE
    assert row.level == benefit.level.value
    assert row.digest == hashlib.sha256((row.benefit or "").encode()).hexdigest()
    assert encode(benefit) == row.benefit
    leading = benefit_fitting.leading_effect(real.card)
    assert leading is not None
    assert benefit.average is not None
    assert benefit.average.value == pytest.approx(leading.estimate, rel=1e-5)
    assert benefit.interval_level == 0.95
    entry = AuditEntry.objects.filter(action="benefit.done").get()
    assert entry.detail["measure"] == "40"
    fit_benefit(row.pk)
    row.refresh_from_db()
    assert row.benefit == encode(benefit)


@pytest.mark.parametrize("whose", ["municipality", "region"])
def test_the_worker_needs_no_more_than_the_scope_of_the_job(
    cast: Cast, real: Real, card: MeasureCard, whose: str
) -> None:
    home = cast.alice.municipality
    assert home is not None
    scope = Scope.of_municipality(home.pk)
    if whose == "region":
        card, scope = stored(cast, real.card, None), Scope.of_region(home.region_id, [home.pk])
    benefit = ask_for_benefit(card, scope)
    assert benefit is not None
    (job,) = ProcrastinateJob.objects.filter(task_name=FIT)
    # Nothing beside the stage: only what the job carries.
    with acting(Scope()):
        benefit_tasks.fit_benefit(**job.args)
    benefit.refresh_from_db()
    assert benefit.state == RunState.DONE


def test_fitting_again_gives_the_same_bytes(card: MeasureCard) -> None:
    row, _ = done(card)
    MeasureBenefit.objects.filter(pk=row.pk).update(state=RunState.WAITING)
    fit_benefit(row.pk)
    again = MeasureBenefit.objects.get(pk=row.pk)
    assert (again.benefit, again.digest) == (row.benefit, row.digest)


def test_what_goes_wrong_is_kept_without_a_word_of_anybodys_record(
    card: MeasureCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_deliveries: object) -> None:
        raise RuntimeError("900102938 Jansen")

    monkeypatch.setattr(benefit_fitting, "cohort_of", broken)
    benefit = asked(card)
    with pytest.raises(RuntimeError):
        fit_benefit(benefit.pk)
    benefit.refresh_from_db()
    assert benefit.state == RunState.FAILED
    assert benefit.failure == {
        "nl": "Het rekenen mislukte: RuntimeError.", "en": "Computing failed: RuntimeError."
    }  # fmt: skip


def test_the_database_keeps_no_finished_benefit_without_its_text(card: MeasureCard) -> None:
    benefit = asked(card)
    with pytest.raises(IntegrityError), transaction.atomic():
        MeasureBenefit.objects.filter(pk=benefit.pk).update(state=RunState.DONE)


def test_advice_gets_the_benefit_of_the_card_it_stands_on(card: MeasureCard, cast: Cast) -> None:
    row, benefit = done(card)
    home = cast.alice.municipality
    assert home is not None
    assert benefits.benefit_for(home, "40") == benefit
    assert benefits.benefit_for(home, "42") is None
    evidence = benefits.personal_evidence(evidence_for(home), PERSON)["40"]
    shown = benefit.for_person(PERSON)
    assert evidence.level == shown.level.value
    assert evidence.hash == row.digest
    assert evidence.version == benefit.code_version
    assert evidence.point.months == 12
    assert shown.estimate is not None
    assert evidence.point.estimate == pytest.approx(100 * shown.estimate, abs=1e-3)
    assert evidence.point.low < evidence.point.estimate < evidence.point.high


def test_another_municipality_never_sees_it(card: MeasureCard, cast: Cast) -> None:
    done(card)
    there = cast.charlie.municipality
    assert there is not None
    assert benefits.benefits_of(evidence_for(there)) == {}
    with acting(Scope.of(cast.charlie)):
        assert not MeasureBenefit.objects.exists()


def test_the_regions_benefit_counts_in_fives(cast: Cast, real: Real, card: MeasureCard) -> None:
    _, own = done(card)
    _, region = done(stored(cast, real.card, None))
    assert region.n_treated % 5 == 0
    assert abs(region.n_treated - own.n_treated) <= 5 or own.n_treated < 10
    assert all(group.n_comparison % 5 == 0 for group in region.groups)
    assert own.average == region.average


def test_a_benefit_of_an_earlier_version_is_left_out(card: MeasureCard, cast: Cast) -> None:
    row, _ = done(card)
    MeasureBenefit.objects.filter(pk=row.pk).update(benefit='{"level":"person"}', digest="other")
    assert cast.alice.municipality is not None
    assert benefits.benefits_of(evidence_for(cast.alice.municipality)) == {}


def test_what_is_not_said_is_no_evidence(card: MeasureCard, cast: Cast) -> None:
    row, benefit = done(card)
    silent = replace(benefit, level=Level.NOTHING, average=None)
    MeasureBenefit.objects.filter(pk=row.pk).update(benefit=encode(silent), digest="silent")
    assert cast.alice.municipality is not None
    assert benefits.personal_evidence(evidence_for(cast.alice.municipality), PERSON) == {}


def test_an_anchor_is_the_cards_figure(real: Real) -> None:
    leading = benefit_fitting.leading_effect(real.card)
    assert leading is not None
    anchor = Anchor.of(leading)
    assert anchor == Anchor(leading.estimate, leading.standard_error, leading.comparison_mean)
    assert np.isfinite(anchor.value)

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Cast
from tests.learning import files

from streekwerk.accounts.models import AuditEntry
from streekwerk.evidence.results.check import Light
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.learning import queries, refusals
from streekwerk.learning.actions import opening, preparing
from streekwerk.learning.models import Evaluation, RunKind, State


def test_no_opening_before_the_design_was_judged(cast: Cast) -> None:
    evaluation = files.specified(cast.alice)
    with pytest.raises(refusals.Refused) as refused:
        opening.open_outcome(cast.alice, evaluation)
    assert refused.value.words == refusals.NO_DESIGN
    assert Evaluation.objects.get().opened_at is None


def test_from_file_to_result_with_who_and_when(cast: Cast) -> None:
    before = timezone.now()
    evaluation = files.done(cast.alice)
    result = queries.result_of(evaluation)
    assert evaluation.state == State.DONE
    assert evaluation.opened_by == cast.alice
    assert evaluation.opened_at is not None
    assert evaluation.opened_at >= before
    assert result is not None
    assert result.verdict is not Light.RED
    assert result.seed == evaluation.seed == 11
    assert result.data_fingerprint == evaluation.data_fingerprint
    assert evaluation.code_version == result.code_version
    year = result.finding("werk_na_12", "scholing").leading
    assert year.low > 0
    assert [
        e.action for e in AuditEntry.objects.order_by("pk") if e.subject == "learning.evaluation"
    ] == [
        "evaluation.uploaded",
        "evaluation.specified",
        "run.design_done",
        "evaluation.opened",
        "run.effects_done",
    ]


def test_opening_twice_opens_once(cast: Cast) -> None:
    evaluation = files.done(cast.alice)
    first = evaluation.opened_at
    opening.open_outcome(cast.alice, evaluation)
    evaluation.refresh_from_db()
    assert evaluation.opened_at == first
    assert evaluation.runs.filter(kind=RunKind.EFFECTS).count() == 1


def test_an_opened_design_is_final(cast: Cast) -> None:
    evaluation = files.done(cast.alice)
    specification = TrialSpecification.from_mapping(files.SPECIFICATION)
    with pytest.raises(refusals.Refused):
        preparing.specify(cast.alice, evaluation, specification)
    with pytest.raises(refusals.Refused):
        preparing.assign_parts(cast.alice, evaluation, {"groep": "arm"})


def test_a_design_can_change_while_the_outcome_is_sealed(cast: Cast) -> None:
    evaluation = files.designed(cast.alice)
    fewer = files.SPECIFICATION | {"covariates": ["leeftijd"]}
    preparing.specify(cast.alice, evaluation, TrialSpecification.from_mapping(fewer))
    evaluation.refresh_from_db()
    assert evaluation.design is None
    assert evaluation.state == State.MAPPED
    assert files.work_off(evaluation).state == State.DESIGNED


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"opened_at": "now", "opened_by": "alice"}, "opened_only_after_the_design"),
        ({"result": {"stolen": True}}, "result_only_after_opening"),
        ({"state": State.DONE}, "done_means_a_result"),
        ({"saved_at": "now"}, "saved_only_with_a_result"),
    ],
)
def test_the_database_keeps_the_seal(
    cast: Cast, change: dict[str, object], constraint: str
) -> None:
    evaluation = files.uploaded(cast.alice)
    stand_ins = {"now": timezone.now(), "alice": cast.alice}
    fields = {
        name: stand_ins[value] if isinstance(value, str) and value in stand_ins else value
        for name, value in change.items()
    }
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Evaluation.objects.filter(pk=evaluation.pk).update(**fields)


@pytest.mark.parametrize("name", ["bob", "charlie", "dana"])
def test_only_the_own_researcher_may_change(cast: Cast, name: str) -> None:
    evaluation = files.designed(cast.alice)
    stranger = getattr(cast, name)
    for action in (opening.open_outcome, opening.save, opening.ask_publication, opening.try_again):
        with pytest.raises(PermissionDenied):
            action(stranger, evaluation)
    with pytest.raises(PermissionDenied):
        preparing.assign_parts(stranger, evaluation, {})


def test_who_may_not_evaluate_may_not_upload(cast: Cast) -> None:
    for stranger in (cast.bob, cast.dana):
        with pytest.raises(PermissionDenied):
            preparing.upload(stranger, "scholing.csv", files.experiment())
    assert not Evaluation.objects.exists()

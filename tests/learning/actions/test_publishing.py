from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Cast, person
from tests.learning import files

from streekwerk.accounts.models import Role
from streekwerk.learning import queries, refusals
from streekwerk.learning.actions import opening
from streekwerk.learning.models import Evaluation


def test_two_people_publish(cast: Cast) -> None:
    evaluation = files.published(cast.alice, cast.bob)
    assert evaluation.publication_asked_by == cast.alice
    assert evaluation.publication_approved_by == cast.bob
    assert list(queries.published()) == [evaluation]


def test_nobody_approves_what_they_asked_for(cast: Cast) -> None:
    evaluation = files.done(cast.alice)
    opening.save(cast.alice, evaluation)
    opening.ask_publication(cast.alice, evaluation)
    cast.alice.role = Role.DISCLOSURE_OFFICER
    cast.alice.save()
    with pytest.raises(PermissionDenied):
        opening.approve_publication(cast.alice, evaluation)
    now = timezone.now()
    with pytest.raises(IntegrityError, match="published_by_two_people"), transaction.atomic():
        Evaluation.objects.update(published_at=now, publication_approved_by=cast.alice)


def test_an_officer_from_elsewhere_does_not_approve(cast: Cast) -> None:
    evaluation = files.done(cast.alice)
    opening.save(cast.alice, evaluation)
    opening.ask_publication(cast.alice, evaluation)
    stranger = person("eva", Role.DISCLOSURE_OFFICER, cast.charlie.municipality)
    with pytest.raises(PermissionDenied):
        opening.approve_publication(stranger, evaluation)


def test_steps_cannot_be_skipped(cast: Cast) -> None:
    evaluation = files.designed(cast.alice)
    for action, actor, words in (
        (opening.save, cast.alice, refusals.NO_RESULT),
        (opening.ask_publication, cast.alice, refusals.NOT_SAVED),
        (opening.approve_publication, cast.bob, refusals.NOT_ASKED),
        (opening.try_again, cast.alice, refusals.NOTHING_TO_RETRY),
    ):
        with pytest.raises(refusals.Refused) as refused:
            action(actor, evaluation)
        assert refused.value.words == words


def test_small_groups_stay_within_the_municipality(cast: Cast) -> None:
    evaluation = files.done(cast.alice, n=18)
    opening.save(cast.alice, evaluation)
    with pytest.raises(refusals.Refused, match="has 9 people"):
        opening.ask_publication(cast.alice, evaluation)
    assert not queries.published().exists()

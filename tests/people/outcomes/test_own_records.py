"""What people told reaches the panel of the next round, once, and only what was told."""

from __future__ import annotations

import datetime as dt
import uuid

import numpy as np
import pytest
from django.core.exceptions import PermissionDenied
from tests.cast import person
from tests.deliveries.conftest import Town, own_state, region, town
from tests.learning.actions.test_cards import delivered

from streekwerk.accounts.models import AuditEntry, Role, User
from streekwerk.deliveries import person_queries
from streekwerk.deliveries.actions import deciding
from streekwerk.deliveries.actions.own_records import SOURCE, OwnFact, take_in_own
from streekwerk.deliveries.models import Delivery, PersonFact, State
from streekwerk.deliveries.queries import in_force, register_tables
from streekwerk.guidance.follow_up.questions import Question, Reply
from streekwerk.guidance.plan.outcomes import CameOf
from streekwerk.guidance.plan.steps import StepEvent, Who
from streekwerk.learning.panels import cohort_of
from streekwerk.people.actions import files, plans
from streekwerk.people.actions.outcomes import answer_follow_up, say_what_came_of
from streekwerk.people.actions.own_records import hand_over, hand_over_again
from streekwerk.people.models import Person, Plan

__all__ = ["delivered", "own_state", "region", "town"]


def somebody(town: Town) -> uuid.UUID:
    row = person_queries.on_benefit(town.reporter.municipality_id).first()
    assert row is not None
    return row.person


def last_month(town: Town) -> dt.date:
    newest = Delivery.objects.filter(municipality=town.reporter.municipality, period__isnull=False)
    found = newest.order_by("-period").values_list("period", flat=True).first()
    assert found is not None
    return found


def panel_ids(town: Town) -> tuple[int, ...]:
    return tuple(in_force([town.reporter.municipality_id]).values_list("pk", flat=True))


@pytest.fixture
def told(delivered: Town) -> tuple[Town, User, Person, dt.date]:
    """A caseworker with one person of the deliveries, three months after a plan."""
    worker = person("wilma", Role.CASEWORKER, delivered.reporter.municipality)
    file = files.open_file(worker, files.Intake("Anna", "de Vries"))
    Person.objects.filter(pk=file.pk).update(pseudonym=somebody(delivered))
    file.refresh_from_db()
    day = last_month(delivered).replace(day=20)
    Plan.objects.create(
        municipality_id=file.municipality_id,
        person=file,
        made_on=day - dt.timedelta(days=100),
        made_by=worker,
    )
    return delivered, worker, file, day


def test_what_was_told_changes_the_panel_and_again_changes_nothing(
    told: tuple[Town, User, Person, dt.date],
) -> None:
    here, worker, file, day = told
    before = cohort_of(panel_ids(here)).panel
    assert before.hours is None
    answer_follow_up(worker, file, Reply(Question.WORKING, "yes"), day)
    answer_follow_up(worker, file, Reply(Question.HOURS, "20"), day)
    taken = hand_over(here.cast.alice)
    assert (taken.changed, taken.facts) == (1, 2)
    after = cohort_of(panel_ids(here)).panel
    assert after.hours is not None
    assert np.argwhere(~np.isnan(after.hours)).shape == (1, 2)
    (row,) = np.flatnonzero(after.person == str(file.pseudonym))
    assert after.hours[row, after.months - 1] == 20
    ids, entries = panel_ids(here), AuditEntry.objects.count()
    again = hand_over(here.cast.alice)
    assert (again.changed, again.same) == (0, 1)
    assert (panel_ids(here), AuditEntry.objects.count()) == (ids, entries)


def test_a_later_answer_replaces_the_month_and_the_old_one_stays_readable(
    told: tuple[Town, User, Person, dt.date],
) -> None:
    here, worker, file, day = told
    answer_follow_up(worker, file, Reply(Question.WORKING, "yes"), day)
    answer_follow_up(worker, file, Reply(Question.HOURS, "20"), day)
    hand_over(here.cast.alice)
    answer_follow_up(worker, file, Reply(Question.WORKING, "no"), day)
    assert hand_over_again(here.reporter.municipality) is not None
    own = Delivery.objects.filter(source=SOURCE).order_by("pk")
    assert [each.state for each in own] == [State.REPLACED, State.ACCEPTED]
    panel = cohort_of(panel_ids(here)).panel
    assert panel.hours is not None
    assert np.nansum(panel.hours) == 0
    answer_follow_up(worker, file, Reply(Question.WORKING, "yes"), day)
    answer_follow_up(worker, file, Reply(Question.HOURS, "20"), day)
    assert hand_over(here.cast.alice).changed == 1, "what comes back is a delivery of its own"


def test_nobody_is_renewed_before_somebody_took_it_in(
    told: tuple[Town, User, Person, dt.date],
) -> None:
    here, worker, file, day = told
    answer_follow_up(worker, file, Reply(Question.WORKING, "no"), day)
    assert hand_over_again(here.reporter.municipality) is None
    for other in (worker, here.admin, here.cast.bob):
        with pytest.raises(PermissionDenied):
            hand_over(other)


def test_what_was_withdrawn_stays_so_until_something_else_was_told(
    told: tuple[Town, User, Person, dt.date],
) -> None:
    here, worker, file, day = told
    answer_follow_up(worker, file, Reply(Question.WORKING, "no"), day)
    hand_over(here.cast.alice)
    deciding.withdraw(here.cast.alice, Delivery.objects.get(source=SOURCE))
    assert hand_over(here.cast.alice).changed == 0
    assert not in_force([here.reporter.municipality_id]).filter(source=SOURCE).exists()


def test_steps_are_told_by_their_choice_never_by_their_words(
    told: tuple[Town, User, Person, dt.date],
) -> None:
    here, worker, file, _day = told
    Plan.objects.filter(person=file).update(closed_on=None)
    step = plans.add_step(worker, file, plans.NewStep("Bellen", Who.JOBSEEKER))
    plans.happened(worker, step, StepEvent.DONE)
    step.refresh_from_db()
    say_what_came_of(worker, step, CameOf.UNKNOWN, "geheim")
    assert hand_over(here.cast.alice).facts == 0
    say_what_came_of(worker, step, CameOf.LEARNED, "geheim")
    hand_over(here.cast.alice)
    fact = PersonFact.objects.get(variable="step_outcome")
    assert (fact.person, fact.code, fact.number) == (file.pseudonym, "learned", None)
    with register_tables(panel_ids(here)) as tables:
        found = tables.execute("SELECT code FROM person_fact WHERE variable = 'step_outcome'")
        assert found.fetchall() == [("learned",)]


def test_who_is_in_no_delivery_is_left_out(delivered: Town) -> None:
    stranger = OwnFact(uuid.uuid4(), "hours", dt.date(2026, 1, 2), number=8.0)
    assert take_in_own(delivered.cast.alice, [stranger]).facts == 0
    assert not Delivery.objects.filter(source=SOURCE).exists()

"""Decide and object: what was chosen and by whom, the steps that follow, and nothing by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InternalError, ProgrammingError, connection, transaction
from django.utils import timezone
from tests.people.options.desk import Desk, record

from streekwerk.advice import STANDING
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.objections import answer_objection, object_to, switch_advice
from streekwerk.people.models import Decision, ObjectionKind, Reason, Step
from streekwerk.people.queries.decisions import (
    decided_on,
    decisions_of,
    given,
    latest_decision,
    objections_of,
)
from streekwerk.people.queries.offers import offers_for_advice, offers_visible_to
from streekwerk.people.refusals import Refused
from streekwerk.people.timeline import timeline

TRAINING = Chosen(options=("42",), together=True)


def steps(desk: Desk) -> list[tuple[str, str, str]]:
    found = Step.objects.filter(person=desk.file).order_by("pk")
    return [(step.what, step.who, step.measure) for step in found]


def test_a_decision_keeps_what_both_wanted_and_puts_steps_in_the_plan(desk: Desk) -> None:
    advice = show_advice(desk.anna, desk.file)
    chosen = replace(
        TRAINING,
        offers={"42": desk.training},
        wish="42",
        wish_words="Ik wil lassen",
        view="40",
        view_words="Eerst een coach lijkt mij rustiger",
        reason=Reason.WISH,
    )
    made = decide(desk.anna, desk.file, chosen, advice)
    assert (made.wish, made.view, made.reason_now) == ("42", "40", Reason.WISH)
    assert [(c.key, c.name_words.nl, c.offer) for c in made.choices.all()] == [
        ("42", "Training of opleiding", desk.training)
    ]
    assert steps(desk) == [
        ("Aanmelden: Lassen bij ROC", "caseworker", ""),
        ("Beginnen: Lassen bij ROC", "jobseeker", "42"),
    ]
    begin = Step.objects.get(measure="42")
    assert begin.due == desk.training.starts_on
    assert decided_on(desk.file) == timezone.localdate()
    assert timeline(desk.anna, desk.file)[0].kind == "decision" or any(
        "Training of opleiding" in event.words.nl for event in timeline(desk.anna, desk.file)
    )


@pytest.mark.parametrize("key", STANDING)
def test_the_standing_options_can_be_chosen_like_any_other(desk: Desk, key: str) -> None:
    advice = show_advice(desk.anna, desk.file)
    decide(desk.anna, desk.file, Chosen((key,), together=False, words="Zelf solliciteren"), advice)
    assert len(steps(desk)) == 1
    assert all(measure == "" for _, _, measure in steps(desk))


def test_a_later_decision_replaces_and_gives_the_place_back(desk: Desk) -> None:
    advice = show_advice(desk.anna, desk.file)
    first = decide(desk.anna, desk.file, replace(TRAINING, offers={"42": desk.training}), advice)

    def places() -> int | None:
        today = timezone.localdate()
        found = offers_for_advice(desk.file.municipality_id, today)
        return next(offer.places_free for offer in found if offer.measure == "42")

    assert places() == 1
    assert [offer.taken for offer in offers_visible_to(desk.tom)] == [
        0,
        1,
    ]  # The coach has no takers.
    second = decide(desk.anna, desk.file, Chosen(("not_now",), together=True), advice)
    assert second.replaces == first
    assert latest_decision(desk.file) == second
    assert places() == 2
    assert list(decisions_of(desk.file)) == [second, first]


def test_what_is_not_an_option_cannot_be_decided(desk: Desk) -> None:
    advice = show_advice(desk.anna, desk.file)
    for chosen in (
        Chosen((), together=True),
        Chosen(("21",), together=True),
        Chosen(("something_else",), together=True, words=" "),
    ):
        with pytest.raises(Refused):
            decide(desk.anna, desk.file, chosen, advice)
    assert Decision.objects.count() == 0
    for stranger in (desk.karim, desk.els):
        with pytest.raises(PermissionDenied):
            decide(stranger, desk.file, TRAINING, advice)


def test_one_can_decide_without_advice(desk: Desk) -> None:
    switch_advice(desk.tom, on=False, reason="Proef")
    made = decide(desk.anna, desk.file, TRAINING)
    assert made.advice is None
    assert [choice.name_words.nl for choice in made.choices.all()] == ["Training of opleiding"]
    with pytest.raises(Refused):
        decide(desk.anna, desk.file, Chosen(("99",), together=True))


def test_advice_of_somebody_else_cannot_be_decided_on(desk: Desk) -> None:
    from streekwerk.people.actions import files  # noqa: PLC0415

    other = files.open_file(desk.anna, files.Intake("Mina", "Bos"))
    advice = show_advice(desk.anna, other)
    with pytest.raises(PermissionDenied):
        decide(desk.anna, desk.file, TRAINING, advice)


def test_the_jobseeker_objects_and_correcting_makes_a_new_advice(desk: Desk) -> None:
    advice = show_advice(desk.anna, desk.file)
    objection = object_to(
        desk.karim, desk.file, ObjectionKind.DATA, "Ik heb maar 8 uur", advice=advice
    )
    assert objection.by_jobseeker
    record(desk.karim, desk.file, "hours_available", 8)
    answer = answer_objection(desk.anna, objection, "Verbeterd, kijk mee")
    assert answer.advice is not None
    assert answer.advice.replaces == advice
    assert [c.key for c in given(answer.advice).closed] == ["42"]
    assert "42" in [option.key for option in given(advice).options]
    assert next(iter(objections_of(desk.file))).answer == answer
    with pytest.raises(Refused):
        answer_objection(desk.anna, objection, "Nog eens")
    with pytest.raises(Refused):
        object_to(desk.karim, desk.file, ObjectionKind.OTHER, "  ")
    with pytest.raises(PermissionDenied):
        object_to(desk.els, desk.file, ObjectionKind.OTHER, "Mag niet")
    with pytest.raises(PermissionDenied):
        answer_objection(desk.karim, objection, "Zelf")


@pytest.mark.parametrize(
    "statement",
    [
        "update people_decision set reason = 'works'",
        "delete from people_decisionchoice",
        "update people_objection set words = 'niets'",
        "delete from people_objectionanswer",
    ],
)
def test_the_database_itself_keeps_decisions_as_they_were(desk: Desk, statement: str) -> None:
    decide(desk.anna, desk.file, TRAINING, show_advice(desk.anna, desk.file))
    objection = object_to(desk.karim, desk.file, ObjectionKind.DECISION, "Toch niet")
    answer_objection(desk.anna, objection, "Dan kijken we opnieuw")
    with (
        pytest.raises((ProgrammingError, InternalError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

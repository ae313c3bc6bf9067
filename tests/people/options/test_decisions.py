"""Decide and object: what was chosen and by whom, the steps that follow, and nothing by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InternalError, ProgrammingError, connection, transaction
from django.utils import timezone
from tests.people.options.table import Table, record

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


def steps(table: Table) -> list[tuple[str, str, str]]:
    found = Step.objects.filter(person=table.file).order_by("pk")
    return [(step.what, step.who, step.measure) for step in found]


def test_a_decision_keeps_what_both_wanted_and_puts_steps_in_the_plan(table: Table) -> None:
    advice = show_advice(table.anna, table.file)
    chosen = replace(
        TRAINING,
        offers={"42": table.training},
        wish="42",
        wish_words="Ik wil lassen",
        view="40",
        view_words="Eerst een coach lijkt mij rustiger",
        reason=Reason.WISH,
    )
    made = decide(table.anna, table.file, chosen, advice)
    assert (made.wish, made.view, made.reason_now) == ("42", "40", Reason.WISH)
    assert [(c.key, c.name_words.nl, c.offer) for c in made.choices.all()] == [
        ("42", "Training of opleiding", table.training)
    ]
    assert steps(table) == [
        ("Aanmelden: Lassen bij ROC", "caseworker", ""),
        ("Beginnen: Lassen bij ROC", "jobseeker", "42"),
    ]
    begin = Step.objects.get(measure="42")
    assert begin.due == table.training.starts_on
    assert decided_on(table.file) == timezone.localdate()
    assert timeline(table.anna, table.file)[0].kind == "decision" or any(
        "Training of opleiding" in event.words.nl for event in timeline(table.anna, table.file)
    )


@pytest.mark.parametrize("key", STANDING)
def test_the_standing_options_can_be_chosen_like_any_other(table: Table, key: str) -> None:
    advice = show_advice(table.anna, table.file)
    decide(
        table.anna, table.file, Chosen((key,), together=False, words="Zelf solliciteren"), advice
    )
    assert len(steps(table)) == 1
    assert all(measure == "" for _, _, measure in steps(table))


def test_a_later_decision_replaces_and_gives_the_place_back(table: Table) -> None:
    advice = show_advice(table.anna, table.file)
    first = decide(table.anna, table.file, replace(TRAINING, offers={"42": table.training}), advice)

    def places() -> int | None:
        today = timezone.localdate()
        found = offers_for_advice(table.file.municipality_id, today)
        return next(offer.places_free for offer in found if offer.measure == "42")

    assert places() == 1
    assert [offer.taken for offer in offers_visible_to(table.tom)] == [
        0,
        1,
    ]  # The coach has no takers.
    second = decide(table.anna, table.file, Chosen(("not_now",), together=True), advice)
    assert second.replaces == first
    assert latest_decision(table.file) == second
    assert places() == 2
    assert list(decisions_of(table.file)) == [second, first]


def test_what_is_not_an_option_cannot_be_decided(table: Table) -> None:
    advice = show_advice(table.anna, table.file)
    for chosen in (
        Chosen((), together=True),
        Chosen(("21",), together=True),
        Chosen(("something_else",), together=True, words=" "),
    ):
        with pytest.raises(Refused):
            decide(table.anna, table.file, chosen, advice)
    assert Decision.objects.count() == 0
    for stranger in (table.karim, table.els):
        with pytest.raises(PermissionDenied):
            decide(stranger, table.file, TRAINING, advice)


def test_one_can_decide_without_advice(table: Table) -> None:
    switch_advice(table.tom, on=False, reason="Proef")
    made = decide(table.anna, table.file, TRAINING)
    assert made.advice is None
    assert [choice.name_words.nl for choice in made.choices.all()] == ["Training of opleiding"]
    with pytest.raises(Refused):
        decide(table.anna, table.file, Chosen(("99",), together=True))


def test_advice_of_somebody_else_cannot_be_decided_on(table: Table) -> None:
    from streekwerk.people.actions import files  # noqa: PLC0415

    other = files.open_file(table.anna, files.Intake("Mina", "Bos"))
    advice = show_advice(table.anna, other)
    with pytest.raises(PermissionDenied):
        decide(table.anna, table.file, TRAINING, advice)


def test_the_jobseeker_objects_and_correcting_makes_a_new_advice(table: Table) -> None:
    advice = show_advice(table.anna, table.file)
    objection = object_to(
        table.karim, table.file, ObjectionKind.DATA, "Ik heb maar 8 uur", advice=advice
    )
    assert objection.by_jobseeker
    record(table.karim, table.file, "hours_available", 8)
    answer = answer_objection(table.anna, objection, "Verbeterd, kijk mee")
    assert answer.advice is not None
    assert answer.advice.replaces == advice
    assert [c.key for c in given(answer.advice).closed] == ["42"]
    assert "42" in [option.key for option in given(advice).options]
    assert next(iter(objections_of(table.file))).answer == answer
    with pytest.raises(Refused):
        answer_objection(table.anna, objection, "Nog eens")
    with pytest.raises(Refused):
        object_to(table.karim, table.file, ObjectionKind.OTHER, "  ")
    with pytest.raises(PermissionDenied):
        object_to(table.els, table.file, ObjectionKind.OTHER, "Mag niet")
    with pytest.raises(PermissionDenied):
        answer_objection(table.karim, objection, "Zelf")


@pytest.mark.parametrize(
    "statement",
    [
        "update people_decision set reason = 'works'",
        "delete from people_decisionchoice",
        "update people_objection set words = 'niets'",
        "delete from people_objectionanswer",
    ],
)
def test_the_database_itself_keeps_decisions_as_they_were(table: Table, statement: str) -> None:
    decide(table.anna, table.file, TRAINING, show_advice(table.anna, table.file))
    objection = object_to(table.karim, table.file, ObjectionKind.DECISION, "Toch niet")
    answer_objection(table.anna, objection, "Dan kijken we opnieuw")
    with (
        pytest.raises((ProgrammingError, InternalError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

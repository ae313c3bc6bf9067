"""What happened with one's own people and the team's: by whom it is seen, and what it says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pytest
from django.core.exceptions import PermissionDenied
from tests.cast import person as account
from tests.people.people import Table, today

from streekwerk.accounts.models import Role, User
from streekwerk.guidance.follow_up.moments import months_after
from streekwerk.people.actions import reflection
from streekwerk.people.models import Decision, DecisionSupport, FollowUpAnswer, Person, Plan
from streekwerk.people.queries import feedback
from streekwerk.people.queries.feedback import followed, own_feedback, team_feedback, to_discuss
from streekwerk.people.queries.team import agreements, reflections
from streekwerk.people.refusals import Refused


@dataclass(frozen=True)
class Team:
    """The table with a third colleague, and years of people behind them."""

    table: Table
    third: User


def guided(user: User, months_ago: int, works: str | None, **values: object) -> Person:
    """Let ``user`` have made a plan with somebody, who told after seven months how it went."""
    here = user.municipality
    assert here is not None
    person = Person.objects.create(
        municipality=here, first_name="Iemand", last_name="X", caseworker=user, **values
    )
    began = months_after(today(), -months_ago)
    plan = Plan.objects.create(municipality=here, person=person, made_on=began, made_by=user)
    if works is not None:
        FollowUpAnswer.objects.create(
            municipality=here,
            person=person,
            plan=plan,
            months=6,
            question="working",
            answer=works,
            by_jobseeker=False,
            given_by=user,
            given_on=min(months_after(began, 7), today()),
        )
    return person


@pytest.fixture
def team(table: Table) -> Team:
    """Alice, Carol and a third, each with thirty people of earlier years and twelve of this."""
    third = account("teun", Role.CASEWORKER, table.alice.municipality)
    rng = np.random.default_rng(4)
    for user in (table.alice, table.carol, third):
        for number in range(42):
            months = 8 if number < 12 else 30
            born = today() - dt.timedelta(days=int(rng.integers(7_500, 21_000)))
            works = "yes" if rng.random() < 0.4 else "no"
            guided(user, months, works, birth_date=born)
    return Team(table, third)


def test_own_people_stand_against_the_colleagues(team: Team) -> None:
    at = own_feedback(team.table.alice, today())[0]
    assert (at.months, at.found.people, at.found.known, at.found.others) == (6, 42, 42, 84)
    assert at.found.enough
    mine = FollowUpAnswer.objects.filter(given_by=team.table.alice, answer="yes").count()
    assert at.found.happened == mine


def test_nobody_can_ask_for_somebody_elses_not_even_the_team_manager(team: Team) -> None:
    for other in (team.table.bob, team.table.anna_herself):
        with pytest.raises(PermissionDenied):
            own_feedback(other, today())
    assert own_feedback(team.table.charlie, today())[0].found.people == 0


def test_the_teams_year_stands_against_earlier_years(team: Team) -> None:
    found = team_feedback(team.table.bob, today())
    assert found.horizons is not None
    assert (found.horizons[0].found.people, found.horizons[0].found.others) == (36, 90)


def test_with_fewer_than_three_colleagues_nothing_of_the_team_is_shown(table: Table) -> None:
    for user in (table.alice, table.carol):
        for _ in range(15):
            guided(user, 8, "yes")
    assert team_feedback(table.bob, today()).horizons is None


def test_what_is_not_known_is_no_failure(table: Table) -> None:
    guided(table.alice, 8, None)
    guided(table.alice, 8, "unknown")
    guided(table.alice, 2, None)
    at = own_feedback(table.alice, today())[0]
    assert (at.found.people, at.found.known, at.soon) == (2, 0, 1)


def decided(user: User, did: bool | None) -> None:
    person = guided(user, 8, "yes")
    made = Decision.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        together=True,
        decided_by=user,
        decided_on=today(),
    )
    DecisionSupport.objects.create(
        municipality_id=person.municipality_id, person=person, decision=made, followed=did
    )


def test_almost_always_going_along_asks_a_question(team: Team) -> None:
    for user in (team.table.alice, team.table.carol, team.third):
        for _ in range(8):
            decided(user, True)
    decided(team.table.alice, None)
    found = followed(team.table.bob, today())
    assert (found.along, found.another_way, found.nothing_to_follow) == (24, 0, 1)
    assert found.asks_to_look
    assert found.share is not None
    assert found.after[0] is not None
    assert found.after[1] is None
    decided(team.table.alice, False)
    decided(team.table.alice, False)
    assert not followed(team.table.bob, today()).asks_to_look


def test_few_choices_ask_nothing(team: Team) -> None:
    for _ in range(feedback.FEWEST_DECISIONS - 1):
        decided(team.table.alice, True)
    found = followed(team.table.bob, today())
    assert not found.asks_to_look
    assert found.share is None, "one colleague stands behind it"


def test_cases_come_from_both_directions_and_carry_a_name_only_for_who_may_know(
    team: Team,
) -> None:
    seen = to_discuss(team.table.alice, today())
    assert {case.works for case in seen} == {True, False}
    assert all(
        case.person is None or case.person.caseworker_id == team.table.alice.pk for case in seen
    )
    assert any(case.person is None for case in seen)
    assert all(case.person is not None for case in to_discuss(team.table.bob, today()))
    days = [case.began for case in seen]
    assert days == sorted(days, reverse=True)


def test_a_team_keeps_what_it_talked_about_and_agreed(table: Table) -> None:
    talked = reflection.note_reflection(table.alice, "Eerst vragen naar opvang")
    agreed = reflection.agree(table.carol, "Opvang vragen", today(), talked)
    reflection.agreement_done(table.bob, agreed)
    (kept,) = agreements(table.alice)
    assert (kept.done_by, kept.done_on) == (table.bob, today())
    assert [each.words for each in reflections(table.bob)] == ["Eerst vragen naar opvang"]
    for outsider in (table.charlie, table.anna_herself):
        assert not agreements(outsider).exists()
        assert not reflections(outsider).exists()
    with pytest.raises(PermissionDenied):
        reflection.agreement_done(table.charlie, agreed)
    with pytest.raises(Refused):
        reflection.agree(table.alice, "  ")
    with pytest.raises(Refused):
        reflection.note_reflection(table.alice, " ")

"""A chain from proposal to vacancy: each answers for itself and sees only its own figures."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from tests.partners.factories import Stage
from tests.work.chained import Chained, proposed, set_up, values, weeks

from streekwerk.accounts.models import AuditEntry
from streekwerk.accounts.scope import Scope, acting
from streekwerk.matching.chains import stored
from streekwerk.matching.chains.check import breaches
from streekwerk.matching.fingerprint import fingerprint
from streekwerk.work.actions import chains, searching
from streekwerk.work.actions.chains import Reply, answer, confirm, next_version, propose, withdraw
from streekwerk.work.actions.demand import end_demand, save_demand
from streekwerk.work.actions.vacancies import end_vacancy
from streekwerk.work.models import (
    Answer,
    ChainCalculation,
    ChainMember,
    ChainProposal,
    ChainSearch,
    ChainState,
    SetState,
    Vacancy,
    VacancyState,
    WeeklyDemand,
)
from streekwerk.work.queries import chains as read
from streekwerk.work.queries.demand import demand_visible_to
from streekwerk.work.queries.vacancies import vacancies_visible_to
from streekwerk.work.refusals import Refused

YES = Reply(Answer.YES)


@pytest.fixture
def chained(stage: Stage) -> Chained:
    """Bring three employers with work by week on stage."""
    return set_up(stage)


def all_say(chained: Chained, proposal: ChainProposal, reply: Reply = YES) -> None:
    """Let every member answer the same, each in the own session."""
    for name, member in chained.members(proposal).items():
        user = chained.people[name]
        with acting(Scope.of(user)):
            mine = read.own_part(user, member.public_id)
            assert mine is not None
            answer(user, mine, reply)


def test_a_proposal_keeps_what_it_was_made_with_and_adds_up(chained: Chained) -> None:
    proposal = proposed(chained)
    members = chained.members(proposal)
    assert proposal.calculation.inputs_hash == fingerprint(proposal.calculation.inputs)
    demands = {d["key"]: stored.demand_from(d) for d in proposal.calculation.inputs["demands"]}
    job = stored.job_from(proposal.calculation.result["job"], demands)
    assert breaches(job, stored.rules_from(proposal.calculation.inputs["rules"])) == ()
    assert sum(each.keeps for each in members.values()) == job.value
    assert sum(each.pays for each in members.values()) == job.travel_and_sharing
    assert proposal.formal == chained.stage.bakery
    assert "te weinig" not in members["Tuinderij Groen"].words["nl"]
    assert "handen tekort" in members["Tuinderij Groen"].words["nl"]


def test_three_say_yes_and_the_adviser_confirms(chained: Chained) -> None:
    proposal = proposed(chained)
    alice = chained.stage.alice
    with pytest.raises(Refused):
        confirm(alice, proposal)
    all_say(chained, proposal)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.said_yes) == (ChainState.AGREED, 3)
    assert not Vacancy.objects.exists()
    with acting(Scope.of(alice)):
        (vacancy,) = confirm(alice, proposal)
    assert vacancy.employer == chained.stage.bakery
    assert vacancy.working_weeks == 52
    assert {place["name"] for place in vacancy.places} == set(chained.people)
    assert chained.garden.agreements.get().what.startswith("Gedeelde baan met")
    assert AuditEntry.objects.filter(action="chain.confirmed").count() == 1
    with pytest.raises(Refused):
        answer(chained.tim, chained.members(proposal)["Tuinderij Groen"], YES)
    end_vacancy(alice, vacancy, VacancyState.FILLED)
    with pytest.raises(Refused):
        end_vacancy(alice, vacancy, VacancyState.WITHDRAWN)


def test_own_terms_make_a_next_version_and_keep_this_one(chained: Chained) -> None:
    proposal = proposed(chained)
    garden = chained.members(proposal)["Tuinderij Groen"]
    with pytest.raises(Refused):
        next_version(chained.stage.alice, proposal)
    with pytest.raises(Refused):
        answer(chained.tim, garden, Reply(Answer.CHANGES))
    terms = Reply(Answer.CHANGES, "In de herfstvakantie zijn wij dicht.", 60, (40,))
    answer(chained.tim, garden, terms)
    made = next_version(chained.stage.alice, proposal)
    proposal.refresh_from_db()
    made.refresh_from_db()
    assert proposal.state == ChainState.REPLACED
    assert (made.number, made.earlier, made.said_yes) == (2, proposal, 1)
    mine = chained.members(made)["Tuinderij Groen"]
    assert mine.answer == Answer.YES
    assert mine.half_hours[39] == 0
    assert max(mine.half_hours) <= 60
    assert garden.half_hours[39] > 0


def test_a_no_needs_a_reason_and_stops_the_proposal(chained: Chained) -> None:
    proposal = proposed(chained)
    garden = chained.members(proposal)["Tuinderij Groen"]
    with pytest.raises(Refused):
        answer(chained.tim, garden, Reply(Answer.NO, "  "))
    answer(chained.tim, garden, Reply(Answer.NO, "Wij stoppen met dit gewas."))
    proposal.refresh_from_db()
    assert proposal.state == ChainState.DECLINED
    with pytest.raises(Refused):
        withdraw(chained.stage.alice, proposal)


def test_an_answer_can_be_taken_back_until_it_is_confirmed(chained: Chained) -> None:
    proposal = proposed(chained)
    all_say(chained, proposal)
    garden = chained.members(proposal)["Tuinderij Groen"]
    answer(chained.tim, garden, Reply(Answer.CHANGES, "toch minder", 50))
    proposal.refresh_from_db()
    assert (proposal.state, proposal.said_yes) == (ChainState.OPEN, 2)


def test_only_the_own_employer_answers_and_only_advisers_propose(chained: Chained) -> None:
    proposal = proposed(chained)
    garden = chained.members(proposal)["Tuinderij Groen"]
    stage = chained.stage
    for user in (stage.alice, stage.bas_himself, stage.carol, stage.charlie):
        with pytest.raises(PermissionDenied):
            answer(user, garden, YES)
    for user in (stage.bas_himself, stage.carol, stage.dana, stage.charlie):
        with pytest.raises(PermissionDenied):
            propose(user, chained.asked)
        with pytest.raises(PermissionDenied):
            withdraw(user, proposal)


def test_what_cannot_be_is_refused_with_reasons(chained: Chained) -> None:
    far = save_demand(chained.stage.alice, chained.garden, values("Snoeien", weeks(0, 2), level=3))
    asked = chains.Asked.of((far, *chained.rows[1:]), "large", 15.0)
    with pytest.raises(Refused) as refused:
        propose(chained.stage.alice, asked)
    assert "niveau" in refused.value.words.nl


def test_the_database_shows_a_member_its_own_part_only(chained: Chained) -> None:
    proposal = proposed(chained)
    with acting(Scope.of(chained.tim)):
        assert [each.employer_id for each in ChainMember.objects.all()] == [chained.garden.pk]
        assert ChainProposal.objects.get().pk == proposal.pk
        assert not ChainCalculation.objects.exists()
        assert not ChainSearch.objects.exists()
        assert {each.employer_id for each in WeeklyDemand.objects.all()} == {chained.garden.pk}
    with acting(Scope.of(chained.stage.charlie)):
        for model in (ChainProposal, ChainMember, ChainCalculation, WeeklyDemand, Vacancy):
            assert not model.objects.exists(), model
    two = chained.rows[:2]
    save_demand(chained.stage.alice, chained.stage.bakery, values("Winkel", weeks(0, 64)), two[1])
    pair = propose(
        chained.stage.alice,
        chains.Asked.of([WeeklyDemand.objects.get(pk=row.pk) for row in two], "large", 15.0),
    )
    with acting(Scope.of(chained.stage.lia_herself)):
        assert pair.pk not in ChainProposal.objects.values_list("pk", flat=True)


def test_vacancies_are_for_who_guides_and_seeks_in_the_region(chained: Chained) -> None:
    proposal = proposed(chained)
    all_say(chained, proposal)
    confirm(chained.stage.alice, proposal)
    stage = chained.stage
    for user, number in (
        (stage.carol, 1),
        (stage.bob, 1),
        (stage.lia_herself, 1),
        (stage.charlie, 0),
    ):
        with acting(Scope.of(user)):
            assert vacancies_visible_to(user).count() == number, user
    vacancy = Vacancy.objects.get()
    end_vacancy(stage.alice, vacancy, VacancyState.WITHDRAWN)
    assert not vacancies_visible_to(stage.carol).exists()
    assert vacancies_visible_to(stage.alice).exists()


def test_a_search_finds_the_chain_and_says_how_good_it_is(chained: Chained) -> None:
    alice = chained.stage.alice
    asked = searching.ask_for_search(alice, ["large"], 15.0, seconds=1.0)
    with pytest.raises(Refused):
        searching.ask_for_search(alice, ["large"], 15.0)
    searching.perform(asked.pk)
    asked.refresh_from_db()
    assert asked.state == SetState.DONE
    assert asked.inputs_hash == fingerprint(asked.inputs)
    (found,) = asked.found
    assert found["value"] == asked.figures["value"]
    assert asked.figures["gap"] == pytest.approx(0.0)
    assert len(found["job"]["shares"]) >= 2
    assert len(asked.figures["kept"]) == len(found["job"]["shares"])


def test_a_search_can_be_stopped_and_a_lost_one_is_told(chained: Chained) -> None:
    alice = chained.stage.alice
    asked = searching.ask_for_search(alice, ["large"], 15.0, seconds=1.0)
    searching.stop_search(alice, asked)
    searching.perform(asked.pk)
    asked.refresh_from_db()
    assert asked.state == SetState.CANCELLED
    again = searching.ask_for_search(alice, ["large"], 15.0, seconds=1.0)
    searching.give_up_on(again.pk)
    again.refresh_from_db()
    assert again.state == SetState.FAILED
    assert again.failure_words is not None


def test_work_by_week_is_named_once_and_ended_not_lost(chained: Chained) -> None:
    stage, row = chained.stage, chained.rows[1]
    with pytest.raises(Refused):
        save_demand(stage.bas_himself, stage.bakery, values("Inpakken", weeks(1, 1)))
    with pytest.raises(Refused):
        save_demand(stage.bas_himself, stage.bakery, values("Niets", weeks(0, 0)))
    with pytest.raises(PermissionDenied):
        save_demand(stage.lia_herself, stage.bakery, values("Iets", weeks(1, 1)))
    end_demand(stage.bas_himself, row)
    assert row not in demand_visible_to(stage.alice)
    save_demand(stage.bas_himself, stage.bakery, values("Inpakken", weeks(1, 1)))
    assert WeeklyDemand.objects.filter(title="Inpakken").count() == 2

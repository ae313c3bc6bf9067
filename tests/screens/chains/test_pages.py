"""What the pages of chains say, to whom, and in how many queries."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import signed_in
from tests.partners.factories import Stage, set_stage
from tests.work.chained import Chained, proposed, set_up, values, weeks

from streekwerk.matching.chains.demand import WEEKS
from streekwerk.matching.inventory_file.weeks import write_demand
from streekwerk.partners.network import network_for
from streekwerk.screens.chains.bench import euros
from streekwerk.screens.chains.forms import AnswerForm, DemandForm
from streekwerk.work.actions.chains import Reply, answer, confirm, propose
from streekwerk.work.actions.demand import save_demand
from streekwerk.work.models import Answer, ChainProposal, WeeklyDemand
from streekwerk.work.queries.demand import titled


@pytest.fixture
def stage(db: None) -> Stage:
    """Bring everybody on stage."""
    return set_stage()


@pytest.fixture
def chained(stage: Stage) -> Chained:
    """Bring three employers with work by week on stage."""
    return set_up(stage)


def text(page: object) -> str:
    """Return what a page says."""
    return page.content.decode()  # type: ignore[attr-defined,no-any-return]  # a response


def say_yes(chained: Chained, proposal: ChainProposal) -> None:
    """Let all three accept."""
    for name, member in chained.members(proposal).items():
        answer(chained.people[name], member, Reply(Answer.YES))


def test_a_member_reads_its_own_amounts_and_nobody_else_s(chained: Chained) -> None:
    proposal = proposed(chained)
    members = chained.members(proposal)
    mine = members["Tuinderij Groen"]
    page = text(signed_in(chained.tim).get(reverse("chains:part", args=[mine.public_id])))
    assert euros(mine.gained) in page
    assert "Bakkerij Zonnebrood geeft het contract" in page
    assert "hebben wij niet nagegaan" in page
    for name, other in members.items():
        if name != "Tuinderij Groen":
            assert euros(other.gained) not in page
            there = reverse("chains:part", args=[other.public_id])
            assert signed_in(chained.tim).get(there).status_code == 404


def test_three_answers_take_equal_effort_and_two_ask_why(chained: Chained) -> None:
    for chosen, valid in ((Answer.YES, True), (Answer.CHANGES, False), (Answer.NO, False)):
        assert AnswerForm({"answer": chosen.value}).is_valid() is valid
        assert AnswerForm({"answer": chosen.value, "reason": "Daarom"}).is_valid()
    wrong = AnswerForm({"answer": "changes", "reason": "x", "not_weeks": "30, 53"})
    assert "not_weeks" in wrong.errors
    right = AnswerForm({"answer": "changes", "reason": "x", "not_weeks": "30; 31", "most": "20.5"})
    assert right.is_valid()
    assert (right.reply().not_weeks, right.reply().most) == ((30, 31), 41)


def test_by_hand_says_every_reason_why_not(chained: Chained) -> None:
    stage = chained.stage
    other = save_demand(stage.alice, stage.bakery, values("Leiding", weeks(0, 2), level=4))
    keys = {"one": chained.rows[0].public_id, "two": other.public_id, "three": ""}
    asked = {**keys, "form": "large", "within": "1"}
    page = text(signed_in(stage.alice).get(reverse("chains:by-hand"), asked))
    assert "Zo past het niet" in page
    assert "niveau" in page
    assert "Twee werkplekken liggen 3 km uit elkaar" in page
    assert "Stel deze keten voor" not in page


def test_lists_take_a_fixed_number_of_queries(
    chained: Chained, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    alice = signed_in(chained.stage.alice)
    first = proposed(chained)
    say_yes(chained, first)
    confirm(chained.stage.alice, first)
    pages = ("chains:overview", "chains:vacancies", "chains:searches")
    with django_assert_max_num_queries(40):
        for name in pages:
            assert alice.get(reverse(name)).status_code == 200
    for _ in range(3):
        propose(chained.stage.alice, chained.asked)
    with django_assert_max_num_queries(40):
        for name in pages:
            assert alice.get(reverse(name)).status_code == 200


def test_a_confirmed_chain_is_on_the_map_and_in_the_file(chained: Chained) -> None:
    stage = chained.stage
    assert network_for(stage.alice).together == ()
    proposal = proposed(chained)
    say_yes(chained, proposal)
    confirm(stage.alice, proposal)
    pairs = {(each.one, each.other) for each in network_for(stage.alice).together}
    ids = sorted((stage.bakery.pk, stage.laundry.pk, chained.garden.pk))
    assert pairs == {(ids[0], ids[1]), (ids[0], ids[2]), (ids[1], ids[2])}
    there = reverse("adviser:employer", args=[chained.garden.public_id])
    page = text(signed_in(stage.alice).get(there))
    assert reverse("chains:proposal", args=[proposal.public_id]) in page


def test_busy_weeks_become_a_year_over_its_turn(chained: Chained) -> None:
    sent = {
        "title": "Sorteren",
        "level": "1",
        "worth": "6.00",
        "how": "busy",
        "ordinary": "1.5",
        "busy": "24",
        "busy_from": "48",
        "busy_to": "3",
    }
    form = DemandForm(None, sent)
    assert form.is_valid(), form.errors
    made = form.values()
    assert [week for week, half in enumerate(made["half_hours"], start=1) if half == 48] == [
        1,
        2,
        3,
        48,
        49,
        50,
        51,
        52,
    ]
    assert made["half_hours"][20] == 3
    assert made["worth"] == 300
    assert not DemandForm(None, {**sent, "busy_from": ""}).is_valid()


def test_a_workbook_replaces_by_name_or_says_what_is_wrong(chained: Chained) -> None:
    garden, tim = chained.garden, signed_in(chained.tim)
    there = reverse("chains:demand-upload", args=[garden.public_id])
    written = BytesIO()
    row = chained.rows[0]
    row.half_hours = [3] * WEEKS
    write_demand(written, "nl", [titled(row)])
    sent = SimpleUploadedFile("weken.xlsx", written.getvalue())
    assert tim.post(there, {"file": sent}).status_code == 302
    row.refresh_from_db()
    assert row.half_hours == [3] * WEEKS
    assert WeeklyDemand.objects.filter(employer=garden).count() == 1
    wrong = tim.post(there, {"file": SimpleUploadedFile("weken.xlsx", b"niets")})
    assert wrong.status_code == 422


def test_a_jobseekers_reading_says_nothing_of_money_or_groups(chained: Chained) -> None:
    proposal = proposed(chained)
    say_yes(chained, proposal)
    (vacancy,) = confirm(chained.stage.alice, proposal)
    there = reverse("chains:vacancy", args=[vacancy.public_id])
    page = text(signed_in(chained.stage.carol).get(there))
    assert "U werkt bij 3 werkgevers" in page
    assert "€" not in page
    for word in ("uitkering", "subsidie", "doelgroep", "loonwaarde"):
        assert word not in page.split("<main", 1)[1]

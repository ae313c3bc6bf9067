"""Options at the table: what a caseworker sees, answers and decides; and who sees nothing."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast, signed_in
from tests.people.options.table import Table, publish_round

from streekwerk.accounts.models import User
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.objections import object_to, switch_advice
from streekwerk.people.models import AdviceRecord, Decision, Judgement, ObjectionKind, Step
from streekwerk.people.queries.decisions import latest_decision


def at(name: str, table: Table, *more: object) -> str:
    return reverse(f"caseworker:{name}", args=[table.file.public_id, *more])


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


@pytest.fixture
def anna(table: Table) -> Client:
    return signed_in(table.anna)


def test_the_overview_shows_options_in_order_with_law_effect_and_sureness(
    table: Table, anna: Client
) -> None:
    html = page(anna, at("options", table))
    names = re.findall(r'sw-option__name"><a[^>]*>([^<]+)<', html)
    assert names == [
        "Coaching naar werk",
        "Training of opleiding",
        "Eerst meer weten",
        "Iets anders",
        "Nu niet",
    ]
    assert "Pw art. 7 lid 1" in html
    assert "Wat deze stap doet, weten we niet." in html
    assert "Vanaf wanneer kunt u beginnen?" in html
    assert AdviceRecord.objects.count() == 1


def test_one_option_says_what_it_does_and_where_that_comes_from(
    table: Table, anna: Client, cast: Cast, real_card: EvidenceCard
) -> None:
    publish_round(cast.dana, real_card)
    html = page(anna, at("option", table, "40"))
    assert "Van de 100 mensen" in html
    assert "<svg" in html
    assert "Gemeten in de regio Testregio" in html
    assert "Hoe zeker is dat?" in html
    assert page(anna, at("option", table, "not_now"))
    assert anna.get(at("option", table, "21")).status_code == 404


def test_questions_are_answered_on_the_spot(table: Table, anna: Client) -> None:
    asked = at("answer-question", table)
    anna.post(asked, {"question": "voorziening_noodzakelijk@42", "value": "yes", "back": "42"})
    assert Judgement.objects.get().value is True
    anna.post(asked, {"question": "available_from@", "value": "2027-01-04"})
    anna.post(asked, {"question": "law:in_zoektermijn@", "value": "no"})
    assert table.file.facts.filter(field="law:in_zoektermijn").get().value is False
    html = page(anna, at("options", table))
    assert "Vanaf wanneer kunt u beginnen?" not in html
    anna.post(asked, {"question": "law:leeftijd@", "value": "1990-03-01"})
    assert table.file.facts.get(field="birth_date").value == "1990-03-01"
    for question in ("nationaliteit@", "leeftijd@", "voorziening_noodzakelijk@"):
        assert anna.post(asked, {"question": question, "value": "yes"}).status_code == 400
    anna.post(asked, {"question": "hours_available@", "value": "900"})
    assert not table.file.facts.filter(value=900).exists()


def test_two_or_three_options_stand_side_by_side(table: Table, anna: Client) -> None:
    html = page(anna, at("compare-options", table) + "?o=42&o=40&o=not_now")
    assert html.index("Coaching naar werk") < html.index("Training of opleiding")
    assert anna.get(at("compare-options", table) + "?o=42").status_code == 302


def test_deciding_takes_one_screen_and_every_option_the_same(table: Table, anna: Client) -> None:
    page(anna, at("options", table))
    html = page(anna, at("choose", table))
    # Every option is one box of the same kind; none is chosen beforehand.
    boxes = re.findall(r'<input type="checkbox"[^>]*name="options"[^>]*>', html)
    assert len(boxes) == 5
    assert not any("checked" in box for box in boxes)
    for options in (["42"], ["not_now"]):
        answer = anna.post(at("choose", table), {"options": options, "together": "yes"})
        made = latest_decision(table.file)
        assert made is not None
        assert answer["Location"] == at("decision", table, made.public_id)
    assert Decision.objects.count() == 2
    assert Step.objects.count() == 3


def test_a_decision_needs_a_choice_and_keeps_what_was_filled_in(table: Table, anna: Client) -> None:
    page(anna, at("options", table))
    answer = anna.post(at("choose", table), {"together": "yes", "wish_words": "Buiten werken"})
    html = answer.content.decode()
    assert "Kies minstens één mogelijkheid." in html
    assert "Buiten werken" in html
    assert Decision.objects.count() == 0


def test_the_picked_offer_and_both_views_are_kept(table: Table, anna: Client) -> None:
    page(anna, at("options", table))
    anna.post(
        at("choose", table),
        {
            "options": ["42"],
            "offer-42": str(table.training.public_id),
            "together": "no",
            "wish": "something_else",
            "wish_words": "Liever buiten",
            "view": "42",
            "reason": "works",
        },
    )
    made = Decision.objects.get()
    assert made.choices.get().offer == table.training
    assert (made.wish, made.view, made.reason, made.together) == (
        "something_else",
        "42",
        "works",
        False,
    )
    html = page(anna, at("decision", table, made.public_id))
    assert "Liever buiten" in html
    assert "Lassen, ROC" in html


def test_nothing_on_the_pages_scores_the_person(
    table: Table, anna: Client, cast: Cast, real_card: EvidenceCard
) -> None:
    publish_round(cast.dana, real_card)
    for address in (at("options", table), at("option", table, "40"), at("choose", table)):
        html = page(anna, address).lower()
        for word in ("score", "ranking", "beste keuze", "aanbevolen", "kansrijk", "data-rank"):
            assert word not in html, (address, word)


def test_the_plan_and_the_decision_on_paper(table: Table, anna: Client) -> None:
    made = decide(
        table.anna, table.file, Chosen(("42",), together=True), show_advice(table.anna, table.file)
    )
    for address in (
        at("plan-pdf", table),
        at("plan-pdf", table) + "?taal=en",
        at("decision-pdf", table, made.public_id),
    ):
        answer = anna.get(address)
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")


def test_objecting_answering_and_the_older_advice(table: Table, anna: Client) -> None:
    page(anna, at("options", table))
    old = AdviceRecord.objects.get()
    anna.post(at("objection", table), {"kind": "data", "words": "Ik heb 8 uur"})
    objection = table.file.objections.get()
    assert "Ik heb 8 uur" in page(anna, at("options", table))
    assert "Ik heb 8 uur" in page(anna, at("objection", table))
    address = at("answer-objection", table, objection.public_id)
    page(anna, address)
    anna.post(at("answer-question", table), {"question": "hours_available@", "value": "8"})
    assert anna.post(address, {"words": "Verbeterd"}).status_code == 302
    assert AdviceRecord.objects.count() == 2
    html = page(anna, at("stored-advice", table, old.public_id))
    assert "Training of opleiding" in html
    assert "hours_available" in html
    assert "Verbeterd" in page(anna, at("objection", table))


def test_without_advice_one_can_still_choose_and_print(table: Table, anna: Client) -> None:
    switch_advice(table.tom, on=False, reason="Eerst nakijken")
    assert "Eerst nakijken" in page(anna, at("options", table))
    assert anna.get(at("option", table, "42")).status_code == 404
    assert "Lassen" in page(anna, at("choose", table))
    anna.post(at("choose", table), {"options": ["42"], "together": "yes"})
    made = Decision.objects.get()
    assert page(anna, at("decision", table, made.public_id))
    assert anna.get(at("plan-pdf", table)).status_code == 200
    assert AdviceRecord.objects.count() == 0


def _strangers(table: Table, cast: Cast) -> tuple[User, ...]:
    return (table.els, cast.alice, cast.charlie, table.karim)


def test_nobody_else_gets_in(table: Table, cast: Cast) -> None:
    advice = show_advice(table.anna, table.file)
    made = decide(table.anna, table.file, Chosen(("42",), together=True), advice)
    objection = object_to(table.anna, table.file, ObjectionKind.OTHER, "Kijk nog eens")
    addresses = [
        at("options", table),
        at("option", table, "42"),
        at("compare-options", table),
        at("choose", table),
        at("objection", table),
        at("answer-objection", table, objection.public_id),
        at("plan-pdf", table),
        at("decision", table, made.public_id),
        at("decision-pdf", table, made.public_id),
        at("stored-advice", table, advice.public_id),
    ]
    for stranger in _strangers(table, cast):
        client = signed_in(stranger)
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code in {403, 404}, (stranger, address)
            assert b"Karim" not in answer.content or stranger == table.karim
        assert client.post(at("choose", table), {"options": ["42"]}).status_code in {403, 404}
        assert client.post(at("answer-question", table), {}).status_code in {403, 404}
    assert Decision.objects.count() == 1


def test_a_page_of_options_takes_few_queries(
    table: Table, anna: Client, django_assert_max_num_queries: object
) -> None:
    page(anna, at("options", table))
    with django_assert_max_num_queries(45):  # type: ignore[operator]
        page(anna, at("options", table))

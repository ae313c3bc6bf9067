"""Options at the desk: what a caseworker sees, answers and decides; and who sees nothing."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast, signed_in
from tests.people.options.desk import Desk, publish_round

from streekwerk.accounts.models import User
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.objections import object_to, switch_advice
from streekwerk.people.models import AdviceRecord, Decision, Judgement, ObjectionKind, Step
from streekwerk.people.queries.decisions import latest_decision


def at(name: str, desk: Desk, *more: object) -> str:
    return reverse(f"caseworker:{name}", args=[desk.file.public_id, *more])


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


@pytest.fixture
def anna(desk: Desk) -> Client:
    return signed_in(desk.anna)


def test_the_overview_shows_options_in_order_with_law_effect_and_sureness(
    desk: Desk, anna: Client
) -> None:
    html = page(anna, at("options", desk))
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
    desk: Desk, anna: Client, cast: Cast, real_card: EvidenceCard
) -> None:
    publish_round(cast.dana, real_card)
    html = page(anna, at("option", desk, "40"))
    assert "Van de 100 mensen" in html
    assert "<svg" in html
    assert "Gemeten in de regio Testregio" in html
    assert "Hoe zeker is dat?" in html
    assert page(anna, at("option", desk, "not_now"))
    assert anna.get(at("option", desk, "21")).status_code == 404


def test_questions_are_answered_on_the_spot(desk: Desk, anna: Client) -> None:
    asked = at("answer-question", desk)
    anna.post(asked, {"question": "voorziening_noodzakelijk@42", "value": "yes", "back": "42"})
    assert Judgement.objects.get().value is True
    anna.post(asked, {"question": "available_from@", "value": "2027-01-04"})
    anna.post(asked, {"question": "law:in_zoektermijn@", "value": "no"})
    assert desk.file.facts.filter(field="law:in_zoektermijn").get().value is False
    html = page(anna, at("options", desk))
    assert "Vanaf wanneer kunt u beginnen?" not in html
    anna.post(asked, {"question": "law:leeftijd@", "value": "1990-03-01"})
    assert desk.file.facts.get(field="birth_date").value == "1990-03-01"
    for question in ("nationaliteit@", "leeftijd@", "voorziening_noodzakelijk@"):
        assert anna.post(asked, {"question": question, "value": "yes"}).status_code == 400
    anna.post(asked, {"question": "hours_available@", "value": "900"})
    assert not desk.file.facts.filter(value=900).exists()


def test_two_or_three_options_stand_side_by_side(desk: Desk, anna: Client) -> None:
    html = page(anna, at("compare-options", desk) + "?o=42&o=40&o=not_now")
    assert html.index("Coaching naar werk") < html.index("Training of opleiding")
    assert anna.get(at("compare-options", desk) + "?o=42").status_code == 302


def test_deciding_takes_one_screen_and_every_option_the_same(desk: Desk, anna: Client) -> None:
    page(anna, at("options", desk))
    html = page(anna, at("choose", desk))
    # Every option is one box of the same kind; none is chosen beforehand.
    boxes = re.findall(r'<input type="checkbox"[^>]*name="options"[^>]*>', html)
    assert len(boxes) == 5
    assert not any("checked" in box for box in boxes)
    for options in (["42"], ["not_now"]):
        answer = anna.post(at("choose", desk), {"options": options, "together": "yes"})
        made = latest_decision(desk.file)
        assert made is not None
        assert answer["Location"] == at("decision", desk, made.public_id)
    assert Decision.objects.count() == 2
    assert Step.objects.count() == 3


def test_a_decision_needs_a_choice_and_keeps_what_was_filled_in(desk: Desk, anna: Client) -> None:
    page(anna, at("options", desk))
    answer = anna.post(at("choose", desk), {"together": "yes", "wish_words": "Buiten werken"})
    html = answer.content.decode()
    assert "Kies minstens één mogelijkheid." in html
    assert "Buiten werken" in html
    assert Decision.objects.count() == 0


def test_the_picked_offer_and_both_views_are_kept(desk: Desk, anna: Client) -> None:
    page(anna, at("options", desk))
    anna.post(
        at("choose", desk),
        {
            "options": ["42"],
            "offer-42": str(desk.training.public_id),
            "together": "no",
            "wish": "something_else",
            "wish_words": "Liever buiten",
            "view": "42",
            "reason": "works",
        },
    )
    made = Decision.objects.get()
    assert made.choices.get().offer == desk.training
    assert (made.wish, made.view, made.reason, made.together) == (
        "something_else",
        "42",
        "works",
        False,
    )
    html = page(anna, at("decision", desk, made.public_id))
    assert "Liever buiten" in html
    assert "Lassen, ROC" in html


def test_nothing_on_the_pages_scores_the_person(
    desk: Desk, anna: Client, cast: Cast, real_card: EvidenceCard
) -> None:
    publish_round(cast.dana, real_card)
    for address in (at("options", desk), at("option", desk, "40"), at("choose", desk)):
        html = page(anna, address).lower()
        for word in ("score", "ranking", "beste keuze", "aanbevolen", "kansrijk", "data-rank"):
            assert word not in html, (address, word)


def test_the_plan_and_the_decision_on_paper(desk: Desk, anna: Client) -> None:
    made = decide(
        desk.anna, desk.file, Chosen(("42",), together=True), show_advice(desk.anna, desk.file)
    )
    for address in (
        at("plan-pdf", desk),
        at("plan-pdf", desk) + "?taal=en",
        at("decision-pdf", desk, made.public_id),
    ):
        answer = anna.get(address)
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")


def test_objecting_answering_and_the_older_advice(desk: Desk, anna: Client) -> None:
    page(anna, at("options", desk))
    old = AdviceRecord.objects.get()
    anna.post(at("objection", desk), {"kind": "data", "words": "Ik heb 8 uur"})
    objection = desk.file.objections.get()
    assert "Ik heb 8 uur" in page(anna, at("options", desk))
    assert "Ik heb 8 uur" in page(anna, at("objection", desk))
    address = at("answer-objection", desk, objection.public_id)
    page(anna, address)
    anna.post(at("answer-question", desk), {"question": "hours_available@", "value": "8"})
    assert anna.post(address, {"words": "Verbeterd"}).status_code == 302
    assert AdviceRecord.objects.count() == 2
    html = page(anna, at("stored-advice", desk, old.public_id))
    assert "Training of opleiding" in html
    assert "hours_available" in html
    assert "Verbeterd" in page(anna, at("objection", desk))


def test_without_advice_one_can_still_choose_and_print(desk: Desk, anna: Client) -> None:
    switch_advice(desk.tom, on=False, reason="Eerst nakijken")
    assert "Eerst nakijken" in page(anna, at("options", desk))
    assert anna.get(at("option", desk, "42")).status_code == 404
    assert "Lassen" in page(anna, at("choose", desk))
    anna.post(at("choose", desk), {"options": ["42"], "together": "yes"})
    made = Decision.objects.get()
    assert page(anna, at("decision", desk, made.public_id))
    assert anna.get(at("plan-pdf", desk)).status_code == 200
    assert AdviceRecord.objects.count() == 0


def _strangers(desk: Desk, cast: Cast) -> tuple[User, ...]:
    return (desk.els, cast.alice, cast.charlie, desk.karim)


def test_nobody_else_gets_in(desk: Desk, cast: Cast) -> None:
    advice = show_advice(desk.anna, desk.file)
    made = decide(desk.anna, desk.file, Chosen(("42",), together=True), advice)
    objection = object_to(desk.anna, desk.file, ObjectionKind.OTHER, "Kijk nog eens")
    addresses = [
        at("options", desk),
        at("option", desk, "42"),
        at("compare-options", desk),
        at("choose", desk),
        at("objection", desk),
        at("answer-objection", desk, objection.public_id),
        at("plan-pdf", desk),
        at("decision", desk, made.public_id),
        at("decision-pdf", desk, made.public_id),
        at("stored-advice", desk, advice.public_id),
    ]
    for stranger in _strangers(desk, cast):
        client = signed_in(stranger)
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code in {403, 404}, (stranger, address)
            assert b"Karim" not in answer.content or stranger == desk.karim
        assert client.post(at("choose", desk), {"options": ["42"]}).status_code in {403, 404}
        assert client.post(at("answer-question", desk), {}).status_code in {403, 404}
    assert Decision.objects.count() == 1


def test_a_page_of_options_takes_few_queries(
    desk: Desk, anna: Client, django_assert_max_num_queries: object
) -> None:
    page(anna, at("options", desk))
    with django_assert_max_num_queries(45):  # type: ignore[operator]
        page(anna, at("options", desk))

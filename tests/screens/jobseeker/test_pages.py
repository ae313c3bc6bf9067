"""Anna on her own pages; Dirk, who has a file too, sees none of hers."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import signed_in
from tests.people.people import Table, set_table

from streekwerk.accounts import audit
from streekwerk.accounts.models import AuditEntry
from streekwerk.guidance.consents import Purpose
from streekwerk.guidance.file.source import FactSource
from streekwerk.guidance.plan.goals import GoalKind
from streekwerk.guidance.plan.steps import Who
from streekwerk.people import queries
from streekwerk.people.actions import files, plans
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.files import give_account
from streekwerk.people.models import AdviceRecord, AdviceSeen, Decision, Objection, Person, Step
from streekwerk.people.queries.consents import consents, is_left_out
from streekwerk.people.queries.requests import requests_of


@dataclass(frozen=True)
class Own:
    """Anna's file with a plan and a choice, her browser, Dirk's, and Alice's."""

    table: Table
    anna: Client
    dirk: Client
    alice: Client
    step: Step
    advice: AdviceRecord
    decision: Decision

    @property
    def person(self) -> Person:
        """Anna's file, afresh."""
        return Person.objects.get(pk=self.table.anna.pk)


@pytest.fixture
def own(db: None) -> Own:
    """Bring everybody on stage."""
    table = set_table()
    files.record(table.alice, table.anna, "wish_work", "Weer in een keuken")
    files.record(table.alice, table.anna, "last_work", "Kok", source=FactSource.CASEWORKER)
    plans.set_goal(table.alice, table.anna, "Kok in een verzorgingshuis", GoalKind.PAID_WORK)
    due = dt.date.today() + dt.timedelta(days=3)
    step = plans.add_step(
        table.alice, table.anna, plans.NewStep("Bellen met Jan", Who.JOBSEEKER, due)
    )
    advice = show_advice(table.alice, table.anna)
    decision = decide(table.alice, table.anna, Chosen(("not_now",), together=True), advice)
    return Own(
        table,
        signed_in(table.anna_herself),
        signed_in(table.dirk_himself),
        signed_in(table.alice),
        step,
        advice,
        decision,
    )


def at(name: str, *args: Any) -> str:
    """Return an address of the portal."""
    return reverse(f"jobseeker:{name}", args=args)


def page(client: Client, name: str, *args: Any) -> str:
    """Return a page that must open."""
    answer = client.get(at(name, *args))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def test_the_start_shows_the_wish_and_asks_one_thing(own: Own) -> None:
    html = page(own.anna, "start")
    assert "Weer in een keuken" in html
    assert html.count('class="sw-next"') == 1
    assert at("step", own.step.public_id) in html
    assert "Weer in een keuken" not in page(own.dirk, "start")


@pytest.mark.parametrize(
    "name",
    ["start", "story", "wishes", "details", "complete", "questions", "later", "plan", "options",
     "rights", "looks", "consents", "use", "keeping", "everything", "disagree", "asked", "ask"],
)  # fmt: skip
def test_every_page_opens_for_who_has_everything_and_who_has_nothing(own: Own, name: str) -> None:
    assert "Anna" not in page(own.dirk, name).replace("Mijn mensen", "")
    assert page(own.anna, name)


def test_without_a_file_it_says_so(own: Own) -> None:
    Person.objects.filter(pk=own.table.dirk.pk).update(user=None)
    assert "Er is nog geen dossier van u" in page(own.dirk, "start")


@pytest.mark.parametrize("name", ["step", "decision", "decision-pdf", "receipt", "request"])
def test_of_another_it_does_not_exist(own: Own, name: str) -> None:
    things = {
        "step": own.step,
        "decision": own.decision,
        "decision-pdf": own.decision,
        "receipt": _objected(own),
        "request": _asked(own),
    }
    assert own.anna.get(at(name, things[name].public_id)).status_code == 200
    assert own.dirk.get(at(name, things[name].public_id)).status_code == 404
    if name in {"step", "decision"}:
        posted = own.dirk.post(at(name, things[name].public_id), {"event": "done"})
        assert posted.status_code == 404


def _objected(own: Own) -> Objection:
    own.anna.post(at("disagree"), {"kind": "other", "words": "Dit klopt niet"})
    return Objection.objects.get()


def _asked(own: Own) -> Any:
    own.anna.post(at("ask"), {"words": "Hulp bij mijn cv"})
    return requests_of(own.person).get()


def test_changing_the_own_words_is_at_once(own: Own) -> None:
    given = {"value": "Liever bakken", "state": "known"}
    assert own.anna.post(at("field", "wish_work"), given).status_code == 302
    now = queries.history_of(own.table.alice, own.person, "wish_work")
    assert now is not None
    assert [fact.value for fact in now.facts] == ["Liever bakken", "Weer in een keuken"]
    assert now.facts[0].source_now is FactSource.JOBSEEKER


def test_not_wanting_to_say_is_an_answer(own: Own) -> None:
    own.anna.post(at("field", "wish_work"), {"value": "", "state": "declined"})
    assert "wil de werkzoekende niet zeggen" in page(own.anna, "field", "wish_work")


def test_what_the_municipality_recorded_is_asked_to_be_corrected(own: Own) -> None:
    field, correction = at("field", "last_work"), at("correction", "last_work")
    assert own.anna.get(field).url == correction  # type: ignore[attr-defined]  # a redirect
    own.anna.post(field, {"value": "Bakker", "state": "known"})
    answer = own.anna.post(correction, {"words": "Ik was bakker"}, follow=True)
    assert "Wij hebben uw vraag ontvangen" in answer.content.decode()
    now = queries.history_of(own.table.alice, own.person, "last_work")
    assert now is not None
    assert now.value == "Kok", "nothing changes before somebody decided"
    assert "u vroeg om verbetering" in page(own.anna, "details")


def test_the_caseworker_sees_it_and_corrects(own: Own) -> None:
    own.anna.post(at("correction", "last_work"), {"words": "Ik was bakker"})
    asked = requests_of(own.person).get()
    person_page = reverse("caseworker:person", args=[own.person.public_id])
    assert "Ik was bakker" in own.alice.get(person_page).content.decode()
    answer_page = reverse("caseworker:answer-request", args=[own.person.public_id, asked.public_id])
    assert own.alice.get(answer_page).status_code == 200
    refused = own.alice.post(answer_page, {"granted": "yes", "value": "", "source": "jobseeker"})
    assert "Vul in wat het moet zijn" in refused.content.decode()
    own.alice.post(answer_page, {"granted": "yes", "value": "Bakker", "source": "document"})
    html = page(own.anna, "request", asked.public_id)
    assert "verbeterd" in html
    assert "U krijgt antwoord op uiterlijk" not in html
    assert "Bakker" in page(own.anna, "details")
    assert "Ik was bakker" not in own.alice.get(person_page).content.decode()


def test_a_refusal_tells_how_to_go_on(own: Own) -> None:
    own.anna.post(at("correction", "last_work"), {"words": "Ik was bakker"})
    asked = requests_of(own.person).get()
    answer_page = reverse("caseworker:answer-request", args=[own.person.public_id, asked.public_id])
    answer = own.alice.post(answer_page, {"granted": "no", "source": "jobseeker", "words": ""})
    assert "Schrijf waarom u het niet verbetert" in answer.content.decode()
    given = {"granted": "no", "source": "jobseeker", "words": "Op papier staat kok", "value": ""}
    own.alice.post(answer_page, given)
    html = page(own.anna, "request", asked.public_id)
    assert "Op papier staat kok" in html
    assert "UAVG art. 34" in html


def test_a_step_is_done_or_not_yet_and_help_is_asked(own: Own) -> None:
    address = at("step", own.step.public_id)
    own.anna.post(address, {"event": "not_done"})
    assert _step(own).state == "planned", "without a reason nothing happens"
    own.anna.post(address, {"event": "not_done", "reason": "not_said"})
    assert _step(own).state == "not_done"
    own.anna.post(address, {"event": "reopened"})
    own.anna.post(address, {"event": "done"})
    own.anna.post(address, {"event": "came_of", "outcome": "clearer"})
    assert _step(own).state == "done"
    assert "duidelijker wat wel en niet past" in page(own.anna, "step", own.step.public_id)
    own.anna.post(address, {"event": "help", "words": "Ik durf niet te bellen"})
    asked = requests_of(own.person).get()
    assert (asked.step, asked.words) == (own.step, "Ik durf niet te bellen")


def _step(own: Own) -> Step:
    return Step.objects.get(pk=own.step.pk)


def test_the_questions_can_be_answered_and_skipped(own: Own) -> None:
    html = page(own.anna, "subject", "search")
    assert "Onderwerp" in html
    own.anna.post(at("subject", "search"), {"search_do": "2", "search_do_eigen": "Elke week"})
    own.anna.post(at("subject", "confidence"), {})
    own.anna.post(at("finish-questions"))
    (asked,) = own.person.rounds.all()
    assert [(each.question, each.level) for each in asked.answers.all()] == [("search_do", 2)]
    assert asked.finished_at is not None
    assert "Elke week" in page(own.anna, "questions")


def test_the_options_are_the_stored_ones_and_a_preference_is_kept(own: Own) -> None:
    names = [option.name.nl for option in own.advice.record.given().options]
    html = page(own.anna, "options")
    assert all(name in html for name in names)
    assert AdviceRecord.objects.count() == 1, "looking makes no new advice"
    assert AdviceSeen.objects.filter(user=own.table.anna_herself).exists()
    own.anna.post(at("option", "not_now"), {"words": "Eerst rust"})
    assert "Nu niet" in page(own.anna, "options")
    person_page = reverse("caseworker:person", args=[own.person.public_id])
    assert "Eerst rust" in own.alice.get(person_page).content.decode()
    own.anna.post(at("ask-advice"))
    own.anna.post(at("ask-advice"))
    assert requests_of(own.person).count() == 1
    assert own.anna.get(at("option", "99")).status_code == 404


def test_agreeing_is_one_click_and_so_is_disagreeing(own: Own) -> None:
    html = page(own.anna, "decision", own.decision.public_id)
    assert f"{at('disagree')}?keuze={own.decision.public_id}" in html
    own.anna.post(at("decision", own.decision.public_id))
    assert "dat u het eens bent" in page(own.anna, "decision", own.decision.public_id)


def test_the_receipt_says_what_happens_and_by_when(own: Own) -> None:
    address = f"{at('disagree')}?keuze={own.decision.public_id}"
    answer = own.anna.post(
        address, {"kind": "decision", "words": "Ik wil wel iets doen"}, follow=True
    )
    html = answer.content.decode()
    assert Objection.objects.get().decision == own.decision
    for words in ("Wij hebben het ontvangen", "Awb art. 7:10", "verschillend gedacht", "uiterlijk"):
        assert words in html


def test_another_ones_choice_cannot_be_objected_to(own: Own) -> None:
    address = f"{at('disagree')}?keuze={own.decision.public_id}"
    own.dirk.post(address, {"kind": "decision", "words": "Nee"})
    assert Objection.objects.get().decision is None
    assert own.dirk.get(f"{at('disagree')}?keuze=nonsens").status_code == 200


def test_consent_is_given_and_withdrawn_with_one_click(own: Own) -> None:
    for given in ("yes", "no"):
        own.anna.post(at("consents"), {"purpose": "employers", "given": given})
        assert consents(own.person, Purpose.EMPLOYERS) == (given == "yes")
    assert "toestemming ingetrokken" in page(own.anna, "consents")
    for wrong in ({"purpose": "iets", "given": "yes"}, {"purpose": "employers"}):
        assert own.anna.post(at("consents"), wrong).status_code == 400


def test_objecting_to_use_and_taking_it_back(own: Own) -> None:
    own.anna.post(at("use"), {"words": ""})
    assert is_left_out(own.person)
    assert "uw gegevens doen niet mee" in page(own.anna, "use")
    own.anna.post(at("use"))
    assert not is_left_out(own.person)


def test_who_looked_is_told_in_words(own: Own) -> None:
    assert "Nog niemand keek" in page(own.anna, "looks")
    own.alice.get(reverse("caseworker:file", args=[own.person.public_id]))
    audit.looked(own.table.bob, own.table.dirk, "caseworker:plan")
    html = page(own.anna, "looks")
    assert "Alice" in html
    assert "Uw gegevens" in html
    assert "Bob" not in html
    assert "caseworker:" not in html


def test_everything_can_be_taken_along(own: Own) -> None:
    answer = own.anna.get(at("everything-json"))
    assert answer["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    kept = json.loads(answer.content)
    assert kept["file"]["person"][0]["first_name"] == "Anna"
    assert own.anna.get(at("everything-pdf")).content.startswith(b"%PDF")
    assert own.anna.get(at("plan-pdf")).content.startswith(b"%PDF")
    assert AuditEntry.objects.filter(action="own_data.downloaded").count() == 2


def test_an_invitation_from_the_file_is_shown_once(own: Own) -> None:
    Person.objects.filter(pk=own.table.anna.pk).update(user=None)
    address = reverse("caseworker:invite", args=[own.person.public_id])
    person_page = reverse("caseworker:person", args=[own.person.public_id])
    assert "Nodig uit" in own.alice.get(person_page).content.decode()
    assert "http" in own.alice.post(address, {"make": "1"}).content.decode()
    assert "Uitgenodigd op" in own.alice.get(person_page).content.decode()


def test_in_english_nothing_dutch_remains(own: Own) -> None:
    own.table.anna_herself.language = "en"
    own.table.anna_herself.save()
    assert "You said" not in page(own.anna, "start")
    assert "Your steps" in page(own.anna, "plan")
    assert "My rights" in page(own.anna, "rights")


@pytest.mark.parametrize(("name", "most"), [("start", 40), ("details", 25), ("plan", 30)])
def test_pages_ask_a_fixed_number_of_queries(
    own: Own, name: str, most: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        plans.add_step(own.table.alice, own.person, plans.NewStep(f"Stap {number}", Who.CASEWORKER))
        own.anna.post(at("ask"), {"words": f"Vraag {number}"})
    with django_assert_max_num_queries(most):
        own.anna.get(at(name))


def test_a_closed_file_can_be_read_and_rights_stay(own: Own) -> None:
    give_account(None, own.table.anna, own.table.anna_herself)
    files.close_file(own.table.alice, own.table.anna)
    for name in ("start", "details", "options", "plan", "rights", "everything"):
        page(own.anna, name)
    own.anna.post(at("step", own.step.public_id), {"event": "done"})
    assert _step(own).state == "planned"
    own.anna.post(at("consents"), {"purpose": "research", "given": "yes"})
    assert consents(own.person, Purpose.RESEARCH)

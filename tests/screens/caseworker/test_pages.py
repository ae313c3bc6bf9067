"""What the pages show, to whom, and that everything works without script."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import signed_in
from tests.people.people import Table
from tests.screens.caseworker.conftest import Scene

from streekwerk.guidance.instrument.mechanisms import MECHANISMS
from streekwerk.people.actions.files import Intake, open_file
from streekwerk.people.models import Conversation, DiagnosisAnswer, Fact, Person, Plan, Step

OF_A_PERSON = (
    "person",
    "timeline",
    "file",
    "ask",
    "development",
    "goal",
    "plan",
    "new-step",
    "look-back",
    "begin-conversation",
)


def page(client: Client, name: str, *args: object) -> str:
    """Return the text of a page that must be there."""
    answer = client.get(reverse(f"caseworker:{name}", args=args))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


@pytest.mark.parametrize("name", OF_A_PERSON)
def test_every_page_has_the_name_and_is_not_for_others(scene: Scene, name: str) -> None:
    table = scene.table
    assert "Anna de Vries" in page(signed_in(table.alice), name, table.anna.public_id)
    assert "Anna de Vries" in page(signed_in(table.bob), name, table.anna.public_id)
    url = reverse(f"caseworker:{name}", args=[table.anna.public_id])
    assert signed_in(table.charlie).get(url).status_code == 404
    assert signed_in(table.anna_herself).get(url).status_code == 403
    assert Client().get(url).status_code == 302
    asked = signed_in(table.carol).get(url)
    assert asked.status_code == 302
    assert asked.url == reverse("caseworker:reason", args=[table.anna.public_id])


def test_who_was_never_asked_anything_has_a_page_without_lines(scene: Scene) -> None:
    alice = scene.table.alice
    new = open_file(alice, Intake("Nadia", "Bakker"))
    assert "voor het eerst gevraagd" in page(
        signed_in(alice), "development", scene.table.anna.public_id
    )
    assert "voor het eerst gevraagd" not in page(signed_in(alice), "development", new.public_id)


def test_todays_reasons_are_counted_among_ones_own_people_only(scene: Scene) -> None:
    alice, carol = scene.table.alice, scene.table.carol
    for each in (alice, alice, carol):
        open_file(each, Intake("Nadia", "Bakker"))
    with CaptureQueriesContext(connection) as caught:
        found = signed_in(alice).get(reverse("caseworker:today")).context
    # Two of Alice's three people have no plan; Carol's one is not hers.
    numbers = {each.key: n for name in ("reasons", "any_day") for each, n in found.get(name) or ()}
    assert numbers["geen-plan"] == 2
    assert len(caught) <= 36


def test_a_person_who_is_not_there_and_one_of_another_town_look_the_same(scene: Scene) -> None:
    charlie = signed_in(scene.table.charlie)
    for public_id in (scene.table.anna.public_id, uuid.uuid4()):
        for name in ("person", "reason"):
            assert charlie.get(reverse(f"caseworker:{name}", args=[public_id])).status_code == 404


def test_the_overview_puts_the_wish_first_and_names_one_next_thing(scene: Scene) -> None:
    whole = page(signed_in(scene.table.alice), "person", scene.table.anna.public_id)
    assert whole.index("Ik wil brood bakken") < whole.index("Wat nu")
    assert whole.count('class="sw-next"') == 1
    assert "Meelopen bij de bakker" in whole
    assert "Nog te vragen" in whole


def test_a_team_manager_does_not_read_about_money(scene: Scene) -> None:
    args = scene.table.anna.public_id
    assert "Zorgen over geld" in page(signed_in(scene.table.alice), "file", args)
    assert "Zorgen over geld" not in page(signed_in(scene.table.bob), "file", args)
    url = reverse("caseworker:field", args=[args, "money_worries"])
    assert signed_in(scene.table.bob).get(url).status_code == 404
    assert signed_in(scene.table.alice).get(url).status_code == 200


def test_a_colleague_gives_a_reason_and_comes_in(table: Table) -> None:
    carol = signed_in(table.carol)
    url = reverse("caseworker:reason", args=[table.anna.public_id])
    assert "Alice" in carol.get(url).content.decode()
    assert carol.post(url, {"reason": "x"}).status_code == 200
    assert carol.post(url, {"reason": "Alice is met verlof"}).status_code == 302
    assert "Alice is met verlof" in page(signed_in(table.bob), "timeline", table.anna.public_id)
    assert "Anna de Vries" in page(carol, "caseload")


def test_an_intake_needs_a_name_only(table: Table) -> None:
    alice = signed_in(table.alice)
    url = reverse("caseworker:intake")
    assert "klopt" in alice.post(url, {"first_name": "Eva"}).content.decode()
    done = alice.post(
        url, {"first_name": "Eva", "last_name": "Öz", "wish_work": "Buiten werken", "phone": ""}
    )
    eva = Person.objects.get(first_name="Eva")
    assert done.url == reverse("caseworker:person", args=[eva.public_id])
    assert eva.caseworker == table.alice
    assert eva.pseudonym is None
    assert "Buiten werken" in page(alice, "person", eva.public_id)


@pytest.mark.parametrize("bsn", ["123", "999999999", "000000000"])
def test_a_number_that_is_no_bsn_is_refused_and_never_kept(table: Table, bsn: str) -> None:
    people = Person.objects.count()
    sent = {"first_name": "Eva", "last_name": "Bos", "bsn": bsn}
    answer = signed_in(table.alice).post(reverse("caseworker:intake"), sent)
    assert "geldig burgerservicenummer" in answer.content.decode()
    assert Person.objects.count() == people


def test_what_is_not_known_is_asked_and_may_stay_open(table: Table) -> None:
    alice, args = signed_in(table.alice), table.anna.public_id
    before = Fact.objects.count()
    url = reverse("caseworker:ask", args=[args])
    sent = {"hours_available": "16", "transport": ["bicycle"], "phone": "geen nummer", "care": []}
    assert alice.post(url, sent).status_code in {200, 302}
    sent["phone"] = ""
    assert alice.post(url, sent).status_code == 302
    assert Fact.objects.count() == before + 2
    assert "fiets" in page(alice, "person", args)


def test_a_field_is_corrected_with_its_source_and_history(scene: Scene) -> None:
    alice, args = signed_in(scene.table.alice), scene.table.anna.public_id
    url = reverse("caseworker:field", args=[args, "wish_work"])
    assert alice.post(url, {"state": "known", "source": "jobseeker"}).status_code == 200
    sent = {"value": "Taarten maken", "state": "known", "source": "caseworker", "note": "gebeld"}
    assert alice.post(url, sent).status_code == 302
    whole = alice.get(url).content.decode()
    assert whole.index("Taarten maken") < whole.index("Ik wil brood bakken")
    assert "gebeld" in whole
    assert alice.post(url, {"state": "not_yet", "source": "jobseeker"}).status_code == 302
    assert "Nog niet bekend" in page(alice, "person", args)
    assert alice.get(reverse("caseworker:field", args=[args, "nationality"])).status_code == 404


def test_a_conversation_goes_through_its_parts_without_script(table: Table) -> None:
    alice, args = signed_in(table.alice), table.anna.public_id
    begun = alice.post(
        reverse("caseworker:begin-conversation", args=[args]),
        {"kind": "intake", "channel": "office"},
    )
    talk = Conversation.objects.get()
    assert begun.url == reverse("caseworker:talk", args=[args, talk.public_id, "wens"])
    going = alice.post(begun.url, {"wish_work": "Koken", "next": "1"})
    for each in MECHANISMS:
        assert going.url.endswith(f"/{each.key}/")
        assert each.questions[0].words.nl in alice.get(going.url).content.decode()
        sent = {each.questions[0].key: "3", each.questions[1].key: "unknown", "next": "1"}
        going = alice.post(going.url, sent)
    assert DiagnosisAnswer.objects.count() == 14
    assert going.url.endswith("/afspraken/")
    step = {"stap-what": "Bellen", "stap-who": "jobseeker", "step": "1", "agreements": "We bellen"}
    assert alice.post(going.url, {**step, "stap-who": "other"}).status_code == 200
    assert not Step.objects.exists()
    assert alice.post(going.url, step).url == going.url
    assert Step.objects.get().what == "Bellen"
    ended = reverse("caseworker:round-off", args=[args, talk.public_id])
    assert alice.post(ended, {"agreements": "We bellen dinsdag"}).status_code == 302
    whole = page(alice, "conversation", args, talk.public_id)
    assert "We bellen dinsdag" in whole
    assert "voor het eerst gevraagd" in page(alice, "development", args)
    talk.refresh_from_db()
    assert talk.closed_at is not None


def test_an_answer_is_kept_at_once_and_last_time_can_be_shown(scene: Scene) -> None:
    alice, args = signed_in(scene.table.alice), scene.table.anna.public_id
    sent = {"kind": "diagnosis", "channel": "office"}
    alice.post(reverse("caseworker:begin-conversation", args=[args]), sent)
    talk = Conversation.objects.get(closed_at=None)
    url = reverse("caseworker:talk", args=[args, talk.public_id, "confidence"])
    kept = alice.post(url, {"confidence_find": "4"}, headers={"HX-Request": "true"})
    assert "Bewaard om" in kept.content.decode()
    assert DiagnosisAnswer.objects.get(round__finished_at=None).level == 4
    assert "het wisselt" not in alice.get(url).content.decode()
    assert "weinig vertrouwen (“het wisselt”)" in alice.get(f"{url}?vorige=1").content.decode()
    again = reverse("caseworker:conversation", args=[args, talk.public_id])
    assert alice.get(again).url.endswith("/motivation/")


def test_steps_are_settled_moved_and_taken_up_again(scene: Scene) -> None:
    alice, args = signed_in(scene.table.alice), scene.table.anna.public_id
    url = reverse("caseworker:step", args=[args, scene.step.public_id])
    assert alice.post(url, {"event": "vliegen"}).status_code == 400
    assert alice.post(url, {"event": "not_done"}).status_code == 200
    assert alice.post(url, {"event": "moved", "due": "2030-01-01"}).status_code == 302
    assert alice.post(url, {"event": "not_done", "reason": "too_big"}).status_code == 302
    assert "de stap was te groot" in page(alice, "plan", args)
    assert alice.post(url, {"event": "done"}).status_code == 302
    scene.step.refresh_from_db()
    assert scene.step.state == "not_done", "a settled step is not done over"
    assert alice.post(url, {"event": "reopened", "due": "2030-02-01"}).status_code == 302
    assert alice.post(url, {"event": "done"}).status_code == 302
    scene.step.refresh_from_db()
    assert scene.step.state == "done"
    assert (
        alice.post(reverse("caseworker:plan", args=[args]), {"on": "2030-03-01"}).status_code == 302
    )
    sent = {"words": "Anna werkt", "result": "reached"}
    assert alice.post(reverse("caseworker:look-back", args=[args]), sent).status_code == 302
    assert Plan.objects.get().closed_on is not None


def test_a_step_of_somebody_else_is_not_found_under_anna(scene: Scene) -> None:
    alice = signed_in(scene.table.alice)
    other = open_file(scene.table.alice, Intake("Eva", "Bos"))
    url = reverse("caseworker:step", args=[other.public_id, scene.step.public_id])
    assert alice.get(url).status_code == 404
    talk = reverse("caseworker:conversation", args=[other.public_id, scene.talk.public_id])
    assert alice.get(talk).status_code == 404


def test_the_list_is_filtered_and_never_ranked(scene: Scene) -> None:
    alice = signed_in(scene.table.alice)
    for name in ("Bo", "Cas", "Dee"):
        open_file(scene.table.alice, Intake(name, f"Van{name}"))
    url = reverse("caseworker:caseload")
    found = alice.get(url, {"naam": "vanbo"}).content.decode()
    assert "VanBo" in found
    assert "VanCas" not in found
    reason = alice.get(url, {"reden": "geen-plan"}).content.decode()
    assert "VanCas" in reason
    assert "de Vries" not in reason
    assert "Niemand past" in alice.get(url, {"naam": "qqq"}).content.decode()
    assert alice.get(url, {"reden": "kans", "volgorde": "kans", "page": "x"}).status_code == 200
    team = signed_in(scene.table.bob).get(url, {"van": str(scene.table.carol.public_id)})
    assert "Éclair" in team.content.decode()
    assert "de Vries" not in team.content.decode()


def test_finding_shows_a_name_and_whose_it_is_and_no_more(scene: Scene) -> None:
    found = signed_in(scene.table.carol).get(reverse("caseworker:find"), {"naam": "vries"})
    text = found.content.decode()
    assert "Anna de Vries" in text
    assert "Alice" in text
    assert "brood" not in text
    nobody = signed_in(scene.table.charlie).get(reverse("caseworker:find"), {"naam": "vries"})
    assert "Anna" not in nobody.content.decode()


def test_handing_over(scene: Scene) -> None:
    url = reverse("caseworker:assign", args=[scene.table.anna.public_id])
    bob = signed_in(scene.table.bob)
    assert bob.post(url, {"caseworker": "charlie"}).status_code == 302
    scene.table.anna.refresh_from_db()
    assert scene.table.anna.caseworker == scene.table.alice
    assert bob.post(url, {"caseworker": "carol"}).status_code == 302
    scene.table.anna.refresh_from_db()
    assert scene.table.anna.caseworker == scene.table.carol
    assert bob.get(url).status_code == 405


def count(client: Client, url: str) -> int:
    """Return how many queries a page takes, once everything is warm."""
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_list_takes_as_many_queries_for_forty_as_for_four(scene: Scene) -> None:
    alice = signed_in(scene.table.alice)
    url = reverse("caseworker:caseload")
    for n in range(3):
        open_file(scene.table.alice, Intake(f"A{n}", "Bos", values={"wish_work": "Iets"}))
    few = count(alice, url)
    for n in range(36):
        open_file(scene.table.alice, Intake(f"B{n}", "Bos", values={"wish_work": "Iets"}))
    assert count(alice, url) == few
    assert few <= 30


def test_the_overview_takes_as_many_queries_for_a_long_history(scene: Scene) -> None:
    from streekwerk.guidance.plan.steps import Who  # noqa: PLC0415
    from streekwerk.people.actions import files, plans  # noqa: PLC0415

    alice = signed_in(scene.table.alice)
    url = reverse("caseworker:person", args=[scene.table.anna.public_id])
    few = count(alice, url)
    for n in range(20):
        files.record(scene.table.alice, scene.table.anna, "hours_available", n)
        plans.add_step(scene.table.alice, scene.table.anna, plans.NewStep(f"S{n}", Who.CASEWORKER))
    assert count(alice, url) == few
    assert few <= 45


def test_looking_is_written_down(scene: Scene) -> None:
    from streekwerk.accounts.models import AuditEntry  # noqa: PLC0415

    page(signed_in(scene.table.bob), "file", scene.table.anna.public_id)
    looks = AuditEntry.objects.filter(action="person.looked", actor=scene.table.bob)
    assert [look.detail for look in looks] == [{"page": "caseworker:file"}]


def test_english_is_complete(scene: Scene) -> None:
    scene.table.alice.language = "en"
    scene.table.alice.save()
    alice = signed_in(scene.table.alice)
    for name in OF_A_PERSON:
        whole = page(alice, name, scene.table.anna.public_id)
        for dutch in ("Overzicht<", "Gegevens<", "afgesproken", "Wat nu", "Terug<", "Bewaar<"):
            assert dutch not in whole, (name, dutch)

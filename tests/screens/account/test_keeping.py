"""An administrator fills in the term, proposes and decides, without seeing whose file it is."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import person, signed_in
from tests.people.people import Table, set_table

from streekwerk.accounts.models import Role, User
from streekwerk.people.actions import files, requests
from streekwerk.people.actions.retention import propose, set_term
from streekwerk.people.models import Destruction, Person, RetentionTerm

KEEPING, TERM = reverse("account:keeping"), reverse("account:term")
PROPOSE = reverse("account:propose-destruction")


@pytest.fixture
def table(db: None) -> Table:
    return set_table()


@pytest.fixture
def adam(table: Table) -> User:
    return administrator(table, "adam")


def administrator(table: Table, name: str) -> User:
    made = person(name, Role.ADMINISTRATOR, table.anna.municipality)
    made.set_unusable_password()
    made.save()
    return made


def closed_long_ago(table: Table) -> Person:
    files.close_file(table.alice, table.anna)
    Person.objects.filter(pk=table.anna.pk).update(closed_on=dt.date(2015, 5, 1))
    return table.anna


def text(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_nothing_is_listed_before_the_term_is_filled_in(table: Table, adam: User) -> None:
    browser, old = signed_in(adam), closed_long_ago(table)
    assert "Nog niet ingevuld" in text(browser, KEEPING)
    answer = browser.post(TERM, {"months": "0", "source": ""})
    assert answer.status_code == 200
    assert not RetentionTerm.objects.exists()
    browser.post(TERM, {"months": "60", "source": "Selectielijst gemeenten 2020, 11.1"})
    shown = text(browser, KEEPING)
    assert "60 maanden na het sluiten. Selectielijst gemeenten 2020, 11.1." in shown
    assert f"> {str(old.public_id)[:8]}</label>" in shown
    assert "Anna" not in shown
    assert "de Vries" not in shown


def test_one_proposes_and_another_destroys(table: Table, adam: User) -> None:
    old, ada = closed_long_ago(table), administrator(table, "ada")
    set_term(adam, 60, "Selectielijst")
    signed_in(adam).post(PROPOSE, {"file": [str(old.public_id)]})
    waits = Destruction.objects.get()
    decide = reverse("account:decide-keeping", args=[waits.public_id])
    gone = reverse("account:destroy-file", args=[waits.public_id])
    assert "Een andere beheerder beslist" in text(signed_in(adam), decide)
    signed_in(adam).post(gone)
    assert Person.objects.filter(pk=old.pk).exists()
    assert "Vernietig dit dossier" in text(signed_in(ada), decide)
    signed_in(ada).post(gone)
    assert not Person.objects.filter(pk=old.pk).exists()
    shown = text(signed_in(ada), KEEPING)
    assert "Voorgesteld door Adam, bevestigd door Ada" in shown
    assert signed_in(ada).get(decide).status_code == 404


def test_who_is_alone_is_told_that_a_second_person_is_needed(table: Table, adam: User) -> None:
    assert "Er is een tweede beheerder nodig" in text(signed_in(adam), KEEPING)
    administrator(table, "ada")
    assert "Er is een tweede beheerder nodig" not in text(signed_in(adam), KEEPING)


def test_a_file_is_put_aside_with_a_reason_that_stays_with_it(table: Table, adam: User) -> None:
    old, ada = closed_long_ago(table), administrator(table, "ada")
    set_term(adam, 60, "Selectielijst")
    decide = reverse("account:decide-keeping", args=[propose(adam, old).public_id])
    assert signed_in(ada).post(decide, {"words": ""}).status_code == 200
    signed_in(ada).post(decide, {"words": "Er loopt een beroep"})
    assert "Eerder bewaard: Er loopt een beroep" in text(signed_in(ada), KEEPING)


def test_nonsense_proposes_nothing(table: Table, adam: User) -> None:
    set_term(adam, 60, "Selectielijst")
    browser = signed_in(adam)
    assert browser.post(PROPOSE, {"file": ["onzin"]}).status_code == 404
    browser.post(PROPOSE, {"file": [str(table.dirk.public_id)]})
    browser.post(PROPOSE)
    assert not Destruction.objects.exists()


def test_a_list_of_any_length_takes_the_same_queries(
    table: Table, adam: User, django_assert_max_num_queries: object
) -> None:
    set_term(adam, 60, "Selectielijst")
    for number in range(12):
        made = files.open_file(table.alice, files.Intake(f"P{number}", "Oud"))
        files.close_file(table.alice, made)
    Person.objects.filter(last_name="Oud").update(closed_on=dt.date(2015, 5, 1))
    browser = signed_in(adam)
    with django_assert_max_num_queries(22):  # type: ignore[operator]  # a fixture of pytest-django
        assert text(browser, KEEPING).count('name="file"') == 12


def test_a_jobseeker_asks_in_the_portal_and_reads_the_answer(table: Table) -> None:
    own = signed_in(table.anna_herself)
    assert "Vraag om alles te wissen" in text(own, reverse("jobseeker:rights"))
    asked = own.post(reverse("jobseeker:erase"), {"words": "Ik wil weg"})
    assert "AVG art. 17" in text(own, asked.url)
    request = table.anna.requests.get()
    answer = reverse("caseworker:answer-request", args=[table.anna.public_id, request.public_id])
    browser = signed_in(table.alice)
    assert "lid 3 onder b" in text(browser, answer)
    assert browser.post(answer, {"granted": "no", "words": ""}).status_code == 200
    browser.post(answer, {"granted": "no", "words": "De selectielijst zegt tien jaar."})
    shown = text(own, asked.url)
    assert "De selectielijst zegt tien jaar." in shown
    assert "bezwaar maken" in shown
    assert not Destruction.objects.exists()
    assert requests.ask_erasure(table.anna_herself, table.anna, "Toch").is_open


def test_the_portal_says_how_long_files_are_kept(table: Table, adam: User) -> None:
    own, address = signed_in(table.anna_herself), reverse("jobseeker:keeping")
    assert "nog niet ingevuld" in text(own, address)
    set_term(adam, 60, "Selectielijst 11.1")
    assert "60 maanden nadat uw dossier sluit (Selectielijst 11.1)" in text(own, address)

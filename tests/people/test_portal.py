"""What a jobseeker may say and ask: Anna for herself, and nobody else for her."""

from __future__ import annotations

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction
from tests.people.people import Table

from streekwerk.accounts.entry.actions import accept
from streekwerk.accounts.models import AuditEntry, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries.queries import left_out, pseudonyms_left_out
from streekwerk.guidance.consents import Purpose, current_text
from streekwerk.guidance.file.source import FactSource
from streekwerk.people import queries
from streekwerk.people.actions import consents, files, replies, requests
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.invitations import invite_person
from streekwerk.people.actions.objections import answer_objection, object_to
from streekwerk.people.models import (
    Agreement,
    Consent,
    JobseekerRequest,
    ObjectionKind,
    Person,
    Preference,
    UseObjection,
)
from streekwerk.people.models.request import REGISTER
from streekwerk.people.queries.consents import consents as does_consent
from streekwerk.people.queries.consents import is_left_out
from streekwerk.people.queries.requests import own_person, register_of
from streekwerk.people.refusals import Refused
from streekwerk.people.signals import signals_of
from streekwerk.people.timeline import timeline


def others(table: Table) -> tuple[User, ...]:
    """Return everybody but Anna."""
    return (table.alice, table.bob, table.carol, table.charlie, table.dirk_himself)


def say(table: Table, *, given: bool) -> None:
    """Let Anna say yes or no to employers."""
    consents.say(table.anna_herself, table.anna, Purpose.EMPLOYERS, given=given, language="nl")


def test_consent_is_none_until_given_and_ends_when_withdrawn(table: Table) -> None:
    assert not does_consent(table.anna, Purpose.EMPLOYERS)
    say(table, given=True)
    assert does_consent(table.anna, Purpose.EMPLOYERS)
    assert not does_consent(table.anna, Purpose.RESEARCH)
    assert not does_consent(table.dirk, Purpose.EMPLOYERS)
    say(table, given=False)
    assert not does_consent(table.anna, Purpose.EMPLOYERS)
    kept = list(Consent.objects.order_by("pk").values_list("given", "version", "text", "language"))
    text = current_text(Purpose.EMPLOYERS)
    assert kept == [(given, text.version, text.text.nl, "nl") for given in (True, False)]


def test_saying_the_same_again_adds_nothing(table: Table) -> None:
    say(table, given=False)
    assert Consent.objects.count() == 0
    say(table, given=True)
    say(table, given=True)
    assert Consent.objects.count() == 1


def test_nobody_consents_objects_or_asks_for_another(table: Table) -> None:
    advice = show_advice(table.alice, table.anna)
    decision = decide(table.alice, table.anna, Chosen(("not_now",), together=True), advice)
    for user in others(table):
        for attempt in (
            lambda u: consents.say(u, table.anna, Purpose.RESEARCH, given=True, language="nl"),
            lambda u: consents.object_to_use(u, table.anna, out=True),
            lambda u: requests.ask_help(u, table.anna, "Hulp"),
            lambda u: requests.ask_new_advice(u, table.anna, "Opnieuw"),
            lambda u: requests.ask_correction(u, table.anna, "last_work", "Fout"),
            lambda u: replies.prefer(u, table.anna, advice, "not_now"),
            lambda u: replies.agree(u, decision),
        ):
            with pytest.raises(PermissionDenied):
                attempt(user)
    for model in (Consent, UseObjection, JobseekerRequest, Preference, Agreement):
        assert not model.objects.exists()


@pytest.mark.parametrize("what", ["update", "delete"])
def test_history_stays_whoever_asks(table: Table, what: str) -> None:
    say(table, given=True)
    kept = Consent.objects.all()
    with pytest.raises(DatabaseError), transaction.atomic():
        _ = kept.update(given=False) if what == "update" else kept.delete()
    assert does_consent(table.anna, Purpose.EMPLOYERS)


def test_an_objection_to_use_reaches_the_records_and_is_taken_back(table: Table) -> None:
    pseudonym = uuid.uuid4()
    Person.objects.filter(pk=table.anna.pk).update(pseudonym=pseudonym)
    table.anna.refresh_from_db()
    home = table.anna.municipality_id
    with acting(Scope.of(table.anna_herself)):
        consents.object_to_use(table.anna_herself, table.anna, out=True, words="Liever niet")
        consents.object_to_use(table.anna_herself, table.anna, out=True)
        assert is_left_out(table.anna)
        assert left_out([home]) == (), "the own session sees no records of deliveries"
    with acting(Scope.of_municipality(home)):
        assert pseudonyms_left_out(left_out([home])) == [pseudonym]
    consents.object_to_use(table.anna_herself, table.anna, out=False)
    with acting(Scope.of_municipality(home)):
        assert left_out([home]) == ()
    assert [row.out for row in UseObjection.objects.order_by("pk")] == [True, False]
    log = AuditEntry.objects.filter(action="use.objected").get()
    assert "Liever niet" not in str(log.detail)


def test_who_was_never_delivered_can_object_all_the_same(table: Table) -> None:
    consents.object_to_use(table.anna_herself, table.anna, out=True)
    assert is_left_out(table.anna)
    assert left_out([table.anna.municipality_id]) == ()


def test_a_correction_that_is_granted_keeps_what_stood(table: Table) -> None:
    files.record(table.alice, table.anna, "last_work", "Kok", source=FactSource.CASEWORKER)
    asked = requests.ask_correction(table.anna_herself, table.anna, "last_work", "Ik was bakker")
    with pytest.raises(Refused):
        requests.ask_correction(table.anna_herself, table.anna, "last_work", "Nog eens")
    requests.answer(table.alice, asked, "", granted=True, new=requests.NewValue("Bakker"))
    now = queries.history_of(table.alice, table.anna, "last_work")
    assert now is not None
    assert [fact.value for fact in now.facts] == ["Bakker", "Kok"]
    asked.refresh_from_db()
    assert (asked.fact, asked.answer.fact) == (now.facts[1], now.facts[0])
    with pytest.raises(Refused):
        requests.answer(table.alice, asked, "Nog eens", granted=False)


def test_a_refusal_says_why_and_changes_nothing(table: Table) -> None:
    files.record(table.alice, table.anna, "last_work", "Kok", source=FactSource.DOCUMENT)
    asked = requests.ask_correction(table.anna_herself, table.anna, "last_work", "Klopt niet")
    with pytest.raises(Refused):
        requests.answer(table.alice, asked, "  ", granted=False)
    requests.answer(table.alice, asked, "Op papier staat kok", granted=False)
    now = queries.history_of(table.alice, table.anna, "last_work")
    assert now is not None
    assert now.value == "Kok"


def test_an_answer_without_words_is_refused_by_the_database_too(table: Table) -> None:
    asked = requests.ask_help(table.anna_herself, table.anna, "Hulp")
    with pytest.raises(IntegrityError), transaction.atomic():
        asked.person.request_answers.create(
            municipality=table.anna.municipality,
            request=asked,
            granted=None,
            words="",
            answered_by=table.alice,
            answered_on=asked.made_on,
        )


def test_records_can_be_contested_and_are_answered_in_words(table: Table) -> None:
    asked = requests.ask_correction(table.anna_herself, table.anna, REGISTER, "Datum klopt niet")
    with pytest.raises(Refused):
        requests.answer(table.alice, asked, "", granted=True)
    requests.answer(table.alice, asked, "Doorgegeven aan de uitkeringsadministratie", granted=True)
    asked.refresh_from_db()
    assert asked.answer.fact is None


def test_only_who_guides_answers(table: Table) -> None:
    asked = requests.ask_help(table.anna_herself, table.anna, "Hulp")
    for user in (table.carol, table.charlie, table.dirk_himself, table.anna_herself):
        with pytest.raises(PermissionDenied):
            requests.answer(user, asked, "Ik help")
    requests.answer(table.bob, asked, "Ik bel u")


def test_a_request_is_a_reason_to_look_until_it_is_answered(table: Table) -> None:
    def waits() -> bool:
        found = signals_of([table.anna, table.dirk])
        assert "verzoek-wacht" not in {each.key for each in found[table.dirk.pk]}
        return "verzoek-wacht" in {each.key for each in found[table.anna.pk]}

    assert not waits()
    asked = requests.ask_new_advice(table.anna_herself, table.anna, "Er is iets veranderd")
    assert waits()
    requests.answer(table.alice, asked, "We kijken morgen")
    assert not waits()


def test_what_was_said_is_on_the_timeline(table: Table) -> None:
    advice = show_advice(table.alice, table.anna)
    replies.prefer(table.anna_herself, table.anna, advice, "not_now", "Eerst rust")
    replies.agree(table.anna_herself, decide(
        table.alice, table.anna, Chosen(("not_now",), together=True), advice
    ))  # fmt: skip
    say(table, given=True)
    requests.ask_help(table.anna_herself, table.anna, "Hulp bij mijn cv")
    words = {event.words.nl for event in timeline(table.alice, table.anna)}
    assert {
        "Voorkeur gezegd: Nu niet",
        "Eens met de keuze",
        "Toestemming gegeven: Mijn profiel delen met werkgevers",
        "Gevraagd: hulp",
    } <= words


def test_a_preference_is_an_option_of_the_own_advice(table: Table) -> None:
    advice = show_advice(table.alice, table.anna)
    with pytest.raises(Refused):
        replies.prefer(table.anna_herself, table.anna, advice, "99")
    with pytest.raises(PermissionDenied):
        replies.prefer(table.dirk_himself, table.dirk, advice, "not_now")


def test_a_complaint_is_answered_by_a_team_manager(table: Table) -> None:
    made = object_to(table.anna_herself, table.anna, ObjectionKind.COMPLAINT, "Niet netjes")
    with pytest.raises(PermissionDenied):
        answer_objection(table.alice, made, "Dat vind ik niet")
    answer_objection(table.bob, made, "U hebt gelijk")


def test_an_invitation_leads_to_the_own_file(table: Table) -> None:
    Person.objects.filter(pk=table.anna.pk).update(user=None)
    table.anna.refresh_from_db()
    for user in (table.carol, table.charlie, table.anna_herself):
        with pytest.raises(PermissionDenied):
            invite_person(user, table.anna)
    made = invite_person(table.alice, table.anna)
    account = accept(made.secret, "Anna", "de Vries", "een-lang-wachtwoord-83")
    table.anna.refresh_from_db()
    assert (table.anna.user, own_person(account)) == (account, table.anna)
    with pytest.raises(Refused):
        invite_person(table.alice, table.anna)


def test_no_account_is_made_when_the_person_has_one_meanwhile(table: Table) -> None:
    Person.objects.filter(pk=table.anna.pk).update(user=None)
    table.anna.refresh_from_db()
    made = invite_person(table.alice, table.anna)
    files.give_account(table.alice, table.anna, table.anna_herself)
    before = User.objects.count()
    with pytest.raises(Refused), transaction.atomic():
        accept(made.secret, "Iemand", "Anders", "een-lang-wachtwoord-83")
    assert User.objects.count() == before


def test_only_the_own_records_are_read(table: Table) -> None:
    with acting(Scope.of(table.anna_herself)):
        assert register_of(table.anna_herself, table.anna).is_empty
        with pytest.raises(PermissionDenied):
            register_of(table.anna_herself, table.dirk)


def test_the_database_itself_shows_a_jobseeker_only_the_own_rows(table: Table) -> None:
    say(table, given=True)
    consents.object_to_use(table.anna_herself, table.anna, out=True)
    requests.answer(
        table.alice, requests.ask_help(table.anna_herself, table.anna, "Hulp"), "Ik bel"
    )
    replies.prefer(table.anna_herself, table.anna, show_advice(table.alice, table.anna), "not_now")
    for user, seen in ((table.anna_herself, True), (table.dirk_himself, False)):
        with acting(Scope.of(user)):
            for model in (Consent, UseObjection, JobseekerRequest, Preference):
                assert model.objects.exists() == seen, (user, model)

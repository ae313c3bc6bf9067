"""A file past its term goes when two different people agree, all of it, and nothing else goes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, transaction
from tests.cast import Cast, person
from tests.people.options.desk import Desk, publish_round, record

from streekwerk.accounts import audit
from streekwerk.accounts.models import AuditEntry, AuditReference, Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.guidance.conversation import ConversationKind
from streekwerk.guidance.plan.steps import Who
from streekwerk.learning.models import MeasureCard
from streekwerk.people.actions import access, conversations, files, plans, requests
from streekwerk.people.actions.decisions import Chosen, decide, show_advice
from streekwerk.people.actions.invitations import invite_person
from streekwerk.people.actions.objections import object_to
from streekwerk.people.actions.retention import destroy, erase_at_closing, keep, propose, set_term
from streekwerk.people.export import tables
from streekwerk.people.models import (
    Conversation,
    Destruction,
    Fact,
    ObjectionKind,
    Person,
    RequestKind,
    RetentionTerm,
)
from streekwerk.people.queries import retention
from streekwerk.people.refusals import Refused
from streekwerk.people.replaying import replay_all

CANARY = "kanarievogel"


@dataclass(frozen=True)
class Keepers:
    """Two administrators here, one in the other municipality, and a file closed long ago."""

    desk: Desk
    adam: User
    ada: User
    elsewhere: User
    file: Person


@pytest.fixture
def keepers(desk: Desk, cast: Cast) -> Keepers:
    here, there = cast.alice.municipality, cast.charlie.municipality
    _lived(desk)
    desk.file.refresh_from_db()
    files.close_file(desk.anna, desk.file)
    Person.objects.filter(pk=desk.file.pk).update(closed_on=dt.date(2015, 3, 1))
    desk.file.refresh_from_db()
    return Keepers(
        desk,
        person("adam", Role.ADMINISTRATOR, here),
        person("ada", Role.ADMINISTRATOR, here),
        person("edo", Role.ADMINISTRATOR, there),
        desk.file,
    )


def _lived(desk: Desk) -> None:
    """Give Karim something in nearly every table."""
    guide, file = desk.anna, desk.file
    file.municipality.refresh_from_db()
    record(guide, file, "last_name", CANARY)
    record(guide, file, "wish_work", f"Ik wil {CANARY}")
    record(guide, file, "phone", "06 12345678")
    talk = conversations.begin(guide, file, ConversationKind.INTAKE)
    conversations.agree(guide, talk, CANARY)
    conversations.round_off(guide, talk)
    plans.add_step(guide, file, plans.NewStep(CANARY, Who.JOBSEEKER))
    made = decide(guide, file, Chosen(("not_now",), together=True), show_advice(guide, file))
    object_to(desk.karim, file, ObjectionKind.DECISION, CANARY, decision=made)
    requests.ask_help(desk.karim, file, CANARY)
    requests.ask_correction(desk.karim, file, "phone", CANARY)
    access.open_with_reason(desk.tom, file, CANARY)
    audit.looked(desk.tom, file, "caseworker:file")


def proposed(keepers: Keepers) -> Destruction:
    set_term(keepers.adam, 60, "Selectielijst gemeenten 2020, nr. 11.1")
    return propose(keepers.adam, keepers.file)


def test_without_a_term_of_the_municipality_nothing_is_past_it(keepers: Keepers) -> None:
    assert list(retention.past_term(keepers.adam)) == []
    with pytest.raises(Refused):
        set_term(keepers.adam, 60, " ")
    with pytest.raises(Refused):
        set_term(keepers.adam, 0, "Selectielijst")
    set_term(keepers.adam, 60, "Selectielijst")
    assert list(retention.past_term(keepers.ada)) == [keepers.file]
    assert list(retention.past_term(keepers.elsewhere)) == []
    set_term(keepers.ada, 600, "Nieuwe selectielijst")
    assert list(retention.past_term(keepers.adam)) == []
    with pytest.raises(DatabaseError), transaction.atomic():
        RetentionTerm.objects.update(months=1)


def test_the_day_counts_from_closing(keepers: Keepers) -> None:
    term = set_term(keepers.adam, 60, "Selectielijst")
    assert retention.last_closing_day(term, dt.date(2020, 2, 29)) == dt.date(2015, 2, 28)
    day = retention.last_closing_day(term)
    for closed, past in ((day, True), (day + dt.timedelta(days=1), False), (None, False)):
        Person.objects.filter(pk=keepers.file.pk).update(closed_on=closed)
        assert retention.past_term(keepers.adam).exists() == past


def test_all_of_the_file_goes_and_the_results_stay(
    keepers: Keepers, cast: Cast, real_card: EvidenceCard
) -> None:
    publish_round(cast.dana, real_card)
    other = files.open_file(keepers.desk.anna, files.Intake("Dirk", "Blijft"))
    counted = {model: model._default_manager.filter(**_about(model, other)).count()
               for model in tables() if model is not Destruction}  # fmt: skip
    account = keepers.desk.karim
    done = destroy(keepers.ada, proposed(keepers))
    left = {model: model._default_manager.filter(**_about(model, keepers.file)).count()
            for model in tables()}  # fmt: skip
    assert set(left.values()) == {0}
    assert done.rows > 20
    assert (done.person, done.advices) == (None, 1)
    assert {m: m._default_manager.filter(**_about(m, other)).count() for m in counted} == counted
    assert MeasureCard.objects.count() == 1
    account.refresh_from_db()
    assert (account.first_name, account.email, account.is_active) == ("", "", False)
    assert account.username.startswith("gewist-")
    assert not AuditReference.objects.filter(person=keepers.file.public_id).exists()
    assert _everything_kept().count(CANARY) == 0
    connection.check_constraints()


def _about(model: type, of: Person) -> dict[str, object]:
    return {"pk": of.pk} if model is Person else {"person_id": of.pk}


def _everything_kept() -> str:
    """Return every row of every table of the database, as text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relnamespace = 'public'::regnamespace"
            " and relkind = 'r' and has_table_privilege(oid, 'select')"
        )
        found = []
        for (name,) in cursor.fetchall():
            cursor.execute(f"select coalesce(string_agg(t::text, ''), '') from \"{name}\" t")  # noqa: S608 - a name of the catalogue
            found.append(cursor.fetchone()[0])
    return "".join(found)


def test_the_log_stays_and_names_nobody(keepers: Keepers) -> None:
    assert CANARY in _everything_kept()
    before = AuditEntry.objects.count()
    destroy(keepers.ada, proposed(keepers))
    assert AuditEntry.objects.count() == before + 3
    line = AuditEntry.objects.get(action="destruction.done")
    assert line.actor == keepers.ada
    assert set(line.detail) == {"ground", "rows"}
    assert AuditEntry.objects.filter(action="person.looked").exists()


def test_two_different_people_and_the_database_holds_them_to_it(keepers: Keepers) -> None:
    waits = proposed(keepers)
    with pytest.raises(Refused, match="yourself"):
        destroy(keepers.adam, waits)
    with pytest.raises(Refused):
        propose(keepers.ada, keepers.file)
    for stranger in (keepers.elsewhere, keepers.desk.anna, keepers.desk.tom, keepers.desk.karim):
        with pytest.raises(PermissionDenied):
            destroy(stranger, waits)
    with pytest.raises(IntegrityError), transaction.atomic():
        Destruction.objects.filter(pk=waits.pk).update(
            confirmed_by=waits.proposed_by, confirmed_at=waits.proposed_at
        )
    assert Person.objects.filter(pk=keepers.file.pk).exists()


@pytest.mark.parametrize("setting", ["destruction", "closing", "retention"])
def test_no_row_goes_by_itself(keepers: Keepers, setting: str) -> None:
    """A proposal of one person is not enough, whatever the application says."""
    waits = proposed(keepers)
    guarded = [model for model in tables() if _is_guarded(model)]
    assert len(guarded) == 24
    _say(setting, str(waits.pk) if setting == "destruction" else "on")
    for model in guarded:
        rows = model._default_manager.filter(**_about(model, keepers.file))
        may_close = setting == "closing" and model._meta.db_table in {
            *("people_fact", "people_jobseekerrequest", "people_requestanswer")
        }
        if rows.exists() and not may_close:
            with pytest.raises(DatabaseError), transaction.atomic():
                rows._raw_delete("default")


def _is_guarded(model: type) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "select exists (select from pg_trigger where tgname = 'row_is_kept'"
            " and tgrelid = %s::regclass)",
            [model._meta.db_table],
        )
        return bool(cursor.fetchone()[0])


def _say(setting: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config(%s, %s, true)", [f"streekwerk.{setting}", value])


def test_a_confirmed_destruction_lets_no_other_file_go(keepers: Keepers) -> None:
    other = files.open_file(keepers.desk.anna, files.Intake("Dirk", "Blijft"))
    waits = proposed(keepers)
    waits.confirmed_by, waits.confirmed_at = keepers.ada, waits.proposed_at
    waits.save()
    _say("destruction", str(waits.pk))
    with pytest.raises(DatabaseError), transaction.atomic():
        Fact.objects.filter(person=other)._raw_delete("default")
    # Nor does another municipality's scope find the agreement.
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        acting(Scope.of_municipality(other.municipality_id)),
    ):
        Fact.objects.filter(person=other)._raw_delete("default")


def test_a_declaration_is_never_changed_or_removed(keepers: Keepers) -> None:
    done = destroy(keepers.ada, proposed(keepers))
    for change in ({"ground": "request"}, {"rows": 0}, {"confirmed_by": keepers.adam}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Destruction.objects.filter(pk=done.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Destruction.objects.filter(pk=done.pk)._raw_delete("default")
    with pytest.raises(Refused):
        destroy(keepers.ada, done)


def test_a_file_can_be_kept_with_a_reason_and_proposed_again(keepers: Keepers) -> None:
    waits = proposed(keepers)
    with pytest.raises(Refused):
        keep(keepers.ada, waits, " ")
    keep(keepers.ada, waits, "Er loopt een beroep")
    assert list(retention.waiting(keepers.ada)) == []
    assert list(retention.past_term(keepers.ada)) == [keepers.file]
    assert retention.put_aside([keepers.file])[keepers.file.pk].kept_words == "Er loopt een beroep"
    destroy(keepers.adam, propose(keepers.ada, keepers.file))
    assert Destruction.objects.filter(person__isnull=False).count() == 0
    assert Destruction.objects.count() == 2


def test_replay_says_how_many_went_and_the_others_are_identical(keepers: Keepers) -> None:
    before = replay_all(pytest.fail)
    destroy(keepers.ada, proposed(keepers))
    after = replay_all(pytest.fail)
    assert (before.all, before.destroyed) == (1, 0)
    assert after == replace(before, all=0, identical=0, destroyed=1)


def test_a_jobseeker_asks_gets_an_answer_and_a_second_person_decides(desk: Desk) -> None:
    administrator = person("adam", Role.ADMINISTRATOR, desk.anna.municipality)
    asked = requests.ask_erasure(desk.karim, desk.file, "Ik wil niet meer in uw bestand")
    assert asked.kind_now is RequestKind.ERASURE
    with pytest.raises(Refused):
        requests.ask_erasure(desk.karim, desk.file, "Nog een keer")
    with pytest.raises(PermissionDenied):
        requests.answer(desk.anna, asked, "Goed")
    said = requests.answer(desk.anna, asked, "Dat mag.", granted=True)
    assert said.granted
    (waits,) = retention.waiting(administrator)
    assert (waits.ground, waits.proposed_by, waits.months) == ("request", desk.anna, None)
    destroy(administrator, waits)
    assert not Person.objects.filter(pk=desk.file.pk).exists()


def test_a_refusal_says_why_and_nothing_is_proposed(desk: Desk) -> None:
    asked = requests.ask_erasure(desk.karim, desk.file, "Weg ermee")
    with pytest.raises(Refused):
        requests.answer(desk.anna, asked, "", granted=False)
    requests.answer(desk.anna, asked, "De selectielijst verplicht ons.", granted=False)
    assert not Destruction.objects.exists()


def test_what_is_kept_until_closing_is_gone_at_closing(desk: Desk) -> None:
    record(desk.anna, desk.file, "phone", "06 12345678")
    requests.ask_correction(desk.karim, desk.file, "phone", "Ander nummer")
    record(desk.anna, desk.file, "wish_work", "Ik wil koken")
    files.close_file(desk.anna, desk.file)
    left = set(Fact.objects.filter(person=desk.file).values_list("field", flat=True))
    assert "phone" not in left
    assert {"wish_work", "last_name"} <= left
    assert AuditEntry.objects.get(action="file.closed").detail == {"erased": 2}


def test_at_night_what_outlived_a_file_goes_and_open_files_keep_everything(desk: Desk) -> None:
    other = files.open_file(desk.anna, files.Intake("Dirk", "Open", values={"phone": "0612345678"}))
    record(desk.anna, desk.file, "phone", "06 12345678")
    Person.objects.filter(pk=desk.file.pk).update(closed_on=dt.date(2026, 1, 1))
    assert erase_at_closing(other.municipality) == 1
    assert erase_at_closing(other.municipality) == 0
    assert [fact.person for fact in Fact.objects.filter(field="phone")] == [other]


def test_an_invitation_keeps_no_name(keepers: Keepers) -> None:
    lonely = files.open_file(keepers.desk.anna, files.Intake("Wim", f"{CANARY}invite"))
    invite_person(keepers.desk.anna, lonely, f"{CANARY}@voorbeeld.nl")
    files.close_file(keepers.desk.anna, lonely)
    Person.objects.filter(pk=lonely.pk).update(closed_on=dt.date(2015, 1, 1))
    set_term(keepers.adam, 60, "Selectielijst")
    destroy(keepers.ada, propose(keepers.adam, lonely))
    assert f"{CANARY}invite" not in _everything_kept()
    assert f"{CANARY}@" not in _everything_kept()
    assert Conversation.objects.exists()

"""Who may open a file, and what becomes of what is recorded in it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InternalError, ProgrammingError, transaction
from django.utils import timezone
from tests.people.people import Table

from streekwerk.accounts.models import AuditEntry, Role, User
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.people import queries, refusals
from streekwerk.people.actions import access, files
from streekwerk.people.models import Access, Fact, Person


def sees(user: User, person: Person) -> bool:
    """Whether a file is for a user, by the list and by itself; the two must agree."""
    one = queries.person_for(user, person.public_id) is not None
    assert one == queries.visible_to(user).filter(pk=person.pk).exists()
    return one


def test_a_file_is_for_who_guides_the_team_manager_and_the_person(table: Table) -> None:
    assert sees(table.alice, table.anna)
    assert sees(table.bob, table.anna)
    assert sees(table.anna_herself, table.anna)
    for stranger in (table.carol, table.charlie, table.dirk_himself):
        assert not sees(stranger, table.anna)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CASEWORKER, Role.TEAM_MANAGER}))
def test_no_other_role_sees_anybody(table: Table, role: Role) -> None:
    table.carol.role = role
    table.carol.save()
    assert not queries.visible_to(table.carol).exists()
    assert queries.person_to_find(table.carol, table.anna.public_id) is None


def test_a_colleague_opens_a_file_with_a_reason_for_two_weeks(table: Table) -> None:
    assert queries.person_to_find(table.carol, table.anna.public_id) == table.anna
    access.open_with_reason(table.carol, table.anna, "Alice is ziek, Anna belde")
    assert sees(table.carol, table.anna)
    past = timezone.localdate() - dt.timedelta(days=1)
    Access.objects.create(
        municipality=table.dirk.municipality,
        person=table.dirk,
        user=table.alice,
        reason="vorige maand",
        until=past,
    )
    assert not sees(table.alice, table.dirk)


def test_a_reason_is_needed_and_charlie_has_none_that_counts(table: Table) -> None:
    with pytest.raises(refusals.Refused):
        access.open_with_reason(table.carol, table.anna, "  ")
    with pytest.raises(PermissionDenied):
        access.open_with_reason(table.charlie, table.anna, "Ik wil graag kijken")
    assert queries.person_to_find(table.charlie, table.anna.public_id) is None


def test_what_was_recorded_stays_and_the_last_counts(table: Table) -> None:
    files.record(table.alice, table.anna, "hours_available", 24)
    files.record(
        table.alice,
        table.anna,
        "hours_available",
        16,
        source=FactSource.DOCUMENT,
        known_on=dt.date(2026, 1, 5),
        note="brief van school",
    )
    now = queries.history_of(table.alice, table.anna, "hours_available")
    assert now is not None
    assert [fact.value for fact in now.facts] == [16, 24]
    assert now.words.nl == "16 uur per week"
    assert queries.known_values(table.anna)["hours_available"] == 16
    assert now.fact is not None
    assert now.fact.recorded_by == table.alice
    assert now.fact.known_on == dt.date(2026, 1, 5)


def test_the_database_refuses_to_change_a_fact(table: Table) -> None:
    fact = files.record(table.alice, table.anna, "hours_available", 24)
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        Fact.objects.filter(pk=fact.pk).update(value=40)


def test_not_known_and_declined_are_answers(table: Table) -> None:
    files.record(table.alice, table.anna, "money_worries", None, state=FactState.DECLINED)
    file = queries.file_of(table.alice, table.anna)
    assert file["money_worries"].words.nl == "wil de werkzoekende niet zeggen"
    assert not file["money_worries"].is_to_ask
    assert file["wish_work"].is_to_ask
    assert "money_worries" not in queries.known_values(table.anna)


def test_a_team_manager_does_not_see_what_is_between_two_people(table: Table) -> None:
    files.record(table.alice, table.anna, "money_worries", "much")
    assert "money_worries" not in queries.file_of(table.bob, table.anna)
    assert queries.history_of(table.bob, table.anna, "money_worries") is None
    with pytest.raises(PermissionDenied):
        files.record(table.bob, table.anna, "money_worries", "no")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("hours_available", 80),
        ("hours_available", "veel"),
        ("transport", ["vliegtuig"]),
        ("phone", "bel maar"),
        ("email", "geen adres"),
        ("birth_date", "gisteren"),
        ("wish_work", "   "),
    ],
)
def test_what_is_no_value_is_refused_with_the_name_of_the_field(
    table: Table, key: str, value: object
) -> None:
    before = Fact.objects.count()
    with pytest.raises(refusals.Refused) as refused:
        files.record(table.alice, table.anna, key, value)
    assert refused.value.words.nl
    assert Fact.objects.count() == before


def test_there_is_no_field_for_a_protected_trait(table: Table) -> None:
    for key in ("nationality", "birth_country", "religion", "ethnicity", "gender", "postcode"):
        with pytest.raises(ValueError, match="no field"):
            files.record(table.alice, table.anna, key, "x")


def test_questions_of_the_law_are_kept_like_everything_else(table: Table) -> None:
    files.record(table.alice, table.anna, "law:algemene_bijstand", value=True)
    assert queries.known_values(table.anna)["law:algemene_bijstand"] is True
    with pytest.raises(refusals.Refused):
        files.record(table.alice, table.anna, "law:algemene_bijstand", "misschien")


def test_what_a_jobseeker_records_is_told_by_the_jobseeker(table: Table) -> None:
    fact = files.record(
        table.anna_herself, table.anna, "wish_work", "Ik wil koken", source=FactSource.DOCUMENT
    )
    assert fact.source_now is FactSource.JOBSEEKER
    with pytest.raises(PermissionDenied):
        files.record(table.dirk_himself, table.anna, "wish_work", "iets anders")


def test_a_name_that_is_corrected_is_listed_and_found_by_the_new_one(table: Table) -> None:
    files.record(table.alice, table.anna, "last_name", "van Öz")
    anna = Person.objects.get(pk=table.anna.pk)
    assert str(anna) == "Anna van Öz"
    assert list(queries.caseload(table.alice, search="oz van")) == [anna]
    assert not queries.caseload(table.alice, search="vries").exists()


def test_a_pseudonym_has_one_file_and_the_birth_month_must_fit(table: Table) -> None:
    pseudonym = table.anna.public_id  # any UUID does
    month = dt.date(1980, 3, 1)
    intake = files.Intake("Eva", "Bos", dt.date(1980, 4, 2), pseudonym, month)
    with pytest.raises(refusals.Refused, match="birth"):
        files.open_file(table.alice, intake)
    files.open_file(table.alice, files.Intake("Eva", "Bos", dt.date(1980, 3, 9), pseudonym, month))
    with pytest.raises(refusals.Refused, match="already"):
        files.open_file(table.alice, files.Intake("Eva", "Bos", None, pseudonym))


def test_handing_over_and_closing(table: Table) -> None:
    with pytest.raises(PermissionDenied):
        files.assign(table.carol, table.anna, table.carol)
    with pytest.raises(refusals.Refused):
        files.assign(table.bob, table.anna, table.charlie)
    files.assign(table.bob, table.anna, table.carol)
    assert sees(table.carol, table.anna)
    assert not sees(table.alice, table.anna)
    files.close_file(table.carol, table.anna)
    with pytest.raises(refusals.Refused):
        files.record(table.carol, table.anna, "hours_available", 20)
    assert not queries.caseload(table.carol).filter(pk=table.anna.pk).exists()
    files.reopen_file(table.carol, table.anna)
    files.record(table.carol, table.anna, "hours_available", 20)


def test_every_change_leaves_a_line_without_the_value(table: Table) -> None:
    files.record(table.alice, table.anna, "wish_work", "Geheim: bakker worden")
    line = AuditEntry.objects.filter(action="file.fact_recorded").latest("pk")
    assert line.actor == table.alice
    assert line.detail == {"field": "wish_work", "state": "known"}
    assert not AuditEntry.objects.filter(detail__icontains="bakker").exists()

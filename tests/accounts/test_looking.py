"""Who looked at whose file, and that erasing a person leaves only a number behind."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast, person

from streekwerk.accounts import audit, queries
from streekwerk.accounts.models import AuditEntry, AuditReference, Role
from streekwerk.accounts.scope import Scope, acting
from streekwerk.people.models import Person

PAGE = "caseworker:file"


@pytest.fixture
def client(cast: Cast) -> Person:
    """Return somebody whom Hier helps."""
    home = cast.alice.municipality
    return Person.objects.create(municipality=home, first_name="Kim", last_name="Kanarie")


def test_a_look_says_who_whom_where_and_when(cast: Cast, client: Person) -> None:
    caseworker = person("carla", Role.CASEWORKER, cast.alice.municipality)
    audit.looked(caseworker, client, PAGE)
    audit.looked(cast.bob, client, "caseworker:plan")
    looks = queries.looks_at(client)
    assert [(look.user, look.page) for look in looks] == [
        (cast.bob, "caseworker:plan"),
        (caseworker, PAGE),
    ]


def test_reading_on_is_the_same_look(
    cast: Cast, client: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    audit.looked(cast.alice, client, PAGE)
    with django_assert_num_queries(2):
        audit.looked(cast.alice, client, PAGE)
    audit.looked(cast.alice, client, "caseworker:plan")
    audit.looked(cast.bob, client, PAGE)
    assert len(queries.looks_at(client)) == 3


def test_who_looks_at_the_own_file_is_not_noted(cast: Cast, client: Person) -> None:
    kim = person("kim", Role.JOBSEEKER, cast.alice.municipality)
    audit.looked(kim, client, "jobseeker:file")
    assert queries.looks_at(client) == []


def test_the_log_never_names_the_person(cast: Cast, client: Person) -> None:
    audit.looked(cast.alice, client, PAGE)
    audit.record(cast.alice, "person.changed", client)
    written = str(list(AuditEntry.objects.values_list()))
    for telling in (str(client.public_id), "Kim", "Kanarie"):
        assert telling not in written


def test_an_erased_person_cannot_be_found_back(cast: Cast, client: Person) -> None:
    audit.looked(cast.alice, client, PAGE)
    audit.forget(client)
    assert queries.looks_at(client) == []
    assert not AuditReference.objects.exists()
    assert AuditEntry.objects.filter(action=audit.LOOKED).count() == 1


def test_an_administrator_reads_the_log_of_the_own_municipality(cast: Cast, client: Person) -> None:
    audit.looked(cast.alice, client, PAGE)
    audit.record(cast.charlie, "test.done", cast.charlie)
    anna = person("anna", Role.ADMINISTRATOR, cast.alice.municipality)
    chris = person("chris", Role.ADMINISTRATOR, cast.charlie.municipality)
    with acting(Scope.of(anna)):
        assert [entry.action for entry in queries.entries_for(anna)] == [audit.LOOKED]
        # The query is right, and if it were not, the database would be.
        assert AuditEntry.objects.count() == 1
    with acting(Scope.of(chris)):
        assert [entry.action for entry in queries.entries_for(chris)] == ["test.done"]
    assert not queries.entries_for(cast.alice).exists()


def test_the_log_is_added_to_only(cast: Cast, client: Person) -> None:
    audit.looked(cast.alice, client, PAGE)
    cursor = connection.cursor()
    for statement in (
        "update accounts_auditentry set action = 'x'",
        "delete from accounts_auditentry",
        "truncate accounts_auditentry",
        "select * from accounts_auditlink",
        "insert into accounts_auditlink values (99, 1, '', '')",
    ):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute(statement)

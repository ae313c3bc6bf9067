"""What the database refuses, whatever the code forgets."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from tests.cast import Cast, person, signed_in

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, NOTHING, Scope, acting, current
from streekwerk.deliveries.models import Delivery, Source
from streekwerk.learning.models import Round, RunState
from streekwerk.people.models import Person


@pytest.fixture
def here(cast: Cast) -> Scope:
    return Scope.of(cast.alice)


@pytest.fixture
def kim(cast: Cast) -> Person:
    """Somebody in Hier."""
    home = cast.alice.municipality
    return Person.objects.create(municipality=home, first_name="Kim", last_name="van Hier")


@pytest.fixture
def daan(cast: Cast) -> Person:
    """Somebody in Daar."""
    home = cast.charlie.municipality
    return Person.objects.create(municipality=home, first_name="Daan", last_name="van Daar")


def ask(statement: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall()) if cursor.description else [cursor.rowcount]


def test_outside_any_scope_there_is_nothing(kim: Person, daan: Person) -> None:
    with acting(NOTHING):
        assert not Person.objects.exists()
        assert not User.objects.filter(fictitious=False, municipality__isnull=False).exists()
        assert ask("update people_person set first_name = 'x'") == [0]
        assert ask("delete from people_person") == [0]
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Person.objects.create(municipality_id=kim.municipality_id, first_name="x")


def test_in_a_scope_only_its_own(here: Scope, kim: Person, daan: Person) -> None:
    with acting(here):
        assert [one.first_name for one in Person.objects.all()] == ["Kim"]
        assert not Person.objects.filter(pk=daan.pk).exists()
        assert ask("update people_person set first_name = 'x' where id = %s", daan.pk) == [0]
        assert ask("delete from people_person where id = %s", daan.pk) == [0]
    daan.refresh_from_db()
    assert daan.first_name == "Daan"


def test_nothing_is_put_or_moved_elsewhere(here: Scope, kim: Person, daan: Person) -> None:
    elsewhere = daan.municipality_id
    with acting(here):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Person.objects.create(municipality_id=elsewhere, first_name="x", last_name="y")
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            ask("update people_person set municipality_id = %s where id = %s", elsewhere, kim.pk)


def test_no_row_refers_elsewhere(cast: Cast, here: Scope, kim: Person, daan: Person) -> None:
    insert = """insert into people_access (public_id, municipality_id, person_id, user_id, reason,
        given_at, until) values (gen_random_uuid(), %s, %s, %s, 'x', now(), now());
        set constraints all immediate"""
    assign = "update people_person set caseworker_id = %s; set constraints all immediate"
    with acting(here):
        with pytest.raises(IntegrityError, match="municipality_fk"), transaction.atomic():
            ask(insert, kim.municipality_id, daan.pk, cast.alice.pk)
        with pytest.raises(IntegrityError, match="municipality_fk"), transaction.atomic():
            ask(assign, cast.charlie.pk)
        ask(insert, kim.municipality_id, kim.pk, cast.alice.pk)
        ask(assign, cast.alice.pk)


def test_a_name_that_exists_elsewhere_is_free_here(cast: Cast, here: Scope) -> None:
    own = {"name": "Opleidingsniveau", "mapping": {}}
    Source.objects.create(municipality=cast.charlie.municipality, saved_by=cast.charlie, **own)
    with acting(here):
        Source.objects.create(municipality=cast.alice.municipality, saved_by=cast.alice, **own)
        assert Source.objects.count() == 1


def test_a_jobseeker_sees_one_person_and_no_colleague_of_misfortune(
    cast: Cast, kim: Person, daan: Person
) -> None:
    account = person("kim", Role.JOBSEEKER, cast.alice.municipality)
    other = person("noa", Role.JOBSEEKER, cast.alice.municipality)
    Person.objects.filter(pk=kim.pk).update(user=account)
    Person.objects.create(municipality=other.municipality, first_name="Noa", user=other)
    with acting(Scope.of(account)):
        assert [one.first_name for one in Person.objects.all()] == ["Kim"]
        assert not Delivery.objects.exists()
        names = set(User.objects.values_list("username", flat=True))
        assert names == {"kim", "alice", "bob", "dana"}
        assert User.objects.filter(pk=cast.alice.pk).update(first_name="x") == 0
    without_file = person("new", Role.JOBSEEKER, cast.alice.municipality)
    with acting(Scope.of(without_file)):
        assert not Person.objects.exists()


def test_who_works_for_the_region_sees_results_and_nobodys_rows(cast: Cast, kim: Person) -> None:
    assert cast.alice.municipality is not None
    shared = {
        "region": cast.alice.municipality.region,
        "deliveries": [],
        "codes": [],
        "inputs": "",
        "seed": 1,
        "state": RunState.DONE,
    }
    common = Round.objects.create(asked_by=cast.dana, **shared)
    Round.objects.create(municipality=cast.alice.municipality, asked_by=cast.alice, **shared)
    with acting(Scope.of(cast.dana)):
        assert list(Round.objects.all()) == [common]
        assert not Person.objects.exists()
        assert Round.objects.filter(pk=common.pk).update(seed=2) == 1
    with acting(Scope.of(cast.alice)):
        assert Round.objects.count() == 2
        assert Round.objects.filter(pk=common.pk).update(seed=3) == 0


def test_at_the_door_there_are_accounts_only(cast: Cast, kim: Person) -> None:
    with acting(AT_THE_DOOR):
        assert User.objects.count() == 4
        assert not Person.objects.exists()


def test_scopes_nest_and_end(here: Scope, kim: Person, daan: Person) -> None:
    before = current()
    with acting(here):
        with acting(NOTHING):
            assert not Person.objects.exists()
        assert Person.objects.count() == 1
        with pytest.raises(ValueError, match="x"), transaction.atomic(), acting(NOTHING):
            raise ValueError("x")
        with pytest.raises(DatabaseError), transaction.atomic(), acting(NOTHING):
            ask("select 1 / 0")
        assert Person.objects.count() == 1
    assert current() == before
    assert Person.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_connection_carries_nothing_on(cast: Cast, here: Scope, kim: Person) -> None:
    setting = "select nullif(current_setting('streekwerk.municipalities', true), '')"
    with acting(here):
        with transaction.atomic():
            assert Person.objects.count() == 1
        assert Person.objects.count() == 1
        assert [one.pk for one in Person.objects.iterator()] == [kim.pk]
        with connection.cursor() as cursor:
            cursor.executemany("update people_person set first_name = %s", [("a",), ("b",)])
    raw = connection.connection
    assert raw.execute(setting).fetchone() == (None,)
    assert raw.execute("select count(*) from people_person").fetchone() == (0,)
    kim.refresh_from_db()
    assert kim.first_name == "b"


@pytest.mark.django_db(transaction=True)
def test_another_thread_begins_with_nothing(cast: Cast, here: Scope, kim: Person) -> None:
    seen = []

    def elsewhere() -> None:
        seen.append(Person.objects.count())
        connection.close()

    with acting(here):
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()
    assert seen == [0]


def test_a_request_acts_for_its_sender(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    scopes = []
    monkeypatch.setattr(
        "streekwerk.screens.home.views.all_cards", lambda _user: scopes.append(current()) or ()
    )
    for browser in (signed_in(cast.alice), signed_in(cast.dana), Client()):
        browser.get("/")
    assert cast.alice.municipality is not None
    assert scopes == [Scope.of(cast.alice), Scope.of(cast.dana), AT_THE_DOOR]
    assert scopes[0].municipalities == (cast.alice.municipality.pk,)
    assert scopes[1] == Scope(
        region=cast.alice.municipality.region_id, for_region=True, user=cast.dana.pk
    )

"""What the benefit register knows comes into a file by itself, and gives way to what people say."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from tests.cast import person, signed_in
from tests.deliveries.conftest import Town, own_state, region, town
from tests.people.options.desk import offer

from streekwerk.accounts.models import AuditEntry, Role, User
from streekwerk.deliveries import person_queries
from streekwerk.deliveries.actions import deciding
from streekwerk.deliveries.models import BusBenefitMonth, Delivery, State
from streekwerk.guidance.file.from_register import SINCE, Registered, values_from
from streekwerk.guidance.file.source import FactSource
from streekwerk.people import queries
from streekwerk.people.actions import files
from streekwerk.people.actions.register_facts import take_over_for_all
from streekwerk.people.models import Fact, Person
from streekwerk.people.queries.facts import known_values

__all__ = ["own_state", "region", "town"]
ASSISTANCE, SEARCHING = "law:algemene_bijstand", "law:in_zoektermijn"
# Parts of the questions that the register answers.
ASKED = ("Krijgt u bijstand", "jonger dan 27", "Sinds wanneer hebt u een uitkering")
END = dt.date(2026, 3, 31)


@pytest.mark.parametrize(
    ("laws", "since", "born", "expected"),
    [
        ({"01"}, dt.date(2026, 3, 3), dt.date(2001, 1, 1), {ASSISTANCE: True, SEARCHING: False}),
        ({"01"}, dt.date(2026, 3, 4), dt.date(2001, 1, 1), {ASSISTANCE: True}),
        ({"01"}, dt.date(2026, 3, 4), dt.date(1999, 2, 1), {ASSISTANCE: True, SEARCHING: False}),
        # Born in the month that turns 27: the day is not known.
        ({"01"}, dt.date(2026, 3, 4), dt.date(1999, 3, 1), {ASSISTANCE: True}),
        ({"02"}, None, None, {ASSISTANCE: False, "law:ioaw_uitkering": True}),
        ({"01", "03"}, None, None, {ASSISTANCE: True, "law:ioaz_uitkering": True}),
        ({"14"}, None, None, {ASSISTANCE: False}),
        (set(), None, None, {}),
    ],
)
def test_only_what_the_register_can_know(
    laws: set[str], since: dt.date | None, born: dt.date | None, expected: dict[str, bool]
) -> None:
    found = values_from(Registered(END, frozenset(laws), since, born))
    assert {key: value for key, value in found.items() if key != SINCE} == expected
    assert found.get(SINCE) == (since.isoformat() if since else None)


@pytest.fixture
def caseworker(town: Town) -> User:
    deciding.accept(town.cast.alice, town.deliver(town.file("BUS", "2021-01")))
    return person("wilma", Role.CASEWORKER, town.reporter.municipality)


def someone(town: Town) -> BusBenefitMonth:
    rows = person_queries.on_benefit(town.reporter.municipality_id)
    found = rows.filter(law="01", start_date__lt=dt.date(2020, 11, 1), household="1").first()
    assert found is not None
    return found


def opened(caseworker: User, row: BusBenefitMonth) -> Person:
    assert row.birth_month
    born = row.birth_month.replace(day=9)
    intake = files.Intake("Eva", "Bos", born, row.person, row.birth_month)
    return files.open_file(caseworker, intake)


def test_a_file_opened_from_the_register_asks_nothing_the_register_knows(
    town: Town, caseworker: User
) -> None:
    offer(person("tom", Role.TEAM_MANAGER, caseworker.municipality), "40", "Loopbaancoach")
    row = someone(town)
    eva = opened(caseworker, row)
    known = known_values(eva)
    assert row.start_date
    assert known[SINCE] == row.start_date.isoformat()
    assert (known[ASSISTANCE], known[SEARCHING], known["household"]) == (True, False, "single")
    told = Fact.objects.get(person=eva, field=ASSISTANCE)
    assert (told.source_now, told.recorded_by) == (FactSource.REGISTER, None)
    assert told.known_on == dt.date(2021, 1, 31)
    page = signed_in(caseworker).get(reverse("caseworker:options", args=[eva.public_id]))
    shown = page.content.decode()
    assert "Coaching naar werk" in shown
    assert [asked for asked in ASKED if asked in shown] == []
    by_hand = files.open_file(caseworker, files.Intake("Jan", "Smit", dt.date(1990, 1, 1)))
    page = signed_in(caseworker).get(reverse("caseworker:options", args=[by_hand.public_id]))
    assert any(asked in page.content.decode() for asked in ASKED)


def test_a_line_names_the_fields_and_no_value(town: Town, caseworker: User) -> None:
    opened(caseworker, someone(town))
    line = AuditEntry.objects.get(action="file.register_taken_over")
    assert line.detail == {"fields": sorted(["household", SINCE, ASSISTANCE, SEARCHING])}


def test_without_a_birth_date_the_month_comes_along_with_a_note(
    town: Town, caseworker: User
) -> None:
    row = someone(town)
    eva = files.open_file(caseworker, files.Intake("Eva", "Bos", None, row.person))
    assert eva.birth_date
    assert eva.birth_date == row.birth_month
    born = Fact.objects.get(person=eva, field="birth_date")
    assert "alleen de maand" in born.note
    files.record(caseworker, eva, "birth_date", eva.birth_date.replace(day=20).isoformat())
    take_over_for_all(eva.municipality)
    assert Fact.objects.filter(person=eva, field="birth_date").count() == 2


def test_what_somebody_said_stays_and_the_register_is_shown_beside_it(
    town: Town, caseworker: User
) -> None:
    eva = opened(caseworker, someone(town))
    files.record(caseworker, eva, SINCE, "2020-02-02")
    assert take_over_for_all(eva.municipality) == 0
    assert known_values(eva)[SINCE] == "2020-02-02"
    browser = signed_in(caseworker)
    for address in ("file", "field"):
        parts = [eva.public_id, SINCE][: 1 + (address == "field")]
        page = browser.get(reverse(f"caseworker:{address}", args=parts)).content.decode()
        assert "In de registratie" in page
    assert ASSISTANCE in queries.file_of(caseworker, eva)


def test_a_new_month_reaches_the_files_and_the_same_month_changes_nothing(
    town: Town, caseworker: User
) -> None:
    row = someone(town)
    eva = opened(caseworker, row)
    assert take_over_for_all(eva.municipality) == 0
    newer = town.deliver(town.file("BUS", "2021-02"))
    BusBenefitMonth.objects.filter(delivery=newer, person=row.person).delete()
    deciding.accept(town.cast.alice, newer)
    assert take_over_for_all(eva.municipality) == 1
    known = known_values(eva)
    assert (known[ASSISTANCE], known[SEARCHING]) == (False, False)
    history = queries.history_of(caseworker, eva, ASSISTANCE)
    assert history is not None
    assert [(f.value, f.known_on) for f in history.facts] == [
        (False, dt.date(2021, 2, 28)),
        (True, dt.date(2021, 1, 31)),
    ]
    assert Delivery.objects.filter(state=State.ACCEPTED).count() == 2
    assert take_over_for_all(eva.municipality) == 0

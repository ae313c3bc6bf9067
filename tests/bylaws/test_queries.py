from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries
from tests.bylaws.conftest import Administrators

from streekwerk.accounts.models import AuditEntry, Role, User
from streekwerk.bylaws import demo, queries
from streekwerk.bylaws.actions import decide
from streekwerk.bylaws.models import Decision
from streekwerk.bylaws.terms import TERMS
from streekwerk.rights import Municipality, evaluate, new_case, rule

SOURCE = "Verordening 2026"
YEAR, SUMMER, AUTUMN = date(2026, 1, 1), date(2026, 7, 1), date(2026, 10, 1)


def test_only_the_own_municipality_is_seen_and_used(people: Administrators) -> None:
    decide(people.anna, "jobcoach_maanden", 24, YEAR, SOURCE)
    decide(people.chris, "jobcoach_maanden", 6, YEAR, SOURCE)
    for reader, months in ((people.alice, 24.0), (people.charlie, 6.0)):
        (seen,) = queries.visible_to(reader)
        assert seen.municipality == reader.municipality
        used = queries.municipality_on(reader, SUMMER)
        assert (used.name, used.terms) == (str(reader.municipality), {"jobcoach_maanden": months})
    for stranger in (people.dana, AnonymousUser()):
        assert not queries.visible_to(stranger).exists()
        assert queries.municipality_on(stranger, SUMMER) == Municipality()


def test_somebody_whose_account_was_closed_sees_nothing(people: Administrators) -> None:
    decide(people.anna, "jobcoach_maanden", 24, YEAR, SOURCE)
    people.anna.is_active = False
    assert not queries.visible_to(people.anna).exists()
    assert queries.municipality_on(people.anna, SUMMER) == Municipality()


def test_the_day_decides_which_value_counts(people: Administrators) -> None:
    decide(people.anna, "uitstroompremie", 700, SUMMER, SOURCE)
    decide(people.anna, "uitstroompremie", 400, YEAR, SOURCE)  # entered later, starts earlier
    decide(people.anna, "uitstroompremie", None, AUTUMN, SOURCE)
    counts = {
        day: queries.municipality_on(people.anna, day).terms.get("uitstroompremie")
        for day in (date(2025, 12, 31), YEAR, date(2026, 6, 30), SUMMER, AUTUMN)
    }
    assert list(counts.values()) == [None, 400.0, 400.0, 700.0, None]


def test_the_later_of_two_decisions_for_a_day_counts(people: Administrators) -> None:
    decide(people.anna, "uitstroompremie", 400, YEAR, SOURCE)
    decide(people.anna, "uitstroompremie", 450, YEAR, "Verbetering")
    assert queries.municipality_on(people.anna, YEAR).terms == {"uitstroompremie": 450.0}


def test_applying_the_law_early_is_a_switch_with_a_date(people: Administrators) -> None:
    decide(people.anna, "vooruitlopend_toepassen", True, SUMMER, SOURCE)
    assert not queries.municipality_on(people.anna, YEAR).ahead_of_law
    summer = queries.municipality_on(people.anna, SUMMER)
    assert summer.ahead_of_law
    assert summer.terms == {}


def test_the_rules_use_what_was_filled_in(people: Administrators) -> None:
    decide(people.anna, "jobcoach_maanden", 24, YEAR, SOURCE)
    support = rule("persoonlijke-ondersteuning")
    for reader, months in ((people.anna, 24.0), (people.charlie, 0.0)):
        case = new_case(SUMMER, {}, queries.municipality_on(reader, SUMMER))
        (answer,) = evaluate(case, [support])
        assert answer.figure("duur_maanden").if_entitled == months


def test_the_overview_names_every_term_in_one_query(
    people: Administrators, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for months in (12, 24):
        decide(people.anna, "jobcoach_maanden", months, SUMMER, SOURCE)
    decide(people.anna, "jobcoach_maanden", 36, AUTUMN, SOURCE)
    with django_assert_num_queries(1):
        rows = queries.overview(people.anna, SUMMER)
        who = {one.decided_by.username for row in rows for one in row.history}
    assert who == {"anna"}
    assert [row.term for row in rows] == list(TERMS.values())
    (coach,) = [row for row in rows if row.history]
    assert coach.now is not None
    assert coach.now.decided == 24.0
    assert coach.filled_in
    assert [one.decided for one in coach.coming] == [36.0]
    assert len(coach.history) == 3


def test_the_demo_municipalities_are_filled_in_once_and_say_they_are_invented(db: None) -> None:
    demo.load()
    count, entries = Decision.objects.count(), AuditEntry.objects.count()
    demo.load()
    assert (Decision.objects.count(), AuditEntry.objects.count()) == (count, entries)
    assert count == len(demo.RIVIERSTEDE) + len(demo.HEIDELAAR)
    assert all(decision.source.startswith("Verzonnen") for decision in Decision.objects.all())
    people = User.objects.filter(role=Role.ADMINISTRATOR)
    assert [p.username for p in people.order_by("username")] == ["ineke", "tariq"]
    assert all(p.fictitious and not p.has_usable_password() for p in people)
    ineke = people.get(username="ineke")
    assert queries.municipality_on(ineke, SUMMER).ahead_of_law

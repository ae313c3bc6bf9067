from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from tests.bylaws.conftest import Administrators
from tests.cast import person

from streekwerk.accounts.models import AuditEntry, Role
from streekwerk.bylaws.actions import decide
from streekwerk.bylaws.models import Decision

START = date(2026, 1, 1)
SOURCE = "Verordening 2026, art. 3"


def test_a_decision_is_kept_with_its_source_and_audited(people: Administrators) -> None:
    made = decide(people.anna, "jobcoach_maanden", 24, START, f"  {SOURCE} ", "https://example.nl/")
    assert (made.municipality, made.decided) == (people.anna.municipality, 24.0)
    assert made.source == SOURCE
    entry = AuditEntry.objects.get(action="bylaw.decided")
    assert (entry.actor, entry.municipality) == (people.anna, people.anna.municipality)
    assert entry.detail == {"term": "jobcoach_maanden", "value": 24.0, "valid_from": "2026-01-01"}


def test_a_yes_or_no_comes_back_as_one(people: Administrators) -> None:
    assert decide(people.anna, "kent_uitstroompremie", False, START, SOURCE).decided is False
    assert decide(people.anna, "vooruitlopend_toepassen", True, START, SOURCE).decided is True


def test_what_is_taken_back_stays_in_the_history(people: Administrators) -> None:
    decide(people.anna, "jobcoach_maanden", 24, START, SOURCE)
    back = decide(people.anna, "jobcoach_maanden", None, date(2026, 7, 1), "Intrekking, art. 1")
    assert back.decided is None
    assert (
        Decision.objects.count() == AuditEntry.objects.filter(action="bylaw.decided").count() == 2
    )


@pytest.mark.parametrize(
    ("key", "value", "source"),
    [
        ("bestaat_niet", 1, SOURCE),
        ("jobcoach_maanden", True, SOURCE),
        ("jobcoach_maanden", -1, SOURCE),
        ("kent_uitstroompremie", 1, SOURCE),
        ("tijdelijke_loonkostensubsidie_procent", 101, SOURCE),
        ("jobcoach_maanden", 24, "  "),
    ],
)
def test_what_makes_no_sense_is_refused(
    people: Administrators, key: str, value: float | bool, source: str
) -> None:
    with pytest.raises(ValueError, match=r"term|source"):
        decide(people.anna, key, value, START, source)
    assert not Decision.objects.exists()


def test_only_the_administrator_of_a_municipality_decides(people: Administrators) -> None:
    regional = person("regio", Role.ADMINISTRATOR, None)
    for other in (people.alice, people.dana, regional):
        with pytest.raises(PermissionDenied):
            decide(other, "jobcoach_maanden", 24, START, SOURCE)
        with pytest.raises(PermissionDenied):
            decide(other, "jobcoach_maanden", None, START, SOURCE)
    assert not Decision.objects.exists()


def test_the_database_itself_refuses_no_source_and_less_than_nothing(
    people: Administrators,
) -> None:
    whole = {
        "municipality": people.anna.municipality,
        "term": "jobcoach_maanden",
        "value": 1,
        "valid_from": START,
        "source": SOURCE,
        "decided_by": people.anna,
    }
    for wrong in ({"source": ""}, {"value": -1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.create(**whole | wrong)

"""The demo's past is written about fictitious people of one municipality, with a trace."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from tests.people.people import Table, today
from tests.people.test_bulk import drafts

from streekwerk.accounts.models import AuditEntry
from streekwerk.people.actions.bulk import write_files
from streekwerk.people.actions.past import add_past, close_files, hand_out
from streekwerk.people.models import Person, Plan


def plan(person: Person, table: Table) -> Plan:
    return Plan(
        municipality=person.municipality,
        person=person,
        made_on=today(),
        made_by=table.alice,
        result="stops",
        evaluated_on=today(),
        closed_on=today(),
    )


def test_files_are_closed_handed_out_and_given_a_plan(table: Table) -> None:
    home = table.anna.municipality
    closed, open_ = write_files(home, drafts(table, 2), table.bob)
    close_files(home, [closed], today())
    hand_out(home, {open_.pk: table.alice})
    add_past(home, [plan(closed, table)])
    closed.refresh_from_db()
    open_.refresh_from_db()
    assert (closed.closed_on, open_.closed_on) == (today(), None)
    assert open_.caseworker == table.alice
    assert closed.plans.filter(made_by=table.alice).exists()
    told = AuditEntry.objects.filter(action__startswith="demo.", municipality=home)
    assert {"demo.files_closed", "demo.files_handed_out", "demo.past_written"} <= set(
        told.values_list("action", flat=True)
    )


def test_nothing_is_written_elsewhere_or_about_real_people(table: Table) -> None:
    elsewhere = table.charlie.municipality
    assert elsewhere is not None
    with pytest.raises(PermissionDenied):
        add_past(elsewhere, [plan(table.anna, table)])
    # Anna and Dirk stand for real people here: their files were opened one by one.
    with pytest.raises(PermissionDenied):
        close_files(table.anna.municipality, [table.anna], today())
    hand_out(table.dirk.municipality, {table.dirk.pk: table.alice})
    table.dirk.refresh_from_db()
    assert table.dirk.caseworker == table.carol

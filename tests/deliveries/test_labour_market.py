"""The labour market table goes through the door of every other file."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from tests.deliveries.conftest import Town

from streekwerk.accounts.models import AuditEntry
from streekwerk.deliveries import queries
from streekwerk.deliveries.actions import deciding
from streekwerk.deliveries.models import Delivery, LabourMarketMonth, State, Statistic
from streekwerk.registers.labour_market.writer import as_csv, as_excel

LINES = tuple((f"2021-{month:02d}", "AM99", f"3,{month}", "", "4,0", "UWV") for month in (1, 2, 3))


def deliver(town: Town, tmp_path: Path, content: bytes, name: str = "markt.csv") -> Delivery:
    path = tmp_path / name
    path.write_bytes(content)
    return town.deliver(path)


@pytest.mark.parametrize("write", [as_csv, as_excel])
def test_it_is_recognised_checked_and_stored(town: Town, tmp_path: Path, write: object) -> None:
    assert callable(write)
    delivery = deliver(town, tmp_path, write(LINES))
    assert (delivery.state, delivery.statistic, delivery.code) == (State.CHECKED, "MARKT", "9901")
    assert (delivery.rows, delivery.stored, delivery.persons) == (3, 6, 0)
    assert (delivery.period, delivery.errors) == (None, 0)
    stored = LabourMarketMonth.objects.filter(delivery=delivery)
    assert {row.municipality_id for row in stored} == {town.cast.alice.municipality_id}
    assert {(row.indicator, row.value) for row in stored} == {
        ("tightness", 3.1),
        ("tightness", 3.2),
        ("tightness", 3.3),
        ("unemployment", 4.0),
    }
    assert delivery.report is not None
    assert delivery.report["market"] == {
        "areas": ["AM99"],
        "sources": ["UWV"],
        "first": "2021-01",
        "last": "2021-03",
    }


def test_what_is_wrong_stands_in_the_report_with_its_row(town: Town, tmp_path: Path) -> None:
    delivery = deliver(town, tmp_path, as_csv([*LINES, ("mei", "AM99", "3", "", "", "")]))
    assert delivery.errors == 1
    assert delivery.report is not None
    (found,) = delivery.report["results"]
    assert (found["check"], found["severity"]) == ("markt-maand", "error")
    assert found["examples"] == [{"row": 5, "field": "MAAND", "shown": {"nl": "mei", "en": "mei"}}]
    assert "2024-03" in found["advice"]["nl"]


def test_the_same_table_twice_changes_nothing(town: Town, tmp_path: Path) -> None:
    first = deliver(town, tmp_path, as_csv(LINES))
    before = (LabourMarketMonth.objects.count(), AuditEntry.objects.count())
    assert deliver(town, tmp_path, as_csv(LINES)) == first
    assert (LabourMarketMonth.objects.count(), AuditEntry.objects.count()) == before


def test_a_correction_replaces_the_whole_and_can_be_undone(town: Town, tmp_path: Path) -> None:
    alice = town.cast.alice
    first = deliver(town, tmp_path, as_csv(LINES))
    deciding.accept(alice, first)
    lines = [*LINES[1:], ("2021-04", "AM99", "3,4", "", "4,5", "UWV")]
    second = deliver(town, tmp_path, as_csv(lines), "beter.csv")
    changes = queries.changes(first, second)
    assert changes is not None
    assert (changes.added, changes.gone, changes.changed, changes.same) == (2, 2, 0, 4)
    deciding.accept(alice, second)
    first.refresh_from_db()
    assert first.state == State.REPLACED
    assert [d.pk for d in queries.other_sources(alice)] == [second.pk]
    deciding.withdraw(alice, second)
    first.refresh_from_db()
    assert first.state == State.ACCEPTED
    actions = list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))
    assert actions[-2:] == ["delivery.accepted", "delivery.withdrawn"]


def test_refused_leaves_the_report_only(town: Town, tmp_path: Path) -> None:
    delivery = deliver(town, tmp_path, as_csv(LINES))
    with pytest.raises(PermissionDenied):
        deciding.accept(town.cast.charlie, delivery)
    deciding.refuse(town.cast.alice, delivery)
    assert not LabourMarketMonth.objects.exists()
    delivery.refresh_from_db()
    assert delivery.report is not None


def test_it_counts_with_nobodys_people(town: Town) -> None:
    assert not queries.about_people(Statistic.MARKET)
    assert all(queries.about_people(s) for s in Statistic if s != Statistic.MARKET)

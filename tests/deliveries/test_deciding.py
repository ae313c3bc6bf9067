from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from tests.cast import person
from tests.deliveries.conftest import Town

from streekwerk.accounts.models import AuditEntry, Role
from streekwerk.deliveries import queries, refusals
from streekwerk.deliveries.actions import deciding, receiving
from streekwerk.deliveries.models import BusBenefitMonth, Delivery, State


def _corrected(town: Town, folder: Path) -> Path:
    """Return January's benefits with one norm changed and one benefit left out."""
    text = town.file("BUS", "2021-01").read_text()
    text = re.sub(r"<bedragNorm>\d+<", "<bedragNorm>0001<", text, count=1)
    first, last = text.rindex("<uitkering>"), text.rindex("</uitkering>")
    path = folder / "BUS_correctie.xml"
    path.write_text(text[:first] + text[last + len("</uitkering>") :])
    return path


def test_what_is_accepted_counts_whole(town: Town) -> None:
    delivery = town.deliver(town.file("BUS", "2021-01"))
    assert list(queries.in_force([delivery.municipality_id])) == []
    deciding.accept(town.cast.alice, delivery)
    assert list(queries.in_force([delivery.municipality_id])) == [delivery]
    delivery.refresh_from_db()
    assert (delivery.decided_by, delivery.state) == (town.cast.alice, State.ACCEPTED)
    assert AuditEntry.objects.get(action="delivery.accepted").detail["rows"] == delivery.rows


def test_what_is_refused_leaves_a_report_and_no_record(town: Town) -> None:
    delivery = town.deliver(town.file("BUS", "2021-01"))
    deciding.refuse(town.cast.alice, delivery)
    delivery.refresh_from_db()
    assert delivery.state == State.REFUSED
    assert delivery.report is not None
    assert not BusBenefitMonth.objects.exists()
    again = town.deliver(town.file("BUS", "2021-01"))
    assert again != delivery
    assert again.state == State.CHECKED


def test_a_correction_replaces_and_keeps_its_predecessor(town: Town, tmp_path: Path) -> None:
    old = town.deliver(town.file("BUS", "2021-01"))
    deciding.accept(town.cast.alice, old)
    new = town.deliver(_corrected(town, tmp_path))
    assert queries.predecessor(new) == old
    assert queries.changes(old, new) == queries.Changes(
        added=0, gone=1, changed=1, same=old.rows - 2
    )
    deciding.accept(town.cast.alice, new)
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.state, new.state, new.replaces) == (State.REPLACED, State.ACCEPTED, old)
    assert BusBenefitMonth.objects.filter(delivery=old).count() == old.rows
    assert list(queries.in_force([old.municipality_id])) == [new]


def test_undo_puts_back_what_was_there_and_can_be_undone(town: Town, tmp_path: Path) -> None:
    old = town.deliver(town.file("BUS", "2021-01"))
    deciding.accept(town.cast.alice, old)
    new = town.deliver(_corrected(town, tmp_path))
    deciding.accept(town.cast.alice, new)
    deciding.withdraw(town.cast.alice, new)
    assert list(queries.in_force([old.municipality_id])) == [old]
    assert BusBenefitMonth.objects.filter(delivery=new).count() == new.rows
    deciding.restore(town.cast.alice, new)
    assert list(queries.in_force([old.municipality_id])) == [new]
    old.refresh_from_db()
    assert old.state == State.REPLACED


def test_deciding_twice_is_deciding_once(town: Town) -> None:
    delivery = town.deliver(town.file("BUS", "2021-01"))
    deciding.accept(town.cast.alice, delivery)
    entries = AuditEntry.objects.count()
    deciding.accept(town.cast.alice, delivery)
    assert AuditEntry.objects.count() == entries
    with pytest.raises(refusals.Refused):
        deciding.refuse(town.cast.alice, delivery)
    deciding.withdraw(town.cast.alice, delivery)
    for action in (deciding.accept, deciding.refuse):
        with pytest.raises(refusals.Refused):
            action(town.cast.alice, delivery)


def test_everything_without_errors_is_accepted_at_once(town: Town) -> None:
    clean = [town.deliver(town.file("BUS", month)) for month in ("2021-01", "2021-02")]
    faulty = town.deliver(town.file("BUS", "2021-03"))
    Delivery.objects.filter(pk=faulty.pk).update(errors=1)
    assert deciding.accept_all_without_errors(town.cast.alice) == 2
    assert set(queries.in_force([faulty.municipality_id])) == set(clean)


def test_the_database_lets_one_delivery_count_per_month(town: Town, tmp_path: Path) -> None:
    old = town.deliver(town.file("BUS", "2021-01"))
    deciding.accept(town.cast.alice, old)
    new = town.deliver(_corrected(town, tmp_path))
    fields = {"state": State.ACCEPTED, "decided_by": town.cast.alice, "decided_at": new.checked_at}
    with pytest.raises(IntegrityError, match="one_in_force_a_month"), transaction.atomic():
        Delivery.objects.filter(pk=new.pk).update(**fields)


@pytest.mark.parametrize("action", [deciding.accept, deciding.refuse, deciding.withdraw])
def test_only_a_researcher_of_the_municipality_decides(town: Town, action: object) -> None:
    delivery = town.deliver(town.file("BUS", "2021-01"))
    others = [town.cast.bob, town.cast.charlie, town.cast.dana, town.admin]
    others.append(person("eve", Role.CASEWORKER, town.cast.alice.municipality))
    for other in others:
        with pytest.raises(PermissionDenied):
            action(other, delivery)  # type: ignore[operator]  # one of the three above
        assert not queries.visible_to(other).exists()
    delivery.refresh_from_db()
    assert delivery.state == State.CHECKED


def test_only_a_researcher_of_a_municipality_delivers(town: Town) -> None:
    for other in (town.cast.bob, town.cast.dana, town.admin):
        with pytest.raises(PermissionDenied):
            receiving.receive(other, "x.xml", [b"x"])
    with pytest.raises(refusals.Refused):
        receiving.receive(town.cast.charlie, "x.xml", [b"x"])
    assert not Delivery.objects.exists()
    assert not list((town.state / "incoming").glob("*"))

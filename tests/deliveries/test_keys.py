from __future__ import annotations

import pytest
from tests.deliveries.conftest import CODE, Town

from streekwerk.deliveries import keys, queries, refusals
from streekwerk.deliveries.actions import deciding, municipalities
from streekwerk.deliveries.models import BusBenefitMonth, Delivery, State
from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.exchange import read_bus


def test_the_key_is_a_private_file_and_not_in_the_database(town: Town) -> None:
    path = town.state / "keys" / f"{CODE}.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.read_text() not in str(vars(town.reporter))


def test_a_key_is_made_once(town: Town) -> None:
    first = keys.make_key(CODE)
    assert keys.make_key(CODE) == first
    assert municipalities.set_up_reporter(town.admin, CODE) == town.reporter


def test_the_environment_goes_before_the_file(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    key = PseudonymKey.fresh(CODE)
    monkeypatch.setenv(f"STREEKWERK_PSEUDONYM_KEY_{CODE}", key.secret.hex())
    assert keys.key_of(CODE, keys.check_of(key)) == key


def test_pseudonyms_follow_from_the_key_alone(town: Town) -> None:
    path = town.file("BUS", "2021-01")
    delivery = town.deliver(path)
    key = keys.key_of(CODE, town.reporter.key_check)
    expected = {key.person(str(c.record.persons[0].bsn)) for c in read_bus(path)}
    stored = BusBenefitMonth.objects.filter(delivery=delivery).values_list("person", flat=True)
    assert {person.hex for person in stored} == expected


@pytest.mark.parametrize("loss", ["gone", "another"])
def test_without_the_right_key_nothing_is_read(town: Town, loss: str) -> None:
    path = town.state / "keys" / f"{CODE}.key"
    path.unlink()
    if loss == "another":
        keys.make_key(CODE)
    delivery = town.deliver(town.file("BUS", "2021-01"))
    assert delivery.state == State.UNREADABLE
    assert delivery.failure == refusals.KEY_GONE.as_json()
    assert not BusBenefitMonth.objects.exists()
    if loss == "gone":
        with pytest.raises(refusals.Refused):
            municipalities.set_up_reporter(town.admin, CODE)


def test_the_region_sees_months_but_nothing_in_them(town: Town) -> None:
    delivery = town.deliver(town.file("BUS", "2021-01"))
    deciding.accept(town.cast.alice, delivery)
    (own,) = queries.calendar(town.cast.alice)
    (seen,) = queries.calendar(town.cast.dana)
    assert own.public_id == delivery.public_id
    assert (seen.code, seen.period, seen.public_id, seen.rows) == (CODE, own.period, None, 0)
    assert queries.calendar(town.cast.charlie) == queries.calendar(town.cast.bob) == []
    assert not queries.visible_to(town.cast.dana).exists()
    assert Delivery.objects.count() == 1

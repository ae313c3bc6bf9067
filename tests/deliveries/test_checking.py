from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from django.db import connection
from tests.deliveries.conftest import Town

from streekwerk.accounts.models import AuditEntry
from streekwerk.deliveries import incoming, refusals
from streekwerk.deliveries.actions import checking, housekeeping, municipalities
from streekwerk.deliveries.importing import space
from streekwerk.deliveries.models import (
    BusBenefitMonth,
    Delivery,
    PersonFact,
    Progress,
    SrgMeasure,
    State,
)
from streekwerk.registers.exchange import read_bus, read_srg, write_bus
from streekwerk.registers.sources.mapping import Column, ColumnMapping, FactKind


def test_a_file_is_read_checked_and_stored_pseudonymised(town: Town) -> None:
    path = town.file("BUS", "2021-01")
    records = [checked.record for checked in read_bus(path)]
    delivery = town.deliver(path)
    assert delivery.state == State.CHECKED
    assert (delivery.statistic, delivery.code, delivery.month) == ("BUS", "9901", "2021-01")
    assert delivery.rows == delivery.stored == len(records)
    stored = BusBenefitMonth.objects.filter(delivery=delivery).order_by("source_row")
    assert [row.norm for row in stored] == [record.norm for record in records]
    assert [row.housing for row in stored] == [record.persons[0].housing for record in records]
    assert stored.values("person").distinct().count() == len({r.persons[0].bsn for r in records})


def test_no_bsn_is_anywhere_after_the_check(town: Town) -> None:
    path = town.file("SRG", "2021-01")
    bsns = {checked.record.bsn for checked in read_srg(path)}
    assert len(bsns) > 3
    delivery = town.deliver(path)
    assert not list((town.state / "incoming").iterdir())
    assert incoming.path_of(delivery.public_id) is None
    said = "".join(_everything_in_the_database())
    assert not [bsn for bsn in bsns if bsn is not None and bsn in said]
    assert not re.search(r"9999\d{5}", said)


def _everything_in_the_database() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name from information_schema.tables where table_schema = 'public' "
            "and table_type = 'BASE TABLE'"
        )
        tables = [name for (name,) in cursor.fetchall()]
        said = []
        for table in tables:
            cursor.execute(f'select t::text from "{table}" t')  # noqa: S608 - our own tables
            said += [row for (row,) in cursor.fetchall()]
    return said


def test_while_it_waits_the_file_is_private(town: Town) -> None:
    delivery = town.deliver(town.file("BUS", "2021-01"), check=False)
    path = incoming.path_of(delivery.public_id)
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert incoming.directory().stat().st_mode & 0o777 == 0o700


def test_the_same_file_again_changes_nothing(town: Town) -> None:
    first = town.deliver(town.file("BUS", "2021-01"))
    before = (BusBenefitMonth.objects.count(), AuditEntry.objects.count())
    again = town.deliver(town.file("BUS", "2021-01"))
    assert again == first
    assert (BusBenefitMonth.objects.count(), AuditEntry.objects.count()) == before
    assert Delivery.objects.count() == 1


def test_checking_twice_stores_once(town: Town) -> None:
    delivery = town.deliver(town.file("SRG", "2021-01"))
    stored = SrgMeasure.objects.count()
    checking.check_waiting_with(delivery.pk)
    checking.check_waiting(delivery.municipality_id)
    assert SrgMeasure.objects.count() == stored == delivery.stored


def test_the_report_says_what_how_often_and_in_which_row(town: Town) -> None:
    town.deliver(town.file("BUS", "2021-01"))
    delivery = town.deliver(_with_a_wrong_code(town, town.state.parent))
    assert delivery.report is not None
    found = {result["check"]: result for result in delivery.report["results"]}
    assert found["veld-code"]["count"] == 1
    assert found["veld-code"]["examples"][0]["row"] == 1
    assert found["veld-code"]["examples"][0]["shown"]["nl"] == "41"
    assert delivery.errors >= 1


def _with_a_wrong_code(town: Town, folder: Path) -> Path:
    text = town.file("SRG", "2021-01").read_text()
    wrong = re.sub(r"<typeVoorziening>\d\d<", "<typeVoorziening>41<", text, count=1)
    assert wrong != text
    path = folder / "SRG_fout.xml"
    path.write_text(wrong)
    return path


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leeg"),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><busBestand/>", "DOCTYPE"),
        (b"zomaar\nwat tekst\n", "SRG of BUS"),
        (b"%PDF-1.7 \x00\x00", "geen XML"),
    ],
)
def test_what_cannot_be_read_says_why_and_leaves_nothing(
    town: Town, content: bytes, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "vreemd.bin"
    path.write_bytes(content)
    delivery = town.deliver(path)
    assert delivery.state == State.UNREADABLE
    assert delivery.failure_words is not None
    assert says.lower() in delivery.failure_words.nl.lower()
    assert incoming.path_of(delivery.public_id) is None
    assert not Progress.objects.exists()


def test_a_file_of_another_municipality_is_not_taken(town: Town, tmp_path: Path) -> None:
    text = (
        town.file("BUS", "2021-01").read_text().replace("<gemeentecode>9901", "<gemeentecode>9902")
    )
    path = tmp_path / "BUS_ander.xml"
    path.write_text(text)
    delivery = town.deliver(path)
    assert delivery.state == State.UNREADABLE
    assert delivery.failure_words is not None
    assert "9902" in delivery.failure_words.nl
    assert BusBenefitMonth.objects.count() == 0


def test_a_file_about_two_months_is_asked_back_by_month(town: Town, tmp_path: Path) -> None:
    records = [
        checked.record
        for month in ("2021-01", "2021-02")
        for checked in read_bus(town.file("BUS", month))
    ]
    path = tmp_path / "jaar.csv"
    write_bus(records, path)
    delivery = town.deliver(path)
    assert delivery.state == State.UNREADABLE
    assert delivery.failure_words is not None
    assert "per maand" in delivery.failure_words.nl
    assert BusBenefitMonth.objects.count() == 0


def test_one_bad_file_does_not_stop_the_next(town: Town, tmp_path: Path) -> None:
    bad = tmp_path / "half.xml"
    bad.write_bytes(town.file("BUS", "2021-01").read_bytes()[:-2000])
    first = town.deliver(bad, check=False)
    second = town.deliver(town.file("BUS", "2021-02"), check=False)
    third = town.deliver(town.file("SRG", "2021-02"), check=False)
    checking.check_waiting(first.municipality_id)
    states = [Delivery.objects.get(pk=d.pk).state for d in (first, second, third)]
    assert states == [State.UNREADABLE, State.CHECKED, State.CHECKED]
    assert PersonFact.objects.count() == 0
    assert not BusBenefitMonth.objects.filter(delivery=first).exists()


EDUCATION = ColumnMapping(
    "Opleiding",
    "BSN",
    "PEILDATUM",
    (Column("NIVEAU", "education", FactKind.CODE, {"laag": "low", "hoog": "high"}),),
)


def test_another_source_comes_in_through_its_saved_mapping(town: Town, tmp_path: Path) -> None:
    municipalities.save_source(town.cast.alice, EDUCATION)
    path = tmp_path / "opleiding.csv"
    path.write_text(
        "BSN;NIVEAU;PEILDATUM\n999990019;laag;20210101\n999990020;hoog;20210101\n;laag;20210101\n"
    )
    delivery = town.deliver(path)
    assert delivery.state == State.CHECKED
    assert (delivery.statistic, delivery.source, delivery.rows) == ("FACTS", "Opleiding", 3)
    facts = PersonFact.objects.filter(delivery=delivery).order_by("source_row")
    assert [fact.code for fact in facts] == ["low", "high"]
    assert delivery.errors >= 1
    assert delivery.report is not None
    assert {r["check"] for r in delivery.report["results"]} >= {"bron-zonder-persoon"}


def test_without_room_the_file_waits_and_says_why(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = town.deliver(town.file("BUS", "2021-01"), check=False)
    with monkeypatch.context() as patch:
        patch.setattr(space, "RESERVE", 10**18)
        with pytest.raises(refusals.NoRoom):
            checking.check_waiting(delivery.municipality_id)
    delivery.refresh_from_db()
    assert delivery.state == State.RECEIVED
    assert delivery.progress.problem_words is not None
    assert "te weinig ruimte" in delivery.progress.problem_words.nl
    assert incoming.path_of(delivery.public_id) is not None
    assert not BusBenefitMonth.objects.exists()
    checking.check_waiting(delivery.municipality_id)
    delivery.refresh_from_db()
    assert delivery.state == State.CHECKED


def test_what_broke_off_is_swept_up(town: Town) -> None:
    checked = town.deliver(town.file("BUS", "2021-01"))
    left = incoming.directory() / str(checked.public_id)
    left.mkdir()
    (left / "BUS.xml").write_text("killed between the commit and the erasing")
    waiting = town.deliver(town.file("SRG", "2021-01"), check=False)
    unknown = incoming.keep("x.xml", [b"killed before it was registered"])
    housekeeping.keep_house()
    assert set(incoming.ids()) == {waiting.public_id, unknown.id}
    yesterday = time.time() - 2 * incoming.STRAY_AFTER
    os.utime(incoming.directory() / str(unknown.id), (yesterday, yesterday))
    housekeeping.keep_house()
    assert incoming.ids() == [waiting.public_id]

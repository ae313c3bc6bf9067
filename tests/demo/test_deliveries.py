"""The demo's files go through the door real files use."""

import csv
import hashlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from streekwerk.demo.config import PERFECT_REGISTRATION, Messiness, RegionConfig
from streekwerk.demo.deliveries import FileKind, open_desk, write_deliveries, write_month
from streekwerk.demo.simulation import build_world, run
from streekwerk.registers.exchange import read_bus, read_header, read_srg

REGION = RegionConfig(people=900, months=8, seed=9, messiness=PERFECT_REGISTRATION)
LABEL, MONTH = "2021-06", 5


def _only(folder: Path, name: str, kind: str) -> Path:
    (found,) = folder.glob(f"{name}.{kind}")
    return found


@pytest.mark.parametrize("kind", ["xml", "csv"])
def test_a_perfect_region_is_read_without_a_single_finding(tmp_path: Path, kind: FileKind) -> None:
    write_deliveries(REGION, tmp_path, kind)
    desk = open_desk(run(build_world(REGION, 1)))
    history = desk.history

    srg = list(read_srg(_only(tmp_path, f"SRG_9902_{LABEL}", kind)))
    bus = list(read_bus(_only(tmp_path, f"BUS_9902_{LABEL}", kind)))
    assert [finding for each in (*srg, *bus) for finding in each.findings] == []

    starts = history.starts
    running = (starts.month <= MONTH) & (starts.end >= MONTH)
    codes = np.array(REGION.measure_codes)[starts.measure[running]]
    assert Counter(str(each.record.type) for each in srg) == Counter(codes.tolist())
    bsns = desk.bsn[starts.person[running]]
    assert Counter(each.record.bsn for each in srg) == Counter(bsns.tolist())

    on_benefit = np.flatnonzero(history.benefit[:, MONTH])
    persons = [person for each in bus for person in each.record.persons]
    assert [person.bsn for person in persons] == desk.bsn[on_benefit].tolist()
    reasons = Counter(int(p.end_reason) for p in persons if p.end_reason)
    codes = history.exit_code[on_benefit, MONTH]
    assert reasons == Counter(codes[codes != 0].tolist())
    earning = [bool(person.incomes) for person in persons]
    assert earning == history.earnings[on_benefit, MONTH].tolist()
    exempt = [int(person.exemption or 0) for person in persons]
    assert exempt == history.exemption[on_benefit, MONTH].tolist()


def test_mistakes_in_the_registration_become_findings(tmp_path: Path) -> None:
    messy = replace(REGION, messiness=replace(PERFECT_REGISTRATION, invalid_type=0.3))
    write_deliveries(messy, tmp_path)
    records = list(read_srg(_only(tmp_path, f"SRG_9901_{LABEL}", "xml")))
    wrong = [each for each in records if each.findings]
    assert 0.15 < len(wrong) / len(records) < 0.45
    assert all(each.record.type is None for each in wrong)
    assert {f.field.number for each in wrong for f in each.findings if f.field} == {14}


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    def fingerprints(folder: Path) -> dict[str, str]:
        small = replace(REGION, people=120, months=3, messiness=Messiness())
        written = write_deliveries(small, folder)
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in written}

    one = fingerprints(tmp_path / "one")
    assert one == fingerprints(tmp_path / "two")
    assert len(set(one.values())) == len(one)


def test_a_month_that_was_never_sent_has_no_file(tmp_path: Path) -> None:
    messiness = replace(PERFECT_REGISTRATION, missing_srg_month=1.0)
    desk = open_desk(run(build_world(replace(REGION, messiness=messiness), 0)))
    (only,) = write_month(desk, 0, tmp_path)
    assert only.name == "BUS_9901_2021-01.xml"


@pytest.mark.parametrize("kind", ["xml", "csv"])
def test_a_delivery_without_records_says_who_sends_it(tmp_path: Path, kind: FileKind) -> None:
    desk = open_desk(run(build_world(replace(REGION, start_rate=0.0), 5)))
    srg, _ = write_month(desk, MONTH, tmp_path, kind)
    header = read_header(srg)
    assert header is not None
    assert (header.municipality, header.year, header.month) == ("9906", 2021, 6)
    assert list(read_srg(srg)) == []


def test_education_and_labour_market_come_as_extra_sources(tmp_path: Path) -> None:
    write_deliveries(replace(REGION, people=300, months=2), tmp_path)
    with (tmp_path / "opleiding_9901.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    assert len(rows) == REGION.sizes()[0] // 3
    assert {row["OPLEIDINGSNIVEAU"] for row in rows} == {"laag", "midden", "hoog"}
    with (tmp_path / "arbeidsmarkt.csv").open(encoding="utf-8") as stream:
        market = list(csv.DictReader(stream, delimiter=";"))
    assert [row["MAAND"] for row in market] == ["2021-01", "2021-02"]
    assert all(5 < float(row["VACATURES_PER_100"]) < 30 for row in market)

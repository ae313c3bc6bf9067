"""The whole way: checks find what was put in, deliveries go in whole, replace and come out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.registers.examples import a_benefit, a_measure, a_person, an_income
from tests.registers.strategies import BSNS

from streekwerk.registers.analysis.load import (
    WrongMunicipalityError,
    remove_delivery,
    write_parquet,
)
from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.analysis.schema import TABLES
from streekwerk.registers.codes import BenefitEndReason, EndReason, IncomeKind, MeasureType, YesNo
from streekwerk.registers.delivery.acceptance import STRICT, Policy
from streekwerk.registers.exchange import write_bus, write_srg
from streekwerk.registers.intake import Intake, take_in
from streekwerk.registers.quality.checks import Severity
from streekwerk.registers.records import BusIncome
from streekwerk.registers.refusal import RefusedError

KEY = PseudonymKey("1999", bytes(range(32)))
ANY = Policy(most_with_error=1.0)


@pytest.fixture
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection


def in_month(record: Any, year: int, month: int) -> Any:
    return replace(record, header=replace(record.header, year=year, month=month))


def take_srg(db: Any, folder: Path, records: list[Any], policy: Policy = ANY) -> Intake:
    path = folder / "srg.csv"
    write_srg(records, path)
    return take_in(path, KEY, db, policy)


def take_bus(db: Any, folder: Path, records: list[Any], policy: Policy = ANY) -> Intake:
    path = folder / "bus.csv"
    write_bus(records, path)
    return take_in(path, KEY, db, policy)


def found(intake: Intake) -> dict[str, int]:
    return {result.check.id: result.count for result in intake.report.results}


SRG_MISTAKES: list[tuple[str, dict[str, Any]]] = [
    ("srg-einde-voor-begin", {"end": date(2025, 10, 1)}),
    ("srg-begin-na-maand", {"start": date(2026, 4, 1)}),
    ("srg-lang-beeindigd", {"start": date(2023, 1, 1), "end": date(2024, 1, 1)}),
    ("srg-loonwaarde-bij-ander-type", {"wage_value": 60}),
    ("srg-loonwaarde-ontbreekt", {"type": MeasureType.WAGE_SUBSIDY}),
    ("srg-loonwaarde-boven-100", {"type": MeasureType.WAGE_SUBSIDY, "wage_value": 101}),
    (
        "srg-reden-zonder-einde",
        {"type": MeasureType.FLAT_WAGE_SUBSIDY, "end_reason": EndReason.ACTUAL},
    ),
    ("srg-reden-bij-ander-type", {"end": date(2026, 3, 1), "end_reason": EndReason.ACTUAL}),
    ("srg-leeftijd", {"birth_date": date(2020, 1, 1)}),
    ("bsn-elfproef", {"bsn": "999993654"}),
    ("sleutel-ontbreekt", {"registration": None}),
    ("veld-diakritisch", {"description": "coachíng"}),
    ("srg-nooit-gesloten", {"type": MeasureType.COACHING, "start": date(2022, 1, 1)}),
]


@pytest.mark.parametrize(("check", "mistake"), SRG_MISTAKES, ids=[c for c, _ in SRG_MISTAKES])
def test_each_mistake_in_srg_is_found_and_nothing_else(
    check: str, mistake: dict[str, Any], warehouse: Any, tmp_path: Path
) -> None:
    good = [replace(a_measure(), bsn=bsn, registration=bsn) for bsn in BSNS[:3]]
    assert found(take_srg(warehouse, tmp_path, good)) == {}
    wrong = replace(a_measure(), **({"bsn": BSNS[5]} | mistake))
    intake = take_srg(warehouse, tmp_path, [*good, wrong])
    assert found(intake) == {check: 1}
    assert intake.report.results[0].examples[0].row == 5
    assert intake.report.rows == 4


def person(**changes: Any) -> Any:
    return replace(a_benefit(), persons=(replace(a_person(), **changes),))


BUS_MISTAKES: list[tuple[str, Any]] = [
    ("bus-einde-voor-begin", {"end": date(2024, 1, 1), "end_reason": BenefitEndReason.EMPLOYMENT}),
    ("bus-begin-na-maand", {"start": date(2026, 4, 1)}),
    ("bus-einde-zonder-reden", {"end": date(2026, 3, 5)}),
    ("bus-reden-zonder-einde", {"end_reason": BenefitEndReason.EMPLOYMENT}),
    (
        "bus-reden-studietoeslag",
        {"end": date(2026, 3, 5), "end_reason": BenefitEndReason.HEALTH_IMPROVED},
    ),
    ("bus-ontheffing-zonder", {"exemption_end": date(2026, 5, 1)}),
    (
        "bus-vermindering-datums",
        {"reduction_start": date(2026, 3, 1), "reduction_end": date(2026, 2, 1)},
    ),
    ("bus-leeftijd", {"birth_date": date(2014, 1, 1)}),
    ("bus-inkomsten-zonder-soort", {"incomes": (BusIncome(None, 100, YesNo.NO),)}),
    ("bus-inkomsten-zonder-bedrag", {"incomes": (BusIncome(IncomeKind.OTHER, None, None),)}),
]


@pytest.mark.parametrize(("check", "mistake"), BUS_MISTAKES, ids=[c for c, _ in BUS_MISTAKES])
def test_each_mistake_in_bus_is_found_and_nothing_else(
    check: str, mistake: dict[str, Any], warehouse: Any, tmp_path: Path
) -> None:
    intake = take_bus(warehouse, tmp_path, [person(), *_numbered(person(**mistake))])
    assert found(intake) == {check: 1}
    assert intake.report.results[0].examples[0].row == 3


def _numbered(record: Any) -> list[Any]:
    people = tuple(replace(p, bsn=BSNS[9]) for p in record.persons)
    return [replace(record, registration="U9", persons=people)]


@pytest.mark.parametrize(
    ("check", "changes"),
    [
        ("bus-bbz-klasse-bij-ander", {"self_employed_class": "1"}),
        ("bus-cluster-bij-ander", {"special_cluster": "a"}),
        ("bus-cluster-ontbreekt", {"law": "12"}),
        ("bus-leefvorm-ontbreekt", {"household": None}),
        ("bus-zonder-persoon", {"persons": ()}),
        ("bus-betaald-veel-meer-dan-norm", {"paid": 133000}),
    ],
)
def test_each_mistake_on_a_benefit_is_found(
    check: str, changes: dict[str, Any], warehouse: Any, tmp_path: Path
) -> None:
    wrong = replace(_numbered(person())[0], **changes)
    assert found(take_bus(warehouse, tmp_path, [person(), wrong])) == {check: 1}


def test_checks_across_srg_records(warehouse: Any, tmp_path: Path) -> None:
    first, second = a_measure(), replace(a_measure(), bsn=BSNS[1])
    overlap = replace(first, registration="V2", start=date(2026, 1, 1))
    intake = take_srg(warehouse, tmp_path, [first, first, overlap, second])
    assert found(intake) == {"srg-dubbel": 1, "srg-overlap": 1}
    other = replace(second, birth_date=date(1970, 1, 1))
    april = [in_month(record, 2026, 4) for record in (overlap, other)]
    intake = take_srg(warehouse, tmp_path, april)
    assert found(intake) == {"srg-verdwenen": 2, "srg-persoon-verandert": 1}


def test_who_has_a_measure_but_no_benefit(warehouse: Any, tmp_path: Path) -> None:
    take_bus(warehouse, tmp_path, [a_benefit()])
    with_benefit, without = a_measure(), replace(a_measure(), bsn=BSNS[1])
    assert found(take_srg(warehouse, tmp_path, [with_benefit, without])) == {"srg-niet-in-bus": 1}


def test_checks_across_bus_records(warehouse: Any, tmp_path: Path) -> None:
    one = a_benefit()
    two = replace(one, registration="U2")
    assert found(take_bus(warehouse, tmp_path, [one, one])) == {"bus-dubbel": 1}
    assert found(take_bus(warehouse, tmp_path, [one, two])) == {"bus-twee-uitkeringen": 1}
    ended = person(end=date(2026, 3, 20), end_reason=BenefitEndReason.EMPLOYMENT)
    gone = _numbered(person())[0]
    assert found(take_bus(warehouse, tmp_path, [ended, gone])) == {}
    april = take_bus(warehouse, tmp_path, [in_month(one, 2026, 4)])
    assert found(april) == {"bus-verdwenen": 1, "bus-loopt-door-na-einde": 1}


def test_a_month_with_half_the_rows_and_a_month_that_is_missing(
    warehouse: Any, tmp_path: Path
) -> None:
    sizes = {1: 40, 2: 40, 3: 40, 4: 12, 6: 40}
    for month, size in sizes.items():
        people = [replace(a_measure(), bsn=bsn, end=date(2026, month, 1)) for bsn in BSNS[:size]]
        intake = take_srg(warehouse, tmp_path, [in_month(one, 2026, month) for one in people])
    results = {result.check.id: result for result in intake.report.results}
    assert [e.shown.nl for e in results["maand-gat"].examples] == ["2026-04"]
    assert [e.shown.nl for e in results["maand-ontbreekt"].examples] == ["2026-05"]
    assert [month.rows for month in intake.report.trend] == [40, 40, 40, 12, 40]
    assert [month.ended for month in intake.report.trend] == [40, 40, 40, 12, 40]


def test_the_same_file_twice_changes_nothing(warehouse: Any, tmp_path: Path) -> None:
    first = take_bus(warehouse, tmp_path, [a_benefit()])
    before = everything(warehouse)
    again = take_bus(warehouse, tmp_path, [a_benefit()])
    assert again.loaded.already_there
    assert again.report.fingerprint == first.report.fingerprint
    assert everything(warehouse) == before


def test_a_correction_replaces_its_own_month_only(warehouse: Any, tmp_path: Path) -> None:
    march, april = a_measure(), in_month(a_measure(), 2026, 4)
    take_srg(warehouse, tmp_path, [march])
    take_srg(warehouse, tmp_path, [april])
    corrected = replace(march, type=MeasureType.TRAINING)
    intake = take_srg(warehouse, tmp_path, [corrected])
    assert intake.loaded.replaced == 1
    rows = warehouse.execute("SELECT period, type FROM srg_measure ORDER BY period").fetchall()
    assert rows == [(date(2026, 3, 1), "42"), (date(2026, 4, 1), "30")]
    assert remove_delivery(warehouse, intake.report.fingerprint) == 1


@pytest.mark.parametrize(
    ("policy", "accepted"),
    [(STRICT, False), (Policy(), True), (Policy(most_with_error=0.1), False)],
)
def test_whole_or_not_at_all(
    policy: Policy, accepted: bool, warehouse: Any, tmp_path: Path
) -> None:
    take_srg(warehouse, tmp_path, [a_measure()])
    before = everything(warehouse)
    people = [replace(a_measure(), bsn=bsn) for bsn in BSNS[:4]]
    wrong = replace(a_measure(), bsn=BSNS[4], end=date(2020, 1, 1))
    intake = take_srg(warehouse, tmp_path, [*people, wrong], policy)
    assert intake.decision.accepted is accepted
    assert intake.report.count(Severity.ERROR) == 1
    assert "1 fout" in intake.decision.reason.nl or "20%" in intake.decision.reason.nl
    rows = len(everything(warehouse)[0])
    assert rows == 5 if accepted else everything(warehouse) == before


def test_an_empty_delivery_must_be_meant(warehouse: Any, tmp_path: Path) -> None:
    path = tmp_path / "leeg.xml"
    write_srg([], path, header=a_measure().header)
    assert not take_in(path, KEY, warehouse, Policy()).decision.accepted
    assert take_in(path, KEY, warehouse, Policy(accept_empty=True)).decision.accepted


def test_a_file_that_breaks_off_leaves_nothing(warehouse: Any, tmp_path: Path) -> None:
    path = tmp_path / "srg.xml"
    write_srg([replace(a_measure(), bsn=bsn, registration=bsn) for bsn in BSNS[:500]], path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(RefusedError):
        take_in(path, KEY, warehouse, ANY)
    assert everything(warehouse) == [[], [], [], []]


def test_another_municipality_stays_out(warehouse: Any, tmp_path: Path) -> None:
    path = tmp_path / "srg.csv"
    write_srg([a_measure()], path)
    with pytest.raises(WrongMunicipalityError, match="1999"):
        take_in(path, PseudonymKey("0344", bytes(32)), warehouse, ANY)
    assert everything(warehouse) == [[], [], [], []]


def test_incomes_and_persons_in_the_tables(warehouse: Any, tmp_path: Path) -> None:
    incomes = (an_income(), BusIncome(IncomeKind.OTHER, -20, YesNo.NO))
    couple = (replace(a_person(), incomes=incomes), a_person(BSNS[3]))
    take_bus(warehouse, tmp_path, [replace(a_benefit(), persons=couple)])
    rows = warehouse.execute(
        "SELECT earnings, earnings_disregarded, other_income, persons_in_benefit, source_row "
        "FROM bus_benefit_month ORDER BY source_row"
    ).fetchall()
    assert rows == [(412, True, -20, 2, 2), (None, None, None, 2, 4)]
    kinds = warehouse.execute(
        "SELECT kind, amount, disregarded FROM bus_income_month ORDER BY kind"
    ).fetchall()
    assert kinds == [("11", 412, True), ("98", -20, False)]
    month = warehouse.execute("SELECT law, earnings, paid FROM bus_person_month").fetchall()
    assert sorted(month, key=str) == [("01", 412, 1330), ("01", None, 1330)]


def test_a_name_few_persons_share_is_hidden(warehouse: Any, tmp_path: Path) -> None:
    common = [replace(a_measure(), bsn=bsn, description="Taalcoach") for bsn in BSNS[:10]]
    rare = replace(a_measure(), bsn=BSNS[20], description="jan de vries")
    take_srg(warehouse, tmp_path, [*common, rare])
    names = warehouse.execute("SELECT local_name, count(*) FROM srg_measure GROUP BY 1").fetchall()
    assert sorted(names, key=str) == [("taalcoach", 10), (None, 1)]


def test_no_number_of_a_person_gets_past(warehouse: Any, tmp_path: Path) -> None:
    """Not in any table, not in the report: not even when the number is wrong."""
    bad = [replace(a_measure(), bsn="999993654"), replace(a_measure(), bsn=BSNS[8])]
    reports = [take_srg(warehouse, tmp_path, bad), take_bus(warehouse, tmp_path, [a_benefit()])]
    said = json.dumps([r.report.as_json() for r in reports]) + str(everything(warehouse))
    said += "".join(r.report.as_text("nl") + r.report.as_text("en") for r in reports)
    for number in ("999993654", BSNS[8], a_person().bsn):
        assert number not in said
    assert "•••••••54" in reports[0].report.as_text()
    written = write_parquet(warehouse, tmp_path / "uit")
    assert len(written) == len(TABLES)
    assert all(BSNS[8].encode() not in path.read_bytes() for path in written)


def everything(warehouse: Any) -> list[list[Any]]:
    tables = ("srg_measure", "bus_benefit_month", "bus_income_month", "person_fact")
    return [
        sorted(warehouse.execute(f"SELECT * FROM {table}").fetchall(), key=str)  # noqa: S608
        for table in tables
    ]

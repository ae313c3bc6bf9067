"""Outcomes and covariates from someone's own Excel or CSV, through a saved mapping."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
import xlsxwriter

from streekwerk.registers.analysis.load import load_facts
from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.sources.mapping import Column, ColumnMapping, FactKind
from streekwerk.registers.sources.reader import NOBODY, UNREADABLE, read_facts

KEY = PseudonymKey("1999", bytes(range(32)))
MAPPING = ColumnMapping(
    "uitstroom team werk",
    "BSN klant",
    "Peildatum",
    (
        Column("Opleiding", "education", FactKind.CODE, {"mbo 2": "2", "mbo 3": "3"}),
        Column("Uren p/w", "hours", FactKind.NUMBER, low=0, high=60),
        Column("Loon", "wage", FactKind.NUMBER, low=0),
        Column("Start baan", "job_start", FactKind.DATE),
    ),
)
HEADER = ["BSN klant", "Naam", "Peildatum", "Opleiding", "Uren p/w", "Loon", "Start baan"]
LINES = [
    ["999993653", "A", "2026-03-31", "mbo 2", "24,5", "€ 1.850,40", "01-02-2026"],
    ["999993653", "A", "2026-03-31", "onbekend", "80", "", ""],
    ["", "B", "2026-03-31", "mbo 3", "", "", ""],
    ["111222333", "C", "geen idee", "mbo 3", "", "", ""],
]


def as_csv(path: Path, lines: list[list[str]], encoding: str = "utf-8") -> Path:
    path.write_text("\n".join(";".join(line) for line in [HEADER, *lines]), encoding=encoding)
    return path


def test_what_is_said_is_read_and_what_is_not_is_named(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "uitstroom.csv", LINES)
    rows = list(read_facts(path, MAPPING, KEY, "d"))
    facts = {fact.variable: fact for fact in rows[0].facts}
    assert {fact.person for fact in rows[0].facts} == {KEY.person("999993653")}
    assert facts["education"].code == "2"
    assert facts["hours"].number == 24.5
    assert facts["wage"].number == 1850.40
    assert facts["job_start"].date == date(2026, 2, 1)
    assert facts["wage"].date == date(2026, 3, 31)
    assert [(f.check, f.column) for f in rows[1].findings] == [
        (UNREADABLE, "Opleiding"),
        (UNREADABLE, "Uren p/w"),
    ]
    assert [row.findings[0].check for row in rows[2:]] == [NOBODY, NOBODY]
    assert [row.row for row in rows] == [2, 3, 4, 5]
    assert not any(row.facts for row in rows[1:])


def test_excel_with_real_numbers_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "uitstroom.xlsx"
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd-mm-yyyy"}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, [999993653, "A", date(2026, 3, 31), "mbo 2", 24.5, 1850.4])
        page.write_datetime(1, 6, date(2026, 2, 1))
    from_excel = [row.facts for row in read_facts(path, MAPPING, KEY, "d")]
    from_csv = [
        row.facts for row in read_facts(as_csv(tmp_path / "u.csv", LINES[:1]), MAPPING, KEY, "d")
    ]
    assert from_excel == from_csv


def test_windows_text_is_read(tmp_path: Path) -> None:
    mapping = ColumnMapping(
        "x", "BSN klant", "Peildatum", (Column("Opleiding", "education", FactKind.CODE),)
    )
    lines = [["999993653", "", "20260331", "privé", "", "", ""]]
    path = as_csv(tmp_path / "u.csv", lines, "cp1252")
    assert next(read_facts(path, mapping, KEY, "d")).facts[0].code == "privé"


def test_a_mapping_is_saved_and_found_again() -> None:
    assert ColumnMapping.from_json(json.loads(json.dumps(MAPPING.as_json()))) == MAPPING


@pytest.mark.parametrize(
    "header", ["Nationaliteit", "Geboorteland", "Etniciteit", "Postcode", "Sanctie", "Achternaam"]
)
def test_what_may_never_be_used_cannot_be_mapped(header: str) -> None:
    with pytest.raises(ValueError, match="may not be used"):
        Column(header, "groep", FactKind.CODE)


def test_a_mapping_makes_sense() -> None:
    hours = Column("Uren", "hours", FactKind.NUMBER)
    with pytest.raises(ValueError, match="variable of its own"):
        ColumnMapping("x", "BSN", "D", (hours, hours))
    with pytest.raises(ValueError, match="needs a date"):
        ColumnMapping("x", "BSN", None, (hours,))
    with pytest.raises(ValueError, match="named like"):
        Column("Uren", "Uren per week", FactKind.NUMBER)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    path.write_text("BSN klant;Peildatum;Loon\n")
    with pytest.raises(RefusedError, match="Opleiding, Uren p/w, Start baan"):
        list(read_facts(path, MAPPING, KEY, "d"))


def test_facts_in_the_table(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "u.csv", LINES)

    def facts() -> Any:
        return (fact for row in read_facts(path, MAPPING, KEY, "d") for fact in row.facts)

    with duckdb.connect() as connection:
        assert load_facts(connection, facts(), "d").rows == 4
        assert load_facts(connection, facts(), "d").already_there
        found = connection.execute(
            "SELECT variable, number, code FROM person_fact ORDER BY variable"
        ).fetchall()
    assert found == [
        ("education", None, "2"),
        ("hours", 24.5, None),
        ("job_start", None, "1"),
        ("wage", 1850.4, None),
    ]

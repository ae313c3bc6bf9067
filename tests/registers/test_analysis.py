"""Pseudonyms, and the tables as the documentation promises them."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.registers.examples import a_measure

from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.analysis.rows import measure_row
from streekwerk.registers.analysis.schema import TABLES, create_tables

DOCUMENT = Path(__file__).parents[2] / "docs" / "reference" / "registers-tables.md"
SECRET = bytes(range(100, 132))


def test_a_key_never_shows() -> None:
    key = PseudonymKey("1999", SECRET)
    assert repr(key) == "PseudonymKey(municipality='1999')"
    assert str(SECRET) not in f"{key} {key!r} {[key]}"
    with pytest.raises(ValueError, match="hexadecimal") as error:
        PseudonymKey.from_hex("1999", "geheim-" + SECRET.hex())
    shown = "".join(traceback.format_exception(error.value))
    assert SECRET.hex() not in shown


def test_a_weak_key_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        PseudonymKey("1999", b"kort")
    with pytest.raises(ValueError, match="four digits"):
        PseudonymKey("GM1999", SECRET)
    assert len(PseudonymKey.fresh("1999").secret) == 32
    assert PseudonymKey.fresh("1999") != PseudonymKey.fresh("1999")


def test_hmac_as_the_standard_prescribes() -> None:
    """The value of an independent implementation (openssl dgst -sha256 -mac HMAC)."""
    key = PseudonymKey("1999", bytes(range(32)))
    assert key.person("999993653") == KNOWN


KNOWN = "13a36467957399322e64302e6654e693"


@given(st.from_regex(r"\A[0-9]{9}\Z"), st.from_regex(r"\A[0-9]{9}\Z"))
def test_the_same_person_and_no_other(one: str, other: str) -> None:
    key, elsewhere = PseudonymKey("1999", SECRET), PseudonymKey("0344", SECRET)
    assert key.person(one) == key.person(one)
    assert (key.person(one) == key.person(other)) == (one == other)
    assert key.person(one) != elsewhere.person(one)
    assert key.person(one) != key.number("measure", one)
    assert one not in key.person(one) or len(set(one)) == 1


def test_no_type_for_analysis_can_hold_a_number_of_a_person() -> None:
    columns = {column for table in TABLES for column in table.columns}
    assert not {c for c in columns if re.search(r"bsn|registration|description|reduction", c)}
    assert not hasattr(measure_row(a_measure(), PseudonymKey("1999", SECRET), "x", 2), "bsn")


def test_the_tables_are_those_of_the_documentation() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    shared, *rest = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    for table in TABLES[:2]:
        section = next(part for part in rest if part.startswith(f"`{table.name}`"))
        promised = {name: kind for part in (shared, section) for name, kind in _columns(part)}
        assert promised == table.columns
    with duckdb.connect() as connection:
        create_tables(connection)
        create_tables(connection)
        for table in TABLES:
            described = connection.execute(f"DESCRIBE {table.name}").fetchall()
            assert {row[0]: row[1] for row in described} == table.columns
            for name in table.columns:
                assert f"`{name}`" in text or f"| {name} |" in text


def _columns(section: str) -> list[tuple[str, str]]:
    return re.findall(r"^\| (\w+) \| ([A-Z]+) \|", section, flags=re.MULTILINE)

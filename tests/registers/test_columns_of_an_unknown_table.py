"""An unknown table: what it looks like, what we propose, and what may never come in."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.sources.choices import (
    Choice,
    build_mapping,
    default_choice,
    problems,
)
from streekwerk.registers.sources.look import hidden, look
from streekwerk.registers.sources.mapping import Column, FactKind
from streekwerk.registers.sources.proposal import Role, level_of, propose, variable_of
from streekwerk.registers.sources.protected import why_protected

BSN = "999993653"
TABLE = (
    "Klant BSN;Gemeten op;Opleiding;Uren per week;Nationaliteit;kolom7;Naam;Toelichting;Trede\n"
    f"{BSN};2024-01-01;hbo;24,5;Nederlandse;1012AB;Jansen;belde {BSN} op;2\n"
    "999990019;2024-01-02;vmbo;32;Turkse;2512 cd;De Vries;iets anders;3\n"
    "999990020;2024-01-02;mbo 4;;Syrische;3011XX;Yilmaz;nog wat;3\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_what_is_shown_holds_no_bsn_and_nothing_protected(table: Path) -> None:
    seen = look(table)
    shown = repr(seen)
    for secret in (BSN, "999990019", "Jansen", "Turkse", "1012AB"):
        assert secret not in shown
    by = {column.header: column for column in seen.columns}
    assert by["Klant BSN"].is_bsn
    assert by["Klant BSN"].examples == ("•••••••53", "•••••••19", "•••••••20")
    assert by["Toelichting"].examples[0] == "belde •••••••53 op"
    assert [c.header for c in seen.columns if c.protected] == ["Nationaliteit", "kolom7", "Naam"]
    assert by["Naam"].values == ()


def test_the_proposal(table: Path) -> None:
    roles = {each.column.header: each.role for each in propose(look(table))}
    assert roles == {
        "Klant BSN": Role.PERSON,
        "Gemeten op": Role.DATE,
        "Opleiding": Role.EDUCATION,
        "Uren per week": Role.HOURS,
        "Nationaliteit": Role.SKIP,
        "kolom7": Role.SKIP,
        "Naam": Role.SKIP,
        "Toelichting": Role.SKIP,
        "Trede": Role.SKIP,
    }


def test_a_mapping_from_choices(table: Path) -> None:
    seen = look(table)
    roles = {each.column.place: each.role for each in propose(seen)}
    assert problems(seen, roles) == []
    choices = {c.place: default_choice(c, roles[c.place]) for c in seen.columns}
    mapping = build_mapping("Intake", seen, choices)
    assert (mapping.person, mapping.date) == ("Klant BSN", "Gemeten op")
    education, hours = mapping.columns
    assert education.codes == {"hbo": "hoog", "vmbo": "laag", "mbo 4": "midden"}
    assert (hours.variable, hours.low, hours.high) == ("hours", 0, 80)


@pytest.mark.parametrize(
    ("changes", "about", "words"),
    [
        ({0: Role.SKIP}, None, "precies één kolom aan als BSN"),
        ({1: Role.SKIP}, None, "peildatum"),
        ({2: Role.SKIP, 3: Role.SKIP}, None, "ten minste één kolom"),
        ({3: Role.DATE}, None, "hooguit één"),
        ({4: Role.OWN_CODE}, 4, "nationaliteit"),
        ({5: Role.OWN_CODE}, 5, "Postcode"),
        ({6: Role.OWN_CODE}, 6, "Namen"),
        ({7: Role.OWN_CODE}, 7, "kunnen zijn"),
        ({0: Role.OWN_NUMBER}, 0, "kunnen zijn"),
    ],
)
def test_what_is_wrong_with_choices_is_said(
    table: Path, changes: dict[int, Role], about: int | None, words: str
) -> None:
    seen = look(table)
    roles = {0: Role.PERSON, 1: Role.DATE, 2: Role.EDUCATION, 3: Role.HOURS} | changes
    assert any(place == about and words in text.nl for place, text in problems(seen, roles))


def test_a_protected_column_cannot_be_forced_in(table: Path) -> None:
    choices = {0: Choice(Role.PERSON), 1: Choice(Role.DATE), 5: Choice(Role.OWN_CODE, {"a": "b"})}
    with pytest.raises(ValueError, match="may not be taken in"):
        build_mapping("x", look(table), choices)
    for header in ("Geboorteland", "Religie", "Achternaam", "Postcode", "etniciteit", "boete"):
        with pytest.raises(ValueError, match="may not be used"):
            Column(header, "iets", FactKind.CODE)


@pytest.mark.parametrize("header", ["Opleidingsniveau", "Uren", "Naam cursus", "Datum plaatsing"])
def test_ordinary_headers_are_not_protected(header: str) -> None:
    assert why_protected(header, ["2", "3"]) is None


def test_free_text_is_no_choice(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    rows = "".join(f"99999{n:04d};opmerking nummer {n}\n" for n in range(40))
    path.write_text("BSN;Opmerking\n" + rows, encoding="utf-8")
    found = problems(look(path), {0: Role.PERSON, 1: Role.OWN_CODE})
    assert any("vrije tekst" in text.nl for _, text in found)


@pytest.mark.parametrize("content", ["zomaar wat tekst\n", "a;b\n", "a;A\n1;2\n", "<x/>"])
def test_what_is_no_table_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "f.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RefusedError):
        look(path)


def test_excel_looks_the_same_as_csv(table: Path, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "export.xlsx"))
    sheet = book.add_worksheet()
    for number, line in enumerate(TABLE.splitlines()):
        sheet.write_row(number, 0, line.split(";"))
    book.close()
    assert look(tmp_path / "export.xlsx") == look(table)


@given(st.text("0123456789 ab", max_size=40))
def test_no_nine_digits_that_pass_the_test_are_left(text: str) -> None:
    shown = hidden(text + f" {BSN}")
    assert BSN not in shown


def test_names_of_variables_are_unique() -> None:
    taken: frozenset[str] = frozenset()
    for role, header in ((Role.DIAGNOSIS, "Score A"), (Role.DIAGNOSIS, "Score B")) * 2:
        name = variable_of(header, role, taken)
        assert name not in taken
        taken |= {name}
    assert "diagnosis" in taken
    # CBS counts mbo 1 among low levels of education.
    assert (level_of("MBO niveau 1"), level_of("wo master"), level_of("?")) == (
        "laag",
        "hoog",
        "",
    )

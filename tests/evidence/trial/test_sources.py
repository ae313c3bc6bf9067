"""Files as municipalities really save them: separators, encodings, spreadsheets, Parquet."""

from __future__ import annotations

import io
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from streekwerk.evidence.trial.problems import TrialError
from streekwerk.evidence.trial.raw import RawTable
from streekwerk.evidence.trial.sources import read_table

EXPECTED = {"nr": ["1", "2"], "groep": ["training", "niets"], "werk": ["ja", ""]}


def cells(table: RawTable) -> dict[str, list[str]]:
    return {name: list(values) for name, values in table.cells.items()}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_reads_csv_with_any_usual_separator(separator: str) -> None:
    lines = ["nr,groep,werk", "1,training,ja", "2,niets,"]
    content = "\n".join(lines).replace(",", separator).encode()

    assert cells(read_table(content, "a.csv")) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_reads_the_encodings_excel_writes(encoding: str) -> None:
    table = read_table("naam;één\r\nzoë;1\r\n".encode(encoding), "a.csv")

    assert cells(table) == {"naam": ["zoë"], "één": ["1"]}


def test_rows_are_numbered_as_a_spreadsheet_does_and_blank_lines_count() -> None:
    table = read_table(b"a,b\n1,2\n\n3,4\n", "a.csv")

    assert table.rows.tolist() == [2, 4]


def test_reads_the_first_sheet_of_an_excel_file() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["nr", "groep", "werk"])
        sheet.write_row(1, 0, [1, "training", "ja"])
        sheet.write_row(2, 0, [2, "niets"])

    assert cells(read_table(buffer.getvalue(), "a.xlsx")) == EXPECTED


def test_reads_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "create table t as select * from (values (1, 'training', 'ja'), (2, 'niets', null))"
            " as t(nr, groep, werk)"
        )
        connection.table("t").write_parquet(str(path))

    assert cells(read_table(path)) == EXPECTED


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.csv", "leeg"),
        (b"a,b\n", "a.csv", "geen gegevens"),
        (b"x", "a.docx", "kunnen wij niet lezen"),
        (b"a,a\n1,2\n", "a.csv", "Kolomnaam komt meer dan eens voor: a"),
        (
            b"a,b\n1\n",
            "a.csv",
            "Deze rij heeft 1 waarden, de kop heeft er 2 (bestand a.csv, rij 2)",
        ),
        (b'a,b\n1,"2\n', "a.csv", "aanhalingsteken"),
        (b"\0\1\2\3", "a.csv", "geen leesbare tekst"),
        (b"not a workbook", "a.xlsx", "Excel"),
        (b"not parquet", "a.parquet", "geen geldig Parquet"),
    ],
)
def test_says_what_is_wrong_with_a_file(content: bytes, name: str, said: str) -> None:
    with pytest.raises(TrialError) as caught:
        read_table(content, name)

    assert said in caught.value.words("nl")
    assert name in caught.value.words("en")


def test_bytes_need_a_name() -> None:
    with pytest.raises(TypeError, match="name"):
        read_table(b"a,b\n1,2\n")

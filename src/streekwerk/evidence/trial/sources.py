"""Read CSV, Excel and Parquet into a raw table; refuse what isn't one, in words."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from streekwerk.evidence.trial.problems import Problem, TrialError
from streekwerk.evidence.trial.raw import STRINGS, RawTable
from streekwerk.registers.files.guard import FileKind, inspect
from streekwerk.registers.refusal import RefusedError
from streekwerk.vocabulary.language import Text

DELIMITERS = ",;\t|"
Row = tuple[int, Sequence[str]]


def read_table(source: Path | bytes, name: str | None = None) -> RawTable:
    """Read a file of records, the first row of which names the columns.

    Parameters
    ----------
    source : a path, or the file's bytes.
    name : the file's name; its ending (.csv, .txt, .tab, .xlsx, .parquet) tells the kind.
        May be left out when ``source`` is a path.

    Raises
    ------
    TrialError : the file can't be read; says where it went wrong and what to do.
    """
    if name is None:
        if not isinstance(source, Path):
            raise TypeError("bytes need a name whose ending tells the kind of file")
        name = source.name
    ending = Path(name).suffix.lower()
    reader = _READERS.get(ending)
    if reader is None:
        raise _refuse(
            name,
            Text(
                f"Dit soort bestand ({ending or 'zonder extensie'}) kunnen wij niet lezen",
                f"We can't read this kind of file ({ending or 'no extension'})",
            ),
            Text(
                "Lever CSV, Excel (.xlsx) of Parquet aan.", "Supply CSV, Excel (.xlsx) or Parquet."
            ),
        )
    content = source.read_bytes() if isinstance(source, Path) else source
    if not content.strip():
        raise _refuse(name, Text("Het bestand is leeg", "The file is empty"), _CHOOSE_OTHER)
    return reader(content, name)


_CHOOSE_OTHER = Text("Kies het juiste bestand.", "Choose the right file.")


def _refuse(name: str, message: Text, advice: Text, row: int | None = None) -> TrialError:
    return TrialError([Problem(file=name, message=message, advice=advice, row=row)])


def _read_csv(content: bytes, name: str) -> RawTable:
    text = _decode(content, name)
    header_line = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=header_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = list(enumerate(reader, start=1))
    except csv.Error as error:
        raise _refuse(
            name,
            Text(f"De CSV is niet goed opgebouwd: {error}", f"The CSV is malformed: {error}"),
            Text(
                "Kijk of een aanhalingsteken niet is gesloten.",
                "See whether a quotation mark was left open.",
            ),
            reader.line_num,
        ) from error
    return _from_rows(rows, name)


def _decode(content: bytes, name: str) -> str:
    # UTF-8 first (with or without the mark Excel writes), then what Dutch Excel saves as "CSV".
    if b"\0" in content[:4096]:
        raise _refuse(
            name,
            Text("Dit is geen leesbare tekst", "This is not readable text"),
            Text("Bewaar het bestand als CSV (UTF-8).", "Save the file as CSV (UTF-8)."),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read_excel(content: bytes, name: str) -> RawTable:
    import python_calamine  # noqa: PLC0415  (only who reads Excel pays for it)

    try:
        with _on_disk(content, name) as path:
            kind = inspect(path)
        if kind is not FileKind.EXCEL:
            raise _refuse(name, _NO_WORKBOOK, _SAVE_AGAIN)
        sheet = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0)
    except RefusedError as error:
        problem = Problem(file=name, message=error.reason, advice=error.advice)
        raise TrialError([problem]) from error
    except python_calamine.CalamineError as error:
        raise _refuse(name, _NO_WORKBOOK, _SAVE_AGAIN) from error
    rows = [
        (number, [_excel_text(cell) for cell in row])
        for number, row in enumerate(sheet.to_python(skip_empty_area=False), start=1)
    ]
    return _from_rows(rows, name)


_NO_WORKBOOK = Text(
    "Dit is geen leesbaar Excel-bestand, of er zit een wachtwoord op",
    "This is not a readable Excel file, or it has a password",
)
_SAVE_AGAIN = Text(
    "Open het in Excel en bewaar het opnieuw als .xlsx, zonder wachtwoord.",
    "Open it in Excel and save it again as .xlsx, without a password.",
)


@contextmanager
def _on_disk(content: bytes, name: str) -> Iterator[Path]:
    """Lend the content as a file for as long as a reader needs one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(content)
        yield path


def _excel_text(cell: object) -> str:
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)


def _read_parquet(content: bytes, name: str) -> RawTable:
    import duckdb  # noqa: PLC0415  (only who reads Parquet pays for it)

    try:
        with _on_disk(content, name) as path, duckdb.connect(config={"threads": 1}) as connection:
            found = connection.execute("select * from read_parquet(?)", [str(path)])
            names = [column[0] for column in found.description or ()]
            records = found.fetchall()
    except duckdb.Error as error:
        raise _refuse(
            name,
            Text("Dit is geen geldig Parquet-bestand", "This is not a valid Parquet file"),
            _CHOOSE_OTHER,
        ) from error
    rows: Iterable[Row] = (
        (number, ["" if cell is None else _excel_text(cell) for cell in record])
        for number, record in enumerate(records, start=2)
    )
    return _from_rows([(1, names), *rows], name)


def _from_rows(rows: Sequence[Row], name: str) -> RawTable:
    filled = [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
    if len(filled) < 2:
        raise _refuse(
            name,
            Text("Er staan geen gegevens onder de kolomnamen", "There is no data below the header"),
            _CHOOSE_OTHER,
        )
    (header_row, header), *records = filled
    names = _column_names(header, name, header_row)
    problems = [
        Problem(
            file=name,
            row=number,
            message=Text(
                f"Deze rij heeft {len(row)} waarden, de kop heeft er {len(header)}",
                f"This row has {len(row)} values, the header has {len(header)}",
            ),
            advice=Text(
                "Kijk of een waarde het scheidingsteken bevat zonder aanhalingstekens.",
                "See whether a value holds the separator without quotation marks.",
            ),
        )
        for number, row in records
        if len(row) != len(header)
    ]
    if problems:
        raise TrialError(problems)
    cells = {
        column: np.array([row[k].strip() for _, row in records], dtype=STRINGS)
        for k, column in enumerate(names)
        if column
    }
    return RawTable(name, cells, np.array([number for number, _ in records], dtype=np.int64))


def _column_names(header: Sequence[str], name: str, row: int) -> list[str]:
    names = [cell.strip() for cell in header]
    twice = sorted({column for column in names if column and names.count(column) > 1})
    if twice:
        raise _refuse(
            name,
            Text(
                f"Kolomnaam komt meer dan eens voor: {', '.join(twice)}",
                f"Column name occurs more than once: {', '.join(twice)}",
            ),
            Text("Geef elke kolom een eigen naam.", "Give every column a name of its own."),
            row,
        )
    return names


_READERS: dict[str, Callable[[bytes, str], RawTable]] = {
    ".csv": _read_csv,
    ".txt": _read_csv,
    ".tab": _read_csv,
    ".tsv": _read_csv,
    ".xlsx": _read_excel,
    ".parquet": _read_parquet,
}

"""Look at a table nobody knows yet: its columns, some values, never a BSN in the clear."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from streekwerk.registers.bsn import masked, passes_eleven_test
from streekwerk.registers.files.csv_file import csv_lines
from streekwerk.registers.files.excel_file import excel_lines
from streekwerk.registers.files.guard import FileKind, inspect
from streekwerk.registers.files.limits import DEFAULT_LIMITS, Limits
from streekwerk.registers.files.table import plain
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.sources.protected import why_protected
from streekwerk.vocabulary.language import Text

LOOKED_AT = 50_000
EXAMPLES = 3
MOST_VALUES = 30
MOST_COLUMNS = 200
_LONG_NUMBER = re.compile(r"\d{8,9}")
_DAY = re.compile(r"(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])")
_BSN_HEADER = re.compile(r"^bsn|burgerservice|sofi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """What one column of a table looks like in its first rows.

    Attributes
    ----------
    place
        From 0, as it stands in the file.
    values
        Its different values with how often they occur, the most frequent first; at most
        :data:`MOST_VALUES`. Numbers that may be a BSN are masked; of a protected column none.
    different
        How many different values there are.
    is_bsn
        Whether most of its values can be a BSN.
    protected
        Why it may not be taken in.
    """

    place: int
    header: str
    filled: int
    values: tuple[tuple[str, int], ...]
    different: int
    is_bsn: bool
    protected: Text | None

    @property
    def examples(self) -> tuple[str, ...]:
        """A few values to recognise the column by."""
        return tuple(value for value, _ in self.values[:EXAMPLES])


@dataclass(frozen=True, slots=True)
class Look:
    """The columns of a table and how many rows were looked at."""

    columns: tuple[ColumnSeen, ...]
    rows: int


def look(path: Path, limits: Limits = DEFAULT_LIMITS) -> Look:
    """Look at the first rows of an Excel or CSV file.

    Raises
    ------
    RefusedError
        When the file is unsafe, not a table with headers, or has a header twice.
    """
    with lines_of(path, limits) as lines:
        header = next(lines, [])
        names = [name.strip() for name in header]
        rows = [row for row in islice(lines, LOOKED_AT) if any(cell.strip() for cell in row)]
    named = [plain(name) for name in names if name]
    if len(named) < 2 or len(named) > MOST_COLUMNS or not rows:
        raise RefusedError(path.name, *_NO_COLUMNS)
    if len(set(named)) < len(named):
        raise RefusedError(path.name, *_TWICE)
    columns = (
        _column(place, name, [row[place].strip() if place < len(row) else "" for row in rows])
        for place, name in enumerate(names)
        if name
    )
    return Look(tuple(columns), len(rows))


@contextmanager
def lines_of(path: Path, limits: Limits = DEFAULT_LIMITS) -> Iterator[Iterator[list[str]]]:
    """Open a table and give its lines, the header first; RefusedError when it is none."""
    kind = inspect(path, limits)
    if kind is FileKind.EXCEL:
        yield excel_lines(path)
        return
    if kind is not FileKind.CSV:
        raise RefusedError(path.name, *NO_TABLE)
    with path.open("rb") as stream:
        yield csv_lines(stream, path.name, limits)


def hidden(text: str) -> str:
    """Return a text in which every number that may be a BSN is masked."""
    return _LONG_NUMBER.sub(
        lambda found: masked(found[0]) if _may_be_bsn(found[0]) else found[0], text
    )


def _may_be_bsn(number: str) -> bool:
    return passes_eleven_test(number.zfill(9)) and not _DAY.fullmatch(number)


def _column(place: int, header: str, cells: Sequence[str]) -> ColumnSeen:
    filled = [cell for cell in cells if cell]
    can_be = sum(_may_be_bsn(cell) for cell in filled if _LONG_NUMBER.fullmatch(cell))
    is_bsn = bool(filled) and (bool(_BSN_HEADER.search(header)) or 2 * can_be > len(filled))
    protected = None if is_bsn else why_protected(header, filled[:200])
    counts = Counter(filled)
    shown = [] if protected else counts.most_common(MOST_VALUES)
    conceal = masked if is_bsn else hidden
    values = tuple((conceal(value)[:60], count) for value, count in shown)
    return ColumnSeen(place, header, len(filled), values, len(counts), is_bsn, protected)


NO_TABLE = (
    Text("Dit is geen Excel- of CSV-bestand.", "This is not an Excel or CSV file."),
    Text("Sla het op als Excel of CSV.", "Save it as Excel or CSV."),
)
_NO_COLUMNS = (
    Text(
        "Dit lijkt niet op SRG of BUS, en ook niet op een tabel met kolomnamen in de eerste rij.",
        "This looks neither like SRG or BUS nor like a table with column names in its first row.",
    ),
    Text(
        "Zet in de eerste rij de namen van de kolommen, met daaronder de gegevens.",
        "Put the names of the columns in the first row and the data below.",
    ),
)
_TWICE = (
    Text("Twee kolommen hebben dezelfde naam.", "Two columns have the same name."),
    Text("Geef elke kolom een eigen naam.", "Give every column a name of its own."),
)

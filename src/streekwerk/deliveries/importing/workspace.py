"""Where a municipality's files are read and checked, against everything it delivered before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from streekwerk.deliveries import incoming
from streekwerk.deliveries.importing.fetching import drop_all, fetch, open_tables
from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.delivery.acceptance import Policy
from streekwerk.registers.exchange import Progress, Recognised
from streekwerk.registers.intake import Intake, take_in

# Checking takes everything in; the person who delivered decides afterwards.
_EVERYTHING = Policy(accept_errors=True, most_with_error=1.0, accept_empty=True)


@dataclass(slots=True)
class Workspace:
    """DuckDB with the records that count for a municipality, and a private directory.

    The checks across records need the months around a file; with the tables at hand
    a hundred files in a row cost little more than their reading.
    """

    tables: duckdb.DuckDBPyConnection
    place: Path

    def refill(self, deliveries: Iterable[int]) -> None:
        """Start again from what is stored."""
        drop_all(self.tables)
        fetch(self.tables, deliveries, self.place)

    def check(self, file: Recognised, key: PseudonymKey, progress: Progress) -> Intake:
        """Read and check a file; its rows are then in the tables.

        Raises
        ------
        RefusedError, WrongMunicipalityError
            When it cannot be taken in; the tables are as they were.
        """
        return take_in(file, key, self.tables, _EVERYTHING, progress)


@contextmanager
def workspace(deliveries: Iterable[int] = (), without: Iterable[int] = ()) -> Iterator[Workspace]:
    """Open a workspace with the records of ``deliveries``; nothing of it stays.

    ``without`` are ids of rows that leave somebody out.
    """
    with incoming.workplace() as place:
        tables = open_tables(place)
        try:
            space = Workspace(tables, place)
            fetch(tables, deliveries, place, without)
            yield space
        finally:
            tables.close()

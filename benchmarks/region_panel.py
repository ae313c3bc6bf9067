"""From a simulated region to its panel, through the register tables."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb

from streekwerk.demo.analysis_tables import MONTHS_PER_FILE, write_analysis_tables
from streekwerk.demo.config import RegionConfig
from streekwerk.demo.simulation import History
from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.load import load_panel, read_market
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.registers.analysis.schema import create_tables

_SMALL = 50_000  # fewer people than this fit in memory over all months
TABLES = ("srg_measure", "bus_benefit_month", "person_fact")


def fill_registers(
    connection: duckdb.DuckDBPyConnection,
    config: RegionConfig,
    folder: Path,
    histories: Sequence[History] | None = None,
) -> None:
    """Simulate a region, write its tables in ``folder`` and load them into ``connection``.

    ``histories`` is what happened per municipality, when it was simulated already.
    """
    at_once = config.months if config.people <= _SMALL else MONTHS_PER_FILE
    write_analysis_tables(config, folder, at_once, histories)
    create_tables(connection)
    for table in TABLES:
        rows = connection.read_parquet(str(folder / table / "*.parquet"))
        rows.create_view("delivered", replace=True)
        # The names are ours.
        connection.execute(f"INSERT INTO {table} BY NAME FROM delivered")
    market = connection.read_parquet(str(folder / "labour_market" / "*.parquet"))
    market.create("labour_market")


def panel_of(config: RegionConfig, histories: Sequence[History] | None = None) -> Panel:
    """Return the panel of a simulated region; nothing is left on disk."""
    with (
        tempfile.TemporaryDirectory() as folder,
        duckdb.connect(config={"threads": 1}) as connection,
    ):
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET enable_progress_bar = false")
        fill_registers(connection, config, Path(folder), histories)
        build_cohort(connection)
        return load_panel(connection, market=read_market(connection))

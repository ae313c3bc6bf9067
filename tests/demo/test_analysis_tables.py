"""The fast path writes the same tables an import would fill."""

import re
from dataclasses import replace
from pathlib import Path

import duckdb
import numpy as np
import pytest
from tests.demo.emulation import Simulated

from streekwerk.demo.analysis_tables import write_analysis_tables
from streekwerk.demo.config import PERFECT_REGISTRATION, Messiness, RegionConfig
from streekwerk.demo.deliveries import write_deliveries
from streekwerk.demo.registration import register_measures
from streekwerk.registers.analysis.load import load_bus, load_facts, load_srg
from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.analysis.schema import create_tables
from streekwerk.registers.exchange import read_bus, read_srg
from streekwerk.registers.sources.mapping import Column, ColumnMapping, FactKind
from streekwerk.registers.sources.reader import read_facts

REGION = RegionConfig(people=1_500, months=14, seed=6, messiness=PERFECT_REGISTRATION)
HOURS = ColumnMapping(
    "Uren",
    "BURGERSERVICENUMMER",
    "PEILDATUM",
    (Column("UREN_PER_WEEK", "hours", FactKind.NUMBER, low=0, high=60),),
)
DOCUMENTED = Path(__file__).parents[2] / "docs" / "reference" / "registers-tables.md"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    write_analysis_tables(REGION, folder)
    return folder


def _documented_columns(heading: str) -> dict[str, str]:
    """Return name and type of every column in a table of the reference."""
    text = DOCUMENTED.read_text(encoding="utf-8")
    section = text.split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    found = re.findall(r"^\| ([a-z0-9_]+) \| ([A-Z]+) \|", section, re.MULTILINE)
    return dict(found)


@pytest.mark.parametrize("table", ["srg_measure", "bus_benefit_month"])
def test_columns_and_types_are_those_of_the_reference(tables: Path, table: str) -> None:
    expected = _documented_columns("Keys that every table shares")
    expected |= _documented_columns(f"`{table}`")
    assert len(expected) > 15
    described = duckdb.read_parquet(str(tables / table / "*.parquet"))
    found = dict(zip(described.columns, map(str, described.types), strict=True))
    assert found == expected


def test_benefit_months_are_those_that_happened(tables: Path, simulated: Simulated) -> None:
    bus = duckdb.read_parquet(str(tables / "bus_benefit_month" / "*.parquet"))  # noqa: F841
    found = duckdb.sql("""
        SELECT municipality, count(*), count(DISTINCT (person, period)),
               count(*) FILTER (end_reason IN ('11', '13')),
               count(*) FILTER (earnings IS NOT NULL),
               count(*) FILTER (end_date < start_date)
        FROM bus GROUP BY 1 ORDER BY 1""").fetchall()
    expected = [
        (
            history.world.code,
            int(history.benefit.sum()),
            int(history.benefit.sum()),
            int(np.isin(history.exit_code, (11, 13)).sum()),
            int(history.earnings.sum()),
            0,
        )
        for history in simulated(REGION)
    ]
    assert found == expected


def test_measures_are_delivered_every_month_they_run(tables: Path, simulated: Simulated) -> None:
    srg = duckdb.read_parquet(str(tables / "srg_measure" / "*.parquet"))  # noqa: F841
    found = duckdb.sql("""
        SELECT municipality, count(*), count(end_date), count(DISTINCT measure)
        FROM srg GROUP BY 1 ORDER BY 1""").fetchall()
    expected = []
    for history in simulated(REGION):
        measures = register_measures(history)
        rows = [measures.rows(month) for month in range(REGION.months)]
        ever = np.concatenate([each["number"] for each in rows])
        ended = sum(int((~np.isnat(each["end"])).sum()) for each in rows)
        expected.append((history.world.code, len(ever), ended, len(np.unique(ever))))
    assert found == expected


def test_people_are_the_same_in_all_tables(tables: Path) -> None:
    counts = duckdb.sql(f"""
        WITH fact AS (SELECT DISTINCT person FROM '{tables}/person_fact/*.parquet'),
        bus AS (SELECT DISTINCT person FROM '{tables}/bus_benefit_month/*.parquet'),
        srg AS (SELECT DISTINCT person FROM '{tables}/srg_measure/*.parquet')
        SELECT (SELECT count(*) FROM fact), (SELECT count(*) FROM bus),
               (SELECT count(*) FROM srg ANTI JOIN fact USING (person)),
               (SELECT count(*) FROM bus ANTI JOIN fact USING (person))
        """).fetchall()  # noqa: S608 -- own path
    assert counts == [(1_500, 1_500, 0, 0)]


def test_the_files_do_not_depend_on_how_months_are_cut(tmp_path: Path) -> None:
    short = replace(REGION, people=200, months=13)
    written = write_analysis_tables(short, tmp_path)
    files = str(tmp_path / "bus_benefit_month" / "9901*.parquet")
    bus = duckdb.read_parquet(files, filename=True)  # noqa: F841 -- named in the query
    per_file = duckdb.sql(
        "SELECT filename, count(DISTINCT period) FROM bus GROUP BY filename"
    ).fetchall()
    assert sorted(count for _, count in per_file) == [1, 12]
    (total,) = duckdb.sql(
        f"SELECT count(*) FROM '{tmp_path}/bus_benefit_month/*.parquet'"  # noqa: S608 -- own path
    ).fetchall()[0]
    assert total == written.bus_benefit_month


def test_types_that_do_not_exist_are_unreadable(tmp_path: Path) -> None:
    messiness = replace(PERFECT_REGISTRATION, invalid_type=0.5)
    write_analysis_tables(replace(REGION, people=300, messiness=messiness), tmp_path)
    srg = duckdb.read_parquet(str(tmp_path / "srg_measure" / "*.parquet"))  # noqa: F841
    known, unreadable, rows = duckdb.sql(
        "SELECT list(DISTINCT type), count(*) FILTER (type_delivered IS NULL), count(*) FROM srg"
    ).fetchall()[0]
    assert 0.3 < unreadable / rows < 0.7
    assert set(known) - {None} <= set(REGION.measure_codes)


def test_the_labour_market_has_a_row_per_month(tables: Path) -> None:
    market = duckdb.read_parquet(str(tables / "labour_market" / "*.parquet"))
    assert market.columns == ["month", "calendar_month", "vacancies_per_100_benefits"]
    values = market.fetchnumpy()
    assert len(values["month"]) == REGION.months
    # Demand peaks in June and is lowest in December, shocks aside.
    assert values["vacancies_per_100_benefits"][5] > values["vacancies_per_100_benefits"][11]


@pytest.fixture(scope="module")
def both_ways(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, duckdb.DuckDBPyConnection]:
    """One messy region: as fast tables, and imported from its files."""
    folder = tmp_path_factory.mktemp("both")
    messy = replace(REGION, people=700, months=5, messiness=Messiness().scaled(3))
    write_analysis_tables(messy, folder / "fast")
    connection = duckdb.connect()
    create_tables(connection)
    for path in write_deliveries(messy, folder / "files"):
        if path.suffix != ".xml":
            if path.name.startswith("uren"):
                key = PseudonymKey(path.stem[-4:], b"only for this test, 32 bytes long")
                read = read_facts(path, HOURS, key, path.name)
                load_facts(connection, (fact for row in read for fact in row.facts), path.name)
            continue
        statistic, municipality, _ = path.name.split("_")
        key = PseudonymKey(municipality, b"only for this test, 32 bytes long")
        if statistic == "SRG":
            load_srg(connection, read_srg(path), key, path.name)
        else:
            load_bus(connection, read_bus(path), key, path.name)
    return folder / "fast", connection


def test_hours_are_those_of_the_files(both_ways: tuple[Path, duckdb.DuckDBPyConnection]) -> None:
    folder, connection = both_ways
    fast = connection.read_parquet(str(folder / "person_fact" / "*.parquet"))
    shown = "municipality, variable, date, number, code"
    told = fast.filter("variable = 'hours'").project(shown).order("ALL").fetchall()
    assert len(told) > 10
    assert connection.table("person_fact").project(shown).order("ALL").fetchall() == told


@pytest.mark.parametrize("table", ["srg_measure", "bus_benefit_month"])
def test_the_tables_are_those_an_import_of_the_files_fills(
    both_ways: tuple[Path, duckdb.DuckDBPyConnection], table: str
) -> None:
    folder, connection = both_ways
    # Pseudonyms and row numbers differ by design; local names are kept only when common.
    hidden = {"person", "measure", "benefit", "delivery", "source_row", "local_name"}
    fast = connection.read_parquet(str(folder / table / "*.parquet"))
    shown = ", ".join(name for name in fast.columns if name not in hidden)
    imported = connection.table(table)
    assert len(fast) == len(imported) > 100
    assert len(fast.project(shown).except_(imported.project(shown))) == 0
    assert len(imported.project(shown).except_(fast.project(shown))) == 0
    per_person = "count(*) AS rows, municipality"
    one, two = (
        each.aggregate(per_person, "municipality, person").order("ALL").fetchall()
        for each in (fast, imported)
    )
    assert one == two

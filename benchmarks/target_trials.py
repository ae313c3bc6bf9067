"""Measure how fast panel and target trials are, and how they grow.

    python -m benchmarks.target_trials [PEOPLE ...]

Simulates regions of 10,000, 50,000, 100,000 and 400,000 people over 60 months (or the
sizes asked for), loads them into the register tables, and then measures, each region in
a process of its own: building the panel in DuckDB, loading it, and emulating every
target trial (all measures on offer, at 6, 12 and 24 months). Making and importing the
region is not counted; it is the work of other parts.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from benchmarks.region_panel import TABLES, fill_registers
from streekwerk.demo.config import RegionConfig
from streekwerk.evidence.cards.build import card_tasks
from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.load import load_panel, read_market
from streekwerk.evidence.target_trial.emulate import emulate
from streekwerk.evidence.target_trial.protocol import TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline

SIZES = (10_000, 50_000, 100_000, 400_000)
HORIZONS = (6, 12, 24)


def import_region(people: int, folder: Path) -> Path:
    """Simulate a region and load it into a DuckDB file; return the file."""
    file = folder / "region.duckdb"
    with duckdb.connect(str(file), config=_limits(folder)) as connection:
        fill_registers(connection, RegionConfig(people=people), folder / "parquet")
    return file


def measure(file: Path) -> dict[str, float]:
    """Build the panel and all trials from ``file``; return seconds, rows and megabytes."""
    clock = _Clock()
    with duckdb.connect(str(file), config=_limits(file.parent)) as connection:
        rows = sum(connection.table(table).count("*").fetchall()[0][0] for table in TABLES[:2])
        report = build_cohort(connection)
        clock.lap("cohort")
        panel = load_panel(connection, market=read_market(connection))
        timeline = Timeline.of(panel)
        clock.lap("load")
    trial_rows = trials = 0
    for task in card_tasks(panel):
        for horizon in HORIZONS:
            protocol = TargetTrialProtocol(task.measure, horizon=horizon)
            table = emulate(panel, timeline, protocol, seed=1).table
            trials += 1
            trial_rows += 0 if table is None else table.n
    clock.lap("trials_seconds")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "people": report.people,
        "register_rows": rows,
        "person_months": report.person_months,
        "trials": trials,
        "trial_rows": trial_rows,
        **clock.laps,
        "seconds": sum(clock.laps.values()),
        "cpu": time.process_time(),
        "peak_mb": peak,
    }


class _Clock:
    """Wall time per step."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._since = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name], self._since = now - self._since, now


def _limits(folder: Path) -> dict[str, str | int]:
    return {"threads": 2, "memory_limit": "2GB", "temp_directory": str(folder / "spill")}


def main(sizes: tuple[int, ...]) -> None:
    """Print a table, one row per size."""
    head = ("people", "register rows", "person-months", "trials", "trial rows", "panel s",
            "load s", "trials s", "total s", "cpu s", "rows/s", "peak MB")  # fmt: skip
    print("  ".join(f"{each:>13}" for each in head))
    for people in sizes:
        with tempfile.TemporaryDirectory() as folder:
            file = import_region(people, Path(folder))
            found = _in_own_process(file)
        found["rate"] = found["register_rows"] / found["seconds"]
        names = ("people", "register_rows", "person_months", "trials", "trial_rows", "cohort",
                 "load", "trials_seconds", "seconds", "cpu", "rate", "peak_mb")  # fmt: skip
        cells = [found[name] for name in names]
        print("  ".join(f"{each:>13,.0f}" for each in cells), flush=True)


def _in_own_process(file: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.target_trials", "--measure", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
    else:
        main(tuple(int(each) for each in sys.argv[1:]) or SIZES)

"""How fast registers are read and checked, and in how much memory.

Run with ``python -m benchmarks.registers [megabytes]``; the default writes 100 MB
of each kind, ``1000`` gives the file of a gigabyte. Every stage runs in a process
of its own, so that the peak memory is that stage's.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import duckdb

from streekwerk.registers.analysis.pseudonym import PseudonymKey
from streekwerk.registers.bsn import passes_eleven_test
from streekwerk.registers.codes import (
    BenefitLaw,
    Gender,
    Goal,
    Household,
    Housing,
    IncomeKind,
    MeasureType,
    Software,
    SrgStatistic,
    WorkCapacity,
    YesNo,
)
from streekwerk.registers.delivery.acceptance import Policy
from streekwerk.registers.exchange import read_bus, read_srg, write_bus, write_srg
from streekwerk.registers.intake import take_in
from streekwerk.registers.records import (
    BusHeader,
    BusIncome,
    BusPerson,
    BusRecord,
    SrgHeader,
    SrgRecord,
)

Measured: TypeAlias = tuple[int, float, float, float]
BSNS = [text for n in range(100_000) if passes_eleven_test(text := f"9999{n:05d}")]
TYPES = list(MeasureType)


def measures() -> Iterator[SrgRecord]:
    """Give measures without end, with as much variety as a real month has."""
    header = SrgHeader(2026, 3, SrgStatistic.SRG, Software.OTHER, "1.0", "1999", "0042")
    number = 0
    while True:
        number += 1
        kind = TYPES[number % len(TYPES)]
        start = date(2024, 1, 1) + timedelta(days=number * 7 % 790)
        yield SrgRecord(
            header,
            BSNS[number // 2 % len(BSNS)],
            date(1962, 1, 1) + timedelta(days=number * 31 % 15_000),
            Gender.WOMAN if number % 2 else Gender.MAN,
            WorkCapacity.MINIMUM_WAGE_WITH_HELP,
            Goal.REINTEGRATION,
            f"V{number:09d}",
            kind,
            kind.label.en,
            start,
            start + timedelta(days=200) if number % 3 == 0 else None,
            40 + number % 50 if kind is MeasureType.WAGE_SUBSIDY else None,
            None,
        )


def benefits() -> Iterator[BusRecord]:
    """Give benefits without end; one in four has earnings, one in five is of a couple."""
    header = BusHeader(2026, 3, "0042", "1999", Software.OTHER, "1.0")
    income = (BusIncome(IncomeKind.EMPLOYMENT, 400, YesNo.YES),)
    nothing = (None,) * 9
    person = BusPerson(BSNS[0], None, Gender.MAN, Housing.TENANT, date(2024, 1, 1), *nothing)
    number = 0
    while True:
        number += 1
        first = replace(
            person,
            bsn=BSNS[number % len(BSNS)],
            birth_date=date(1962, 1, 1) + timedelta(days=number * 31 % 15_000),
            incomes=income if number % 4 == 0 else (),
        )
        partner = replace(first, bsn=BSNS[(number + 1) % len(BSNS)], incomes=())
        couple = number % 5 == 0
        yield BusRecord(
            header,
            f"U{number:09d}",
            BenefitLaw.GENERAL,
            None,
            Household.COUPLE if couple else Household.SINGLE,
            0,
            1400 + number % 600,
            0,
            number % 500,
            1300 + number % 500,
            date(2024, 1, 3),
            None,
            (first, partner) if couple else (first,),
        )


def _count_srg(path: Path) -> int:
    return sum(1 for _ in read_srg(path))


def _count_bus(path: Path) -> int:
    return sum(len(checked.rows) for checked in read_bus(path))


def _take_in(path: Path) -> int:
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(f"{folder}/r.duckdb") as database:
        database.execute("SET memory_limit = '1GB'; SET threads = 1")
        key = PseudonymKey.fresh("1999")
        return take_in(path, key, database, Policy(most_with_error=1.0)).report.rows


def _measured(
    work: Callable[[Path], int], path: Path, queue: multiprocessing.Queue[Measured]
) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    rows = work(path)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    queue.put((rows, wall, cpu, peak))


def _report(title: str, work: Callable[[Path], int], path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    queue: multiprocessing.Queue[Measured] = context.Queue()
    process = context.Process(target=_measured, args=(work, path, queue))
    process.start()
    rows, wall, cpu, peak = queue.get()
    process.join()
    size = path.stat().st_size / 1e6
    print(
        f"{title:<28} {size:7.0f} MB {rows:>10,} rows {rows / wall:>9,.0f} rows/s "
        f"{rows / cpu:>9,.0f} rows/s of CPU  peak {peak:5.0f} MB"
    )


def _rows_for(megabytes: float, sample: Callable[[int, Path], None], folder: Path) -> int:
    probe = folder / "probe"
    sample(2_000, probe)
    return int(2_000 * megabytes * 1e6 / probe.stat().st_size)


def main() -> None:
    """Write files of the wanted size and print rows per second and peak memory."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 100.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix in (".xml", ".csv"):

            def some_srg(count: int, path: Path, suffix: str = suffix) -> None:
                write_srg(islice(measures(), count), path.with_suffix(suffix))
                path.with_suffix(suffix).replace(path)

            def some_bus(count: int, path: Path, suffix: str = suffix) -> None:
                write_bus(islice(benefits(), count), path.with_suffix(suffix))
                path.with_suffix(suffix).replace(path)

            for title, make, read in (
                ("SRG", some_srg, _count_srg),
                ("BUS", some_bus, _count_bus),
            ):
                path = folder / f"{title}{suffix}"
                make(_rows_for(megabytes, make, folder), path)
                _report(f"{title}{suffix} read and check", read, path)
                _report(f"{title}{suffix} whole intake", _take_in, path)
                path.unlink()


if __name__ == "__main__":
    main()

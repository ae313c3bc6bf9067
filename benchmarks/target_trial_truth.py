"""Hold evidence cards against the truth, in simulated regions where it is known.

    python -m benchmarks.target_trial_truth 200 --unobserved 0 1 --workers 2
    python -m benchmarks.target_trial_truth 50 --unobserved 0.5
    python -m benchmarks.target_trial_truth --summary

For every region (a seed of its own, the demo's messy registration) the versions asked for:
without unobserved selection (0), with as much of it as there is observed selection (1), or
anything between. Every measure gets its card at twelve months, and beside it the analyses
of ``streekwerk.evidence.target_trial.wrong`` on the same data.

Each region is appended to a file as one line as soon as it is done, so a run can be broken
off and continued; what is in the file already is not made again. The summary is computed
from that file alone (:mod:`benchmarks.target_trial_summary`).
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import Any

from benchmarks.target_trial_region import examine
from benchmarks.target_trial_summary import report
from streekwerk.demo.config import RegionConfig

FILE = Path("var/benchmarks/target-trials.jsonl")
PEOPLE = 5_000
FIRST_SEED = 200_000
"""Seeds of the published run; what was tuned was tuned on seeds below this."""

Key = tuple[int, float, int]


def key_of(record: dict[str, Any]) -> Key:
    """Return what tells regions apart: people, unobserved selection and seed."""
    return int(record["people"]), float(record["unobserved"]), int(record["seed"])


def read(file: Path) -> list[dict[str, Any]]:
    """Return the regions in ``file``, each once; a line that was cut off is left out."""
    if not file.exists():
        return []
    found: dict[Key, dict[str, Any]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            record = json.loads(line)
        except json.JSONDecodeError:
            continue
        found[key_of(record)] = record
    return list(found.values())


def wanted(count: int, people: int, versions: Iterable[float], first: int) -> list[Key]:
    """Return the regions to make: all versions of a seed, then the next seed."""
    given = list(versions)
    return [(people, version, first + number) for number in range(count) for version in given]


def run(todo: list[Key], workers: int, file: Path) -> None:
    """Make the regions of ``todo`` and append each to ``file`` when it is done."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as lines:
        if file.stat().st_size and not file.read_bytes().endswith(b"\n"):
            lines.write("\n")
        for done, record in enumerate(_made(todo, workers), start=1):
            lines.write(json.dumps(record) + "\n")
            lines.flush()
            seconds = sum(record["seconds"].values())
            print(f"{done} of {len(todo)}: {key_of(record)}, {seconds:.1f} s", flush=True)


def _made(todo: list[Key], workers: int) -> Iterator[dict[str, Any]]:
    if workers == 1:
        yield from map(_make, todo)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield from pool.map(_make, todo)
    finally:
        # Broken off: what has begun is finished, nothing else is, and nobody stays behind.
        pool.shutdown(cancel_futures=True)


def _make(key: Key) -> dict[str, Any]:
    people, unobserved, seed = key
    return examine(RegionConfig(people=people, unobserved_selection=unobserved, seed=seed))


def _stop(number: int, frame: FrameType | None) -> None:
    """Stop as at the end, so that the processes started here stop too."""
    del frame
    sys.exit(128 + number)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("regions", type=int, nargs="?", default=200)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--unobserved", type=float, nargs="+", default=[0.0, 1.0])
    parser.add_argument("--workers", type=int, default=1, choices=(1, 2, 3, 4))
    parser.add_argument("--file", type=Path, default=FILE)
    parser.add_argument("--first-seed", type=int, default=FIRST_SEED)
    parser.add_argument("--summary", action="store_true", help="only read the file")
    return parser.parse_args()


def main() -> None:
    """Make the regions that are not in the file yet and print what all of them show."""
    asked = _asked()
    if not asked.summary:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # for the processes started here
        signal.signal(signal.SIGTERM, _stop)
        known = {key_of(record) for record in read(asked.file)}
        every = wanted(asked.regions, asked.people, asked.unobserved, asked.first_seed)
        run([key for key in every if key not in known], asked.workers, asked.file)
    report(read(asked.file))


if __name__ == "__main__":
    main()

"""The same data through DoubleML and EconML, side by side: ``python -m benchmarks.peers``.

Every method runs in a process of its own on the same files; estimates are of the
average over everyone, 5 folds. Ours repeats its splits and tries two families of
helper models; the peers do one of either. Arguments set the sizes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from benchmarks.peer import METHODS
from streekwerk.evidence.simulate.benchmark import heterogeneous

SIZES = (10_000, 100_000)
DRAWS = 3
Row = dict[str, float]


def write(n: int, seed: int, folder: Path) -> tuple[Path, float]:
    """Write one data set and return its file and its true average effect."""
    known = heterogeneous(n, np.random.default_rng([seed, n]))
    file = folder / f"{n}_{seed}.npz"
    x = np.column_stack([c.values for c in known.trial.covariates])
    np.savez(file, x=x, d=known.trial.arm.astype(float), y=known.trial.outcomes[0].values)
    return file, known.average("y")


def measure(method: str, file: Path) -> Row:
    """Run one method in its own process and return what it found and took."""
    done = subprocess.run(  # noqa: S603 (our own interpreter and module)
        [sys.executable, "-W", "ignore", "-m", "benchmarks.peer", method, str(file)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."])},
    )
    if done.returncode:
        raise SystemExit(f"{method} failed:\n{done.stderr[-2000:]}")
    row: Row = json.loads(done.stdout.splitlines()[-1])
    return row


def main() -> None:
    """Print error, time and memory of every method, and the ratios to ours."""
    if missing := [name for name in ("doubleml", "econml", "lightgbm") if find_spec(name) is None]:
        raise SystemExit(f"Peers not installed: {', '.join(missing)}. `make bench` installs them.")
    for n in [int(a) for a in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            sets = [write(n, seed, Path(folder)) for seed in range(DRAWS)]
            found = {method: [measure(method, file) for file, _ in sets] for method in METHODS}
        table(n, found, [truth for _, truth in sets])


def table(n: int, found: dict[str, list[Row]], truths: list[float]) -> None:
    """Print one size: median of the draws; ratios are peer over ``streekwerk``."""
    print(f"\nn = {n:,}, {len(truths)} data sets; times and memory are medians")
    print(f"{'method':20} {'rmse':>7} {'se':>7} {'fit s':>7} {'total s':>8} {'cpu s':>7} "
          f"{'MB':>6}  {'x time':>6} {'x cpu':>6} {'x MB':>5}")  # fmt: skip
    ours = {k: _median(found["streekwerk"], k) for k in ("total", "cpu", "megabytes")}
    for method, rows in found.items():
        errors = [row["estimate"] - truth for row, truth in zip(rows, truths, strict=True)]
        rmse = float(np.sqrt(np.mean(np.square(errors))))
        m = {key: _median(rows, key) for key in rows[0]}
        print(
            f"{method:20} {rmse:7.4f} {m['se']:7.4f} {m['fit']:7.1f} {m['total']:8.1f} "
            f"{m['cpu']:7.1f} {m['megabytes']:6.0f}  {m['total'] / ours['total']:6.1f} "
            f"{m['cpu'] / ours['cpu']:6.1f} {m['megabytes'] / ours['megabytes']:5.2f}",
            flush=True,
        )


def _median(rows: list[Row], key: str) -> float:
    return float(np.median([row[key] for row in rows]))


if __name__ == "__main__":
    main()

"""How soon the best way to carve is found and proven, on workplaces of random work.

    python -m benchmarks.carving                  # 12 roles, 300 tasks, 5 groups; proven best
    python -m benchmarks.carving 30 600 20 --seconds 60

Prints for every workplace and aim what was found, how far from the best it can be at most,
and seconds: on the clock, and of processor time (the search uses two processors).
Exit code 1 when a gap is left above ``--gap`` percent.
"""

from __future__ import annotations

import argparse
import os
import sys
import time

import numpy as np

from benchmarks.workplaces import candidate_groups, workplace
from streekwerk.matching.carving import Aim, DesignRules, breaches, carve

FIRST_SEED = 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("roles", type=int, nargs="?", default=12)
    parser.add_argument("tasks", type=int, nargs="?", default=300)
    parser.add_argument("groups", type=int, nargs="?", default=5)
    parser.add_argument("--workplaces", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=30.0, help="at most, for each aim")
    parser.add_argument("--gap", type=float, default=5.0, help="percent that may be left")
    return parser.parse_args()


def main() -> None:
    """Carve every workplace for every aim, and tell."""
    asked, rules = _asked(), DesignRules(no_displacement=True)
    load = "/".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"{asked.roles} roles, {asked.tasks} tasks, {asked.groups} groups; load before {load}")
    print("place  aim       status     gap %   seconds  processor")
    worst = 0.0
    clocks: list[float] = []
    for seed in range(FIRST_SEED, FIRST_SEED + asked.workplaces):
        rng = np.random.default_rng(seed)
        inventory = workplace(rng, asked.roles, asked.tasks)
        groups = candidate_groups(rng, asked.groups)
        for aim in Aim:
            clock, processor = time.perf_counter(), time.process_time()
            found = carve(inventory, groups, rules, aim, seconds=asked.seconds)
            clock, processor = time.perf_counter() - clock, time.process_time() - processor
            if found.design is not None and breaches(found.design.jobs, inventory, groups, rules):
                sys.exit(f"the design for workplace {seed} breaks a rule")
            gap = 100 * found.gap if found.design is not None else 0.0
            worst = max(worst, gap)
            clocks.append(clock)
            line = f"{seed:5}  {aim.value:9} {found.status:10} {gap:5.2f}"
            print(f"{line} {clock:9.1f} {processor:10.1f}", flush=True)
    print(
        f"largest gap {worst:.2f} %, median {np.median(clocks):.1f} s, longest {max(clocks):.1f} s"
    )
    sys.exit(worst > asked.gap)


if __name__ == "__main__":
    main()

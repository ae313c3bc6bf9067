"""Advice does not depend on who somebody is: 10,000 people, every protected trait flipped.

    python benchmarks/advice_invariance.py [--people 10000]

Each person's whole file goes the way of the application: file, situation, request, advice,
record. It goes twice, the second time with every protected trait and stand-in different; the
two records must be the same bytes. Then each known field is left out in turn (one a person,
all over the run): no option may disappear.
"""

from __future__ import annotations

import argparse
import json
import time
from typing import Any

import numpy as np

from benchmarks.advice_people import (
    DAY,
    evidence,
    flipped,
    judgements,
    offers,
    person,
    studies,
)
from streekwerk.advice import FEATURES, Advice, Record, make_record, request_for


def record_of(file: dict[str, Any], world: dict[str, Any]) -> Record:
    """Take a file the whole way to a stored record."""
    return make_record(request_for(file, DAY, **world), "benchmark")


def keys_of(advice: Advice) -> set[str]:
    """Return what can be chosen."""
    return {option.key for option in advice.options}


def run(people: int, seed: int) -> dict[str, Any]:
    """Return the counts: different records, lost options, least options, seconds."""
    rng = np.random.default_rng(seed)
    different = lost = dropped = 0
    fewest, started = 99, time.perf_counter()
    sources = sorted({feature.source for feature in FEATURES.values()})
    for k in range(people):
        if k % 500 == 0:  # The offers and cards of another municipality every 500 people.
            world = {"offers": offers(rng), "region": evidence(rng), "studies": studies()}
        file = person(rng)
        mine = world | {"judgements": judgements(rng)}
        one, other = record_of(file, mine), record_of(flipped(file, rng), mine)
        different += one != other
        fewest = min(fewest, len(one.given().options))
        field = sources[k % len(sources)]
        if file.get(field) is not None:
            dropped += 1
            without = record_of({key: v for key, v in file.items() if key != field}, mine)
            lost += bool(keys_of(one.given()) - keys_of(without.given()))
    return {
        "people": people,
        "records that differ after flipping": different,
        "people with a field left out": dropped,
        "people who then lost an option": lost,
        "fewest options anybody had": fewest,
        "seconds": round(time.perf_counter() - started, 1),
    }


def main() -> None:
    """Print the counts as JSON; exit with an error when any is not what it must be."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--people", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=2026)
    given = asked.parse_args()
    found = run(given.people, given.seed)
    print(json.dumps(found, indent=2))
    assert found["records that differ after flipping"] == 0
    assert found["people who then lost an option"] == 0
    assert found["fewest options anybody had"] >= 3


if __name__ == "__main__":
    main()

"""Make every stored advice again, and count how many come out the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from streekwerk.accounts.queries import regions
from streekwerk.accounts.scope import Scope, acting
from streekwerk.advice import replay
from streekwerk.people.queries.decisions import as_record, stored_records
from streekwerk.people.queries.retention import advices_destroyed


@dataclass(frozen=True, slots=True)
class Count:
    """How many stored advices there are, and how many were made again byte for byte.

    ``destroyed`` were there once; they went with their file, and cannot be made again.
    """

    all: int
    identical: int
    destroyed: int = 0


def replay_all(tell: Callable[[str], None]) -> Count:
    """Replay the stored advice of every municipality; ``tell`` of each that differs."""
    found = identical = destroyed = 0
    for municipality in [town for region in regions() for town in region.municipalities.all()]:
        with acting(Scope.of_municipality(municipality.pk)):
            for stored in stored_records(municipality.pk).iterator(chunk_size=200):
                found += 1
                again = replay(as_record(stored))
                identical += again.identical
                if not again.identical:
                    tell(f"{municipality}, advice {stored.public_id}: {again.problem}")
            destroyed += advices_destroyed(municipality.pk)
    return Count(found, identical, destroyed)

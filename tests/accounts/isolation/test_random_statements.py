"""Random SQL as the application, in Hier's scope: never a row of Daar, never a row outside.

2,000 statements in the quick run and 100,000 in the slow one, over every isolated table of
the catalogue. Daar's rows are planted by the folders of screens (tests/screens/matrix) and
carry its canary; every row of a tenant carries its municipality.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.accounts.isolation.statements import Table, statements
from tests.architecture.catalogue import ABOUT_EMPLOYERS
from tests.screens.matrix.conftest import world
from tests.screens.matrix.world import World

from streekwerk.accounts.models import Role
from streekwerk.accounts.scope import NOTHING, Scope, acting

__all__ = ["world"]
pytestmark = pytest.mark.django_db
QUICK, SLOW, A_ROUND = 2_000, 100_000, 100
HEALTH = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
# Accounts of nobody's municipality, and rows of the region, are read from everywhere.
_MUNICIPALITY = re.compile(r'"municipality_id": (\d+)')
# Who advises employers works for the whole region and is known there (decision 0081).
_ADVISER = re.compile(r'\{[^{}]*"role": "employer_adviser"[^{}]*\}')


@pytest.fixture
def tables() -> list[Table]:
    """Return every isolated table with rows of a municipality."""
    query = """
        select c.relname, array_agg(a.attname::text) from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relrowsecurity and c.relkind = 'r'
            and has_table_privilege(c.oid, 'select') group by 1 order by 1
    """
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [Table(name, tuple(columns)) for name, columns in cursor.fetchall()]


@pytest.fixture
def told() -> Iterator[Counter[str]]:
    """Count what became of the statements."""
    counts: Counter[str] = Counter()
    yield counts
    # Otherwise the statements would be refused before they could find anything.
    assert counts["answered"] > 4 * counts["refused"], counts


def run(statement: str) -> str | None:
    """Return everything a statement gives back, None when it was refused; undo what it did."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            rows = cursor.fetchall() if cursor.description else []
            transaction.set_rollback(True)
    except DatabaseError as refused:
        return None if "row-level" not in str(refused) else ""
    return str(rows)


def look(told: Counter[str], foreign: tuple[str, ...], own: set[str], statement: str) -> None:
    """Run a statement and look for what is not ours."""
    answer = run(statement)
    told["refused" if answer is None else "answered"] += 1
    if answer is None:
        return
    told["rows"] += len(answer) > len("[]")
    for secret in foreign:
        assert secret not in answer, statement
    assert set(_MUNICIPALITY.findall(_ADVISER.sub("", answer))) <= own, statement


def ask_many(
    world: World, tables: list[Table], told: Counter[str], data: st.DataObject, scope: Scope
) -> None:
    """Ask a hundred statements in one scope."""
    foreign = (world.there.canary,) + (() if scope.municipalities else (world.here.canary,))
    own = {str(number) for number in scope.municipalities}
    if scope.for_region:
        # The region's employers are the coordinator's to read; everything else is asked.
        tables = [each for each in tables if not each.name.startswith(ABOUT_EMPLOYERS)]
    with acting(scope):
        for _ in range(A_ROUND):
            look(told, foreign, own, data.draw(statements(tables)))


def whose(world: World) -> dict[str, Scope]:
    """Return the scopes that a hostile page could be in."""
    people = world.here.people
    return {
        "nobody": NOTHING,
        "caseworker": Scope.of(people[Role.CASEWORKER]),
        "administrator": Scope.of(people[Role.ADMINISTRATOR]),
        "coordinator": Scope.of(people[Role.REGION_COORDINATOR]),
        "jobseeker": Scope.of(people[Role.JOBSEEKER]),
    }


def test_no_foreign_row(world: World, tables: list[Table], told: Counter[str]) -> None:
    _run(world, tables, told, QUICK)


@pytest.mark.slow
def test_no_foreign_row_in_a_hundred_thousand(
    world: World, tables: list[Table], told: Counter[str]
) -> None:
    _run(world, tables, told, SLOW)


def _run(world: World, tables: list[Table], told: Counter[str], count: int) -> None:
    scopes = whose(world)

    @settings(max_examples=count // A_ROUND, deadline=None, suppress_health_check=HEALTH)
    @given(st.sampled_from(sorted(scopes)), st.data())
    def ask(who: str, data: st.DataObject) -> None:
        ask_many(world, tables, told, data, scopes[who])

    ask()
    assert told["answered"] + told["refused"] >= count
    assert told["rows"] > count // 10, told


def test_the_search_would_find_a_leak(world: World, tables: list[Table]) -> None:
    """In Daar's own scope the same statements do bring the canary back."""
    with acting(Scope.of(world.there.people[Role.CASEWORKER])):
        seen = [run(f"select to_jsonb(t)::text from {t.name} t") or "" for t in tables]  # noqa: S608
    assert sum(world.there.canary in answer for answer in seen) >= 5

# ruff: noqa: PLC0415 - models can be imported once Django is set up
"""Measure the audit log's chain and the cost of row-level security.

    python -m benchmarks.audit_chain

Needs the bundled server. Makes a database of its own beside the installation's, migrates it,
measures, and drops it. Prints lines a second with 8 writers, lines verified a second, and the
time of a point query with and without row-level security.
"""

from __future__ import annotations

import os
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

import django
import psycopg

WRITERS, EACH, POINTS, PEOPLE = 8, 250, 3_000, 20_000


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "streekwerk.config.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connections

    from streekwerk.config import database
    from streekwerk.config.postgresql import roles

    name = f"bench_{os.getpid()}"
    socket = str(database.start())
    settings = connections["default"].settings_dict
    settings["HOST"], settings["NAME"] = socket, name
    roles.prepare(socket, name)
    try:
        with database.as_owner():
            call_command("migrate", verbosity=0)
        _chain()
        _point_query()
    finally:
        connections.close_all()
        with psycopg.connect(host=socket, user="postgres", autocommit=True) as server:
            server.execute(f"drop database {name} with (force)".encode())


def _chain() -> None:
    from streekwerk.accounts import chain
    from streekwerk.accounts.models import Municipality, Region
    from streekwerk.config import database

    region = Region.objects.create(name="Meting")
    homes = [Municipality.objects.create(region=region, name=str(k)) for k in range(WRITERS)]
    start = time.perf_counter()
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(_write, homes))
    written = WRITERS * EACH
    rate = written / (time.perf_counter() - start)
    print(f"{WRITERS} writers, a line a transaction: {rate:,.0f} lines/s")
    with database.audit_connection() as reader:
        start = time.perf_counter()
        verdict = chain.verify(reader)
        seconds = time.perf_counter() - start
    assert verdict.links == written
    assert not verdict.faults
    print(f"verified {written:,} lines in {1000 * seconds:.0f} ms")


def _write(home: object) -> None:
    from django.db import connection

    from streekwerk.accounts import audit
    from streekwerk.accounts.models import Municipality

    assert isinstance(home, Municipality)
    for figure in range(EACH):
        audit.record(None, "bench.done", home, municipality=home, figure=figure)
    connection.close()


def _point_query() -> None:
    from django.db import connection, transaction

    from streekwerk.accounts.models import Municipality
    from streekwerk.accounts.scope import Scope, acting
    from streekwerk.config import database
    from streekwerk.people.models import Person

    home = Municipality.objects.first()
    assert home is not None
    people = [Person(municipality=home, first_name="A", last_name=str(k)) for k in range(PEOPLE)]
    with acting(Scope.of_municipality(home.pk)):
        ids = [one.pk for one in Person.objects.bulk_create(people)]
        alone = _median(lambda k: Person.objects.get(pk=ids[k]))
        with transaction.atomic():
            inside = _median(lambda k: Person.objects.get(pk=ids[k]))
        raw = connection.connection
        query = "select * from people_person where id = %s"

        def told(k: int) -> None:
            with raw.transaction():
                raw.execute(
                    f"select set_config('streekwerk.municipalities', '{{{home.pk}}}', true)"
                )
                raw.execute(query, [ids[k]])

        driver = _median(told)
    with database.as_owner():
        bare = _median(lambda k: Person.objects.get(pk=ids[k]))
        with connection.cursor() as cursor:
            cursor.execute("alter table people_person disable row level security")
        off = _median(lambda k: Person.objects.get(pk=ids[k]))
    print(
        "point query through Django, median: "
        f"{off:.3f} ms without row-level security, {bare:.3f} ms as the migrating owner, "
        f"{alone:.3f} ms in scope (by itself), {inside:.3f} ms in scope (in a transaction); "
        f"{driver:.3f} ms as begin, set_config, query, commit over the driver"
    )


def _median(ask: object) -> float:
    assert callable(ask)
    times = []
    for k in range(POINTS):
        start = time.perf_counter()
        ask(k * 7 % PEOPLE)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


if __name__ == "__main__":
    main()

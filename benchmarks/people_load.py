"""Fill a database with very many people, and measure the caseworker's pages on it.

    python benchmarks/people_load.py load --people 100000
    python benchmarks/people_load.py measure --port 8000

``load`` spreads people with files, answers, plans, steps, decisions, outcomes and follow-ups
over fictitious municipalities beside whatever is there; loading twice changes nothing. Load
the demo region first and let a worker finish its cards: then advice has evidence.
``measure`` asks every page of a caseworker and a team manager in this process, the templates
and the database included, and writes the median and the 95th percentile per page. With many
users at once: ``python -m benchmarks.load``.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import time
from typing import TYPE_CHECKING, Annotated

import django
import numpy as np
import typer

from streekwerk.config import database

if TYPE_CHECKING:
    from streekwerk.accounts.models import Municipality, User

app = typer.Typer(add_completion=False)
PLACE, SEED = "Meetstede", 1
# A caseworker knows about a hundred people; with so many people, most have no caseworker.
# So many files are drawn for each municipality; the others are copies of them.
CASELOAD, DRAWN = 120, 400


@app.command()
def load(
    people: Annotated[int, typer.Option(min=1)] = 100_000,
    municipalities: Annotated[int, typer.Option(min=1)] = 6,
    region: Annotated[str, typer.Option(help="With the cards that are there.")] = "Middenland",
) -> None:
    """Write ``people`` fictitious files over ``municipalities`` municipalities of ``region``."""
    with _application():
        from django.core.management import call_command  # noqa: PLC0415 - needs Django set up
        from django.db import connections  # noqa: PLC0415

        from streekwerk.accounts.scope import Scope, acting  # noqa: PLC0415

        with database.as_owner():
            call_command("migrate", verbosity=0)

        start, written = time.monotonic(), 0
        for number in range(municipalities):
            size = people // municipalities + (number < people % municipalities)
            home, chief, workers = _staff(region, number, size)
            # The cards of the region are read too, as by who works here.
            with acting(Scope((home.pk,), region=home.region_id)):
                written += _fill(home, chief, workers, size, number)
        with database.as_owner(), connections["default"].cursor() as cursor:
            # What the server's own housekeeping does within minutes.
            cursor.execute("vacuum analyze")
        typer.echo(f"{written:,} files in {time.monotonic() - start:.0f} s")


def _staff(region: str, number: int, size: int) -> tuple[Municipality, User, list[User]]:
    from streekwerk.accounts.actions import add_demo_person, add_municipality  # noqa: PLC0415
    from streekwerk.accounts.models import Role  # noqa: PLC0415

    home = add_municipality(region, f"{PLACE} {number}", fictitious=True)
    chief = add_demo_person(f"load-chief-{number}", "Chef", str(number), Role.TEAM_MANAGER, home)
    workers = [
        add_demo_person(f"load-{number}-{n}", "Werker", f"{number}.{n}", Role.CASEWORKER, home)
        for n in range(max(1, size // 4 // CASELOAD))
    ]
    return home, chief, workers


def _fill(home: Municipality, chief: User, workers: list[User], size: int, number: int) -> int:
    from django.utils import timezone  # noqa: PLC0415

    from benchmarks.people_copies import Copying  # noqa: PLC0415
    from benchmarks.people_lived import live  # noqa: PLC0415
    from streekwerk.demo.guidance import Known, draw_file  # noqa: PLC0415
    from streekwerk.people.actions.bulk import Draft, write_files  # noqa: PLC0415
    from streekwerk.people.models import Person  # noqa: PLC0415

    if Person.objects.filter(municipality=home).exists():
        return 0
    rng, today, drafts = np.random.default_rng([SEED, number]), timezone.localdate(), []
    times = max(size // DRAWN - 1, 0)
    base = size // (times + 1)
    for place in range(size - base * times):
        # A quarter has a caseworker, all along the list.
        guide = workers[place // 4 % len(workers)] if place % 4 == 0 else None
        month = today.replace(year=today.year - int(rng.integers(20, 64)), day=1)
        household = str(rng.choice(["single", "single_parent", "couple_or_other"]))
        since = today - dt.timedelta(days=int(rng.integers(60, 2_000)))
        known = Known(month, since, household, woman=bool(place % 2))
        drafts.append(Draft(draw_file(known, today, rng, guided=guide is not None), guide))
    write_files(home, drafts, chief)
    live(home, chief, rng)
    if times:
        Copying(home, workers, times, base).run(typer.echo)
    return size


@app.command()
def measure(times: Annotated[int, typer.Option(min=3)] = 15) -> None:
    """Ask every page ``times`` times and write how long it took."""
    with _application():
        from django.conf import settings  # noqa: PLC0415
        from django.db import connection  # noqa: PLC0415
        from django.test import Client  # noqa: PLC0415

        from streekwerk.accounts.models import User  # noqa: PLC0415
        from streekwerk.accounts.scope import AT_THE_DOOR, acting  # noqa: PLC0415

        settings.ALLOWED_HOSTS = ["testserver"]
        settings.SECURE_SSL_REDIRECT = False
        with acting(AT_THE_DOOR):
            users = {
                "klantmanager": User.objects.get(username="load-0-0"),
                "teamleider": User.objects.get(username="load-chief-0"),
            }
            with connection.cursor() as cursor:
                cursor.execute(
                    "select reltuples::bigint from pg_class where relname='people_person'"
                )
                typer.echo(f"about {cursor.fetchone()[0]:,} people")
        for who, user in users.items():
            client = Client()
            with acting(AT_THE_DOOR):
                client.force_login(user)
            for name, path in _pages(user):
                _report(who, name, [_seconds(client, path) for _ in range(times)][1:])


def _pages(user: User) -> list[tuple[str, str]]:
    from django.urls import reverse  # noqa: PLC0415

    from streekwerk.accounts.scope import Scope, acting  # noqa: PLC0415
    from streekwerk.people import queries  # noqa: PLC0415

    with acting(Scope.of(user)):
        person = queries.caseload(user).filter(next_on__isnull=False)[0]
    caseload = reverse("caseworker:caseload")
    lists = [
        ("caseload", caseload),
        ("caseload, zoeken", f"{caseload}?naam=jan"),
        ("caseload, op datum", f"{caseload}?volgorde=datum"),
        ("caseload, reden", f"{caseload}?reden=geen-plan"),
        ("caseload, laatste bladzijde", f"{caseload}?page=9999"),
        ("zoek iemand", f"{reverse('caseworker:find')}?naam=bos"),
        ("register", reverse("caseworker:register")),
    ]
    names = ("person", "file", "development", "plan", "timeline", "ask", "new-step")
    return lists + [
        (name, reverse(f"caseworker:{name}", args=[person.public_id])) for name in names
    ]


def _seconds(client: object, path: str) -> float:
    start = time.perf_counter()
    answer = client.get(path)  # type: ignore[attr-defined]  # Django's test client
    assert answer.status_code == 200, (path, answer.status_code)
    return time.perf_counter() - start


def _report(who: str, name: str, seconds: list[float]) -> None:
    milliseconds = sorted(each * 1000 for each in seconds)
    typer.echo(
        f"{who:14}{name:30}{statistics.median(milliseconds):8.0f} ms"
        f"{milliseconds[int(len(milliseconds) * 0.95)]:8.0f} ms (p95)"
    )


def _application() -> object:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "streekwerk.config.settings")
    os.environ.setdefault("STREEKWERK_DEMO", "1")
    django.setup()
    return database.running()


if __name__ == "__main__":
    app()

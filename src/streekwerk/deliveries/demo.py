"""The deliveries of the demo region Middenland, through the same door as real files.

Every municipality's files are written by the generator, received, checked and
accepted by its own researcher. Loading twice changes nothing; a load that broke off
goes on where it stopped.
"""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from streekwerk.accounts.actions import add_demo_person, add_municipality
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting
from streekwerk.deliveries import demo_process
from streekwerk.deliveries.actions import checking, deciding, municipalities, receiving
from streekwerk.deliveries.models import Delivery, State
from streekwerk.demo.config import Municipality as DemoMunicipality
from streekwerk.demo.config import RegionConfig, month_label
from streekwerk.registers.sources.mapping import Column, ColumnMapping, FactKind

REGION = "Middenland"
PROCESSES = 2
CONFIG = RegionConfig()
RESEARCHERS = {
    "9901": ("sanne", "Sanne", "de Wit"),
    "9902": ("mehmet", "Mehmet", "Yildiz"),
    "9903": ("joris", "Joris", "Hoekstra"),
    "9904": ("anouk", "Anouk", "Verbeek"),
    "9905": ("dewi", "Dewi", "Lestari"),
    "9906": ("wout", "Wout", "Kramer"),
}
EDUCATION = ColumnMapping(
    "Opleidingsniveau",
    "BURGERSERVICENUMMER",
    "PEILDATUM",
    (
        Column(
            "OPLEIDINGSNIVEAU",
            "education",
            FactKind.CODE,
            {"laag": "laag", "midden": "midden", "hoog": "hoog"},
        ),
    ),
)
HOURS = ColumnMapping(
    "Uren werk",
    "BURGERSERVICENUMMER",
    "PEILDATUM",
    (Column("UREN_PER_WEEK", "hours", FactKind.NUMBER, low=0, high=60),),
)


def load(say: Callable[[str], None] = lambda _line: None, config: RegionConfig = CONFIG) -> None:
    """Deliver the files of every municipality that has not delivered yet."""
    add_people(config)
    waiting = [place for place in config.municipalities if not _is_loaded(place)]
    if not waiting:
        return
    say(f"Importing {config.months} months of files of {len(waiting)} fictitious municipalities …")
    start = time.monotonic()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        tasks = [
            (place.name, pool.submit(demo_process.deliver, place.code, config)) for place in waiting
        ]
        for name, task in tasks:
            say(f"  {name}: {task.result():,} rows")
    say(f"  imported in {time.monotonic() - start:.0f} s")


def add_people(config: RegionConfig = CONFIG) -> None:
    """Add municipalities, their researchers and administrators, and the region's coordinator."""
    for place in config.municipalities:
        home = add_municipality(REGION, place.name, fictitious=True)
        add_demo_person(*RESEARCHERS[place.code], Role.RESEARCHER, home)
        admin = add_demo_person(
            f"beheer-{place.code}", "Beheer", place.name, Role.ADMINISTRATOR, home
        )
        with acting(Scope.of(admin)):
            reporter = municipalities.set_up_reporter(admin, place.code)
            municipalities.join_region(admin, reporter)
    add_demo_person("fatima", "Fatima", "el Amrani", Role.REGION_COORDINATOR, None)


def deliver(code: str, config: RegionConfig) -> int:
    """Write, receive, check and accept the files of one municipality; return the rows read.

    The last month is left for whoever plays the researcher to decide about.
    """
    with acting(AT_THE_DOOR):
        user = User.objects.get(username=RESEARCHERS[code][0])
    with acting(Scope.of(user)):
        return _deliver(user, code, config)


def _deliver(user: User, code: str, config: RegionConfig) -> int:
    municipalities.save_source(user, EDUCATION)
    municipalities.save_source(user, HOURS)
    with tempfile.TemporaryDirectory() as folder:
        for path in _files(code, config, Path(folder)):
            receiving.receive(user, path.name, [path.read_bytes()], check_later=False)
            path.unlink()
    assert user.municipality_id is not None  # noqa: S101 - a researcher of a municipality
    checking.check_waiting(user.municipality_id)
    found = Delivery.objects.filter(municipality_id=user.municipality_id)
    year, month = month_label(config.first_month, config.months - 1).split("-")
    last = dt.date(int(year), int(month), 1)
    rows = sum(found.values_list("rows", flat=True))
    for delivery in found.filter(state=State.CHECKED).exclude(period=last).order_by("period", "pk"):
        deciding.accept(user, delivery)
    return rows


def _files(code: str, config: RegionConfig, folder: Path) -> Iterator[Path]:
    # Only whoever loads the demo pays for the generator.
    from streekwerk.demo.deliveries import (  # noqa: PLC0415
        open_desk,
        write_education,
        write_hours,
        write_labour_market,
        write_month,
    )
    from streekwerk.demo.labour_market import draw_labour_market  # noqa: PLC0415
    from streekwerk.demo.simulation import build_world, run  # noqa: PLC0415

    number = [place.code for place in config.municipalities].index(code)
    world = build_world(config, number, draw_labour_market(config))
    desk = open_desk(run(world))
    for month in range(config.months):
        yield from write_month(desk, month, folder)
    yield write_labour_market(config, folder)
    yield write_hours(desk, folder)
    yield _with_reference_date(write_education(desk, folder), config)


def _with_reference_date(path: Path, config: RegionConfig) -> Path:
    """Say when the level of education was known: before the first month."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    day = f"{config.first_month.replace('-', '')}01"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow([*rows[0], "PEILDATUM"])
        writer.writerows([*row, day] for row in rows[1:])
    return path


def _is_loaded(place: DemoMunicipality) -> bool:
    """Whether the file that comes last was accepted."""
    home = add_municipality(REGION, place.name, fictitious=True)
    with acting(Scope.of_municipality(home.pk)):
        facts = Delivery.objects.filter(code=place.code, source=EDUCATION.name)
        return facts.filter(state=State.ACCEPTED).exists()

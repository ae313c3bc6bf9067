"""The blows of :mod:`benchmarks.import_crashes`; imported once Django has been set up."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection, connections

from streekwerk.accounts.actions import add_demo_person, add_municipality
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries.actions import checking, deciding, housekeeping, receiving
from streekwerk.deliveries.actions.municipalities import set_up_reporter
from streekwerk.demo.config import Municipality, RegionConfig
from streekwerk.demo.deliveries import open_desk, write_month
from streekwerk.demo.labour_market import draw_labour_market
from streekwerk.demo.simulation import build_world, run

PEOPLE = 6_000
CODE = "9901"


@dataclass(frozen=True)
class Seen:
    """What the database holds: states of deliveries, records, and a digest of them."""

    states: tuple[str, ...]
    records: int
    digest: str


class Bench:
    """One file, delivered again and again while things break."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.chance = chance
        self.folder = folder
        self.file = write_file(folder / "files", PEOPLE)
        self.user = set_up()
        self.whole = Seen((), 0, "")
        self.seconds = 0.0

    def run(self, kills: int, drops: int) -> None:
        """Deliver once undisturbed, then with every kind of blow."""
        start = time.monotonic()
        assert self.child(deliver_and_accept) == 0
        self.seconds = time.monotonic() - start
        self.whole = look()
        rows = self.whole.records
        print(f"one delivery: {self.file.stat().st_size / 1e6:.1f} MB, {rows:,} records,")
        print(f"  received, checked, stored and accepted in {self.seconds:.2f} s")
        self.same_file_twice()
        self.blows("killed with SIGKILL", kills, self.kill)
        self.blows("connections dropped", drops, self.drop)
        full_disk(self)

    def same_file_twice(self) -> None:
        """Deliver what is there already."""
        assert self.child(deliver_and_accept) == 0
        assert look() == self.whole
        print("the same file again: nothing changed")

    def blows(self, name: str, times: int, blow: Callable[[], str]) -> None:
        """Strike, look, deliver again, look again."""
        found: Counter[str] = Counter()
        for _ in range(times):
            wipe()
            # An upload that broke off leaves a file nobody registered, for a day: count it once.
            shutil.rmtree(self.folder / "incoming", ignore_errors=True)
            moment = blow()
            self.must_be_whole_or_nothing()
            found[f"{moment}, then {self.state()}"] += 1
            self.must_recover()
        print(f"{name}, {times} times: 0 half, 0 doubled, 0 lost")
        for what, count in sorted(found.items()):
            print(f"  {count:4} × {what}")

    def state(self) -> str:
        """Return where the delivery was left."""
        states = look().states
        return states[0] if states else "nothing registered"

    def kill(self) -> str:
        """Kill the importer at a random moment of its work."""
        pid = self.spawn(deliver_and_accept)
        time.sleep(self.chance.uniform(0.0, 1.1 * self.seconds))
        return self.end(pid)

    def drop(self) -> str:
        """Drop every connection of the importer at a random moment."""
        pid = self.spawn(deliver_and_accept)
        time.sleep(self.chance.uniform(0.0, 1.1 * self.seconds))
        with administrator() as cursor:
            cursor.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where datname = current_database() and pid <> pg_backend_pid()"
            )
        _, status = os.waitpid(pid, 0)
        return "finished before" if status == 0 else "stopped with an error"

    def end(self, pid: int) -> str:
        """Kill the importer unless it has finished."""
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            assert status == 0, f"the import failed by itself: {status}"
            return "finished before"
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return "killed under way"

    def must_be_whole_or_nothing(self) -> None:
        """All records of the file are there, or none, as the state of the delivery says."""
        _wait_for_quiet()
        seen = look()
        assert len(seen.states) <= 1, f"doubled: {seen.states}"
        stored = seen.states in {("checked",), ("accepted",)}
        expected = self.whole.records if stored else 0
        assert seen.records == expected, f"half: {seen.records} of {expected}, {seen.states}"
        assert not stored or seen.digest == self.whole.digest, "other records than delivered"

    def must_recover(self) -> None:
        """Deliver the same file again; what was interrupted must come out whole."""
        assert self.child(deliver_and_accept) == 0
        assert look() == self.whole, f"lost or doubled: {look()} against {self.whole}"
        left = [p for p in (self.folder / "incoming").rglob("*") if p.is_file()]
        assert len(left) <= 1, f"files with BSNs were left: {left}"

    def spawn(self, work: Callable[[User, Path], None]) -> int:
        """Fork: the child has everything imported, so that blows fall into the work itself."""
        connections.close_all()
        pid = os.fork()
        if pid:
            return pid
        try:
            sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - until the process ends
            work(self.user, self.file)
        except BaseException:
            os._exit(1)
        os._exit(0)

    def child(self, work: Callable[[User, Path], None]) -> int:
        """Do ``work`` in a process of its own and return how it ended."""
        _, status = os.waitpid(self.spawn(work), 0)
        return status


@contextmanager
def administrator() -> Iterator[psycopg.Cursor[Any]]:
    """Look and intervene as nobody in the product can: over a fresh connection of its own."""
    settings = connection.settings_dict
    host, name = settings["HOST"], settings["NAME"]
    with (
        psycopg.connect(host=host, dbname=name, user="postgres", autocommit=True) as direct,
        direct.cursor() as cursor,
    ):
        yield cursor


def deliver_and_accept(user: User, file: Path) -> None:
    """Do what a person and the worker do, one after the other."""
    housekeeping.keep_house()
    with acting(Scope.of(user)):
        receipt = receiving.receive(user, file.name, [file.read_bytes()], check_later=False)
        delivery = receipt.delivery
        checking.check_waiting(delivery.municipality_id)
        delivery.refresh_from_db()
        deciding.accept(user, delivery)


def look() -> Seen:
    """Return what is there, over a fresh connection."""
    with administrator() as cursor:
        cursor.execute("select state from deliveries_delivery order by id")
        states = tuple(state for (state,) in cursor.fetchall())
        cursor.execute(
            "select count(*), coalesce(md5(string_agg(said, ',' order by said)), '') from "
            "(select (to_jsonb(r) - 'delivery_id')::text as said "
            "from deliveries_bus_benefit_month r) s"
        )
        count, digest = cursor.fetchone() or (0, "")
    return Seen(states, count, digest)


def wipe() -> None:
    """Throw all deliveries away."""
    with administrator() as cursor:
        cursor.execute(
            "truncate deliveries_progress, deliveries_srg_measure, deliveries_bus_benefit_month, "
            "deliveries_bus_income_month, deliveries_person_fact, deliveries_delivery cascade"
        )


def _wait_for_quiet() -> None:
    """Wait until the server has noticed that its client is gone."""
    for _ in range(200):
        with administrator() as cursor:
            cursor.execute(
                "select count(*) from pg_stat_activity where datname = current_database() "
                "and pid <> pg_backend_pid() and backend_type = 'client backend'"
            )
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.05)
    raise AssertionError("a connection of the killed import stays open")


def full_disk(bench: Bench) -> None:
    """Let the disk of the tables run full during the import, make room, and go on."""
    place = bench.folder / "tight"
    place.mkdir()
    mounted = subprocess.run(  # noqa: S603 - our own command
        ["mount", "-t", "tmpfs", "-o", "size=24m,mode=0777", "tmpfs", str(place)],  # noqa: S607
        check=False,
        capture_output=True,
        text=True,
    )
    if mounted.returncode:
        print(f"disk full: not tried, mounting a small disk is not allowed: {mounted.stderr}")
        return
    try:
        _fill_and_recover(bench, place)
    finally:
        _move_tables("pg_default")
        subprocess.run(["umount", "--lazy", str(place)], check=False)  # noqa: S603, S607


def _fill_and_recover(bench: Bench, place: Path) -> None:
    wipe()
    (place / "tables").mkdir(mode=0o700)
    owner = (bench.folder / "postgres").stat()
    os.chown(place / "tables", owner.st_uid, owner.st_gid)
    with administrator() as cursor:
        cursor.execute(f"create tablespace tight location '{place / 'tables'}'")
    _move_tables("tight")
    tried = 0
    for free in (100_000, 200_000, 300_000, 400_000):
        wipe()
        ballast = place / "ballast"
        _fill(ballast, place, free)
        assert bench.child(deliver_and_accept) != 0, "there was room after all"
        seen = look()
        assert (seen.states, seen.records) == (("received",), 0), f"half: {seen}"
        assert "schijf" in told(), "nobody was told that the disk is full"
        ballast.unlink()
        bench.must_recover()
        tried += 1
    print(f"disk of the tables full, {tried} times: 0 half, 0 doubled, 0 lost; told on the page")


def _fill(ballast: Path, place: Path, leave: int) -> None:
    free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
    with ballast.open("wb") as stream:
        stream.write(b"\0" * max(0, free - leave))


def told() -> str:
    """Return what the page says about why a file waits."""
    with administrator() as cursor:
        cursor.execute("select problem ->> 'nl' from deliveries_progress")
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def _move_tables(space: str) -> None:
    table = "deliveries_bus_benefit_month"
    with administrator() as cursor:
        cursor.execute(f"alter table {table} set tablespace {space}")
        cursor.execute(f"alter index {table}_pkey set tablespace {space}")


def write_file(folder: Path, people: int) -> Path:
    """Write one month of benefits of a fictitious municipality."""
    here = (Municipality(CODE, "Hier", 1.0),)
    config = RegionConfig(people=people, months=1, municipalities=here)
    folder.mkdir(parents=True, exist_ok=True)
    desk = open_desk(run(build_world(config, 0, draw_labour_market(config))))
    return next(p for p in write_month(desk, 0, folder) if p.name.startswith("BUS"))


def set_up() -> User:
    """Set a municipality up to deliver; return its researcher."""
    home = add_municipality("Proefregio", "Hier", fictitious=True)
    admin = add_demo_person("adam", "Adam", "Beheer", Role.ADMINISTRATOR, home)
    with acting(Scope.of(admin)):
        set_up_reporter(admin, CODE)
    return add_demo_person("alice", "Alice", "Onderzoek", Role.RESEARCHER, home)

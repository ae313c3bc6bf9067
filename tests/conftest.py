"""A real PostgreSQL for the tests that need one, started on first use."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings as django_settings
from django.db import connection, connections
from psycopg import sql
from pytest_django import Settings

from streekwerk.config import database

pytest_plugins = ["tests.cast"]
PREFIX = "test_streekwerk_"
SWEPT = pytest.StashKey[bool]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Drive the browser last: Playwright keeps an event loop running until the session ends."""
    items.sort(key=lambda item: "browser" in item.path.parent.name)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Give this run a database of its own, so that several runs can go on beside each other."""
    if database.is_bundled():
        socket = database.start(database.state_directory() / "postgres-tests")
        connections["default"].settings_dict["HOST"] = str(socket)
        _prepare(socket)
    # Connections of a worker's threads end with their work, so that the database can be dropped.
    connections["default"].settings_dict["CONN_MAX_AGE"] = 0
    connections["default"].settings_dict["TEST"]["NAME"] = f"{PREFIX}{os.getpid()}"


def _prepare(socket: Path) -> None:
    """Trade durability for speed, and sweep up after runs that were cut off."""
    with psycopg.connect(host=str(socket), user="postgres", autocommit=True) as server:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            server.execute(sql.SQL("alter system set {} = off").format(sql.Identifier(setting)))
        server.execute("select pg_reload_conf()")
        for (name,) in server.execute("select datname from pg_database").fetchall():
            found = re.fullmatch(PREFIX + r"(\d+)", name)
            if found and not _runs(int(found.group(1))):
                server.execute(sql.SQL("drop database {}").format(sql.Identifier(name)))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@pytest.fixture(scope="session", autouse=True)
def _room_for_style_sheets() -> None:
    """Make the directory of collected files, which a fresh clone does not have yet."""
    Path(django_settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _plain_http(settings: Settings) -> None:
    """Speak http, as the test client does; tests/config tests what production speaks."""
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture(autouse=True)
def _audit_can_be_swept(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the database be emptied after a test that really commits.

    The audit log refuses to be emptied, by the test runner too. The lock is put
    back before the next test that uses the database.
    """
    commits = {"transactional_db", "live_server"} & set(request.fixturenames)
    uses = commits or {"db", "cast"} & set(request.fixturenames)
    if commits:
        request.getfixturevalue("transactional_db")
    if uses and request.config.stash.get(SWEPT, False):
        request.getfixturevalue("db")
        _audit_lock("enable")
    yield
    if commits:
        _audit_lock("disable")
        _empty_the_queue()
        request.config.stash[SWEPT] = True


def _audit_lock(change: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"alter table accounts_auditentry {change} trigger audit_table_stays")


def _empty_the_queue() -> None:
    """Take away what a test left waiting: the test runner does not know the queue's tables."""
    with connection.cursor() as cursor:
        cursor.execute("truncate procrastinate_jobs, procrastinate_workers cascade")

"""A real PostgreSQL for the tests that need one, started on first use.

The owner makes the database and empties it; the tests connect as the application does,
behind row-level security. Whoever writes a test stands beside the stage and sees the rows
of every municipality the test makes; a request, and whatever runs in ``acting(...)``, sees
what it would see in production.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings as django_settings
from django.db import connection, connections
from django.db.models.signals import post_save
from django.test import TransactionTestCase
from psycopg import sql
from pytest_django import Settings

from streekwerk.accounts import scope
from streekwerk.config import database
from streekwerk.config.postgresql import roles

pytest_plugins = ["tests.cast", "tests.people.options.desk"]
PREFIX = "test_streekwerk_"
PREPARING = 20_260_101


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Drive the browser last: Playwright keeps an event loop running until the session ends."""
    items.sort(key=lambda item: "browser" in item.path.parent.name)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Give this run a database of its own, so that several runs can go on beside each other."""
    application = connections["default"]
    if database.is_bundled():
        socket = database.start(database.state_directory() / "postgres-tests")
        application.settings_dict["HOST"] = str(socket)
        _prepare(socket)
    # Connections of a worker's threads end with their work, so that the database can be dropped.
    application.settings_dict["CONN_MAX_AGE"] = 0
    application.settings_dict["TEST"]["NAME"] = f"{PREFIX}{os.getpid()}"
    owner = connections.create_connection("default")
    owner.settings_dict = database.owner_settings(application.settings_dict)
    connections["default"] = owner


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """Go on as the application, once the owner has made the database."""
    connections["default"].close()
    connections["default"] = connections.create_connection("default")
    emptied = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = _as_owner(emptied)
    yield
    TransactionTestCase._fixture_teardown = emptied
    connections["default"].close()


def _as_owner(empty: Any) -> Any:
    """Empty the database as its owner after a test that really commits.

    The audit log refuses to be emptied, by the test runner too; the queue's tables are
    unknown to it.
    """

    def emptied(case: TransactionTestCase) -> None:
        with database.as_owner():
            _audit_lock("disable")
            empty(case)
            with connection.cursor() as cursor:
                cursor.execute("truncate procrastinate_jobs, procrastinate_workers cascade")
            _audit_lock("enable")

    return emptied


def _audit_lock(change: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"alter table accounts_auditentry {change} trigger audit_table_stays")
        cursor.execute(f"alter table accounts_auditlink {change} trigger audit_chain_stays")


def _prepare(socket: Path) -> None:
    """Trade durability for speed, and sweep up after runs that were cut off."""
    with psycopg.connect(host=str(socket), user="postgres", autocommit=True) as server:
        # One run at a time: several begin at once when the tests run on more processors.
        server.execute("select pg_advisory_lock(%s)", [PREPARING])
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            server.execute(sql.SQL("alter system set {} = off").format(sql.Identifier(setting)))
        server.execute("select pg_reload_conf()")
        owner = sql.Identifier(roles.BUNDLED["owner"])
        server.execute(sql.SQL("alter role {} createdb").format(owner))
        for (name,) in server.execute("select datname from pg_database").fetchall():
            found = re.fullmatch(PREFIX + r"(\d+)", name)
            if found and not _runs(int(found.group(1))):
                server.execute(sql.SQL("drop database if exists {}").format(sql.Identifier(name)))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@pytest.fixture(autouse=True)
def _beside_the_stage() -> Iterator[None]:
    """See every municipality that the test makes."""

    def widen(instance: Any, created: bool, **rest: Any) -> None:
        stack = scope._stack.get()
        if not created or not stack:
            return
        if instance._meta.model_name == "region":
            wider = replace(stack[0], region=instance.pk)
        else:
            wider = replace(stack[0], municipalities=(*stack[0].municipalities, instance.pk))
        scope._stack.set((wider, *stack[1:]))
        scope._tell()

    for sender in ("accounts.Region", "accounts.Municipality"):
        post_save.connect(widen, sender, dispatch_uid="beside the stage")
    with scope.acting(scope.Scope(for_region=True, at_the_door=True)):
        yield
    for sender in ("accounts.Region", "accounts.Municipality"):
        post_save.disconnect(widen, sender, dispatch_uid="beside the stage")


@pytest.fixture(scope="session", autouse=True)
def _room_for_style_sheets() -> None:
    """Make the directory of collected files, which a fresh clone does not have yet."""
    Path(django_settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _plain_http(settings: Settings) -> None:
    """Speak http, as the test client does; tests/config tests what production speaks."""
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture(autouse=True)
def _no_second_factor(settings: Settings) -> None:
    """Let the cast come in without a second factor; tests/accounts/entry asks for it."""
    settings.SECOND_FACTOR_REQUIRED = False

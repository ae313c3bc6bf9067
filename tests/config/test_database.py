from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from streekwerk.config import database


def test_an_address_is_taken_apart() -> None:
    found = database.parse_url("postgresql://anna:ge%40heim@db.example:5433/streek?sslmode=require")
    assert found == {
        "NAME": "streek",
        "USER": "anna",
        "PASSWORD": "ge@heim",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_socket_can_be_the_host() -> None:
    found = database.parse_url("postgresql:///streek?host=/run/postgresql")
    assert (found["HOST"], found["NAME"], found["OPTIONS"]) == ("/run/postgresql", "streek", {})


@pytest.mark.parametrize("url", ["mysql://localhost/x", "postgresql://localhost", "streekwerk"])
def test_what_is_no_postgresql_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="must look like postgresql://"):
        database.parse_url(url)


def test_a_url_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u@h/n")
    assert not database.is_bundled()
    assert database.django_database()["HOST"] == "h"
    monkeypatch.setenv("DATABASE_URL", "")
    assert database.is_bundled()


def test_start_join_stop(place: Path) -> None:
    directory = place / "postgres"
    assert not database.is_running(directory)
    assert not database.stop(directory)
    socket = database.start(directory, keep_running=True)
    try:
        assert database.start(directory) == socket
        assert database.is_running(directory)
        with psycopg.connect(host=str(socket), user="postgres", dbname="streekwerk") as connection:
            (version,) = connection.execute("show server_version_num").fetchone() or ("0",)
            assert int(version) >= 180_000
            (listens,) = connection.execute("show listen_addresses").fetchone() or ("?",)
            assert listens == ""
    finally:
        assert database.stop(directory)
    assert not database.is_running(directory)

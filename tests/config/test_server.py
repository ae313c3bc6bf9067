"""`streekwerk serve`, for real: everything starts, answers, and stops again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from streekwerk.config import database

SERVE = [sys.executable, "-m", "streekwerk.cli", "serve"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def environment(place: Path) -> dict[str, str]:
    own = {"STREEKWERK_VAR": str(place), "DATABASE_URL": ""}
    return os.environ | own


@pytest.fixture
def serving(environment: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*SERVE, "--port", str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield process, port
    process.kill()
    process.communicate()


def test_serve_answers_until_it_is_asked_to_stop(
    serving: tuple[subprocess.Popen[str], int], place: Path
) -> None:
    process, port = serving
    assert process.stdout is not None
    said = ""
    until = time.monotonic() + 90
    while "answers on" not in said and time.monotonic() < until:
        line = process.stdout.readline()
        assert line, said
        said += line
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
        body = page.read().decode()
    assert "Streekwerk leert wat" in body
    style = body.split('rel="stylesheet" href="')[1].split('"')[0]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{style}") as sheet:
        assert sheet.headers["Content-Type"].startswith("text/css")
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert not database.is_running(place / "postgres")


def test_a_taken_port_is_said_so(environment: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run(  # noqa: S603 - our own command
            [*SERVE, "--port", str(port)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert f"Port {port} is in use" in ended.stdout

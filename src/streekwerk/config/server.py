"""Web server and worker as child processes, stopped together.

Whoever runs Streekwerk on several machines starts gunicorn and ``streekwerk
worker`` by their own means (docs/how-to/deploy.md); this is the one-machine way.
"""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from types import FrameType
from urllib.error import URLError

READY_WITHIN = 60.0
LOOK_EVERY = 0.5
GIVE_TIME_TO_STOP = 10.0


class ServerStoppedError(RuntimeError):
    """The server could not start, or ended without being asked to."""


def require_free(port: int) -> None:
    """Raise ServerStoppedError when something answers on ``port`` already."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise ServerStoppedError(f"Port {port} is in use; choose another with --port.")


def serve_until_stopped(port: int, say: Callable[[str], None]) -> None:
    """Answer on ``port`` until interrupted; a worker that dies is replaced.

    Raises
    ------
    ServerStoppedError : the web server did not start, or ended by itself.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    processes = {"web": _start(_web(port)), "worker": _start(_streekwerk("worker"))}
    try:
        _wait_until_ready(port, processes["web"])
        say(f"Streekwerk answers on http://127.0.0.1:{port}/ (stop with Ctrl-C)")
        _watch(processes)
    except KeyboardInterrupt:
        say("Stopping …")
    finally:
        _stop(list(processes.values()))


def _web(port: int) -> list[str]:
    address = f"127.0.0.1:{port}"
    gunicorn = [sys.executable, "-m", "gunicorn", "streekwerk.config.wsgi", "--bind", address]
    return [*gunicorn, "--workers", "2", "--threads", "4", "--log-level", "warning"]


def _streekwerk(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "streekwerk.cli", *arguments]


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own commands


def _wait_until_ready(port: int, web: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and web.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/gezond/", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(LOOK_EVERY / 2)
    raise ServerStoppedError("The web server did not start; its messages above say why.")


def _watch(processes: dict[str, subprocess.Popen[bytes]]) -> None:
    while True:
        time.sleep(LOOK_EVERY)
        if processes["web"].poll() is not None:
            raise ServerStoppedError("The web server ended; its messages above say why.")
        if processes["worker"].poll() is not None:
            processes["worker"] = _start(_streekwerk("worker"))


def _stop(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    until = time.monotonic() + GIVE_TIME_TO_STOP
    for process in processes:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt

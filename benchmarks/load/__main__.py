"""Fifty caseworkers at once on the product's own server: time of every page, and errors.

    STREEKWERK_VAR=var/load python -m benchmarks.people_load load --people 100000
    STREEKWERK_VAR=var/load python -m benchmarks.load

Starts gunicorn with the command of ``streekwerk serve`` (2 processes of 4 threads) on the
database of the state folder. Each of 50 caseworkers of different municipalities signs in, and
then reads pages of their own caseload, drawn by weight, thinking 3 to 8 seconds over each.
The first half minute warms up and does not count. The clock runs from sending a request to
the last byte, on the same machine, whose processors the 50 visitors and PostgreSQL share.
Exit code 1 when the 95th percentile of any page is above 300 ms or any answer is an error.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated

import django
import typer

from streekwerk.config import database, server

HERE = Path(__file__).parent


def run(
    users: Annotated[int, typer.Option(min=1)] = 50,
    seconds: Annotated[int, typer.Option(min=10)] = 180,
    warm_up: Annotated[int, typer.Option(min=1)] = 30,
    port: Annotated[int, typer.Option()] = 8112,
) -> None:
    """Measure every page of a caseworker with ``users`` at the same time."""
    os.environ["STREEKWERK_DEMO"], os.environ["STREEKWERK_SECURE"] = "1", "0"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "streekwerk.config.settings")
    django.setup()
    server.require_free(port)
    with database.running(), tempfile.TemporaryDirectory() as folder:
        from benchmarks.load import pages  # noqa: PLC0415 - needs Django set up

        people, homes = pages.number_of_people()
        chosen = pages.visitors(users)
        if len(chosen) < users:
            sys.exit(f"Only {len(chosen)} caseworkers have enough people; load more people first.")
        visitors = Path(folder) / "visitors.json"
        visitors.write_text(json.dumps(chosen), encoding="utf-8")
        load = "/".join(f"{each:.1f}" for each in os.getloadavg())
        typer.echo(f"{people:,} open files in {homes} municipalities, {os.cpu_count()} processors,")
        typer.echo(
            f"{users} users, {seconds} s after {warm_up} s; load of the machine before: {load}"
        )
        sys.exit(_measure(users, seconds, warm_up, port, visitors))


def _measure(users: int, seconds: int, warm_up: int, port: int, visitors: Path) -> int:
    web = subprocess.Popen(server._web(port))  # noqa: S603 - our own command
    try:
        server._wait_until_ready(port, web)
        locust = [sys.executable, "-m", "locust", "-f", str(HERE / "visiting.py"), "--headless"]
        # locust forgets what it measured when the last visitor has come in.
        locust += ["-u", str(users), "-r", str(users / warm_up), "--reset-stats"]
        locust += ["-t", f"{seconds + warm_up}s", "--host", f"http://127.0.0.1:{port}"]
        locust += ["--only-summary", "--loglevel", "ERROR"]
        environment = os.environ | {"STREEKWERK_VISITORS": str(visitors)}
        done = subprocess.run(locust, env=environment, stderr=subprocess.DEVNULL, check=False)  # noqa: S603
        return done.returncode
    finally:
        web.terminate()
        web.wait(20)
        time.sleep(0.5)


if __name__ == "__main__":
    typer.run(run)

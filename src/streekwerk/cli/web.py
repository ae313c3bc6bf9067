"""``streekwerk serve`` and the commands around it: database, worker, style sheets, demo."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from django.core.management import call_command

from streekwerk.cli import accounts
from streekwerk.config import database as postgres
from streekwerk.config.server import ServerStoppedError, require_free, serve_until_stopped
from streekwerk.config.setup import set_up

database = typer.Typer(
    help="The PostgreSQL server that comes with Streekwerk.", no_args_is_help=True
)
demo = typer.Typer(help="The fictitious region Middenland.", no_args_is_help=True)


def add_commands(app: typer.Typer) -> None:
    """Add the application's commands to the command line."""
    app.command("serve")(serve)
    app.command("worker")(worker)
    app.command("assets")(assets)
    app.add_typer(accounts.app, name="accounts")
    app.add_typer(database, name="database")
    app.add_typer(demo, name="demo")


def serve(
    demo: Annotated[
        bool, typer.Option("--demo", help="With the fictitious region; for this machine only.")
    ] = False,
    port: Annotated[int, typer.Option(help="Port on this machine.", min=1, max=65535)] = 8000,
) -> None:
    """Set everything up and answer on http://127.0.0.1:PORT until Ctrl-C."""
    # Nothing but this machine can reach 127.0.0.1, and it has no certificate.
    os.environ.setdefault("STREEKWERK_SECURE", "0")
    if demo:
        os.environ["STREEKWERK_DEMO"] = "1"
    try:
        require_free(port)
        with _application():
            _say("Preparing the database and the style sheets …")
            _migrate()
            _prepare_assets()
            if demo:
                _load_demo()
            serve_until_stopped(port, _say)
    except (ServerStoppedError, postgres.NoOwnerError) as error:
        _say(str(error))
        raise typer.Exit(1) from error


def worker(
    concurrency: Annotated[int, typer.Option(help="Jobs at a time.", min=1)] = 1,
) -> None:
    """Do the long work that waits in the queue; start as many as you have machines for."""
    # Small matrices: threads of the linear algebra cost more than they bring.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with _application():
        call_command("procrastinate", "worker", concurrency=concurrency, name="streekwerk")


def assets() -> None:
    """Fetch style sheets and typeface, compile the texts, collect the static files."""
    with _application(with_database=False):
        _prepare_assets()


@database.command("start")
def start_database() -> None:
    """Start the server and leave it running."""
    socket = postgres.start(keep_running=True)
    _say(f"PostgreSQL listens in {socket}")


@database.command("stop")
def stop_database() -> None:
    """Stop the server, if it runs."""
    _say("Stopped." if postgres.stop() else "It was not running.")


@database.command("status")
def database_status() -> None:
    """Tell whether there is a database; exit code 3 when there is none."""
    if not postgres.is_bundled():
        _say("DATABASE_URL names your own server.")
    elif postgres.is_running():
        _say(f"PostgreSQL runs with its data in {postgres.data_directory()}")
    else:
        _say("PostgreSQL does not run.")
        raise typer.Exit(3)


@demo.command("load")
def load_demo() -> None:
    """Load the fictitious region; what is there already stays as it is."""
    with _application():
        _migrate()
        _load_demo()


def _migrate() -> None:
    with postgres.as_owner():
        call_command("migrate", verbosity=0)


def _load_demo() -> None:
    from streekwerk.bylaws import demo as bylaws  # noqa: PLC0415 (needs Django set up)
    from streekwerk.learning import demo, demo_region  # noqa: PLC0415
    from streekwerk.partners import demo as partners  # noqa: PLC0415
    from streekwerk.people import demo as people  # noqa: PLC0415
    from streekwerk.work import demo as work  # noqa: PLC0415
    from streekwerk.work import demo_chains as chains  # noqa: PLC0415

    demo.load(_say)
    bylaws.load()
    demo_region.load(_say)
    people.load(_say)
    partners.load(_say)
    work.load(_say)
    chains.load(_say)


def _prepare_assets() -> None:
    from streekwerk.screens.design import vendor  # noqa: PLC0415 (needs node; production may not)

    vendor.install()
    call_command("collectstatic", verbosity=0, interactive=False)


@contextmanager
def _application(*, with_database: bool = True) -> Iterator[None]:
    """Set Django up, with a database at hand."""
    set_up()
    if not with_database:
        yield
        return
    with postgres.running():
        yield


def _say(line: str) -> None:
    typer.echo(line)

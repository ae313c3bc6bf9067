"""``streekwerk audit``: verify the audit log, and print its head to publish elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import psycopg
import typer

from streekwerk.config import database
from streekwerk.config.setup import set_up

app = typer.Typer(help="The audit log: is it whole and unchanged?", no_args_is_help=True)


@app.command("verify")
def verify(
    head: Annotated[
        list[str] | None,
        typer.Option(help="A head that was published before, as number:hash. May be repeated."),
    ] = None,
) -> None:
    """Compute the whole chain again; exit code 1 when something was changed or removed."""
    from streekwerk.accounts import chain  # noqa: PLC0415 (after the settings)

    try:
        published = [chain.Head.read(text) for text in head or []]
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    with _reader() as connection:
        verdict = chain.verify(connection, published)
    for fault in verdict.faults:
        typer.echo(fault)
    if verdict.faults:
        raise typer.Exit(1)
    typer.echo(f"{verdict.links:,} entries verified, none changed or removed.")
    typer.echo(f"head {verdict.head}")


@app.command("head")
def head() -> None:
    """Print the last link, to be kept where nobody of the database comes."""
    from streekwerk.accounts import chain  # noqa: PLC0415 (after the settings)

    with _reader() as connection:
        typer.echo(str(chain.head(connection)))


@contextmanager
def _reader() -> Iterator[psycopg.Connection[Any]]:
    """Connect as the role that reads the log and nothing else."""
    set_up()
    try:
        with database.running(), database.audit_connection() as connection:
            yield connection
    except database.NoOwnerError as error:
        typer.echo(str(error))
        raise typer.Exit(1) from error

"""``streekwerk accounts``: the first account of an installation."""

from __future__ import annotations

from typing import Annotated

import typer

from streekwerk.config import database as postgres
from streekwerk.config.setup import set_up

app = typer.Typer(help="Who may come in.", no_args_is_help=True)


@app.callback()
def _accounts() -> None:
    """Who may come in."""


@app.command("add-first-administrator")
def add_first_administrator(
    region: Annotated[str, typer.Option(help="The labour-market region; made when new.")],
    municipality: Annotated[
        str,
        typer.Option(help="The municipality; made when new. Without it: a region coordinator."),
    ] = "",
    email: Annotated[str, typer.Option(help="Address, which becomes the name to sign in.")] = "",
    address: Annotated[
        str, typer.Option(help="Where the product answers, such as https://streekwerk.example.")
    ] = "http://127.0.0.1:8000",
) -> None:
    """Invite the first administrator of a municipality, or the first of a region.

    Prints a link that works once, for seven days. Whoever opens it chooses a password and a
    second factor, and invites the others.
    """
    set_up()
    from streekwerk.accounts.entry import links  # noqa: PLC0415 (needs Django set up)
    from streekwerk.accounts.entry.actions import invite_first  # noqa: PLC0415

    with postgres.running():
        try:
            made = invite_first(region, municipality, email)
        except ValueError as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from error
        until = f"{made.invitation.expires_at:%Y-%m-%d %H:%M} UTC"
        role, place = made.invitation.role_words.en, made.invitation.place
        typer.echo(f"{role} of {place}. Open before {until}, once:")
        typer.echo(address.rstrip("/") + links.invitation_path(made.secret))

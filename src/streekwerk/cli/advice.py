"""``streekwerk advice``: make every stored advice again and compare."""

from __future__ import annotations

import typer

app = typer.Typer(help="Stored advice.", no_args_is_help=True)


@app.callback()
def _advice() -> None:
    """Keep ``replay`` a command of its own beside those that will come."""


@app.command()
def replay() -> None:
    """Make every stored advice again, in every municipality; exit code 1 when one differs."""
    from streekwerk.cli.web import _application  # noqa: PLC0415 (needs Django)

    with _application():
        from streekwerk.people.replaying import replay_all  # noqa: PLC0415 (needs Django set up)

        count = replay_all(lambda line: typer.echo(line, err=True))
    typer.echo(f"{count.identical} of {count.all} stored advices identical, byte for byte.")
    if count.destroyed:
        typer.echo(
            f"{count.destroyed} more cannot be made again: their files were destroyed at the end of"
            " the municipality's retention term, or because the jobseeker asked (AVG art. 17)."
        )
    if count.identical != count.all:
        raise typer.Exit(1)

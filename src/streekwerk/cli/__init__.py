"""The command line: ``streekwerk --help`` lists what it can do.

The engine's commands need only the engine; those of the application are
added when it is installed.
"""

from __future__ import annotations

import importlib.util

import typer

from streekwerk.cli import evaluate

app = typer.Typer(
    help="Streekwerk leert wat werkt, voor wie, in uw regio.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("evaluate")(evaluate.evaluate_file)

if importlib.util.find_spec("streekwerk.cli.rights"):
    from streekwerk.cli import rights

    app.add_typer(rights.app, name="rights")

if importlib.util.find_spec("django") and importlib.util.find_spec("streekwerk.cli.web"):
    from streekwerk.cli import advice, audit, web

    web.add_commands(app)
    app.add_typer(advice.app, name="advice")
    app.add_typer(audit.app, name="audit")

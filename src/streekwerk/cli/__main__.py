"""``python -m streekwerk.cli``: the command line without its script."""

from streekwerk.cli import app

app()

"""Hand mail to the queue. A job holds a number and a word, never an address or a secret."""

from __future__ import annotations

from procrastinate.contrib.django import app

from streekwerk.accounts.models import User

RESET = "accounts.mail_reset_link"
NOTICE = "accounts.mail_notice"


def defer_reset_link(person: User | None, site: str) -> None:
    """Queue a reset mail; without an account too, so that both take the same time."""
    app.configure_task(RESET).defer(user_id=person.pk if person else None, site=site)


def defer_notice(person: User, what: str) -> None:
    """Queue a notice about the account of ``person``."""
    app.configure_task(NOTICE).defer(user_id=person.pk, what=what)

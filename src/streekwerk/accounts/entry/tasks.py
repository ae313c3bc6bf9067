"""What the worker does: mail, so that an answer takes as long with an account as without.

And at night it clears away sessions that have expired.
"""

from __future__ import annotations

from asgiref.sync import sync_to_async
from procrastinate.contrib.django import app

from streekwerk.accounts.entry import links, mail
from streekwerk.accounts.entry.actions import housekeeping, sign_in
from streekwerk.accounts.entry.queue import NOTICE, RESET
from streekwerk.accounts.models import User
from streekwerk.accounts.scope import AT_THE_DOOR, acting


@app.task(name=RESET)
def mail_reset_link(user_id: int | None, site: str) -> None:
    """Mail a link for a new password; nothing happens for an address without an account."""
    with acting(AT_THE_DOOR):
        person = User.objects.filter(pk=user_id or 0, is_active=True).first()
    if person is not None and mail.reset_link(person, site + links.reset_path(person)):
        sign_in.note_against(person, "password.link_mailed")


@app.task(name=NOTICE)
def mail_notice(user_id: int, what: str) -> None:
    """Tell somebody what changed in the own account."""
    with acting(AT_THE_DOOR):
        person = User.objects.filter(pk=user_id).first()
    if person is not None:
        mail.notice(person, what)


@app.periodic(cron="50 3 * * *")
@app.task(name="accounts.nightly", queueing_lock="accounts-nightly")
async def nightly(timestamp: int) -> None:
    """Clear away sessions that have expired."""
    await sync_to_async(every_night)()


def every_night() -> None:
    """Do the night's work; sessions are looked after before it is known whose they are."""
    with acting(AT_THE_DOOR):
        housekeeping.clear_expired_sessions()

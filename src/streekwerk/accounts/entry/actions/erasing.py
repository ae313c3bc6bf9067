"""Empty an account whose person's file is destroyed: nobody is in it any more.

The row stays, for the log names it as who did what; it says nothing about anybody then.
Called by the action that destroys the file, which asks permission and writes the line.
"""

from __future__ import annotations

import uuid

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from streekwerk.accounts.entry.models import Invitation, SignInSession
from streekwerk.accounts.models import Municipality, User


@transaction.atomic
def empty_account(account: User) -> None:
    """Take name, address, password and second factor away for good; nobody can come in."""
    for belongs in (Authenticator, EmailAddress, SocialAccount, SignInSession):
        belongs.objects.filter(user_id=account.pk).delete()
    account.username = f"gewist-{uuid.uuid4()}"
    account.first_name = account.last_name = account.email = ""
    account.is_active, account.last_login = False, None
    account.set_unusable_password()
    account.save()


@transaction.atomic
def empty_invitations(home: Municipality, subject: str) -> None:
    """Take the name and address out of invitations about ``subject``, and the subject itself."""
    about = Invitation.objects.filter(municipality=home, subject=subject)
    about.filter(accepted_at=None).delete()
    about.update(first_name="", last_name="", email="", subject="")

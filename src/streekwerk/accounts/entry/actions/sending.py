"""Bring the link of an invitation to who was invited."""

from __future__ import annotations

from django.http import HttpRequest

from streekwerk.accounts.entry import links, mail
from streekwerk.accounts.entry.actions.invitations import Invited, note_mailed


def link(request: HttpRequest, made: Invited) -> str:
    """Return the whole address to mail or to show, on the host that was asked."""
    return request.build_absolute_uri(links.invitation_path(made.secret))


def by_mail(made: Invited, address: str) -> bool:
    """Mail the link; returns whether it went. If not, whoever invited hands it over."""
    invitation = made.invitation
    place = str(invitation.place)
    if not mail.invitation(invitation.email, invitation.role_words, place, address):
        return False
    note_mailed(invitation)
    return True

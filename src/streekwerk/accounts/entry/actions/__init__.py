"""Change who comes in: permission, change and audit entry together."""

from __future__ import annotations

from streekwerk.accounts.entry.actions.invitations import (
    InvitationGoneError,
    Invited,
    accept,
    invite,
    invite_first,
    resend,
    withdraw,
)

__all__ = [
    "InvitationGoneError",
    "Invited",
    "accept",
    "invite",
    "invite_first",
    "resend",
    "withdraw",
]

"""Invite somebody, once, and make the account when the invitation is taken."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.actions import add_municipality
from streekwerk.accounts.entry import queries
from streekwerk.accounts.entry.models import Invitation
from streekwerk.accounts.entry.permissions import may_invite
from streekwerk.accounts.entry.signals import invitation_accepted
from streekwerk.accounts.models import Municipality, Region, Role, User
from streekwerk.accounts.permissions import require
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting


class InvitationGoneError(Exception):
    """The link was used, withdrawn or is too old; or never was one."""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation and the secret of its link, which is shown or mailed now and never again."""

    invitation: Invitation
    secret: str


@transaction.atomic
def invite(
    user: User,
    role: Role,
    place: Municipality | Region,
    *,
    first_name: str = "",
    last_name: str = "",
    email: str = "",
    subject: str = "",
) -> Invited:
    """Invite somebody to make an account; the link works once, for seven days.

    Parameters
    ----------
    place : the municipality, or the region for a role that works for all of it.
    subject : what the caller wants to hear back through ``signals.invitation_accepted``
        when the account is made, such as ``"people.person:<public id>"``. An earlier
        invitation for the same subject that nobody took is withdrawn.

    Raises
    ------
    PermissionDenied
        When ``user`` may not invite to that role there. Jobseekers are invited by a
        caseworker or team manager of the municipality; a region-wide role has none.
    """
    require(may_invite(user, role, place))
    if subject:
        waiting = Invitation.objects.select_for_update().filter(
            **_place(place), subject=subject, accepted_at=None, withdrawn_at=None
        )
        for earlier in waiting:
            _withdraw(user, earlier)
    names = {"first_name": first_name.strip(), "last_name": last_name.strip()}
    return _make(user, role, place, names | {"email": email.strip(), "subject": subject})


@acting(AT_THE_DOOR)
@transaction.atomic
def invite_first(region: str, municipality: str = "", email: str = "") -> Invited:
    """Invite the first administrator of a municipality, or the first coordinator of a region.

    Both are made when they are new. For the command line: whoever may run commands on the
    server may do this, once.

    Raises
    ------
    ValueError
        When such an account exists already: it invites the next.
    """
    place: Municipality | Region
    if municipality:
        place = add_municipality(region, municipality)
    else:
        place, _ = Region.objects.get_or_create(name=region)
    role = Role.ADMINISTRATOR if municipality else Role.REGION_COORDINATOR
    if User.objects.filter(**_place(place), role=role, is_active=True).exists():
        raise ValueError(f"{place} already has somebody as {role.words.en.lower()}")
    return _make(None, role, place, {"email": email.strip()})


def _make(
    user: User | None, role: Role, place: Municipality | Region, given: dict[str, str]
) -> Invited:
    secret = secrets.token_urlsafe(32)
    # A coordinator invites to a municipality whose rows are not in the own scope.
    with acting(_scope(place)):
        invitation = Invitation.objects.create(
            **_place(place),
            role=role,
            digest=queries.digest(secret),
            invited_by=user,
            expires_at=_until(),
            **given,
        )
    _note(user, "made", invitation)
    return Invited(invitation, secret)


@transaction.atomic
def resend(user: User, invitation: Invitation) -> Invited:
    """Make a new link for a waiting invitation; the old one stops working."""
    require(may_invite(user, Role(invitation.role), invitation.place))
    secret = secrets.token_urlsafe(32)
    with acting(_scope(invitation.place)):
        held = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if not held.is_waiting:
            raise InvitationGoneError
        held.digest, held.expires_at, held.mailed = queries.digest(secret), _until(), False
        held.save(update_fields=["digest", "expires_at", "mailed"])
        _note(user, "resent", held)
    return Invited(held, secret)


@transaction.atomic
def withdraw(user: User, invitation: Invitation) -> None:
    """Make the link stop working; one that was taken or withdrawn stays as it is."""
    require(may_invite(user, Role(invitation.role), invitation.place))
    with acting(_scope(invitation.place)):
        held = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if held.is_waiting:
            _withdraw(user, held)


def _withdraw(user: User, held: Invitation) -> None:
    held.withdrawn_at = timezone.now()
    held.save(update_fields=["withdrawn_at"])
    _note(user, "withdrawn", held)


@transaction.atomic
def note_mailed(invitation: Invitation) -> None:
    """Remember that the link went by mail."""
    with acting(_scope(invitation.place)):
        Invitation.objects.filter(pk=invitation.pk).update(mailed=True)


@acting(AT_THE_DOOR)
@transaction.atomic
def accept(
    secret: str, first_name: str, last_name: str, password: str | None, email: str = ""
) -> User:
    """Make the account that an invitation promises; whoever holds the link may.

    ``password`` None makes an account that signs in through an identity provider only.

    Raises
    ------
    InvitationGoneError
        When the link does not work (any more). Nothing is made then, nor when another app
        refuses through ``signals.invitation_accepted``.
    """
    held = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("municipality", "region")
        .filter(digest=queries.digest(secret))
        .first()
    )
    if held is None or not held.is_open:
        raise InvitationGoneError
    user = _make_user(held, first_name.strip(), last_name.strip(), email.strip() or held.email)
    if password is None:
        user.set_unusable_password()
    else:
        user.set_password(password)
    user.save()
    held.accepted_at, held.accepted_by = timezone.now(), user
    held.save(update_fields=["accepted_at", "accepted_by"])
    _note(user, "accepted", held)
    with acting(_scope(held.place)):
        invitation_accepted.send(Invitation, invitation=held, user=user)
    return user


def _make_user(invitation: Invitation, first_name: str, last_name: str, email: str) -> User:
    return User(
        username=_free_name(email, first_name),
        first_name=first_name,
        last_name=last_name,
        email=email,
        role=invitation.role,
        **_place(invitation.place),
    )


def _free_name(email: str, first_name: str) -> str:
    """Return the name to sign in with: the address, unless another account has it already.

    Whoever invites never learns which: the name is shown to the invited person alone.
    """
    if email and not User.objects.filter(username__iexact=email).exists():
        return email.lower()
    base = "".join(sign for sign in first_name.lower() if sign.isalnum())[:20] or "account"
    for _attempt in range(20):
        name = f"{base}-{secrets.randbelow(10**6):06}"
        if not User.objects.filter(username=name).exists():
            return name
    raise IntegrityError("no free name to sign in with was found in twenty attempts")


def _place(place: Municipality | Region) -> dict[str, Any]:
    """Return the fields that name ``place``, on an invitation and on an account alike."""
    if isinstance(place, Region):
        return {"municipality": None, "region": place}
    return {"municipality": place, "region": None}


def _scope(place: Municipality | Region) -> Scope:
    if isinstance(place, Region):
        return Scope.of_region(place.pk)
    return Scope.of_municipality(place.pk)


def _note(user: User | None, event: str, invitation: Invitation) -> None:
    audit.record(
        user,
        f"invitation.{event}",
        invitation,
        municipality=invitation.municipality,
        role=invitation.role,
    )


def _until() -> datetime:
    return timezone.now() + timedelta(days=settings.INVITATION_DAYS)

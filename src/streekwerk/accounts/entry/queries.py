"""Read who has access, invitations, sessions and reviews, starting from who asks."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from streekwerk.accounts.entry import second_factor
from streekwerk.accounts.entry.models import Invitation, RightsReview, SignInSession
from streekwerk.accounts.entry.permissions import (
    INVITES_EMPLOYERS,
    INVITES_JOBSEEKERS,
    REGION_WIDE,
    may_administer,
)
from streekwerk.accounts.models import AuditEntry, Municipality, Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.accounts.scope import AT_THE_DOOR, acting

# Invited from the file of the person or employer, and withdrawn there.
FROM_A_FILE = (Role.JOBSEEKER, Role.EMPLOYER)
OWN_EVENTS = ("sign_in.", "session.", "second_factor.", "password.", "account.")


def people_for(user: User | AnonymousUser) -> QuerySet[User]:
    """Return the accounts whose access ``user`` looks after, the own one included."""
    if not isinstance(user, User) or not may_administer(user):
        return User.objects.none()
    if user.role == Role.REGION_COORDINATOR:
        return User.objects.filter(region=user.region, role__in=REGION_WIDE)
    return User.objects.filter(municipality=user.municipality)


def has_a_second_administrator(user: User) -> bool:
    """Whether somebody else looks after the access of ``user``, who cannot do so alone."""
    same = User.objects.filter(role=user.role, is_active=True).exclude(pk=user.pk)
    return same.filter(municipality=user.municipality, region=user.region).exists()


def person_for(user: User | AnonymousUser, public_id: uuid.UUID) -> User | None:
    """Return one of those accounts, None when it is not for ``user``."""
    return people_for(user).filter(public_id=public_id).select_related("municipality").first()


@dataclass(frozen=True, slots=True)
class Access:
    """One account as the administrator sees it.

    ``reviewed`` is the latest confirmation by somebody else; ``due`` the moment the next
    must have been given.
    """

    person: User
    has_second_factor: bool
    invited_by: str
    reviewed: RightsReview | None
    due: datetime

    @property
    def is_overdue(self) -> bool:
        """Whether nobody confirmed this access for a year."""
        staff = self.person.role != Role.JOBSEEKER
        return self.person.is_active and staff and self.due < timezone.now()


def access_list(user: User | AnonymousUser, *, jobseekers: bool = False) -> list[Access]:
    """Return every account ``user`` looks after, in a fixed number of queries.

    Jobseekers, whose account opens nothing but their own file, are listed apart.
    """
    found = people_for(user)
    role = Q(role=Role.JOBSEEKER)
    return _accesses(found.filter(role if jobseekers else ~role))


def access_of(user: User, person: User) -> Access:
    """Return how the access of ``person`` stands, for who looks after it."""
    return _accesses(people_for(user).filter(pk=person.pk))[0]


def _accesses(found: QuerySet[User]) -> list[Access]:
    real = Authenticator.objects.filter(user=OuterRef("pk"), type__in=second_factor.REAL)
    people = list(
        found.annotate(has_second_factor=Exists(real))
        .select_related("municipality", "invitation__invited_by")
        .order_by("-is_active", "last_name", "first_name", "pk")
    )
    latest: dict[int, RightsReview] = {}
    for review in (
        RightsReview.objects.filter(person__in=people)
        .order_by("person", "-confirmed_at")
        .distinct("person")
        .select_related("confirmed_by")
    ):
        latest[review.person_id] = review
    rows = [_access(person, latest.get(person.pk)) for person in people]
    return sorted(rows, key=lambda row: not row.is_overdue)


def _access(person: User, reviewed: RightsReview | None) -> Access:
    invitation = getattr(person, "invitation", None)
    by = str(invitation.invited_by) if invitation and invitation.invited_by else ""
    # A confirmation counts for the role it was given for.
    counts = reviewed if reviewed and reviewed.role == person.role else None
    since = counts.confirmed_at if counts else person.date_joined
    due = since + timedelta(days=settings.REVIEW_DAYS)
    return Access(person, bool(getattr(person, "has_second_factor", False)), by, counts, due)


def invitations_for(user: User | AnonymousUser) -> list[Invitation]:
    """Return the invitations ``user`` may resend and withdraw, latest first.

    A region coordinator's are about municipalities that are not in the own scope, and
    come from the door; what comes through is decided here.
    """
    with acting(AT_THE_DOOR):
        found = _waiting().filter(_theirs(user))
        return list(found.select_related("invited_by", "municipality", "region"))


def invitation_for(user: User | AnonymousUser, public_id: uuid.UUID) -> Invitation | None:
    """Return one of those invitations, None when it is not for ``user``."""
    return next((one for one in invitations_for(user) if one.public_id == public_id), None)


def _waiting() -> QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None)


def _theirs(user: User | AnonymousUser) -> Q:
    if isinstance(user, User) and may_administer(user):
        if user.role == Role.REGION_COORDINATOR:
            return Q(region_id=user.region_id) | Q(invited_by=user)
        return Q(municipality_id=user.municipality_id) & ~Q(role__in=FROM_A_FILE)
    if isinstance(user, User) and has_role(user, *INVITES_JOBSEEKERS):
        return Q(municipality_id=user.municipality_id, role=Role.JOBSEEKER)
    if isinstance(user, User) and user.municipality and has_role(user, *INVITES_EMPLOYERS):
        return Q(municipality__region_id=user.municipality.region_id, role=Role.EMPLOYER)
    return Q(pk__in=())


def municipalities_to_invite_to(user: User) -> QuerySet[Municipality] | None:
    """Return where a region coordinator may invite administrators; None for everybody else."""
    if user.role != Role.REGION_COORDINATOR:
        return None
    return Municipality.objects.filter(region=user.region).order_by("name")


def second_factors_of(person: User) -> list[Authenticator]:
    """Return the app, passkeys and recovery codes of ``person``, oldest first."""
    return list(Authenticator.objects.filter(user_id=person.pk).order_by("created_at"))


def open_invitation(secret: str) -> Invitation | None:
    """Return the invitation whose link carries ``secret``, None when the link does not work."""
    with acting(AT_THE_DOOR):
        held = Invitation.objects.select_related("municipality", "region", "invited_by")
        found = held.filter(digest=digest(secret)).first()
    return found if found is not None and found.is_open else None


def invitation_of(user: User, subject: str) -> Invitation | None:
    """Return the waiting invitation that ``user``'s municipality made for ``subject``."""
    return next((one for one in invitations_for(user) if one.subject == subject), None)


def digest(secret: str) -> str:
    """Return what is stored of the secret in a link."""
    return hashlib.sha256(secret.encode()).hexdigest()


def sessions_of(person: User) -> QuerySet[SignInSession]:
    """Return the sessions of ``person`` that still work, the one last used first."""
    return SignInSession.objects.filter(user=person, expire_date__gt=timezone.now()).order_by(
        "-seen_at"
    )


def session_name(session_key: str) -> str:
    """Return a name for a session in pages and addresses; the key itself is a secret."""
    return hashlib.sha256(f"session:{session_key}".encode()).hexdigest()[:32]


def own_events(person: User, most: int = 25) -> list[AuditEntry]:
    """Return what the audit log says about the sign-ins of ``person``, latest first."""
    mine = Q()
    for start in OWN_EVENTS:
        mine |= Q(action__startswith=start)
    found = AuditEntry.objects.filter(
        mine, subject=User._meta.label_lower, subject_id=str(person.public_id)
    )
    return list(found.select_related("actor").order_by("-at", "-pk")[:most])


def account_with_address(address: str) -> User | None:
    """Return the active account one signs in to with ``address``, for its own reset mail only."""
    with acting(AT_THE_DOOR):
        found = User.objects.filter(username__iexact=address.strip(), is_active=True).first()
    return found if found is not None and found.email else None

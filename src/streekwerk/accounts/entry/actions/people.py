"""Change what somebody may do, and end sessions. Nobody does this for the own account."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.entry.models import SignInSession
from streekwerk.accounts.entry.permissions import may_administer_person, roles_to_give
from streekwerk.accounts.entry.queries import session_name
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import require


@transaction.atomic
def change_role(user: User, person: User, role: Role) -> None:
    """Give ``person`` another role in the municipality; all sessions end at once."""
    held = _held(user, person)
    require(role in roles_to_give(user, held))
    before, held.role = held.role, role
    held.save(update_fields=["role"])
    _end_all(held)
    _note(user, "account.role_changed", held, before=before, now=role.value)


@transaction.atomic
def deactivate(user: User, person: User) -> None:
    """Switch the account of ``person`` off; all sessions end at once, nothing is erased."""
    held = _held(user, person)
    held.is_active = False
    held.save(update_fields=["is_active"])
    _end_all(held)
    _note(user, "account.deactivated", held)


@transaction.atomic
def reactivate(user: User, person: User) -> None:
    """Switch the account of ``person`` on again."""
    held = _held(user, person)
    held.is_active = True
    held.save(update_fields=["is_active"])
    _note(user, "account.reactivated", held)


@transaction.atomic
def end_sessions(user: User, person: User) -> int:
    """End every session of ``person``; returns how many there were."""
    held = _held(user, person)
    ended = _end_all(held)
    _note(user, "session.ended_by_administrator", held, sessions=ended)
    return ended


@transaction.atomic
def reset_second_factor(user: User, person: User) -> None:
    """Take away a lost phone or key; ``person`` sets up a new one at the next sign-in."""
    held = _held(user, person)
    Authenticator.objects.filter(user_id=held.pk).delete()
    _end_all(held)
    _note(user, "second_factor.reset", held)


@transaction.atomic
def note_password_link(user: User, person: User) -> User:
    """Allow ``user`` a link with which ``person`` chooses a new password; returns the person."""
    held = _held(user, person)
    require(held.is_active)
    _note(user, "password.link_made", held)
    return held


@transaction.atomic
def change_own_details(person: User, first_name: str, last_name: str, language: str) -> None:
    """Change the own name and language."""
    person.first_name, person.last_name, person.language = first_name, last_name, language
    person.save(update_fields=["first_name", "last_name", "language"])
    audit.record(person, "account.details_changed", person)


@transaction.atomic
def end_own_session(person: User, name: str) -> bool:
    """End the session of ``person`` with that name; returns whether there was one."""
    for session in SignInSession.objects.filter(user=person):
        if session_name(session.session_key) == name:
            session.delete()
            audit.record(person, "session.ended", person, sessions=1)
            return True
    return False


@transaction.atomic
def end_other_sessions(person: User, keep: str) -> int:
    """End every session of ``person`` but the one with key ``keep``; returns how many."""
    others = SignInSession.objects.filter(user=person).exclude(session_key=keep)
    ended = others.delete()[0]
    if ended:
        audit.record(person, "session.ended", person, sessions=ended)
    return ended


def _held(user: User, person: User) -> User:
    """Return ``person`` as stored, locked; PermissionDenied when not for ``user``."""
    held = User.objects.select_for_update(of=("self",)).get(pk=person.pk)
    require(may_administer_person(user, held))
    return held


def _end_all(person: User) -> int:
    return SignInSession.objects.filter(user=person).delete()[0]


def _note(user: User, event: str, person: User, **detail: str | int) -> None:
    audit.record(user, event, person, municipality=person.municipality, **detail)

"""Change accounts: permission, change and audit entry together."""

from __future__ import annotations

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality, Region, Role, User
from streekwerk.accounts.permissions import may_choose_demo_person, require
from streekwerk.accounts.scope import AT_THE_DOOR, acting
from streekwerk.vocabulary.language import LANGUAGES


@transaction.atomic
def choose_language(request: HttpRequest, language: str) -> None:
    """Remember the reader's language, in the session and with the account.

    Whoever reads this may choose it for themselves; ValueError on a language
    the product does not speak.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, got {language!r}")
    request.session["language"] = language
    if isinstance(request.user, User):
        User.objects.filter(pk=request.user.pk).update(language=language)


@transaction.atomic
def become_demo_person(request: HttpRequest, person: User) -> None:
    """Sign in as a fictitious person of the demo region; refused outside the demo."""
    require(may_choose_demo_person(person))
    # Whoever played somebody else until now goes out of the door first.
    with acting(AT_THE_DOOR):
        login(request, person)
    audit.record(person, "demo.signed_in", person)


@transaction.atomic
def add_municipality(region: str, name: str, *, fictitious: bool = False) -> Municipality:
    """Add a municipality and, if needed, its region; returns the existing one when there."""
    home, _ = Region.objects.get_or_create(name=region, defaults={"fictitious": fictitious})
    municipality, new = Municipality.objects.get_or_create(region=home, name=name)
    if new:
        audit.record(None, "municipality.added", municipality, municipality=municipality)
    return municipality


@transaction.atomic
def add_demo_person(
    username: str,
    first_name: str,
    last_name: str,
    role: Role,
    municipality: Municipality | None,
    region: Region | None = None,
) -> User:
    """Add a fictitious person without a password; returns the existing one when there.

    Whoever works for a region has no municipality; without ``region`` it is the only one.
    """
    if municipality is None and region is None:
        region = Region.objects.get()
    with acting(AT_THE_DOOR):
        person, new = User.objects.get_or_create(
            username=username,
            defaults={
                "first_name": first_name,
                "last_name": last_name,
                "role": role,
                "municipality": municipality,
                "region": region,
                "fictitious": True,
            },
        )
        if new:
            person.set_unusable_password()
            person.save(update_fields=["password"])
    if new:
        audit.record(None, "demo.person_added", person, municipality=municipality)
    return person

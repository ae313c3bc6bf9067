"""The yearly review of who may come in (BIO2 5.18.02)."""

from __future__ import annotations

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.entry.models import RightsReview
from streekwerk.accounts.entry.permissions import may_administer, may_administer_person
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require


@transaction.atomic
def confirm(user: User, person: User) -> RightsReview:
    """Confirm that ``person``, somebody else, still needs the present role."""
    held = User.objects.select_for_update(of=("self",)).get(pk=person.pk)
    require(may_administer_person(user, held) and held.is_active)
    review = RightsReview.objects.create(
        municipality=held.municipality,
        region=held.region,
        person=held,
        role=held.role,
        confirmed_by=user,
    )
    audit.record(
        user, "account.rights_confirmed", held, municipality=held.municipality, role=held.role
    )
    return review


@transaction.atomic
def note_exported(user: User, accounts: int) -> None:
    """Write down that ``user`` took the list of people with access."""
    require(may_administer(user))
    audit.record(user, "account.list_exported", user, accounts=accounts)

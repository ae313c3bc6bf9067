"""Leave somebody's records out of evaluations, or use them again."""

from __future__ import annotations

import uuid

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries.models import LeftOut


@transaction.atomic
def leave_out(user: User, municipality: Municipality, person: uuid.UUID, *, out: bool) -> None:
    """Leave the records of a pseudonym out of the next evaluation, or let them in again.

    Whose pseudonym it is, and that ``user`` may say this, only ``people`` can know and has
    made sure of. The person's own session sees no records of deliveries, so the row is
    written in the scope of the municipality.
    """
    with acting(Scope.of_municipality(municipality.pk)):
        made = LeftOut.objects.create(municipality=municipality, person=person, out=out)
        # Without the pseudonym: the log must not lead to the records.
        audit.record(user, "records.left_out" if out else "records.used_again", made,
                     municipality=municipality)  # fmt: skip

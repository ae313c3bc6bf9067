"""What a jobseeker says, on their own, of an advice and of a decision."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.people import refusals
from streekwerk.people.actions.decisions import NOT_AN_OPTION
from streekwerk.people.models import AdviceRecord, Agreement, Decision, Person, Preference
from streekwerk.people.own_permissions import require_own


@transaction.atomic
def prefer(
    user: User, person: Person, advice: AdviceRecord, option: str, words: str = ""
) -> Preference:
    """Say which option of a stored advice one would choose; Refused when it is not in it.

    It decides nothing by itself: the caseworker sees it beside the own view.
    """
    require_own(user, person)
    require(advice.person_id == person.pk)
    if option not in {each.key for each in advice.record.given().options}:
        raise refusals.Refused(NOT_AN_OPTION)
    made = Preference.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        advice=advice,
        option=option,
        words=words.strip(),
        said_by=user,
        said_on=timezone.localdate(),
    )
    audit.record(user, "advice.preferred", made, option=option)
    return made


@transaction.atomic
def agree(user: User, decision: Decision) -> None:
    """Say to agree with a decision; saying it twice adds nothing."""
    require_own(user, decision.person)
    made, new = Agreement.objects.get_or_create(
        decision=decision,
        defaults={
            "municipality_id": decision.municipality_id,
            "person_id": decision.person_id,
            "said_by": user,
            "said_on": timezone.localdate(),
        },
    )
    if new:
        audit.record(user, "decision.agreed", made)

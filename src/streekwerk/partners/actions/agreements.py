"""What region and employer agree, how it goes, and how both look back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.partners import refusals
from streekwerk.partners.actions.noting import note, refresh_next
from streekwerk.partners.choices import ENDED, Again, AgreementState, Side
from streekwerk.partners.models import (
    Agreement,
    AgreementEvent,
    Contact,
    Employer,
    Evaluation,
)
from streekwerk.partners.permissions import require_advice, require_fill_in
from streekwerk.partners.queries.files import advisers_for


@dataclass(frozen=True, slots=True)
class AgreementCard:
    """What was agreed: who does it on both sides, by when, and when to look how it goes."""

    what: str
    of_region: User | None = None
    of_employer: Contact | None = None
    due: date | None = None
    look_on: date | None = None
    words: str = ""


@transaction.atomic
def agree(user: User, employer: Employer, card: AgreementCard) -> Agreement:
    """Make an agreement with an employer.

    Raises
    ------
    Refused
        Without words, or when somebody on the card does not belong to their side.
    """
    require_advice(user, employer)
    agreement = Agreement.objects.create(
        region_id=employer.region_id,
        employer=employer,
        made_on=timezone.localdate(),
        made_by=user,
        **_values(user, employer, card),
    )
    _keep(user, agreement, Side.REGION, "")
    refresh_next(employer)
    note(user, "agreement.made", agreement, employer)
    return agreement


@transaction.atomic
def change_agreement(user: User, agreement: Agreement, card: AgreementCard) -> Agreement:
    """Correct a running agreement. Refused as with :func:`agree`, or when it has ended."""
    agreement = _held(agreement)
    require_advice(user, agreement.employer)
    _require_running(agreement)
    values = _values(user, agreement.employer, card)
    for key, value in values.items():
        setattr(agreement, key, value)
    agreement.save(update_fields=[*values])
    refresh_next(agreement.employer)
    note(user, "agreement.changed", agreement, agreement.employer)
    return agreement


@transaction.atomic
def tell(
    user: User,
    agreement: Agreement,
    state: AgreementState,
    words: str = "",
    look_on: date | None = None,
) -> AgreementEvent:
    """Say how an agreement goes, from either side, and when to look again.

    With *kept* or *stopped* it ends, and both sides can look back on it. An employer says
    how it goes and leaves the reminder of the region as it is.

    Raises
    ------
    Refused
        When it has ended already.
    """
    agreement = _held(agreement)
    side = require_fill_in(user, agreement.employer)
    _require_running(agreement)
    agreement.state = state.value
    if state in ENDED:
        agreement.ended_on, agreement.look_on = timezone.localdate(), None
    elif side is Side.REGION:
        agreement.look_on = look_on
    agreement.save(update_fields=["state", "ended_on", "look_on"])
    event = _keep(user, agreement, side, words)
    refresh_next(agreement.employer)
    note(user, "agreement.told", agreement, agreement.employer, state=state.value, side=side.value)
    return event


@transaction.atomic
def look_back(
    user: User, agreement: Agreement, went_well: str, went_badly: str, again: Again
) -> Evaluation:
    """Keep how the own side looks back on an agreement that ended.

    What one wrote can be corrected until the other side has looked back too; then what
    stands there stays.

    Raises
    ------
    Refused
        When the agreement still runs, or both sides have looked back.
    """
    agreement = _held(agreement)
    side = require_fill_in(user, agreement.employer)
    if agreement.ended_on is None:
        raise refusals.Refused(refusals.NOT_ENDED_YET)
    told = {each.side for each in agreement.evaluations.all()}
    if told == {each.value for each in Side}:
        raise refusals.Refused(refusals.BOTH_LOOKED_BACK)
    found, _ = Evaluation.objects.update_or_create(
        agreement=agreement,
        side=side.value,
        defaults={
            "region_id": agreement.region_id,
            "employer_id": agreement.employer_id,
            "went_well": went_well.strip(),
            "went_badly": went_badly.strip(),
            "again": again.value,
            "on": timezone.localdate(),
            "by": user,
        },
    )
    note(user, "agreement.looked_back", agreement, agreement.employer, side=side.value)
    return found


def _held(agreement: Agreement) -> Agreement:
    found = Agreement.objects.select_for_update(of=("self",))
    return found.select_related("employer__municipality").get(pk=agreement.pk)


def _require_running(agreement: Agreement) -> None:
    if agreement.ended_on is not None:
        raise refusals.Refused(refusals.AGREEMENT_ENDED)


def _values(user: User, employer: Employer, card: AgreementCard) -> dict[str, object]:
    if not card.what.strip():
        raise refusals.Refused(refusals.NO_WORDS)
    contact, colleague = card.of_employer, card.of_region
    if contact is not None and contact.employer_id != employer.pk:
        raise refusals.Refused(refusals.NOT_THIS_EMPLOYER)
    if colleague is not None and not advisers_for(user).filter(pk=colleague.pk).exists():
        raise refusals.Refused(refusals.NOT_AN_ADVISER)
    return {
        "what": card.what.strip(),
        "words": card.words.strip(),
        "of_region": colleague,
        "of_employer": contact,
        "due": card.due,
        "look_on": card.look_on,
    }


def _keep(user: User, agreement: Agreement, side: Side, words: str) -> AgreementEvent:
    return AgreementEvent.objects.create(
        region_id=agreement.region_id,
        employer_id=agreement.employer_id,
        agreement=agreement,
        state=agreement.state,
        words=words.strip(),
        on=timezone.localdate(),
        by=user,
        side=side.value,
    )

"""Keep what a team looked back on and agreed; note how a choice went with the evidence."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import Municipality, User
from streekwerk.accounts.permissions import require
from streekwerk.advice.following import followed
from streekwerk.people import refusals
from streekwerk.people.models import (
    ContactRhythm,
    Decision,
    DecisionSupport,
    Reflection,
    TeamAgreement,
)
from streekwerk.people.models.attention import FEWEST_WEEKS, MOST_WEEKS
from streekwerk.people.permissions import own_municipality
from streekwerk.people.team_permissions import may_see_team, may_set_rhythm
from streekwerk.vocabulary.language import Text

NO_WORDS = Text("Schrijf op wat u hebt besproken.", "Write down what you talked about.")
NO_AGREEMENT = Text("Schrijf op wat u afspreekt.", "Write down what you agree on.")
NOT_A_RHYTHM = Text(
    f"Kies een aantal weken van {FEWEST_WEEKS} tot en met {MOST_WEEKS}.",
    f"Choose a number of weeks from {FEWEST_WEEKS} to {MOST_WEEKS}.",
)


@transaction.atomic
def note_reflection(user: User, words: str, held_on: date | None = None) -> Reflection:
    """Keep what the team talked about. Added, and never changed."""
    require(may_see_team(user))
    if not words.strip():
        raise refusals.Refused(NO_WORDS)
    made = Reflection.objects.create(
        municipality=own_municipality(user),
        held_on=held_on or timezone.localdate(),
        words=words.strip(),
        noted_by=user,
    )
    audit.record(user, "team.reflected", made)
    return made


@transaction.atomic
def agree(
    user: User, what: str, due: date | None = None, reflection: Reflection | None = None
) -> TeamAgreement:
    """Agree on something as a team."""
    require(may_see_team(user))
    home = own_municipality(user)
    if reflection is not None:
        require(reflection.municipality_id == home.pk)
    if not what.strip():
        raise refusals.Refused(NO_AGREEMENT)
    made = TeamAgreement.objects.create(
        municipality=home, reflection=reflection, what=what.strip()[:300], due=due, agreed_by=user
    )
    audit.record(user, "team.agreed", made)
    return made


@transaction.atomic
def agreement_done(user: User, agreement: TeamAgreement) -> None:
    """Say that an agreement was kept; saying it twice changes nothing."""
    require(may_see_team(user) and agreement.municipality_id == user.municipality_id)
    locked = TeamAgreement.objects.select_for_update().get(pk=agreement.pk)
    if locked.done_on is not None:
        return
    locked.done_on, locked.done_by = timezone.localdate(), user
    locked.save(update_fields=["done_on", "done_by"])
    audit.record(user, "team.agreement_done", locked)


@transaction.atomic
def set_rhythm(user: User, weeks: int) -> ContactRhythm:
    """Say after how many weeks without a conversation a reminder comes."""
    require(may_set_rhythm(user))
    if not FEWEST_WEEKS <= weeks <= MOST_WEEKS:
        raise refusals.Refused(NOT_A_RHYTHM)
    made = ContactRhythm.objects.create(
        municipality=own_municipality(user), weeks=weeks, set_by=user
    )
    audit.record(user, "team.rhythm_set", made, weeks=weeks)
    return made


def note_support(decision: Decision) -> DecisionSupport:
    """Note whether a decision went along with the evidence it was made with; once.

    Part of deciding: the caller has the transaction, the permission and the audit entry.
    """
    advice = decision.advice.record.given() if decision.advice else None
    keys = [choice.key for choice in decision.choices.all()]
    made, _ = DecisionSupport.objects.get_or_create(
        decision=decision,
        defaults={
            "municipality_id": decision.municipality_id,
            "person_id": decision.person_id,
            "followed": followed(advice, keys) if advice else None,
        },
    )
    return made


@transaction.atomic
def note_missing_support(home: Municipality) -> int:
    """Note it for decisions made before this was kept; return how many."""
    found = Decision.objects.filter(municipality=home, support=None)
    whole = found.select_related("advice").prefetch_related("choices")
    return len([note_support(each) for each in whole])

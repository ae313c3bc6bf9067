"""Object to advice or a decision, answer that, and switch advice off and on."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role, require
from streekwerk.people import refusals
from streekwerk.people.actions.decisions import show_advice
from streekwerk.people.models import (
    AdviceRecord,
    AdviceSwitch,
    Decision,
    Objection,
    ObjectionAnswer,
    ObjectionKind,
    Person,
)
from streekwerk.people.offer_permissions import own_home
from streekwerk.people.permissions import require_change, require_guidance
from streekwerk.people.queries.decisions import works_with_advice
from streekwerk.vocabulary.language import Text

NO_WORDS = Text("Schrijf in een paar woorden wat u bedoelt.", "Write in a few words what you mean.")
ANSWERED = Text("Hierop is al geantwoord.", "This was answered already.")
REASON_NEEDED = Text("Schrijf op waarom.", "Write down why.")


@transaction.atomic
def object_to(
    user: User,
    person: Person,
    kind: ObjectionKind,
    words: str,
    *,
    advice: AdviceRecord | None = None,
    decision: Decision | None = None,
) -> Objection:
    """Say that something is not right; the jobseeker does this alone, or with the caseworker."""
    require_change(user, person)
    if not words.strip():
        raise refusals.Refused(NO_WORDS)
    made = Objection.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        kind=kind.value,
        words=words.strip(),
        advice=advice,
        decision=decision,
        by_jobseeker=has_role(user, Role.JOBSEEKER),
        made_by=user,
        made_on=timezone.localdate(),
    )
    audit.record(user, "objection.made", made, kind=kind.value)
    return made


@transaction.atomic
def answer_objection(user: User, objection: Objection, words: str) -> ObjectionAnswer:
    """Answer an objection. Advice is made again from the data as they are now; the old stays.

    A complaint about how somebody was treated is answered by a team manager.
    """
    require_guidance(user, objection.person)
    # A complaint is not answered by whom it is about (Awb art. 9:7 lid 1).
    is_complaint = objection.kind == ObjectionKind.COMPLAINT.value
    require(not is_complaint or has_role(user, Role.TEAM_MANAGER))
    if hasattr(objection, "answer"):
        raise refusals.Refused(ANSWERED)
    if not words.strip():
        raise refusals.Refused(NO_WORDS)
    on = works_with_advice(objection.municipality_id)
    made = ObjectionAnswer.objects.create(
        municipality_id=objection.municipality_id,
        person_id=objection.person_id,
        objection=objection,
        words=words.strip(),
        advice=show_advice(user, objection.person) if on else None,
        answered_by=user,
        answered_on=timezone.localdate(),
    )
    audit.record(user, "objection.answered", objection)
    return made


@transaction.atomic
def switch_advice(user: User, *, on: bool, reason: str) -> AdviceSwitch:
    """Let the user's municipality work with advice, or without. Nothing else changes."""
    require(has_role(user, Role.TEAM_MANAGER, Role.ADMINISTRATOR))
    if not reason.strip():
        raise refusals.Refused(REASON_NEEDED)
    made = AdviceSwitch.objects.create(
        municipality=own_home(user), on=on, reason=reason.strip()[:300], by=user
    )
    audit.record(user, "advice.switched_on" if on else "advice.switched_off", made)
    return made

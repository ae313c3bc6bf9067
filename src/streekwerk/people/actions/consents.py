"""Give and withdraw consent, and object to the use of the own records in evaluations."""

from __future__ import annotations

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.deliveries.actions.leaving_out import leave_out
from streekwerk.guidance.consents import Purpose, current_text
from streekwerk.people.models import Consent, Person, UseObjection
from streekwerk.people.own_permissions import require_own
from streekwerk.people.queries.consents import consent_now, is_left_out
from streekwerk.vocabulary.language import Language


@transaction.atomic
def say(user: User, person: Person, purpose: Purpose, *, given: bool, language: Language) -> None:
    """Give consent to what is asked now, in the words of ``language``, or withdraw it.

    Only the person does this; nobody else for them. Withdrawing takes as many clicks as
    giving (AVG art. 7 lid 3). Saying what was said already adds nothing, unless the text is
    a newer one.
    """
    require_own(user, person)
    asked, before = current_text(purpose), consent_now(person, purpose)
    was = before is not None and before.given
    if was == given and (not given or (before is not None and before.version == asked.version)):
        return
    made = Consent.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        purpose=purpose.value,
        version=asked.version,
        language=language,
        text=asked.text.in_language(language),
        given=given,
        by=user,
    )
    action = "consent.given" if given else "consent.withdrawn"
    audit.record(user, action, made, purpose=purpose.value, version=asked.version)


@transaction.atomic
def object_to_use(user: User, person: Person, *, out: bool, words: str = "") -> None:
    """Object to the use of the own records in evaluations (AVG art. 21), or take that back.

    The municipality weighs nothing: whoever objects is left out of the next evaluation.
    Help and advice stay as they are.
    """
    require_own(user, person)
    if is_left_out(person) == out:
        return
    made = UseObjection.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        out=out,
        words=words.strip(),
        by=user,
    )
    if person.pseudonym is not None:
        leave_out(user, person.municipality, person.pseudonym, out=out)
    audit.record(user, "use.objected" if out else "use.objection_taken_back", made)

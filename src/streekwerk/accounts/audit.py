"""Write the audit log. Actions call this in the transaction of the change itself.

The log is history and cannot be changed; docs/explanation/who-may-see-what.md tells how
a change from outside is found. A line about a person names a random reference, never the
person (:class:`~streekwerk.accounts.models.AuditReference`).
"""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from typing import Any, Protocol

from django.db import connection, models

from streekwerk.accounts.models import AuditEntry, AuditReference, Municipality, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting

PERSON = "people.person"
LOOKED = "person.looked"
EMPLOYER = "partners.employer"
LOOKED_AT_EMPLOYER = "employer.looked"
# Reading on in one file is one look.
SAME_LOOK = timedelta(minutes=5)

_LOOK = """
insert into accounts_auditentry
    (at, actor_id, municipality_id, action, subject, subject_id, detail)
select now(), %(actor)s, %(municipality)s, %(action)s, %(subject)s, %(reference)s, %(detail)s::jsonb
where not exists (
    select from accounts_auditentry
    where subject = %(subject)s and subject_id = %(reference)s and action = %(action)s
        and actor_id = %(actor)s and at > now() - %(within)s and detail = %(detail)s::jsonb
)
"""


class OfMunicipality(Protocol):
    """A person as the log needs to know one: whose, and by which name in addresses."""

    public_id: uuid.UUID
    municipality_id: int


def record(
    actor: User | None,
    action: str,
    subject: models.Model,
    *,
    municipality: Municipality | None = None,
    **detail: Any,  # noqa: ANN401 - any JSON value
) -> AuditEntry:
    """Add one line: ``actor`` did ``action`` to ``subject``; ``actor`` None is the system."""
    home = municipality.pk if municipality else actor.municipality_id if actor else None
    label = subject._meta.label_lower
    # A line may be about somebody at the door, or be written in a jobseeker's own session.
    with acting(Scope.of_municipality(home) if home else AT_THE_DOOR):
        return AuditEntry.objects.create(
            actor=actor,
            municipality_id=home,
            action=action,
            subject=label,
            subject_id=str(_reference(subject, label)),
            detail=detail,
        )


def looked(user: User, person: OfMunicipality, what: str) -> None:
    """Note that ``user`` looked at the file of ``person``; ``what`` names the page.

    Reading on within a few minutes on the same page is the same look. Whoever looks at
    their own file is not noted.
    """
    if user.role == "jobseeker":
        return
    with acting(Scope.of_municipality(person.municipality_id)):
        seen = (LOOKED, PERSON, str(reference_of(person)))
        _note_look(user, person.municipality_id, seen, what)


def looked_at_employer(user: User, employer: OfMunicipality, what: str) -> None:
    """Note that ``user`` looked at the file of ``employer``, in the log of its home municipality.

    An employer is no person: the log names it by its own public id. Who looks at the file of
    the own employer is not noted.
    """
    if user.role == "employer":
        return
    with acting(Scope.of_municipality(employer.municipality_id)):
        seen = (LOOKED_AT_EMPLOYER, EMPLOYER, str(employer.public_id))
        _note_look(user, employer.municipality_id, seen, what)


def _note_look(user: User, municipality: int, seen: tuple[str, str, str], what: str) -> None:
    """Add a look, unless it is the same look still; ``seen`` is (action, subject, reference)."""
    action, subject, reference = seen
    values: dict[str, Any] = {
        "actor": user.pk,
        "municipality": municipality,
        "action": action,
        "subject": subject,
        "reference": reference,
        "detail": json.dumps({"page": what}),
        "within": SAME_LOOK,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LOOK, values)


def reference_of(person: OfMunicipality) -> uuid.UUID:
    """Return the reference under which ``person`` stands in the log; made when first needed."""
    found, _ = AuditReference.objects.get_or_create(
        municipality_id=person.municipality_id, person=person.public_id
    )
    return found.reference


def forget(person: OfMunicipality) -> None:
    """Throw away whom the reference in the log meant. Part of erasing a person.

    The lines stay, and the chain with them; nobody can tell any longer whom they are about.
    """
    AuditReference.objects.filter(
        municipality_id=person.municipality_id, person=person.public_id
    ).delete()


def _reference(subject: Any, label: str) -> object:  # noqa: ANN401 - any model
    if label == PERSON:
        return reference_of(subject)
    return getattr(subject, "public_id", subject.pk)

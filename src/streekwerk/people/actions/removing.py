"""Remove rows that otherwise stay: the only place that does. The database checks each of them.

A row about a person goes when two people agreed to destroy the file, or when the file closes
and the row is of a field kept no longer than that (migration 0010).
"""

from __future__ import annotations

from django.db.models import QuerySet

from streekwerk.accounts.scope import removing
from streekwerk.guidance.file.catalogue import FIELDS
from streekwerk.guidance.file.field import Term
from streekwerk.people.export import tables
from streekwerk.people.models import Destruction, Fact, JobseekerRequest, Person, RequestAnswer

UNTIL_CLOSING = tuple(key for key, field in FIELDS.items() if field.term is Term.CLOSING)


def remove_file(destruction: Destruction, person: Person) -> int:
    """Remove every row about ``person``, and return how many; both people agreed already.

    The tables are found, not listed, so that none is forgotten. References are looked at when
    all of it is committed.
    """
    Destruction.objects.filter(person=person).exclude(pk=destruction.pk).update(person=None)
    gone = 0
    with removing("destruction", str(destruction.pk)):
        for model in tables():
            own = {"pk": person.pk} if model is Person else {"person_id": person.pk}
            if model is not Destruction:
                gone += model._default_manager.filter(**own)._raw_delete("default")
    return gone


def remove_at_closing(people: QuerySet[Person]) -> int:
    """Remove the fields of closed files that are kept until closing, and what was asked of them.

    They have the term :attr:`~streekwerk.guidance.file.field.Term.CLOSING`. Of ``people`` those
    with an open file keep everything.
    """
    closed = people.filter(closed_on__isnull=False).values("pk")
    asked = JobseekerRequest.objects.filter(person__in=closed, field__in=UNTIL_CLOSING)
    with removing("closing", "on"):
        gone = RequestAnswer.objects.filter(request__in=asked.values("pk"))._raw_delete("default")
        gone += asked._raw_delete("default")
        told = Fact.objects.filter(person__in=closed, field__in=UNTIL_CLOSING)
        gone += told._raw_delete("default")
    return gone

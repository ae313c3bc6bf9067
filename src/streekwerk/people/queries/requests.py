"""What a jobseeker asked and said, and what is known of them outside the file."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import QuerySet

from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.accounts.scope import Scope, acting
from streekwerk.deliveries import person_queries
from streekwerk.deliveries.person_queries import BenefitSpell, MeasureSpell
from streekwerk.people.models import Agreement, Decision, JobseekerRequest, Person, Preference
from streekwerk.people.permissions import may_open


def own_person(user: User) -> Person | None:
    """Return the file of ``user`` themself; None while there is none."""
    found = Person.objects.select_related("municipality__region", "caseworker", "user")
    return found.filter(user=user).first()


def requests_of(person: Person) -> QuerySet[JobseekerRequest]:
    """Return what ``person`` asked, newest first, with the answers."""
    found = JobseekerRequest.objects.filter(person=person)
    return found.select_related("answer__answered_by", "answer__fact", "fact", "step", "made_by")


def open_requests(person: Person) -> list[JobseekerRequest]:
    """Return what waits for an answer, oldest first: who waits longest stands on top."""
    return list(requests_of(person).filter(answer=None).order_by("pk"))


def request_of(person: Person, public_id: uuid.UUID) -> JobseekerRequest | None:
    """Return one request of ``person``."""
    return requests_of(person).select_related("person").filter(public_id=public_id).first()


def latest_preference(person: Person) -> Preference | None:
    """Return which option was last preferred, with the advice it was in."""
    return Preference.objects.filter(person=person).select_related("advice").first()


def agreement_with(decision: Decision) -> Agreement | None:
    """Return that the person agrees with a decision; None when they did not say so."""
    return Agreement.objects.filter(decision=decision).first()


@dataclass(frozen=True, slots=True)
class RegisterNow:
    """What the delivered benefit records say about one person."""

    benefits: tuple[BenefitSpell, ...] = ()
    measures: tuple[MeasureSpell, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was delivered about the person."""
        return not (self.benefits or self.measures)


def register_of(user: User, person: Person) -> RegisterNow:
    """Return what deliveries say about ``person``, for whoever may open the file.

    A jobseeker's own session sees no deliveries at all; of those of the municipality only
    the records under the own pseudonym are read here.
    """
    require(may_open(user, person))
    if person.pseudonym is None:
        return RegisterNow()
    home = person.municipality_id
    with acting(Scope.of_municipality(home)):
        return RegisterNow(
            tuple(person_queries.benefits_of(home, person.pseudonym)),
            tuple(person_queries.measures_of(home, person.pseudonym)),
        )

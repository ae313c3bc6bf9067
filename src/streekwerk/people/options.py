"""From what is kept of a person to a request for advice: the application's side of the path."""

from __future__ import annotations

from datetime import date

from streekwerk.accounts.models import User
from streekwerk.advice import AdviceRequest, read_situation, request_for
from streekwerk.bylaws.queries import municipality_on
from streekwerk.learning.advice_queries import evidence_for, studies_by_kind
from streekwerk.learning.benefits import personal_evidence
from streekwerk.people.models import Person
from streekwerk.people.queries.facts import known_values
from streekwerk.people.queries.judgements import judgements_of
from streekwerk.people.queries.offers import offers_for_advice


def request_of(user: User, person: Person, day: date) -> AdviceRequest:
    """Return what would be asked for ``person`` on ``day``.

    The whole file is handed over; the allow-list of :mod:`streekwerk.advice.features` takes
    from it what advice may know, and leaves the rest.
    """
    file, evidence = known_values(person), evidence_for(person.municipality)
    return request_for(
        file,
        day,
        offers_for_advice(person.municipality_id, day),
        municipality=municipality_on(user, day),
        judgements=judgements_of(person),
        region=evidence,
        personal=personal_evidence(evidence, read_situation(file, day)),
        studies=studies_by_kind(),
    )

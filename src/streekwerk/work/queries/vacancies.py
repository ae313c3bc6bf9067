"""Read vacancies: open ones for everybody who guides or seeks in the region."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.partners.permissions import FINDERS, own_contact, reads_employers, region_of
from streekwerk.work.models import Vacancy, VacancyState

READERS = (*FINDERS, Role.JOBSEEKER, Role.EMPLOYER)


def vacancies_visible_to(user: User | AnonymousUser) -> QuerySet[Vacancy]:
    """Return the open vacancies of the region; who works with employers sees ended ones too.

    An employer sees those of the own chains and designs.
    """
    if not has_role(user, *READERS) or region_of(user) == 0:
        return Vacancy.objects.none()
    found = Vacancy.objects.filter(region_id=region_of(user))
    if reads_employers(user):
        return found
    if contact := own_contact(user):
        own = Q(employer_id=contact.employer_id)
        return found.filter(own | Q(proposal__members__employer_id=contact.employer_id)).distinct()
    if has_role(user, Role.EMPLOYER):
        return Vacancy.objects.none()
    return found.filter(state=VacancyState.OPEN)


def vacancy_for(user: User | AnonymousUser, public_id: uuid.UUID) -> Vacancy | None:
    """Return one vacancy; None when it is not for this user."""
    return vacancies_visible_to(user).filter(public_id=public_id).first()

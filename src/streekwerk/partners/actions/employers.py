"""Add an employer, correct what is known, hand the relation over, close the file."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import Municipality, User
from streekwerk.partners import refusals
from streekwerk.partners.actions.noting import held, note
from streekwerk.partners.choices import SizeClass
from streekwerk.partners.models import Employer, PhaseMove
from streekwerk.partners.permissions import own_region, require_advice
from streekwerk.partners.queries.files import advisers_for
from streekwerk.vocabulary.code_error import CodeError
from streekwerk.vocabulary.kvk import establishment_number, kvk_number
from streekwerk.vocabulary.sbi import sbi_code
from streekwerk.vocabulary.searching import searchable

FIRST_PHASE = "DW02"
MOST_KM = 700.0


@dataclass(frozen=True, slots=True)
class EmployerCard:
    """What is known of the establishment itself.

    ``x_km`` and ``y_km`` are kilometres in the national grid (RD), both or neither.
    """

    name: str
    municipality: Municipality
    kvk_number: str
    sbi_code: str
    size_class: str
    place: str
    establishment_number: str = ""
    x_km: float | None = None
    y_km: float | None = None


@transaction.atomic
def add_employer(user: User, card: EmployerCard, *, fictitious: bool = False) -> Employer:
    """Add an employer to the user's region; who adds it looks after the relation.

    Raises
    ------
    PermissionDenied
        For who does not advise employers.
    Refused
        When it is there already, or something on the card cannot be right.
    """
    region = own_region(user)
    values = checked(card, region.pk)
    _refuse_double(region.pk, values)
    today = timezone.localdate()
    employer = Employer.objects.create(
        region=region,
        adviser=user,
        phase=FIRST_PHASE,
        phase_since=today,
        fictitious=fictitious,
        **values,
    )
    PhaseMove.objects.create(region=region, employer=employer, after=FIRST_PHASE, on=today, by=user)
    note(user, "employer.added", employer, employer)
    return employer


@transaction.atomic
def change_employer(user: User, employer: Employer, card: EmployerCard) -> Employer:
    """Correct what is known of the establishment. Refused as with :func:`add_employer`."""
    employer = held(employer)
    require_advice(user, employer)
    values = checked(card, employer.region_id)
    _refuse_double(employer.region_id, values, but=employer)
    changed = sorted(key for key, value in values.items() if getattr(employer, key) != value)
    for key in changed:
        setattr(employer, key, values[key])
    employer.save(update_fields=changed)
    note(user, "employer.changed", employer, employer, fields=changed)
    return employer


@transaction.atomic
def assign(user: User, employer: Employer, adviser: User) -> None:
    """Let somebody else of the region look after the relation."""
    employer = held(employer)
    require_advice(user, employer)
    if not advisers_for(user).filter(pk=adviser.pk).exists():
        raise refusals.Refused(refusals.NOT_AN_ADVISER)
    employer.adviser = adviser
    employer.save(update_fields=["adviser"])
    note(user, "employer.assigned", employer, employer, to=str(adviser.public_id))


@transaction.atomic
def close_employer(user: User, employer: Employer) -> None:
    """Close the file: it is in no list any more, and nothing in it changes."""
    employer = held(employer)
    require_advice(user, employer)
    employer.closed_on = timezone.localdate()
    employer.save(update_fields=["closed_on"])
    note(user, "employer.closed", employer, employer)


@transaction.atomic
def reopen_employer(user: User, employer: Employer) -> None:
    """Open a closed file again."""
    employer = held(employer)
    employer.closed_on = None
    require_advice(user, employer)
    employer.save(update_fields=["closed_on"])
    note(user, "employer.reopened", employer, employer)


def checked(card: EmployerCard, region_id: int) -> dict[str, object]:
    """Return the fields of an employer as they are kept.

    Raises
    ------
    Refused
        When something on the card cannot be right.
    """
    if not card.name.strip():
        raise refusals.Refused(refusals.NO_NAME)
    if card.municipality.region_id != region_id:
        raise refusals.Refused(refusals.NOT_IN_REGION)
    if (card.x_km is None) != (card.y_km is None):
        raise refusals.Refused(refusals.HALF_A_PLACE)
    if card.size_class not in set(SizeClass.keys()):
        raise refusals.Refused(refusals.NOT_A_CHOICE)
    try:
        numbers = {
            "kvk_number": kvk_number(card.kvk_number),
            "establishment_number": (
                establishment_number(card.establishment_number)
                if card.establishment_number.strip()
                else ""
            ),
            "sbi_code": sbi_code(card.sbi_code),
        }
    except CodeError as error:
        raise refusals.Refused(error.words) from error
    return {
        "name": card.name.strip(),
        "search_name": search_name(card.name, card.place),
        "municipality": card.municipality,
        "size_class": card.size_class,
        "place": card.place.strip(),
        "x_km": card.x_km,
        "y_km": card.y_km,
        **numbers,
    }


def search_name(name: str, place: str) -> str:
    """Return what an employer is searched by: its name, then its place."""
    return searchable(f"{name} {place}")[:240]


def _refuse_double(region_id: int, values: dict[str, object], but: Employer | None = None) -> None:
    there = Employer.objects.filter(
        region_id=region_id,
        kvk_number=values["kvk_number"],
        establishment_number=values["establishment_number"],
    )
    if there.exclude(pk=but.pk if but else 0).exists():
        raise refusals.Refused(refusals.ALREADY_THERE)

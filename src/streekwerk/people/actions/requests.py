"""A jobseeker asks, and somebody of the municipality answers."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.people import refusals
from streekwerk.people.actions.files import record
from streekwerk.people.actions.objections import ANSWERED, NO_WORDS
from streekwerk.people.actions.retention import propose_at_request
from streekwerk.people.fields import field_of
from streekwerk.people.models import (
    Fact,
    JobseekerRequest,
    Person,
    RequestAnswer,
    RequestKind,
    Step,
)
from streekwerk.people.models.request import DECIDED_ON, REGISTER
from streekwerk.people.own_permissions import require_own
from streekwerk.people.permissions import may_see_field, require_guidance
from streekwerk.vocabulary.language import Text

ASKED_ALREADY = Text(
    "U hebt dit al gevraagd. U krijgt nog antwoord.",
    "You asked this already. You will get an answer.",
)
AT_REQUEST = Text("Verbeterd op verzoek", "Corrected on request")


@transaction.atomic
def ask_correction(user: User, person: Person, field: str, words: str) -> JobseekerRequest:
    """Ask to correct what the municipality recorded (AVG art. 16).

    ``field`` is a field of the file, or ``REGISTER`` for what came with the benefit records.

    Raises
    ------
    PermissionDenied
        When it is not the own file, or not a field the jobseeker sees.
    Refused
        Without words, or while the same was asked and not answered.
    """
    require_own(user, person)
    stood: Fact | None = None
    if field != REGISTER:
        require(may_see_field(user, field_of(field)))
        stood = Fact.objects.filter(person=person, field=field).first()
    if _open(person).filter(kind=RequestKind.CORRECTION.value, field=field).exists():
        raise refusals.Refused(ASKED_ALREADY)
    return _make(user, person, RequestKind.CORRECTION, words, field=field, fact=stood)


@transaction.atomic
def ask_help(user: User, person: Person, words: str, step: Step | None = None) -> JobseekerRequest:
    """Ask for help, with a step or with anything."""
    require_own(user, person)
    require(step is None or step.person_id == person.pk)
    return _make(user, person, RequestKind.HELP, words, step=step)


@transaction.atomic
def ask_new_advice(user: User, person: Person, words: str) -> JobseekerRequest:
    """Ask to look at the options again, such as after a correction."""
    require_own(user, person)
    if _open(person).filter(kind=RequestKind.ADVICE.value).exists():
        raise refusals.Refused(ASKED_ALREADY)
    return _make(user, person, RequestKind.ADVICE, words)


def _open(person: Person) -> QuerySet[JobseekerRequest]:
    return JobseekerRequest.objects.filter(person=person, answer=None)


def _make(
    user: User,
    person: Person,
    kind: RequestKind,
    words: str,
    *,
    field: str = "",
    fact: Fact | None = None,
    step: Step | None = None,
) -> JobseekerRequest:
    if not words.strip():
        raise refusals.Refused(NO_WORDS)
    made = JobseekerRequest.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        kind=kind.value,
        words=words.strip(),
        field=field,
        fact=fact,
        step=step,
        made_by=user,
        made_on=timezone.localdate(),
    )
    audit.record(user, "request.made", made, kind=kind.value, field=field)
    return made


@transaction.atomic
def ask_erasure(user: User, person: Person, words: str) -> JobseekerRequest:
    """Ask to erase everything (AVG art. 17); somebody answers, with the reason."""
    require_own(user, person)
    if _open(person).filter(kind=RequestKind.ERASURE.value).exists():
        raise refusals.Refused(ASKED_ALREADY)
    return _make(user, person, RequestKind.ERASURE, words)


@dataclass(frozen=True, slots=True)
class NewValue:
    """What a corrected field says from now on."""

    value: object | None
    state: FactState = FactState.KNOWN
    source: FactSource = FactSource.JOBSEEKER


@transaction.atomic
def answer(
    user: User,
    request: JobseekerRequest,
    words: str,
    *,
    granted: bool | None = None,
    new: NewValue | None = None,
) -> RequestAnswer:
    """Answer a request. A correction that is granted adds the new fact; the old one stays.

    An erasure that is allowed is proposed: a second person destroys the file.

    Parameters
    ----------
    granted
        For a correction or an erasure, whether it is done; nothing for other requests.
    new
        The corrected value; for a field of the file, when it is granted.

    Raises
    ------
    Refused
        When it was answered, or is refused or answered without words.
    """
    require_guidance(user, request.person)
    if not request.is_open:
        raise refusals.Refused(ANSWERED)
    require((request.kind_now in DECIDED_ON) == (granted is not None))
    about_field = request.kind_now is RequestKind.CORRECTION and request.field != REGISTER
    if not words.strip() and not (about_field and granted):
        raise refusals.Refused(NO_WORDS)
    fact = _correct(user, request, new) if about_field and granted else None
    made = RequestAnswer.objects.create(
        municipality_id=request.municipality_id,
        person_id=request.person_id,
        request=request,
        granted=granted,
        words=words.strip(),
        fact=fact,
        answered_by=user,
        answered_on=timezone.localdate(),
    )
    audit.record(user, "request.answered", request, granted=granted)
    if granted and request.kind_now is RequestKind.ERASURE:
        propose_at_request(user, request.person)
    return made


def _correct(user: User, request: JobseekerRequest, new: NewValue | None) -> Fact:
    require(new is not None)
    assert new is not None  # noqa: S101 - required just above; for the type checker
    return record(
        user,
        request.person,
        request.field,
        new.value,
        state=new.state,
        source=new.source,
        note=AT_REQUEST.in_language("en" if user.language == "en" else "nl"),
    )

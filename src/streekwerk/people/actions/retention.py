"""Keep files no longer than the municipality says: propose, keep on, destroy.

Two different people decide; the database refuses to remove a row otherwise. Destroyed is
everything about the person: the file with its history, the account, the records of deliveries
up to then, and what the log's reference meant. What stays names nobody: the lines of the log,
the results of evaluations, and the declaration (docs/decisions/0086).
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.entry.actions.erasing import empty_account, empty_invitations
from streekwerk.accounts.models import Municipality, User
from streekwerk.accounts.permissions import require
from streekwerk.deliveries.actions.erasing import erase_records
from streekwerk.guidance.follow_up.moments import months_after
from streekwerk.people import refusals
from streekwerk.people.actions.invitations import subject_of
from streekwerk.people.actions.removing import remove_at_closing, remove_file
from streekwerk.people.models import (
    AdviceRecord,
    Destruction,
    Ground,
    Person,
    RetentionTerm,
)
from streekwerk.people.queries.retention import file_past_term, term_of
from streekwerk.people.retention_permissions import keepers_municipality, may_confirm, may_decide
from streekwerk.vocabulary.language import Text

MOST_MONTHS = 1200
NO_SOURCE = Text(
    "Schrijf erbij waar de termijn staat, zoals in de selectielijst van uw gemeente.",
    "Say where the term stands, such as in your municipality's selection list.",
)
NOT_A_TERM = Text("Vul 1 tot 1200 maanden in.", "Fill in 1 to 1200 months.")
NOT_PAST_TERM = Text(
    "Dit dossier is niet over de termijn, of er is al een voorstel.",
    "This file is not past its term, or was proposed already.",
)
TWO_PEOPLE = Text(
    "U stelde dit zelf voor. Een andere beheerder beslist.",
    "You proposed this yourself. Another administrator decides.",
)
DECIDED = Text("Hierover is al beslist.", "This was decided already.")
WHY_KEPT = Text("Schrijf waarom het dossier blijft.", "Write why the file is kept.")
AVG_17 = "AVG art. 17 lid 1"


@transaction.atomic
def set_term(user: User, months: int, source: str) -> RetentionTerm:
    """Fill in how long files are kept after closing, and where that stands."""
    home = keepers_municipality(user)
    if not source.strip():
        raise refusals.Refused(NO_SOURCE)
    if not 1 <= months <= MOST_MONTHS:
        raise refusals.Refused(NOT_A_TERM)
    made = RetentionTerm.objects.create(
        municipality=home, months=months, source=source.strip(), set_by=user
    )
    audit.record(user, "retention.term_set", made, months=months)
    return made


@transaction.atomic
def erase_at_closing(home: Municipality) -> int:
    """Erase what is kept until a file closes from files that closed in another way.

    Such as those that closed before this was done at closing. The system does this at night.
    """
    gone = remove_at_closing(Person.objects.filter(municipality=home))
    if gone:
        audit.record(None, "files.erased_at_closing", home, municipality=home, rows=gone)
    return gone


@transaction.atomic
def propose(user: User, person: Person) -> Destruction:
    """Propose to destroy a file that is past its term.

    Raises
    ------
    Refused
        When it is not past its term, or was proposed already.
    """
    home = keepers_municipality(user)
    term = term_of(home.pk)
    found = file_past_term(user, person.public_id)
    if term is None or found is None:
        raise refusals.Refused(NOT_PAST_TERM)
    made = Destruction.objects.create(
        municipality=home,
        person=found,
        ground=Ground.TERM.value,
        months=term.months,
        source=term.source,
        proposed_by=user,
    )
    audit.record(user, "destruction.proposed", made, ground=made.ground)
    return made


def propose_at_request(user: User, person: Person) -> Destruction:
    """Propose what a jobseeker asked for and ``user`` allowed; the caller asked permission."""
    open_one = Destruction.objects.filter(person=person, kept_at=None).first()
    if open_one is not None:
        return open_one
    made = Destruction.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        ground=Ground.REQUEST.value,
        source=AVG_17,
        proposed_by=user,
    )
    audit.record(user, "destruction.proposed", made, ground=made.ground)
    return made


@transaction.atomic
def keep(user: User, destruction: Destruction, words: str) -> None:
    """Put a proposal aside, and say why; the file stays, and can be proposed again later."""
    held = _held(user, destruction)
    if not words.strip():
        raise refusals.Refused(WHY_KEPT)
    held.kept_by, held.kept_at, held.kept_words = user, timezone.now(), words.strip()[:300]
    held.save(update_fields=["kept_by", "kept_at", "kept_words"])
    audit.record(user, "destruction.put_aside", held)


@transaction.atomic
def destroy(user: User, destruction: Destruction) -> Destruction:
    """Destroy a file: the second person confirms, and it is gone when this returns.

    Raises
    ------
    PermissionDenied
        When it is not for ``user``.
    Refused
        When ``user`` proposed it, or it was decided already.
    """
    held = _held(user, destruction)
    if not may_confirm(user, held):
        raise refusals.Refused(TWO_PEOPLE)
    person = held.person
    assert person is not None  # noqa: S101 - not decided yet; for the type checker
    held.confirmed_by, held.confirmed_at = user, timezone.now()
    held.advices = AdviceRecord.objects.filter(person=person).count()
    held.save(update_fields=["confirmed_by", "confirmed_at", "advices"])
    if person.pseudonym is not None:
        erase_records(person.municipality_id, person.pseudonym, _before(held))
    if person.user is not None:
        empty_account(person.user)
    empty_invitations(person.municipality, subject_of(person))
    audit.forget(person)
    held.rows = remove_file(held, person)
    held.person, held.destroyed_at = None, timezone.now()
    held.save(update_fields=["rows", "person", "destroyed_at"])
    audit.record(user, "destruction.done", held, ground=held.ground, rows=held.rows)
    return held


def _before(held: Destruction) -> date:
    """Return from which day on records of deliveries stay: those have a term of their own."""
    return date.max if held.months is None else months_after(timezone.localdate(), -held.months)


def _held(user: User, destruction: Destruction) -> Destruction:
    """Return the proposal as it stands, locked; Refused when somebody decided meanwhile."""
    held = Destruction.objects.select_for_update().get(pk=destruction.pk)
    require(may_decide(user, held))
    if held.kept_at is not None or held.destroyed_at is not None:
        raise refusals.Refused(DECIDED)
    return held

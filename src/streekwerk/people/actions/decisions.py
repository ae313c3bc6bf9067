"""Show advice, judge, decide, object: permission, change and audit entry together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from streekwerk import __version__
from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.advice import STANDING, Advice, Record, canonical, make_record
from streekwerk.advice.features import JUDGEMENTS
from streekwerk.advice.measures import MEASURES
from streekwerk.advice.record import sha256
from streekwerk.advice.result import FIRST_KNOW_MORE, NOT_NOW, SOMETHING_ELSE
from streekwerk.guidance.plan.steps import Who
from streekwerk.people import refusals
from streekwerk.people.actions.plans import NewStep, add_step
from streekwerk.people.actions.reflection import note_support
from streekwerk.people.models import (
    AdviceRecord,
    AdviceSeen,
    Decision,
    DecisionChoice,
    Judgement,
    Offer,
    Person,
    Reason,
)
from streekwerk.people.options import request_of
from streekwerk.people.permissions import require_change, require_guidance
from streekwerk.people.queries.decisions import latest_advice, latest_decision, works_with_advice
from streekwerk.vocabulary.language import Language, Text

ADVICE_IS_OFF = Text(
    "Uw gemeente werkt nu zonder advies. Kiezen en plannen kan gewoon.",
    "Your municipality works without advice now. Choosing and planning go on as usual.",
)
NOTHING_CHOSEN = Text("Kies minstens één mogelijkheid.", "Choose at least one option.")
NOT_AN_OPTION = Text(
    "Deze mogelijkheid staat niet in het advies. Ververs de bladzijde.",
    "This option is not in the advice. Reload the page.",
)
WHAT_ELSE = Text("Schrijf op wat u dan gaat doen.", "Write down what you will do instead.")
NOT_A_JUDGEMENT = Text("Dit wordt niet gevraagd.", "This is not asked.")
_SIGN_UP = timedelta(days=7)
_FOLLOW_UP = {
    NOT_NOW: (
        Text("Samen opnieuw kijken naar de mogelijkheden", "Look at the options together again"),
        timedelta(days=91),
    ),
    FIRST_KNOW_MORE: (
        Text("Samen uitzoeken wat nog open staat", "Find out together what is still open"),
        _SIGN_UP,
    ),
}


@transaction.atomic
def show_advice(user: User, person: Person, day: date | None = None) -> AdviceRecord:
    """Return the advice for ``person`` now, stored, and note that ``user`` saw it.

    The same inputs give the stored advice again; other inputs a new one, and the old stays.

    Raises
    ------
    Refused
        Where the municipality works without advice.
    """
    require_guidance(user, person)
    if not works_with_advice(person.municipality_id):
        raise refusals.Refused(ADVICE_IS_OFF)
    request = request_of(user, person, day or timezone.localdate())
    before = latest_advice(person)
    same = before is not None and _is_same(before, sha256(canonical(request)))
    shown = before if before is not None and same else None
    if shown is None:
        shown = _store(user, person, make_record(request, __version__), request.day, before)
    _note_seen(user, shown)
    return shown


def _is_same(before: AdviceRecord, inputs_hash: str) -> bool:
    return before.inputs_hash == inputs_hash and before.code_version == __version__


def _store(
    user: User, person: Person, record: Record, day: date, before: AdviceRecord | None
) -> AdviceRecord:
    made = AdviceRecord.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        day=day,
        request=record.request,
        advice=record.advice,
        inputs_hash=record.inputs_hash,
        advice_hash=record.advice_hash,
        evidence_version=record.evidence_version,
        algorithm=record.algorithm,
        features=record.features,
        code_version=record.code_version,
        format=record.format,
        replaces=before,
        made_by=user,
    )
    audit.record(user, "advice.made", made, inputs=record.inputs_hash, advice=record.advice_hash)
    return made


@transaction.atomic
def see_stored_advice(user: User, shown: AdviceRecord) -> None:
    """Note that ``user`` saw an advice that was made before."""
    require_change(user, shown.person)
    _note_seen(user, shown)


def _note_seen(user: User, shown: AdviceRecord) -> None:
    AdviceSeen.objects.get_or_create(
        advice=shown,
        user=user,
        on=timezone.localdate(),
        defaults={"municipality_id": shown.municipality_id, "person_id": shown.person_id},
    )


@transaction.atomic
def judge(user: User, person: Person, measure: str, fact: str, value: bool | None) -> Judgement:
    """Record what a professional judges of one measure; None takes it back."""
    require_guidance(user, person)
    if fact not in JUDGEMENTS or measure not in MEASURES:
        raise refusals.Refused(NOT_A_JUDGEMENT)
    made = Judgement.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        measure=measure,
        fact=fact,
        value=value,
        judged_by=user,
    )
    audit.record(user, "advice.judged", made, measure=measure, fact=fact)
    return made


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is decided.

    ``options`` are keys of the advice, or of measures where there is no advice. ``offers``
    says which offer was chosen for a measure, ``words`` what "something else" is.
    """

    options: tuple[str, ...]
    together: bool
    offers: dict[str, Offer] = field(default_factory=dict)
    words: str = ""
    wish: str = ""
    wish_words: str = ""
    view: str = ""
    view_words: str = ""
    reason: Reason | None = None
    reason_words: str = ""


@transaction.atomic
def decide(
    user: User, person: Person, chosen: Chosen, advice: AdviceRecord | None = None
) -> Decision:
    """Decide, and put the steps that follow in the plan. A named user does this, nobody else.

    Raises
    ------
    Refused
        When nothing was chosen, something that is not an option, or "something else" without
        saying what.
    """
    require_guidance(user, person)
    names = _names(person, advice)
    language: Language = "en" if user.language == "en" else "nl"
    if not chosen.options:
        raise refusals.Refused(NOTHING_CHOSEN)
    if not set(chosen.options) <= set(names):
        raise refusals.Refused(NOT_AN_OPTION)
    if SOMETHING_ELSE in chosen.options and not chosen.words.strip():
        raise refusals.Refused(WHAT_ELSE)
    made = Decision.objects.create(
        municipality_id=person.municipality_id,
        person=person,
        advice=advice,
        wish=chosen.wish,
        wish_words=chosen.wish_words.strip(),
        view=chosen.view,
        view_words=chosen.view_words.strip(),
        reason=chosen.reason.value if chosen.reason else "",
        reason_words=chosen.reason_words.strip(),
        together=chosen.together,
        replaces=latest_decision(person),
        decided_by=user,
        decided_on=timezone.localdate(),
    )
    for key in chosen.options:
        _keep_choice(made, key, names[key], chosen)
        for step in steps_for(key, names[key], chosen, made.decided_on, language):
            add_step(user, person, step)
    note_support(made)
    audit.record(user, "decision.made", made, options=list(chosen.options), together=made.together)
    return made


def _names(person: Person, advice: AdviceRecord | None) -> dict[str, Text]:
    if advice is not None:
        require(advice.person_id == person.pk)
        given: Advice = advice.record.given()
        return {option.key: option.name for option in given.options}
    from streekwerk.advice.algorithms.v1 import words  # noqa: PLC0415 - names alone, no advice

    standing = (words.KNOW_MORE, words.SOMETHING_ELSE, words.NOT_NOW)
    own = dict(zip(STANDING, (name for name, _ in standing), strict=True))
    return {code: measure.name for code, measure in MEASURES.items()} | own


def _keep_choice(made: Decision, key: str, name: Text, chosen: Chosen) -> None:
    offer = chosen.offers.get(key)
    if offer is not None and offer.municipality_id != made.municipality_id:
        raise refusals.Refused(NOT_AN_OPTION)
    DecisionChoice.objects.create(
        municipality_id=made.municipality_id,
        person_id=made.person_id,
        decision=made,
        key=key,
        name=name.as_json(),
        words=chosen.words.strip() if key == SOMETHING_ELSE else "",
        offer=offer,
    )


def steps_for(
    key: str, name: Text, chosen: Chosen, day: date, language: Language
) -> Iterable[NewStep]:
    """Return the steps that follow from choosing an option: few, and they can be changed."""
    offer = chosen.offers.get(key)
    if key == SOMETHING_ELSE:
        return (NewStep(chosen.words, Who.JOBSEEKER),)
    if key in _FOLLOW_UP:
        what, after = _FOLLOW_UP[key]
        return (NewStep(what.in_language(language), Who.CASEWORKER, day + after),)
    what = name if offer is None else _at_provider(offer)
    sign_up = Text(f"Aanmelden: {what.nl}", f"Sign up: {what.en}")
    begin = Text(f"Beginnen: {what.nl}", f"Begin: {what.en}")
    starts = offer.starts_on if offer else None
    return (
        NewStep(sign_up.in_language(language), Who.CASEWORKER, day + _SIGN_UP),
        NewStep(begin.in_language(language), Who.JOBSEEKER, starts, measure=key),
    )


def _at_provider(offer: Offer) -> Text:
    return Text(f"{offer.title} bij {offer.provider}", f"{offer.title} at {offer.provider}")

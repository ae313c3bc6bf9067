"""Keep an answer given at the table: in the file, or as a judgement of one measure."""

from __future__ import annotations

from django.core.exceptions import BadRequest

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.advice.features import FEATURES, JUDGEMENTS, Kind
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.people.actions.decisions import judge
from streekwerk.people.actions.files import record
from streekwerk.people.models import Person

_YES_NO = {"yes": True, "no": False, "": None}


def answer_question(request: SignedInRequest, person: Person) -> None:
    """Keep what was answered to ``question``; an empty answer is "we do not know yet".

    Raises
    ------
    BadRequest
        For a question that advice does not ask.
    Refused
        When the answer does not fit the question.
    """
    key, _, about = request.POST.get("question", "").partition("@")
    value = request.POST.get("value", "").strip()
    if about and key in JUDGEMENTS:
        judge(request.user, person, about, key, _yes_no(value))
        return
    feature = FEATURES.get(key)
    if feature is None:
        raise BadRequest
    kept = _yes_no(value) if feature.kind is Kind.YES_NO else value or None
    record(
        request.user,
        person,
        feature.source,
        kept,
        state=FactState.NOT_YET if kept is None else FactState.KNOWN,
        source=FactSource.JOBSEEKER,
    )


def _yes_no(value: str) -> bool | None:
    if value not in _YES_NO:
        raise BadRequest
    return _YES_NO[value]

"""Have benefits fitted: one for every card that compares fairly, when nothing else waits."""

from __future__ import annotations

import hashlib
import logging

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.scope import Scope
from streekwerk.evidence.results.check import Light
from streekwerk.learning import card_queries
from streekwerk.learning.benefit_queue import defer_benefit
from streekwerk.learning.models import MeasureBenefit, MeasureCard, RunState
from streekwerk.vocabulary.language import Text

log = logging.getLogger(__name__)


def ask_for_benefit(card: MeasureCard, scope: Scope) -> MeasureBenefit | None:
    """Queue the benefit of a finished card, in the caller's transaction; asked twice it is one.

    None for a card that compares two measures, was not fair, or had too little data: there
    is nothing to say of one person then either.
    """
    brief = card_queries.in_short(card)
    if card.against or brief is None or brief.light in {None, Light.RED}:
        return None
    if all(point.months != brief.main_horizon for point in brief.points):
        return None
    benefit, new = MeasureBenefit.objects.get_or_create(
        card=card, defaults={"region": card.region, "municipality": card.municipality}
    )
    if new:
        defer_benefit(benefit, scope)
    return benefit


def fit_benefit(benefit_id: int) -> None:
    """Fit one benefit and store it; what is there already is left alone."""
    from streekwerk.learning.actions import benefit_fitting  # noqa: PLC0415 (only the worker pays)

    benefit = MeasureBenefit.objects.select_related("card__round", "municipality", "region").get(
        pk=benefit_id
    )
    if benefit.state in {RunState.DONE, RunState.FAILED}:
        return
    MeasureBenefit.objects.filter(pk=benefit_id).update(state=RunState.BUSY)
    try:
        made = benefit_fitting.fitted(benefit)
    except Exception as error:
        # The kind of error, never its text: that may quote a person's record.
        name = type(error).__name__
        words = Text(f"Het rekenen mislukte: {name}.", f"Computing failed: {name}.")
        _end(benefit, RunState.FAILED, failure=words.as_json())
        raise
    digest = hashlib.sha256(made.text.encode()).hexdigest()
    _end(benefit, RunState.DONE, benefit=made.text, digest=digest, level=made.level)


@transaction.atomic
def _end(ended: MeasureBenefit, state: RunState, **fields: object) -> None:
    if state == RunState.FAILED:
        log.warning("benefit %s failed", ended.pk)
    MeasureBenefit.objects.filter(pk=ended.pk).update(
        state=state, finished_at=timezone.now(), **fields
    )
    audit.record(
        None,
        f"benefit.{state.value}",
        ended,
        municipality=ended.municipality,
        measure=ended.card.measure,
    )

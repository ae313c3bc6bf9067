"""Have cards computed: one round, one job to count the cohort, one job a card."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from streekwerk import __version__
from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.accounts.scope import current
from streekwerk.learning import card_queries
from streekwerk.learning.actions.benefits import ask_for_benefit
from streekwerk.learning.actions.comparisons import asked_before
from streekwerk.learning.card_permissions import (
    LARGEST_SHARE,
    LEAST_MUNICIPALITIES,
    is_of_region,
    may_compute,
)
from streekwerk.learning.card_queue import defer_card, defer_round
from streekwerk.learning.models import MeasureCard, Round, RunState
from streekwerk.learning.refusals import Refused
from streekwerk.vocabulary.language import Text

log = logging.getLogger(__name__)

COUNTING = Text("Mensen, voorzieningen en uitstroom tellen", "Counting people, measures and exits")
MAKING = Text("Vergelijkingen maken en beoordelen", "Making and judging comparisons")
NOTHING_DELIVERED = Text(
    "Er zijn nog geen aangenomen leveringen om mee te rekenen. Lever eerst bestanden.",
    "There are no accepted deliveries to compute with yet. Deliver files first.",
)
TOO_FEW_MUNICIPALITIES = Text(
    f"Voor de regio rekent Streekwerk pas als minstens {LEAST_MUNICIPALITIES} gemeenten meedoen en "
    "geen ervan bijna alles levert. Anders zijn de cijfers van één gemeente eruit af te leiden.",
    f"Streekwerk computes for the region only once at least {LEAST_MUNICIPALITIES} municipalities "
    "take part and none of them supplies nearly everything. Otherwise one municipality's figures "
    "could be derived.",
)
BROKEN = Text(
    "Er ging bij ons iets mis tijdens het rekenen. Probeer het opnieuw; gaat het weer mis, geef "
    "dan deze melding door aan uw beheerder",
    "Something went wrong on our side while computing. Try again; if it fails again, pass this "
    "message to your administrator",
)


def ask_for_cards(user: User) -> Round:
    """Start a round for the user's municipality or region; the same inputs are computed once.

    Raises
    ------
    Refused : nothing was delivered, or too few municipalities take part.
    """
    require(may_compute(user))
    inputs = card_queries.inputs_for(user)
    if not inputs.municipalities or inputs.region is None:
        raise Refused(NOTHING_DELIVERED)
    if is_of_region(user) and (
        inputs.municipalities < LEAST_MUNICIPALITIES or inputs.largest_share > LARGEST_SHARE
    ):
        raise Refused(TOO_FEW_MUNICIPALITIES)
    with transaction.atomic():
        # One question at a time, so that two people who ask at once get the same round.
        type(inputs.region).objects.select_for_update().get(pk=inputs.region.pk)
        last = card_queries.latest(user)
        if last is not None and (last.is_unfinished or _is_current(last, inputs.fingerprint)):
            return last
        round_ = Round.objects.create(
            region=inputs.region,
            municipality=inputs.municipality,
            deliveries=list(inputs.deliveries),
            left_out=list(inputs.left_out),
            codes=list(inputs.codes),
            inputs=inputs.fingerprint,
            last_month=inputs.last_month,
            seed=_seed(inputs.codes),
            code_version=__version__,
            asked_by=user,
        )
        audit.record(user, "cards.asked", round_, inputs=inputs.fingerprint)
        defer_round(round_, inputs.scope)
    return round_


def _is_current(last: Round, fingerprint: str) -> bool:
    return (
        last.state == RunState.DONE
        and last.inputs == fingerprint
        and last.code_version == __version__
        and card_queries.is_whole(last)
    )


def _seed(codes: tuple[str, ...]) -> int:
    """Return a seed that depends on whose records they are, and on nothing else."""
    return int.from_bytes(hashlib.sha256("/".join(codes).encode()).digest()[:4], "big")


def count_cohort(round_id: int) -> None:
    """Count the cohort of a round, judge how people were chosen, and queue its cards.

    Doing it twice does it once: a round that has its cohort is left alone.
    """
    from streekwerk.learning.actions import card_making  # noqa: PLC0415 (only the worker pays)

    round_ = Round.objects.get(pk=round_id)
    if round_.cohort is not None or not round_.is_unfinished:
        return
    Round.objects.filter(pk=round_id).update(state=RunState.BUSY, doing=COUNTING.as_json())
    try:
        counted = card_making.count(round_)
    except Exception as error:
        fail_round(round_, _with_name(error))
        raise
    with transaction.atomic():
        round_ = Round.objects.select_for_update().get(pk=round_id)
        if round_.cohort is not None:
            return
        round_.cohort, round_.audit = counted.cohort, counted.audit
        round_.doing = MAKING.as_json()
        round_.save(update_fields=["cohort", "audit", "doing"])
        for measure in counted.measures:
            card = MeasureCard.objects.create(
                round=round_,
                region=round_.region,
                municipality=round_.municipality,
                measure=measure,
            )
            defer_card(card, current())
        for card in asked_before(round_):
            defer_card(card, current())
        _finish_if_done(round_)


def make_card(card_id: int) -> None:
    """Make one card and store it; a card that is there already is left alone."""
    from streekwerk.learning.actions import card_making  # noqa: PLC0415 (only the worker pays)

    card = MeasureCard.objects.select_related("round").get(pk=card_id)
    if card.state in {RunState.DONE, RunState.FAILED}:
        return
    MeasureCard.objects.filter(pk=card_id).update(state=RunState.BUSY)
    try:
        made = card_making.make(card, _teller(card_id))
    except Exception as error:
        _end(card, RunState.FAILED, failure=_with_name(error).as_json())
        raise
    with transaction.atomic():
        _end(card, RunState.DONE, percent=100, brief=made.brief, card=made.card)
        card.brief = made.brief
        ask_for_benefit(card, current())


def _teller(card_id: int) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        percent = min(99, 100 * done // max(total, 1))
        MeasureCard.objects.filter(pk=card_id).update(percent=percent)

    return tell


def _end(ended: MeasureCard, state: RunState, **fields: object) -> None:
    with transaction.atomic():
        round_ = Round.objects.select_for_update().get(pk=ended.round_id)
        MeasureCard.objects.filter(pk=ended.pk).update(
            state=state, finished_at=timezone.now(), **fields
        )
        audit.record(
            None,
            f"card.{state.value}",
            ended,
            municipality=ended.municipality,
            measure=ended.measure,
            against=ended.against,
        )
        _finish_if_done(round_)


def _finish_if_done(round_: Round) -> None:
    if not round_.is_unfinished:
        # A comparison that was added later changes nothing about the round.
        return
    if round_.cards.filter(state__in=(RunState.WAITING, RunState.BUSY)).exists():
        return
    round_.state, round_.finished_at = RunState.DONE, timezone.now()
    round_.save(update_fields=["state", "finished_at"])


@transaction.atomic
def fail_round(round_: Round, words: Text) -> None:
    """Record why a round failed."""
    log.warning("round %s failed: %s", round_.pk, words.en)
    round_.state, round_.failure, round_.finished_at = (
        RunState.FAILED,
        words.as_json(),
        timezone.now(),
    )
    round_.save(update_fields=["state", "failure", "finished_at"])
    audit.record(None, "cards.failed", round_, municipality=round_.municipality)


def _with_name(error: Exception) -> Text:
    # The kind of error, never its text: that may quote a person's record.
    name = type(error).__name__
    return Text(f"{BROKEN.nl}: {name}.", f"{BROKEN.en}: {name}.")

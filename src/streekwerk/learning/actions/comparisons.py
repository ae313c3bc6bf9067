"""Have two measures compared with each other: a card more in a round that is done."""

from __future__ import annotations

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.learning import card_queries
from streekwerk.learning.card_permissions import may_compute
from streekwerk.learning.card_queue import defer_card
from streekwerk.learning.comparing import LEAST_PEOPLE, MOST_IN_A_ROUND, comparable
from streekwerk.learning.models import MeasureCard, Round, RunState
from streekwerk.learning.refusals import Refused
from streekwerk.vocabulary.language import Text

NOT_NOW = Text(
    "De bewijskaarten worden nog berekend, of er zijn leveringen bijgekomen. Laat eerst alle "
    "kaarten berekenen; vergelijk daarna.",
    "The evidence cards are still being computed, or deliveries have changed. Have all cards "
    "computed first; compare after that.",
)
NOT_THESE = Text(
    f"Kies twee verschillende voorzieningen waarmee elk minstens {LEAST_PEOPLE} mensen zijn "
    "gestart.",
    f"Choose two different measures that at least {LEAST_PEOPLE} people each have started.",
)
ENOUGH = Text(
    f"Er zijn al {MOST_IN_A_ROUND} vergelijkingen gemaakt. Bij nog meer gaat toeval meepraten: "
    "een paar verschillen dan altijd.",
    f"{MOST_IN_A_ROUND} comparisons have been made already. With more, chance joins in: a few "
    "will always differ.",
)


def ask_for_comparison(user: User, measure: str, against: str) -> MeasureCard:
    """Have ``measure`` compared with ``against`` in the user's round; once is enough.

    Raises
    ------
    Refused : the round is not done or no longer of today, or the two cannot be compared.
    """
    require(may_compute(user))
    inputs = card_queries.inputs_for(user)
    with transaction.atomic():
        found = card_queries.shown(user)
        if found is None or found.state != RunState.DONE or found.inputs != inputs.fingerprint:
            raise Refused(NOT_NOW)
        round_ = Round.objects.select_for_update().get(pk=found.pk)
        known = round_.cards.filter(measure=measure, against=against).first()
        if known is not None and known.against and known.state != RunState.FAILED:
            return known
        can = comparable(card_queries.cohort_of(round_))
        if measure == against or not {measure, against} <= set(can):
            raise Refused(NOT_THESE)
        if known is not None:
            known.delete()
        if round_.cards.exclude(against="").count() >= MOST_IN_A_ROUND:
            raise Refused(ENOUGH)
        card = _add(round_, measure, against)
        audit.record(
            user,
            "comparison.asked",
            card,
            municipality=round_.municipality,
            measure=measure,
            against=against,
        )
        defer_card(card, inputs.scope)
    return card


def asked_before(round_: Round) -> list[MeasureCard]:
    """Add to a round the comparisons of the one before it, as far as they can still be made.

    Whoever chose a comparison wants it renewed with the cards.
    """
    can = set(comparable(card_queries.cohort_of(round_)))
    earlier = Round.objects.filter(
        region=round_.region, municipality=round_.municipality, pk__lt=round_.pk
    ).first()
    pairs = earlier.cards.exclude(against="") if earlier else []
    return [
        _add(round_, pair.measure, pair.against)
        for pair in pairs
        if {pair.measure, pair.against} <= can
    ]


def _add(round_: Round, measure: str, against: str) -> MeasureCard:
    return MeasureCard.objects.create(
        round=round_,
        region=round_.region,
        municipality=round_.municipality,
        measure=measure,
        against=against,
    )

"""Whether an offer fits the time somebody has, and what would make it fit, in version 1."""

from __future__ import annotations

from collections.abc import Iterator

from streekwerk.advice.algorithms.v1 import words
from streekwerk.advice.offers import Offer
from streekwerk.advice.request import MeasureInput
from streekwerk.advice.result import Counterfactual, OfferLine
from streekwerk.advice.situation import Situation
from streekwerk.vocabulary.language import Text, join

YES, ASK, NO = "yes", "ask", "no"


def offer_line(measure: MeasureInput, offer: Offer, situation: Situation) -> OfferLine:
    """Return an offer with whether it fits. What is not known never makes it not fit."""
    found = list(_obstacles(offer, situation))
    barred = [why for fits, why in found if fits == NO]
    if barred:
        change = change_for(measure, offer, situation)
        return OfferLine(offer, NO, words.costs(offer), join(barred), change)
    if found:
        return OfferLine(offer, ASK, words.costs(offer), join([why for _, why in found]))
    return OfferLine(offer, YES, words.costs(offer))


def _obstacles(offer: Offer, situation: Situation) -> Iterator[tuple[str, Text]]:
    if offer.places_free == 0:
        yield NO, words.NO_PLACE
    if offer.hours_per_week is not None:
        have = situation.number("hours_available")
        if have is None:
            yield ASK, words.HOURS_UNKNOWN
        elif have < offer.hours_per_week:
            yield NO, words.too_many_hours(offer.hours_per_week, have)
    if offer.starts_on is not None:
        can = situation.day("available_from")
        if can is None:
            yield ASK, words.START_UNKNOWN
        elif can > offer.starts_on:
            yield NO, words.starts_too_early(offer.starts_on.isoformat())


def change_for(measure: MeasureInput, offer: Offer, situation: Situation) -> Counterfactual | None:
    """Return the smallest change that makes an offer fit, tried out; None when there is none."""
    have, can = situation.number("hours_available"), situation.day("available_from")
    more = offer.hours_per_week is not None and have is not None and have < offer.hours_per_week
    sooner = offer.starts_on is not None and can is not None and can > offer.starts_on
    changed = situation
    changes: list[tuple[str, bool | float | str]] = []
    if more and offer.hours_per_week is not None:
        changed = changed.but("hours_available", offer.hours_per_week)
        changes.append(("hours_available", offer.hours_per_week))
    if sooner and offer.starts_on is not None:
        changed = changed.but("available_from", offer.starts_on)
        changes.append(("available_from", offer.starts_on.isoformat()))
    if not changes or any(fits == NO for fits, _ in _obstacles(offer, changed)):
        return None
    return Counterfactual(tuple(changes), _words(measure, offer, more=more, sooner=sooner))


def _words(measure: MeasureInput, offer: Offer, *, more: bool, sooner: bool) -> Text:
    name = Text(f"{measure.name.nl} ({offer.title})", f"{measure.name.en} ({offer.title})")
    hours = offer.hours_per_week or 0
    day = "" if offer.starts_on is None else offer.starts_on.isoformat()
    if more and sooner:
        return words.if_both(hours, day, name)
    return words.if_hours(hours, name) if more else words.if_start(day, name)

"""From a person's file to a request: the one path, for the application and for every test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from streekwerk.advice.evidence import PersonalEvidence, RegionalEvidence, StudyEvidence
from streekwerk.advice.law import lawfulness
from streekwerk.advice.measures import MEASURES
from streekwerk.advice.offers import Offer
from streekwerk.advice.request import AdviceRequest, MeasureInput
from streekwerk.advice.situation import read_situation
from streekwerk.rights import Municipality


def request_for(
    file: Mapping[str, object],
    day: date,
    offers: Iterable[Offer],
    *,
    municipality: Municipality | None = None,
    judgements: Mapping[str, Mapping[str, bool]] | None = None,
    region: Mapping[str, RegionalEvidence] | None = None,
    personal: Mapping[str, PersonalEvidence] | None = None,
    studies: Mapping[str, tuple[StudyEvidence, ...]] | None = None,
) -> AdviceRequest:
    """Return the request for the person with this ``file`` on ``day``.

    Parameters
    ----------
    file
        The whole file by field; only what the allow-list names is read.
    offers
        What the municipality can give. Offers of a type that has no plain description,
        and offers that began before ``day``, are left out for everybody alike.
    judgements
        By measure: what a professional judged.
    region, personal
        Evidence by measure; ``studies`` by kind of measure.
    """
    situation = read_situation(file, day)
    current = [o for o in offers if o.starts_on is None or o.starts_on >= day]
    codes = sorted({offer.measure for offer in current} & set(MEASURES))
    return AdviceRequest(
        day=day,
        situation=situation,
        measures=tuple(
            MeasureInput(
                code=code,
                name=MEASURES[code].name,
                what=MEASURES[code].what,
                law=lawfulness(
                    MEASURES[code],
                    situation,
                    day,
                    municipality or Municipality(),
                    (judgements or {}).get(code),
                ),
                offers=tuple(
                    sorted((o for o in current if o.measure == code), key=_order_of_offers)
                ),
                region=(region or {}).get(code),
                personal=(personal or {}).get(code),
                studies=(studies or {}).get(MEASURES[code].research, ()),
            )
            for code in codes
        ),
    )


def _order_of_offers(offer: Offer) -> tuple[bool, date, str, str]:
    """Earliest start first, those without a start last; then by title."""
    return (offer.starts_on is None, offer.starts_on or date.max, offer.title, offer.key)

"""The cards and studies that advice stands on: what is finished, newest first."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import lru_cache

from django.db.models import QuerySet

from streekwerk.accounts.models import Municipality
from streekwerk.advice import PerHundred, RegionalEvidence, StudyEvidence
from streekwerk.advice.cards import regional_evidence
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.evidence.results.codec import from_json
from streekwerk.learning import queries
from streekwerk.learning.cards import study_card
from streekwerk.learning.counting import REGION
from streekwerk.learning.models import MeasureCard, Round, RunState
from streekwerk.vocabulary.language import Text, join


def evidence_for(municipality: Municipality) -> dict[str, RegionalEvidence]:
    """Return what is known of every measure, by code, for advice in ``municipality``.

    The region's card speaks, because it knows more people; where it cannot, the
    municipality's own card does.
    """
    region = _cards(Round.objects.filter(municipality=None, region_id=municipality.region_id))
    own = _cards(Round.objects.filter(municipality=municipality))
    names = Text(f"de regio {municipality.region.name}", f"the region {municipality.region.name}")
    home = Text(f"de gemeente {municipality.name}", f"the municipality of {municipality.name}")
    found = {card.measure: each for card in own if (each := _evidence(card, home))}
    for card in region:
        evidence = _evidence(card, names)
        if evidence and (evidence.may_be_used or card.measure not in found):
            found[card.measure] = evidence
    return found


def studies_by_kind() -> dict[str, tuple[StudyEvidence, ...]]:
    """Return the published studies by kind of measure, each with its first figure in words."""
    found: dict[str, tuple[StudyEvidence, ...]] = {}
    for study in queries.studies():
        card = study_card(study)
        one = StudyEvidence(
            key=study.slug,
            title=study.title_words,
            words=join([study.summary_words, *(line.words for line in card.lines[:1])]),
            people=study.people_words,
            where=card.where,
            randomised=study.randomised,
            citation=study.citation,
            url=study.url or f"https://doi.org/{study.doi}",
        )
        found[study.measure_kind] = (*found.get(study.measure_kind, ()), one)
    return found


def _cards(rounds: QuerySet[Round]) -> list[MeasureCard]:
    """Return the finished cards against "not now" of the newest round that was finished."""
    done = rounds.filter(state=RunState.DONE).order_by("-pk").values("pk")[:1]
    found = MeasureCard.objects.filter(round__in=done, state=RunState.DONE, against="")
    return list(found.select_related("round").defer("card", "brief"))


def _evidence(card: MeasureCard, place: Text) -> RegionalEvidence | None:
    reference = f"{card.round.public_id}/{card.measure}"
    own = card.municipality_id is not None
    return _condensed(card.pk, str(card.finished_at), reference, place, own=own)


@lru_cache(maxsize=2048)
def _condensed(
    pk: int, finished_at: str, reference: str, place: Text, *, own: bool
) -> RegionalEvidence | None:
    """Return the few figures of a card, which no longer changes once it is finished.

    The caller read ``pk`` within its own scope; ``finished_at`` tells a card that was
    made again from the one before.
    """
    del finished_at
    stored = MeasureCard.objects.values_list("card", flat=True).get(pk=pk)
    if stored is None:
        return None
    written = json.dumps(stored, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    try:
        card = from_json(EvidenceCard, stored)
    except ValueError:
        # Stored by an earlier version with other fields; computing again gives today's.
        return None
    digest = hashlib.sha256(written.encode()).hexdigest()
    evidence = regional_evidence(card, place, reference, digest)
    return evidence if own else _rounded(evidence)


def _rounded(evidence: RegionalEvidence) -> RegionalEvidence:
    """Return the region's figures with numbers of people rounded, as everywhere outside."""

    def counted(point: PerHundred) -> PerHundred:
        treated, compared = (REGION.round(n) for n in (point.treated, point.compared))
        return replace(point, treated=treated, compared=compared)

    return replace(
        evidence,
        points=tuple(map(counted, evidence.points)),
        groups=tuple(replace(one, point=counted(one.point)) for one in evidence.groups),
    )

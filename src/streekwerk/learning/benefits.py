"""Read what is known by person, for advice: from the very card that advice stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from streekwerk.accounts.models import Municipality
from streekwerk.advice import PerHundred, PersonalEvidence, RegionalEvidence
from streekwerk.evidence.benefit.benefit import Benefit, Level, PersonBenefit
from streekwerk.evidence.benefit.codec import decode
from streekwerk.learning.advice_queries import evidence_for
from streekwerk.learning.models import MeasureBenefit, RunState

_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class StoredBenefit:
    """A benefit with the SHA-256 of the text it is stored as."""

    benefit: Benefit
    digest: str


def benefits_of(evidence: Mapping[str, RegionalEvidence]) -> dict[str, StoredBenefit]:
    """Return the benefit of every measure whose card may be used, by code: one query.

    ``evidence`` is that of :func:`streekwerk.learning.advice_queries.evidence_for`, and each
    benefit that of the very card, so that their averages are one. A measure without a
    finished benefit is absent.
    """
    usable = {e.card: measure for measure, e in evidence.items() if e.may_be_used}
    if not usable:
        return {}
    found = MeasureBenefit.objects.filter(
        card__round__public_id__in={card.split("/")[0] for card in usable},
        card__against="",
        state=RunState.DONE,
    ).values_list("pk", "digest", "card__round__public_id", "card__measure")
    benefits = {}
    for pk, digest, public_id, measure in found:
        if usable.get(f"{public_id}/{measure}") != measure:
            continue
        benefit = _read(pk, digest)
        if benefit is not None:
            benefits[measure] = StoredBenefit(benefit, digest)
    return benefits


def benefit_for(municipality: Municipality, measure: str) -> Benefit | None:
    """Return what is known by person of one measure, or None."""
    found = benefits_of(evidence_for(municipality)).get(measure)
    return None if found is None else found.benefit


def personal_evidence(
    evidence: Mapping[str, RegionalEvidence], situation: Mapping[str, object]
) -> dict[str, PersonalEvidence]:
    """Return what is shown for one person, by code of measure.

    ``situation`` holds what advice may know of the person, by feature.
    """
    return {
        measure: shown
        for measure, stored in benefits_of(evidence).items()
        if (shown := _evidence(stored, stored.benefit.for_person(situation))) is not None
    }


def _evidence(stored: StoredBenefit, shown: PersonBenefit) -> PersonalEvidence | None:
    hundred, benefit = shown.per_hundred, stored.benefit
    if shown.level is Level.NOTHING or hundred is None or shown.without is None:
        return None
    estimate, low, high = (round(value, _DECIMALS) for value in hundred)
    return PersonalEvidence(
        level=shown.level.value,
        why=shown.why,
        about=shown.level.words if shown.group is None else shown.group,
        point=PerHundred(
            int(benefit.outcome.horizon_months or 0),
            estimate,
            low,
            high,
            round(100 * shown.without, _DECIMALS),
            shown.n_treated,
            shown.n_comparison,
        ),
        version=benefit.code_version,
        hash=stored.digest,
    )


@lru_cache(maxsize=64)
def _read(pk: int, digest: str) -> Benefit | None:
    """Return a stored benefit, which never changes; None if this version cannot read it.

    The caller read ``pk`` and ``digest`` within its own scope.
    """
    del digest
    stored = MeasureBenefit.objects.values_list("benefit", flat=True).get(pk=pk)
    try:
        return decode(stored or "")
    except ValueError:
        return None

"""Evidence cards: one shape for what we found ourselves and what others published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import User
from streekwerk.evidence.results.evaluation import Evaluation as Result
from streekwerk.evidence.results.evaluation import Finding
from streekwerk.evidence.trial.table import Scale
from streekwerk.learning import queries
from streekwerk.learning.models import (
    Evaluation,
    MeasureKind,
    OutcomeKind,
    Study,
    StudyEstimate,
)
from streekwerk.vocabulary.language import Text

PER_100_PEOPLE = Text("van de 100 mensen", "of every 100 people")


class Verdict(Enum):
    """What a figure tells; most honest figures tell that we do not know."""

    HELPED = "helped"
    HARMED = "harmed"
    UNKNOWN = "unknown"
    NO_INTERVAL = "no_interval"
    UNFAIR = "unfair"

    @property
    def words(self) -> Text:
        """Say it to anybody."""
        return _VERDICT_WORDS[self]


_VERDICT_WORDS = {
    Verdict.HELPED: Text("Hielp", "Helped"),
    Verdict.HARMED: Text("Werkte averechts", "Did harm"),
    Verdict.UNKNOWN: Text("We weten het niet", "We do not know"),
    Verdict.NO_INTERVAL: Text("Onzekerheid niet gepubliceerd", "Uncertainty not published"),
    Verdict.UNFAIR: Text("Geen eerlijke vergelijking", "Not a fair comparison"),
}


class Source(Enum):
    """Where a card comes from."""

    OWN = "own"
    REGION = "region"
    STUDY = "study"

    @property
    def words(self) -> Text:
        """Name the source."""
        return _SOURCE_WORDS[self]


_SOURCE_WORDS = {
    Source.OWN: Text("Eigen evaluatie, nog niet openbaar", "Own evaluation, not public yet"),
    Source.REGION: Text("Evaluatie uit de regio", "Evaluation from the region"),
    Source.STUDY: Text("Gepubliceerd onderzoek", "Published study"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a card. ``interval`` is (estimate, low, high), or None if unknown."""

    label: Text
    group: Text
    words: Text
    unit: Text
    interval: tuple[float, float, float] | None
    verdict: Verdict
    horizon_months: float | None
    higher_is_better: bool
    n: int | None


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one comparison, and where it comes from."""

    key: str
    source: Source
    measure: MeasureKind
    outcome: OutcomeKind
    title: Text
    summary: Text
    where: Text
    lines: tuple[Line, ...]

    @property
    def leading(self) -> Line:
        """Return the figure to quote: the first outcome, at its longest horizon."""
        first = self.lines[0]
        same = [ln for ln in self.lines if (ln.label, ln.group) == (first.label, first.group)]
        return max(same, key=lambda line: line.horizon_months or 0)

    @property
    def verdict(self) -> Verdict:
        """Return what the leading figure tells."""
        return self.leading.verdict


def study_card(study: Study) -> Card:
    """Return the card of a published study with its prefetched figures."""
    return Card(
        key=study.slug,
        source=Source.STUDY,
        measure=study.kind,
        outcome=OutcomeKind(study.outcome_kind),
        title=study.title_words,
        summary=study.summary_words,
        where=Text(
            f"{_COUNTRIES.get(study.country, Text(study.country, study.country)).nl}, "
            f"{study.period}",
            f"{_COUNTRIES.get(study.country, Text(study.country, study.country)).en}, "
            f"{study.period}",
        ),
        lines=tuple(_study_line(estimate) for estimate in study.estimates.all()),
    )


_COUNTRIES = {
    "NL": Text("Nederland", "The Netherlands"),
    "US": Text("Verenigde Staten", "United States"),
}


def _study_line(estimate: StudyEstimate) -> Line:
    interval = estimate.interval
    known = None
    if interval is not None and estimate.effect is not None:
        known = (estimate.effect, *interval)
    return Line(
        label=estimate.outcome_words,
        group=estimate.group_words,
        words=estimate.result_words,
        unit=estimate.unit_words,
        interval=known,
        verdict=_verdict(known, better_up=estimate.higher_is_better),
        horizon_months=estimate.horizon_months,
        higher_is_better=estimate.higher_is_better,
        n=estimate.n,
    )


def evaluation_card(evaluation: Evaluation, result: Result) -> Card:
    """Return the card of an evaluation of our own; binary outcomes are told per 100 people."""
    return Card(
        key=str(evaluation.public_id),
        source=Source.REGION if evaluation.is_published else Source.OWN,
        measure=evaluation.kind,
        outcome=OutcomeKind(evaluation.outcome_kind),
        title=evaluation.title_words,
        summary=result.findings[0].sentence,
        where=Text(f"door {evaluation.municipality}", f"by {evaluation.municipality}"),
        lines=tuple(finding_line(finding, result) for finding in result.findings),
    )


def finding_line(finding: Finding, result: Result) -> Line:
    """Return the leading figure of a finding."""
    effect, outcome = finding.leading, finding.outcome
    per_100 = outcome.scale is Scale.BINARY
    factor = 100.0 if per_100 else 1.0
    interval = (effect.estimate * factor, effect.low * factor, effect.high * factor)
    arm = next(arm.label for arm in result.arms if arm.code == finding.arm)
    verdict = _verdict(interval, better_up=outcome.higher_is_better)
    return Line(
        label=outcome.label,
        group=arm,
        words=finding.sentence,
        unit=PER_100_PEOPLE if per_100 else outcome.unit or outcome.label,
        interval=interval,
        verdict=verdict if finding.causal else Verdict.UNFAIR,
        horizon_months=outcome.horizon_months,
        higher_is_better=outcome.higher_is_better,
        n=effect.n_treated + effect.n_comparison,
    )


def _verdict(interval: tuple[float, float, float] | None, *, better_up: bool) -> Verdict:
    if interval is None:
        return Verdict.NO_INTERVAL
    _, low, high = interval
    if low <= 0 <= high:
        return Verdict.UNKNOWN
    return Verdict.HELPED if (low > 0) == better_up else Verdict.HARMED


def all_cards(user: User | AnonymousUser) -> tuple[Card, ...]:
    """Return what ``user`` may read: own saved work first, then the region's, then studies."""
    own = (*queries.saved_for(user), *queries.published())
    evaluated = ((evaluation, queries.result_of(evaluation)) for evaluation in own)
    return (
        *(evaluation_card(e, result) for e, result in evaluated if result and result.findings),
        *(study_card(study) for study in queries.studies()),
    )


def chosen(
    cards: Iterable[Card], *, measure: str = "", outcome: str = "", source: str = ""
) -> tuple[Card, ...]:
    """Return the cards that match every filter given; an empty filter matches all."""
    return tuple(
        card
        for card in cards
        if measure in {"", card.measure.value}
        and outcome in {"", card.outcome.value}
        and source in {"", _group(card.source)}
    )


def _group(source: Source) -> str:
    return "study" if source is Source.STUDY else "region"


def counts(cards: Sequence[Card]) -> dict[Verdict, int]:
    """Return how many cards give each verdict."""
    return {verdict: sum(card.verdict is verdict for card in cards) for verdict in Verdict}

"""The computing itself: from stored records to a cohort, an audit and cards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from streekwerk.evidence.cards.audit import SelectionAudit
from streekwerk.evidence.cards.build import CardTask, audit_region, build_card, card_tasks
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.results.codec import from_json, to_json
from streekwerk.learning.brief import brief_of
from streekwerk.learning.cohort import overview_of
from streekwerk.learning.comparing import worded_for_two
from streekwerk.learning.disclosure import card_for_region, overview_for_region
from streekwerk.learning.market import with_market
from streekwerk.learning.models import MeasureCard, Round
from streekwerk.learning.panels import Cohort, cohort_of, newest_start


@dataclass(frozen=True, slots=True)
class Counted:
    """A cohort at a glance, the audit of how people were chosen, and what to make cards of."""

    cohort: dict[str, Any]
    audit: dict[str, Any]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A card, in short and whole."""

    brief: dict[str, Any]
    card: dict[str, Any]


def count(round_: Round) -> Counted:
    """Count the cohort of a round."""
    cohort = _cohort(round_)
    tasks = card_tasks(cohort.panel)
    selection = audit_region(cohort.panel, cohort.timeline, _settings(round_))
    overview = overview_of(cohort.panel, cohort.report, cohort.market)
    if round_.municipality_id is None:
        overview = overview_for_region(overview)
    return Counted(
        cohort=to_json(overview),
        audit=to_json(selection),
        measures=tuple(task.measure for task in tasks),
    )


def make(card: MeasureCard, tell: Callable[[int, int], None]) -> Made:
    """Make one card; it depends on the round's records and seed alone.

    Of the region's cards nothing is kept but what may be told: see ``learning.disclosure``.
    """
    round_ = card.round
    if round_.audit is None:
        raise ValueError("a card needs the audit of its round")
    cohort = _cohort(round_)
    made = build_card(
        cohort.panel,
        cohort.timeline,
        CardTask(card.measure, card.against or None),
        from_json(SelectionAudit, round_.audit),
        _settings(round_),
        tell,
    )
    told = with_market(worded_for_two(made), cohort.market)
    if round_.municipality_id is None:
        told = card_for_region(told)
    newest = newest_start(cohort.panel, card.measure, made.main_horizon)
    return Made(brief=to_json(brief_of(told, newest)), card=to_json(told))


def _cohort(round_: Round) -> Cohort:
    return cohort_of(tuple(round_.deliveries), tuple(round_.left_out))


def _settings(round_: Round) -> CardSettings:
    return CardSettings(seed=round_.seed)

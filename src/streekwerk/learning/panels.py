"""The panel of a round, from the stored records of its deliveries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from streekwerk.deliveries.queries import register_tables
from streekwerk.evidence.cohort.build import build_cohort
from streekwerk.evidence.cohort.load import load_panel
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.cohort.rules import CohortReport
from streekwerk.evidence.target_trial.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Cohort:
    """A panel with its running counts, and what was repaired to build it."""

    panel: Panel
    timeline: Timeline
    report: CohortReport


@lru_cache(maxsize=1)
def cohort_of(deliveries: tuple[int, ...]) -> Cohort:
    """Build the cohort of these deliveries; a worker keeps the last one, for card after card.

    Records never change, so the same ids give the same cohort.

    Raises
    ------
    ValueError : no benefits were delivered.
    """
    with register_tables(deliveries) as tables:
        report = build_cohort(tables)
        panel = load_panel(tables)
    return Cohort(panel, Timeline.of(panel), report)

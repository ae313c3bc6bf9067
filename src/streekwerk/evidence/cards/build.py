"""Make evidence cards: emulate, judge the design, open the outcomes, say what is known.

Every card is a task of its own: it needs the panel, the settings and the region's audit,
and finds its random numbers by its own key. Made one by one, on several machines or in
another order, cards are the same to the last bit.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from streekwerk import __version__
from streekwerk.evidence.cards.audit import Scores, SelectionAudit, audit, scores_of
from streekwerk.evidence.cards.card import EvidenceCard, GroupResult, HorizonResult
from streekwerk.evidence.cards.cells import TOO_FEW, large_enough
from streekwerk.evidence.cards.groups import group_results
from streekwerk.evidence.cards.immediate import immediate_exits
from streekwerk.evidence.cards.judge import judge, words_of
from streekwerk.evidence.cards.robust import sensitivity_check
from streekwerk.evidence.cards.settings import CardSettings
from streekwerk.evidence.cards.traps import traps, unknown
from streekwerk.evidence.cohort.months import first_day
from streekwerk.evidence.cohort.panel import Panel
from streekwerk.evidence.evaluate import Settings, evaluate
from streekwerk.evidence.results.check import Check, Light
from streekwerk.evidence.results.evaluation import Finding
from streekwerk.evidence.target_trial.eligibility import open_months
from streekwerk.evidence.target_trial.emulate import TargetTrial, emulate
from streekwerk.evidence.target_trial.protocol import SUSTAINED_WORK, TargetTrialProtocol
from streekwerk.evidence.target_trial.timeline import Timeline
from streekwerk.registers.codes import MeasureType
from streekwerk.vocabulary.language import Text

AUDIT_HORIZON = 4
"""Months of follow-up of the trials in the audit: the fewest that a protocol allows."""
AUDIT_CONTROLS, AUDIT_ROWS = 30, 200_000
"""Controls per start in the audit, fewer where that would make more rows than this."""


@dataclass(frozen=True, slots=True)
class CardTask:
    """One card to make: a measure against "not now" or against another measure."""

    measure: str
    against: str | None = None

    def generator(self, seed: int, horizon: int) -> np.random.Generator:
        """Return the random numbers of this card's analysis at a horizon."""
        key = (zlib.crc32(f"{self.measure}/{self.against or ''}".encode()), horizon)
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key)))


def card_tasks(panel: Panel) -> tuple[CardTask, ...]:
    """Return a task for every measure that started within the panel, by code."""
    known = set(MeasureType)
    return tuple(
        CardTask(code)
        for code in panel.episodes.types
        if code in known and panel.starts(code)[0].size
    )


def measure_scores(
    panel: Panel, timeline: Timeline, measure: str, settings: CardSettings
) -> Scores | None:
    """Return what one measure adds to the region's audit; None when nobody can be compared."""
    # Nobody's outcome is looked at: the shortest follow-up keeps the most starts, and more
    # people beside them make the past of those who did not start more certain.
    starts = max(1, panel.starts(measure)[0].size)
    most = min(AUDIT_CONTROLS, AUDIT_ROWS // starts)
    protocol = TargetTrialProtocol(
        measure,
        horizon=AUDIT_HORIZON,
        controls_per_start=max(settings.controls_per_start, most),
    )
    table = emulate(panel, timeline, protocol, settings.seed).table
    if table is None:
        return None
    with threadpool_limits(limits=1):
        return scores_of(table, measure)


def audit_region(panel: Panel, timeline: Timeline, settings: CardSettings) -> SelectionAudit:
    """Return the audit over all measures of the panel."""
    found = (measure_scores(panel, timeline, t.measure, settings) for t in card_tasks(panel))
    return audit(each for each in found if each is not None)


def build_card(
    panel: Panel,
    timeline: Timeline,
    task: CardTask,
    selection: SelectionAudit,
    settings: CardSettings,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> EvidenceCard:
    """Return the evidence card of ``task``.

    ``timeline`` is that of ``panel``; ``selection`` is the audit of the region.
    ``progress`` is called with the number of horizons done and their total; an exception
    it raises stops the work and passes through.
    """
    results, main = [], None
    # One thread per process: sums do not depend on the number of processors.
    with threadpool_limits(limits=1):
        for done, months in enumerate(settings.horizons):
            progress(done, len(settings.horizons))
            trial = emulate(panel, timeline, _protocol(task, months, settings), settings.seed)
            results.append(_result(trial, task, settings))
            main = trial if months == settings.main_horizon else main
        progress(len(settings.horizons), len(settings.horizons))
        checks = [selection.check(), None if main is None else immediate_exits(main, timeline)]
        return _card(panel, task, tuple(results), main, checks, settings)


def build_cards(
    panel: Panel,
    settings: CardSettings,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterable[EvidenceCard]:
    """Yield the cards of all measures of a region, one after the other."""
    timeline, tasks = Timeline.of(panel), card_tasks(panel)
    progress(0, len(tasks) + 1)
    selection = audit_region(panel, timeline, settings)
    for done, task in enumerate(tasks, start=1):
        progress(done, len(tasks) + 1)
        yield build_card(panel, timeline, task, selection, settings)
    progress(len(tasks) + 1, len(tasks) + 1)


def _protocol(task: CardTask, horizon: int, settings: CardSettings) -> TargetTrialProtocol:
    return TargetTrialProtocol(
        task.measure,
        task.against,
        horizon=horizon,
        controls_per_start=settings.controls_per_start,
    )


def _result(trial: TargetTrial, task: CardTask, settings: CardSettings) -> HorizonResult:
    months = trial.protocol.horizon
    if trial.table is None:
        return HorizonResult(months, trial.flow, None, (_nobody(months),))
    table, few = large_enough(trial.table, settings.smallest_cell)
    too_few = (*few, *trial.left_out)
    if table is None:
        return HorizonResult(months, trial.flow, None, too_few)
    judging, evaluating = task.generator(settings.seed, months).spawn(2)
    design = judge(table, judging)
    chosen = Settings(seed=settings.seed, boosted=settings.boosted)
    found = evaluate(table, design, evaluating, settings=chosen)
    return HorizonResult(months, trial.flow, found, too_few)


def _card(
    panel: Panel,
    task: CardTask,
    results: tuple[HorizonResult, ...],
    main: TargetTrial | None,
    found: list[Check | None],
    settings: CardSettings,
) -> EvidenceCard:
    protocol = _protocol(task, settings.main_horizon, settings)
    leading = _leading(results, settings.main_horizon)
    checks = tuple(
        check
        for check in (*found, sensitivity_check(leading) if leading else None)
        if check is not None
    )
    verdict, reason = _verdict(results, checks, settings.main_horizon)
    groups, differ = _groups(main, results, settings)
    first, last = _span(panel, settings)
    return EvidenceCard(
        measure=task.measure,
        label=protocol.measure_label,
        against=task.against,
        against_label=protocol.against_label,
        municipalities=panel.municipalities,
        first_month=first,
        last_month=last,
        protocol=protocol.as_table(),
        results=results,
        main_horizon=settings.main_horizon,
        checks=checks,
        verdict=verdict,
        reason=reason,
        groups=groups,
        groups_differ=differ,
        unknown=unknown(results, task.against),
        traps=traps(task.measure, results, leading),
        seed=settings.seed,
        code_version=__version__,
    )


def _leading(results: tuple[HorizonResult, ...], months: int) -> Finding | None:
    for each in results:
        if each.months == months and each.evaluation is not None:
            for finding in each.evaluation.findings:
                if finding.outcome.name == SUSTAINED_WORK:
                    return finding
    return None


def _verdict(
    results: tuple[HorizonResult, ...], checks: tuple[Check, ...], months: int
) -> tuple[Light | None, Text]:
    """Return the worst light of the main design and of the card's own checks, and why."""
    main = next(each for each in results if each.months == months)
    if main.evaluation is None:
        return None, main.too_few[0] if main.too_few else TOO_FEW
    every = (*main.evaluation.design.arms[0].checks, *checks)
    return max(check.light for check in every), words_of(every)


def _groups(
    main: TargetTrial | None, results: tuple[HorizonResult, ...], settings: CardSettings
) -> tuple[tuple[GroupResult, ...], Text | None]:
    leading = _leading(results, settings.main_horizon)
    if main is None or main.table is None or leading is None:
        return (), None
    return group_results(
        main.table, SUSTAINED_WORK, leading.leading.estimand, settings.smallest_cell
    )


def _span(panel: Panel, settings: CardSettings) -> tuple[str, str]:
    """Return the first and last month of time zero at the shortest horizon."""
    first, end = open_months(panel, TargetTrialProtocol("40", horizon=settings.horizons[0]))
    months = (int(first.min()), int(end.max()) - 1)
    start, last = (first_day(panel.first_month + month) for month in months)
    return f"{start:%Y-%m}", f"{last:%Y-%m}"


def _nobody(months: int) -> Text:
    return Text(
        f"Te weinig gegevens: over {months} maanden is niemand te vergelijken.",
        f"Too little data: nobody can be compared over {months} months.",
    )

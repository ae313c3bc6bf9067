"""Open the outcomes of a trial whose design has been judged, and say what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np
from threadpoolctl import threadpool_limits

from streekwerk import __version__
from streekwerk.evidence.effects import words
from streekwerk.evidence.effects.comparison import Comparison, comparison_of
from streekwerk.evidence.effects.few import few_events, steadied
from streekwerk.evidence.effects.randomised import difference_in_means, lin
from streekwerk.evidence.effects.sensitivity import sensitivity
from streekwerk.evidence.effects.side_by_side import Candidate, Effort, planned_effort, side_by_side
from streekwerk.evidence.effects.take_up import wald
from streekwerk.evidence.results.design import ArmDesign, DesignReport
from streekwerk.evidence.results.effect import Effect, Estimand
from streekwerk.evidence.results.evaluation import (
    ArmCount,
    Evaluation,
    Finding,
    OutcomeLabel,
    Sensitivity,
)
from streekwerk.evidence.results.wording import finding_sentence
from streekwerk.evidence.trial.table import Assignment, Outcome, TrialTable
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be chosen beforehand; nothing here can be chosen by its result.

    Attributes
    ----------
    seed : recorded with the evaluation; make the generator from it.
    level : of the intervals.
    estimand : to ask for another average than the design's; refused with a reason
        where the overlap does not allow it. Experiments always give the ATE.
    boosted : whether gradient-boosted helper models stand beside the linear ones.
    """

    seed: int = 0
    level: float = 0.95
    estimand: Estimand | None = None
    boosted: bool = True


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an evaluation is: ``done`` of ``total`` steps, and on what."""

    done: int
    total: int
    what: Text


class RefusedError(ValueError):
    """Something was asked that the design does not allow; ``reason`` is for people."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.nl)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Task:
    """One outcome of one arm."""

    outcome: Outcome
    design: ArmDesign
    estimand: Estimand
    comparison: Comparison
    labels: dict[str, Text]


def evaluate(
    trial: TrialTable,
    design: DesignReport,
    rng: np.random.Generator,
    *,
    settings: Settings = Settings(),
    progress: Callable[[Progress], None] | None = None,
) -> Evaluation:
    """Return what ``trial`` says of every arm against the first on every outcome.

    ``progress`` is called between steps; an exception it raises stops the
    evaluation and passes through. The result depends on the data and ``rng``
    alone, not on the number of processors. Raises ValueError when ``design``
    judged another trial, and :class:`RefusedError` when ``settings`` ask for an
    average that the overlap does not allow.
    """
    if design.trial_fingerprint != trial.fingerprint():
        raise ValueError(
            "the design report judged another trial; make a new one with design_report"
        )
    tasks, left_out = _tasks(trial, design, settings)
    ends = list(accumulate(_steps(task, trial, settings) for task in tasks))
    report = _Reporter(progress, ends[-1] if ends else 0)
    findings = []
    with threadpool_limits(limits=1):
        for task, stream, end in zip(tasks, rng.spawn(len(tasks)), ends, strict=True):
            findings.append(_finding(trial.assignment, task, stream, settings, report))
            report.step(task.outcome.label, to=end)
    return Evaluation(
        title=trial.title,
        assignment=trial.assignment,
        arms=tuple(
            ArmCount(a.code, a.label, n) for a, n in zip(trial.arms, trial.n_per_arm, strict=True)
        ),
        design=design,
        findings=tuple(findings),
        assumptions=words.assumptions(trial, {task.estimand for task in tasks}),
        seed=settings.seed,
        code_version=__version__,
        data_fingerprint=trial.fingerprint(),
        left_out=left_out,
    )


class _Reporter:
    """Counts steps and tells whoever listens."""

    def __init__(self, listener: Callable[[Progress], None] | None, total: int) -> None:
        self._listener, self._total, self._done = listener, total, 0

    def step(self, what: Text, *, to: int | None = None) -> None:
        """Count one step, or on to step ``to`` when planned work turned out not to be needed."""
        self._done = self._done + 1 if to is None else to
        if self._listener is not None:
            self._listener(Progress(min(self._done, self._total), self._total, what))


def _tasks(
    trial: TrialTable, design: DesignReport, settings: Settings
) -> tuple[list[_Task], tuple[Text, ...]]:
    tasks, left_out = [], []
    labels = {c.name: c.label for c in trial.covariates}
    for k, arm in enumerate(trial.arms[1:], start=1):
        pair, judged = trial.two_arms(k), design.of(arm.code)
        estimand = _estimand(trial.assignment, judged, settings)
        for outcome in pair.outcomes:
            comparison = comparison_of(pair, outcome)
            if comparison is None:
                left_out.append(words.nobody_left(outcome, arm))
            else:
                tasks.append(_Task(outcome, judged, estimand, comparison, labels))
    return tasks, tuple(left_out)


def _estimand(assignment: Assignment, design: ArmDesign, settings: Settings) -> Estimand:
    asked = settings.estimand
    if asked is None or asked is design.estimand:
        return design.estimand
    if assignment is Assignment.RANDOMISED or asked is Estimand.LATE:
        raise RefusedError(words.other_average(asked))
    for refusal in design.refused:
        if refusal.estimand is asked:
            raise RefusedError(refusal.reason)
    return asked


def _steps(task: _Task, trial: TrialTable, settings: Settings) -> int:
    if trial.assignment is Assignment.RANDOMISED:
        return 1
    return 1 + _effort(task, settings).steps


def _effort(task: _Task, settings: Settings) -> Effort:
    effort = planned_effort(task.comparison)
    return effort if settings.boosted else replace(effort, boosted=0)


def _finding(
    assignment: Assignment,
    task: _Task,
    rng: np.random.Generator,
    settings: Settings,
    report: _Reporter,
) -> Finding:
    find = _experiment if assignment is Assignment.RANDOMISED else _observed
    leading, beside, flags, robust = find(task, rng, settings, report)
    o = task.outcome
    label = OutcomeLabel(
        o.name, o.label, o.scale, o.horizon_months, o.unit, o.event, o.higher_is_better
    )
    causal = task.design.causal
    return Finding(
        outcome=label,
        arm=task.design.arm,
        causal=causal,
        leading=leading,
        beside=tuple(beside),
        sentence=finding_sentence(label, leading, task.design, assignment, causal),
        flags=(*few_events(task.comparison), *flags),
        sensitivity=robust,
    )


_Found = tuple[Effect, list[Effect], list[Text], Sensitivity | None]


def _experiment(
    task: _Task, rng: np.random.Generator, settings: Settings, report: _Reporter
) -> _Found:
    """Lin's figure leads, the plain difference and the effect of taking part stand beside."""
    del rng, report
    comparison, level = task.comparison, settings.level
    leading, fit = lin(comparison, level)
    flags = words.adjustment_flags(comparison, fit.adjustment)
    beside = [difference_in_means(comparison, level)]
    for adjust in (False, True):
        taken = wald(comparison, level, adjust=adjust)
        if taken is None:
            continue
        if taken.effect is not None:
            beside.append(taken.effect)
        if taken.weak and not adjust:
            flags.append(words.weak_offer(taken))
    return steadied(comparison, leading), [steadied(comparison, e) for e in beside], flags, None


def _observed(
    task: _Task, rng: np.random.Generator, settings: Settings, report: _Reporter
) -> _Found:
    """Several methods side by side, a naive difference for contrast, and the sensitivity."""
    comparison, level = task.comparison, settings.level
    effort = _effort(task, settings)
    label = task.outcome.label
    found = side_by_side(
        comparison, task.estimand, rng, effort=effort, step=lambda: report.step(label)
    )
    flags = [words.disagreement(found.leading, other) for other in found.disagreeing]
    effects = [
        steadied(comparison, effect)
        for effect in _effects(task, (found.leading, *found.beside), level)
    ]
    naive = difference_in_means(comparison, level, task.estimand)
    robust = sensitivity(comparison, found.leading, task.labels, level)
    return effects[0], [*effects[1:], steadied(comparison, naive)], flags, robust


def _effects(task: _Task, candidates: tuple[Candidate, ...], level: float) -> Iterator[Effect]:
    for c in candidates:
        yield task.comparison.effect(c.estimate, c.method, task.estimand, c.comparison_mean, level)

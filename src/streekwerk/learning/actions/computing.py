"""The computations themselves: design first, effects only after the outcome was opened."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from django.db import transaction
from django.utils import timezone

from streekwerk.evidence.design.report import design_report
from streekwerk.evidence.evaluate import Progress, Settings, evaluate
from streekwerk.evidence.results.codec import to_json
from streekwerk.evidence.trial.build import build_trial
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.evidence.trial.table import TrialTable
from streekwerk.learning import queries
from streekwerk.learning.models import Evaluation, Run, RunKind, RunState, State
from streekwerk.vocabulary.language import Text

READING = Text("Bestand lezen", "Reading the file")
JUDGING = Text(
    "Groepen vergelijken, zonder naar de uitkomst te kijken",
    "Comparing the groups without looking at the outcome",
)
READY = Text("Klaar", "Done")


def compute(run: Run) -> None:
    """Compute ``run`` and store what came out, in one transaction with the run's end."""
    tell(run, 1, READING)
    evaluation = run.evaluation
    trial = _trial(evaluation)
    if run.kind == RunKind.DESIGN:
        tell(run, 20, JUDGING)
        _store(
            run, design=to_json(design_report(trial, _generator(evaluation))), state=State.DESIGNED
        )
    else:
        design = queries.design_of(evaluation)
        if design is None or not evaluation.is_opened:
            raise PermissionError("the outcome is sealed until its design was judged and opened")
        result = evaluate(
            trial,
            design,
            _generator(evaluation),
            settings=Settings(seed=evaluation.seed),
            progress=_teller(run),
        )
        _store(run, result=to_json(result), code_version=result.code_version, state=State.DONE)


def tell(run: Run, percent: int, doing: Text) -> None:
    """Say how far it is; seen at once by whoever waits."""
    run.percent, run.doing = percent, doing.as_json()
    run.save(update_fields=["percent", "doing"])


def _teller(run: Run) -> Callable[[Progress], None]:
    def progress(step: Progress) -> None:
        percent = min(99, 5 + 94 * step.done // max(1, step.total))
        if percent != run.percent:
            tell(run, percent, step.what)

    return progress


def _trial(evaluation: Evaluation) -> TrialTable:
    if evaluation.specification is None:
        raise ValueError("nothing was specified to compute")
    specification = TrialSpecification.from_mapping(evaluation.specification)
    trial = build_trial(queries.raw_table(evaluation.dataset), specification)
    if trial.fingerprint() != evaluation.data_fingerprint:
        raise ValueError("the stored file no longer gives the trial that was specified")
    return trial


def _generator(evaluation: Evaluation) -> np.random.Generator:
    return np.random.default_rng(evaluation.seed)


@transaction.atomic
def _store(run: Run, *, state: State, **fields: object) -> None:
    Evaluation.objects.filter(pk=run.evaluation_id).update(state=state, **fields)
    run.state, run.percent, run.finished_at = RunState.DONE, 100, timezone.now()
    run.doing = READY.as_json()
    run.save(update_fields=["state", "percent", "finished_at", "doing"])

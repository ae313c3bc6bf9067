"""Small made-up files of records, and evaluations on their way through the house."""

from __future__ import annotations

import csv
import io

import numpy as np

from streekwerk.accounts.models import User
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.learning.actions import opening, preparing
from streekwerk.learning.actions.runs import perform
from streekwerk.learning.models import Evaluation, MeasureKind, OutcomeKind, RunState

SPECIFICATION = {
    "title": {"nl": "Scholing in de techniek", "en": "Technical training"},
    "assignment": "randomised",
    "arm": "groep",
    "comparison": "geen",
    "person": "persoon",
    "arm_labels": {"scholing": {"nl": "scholing", "en": "training"}},
    "covariates": ["leeftijd", "opleiding"],
    "placebos": ["werk_voor"],
    "outcomes": [
        {
            "column": f"werk_na_{months}",
            "label": {"nl": "Werk", "en": "Work"},
            "event": {"nl": "vinden werk", "en": "find work"},
            "horizon_months": months,
        }
        for months in (6, 12)
    ],
}


def experiment(n: int = 240, seed: int = 7) -> bytes:
    """Return a CSV of an experiment of ``n`` people in which training helps after a year."""
    rng = np.random.default_rng(seed)
    out = io.StringIO()
    write = csv.writer(out)
    outcomes = ["werk_voor", "werk_na_6", "werk_na_12"]
    write.writerow(["persoon", "groep", "leeftijd", "opleiding", *outcomes, "naam"])
    for k in range(n):
        treated = k % 2 == 0
        chances = (0.3, 0.25 if treated else 0.35, 0.6 if treated else 0.3)
        before, six, twelve = (int(rng.random() < chance) for chance in chances)
        school = ("vmbo", "mbo", "hbo")[int(rng.integers(3))]
        group = "scholing" if treated else "geen"
        age = int(rng.integers(20, 60))
        write.writerow([f"p{k:04}", group, age, school, before, six, twelve, f"Persoon {k}"])
    return out.getvalue().encode()


def uploaded(user: User, n: int = 240) -> Evaluation:
    """Return an evaluation of which only the file is there."""
    return preparing.upload(user, "scholing.csv", experiment(n), seed=11)


def specified(user: User, n: int = 240) -> Evaluation:
    """Return an evaluation whose design waits to be judged."""
    evaluation = uploaded(user, n)
    specification = TrialSpecification.from_mapping(SPECIFICATION)
    preparing.specify(user, evaluation, specification, MeasureKind.TRAINING, OutcomeKind.WORK)
    evaluation.refresh_from_db()
    return evaluation


def work_off(evaluation: Evaluation) -> Evaluation:
    """Do what the evaluation waits for, as a worker would, and return it afresh."""
    for run in evaluation.runs.filter(state=RunState.WAITING).order_by("pk"):
        perform(run.pk)
    return Evaluation.objects.get(pk=evaluation.pk)


def designed(user: User, n: int = 240) -> Evaluation:
    """Return an evaluation whose design was judged; its outcome is sealed."""
    return work_off(specified(user, n))


def done(user: User, n: int = 240) -> Evaluation:
    """Return an evaluation with a result."""
    evaluation = designed(user, n)
    opening.open_outcome(user, evaluation)
    return work_off(evaluation)


def published(user: User, officer: User, n: int = 240) -> Evaluation:
    """Return an evaluation that everybody may see."""
    evaluation = done(user, n)
    opening.save(user, evaluation)
    opening.ask_publication(user, evaluation)
    opening.approve_publication(officer, evaluation)
    return Evaluation.objects.get(pk=evaluation.pk)

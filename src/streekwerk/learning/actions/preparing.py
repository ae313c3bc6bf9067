"""From a file to a judged design; the outcome stays sealed."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping

from django.db import transaction

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.evidence.trial.build import build_trial
from streekwerk.evidence.trial.raw import RawTable
from streekwerk.evidence.trial.sources import read_table
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.learning import queries, refusals
from streekwerk.learning.actions.runs import ask_for
from streekwerk.learning.models import Dataset, Evaluation, MeasureKind, OutcomeKind, RunKind, State
from streekwerk.learning.parts import ColumnProfile, guessed, parts_of
from streekwerk.learning.permissions import may_change, may_evaluate
from streekwerk.vocabulary.language import Text

LARGEST_FILE = 50 * 1024 * 1024


def upload(user: User, name: str, content: bytes, *, seed: int | None = None) -> Evaluation:
    """Take in a file and start an evaluation of it.

    The same file twice starts two evaluations of one stored file.

    Raises
    ------
    TrialError : the file is not a readable table.
    Refused : the file is too big.
    """
    require(may_evaluate(user))
    if len(content) > LARGEST_FILE:
        raise refusals.Refused(refusals.TOO_BIG)
    table = read_table(content, name)
    with transaction.atomic():
        columns, parts = guessed(table)
        dataset = _keep(user, name, content, table, columns)
        title = Text(name, name)
        evaluation = Evaluation.objects.create(
            municipality=dataset.municipality,
            dataset=dataset,
            title=title.as_json(),
            parts=parts,
            seed=secrets.randbelow(2**31) if seed is None else seed,
            created_by=user,
        )
        audit.record(
            user, "evaluation.uploaded", evaluation, sha256=dataset.sha256, rows=dataset.rows
        )
    return evaluation


def _keep(
    user: User, name: str, content: bytes, table: RawTable, columns: list[ColumnProfile]
) -> Dataset:
    read = {"rows": table.n, "columns": columns}
    dataset, _ = Dataset.objects.update_or_create(
        municipality=user.municipality,
        sha256=hashlib.sha256(content).hexdigest(),
        name=name,
        # What is read from the same bytes may get better with the reader.
        defaults=read,
        create_defaults={"content": content, "size": len(content), "uploaded_by": user, **read},
    )
    return dataset


@transaction.atomic
def assign_parts(user: User, evaluation: Evaluation, parts: Mapping[str, str]) -> None:
    """Keep the draft of which column plays which part; refused once the outcome was opened."""
    evaluation = _sealed(user, evaluation)
    evaluation.parts = dict(parts)
    evaluation.save(update_fields=["parts"])
    audit.record(user, "evaluation.parts_assigned", evaluation)


def specify(
    user: User,
    evaluation: Evaluation,
    specification: TrialSpecification,
    measure: MeasureKind = MeasureKind.OTHER,
    outcome: OutcomeKind = OutcomeKind.OTHER,
) -> None:
    """Fix what is compared and have its design judged.

    Raises
    ------
    TrialError : the file does not hold what the specification says; by row and column.
    Refused : the outcome was opened already.
    """
    require(may_change(user, evaluation))
    trial = build_trial(queries.raw_table(evaluation.dataset), specification)
    with transaction.atomic():
        evaluation = _sealed(user, evaluation)
        evaluation.title = trial.title.as_json()
        evaluation.measure_kind, evaluation.outcome_kind = measure, outcome
        evaluation.specification = specification.as_mapping()
        evaluation.parts = parts_of(specification)
        evaluation.data_fingerprint = trial.fingerprint()
        evaluation.design = None
        evaluation.state = State.MAPPED
        evaluation.save()
        audit.record(
            user, "evaluation.specified", evaluation, fingerprint=evaluation.data_fingerprint
        )
        ask_for(user, evaluation, RunKind.DESIGN)


def _sealed(user: User, evaluation: Evaluation) -> Evaluation:
    """Lock and return the evaluation, if ``user`` may change it and its outcome is sealed."""
    require(may_change(user, evaluation))
    locked = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    if locked.is_opened:
        raise refusals.Refused(refusals.SEALED_AGAIN)
    return locked

from __future__ import annotations

import asyncio

import pytest
from django.db import IntegrityError, connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.cast import Cast
from tests.learning import files

from streekwerk.learning import queries, tasks
from streekwerk.learning.actions import computing, opening, runs
from streekwerk.learning.models import Evaluation, Run, RunKind, RunState


def test_asking_twice_queues_once(cast: Cast) -> None:
    evaluation = files.specified(cast.alice)
    again = runs.ask_for(cast.alice, evaluation, RunKind.DESIGN)
    assert Run.objects.get() == again
    assert ProcrastinateJob.objects.filter(args__run_id=again.pk).count() == 1
    with pytest.raises(IntegrityError, match="one_unfinished_run"), transaction.atomic():
        Run.objects.create(
            municipality=again.municipality,
            evaluation=evaluation,
            kind=RunKind.DESIGN,
            asked_by=cast.alice,
        )


def test_a_job_delivered_twice_works_once(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    evaluation = files.specified(cast.alice)
    computed = []
    real = computing.compute
    monkeypatch.setattr(computing, "compute", lambda run: (computed.append(run.pk), real(run)))
    run = Run.objects.get()
    runs.perform(run.pk)
    runs.perform(run.pk)
    assert computed == [run.pk]
    assert Evaluation.objects.get(pk=evaluation.pk).design is not None


def test_a_crash_is_stored_with_its_reason_and_can_be_tried_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluation = files.specified(cast.alice)

    def crash(_run: Run) -> None:
        raise ZeroDivisionError("persoon p0001 verdient 1234")

    with monkeypatch.context() as broken:
        broken.setattr(computing, "compute", crash)
        with pytest.raises(ZeroDivisionError):
            runs.perform(Run.objects.get().pk)
    run = Run.objects.get()
    assert run.state == RunState.FAILED
    assert run.failure_words is not None
    assert "Probeer het opnieuw" in run.failure_words.nl
    assert "Try again" in run.failure_words.en
    assert "ZeroDivisionError" in run.failure_words.nl
    assert "1234" not in run.failure_words.nl, "an error may quote a person's record"
    opening.try_again(cast.alice, evaluation)
    assert files.work_off(evaluation).design is not None


def test_a_file_that_changed_does_not_pass_for_the_specified_one(cast: Cast) -> None:
    evaluation = files.specified(cast.alice)
    dataset = evaluation.dataset
    dataset.content = files.experiment(seed=8)
    dataset.save()
    with pytest.raises(ValueError, match="no longer gives the trial"):
        runs.perform(Run.objects.get().pk)
    assert Run.objects.get().state == RunState.FAILED


def test_effects_of_a_sealed_outcome_are_refused(cast: Cast) -> None:
    evaluation = files.designed(cast.alice)
    run = Run.objects.create(
        municipality=evaluation.municipality,
        evaluation=evaluation,
        kind=RunKind.EFFECTS,
        asked_by=cast.alice,
    )
    with pytest.raises(PermissionError):
        runs.perform(run.pk)
    assert Evaluation.objects.get(pk=evaluation.pk).result is None


def test_who_waits_is_told_that_the_worker_died(cast: Cast) -> None:
    files.specified(cast.alice)
    run = Run.objects.get()
    Run.objects.update(state=RunState.BUSY)
    runs.give_up_on(run.pk)
    run.refresh_from_db()
    assert run.failure_words == runs.STOPPED
    runs.give_up_on(run.pk)
    assert Run.objects.get().failure_words == runs.STOPPED


@pytest.mark.django_db(transaction=True)
def test_the_clock_finds_work_whose_worker_has_no_heartbeat(
    transactional_db: None, cast: Cast
) -> None:
    files.specified(cast.alice)
    Run.objects.update(state=RunState.BUSY)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) "
            "values (now() - interval '10 minutes') returning id"
        )
        (worker,) = cursor.fetchone()
        cursor.execute("update procrastinate_jobs set status = 'doing', worker_id = %s", [worker])
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        asyncio.run(_tick(worker))
    assert Run.objects.get().failure_words == runs.STOPPED
    assert ProcrastinateJob.objects.get(args__run_id=Run.objects.get().pk).status == "failed"


@pytest.mark.django_db(transaction=True)
def test_a_real_worker_takes_the_job_from_the_queue(transactional_db: None, cast: Cast) -> None:
    evaluation = files.specified(cast.alice)
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        asyncio.run(_once(worker))
    evaluation = Evaluation.objects.get(pk=evaluation.pk)
    assert queries.design_of(evaluation) is not None
    run = Run.objects.get()
    assert (run.state, run.percent) == (RunState.DONE, 100)
    assert ProcrastinateJob.objects.get(args__run_id=run.pk).status == "succeeded"


async def _tick(worker: object) -> None:
    async with worker.open_async():
        await tasks.give_up_on_lost_work.func(timestamp=0)


async def _once(worker: object) -> None:
    async with worker.open_async():
        await worker.run_worker_async(wait=False, install_signal_handlers=False)

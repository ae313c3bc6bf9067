"""Open, fill and withdraw vacancies. They come from an accepted chain or a chosen design."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts.models import User
from streekwerk.matching.carving import CarvedJob, stored
from streekwerk.matching.carving.design import level_of
from streekwerk.matching.chains.demand import WEEKS
from streekwerk.matching.inventory import Inventory
from streekwerk.partners.actions.noting import note
from streekwerk.partners.permissions import require_fill_in
from streekwerk.work import refusals
from streekwerk.work.models import ChainProposal, Design, Vacancy, VacancyState
from streekwerk.work.refusals import Refused


@transaction.atomic
def open_vacancies(user: User, source: ChainProposal | Design) -> list[Vacancy]:
    """Open the vacancy of a confirmed chain, or of each job of a chosen design.

    Opening them again gives those that are there.
    """
    employer = source.formal if isinstance(source, ChainProposal) else source.employer
    require_fill_in(user, employer)
    there = list(source.vacancies.all())
    if there:
        return there
    values = _of_chain(source) if isinstance(source, ChainProposal) else _of_design(source)
    made = [
        Vacancy.objects.create(
            region_id=employer.region_id, employer=employer, opened_by=user, **each
        )
        for each in values
    ]
    for each in made:
        note(user, "vacancy.opened", each, employer)
    return made


@transaction.atomic
def end_vacancy(user: User, vacancy: Vacancy, state: VacancyState) -> None:
    """Note that a vacancy was filled, or is withdrawn; Refused when it is not open."""
    require_fill_in(user, vacancy.employer)
    held = Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
    if held.state != VacancyState.OPEN or state == VacancyState.OPEN:
        raise Refused(refusals.VACANCY_ENDED)
    held.state, held.ended_at = state, timezone.now()
    held.save(update_fields=["state", "ended_at"])
    note(user, "vacancy.ended", held, vacancy.employer, state=state.value)


def _of_chain(proposal: ChainProposal) -> list[dict[str, Any]]:
    weeks = [sum(week) for week in zip(*(e["half_hours"] for e in proposal.roster), strict=True)]
    demands = [member.demand for member in proposal.members.select_related("demand")]
    return [
        {
            "proposal": proposal,
            "title": proposal.title,
            "tasks": [each["work"] for each in proposal.roster],
            "half_hours": weeks,
            "level": proposal.level,
            "skills": proposal.skills,
            "moments": sorted({moment for demand in demands for moment in demand.moments}),
            "places": [
                {
                    "name": each["name"],
                    "place": each["place"],
                    "work": each["work"],
                    "half_hours": each["half_hours"],
                    "signs": each["signs"],
                }
                for each in proposal.roster
            ],
        }
    ]


def _of_design(design: Design) -> list[dict[str, Any]]:
    inventory = stored.inventory_from(design.set.inputs["inventory"])
    return [_of_job(design, job, inventory) for job in stored.jobs_from(design.jobs)]


def _of_job(design: Design, job: CarvedJob, inventory: Inventory) -> dict[str, Any]:
    tasks = [inventory.task(portion.task) for portion in job.portions]
    employer = design.employer
    weeks = [job.half_hours] * WEEKS
    most = max(job.portions, key=lambda portion: portion.half_hours)
    return {
        "design": design,
        "title": inventory.task(most.task).name[:160],
        "tasks": [task.name for task in tasks],
        "half_hours": weeks,
        "level": int(level_of(job, {task.key: task for task in tasks})),
        "skills": sorted({skill for task in tasks for skill in task.skills}),
        "moments": sorted({moment.value for task in tasks for moment in task.moments}),
        "load": [max(each) for each in zip(*(task.load.as_tuple() for task in tasks), strict=True)],
        "places": [
            {
                "name": employer.name,
                "place": employer.place,
                "work": "",
                "half_hours": weeks,
                "signs": True,
            }
        ],
    }

"""Typical tasks as a first inventory of a role, with the hours of the role spread over them."""

from __future__ import annotations

from collections.abc import Sequence

from streekwerk.matching.inventory import Task
from streekwerk.matching.library.entries import TypicalTask, occupation
from streekwerk.vocabulary.language import Language


def typical_tasks(
    occupation_key: str, role_key: str, people: int, hours: float, language: Language = "nl"
) -> tuple[Task, ...]:
    """Return the usual tasks of an occupation for one role, none of them confirmed.

    Parameters
    ----------
    occupation_key
        Of :func:`streekwerk.matching.library.occupations`.
    role_key
        Of the role that gets the tasks; task keys begin with it, so two roles may have
        the same occupation.
    people, hours
        How many have the role, and the mean hours a week of each.
    language
        Of the names.

    Returns
    -------
    Tasks whose half hours add up to exactly those of the role, divided by the library's
    shares (largest remainder). A task that would get none is left out.

    Raises
    ------
    LookupError
        When the library has no such occupation.
    ValueError
        When nobody works in the role, or not half an hour.
    """
    total = round(2 * people * hours)
    if people < 1 or total < 1:
        raise ValueError(f"a role needs people and hours, got {people} and {hours}")
    typical = occupation(occupation_key).tasks
    spread = spread_over([each.share for each in typical], total)
    return tuple(
        _task(each, role_key, half_hours, language)
        for each, half_hours in zip(typical, spread, strict=True)
        if half_hours
    )


def spread_over(shares: Sequence[float], total: int) -> list[int]:
    """Divide ``total`` whole units by ``shares``: largest remainder, earlier ones first."""
    weight = sum(shares)
    exact = [total * share / weight for share in shares]
    found = [int(each) for each in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: found[place] - exact[place])
    for place in by_remainder[: total - sum(found)]:
        found[place] += 1
    return found


def _task(typical: TypicalTask, role: str, half_hours: int, language: Language) -> Task:
    return Task(
        key=f"{role}.{typical.key}",
        name=typical.name.in_language(language),
        role=role,
        half_hours=half_hours,
        level=typical.level,
        load=typical.load,
        skills=typical.skills,
        guidance=typical.guidance,
        autonomy=typical.autonomy,
        risk=typical.risk,
        moments=typical.moments,
        core=typical.core,
        teaches=typical.teaches,
        divisible=typical.divisible,
        confirmed=False,
    )

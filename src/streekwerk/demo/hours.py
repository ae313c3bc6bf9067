"""Hours of work per week, as a source beside SRG and BUS would tell them once a quarter.

The source is asked about those who earn beside the benefit and those who left it in the
past two years, movers, dead and pensioned aside. Who left for work keeps a job until
benefit starts again; who left otherwise has zero hours, and is told as such. Of 15 % the
source has no answer.
"""

from __future__ import annotations

import numpy as np

from streekwerk.demo.arrays import Bools, Floats, Shorts
from streekwerk.demo.columns import Column, concatenated
from streekwerk.demo.dates import first_days
from streekwerk.demo.exits import AOW_CODE, DEATH_CODE, MOVED_CODES, WORK_CODES
from streekwerk.demo.people import PENSION_AGE_MONTHS, Education, Household
from streekwerk.demo.simulation import History
from streekwerk.demo.streams import Draw

SHARE_KNOWN = 0.85
FOLLOWED_MONTHS = 24
_FULL_TIME, _FEWEST = 40.0, 8.0
_UNREACHED = (AOW_CODE, DEATH_CODE, *MOVED_CODES)


def hour_rows(history: History) -> dict[str, Column]:
    """Return a row per person known and quarter: ``person``, ``date`` and ``hours``."""
    since, asked = job_since(history), asked_about(history)
    config = history.world.config
    quarters = []
    for month in range(2, config.months, 3):
        answered = history.world.streams().generator(Draw.HOURS, month).random(len(since))
        person = np.flatnonzero(asked[:, month] & (answered < SHARE_KNOWN))
        beside = np.round(2 + history.world.people.birth_day[person] / 3)
        hours = np.where(
            since[person, month] >= 0,
            _hours_of_jobs(history, since[:, month])[person],
            np.where(history.earnings[person, month], beside, 0.0),
        )
        day = first_days(config, np.array([month])) + 27
        quarters.append({"person": person, "date": np.repeat(day, person.size), "hours": hours})
    if not quarters:
        day = first_days(config, np.zeros(0, dtype=np.int64))
        return {"person": np.zeros(0, dtype=np.int64), "date": day, "hours": np.zeros(0)}
    return concatenated(quarters)


def asked_about(history: History) -> Bools:
    """Return about whom the source is asked, (people, months)."""
    asked = history.earnings.copy()
    left = np.full(len(asked), -FOLLOWED_MONTHS - 1)
    for month in range(asked.shape[1]):
        asked[:, month] |= ~history.benefit[:, month] & (month - left <= FOLLOWED_MONTHS)
        code = history.exit_code[:, month]
        left = np.where(code != 0, np.where(np.isin(code, _UNREACHED), -999, month), left)
    return asked


def job_since(history: History) -> Shorts:
    """Return the month after which somebody has a job, (people, months); -1 without one."""
    people, months = history.benefit.shape
    since = np.full((people, months), -1, dtype=np.int16)
    job = np.full(people, -1, dtype=np.int16)
    for month in range(months):
        over: Bools = history.benefit[:, month]
        over = over | (month - history.world.people.birth_month >= PENSION_AGE_MONTHS)
        job[over] = -1
        since[:, month] = job
        job = np.where(np.isin(history.exit_code[:, month], WORK_CODES), np.int16(month), job)
    return since


def _hours_of_jobs(history: History, since: Shorts) -> Floats:
    """Return hours per week of everybody's job: drawn when it starts, the same while it lasts."""
    people = history.world.people
    hours = np.zeros(len(people))
    parent = people.household == Household.SINGLE_PARENT
    typical = 28.0 + 3.0 * (people.education == Education.HIGH) - 6.0 * parent
    for month in np.unique(since[since >= 0]):
        luck = history.world.streams().generator(Draw.HOURS, 500 + int(month))
        drawn = typical + 8.0 * luck.standard_normal(len(people))
        mine = since == month
        hours[mine] = np.clip(np.round(drawn[mine] / 2) * 2, _FEWEST, _FULL_TIME)
    return hours

"""Hours belong to who works, stay with the job, and are not known of everybody."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from streekwerk.demo.config import RegionConfig
from streekwerk.demo.hours import SHARE_KNOWN, asked_about, hour_rows, job_since
from streekwerk.demo.simulation import History, build_world, run

REGION = RegionConfig(people=4_000, months=24, seed=8)


@pytest.fixture(scope="module")
def history() -> History:
    return run(build_world(REGION, 0))


def test_a_job_lasts_from_the_exit_until_benefit_starts_again(history: History) -> None:
    benefit = np.zeros_like(history.benefit)
    code = np.zeros_like(history.exit_code)
    benefit[0, :3], code[0, 2], benefit[0, 6:8], code[0, 7] = True, 11, True, 31
    benefit[1, :2], code[1, 1] = True, 13
    world = history.world
    birth = world.people.birth_month.copy()
    birth[:2] = 5 - 67 * 12, -400  # the first turns 67 only in month 5, but is back in month 6
    people = replace(world.people, birth_month=birth)
    changed = replace(history, benefit=benefit, exit_code=code, world=replace(world, people=people))
    since = job_since(changed)
    assert since[0].tolist() == [-1] * 3 + [2, 2] + [-1] * 19
    assert since[1].tolist() == [-1, -1] + [1] * 22
    assert (since[2:] == -1).all()


def test_a_quarterly_source_tells_most_of_who_left_or_earns(history: History) -> None:
    rows = hour_rows(history)
    since, earnings, asked = job_since(history), history.earnings, asked_about(history)
    quarters = range(2, REGION.months, 3)
    people = sum(int(asked[:, t].sum()) for t in quarters)
    assert people > 500
    assert abs(len(rows["hours"]) / people - SHARE_KNOWN) < 0.05
    month = rows["date"].astype("datetime64[M]").astype(int) - 12 * 51
    assert set(month.tolist()) == set(quarters)
    job = since[rows["person"], month] >= 0
    beside = earnings[rows["person"], month]
    assert rows["hours"][job].min() >= 8
    assert 20 < rows["hours"][job].mean() < 36
    assert 2 <= rows["hours"][beside & ~job].min() <= rows["hours"][beside & ~job].max() <= 12
    assert (~job & ~beside).any()
    assert (rows["hours"][~job & ~beside] == 0).all()


def test_nobody_is_asked_about_who_moved_or_left_long_ago(history: History) -> None:
    benefit = np.zeros_like(history.benefit)
    earnings, code = np.zeros_like(history.earnings), np.zeros_like(history.exit_code)
    benefit[:3, 0], earnings[2, 5] = True, True
    code[0, 0], code[1, 0] = 15, 32
    asked = asked_about(replace(history, benefit=benefit, exit_code=code, earnings=earnings))
    assert asked[0].tolist() == [False] + [True] * 23
    assert not asked[1].any()
    assert np.flatnonzero(asked[2]).tolist() == [5]


def test_hours_stay_as_they_are_while_the_job_lasts(history: History) -> None:
    rows = hour_rows(history)
    month = rows["date"].astype("datetime64[M]").astype(int) - 12 * 51
    since = job_since(history)[rows["person"], month]
    jobs: dict[tuple[int, int], set[float]] = {}
    for person, start, hours in zip(rows["person"], since, rows["hours"], strict=True):
        if start >= 0:
            jobs.setdefault((int(person), int(start)), set()).add(float(hours))
    assert len(jobs) > 100
    assert all(len(each) == 1 for each in jobs.values())
    assert len({hours for each in jobs.values() for hours in each}) > 5


def test_a_window_without_a_quarter_has_no_hours() -> None:
    short = run(build_world(replace(REGION, people=200, months=2), 5))
    assert {name: len(column) for name, column in hour_rows(short).items()} == {
        "person": 0,
        "date": 0,
        "hours": 0,
    }

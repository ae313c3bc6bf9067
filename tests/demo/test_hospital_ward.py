"""The page on the hospital ward: every figure on it comes out of the data, twice."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from tests.demo import ward_by_hand as pencil
from tests.demo.ward_by_hand import TASK, hours, moved

from streekwerk.demo.hospital_ward import (
    BY_HAND,
    CONTRACTS,
    GROUPS,
    HOST,
    RULES,
    WARD,
    WARD_HELP,
)
from streekwerk.matching.carving import breaches, carve, worth_of
from streekwerk.matching.carving.design import guidance_minutes as product_guidance
from streekwerk.matching.carving.design import quality_of
from streekwerk.matching.carving.doable import is_doable

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "hospital-ward.md"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text("utf-8")


def table(page: str, heading: str) -> list[dict[str, str]]:
    """Return the rows of the first table under a heading of the page."""
    part = page.split(f"## {heading}\n")[1].split("\n## ", maxsplit=1)[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    header = cells(lines[0])
    return [dict(zip(header, cells(line), strict=True)) for line in lines[2:]]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_hours_of_tasks_are_those_of_the_people() -> None:
    for role in WARD.roles:
        assert hours(WARD.half_hours(role.key)) == role.people * CONTRACTS[role.key]


def test_roles_before_and_after(page: str) -> None:
    gone = Counter[str]()
    for job in BY_HAND:
        for portion in job.portions:
            gone[TASK[portion.task].role] += portion.half_hours
    rows = {row["role"]: row for row in table(page, "The ward")}
    assert set(rows) == {role.name for role in WARD.roles}
    for role in WARD.roles:
        row, now = rows[role.name], WARD.half_hours(role.key)
        left = now - gone[role.key]
        assert int(row["people"]) == role.people
        assert int(row["pressure"]) == role.pressure
        assert Decimal(row["cost of an hour"]) == pencil.euros(role.cost)
        assert Decimal(row["hours now"]) == hours(now)
        assert Decimal(row["moves"]) == hours(gone[role.key])
        assert Decimal(row["hours after"]) == hours(left)
        assert row["keeps"] == f"{100 * left / now:.1f} %"
        assert 100 * left / now >= RULES.kept
    total = hours(sum(WARD.half_hours(role.key) for role in WARD.roles))
    assert f"In all {hours(sum(gone.values())):.0f} of {total:.0f} hours a week move" in page


def test_groups_are_as_told(page: str) -> None:
    rows = table(page, "For whom")
    for row, group in zip(rows, GROUPS, strict=True):
        assert row["group"].startswith(group.name)
        assert int(row["people"]) == group.people
        assert (int(row["level now"]), int(row["can grow to"])) == (group.level, group.grows_to)
        peak = row["heaviest task (physical, thinking, people, pace)"]
        assert tuple(map(int, peak.split())) == group.peak.as_tuple()
        mean = tuple(Decimal(each) * 10 for each in row["mean of the week at most"].split())
        assert mean == group.sustained
        week = f"{hours(group.shortest):g} to {hours(group.longest):g}"
        assert row["hours a week"].replace(".0", "") == week.replace(".0", "")
        assert int(row["risk at most"]) == group.most_risk
        assert row["guidance"] == f"{group.guidance} %"


@pytest.mark.parametrize(
    ("heading", "job", "total", "guidance", "gain"),
    [
        ("Job 1: ward help, in fixed steps", WARD_HELP, "727.50", "148.75", "578.75"),
        ("Job 2: host and desk help, among people", HOST, "337.00", "119.00", "218.00"),
    ],
)
def test_a_job_adds_up_to_the_cent(
    page: str, heading: str, job: pencil.CarvedJob, total: str, guidance: str, gain: str
) -> None:
    rows = table(page, heading)
    for row, portion in zip(rows, job.portions, strict=True):
        line = moved(portion, job)
        assert row["task"] == line.task.name
        assert row["from"] == WARD.role_of[line.task.role].name
        written = [Decimal(row[each]) for each in list(row)[2:]]
        assert written == [line.hours, line.cost, line.relief, line.pay, line.gain]
    assert sum((moved(p, job).gain for p in job.portions), Decimal(0)) == Decimal(total)
    assert pencil.guidance_cost(job) == Decimal(guidance)
    assert pencil.gain(job) == Decimal(gain)
    # And the product says the same.
    assert worth_of([job], WARD, GROUPS, RULES).gain == 100 * Decimal(gain)
    made_for = [pencil.GROUP[key] for key in job.groups]
    assert product_guidance(job, TASK, made_for) == 100 * pencil.guidance_minutes(job)
    assert quality_of(job, TASK) == sum(pencil.quality(job))
    # And the text under the table.
    text = page.split(f"## {heading}\n")[1].split("\n## ", maxsplit=1)[0]
    week = hours(job.half_hours)
    assert f"Together {week:.0f} hours and {total} a week" in text
    assert f"{total} − {guidance} = **{gain}** a week" in text
    assert f"costs {guidance}" in text
    physical, thinking, people, pace = (f"{load:.2f}" for load in pencil.loads(job))
    said = f"{physical} physical, {thinking} thinking, {people} people, {pace} pace"
    assert said in text
    variety, learning, room = pencil.quality(job)
    assert f"five tasks {variety} points" in text
    assert f"{learning} points" in text
    assert f"{room} points. In all {variety + learning + room}" in text
    free = sum(p.half_hours * TASK[p.task].autonomy for p in job.portions) / job.half_hours
    assert f"mean room to decide {free:.2f}" in text


def test_loads_of_the_week_are_within_the_group() -> None:
    for job in BY_HAND:
        for key in job.groups:
            limits = [Decimal(each) / 10 for each in pencil.GROUP[key].sustained]
            assert all(mine <= most for mine, most in zip(pencil.loads(job), limits, strict=True))


def test_together(page: str) -> None:
    worth = worth_of(BY_HAND, WARD, GROUPS, RULES)
    assert Decimal(worth.gain) / 100 == sum(pencil.gain(job) for job in BY_HAND)
    assert f"Gain **{Decimal(worth.gain) / 100:.2f}** a week" in page
    assert f"doable for **{worth.people}** people, quality **{worth.quality:.0f}** of 100" in page
    minutes = sum(pencil.guidance_minutes(job) for job in BY_HAND)
    assert f"guidance {minutes / 60:.1f} of the {RULES.guidance_room // 60} hours" in page
    assert minutes <= RULES.guidance_room
    assert breaches(BY_HAND, WARD, GROUPS, RULES) == ()


def test_why_each_task_may_move_or_not(page: str) -> None:
    rows = table(page, "Why each task may move or not")
    taken = {p.task: p.half_hours for job in BY_HAND for p in job.portions}
    for row, task in zip(rows, WARD.tasks, strict=True):
        assert row["task"] == task.name
        assert row["role"] == WARD.role_of[task.role].name
        assert Decimal(row["hours"]) == hours(task.half_hours)
        assert int(row["level"]) == task.level
        assert tuple(map(int, row["loads"].split())) == task.load.as_tuple()
        assert int(row["risk"]) == task.risk
        assert Decimal(row["moves"]) == hours(taken.get(task.key, 0))
        for group in GROUPS:
            said = pencil.hindrance(task, group)
            assert row[group.key] == ("core" if task.core else said), task.key
            assert is_doable(task, group) == (said == "yes"), (task.key, group.key)


def test_a_portion_goes_only_to_who_can_do_it() -> None:
    for job in BY_HAND:
        for portion in job.portions:
            for key in job.groups:
                assert pencil.hindrance(TASK[portion.task], pencil.GROUP[key]) == "yes"


def test_the_solver_equals_or_beats_the_pencil(page: str) -> None:
    found = carve(WARD, GROUPS, RULES, seconds=20)
    assert found.design is not None
    hand = worth_of(BY_HAND, WARD, GROUPS, RULES)
    mine = found.design.worth
    assert mine.gain >= hand.gain
    assert mine.people >= hand.people
    assert mine.quality >= hand.quality
    assert breaches(found.design.jobs, WARD, GROUPS, RULES) == ()
    assert found.status == "optimal"
    told = re.search(r"doable for all (\d+) people, quality (\d+)", page)
    assert told is not None
    assert (mine.people, round(mine.quality)) == (int(told[1]), int(told[2]))

"""The made-up employers: the same each time, plainly made up, and with work to redesign."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from streekwerk.demo.config import MIDDENLAND
from streekwerk.demo.employers.generate import EMPLOYERS, PHASES, employers_of_middenland
from streekwerk.demo.employers.kinds import kinds
from streekwerk.demo.employers.model import DemoEmployers
from streekwerk.demo.employers.places import AREAS
from streekwerk.demo.employers.seasons import SEASONS, weeks_of
from streekwerk.demo.employers.words import AGENDA, LEANING, OWN_TASKS
from streekwerk.matching.carving import DesignRules, breaches, carve
from streekwerk.matching.chains.candidates import Candidates, find
from streekwerk.matching.chains.demand import WEEKS, ChainRules
from streekwerk.matching.default_groups import DEFAULT_GROUPS
from streekwerk.matching.inventory import Level
from streekwerk.matching.library import occupation
from streekwerk.matching.skills import SKILLS
from streekwerk.vocabulary.kvk import establishment_number, is_fictitious, kvk_number
from streekwerk.vocabulary.motives import Motive
from streekwerk.vocabulary.sbi import sbi_code

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "demo-employers.md"
GROUPS = [replace(each.group, people=20) for each in DEFAULT_GROUPS]


@pytest.fixture(scope="module")
def region() -> DemoEmployers:
    return employers_of_middenland(2021)


def test_the_same_seed_gives_the_same_employers(region: DemoEmployers) -> None:
    since = time.process_time()
    again = employers_of_middenland(2021)
    assert time.process_time() - since < 2
    assert again == region
    assert employers_of_middenland(2022) != region


def test_the_region_is_of_the_promised_size(region: DemoEmployers) -> None:
    assert len(region.employers) == EMPLOYERS == 150
    assert 1_350 <= region.tasks <= 1_650
    assert {each.municipality for each in region.employers} == {m.code for m in MIDDENLAND}
    assert set(AREAS) == {m.code for m in MIDDENLAND}
    by_area = Counter(each.municipality for each in region.employers)
    assert by_area.most_common(1)[0][0] == "9901", "the town has most"
    assert {each.kind for each in region.employers} == {kind.key for kind in kinds()}
    assert {each.phase for each in region.employers} == set(PHASES)


def test_the_page_tells_what_is_there(region: DemoEmployers) -> None:
    page = PAGE.read_text("utf-8")
    names = {each.code: each.name for each in MIDDENLAND}
    for code, area in AREAS.items():
        centre = f"{area.centre.x:.1f}, {area.centre.y:.1f}"
        row = f"| {code} | {names[code]} | {centre} | {area.spread:.1f} |"
        assert f"{row} {area.employers:.0%} | {area.urban:.1f} |".replace("%", " %") in page
    assert f"with seed 2021 it is {region.tasks:,}" in page
    told = re.findall(r"^\| (\w+) \| (\d+)–(\d+)[ ;,]", page, re.MULTILINE)
    assert len(told) >= 9
    for season, first, last in told:
        weeks = np.flatnonzero(SEASONS[season] > 0.5 * SEASONS[season].max()) + 1
        high, before, after = set(weeks.tolist()), int(first) - 1 or WEEKS, int(last) % WEEKS + 1
        assert {int(first), int(last)} <= high, season
        assert not {before, after} & high, season
    assert {line.split("|")[1].strip() for line in page.splitlines() if "|" in line} >= set(SEASONS)


def test_nobody_can_take_them_for_real(region: DemoEmployers) -> None:
    numbers = [kvk_number(each.kvk_number) for each in region.employers]
    places = [establishment_number(each.establishment_number) for each in region.employers]
    assert all(map(is_fictitious, numbers + places))
    for unique in (
        numbers,
        places,
        [e.name for e in region.employers],
        [e.key for e in region.employers],
    ):
        assert len(set(unique)) == len(region.employers)
    invented = {hamlet for area in AREAS.values() for hamlet in area.hamlets}
    for each in region.employers:
        assert any(each.name.endswith(hamlet) for hamlet in invented), each.name
        for contact in each.contacts:
            assert contact.email.endswith(f"@{each.key}.example.org")
            assert contact.email.isascii()


def test_what_is_told_of_an_employer_hangs_together(region: DemoEmployers) -> None:
    for each in region.employers:
        assert sbi_code(each.sbi) == each.sbi
        assert len(each.motives) == len(Motive)
        scores = [score.score for score in each.motives]
        assert scores == sorted(scores, reverse=True)
        assert 1 <= min(scores) <= max(scores) <= 5
        assert each.people == sum(role.people for role in each.inventory.roles)
        assert each.possibilities.guidance_minutes >= 30
        assert set(each.possibilities.busy_months) <= {f"{month:02d}" for month in range(1, 13)}
        for role in each.inventory.roles:
            assert each.inventory.half_hours(role.key) > 0
        for demand in each.demands:
            assert demand.employer == each.key
            assert demand.place == each.place
            assert each.work_of(demand) in {role.name for role in each.inventory.roles}
        for task in each.inventory.tasks:
            assert task.skills <= SKILLS.keys()


def test_tasks_differ_from_the_library_but_look_like_it(region: DemoEmployers) -> None:
    tasks = [task for each in region.employers for task in each.inventory.tasks]
    typical = {
        task.key: task for one in kinds() for key in one.roles for task in occupation(key).tasks
    }
    own = [task for task in tasks if task.key.startswith("own")]
    from_library = [task for task in tasks if not task.key.startswith("own")]
    changed = sum(task.level != typical[task.key.rpartition(".")[2]].level for task in from_library)
    assert 0.03 < changed / len(from_library) < 0.1
    assert 40 < len(own) < 110
    assert all(task.confirmed for task in own)
    assert 0.2 < np.mean([task.confirmed for task in from_library]) < 0.6


def test_every_sector_has_its_words() -> None:
    sectors = {kind.sector for kind in kinds()}
    assert sectors == set(AGENDA) == set(LEANING) == set(OWN_TASKS)
    for kind in kinds():
        assert all(occupation(role) for role in kind.roles)
        assert kind.season == "orders" or kind.season in SEASONS
        sbi_code(kind.sbi)


@pytest.mark.parametrize(
    ("season", "high", "low"),
    [("harvest", range(33, 41), range(1, 12)), ("autumn", range(43, 52), range(10, 30)),
     ("tourism", range(27, 36), range(1, 12)), ("greenhouse", range(14, 29), range(44, 52)),
     ("school", range(10, 17), range(30, 33)), ("december", range(48, 52), range(26, 40))],
)  # fmt: skip
def test_a_season_is_high_when_it_should_be(season: str, high: range, low: range) -> None:
    weeks = np.array(weeks_of(season, 100, np.random.default_rng(1)))
    assert len(weeks) == WEEKS
    assert weeks[[week - 1 for week in high]].mean() > 2 * weeks[[week - 1 for week in low]].mean()


def test_care_is_steady() -> None:
    weeks = weeks_of("care", 100, np.random.default_rng(1))
    assert max(weeks) < 3 * min(weeks)


def test_employers_near_each_other_fill_a_year_together(region: DemoEmployers) -> None:
    some = [d for d in region.demands if int(d.employer[1:]) % 3 == 0]
    found = find(some, ChainRules())
    _fills_a_year(found)
    assert {len([m for m in members if m >= 0]) for members in found.members.tolist()} >= {3}
    assert find(some, ChainRules(most_employers=1)).value.size < len(found)


@pytest.mark.slow
def test_pairs_and_triples_exist_all_over_the_region(region: DemoEmployers) -> None:
    found = find(region.demands, ChainRules())
    _fills_a_year(found)
    sizes = Counter(int((members >= 0).sum()) for members in found.members)
    assert sizes[2] > 100
    assert sizes[3] > 10_000
    numbers = {int(member) for members in found.members for member in members if member >= 0}
    reached = {region.demands[number].employer for number in numbers}
    assert len(reached) > 0.9 * len(region.employers)


def _fills_a_year(found: Candidates) -> None:
    rules = ChainRules()
    assert len(found) > 0
    weeks = found.taken.sum(axis=1)
    assert weeks.max() <= rules.week
    assert ((weeks >= rules.least_week).sum(axis=1) >= rules.weeks).all()


def _carved(region: DemoEmployers, keys: set[str], seconds: float) -> dict[str, str]:
    found = {}
    for each in region.employers:
        if each.key not in keys:
            continue
        room = max(60, each.possibilities.guidance_minutes)
        rules = DesignRules(jobs=1, guidance_room=room, no_displacement=True)
        carving = carve(each.inventory, GROUPS, rules, seconds=seconds)
        found[each.key] = carving.status
        if carving.design is not None:
            assert breaches(carving.design.jobs, each.inventory, GROUPS, rules) == ()
    return found


def test_work_can_be_carved_at_several_employers(region: DemoEmployers) -> None:
    found = _carved(region, {"w037", "w046", "w073", "w145"}, seconds=1)
    assert set(found.values()) <= {"optimal", "feasible"}


@pytest.mark.slow
def test_work_can_be_carved_at_most_employers(region: DemoEmployers) -> None:
    found = _carved(region, {each.key for each in region.employers}, seconds=5)
    able = sum(status in {"optimal", "feasible"} for status in found.values())
    assert able > 0.6 * len(found)
    assert able < len(found), "some work fits nobody, and the product must say so"


def test_every_level_of_demand_is_low_enough_to_begin_with(region: DemoEmployers) -> None:
    levels = Counter(demand.level for demand in region.demands)
    assert levels[Level.ENTRY] > 0.6 * len(region.demands)

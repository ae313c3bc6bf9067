"""The library hangs together, every O*NET id in it exists, and hours add up."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from streekwerk.matching.inventory import Level
from streekwerk.matching.library import occupation, occupations, source_of, typical_tasks
from streekwerk.matching.library.entries import SECTORS
from streekwerk.matching.skills import SKILLS

ONET = Path(__file__).resolve().parents[4] / "shared" / "data" / "onet"


def test_every_occupation_has_a_full_week_of_tasks() -> None:
    assert len(occupations()) >= 25
    for one in occupations():
        assert sum(task.share for task in one.tasks) == 100, one.key
        assert 9 <= len(one.tasks) <= 15, one.key
        assert one.sector in SECTORS
        names = [task.name.nl for task in one.tasks]
        assert len(set(names)) == len(names), one.key


def test_every_occupation_keeps_a_core_and_can_let_something_go() -> None:
    for one in occupations():
        loose = [task for task in one.tasks if not task.core and task.level <= Level.BASIC]
        assert sum(task.share for task in loose) >= 25, one.key
        assert any(task.teaches for task in one.tasks), one.key


def test_core_work_is_never_below_the_rest() -> None:
    for one in occupations():
        core = [task.level for task in one.tasks if task.core]
        loose = [task.level for task in one.tasks if not task.core]
        if core:
            assert max(core) >= max(loose), one.key


def test_values_are_within_bounds_and_skills_are_known() -> None:
    for one in occupations():
        for task in one.tasks:
            assert task.share > 0
            assert 0 <= task.guidance <= 30, task.key
            assert 0 <= task.autonomy <= 4
            assert 0 <= task.risk <= 4
            assert task.skills <= SKILLS.keys(), task.key
            assert len(task.moments) <= 1, "a portion of a task is done at one moment"
            assert task.onet, task.key
            assert str(task.onet[0]) in task.source.nl


@pytest.mark.skipif(not ONET.exists(), reason="the O*NET tables are not here")
def test_every_onet_id_exists() -> None:
    statements = _table("task_statements.xlsx")
    ids = {int(float(str(row[2]))) for row in statements}
    cited = {each for one in occupations() for task in one.tasks for each in task.onet}
    assert cited <= ids
    codes = {row[0] for row in _table("occupation_data.xlsx")}
    assert {code for one in occupations() for code in one.onet} <= codes


def _table(name: str) -> list[list[object]]:
    with CalamineWorkbook.from_path(ONET / name) as book:
        return [list(row) for row in book.get_sheet_by_index(0).to_python()[1:]]


@given(
    st.sampled_from([one.key for one in occupations()]),
    st.integers(1, 60),
    st.integers(1, 80).map(lambda halves: halves / 2),
)
def test_the_hours_of_the_role_are_all_given_out(key: str, people: int, hours: float) -> None:
    tasks = typical_tasks(key, "r", people, hours)
    total = sum(task.half_hours for task in tasks)
    assert total == round(2 * people * hours)
    assert not any(task.confirmed for task in tasks)
    for task in tasks:
        source = source_of(task.key)
        assert source is not None
        assert abs(task.half_hours - total * source.share / 100) <= 1


def test_a_task_tells_where_it_comes_from() -> None:
    first = typical_tasks("ward_assistant", "afdeling.oost", 6, 24, "en")[0]
    assert first.name == "Helping residents wash and dress"
    source = source_of(first.key)
    assert source is not None
    assert source.onet == (19331, 19342)
    assert "te bevestigen door de werkgever" in source.source.nl
    assert source_of("eigen-taak") is None


@pytest.mark.parametrize(("people", "hours"), [(0, 10), (1, 0), (1, 0.2)])
def test_a_role_without_work_is_refused(people: int, hours: float) -> None:
    with pytest.raises(ValueError, match="needs people and hours"):
        typical_tasks("cook", "r", people, hours)


def test_an_unknown_occupation_is_refused() -> None:
    with pytest.raises(LookupError, match="astronaut"):
        occupation("astronaut")

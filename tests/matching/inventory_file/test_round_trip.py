"""What is written is read back the same, in either language; what is wrong is named by cell."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.matching.chains.demand import WEEKS, Demand, Place
from streekwerk.matching.inventory import Inventory, Level, Load, Moment, Role, Task
from streekwerk.matching.inventory_file import (
    read_demand,
    read_inventory,
    write_demand,
    write_inventory,
)
from streekwerk.matching.skills import SKILLS, skill_key
from streekwerk.vocabulary.language import Language

PART = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1, max_size=15)
WORDS = st.lists(PART, min_size=1, max_size=3).map(" ".join) | st.sampled_from(
    ["=1+1", "-2", "007", "1.0", "TRUE", "_x0041_", "'s middags", "#N/A", "1e5", "12:30"]
)
LANGUAGE: st.SearchStrategy[Language] = st.sampled_from(["nl", "en"])
SCALE = st.integers(0, 4)
OWN = PART.filter(lambda each: ";" not in each).map(skill_key)
SOME_SKILLS = st.frozensets(st.sampled_from(sorted(SKILLS)) | OWN, max_size=4)
MOMENTS = st.frozensets(st.sampled_from(Moment))


@st.composite
def inventories(draw: st.DrawFn) -> Inventory:
    keys = draw(st.lists(WORDS, min_size=1, max_size=3, unique_by=str.casefold))
    names = draw(st.lists(WORDS, min_size=len(keys), max_size=len(keys), unique_by=str.casefold))
    roles = tuple(
        Role(
            key,
            name,
            draw(st.integers(1, 500)),
            draw(st.integers(1, 20_000)),
            draw(st.sampled_from(Level)),
            draw(SCALE),
        )
        for key, name in zip(keys, names, strict=True)
    )
    task_keys = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
    tasks = tuple(draw(tasks_of(key, keys)) for key in task_keys)
    return Inventory(roles, tasks)


def tasks_of(key: str, roles: list[str]) -> st.SearchStrategy[Task]:
    return st.builds(
        Task,
        key=st.just(key),
        name=WORDS,
        role=st.sampled_from(roles),
        half_hours=st.integers(1, 1_000),
        level=st.sampled_from(Level),
        load=st.builds(Load, SCALE, SCALE, SCALE, SCALE),
        skills=SOME_SKILLS,
        guidance=st.integers(0, 60),
        autonomy=SCALE,
        risk=SCALE,
        moments=MOMENTS,
        core=st.booleans(),
        teaches=st.booleans(),
        divisible=st.booleans(),
        confirmed=st.booleans(),
    )


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("work") / "werk.xlsx"


@settings(max_examples=15, deadline=None)
@given(inventories(), LANGUAGE)
def test_an_inventory_comes_back_the_same(
    file: Path, inventory: Inventory, language: Language
) -> None:
    write_inventory(file, language, inventory)
    assert read_inventory(file) == inventory


@settings(max_examples=8, deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=3, unique_by=str.casefold).flatmap(
        lambda keys: st.tuples(
            *(
                st.builds(
                    Demand,
                    key=st.just(key),
                    employer=st.just("w001"),
                    place=st.just(Place(1.0, 2.0)),
                    level=st.sampled_from(Level),
                    half_hours=st.lists(st.integers(0, 900), min_size=WEEKS, max_size=WEEKS)
                    .filter(any)
                    .map(tuple),
                    worth=st.integers(0, 5_000),
                    skills=SOME_SKILLS,
                    moments=MOMENTS,
                    can_employ=st.booleans(),
                )
                for key in keys
            )
        )
    ),
    LANGUAGE,
)
def test_demand_comes_back_the_same(
    file: Path, demands: tuple[Demand, ...], language: Language
) -> None:
    write_demand(file, language, demands)
    assert read_demand(file, "w001", Place(1.0, 2.0)) == demands

"""The region's groups, and the steps of redesign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from tests.partners.factories import Stage

from streekwerk.accounts.scope import Scope, acting
from streekwerk.matching.carving.method import STEPS
from streekwerk.matching.default_groups import DEFAULT_GROUPS
from streekwerk.matching.skills import SKILLS
from streekwerk.work.actions.groups import change_group
from streekwerk.work.actions.steps import note_step
from streekwerk.work.models import RegionalGroup, StepState
from streekwerk.work.queries.groups import groups_of, is_counted, to_compute_with
from streekwerk.work.refusals import Refused

COUNT = {"people": 120, "counted_on": date(2026, 6, 1), "counted_from": "Telling van het WSP"}


def test_the_groups_to_begin_with_use_known_skills() -> None:
    assert len({one.group.key for one in DEFAULT_GROUPS}) == len(DEFAULT_GROUPS) == 6
    for one in DEFAULT_GROUPS:
        assert one.group.skills <= set(SKILLS)
        assert one.group.people == 0


def test_counting_one_group_makes_them_the_region_s_own(stage: Stage) -> None:
    before = groups_of(stage.region.pk)
    assert all(each.people is None for each in before)
    change_group(stage.dana, "hands", COUNT)
    after = groups_of(stage.region.pk)
    same = [replace(each.group, people=0) for each in after]
    assert same == [each.group for each in before]
    assert [each.people for each in after] == [None, 120, None, None, None, None]
    assert not is_counted(after)
    assert {group.people for group in to_compute_with(after)} == {1}
    assert to_compute_with(after[1:2])[0].people == 120


def test_a_count_says_from_what(stage: Stage) -> None:
    with pytest.raises(Refused, match="comes from"):
        change_group(stage.alice, "hands", {"people": 3})
    with pytest.raises(PermissionDenied):
        change_group(stage.bas_himself, "hands", COUNT)


def test_an_employer_reads_the_groups_of_its_region_and_changes_none(stage: Stage) -> None:
    change_group(stage.alice, "hands", COUNT)
    with acting(Scope.of(stage.bas_himself)):
        assert RegionalGroup.objects.count() == 6
        assert RegionalGroup.objects.update(people=None) == 0
    with acting(Scope.of(stage.charlie)):
        assert RegionalGroup.objects.count() == 0


def test_steps_keep_notes_by_question(stage: Stage) -> None:
    assert [step.key.value for step in STEPS] == [
        "mission",
        "organisation",
        "work",
        "redesign",
        "case",
        "placement",
        "guidance",
        "evaluation",
    ]
    note_step(stage.bas_himself, stage.bakery, "mission", StepState.BUSY, ["Omdat het klopt "])
    step = note_step(
        stage.alice, stage.bakery, "mission", StepState.DONE, ["a", "b", "c", "d", "e"]
    )
    assert (step.state, step.notes, step.changed_by) == ("done", ["a", "b", "c", "d"], stage.alice)
    with pytest.raises(KeyError):
        note_step(stage.alice, stage.bakery, "coffee", StepState.DONE, [])

"""Write work down: versions, defaults, whole or nothing, and by nobody else."""

from __future__ import annotations

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from tests.partners.factories import Stage
from tests.work.small import BAKERY, describe

from streekwerk.accounts.models import AuditEntry
from streekwerk.accounts.scope import Scope, acting
from streekwerk.matching.inventory import Inventory
from streekwerk.partners.actions import close_employer
from streekwerk.work.actions import inventory as actions
from streekwerk.work.actions.files import replace_inventory
from streekwerk.work.models import Role, Task, WorkAnalysis
from streekwerk.work.queries.inventory import inventory_of, newest_of, work_of
from streekwerk.work.refusals import Refused

ROLE = {"name": "Bakker", "people": 3, "contract_hours": 30, "cost": 3_000, "level": 3}


def test_a_role_and_a_task_are_written_down_and_logged(stage: Stage) -> None:
    bas = stage.bas_himself
    with acting(Scope.of(bas)):
        role = actions.add_role(bas, stage.bakery, ROLE)
        actions.add_task(
            bas, stage.bakery, role.key, {"name": "Vegen", "half_hours": 9, "level": 1}
        )
        work = work_of(stage.bakery)
    assert [each.role.name for each in work.roles] == ["Bakker"]
    assert (work.roles[0].hours, work.roles[0].contract_hours) == (4.5, 90)
    assert work.roles[0].difference == -85.5
    logged = AuditEntry.objects.filter(action__startswith="work.")
    assert [(each.action, each.actor, each.municipality) for each in logged] == [
        ("work.role_added", bas, stage.here),
        ("work.task_added", bas, stage.here),
    ]


def test_what_is_stored_comes_back_as_the_pure_inventory(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    found = inventory_of(work_of(stage.bakery))
    names = {role.key: role.name for role in found.roles}
    assert [role.name for role in found.roles] == ["Bakker", "Verkoper"]
    for kept, given in zip(found.tasks, BAKERY.tasks, strict=True):
        assert names[kept.role] == BAKERY.role_of[given.role].name
        for name in ("name", "half_hours", "level", "load", "skills", "guidance", "autonomy"):
            assert getattr(kept, name) == getattr(given, name)
        for name in ("risk", "moments", "core", "teaches", "divisible", "confirmed"):
            assert getattr(kept, name) == getattr(given, name)


def test_a_frozen_version_is_copied_before_it_changes(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    before = newest_of(stage.bakery)
    assert before is not None
    actions.freeze(before)
    task = before.tasks.get(name="Deeg afwegen")
    actions.change_task(stage.alice, stage.bakery, task.key, {"half_hours": 30})
    now = newest_of(stage.bakery)
    assert now is not None
    assert (before.number, now.number, now.frozen_at) == (1, 2, None)
    assert Task.objects.get(analysis=before, key=task.key).half_hours == 20
    assert Task.objects.get(analysis=now, key=task.key).half_hours == 30
    assert now.tasks.count() == before.tasks.count() == 6
    actions.remove_role(stage.alice, stage.bakery, now.roles.get(name="Bakker").key)
    assert WorkAnalysis.objects.filter(employer=stage.bakery).count() == 2
    assert (now.tasks.count(), before.tasks.count()) == (2, 6)


def test_whoever_changes_a_task_has_looked_at_it(stage: Stage) -> None:
    role = actions.add_role(stage.alice, stage.bakery, ROLE)
    many = [
        {"name": name, "half_hours": 8, "level": 1, "confirmed": False, "source": "library"}
        for name in ("Vegen", "Dweilen")
    ]
    assert actions.add_tasks(stage.alice, stage.bakery, role.key, many) == 2
    vegen, dweilen = work_of(stage.bakery).to_confirm
    actions.change_task(stage.alice, stage.bakery, vegen.key, {"half_hours": 10})
    actions.confirm_task(stage.alice, stage.bakery, dweilen.key)
    assert work_of(stage.bakery).to_confirm == ()
    copied = actions.copy_task(stage.alice, stage.bakery, vegen.key, "Vegen buiten")
    assert (copied.name, copied.half_hours, copied.key != vegen.key) == ("Vegen buiten", 10, True)


def test_a_workbook_replaces_everything_and_keeps_what_it_knows(stage: Stage) -> None:
    role = actions.add_role(stage.alice, stage.bakery, ROLE)
    actions.add_task(
        stage.alice, stage.bakery, role.key, {"name": "Vegen", "half_hours": 9, "level": 1}
    )
    there = inventory_of(work_of(stage.bakery))
    replace_inventory(stage.alice, stage.bakery, there)
    again = work_of(stage.bakery)
    assert inventory_of(again) == there
    assert again.roles[0].role.contract_hours == 30
    replace_inventory(stage.alice, stage.bakery, BAKERY)
    assert Role.objects.filter(employer=stage.bakery).count() == 2
    with pytest.raises(Refused):
        replace_inventory(stage.alice, stage.bakery, Inventory((), ()))


def test_a_key_of_another_employer_is_not_taken_over(stage: Stage) -> None:
    describe(stage.bob, stage.laundry)
    theirs = inventory_of(work_of(stage.laundry))
    replace_inventory(stage.alice, stage.bakery, theirs)
    mine = inventory_of(work_of(stage.bakery))
    assert not {task.key for task in mine.tasks} & {task.key for task in theirs.tasks}


def test_names_are_needed_and_given_once(stage: Stage) -> None:
    role = actions.add_role(stage.alice, stage.bakery, ROLE)
    with pytest.raises(Refused, match="this name"):
        actions.add_role(stage.alice, stage.bakery, ROLE)
    with pytest.raises(Refused, match="name"):
        actions.add_role(stage.alice, stage.bakery, {**ROLE, "name": " "})
    with pytest.raises(Refused, match="name"):
        actions.add_task(
            stage.alice, stage.bakery, role.key, {"name": "", "half_hours": 1, "level": 1}
        )
    with pytest.raises(Refused, match="no longer there"):
        actions.remove_task(stage.alice, stage.bakery, uuid.uuid4())


def test_only_the_employer_and_advisers_of_its_region(stage: Stage) -> None:
    actions.add_role(stage.bob, stage.bakery, ROLE)
    for stranger in (stage.lia_herself, stage.carol, stage.dana, stage.charlie):
        with pytest.raises(PermissionDenied):
            actions.add_role(stranger, stage.bakery, {**ROLE, "name": f"{stranger}"})
    close_employer(stage.alice, stage.bakery)
    stage.bakery.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        actions.add_role(stage.alice, stage.bakery, {**ROLE, "name": "Anders"})


def test_the_database_shows_an_employer_its_own_work_only(stage: Stage) -> None:
    describe(stage.alice, stage.bakery)
    describe(stage.bob, stage.laundry)
    for who, seen in ((stage.lia_herself, 6), (stage.alice, 12), (stage.carol, 12)):
        with acting(Scope.of(who)):
            assert Task.objects.count() == seen, who
    with acting(Scope.of(stage.charlie)):
        assert Task.objects.count() == Role.objects.count() == 0

"""The demo's employers get their work, once, and quickly enough."""

from __future__ import annotations

import time
from datetime import date

import pytest

from streekwerk.accounts.models import Municipality
from streekwerk.accounts.scope import Scope, acting
from streekwerk.demo.employers.generate import employers_of_middenland
from streekwerk.partners import demo as partners
from streekwerk.work import demo
from streekwerk.work.models import RegionalGroup, Task, WorkAnalysis
from streekwerk.work.queries.inventory import inventory_of, work_of

FEW = 6


@pytest.fixture
def few(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw six employers instead of a hundred and fifty."""
    for module in (partners, demo):
        monkeypatch.setattr(
            module, "employers_of_middenland", lambda seed: employers_of_middenland(seed, FEW)
        )


def test_the_demo_s_employers_have_their_work_once(few: None) -> None:
    partners.load(today=date(2026, 11, 1))
    said: list[str] = []
    demo.load(said.append)
    demo.load(said.append)
    drawn = employers_of_middenland(partners.SEED, FEW).employers
    assert len(said) == 1
    region = Municipality.objects.filter(name="Rivierstede").get().region_id
    with acting(Scope.of_region(region)):
        assert WorkAnalysis.objects.count() == FEW
        assert Task.objects.count() == sum(len(one.inventory.tasks) for one in drawn)
        assert set(RegionalGroup.objects.values_list("people", flat=True)) >= {140, 60}
        first = WorkAnalysis.objects.get(employer__kvk_number=drawn[0].kvk_number).employer
        found = inventory_of(work_of(first))
    names = sorted(task.name for task in drawn[0].inventory.tasks)
    assert sorted(task.name for task in found.tasks) == names


@pytest.mark.slow
def test_all_of_it_takes_seconds(db: None) -> None:
    partners.load(today=date(2026, 11, 1))
    start = time.monotonic()
    demo.load()
    assert time.monotonic() - start < 10

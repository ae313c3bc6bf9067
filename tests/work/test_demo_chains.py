"""The demo has work by week, a chain that was confirmed and one that waits; once."""

from __future__ import annotations

from datetime import date

import pytest

from streekwerk.accounts.models import User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.demo.employers.generate import employers_of_middenland
from streekwerk.partners import demo as partners
from streekwerk.work import demo_chains
from streekwerk.work.models import ChainProposal, ChainState, Vacancy, WeeklyDemand

SOME = 40


@pytest.mark.django_db
def test_chains_of_the_demo_are_there_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (partners, demo_chains):
        monkeypatch.setattr(
            module, "employers_of_middenland", lambda seed: employers_of_middenland(seed, SOME)
        )
    partners.load(today=date(2026, 11, 1))
    said: list[str] = []
    demo_chains.load(said.append)
    demo_chains.load(said.append)
    assert len(said) == 1
    with acting(Scope.of(User.objects.get(username="noor"))):
        drawn = employers_of_middenland(partners.SEED, SOME)
        assert WeeklyDemand.objects.count() == len(drawn.demands)
        states = list(ChainProposal.objects.values_list("state", flat=True))
        assert states.count(ChainState.CONFIRMED) == Vacancy.objects.count()
        assert states

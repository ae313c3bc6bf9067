"""The team's addresses. None names a colleague, so nobody's own figures can be asked for."""

from __future__ import annotations

from typing import Any

from tests.screens.matrix.address import POST, Address, Town

from streekwerk.accounts.models import Role
from streekwerk.people.actions import reflection

TEAM = {Role.CASEWORKER, Role.TEAM_MANAGER}


def plant(town: Town) -> None:
    """Let the team talk and agree."""
    worker = town.people[Role.CASEWORKER]
    talked = reflection.note_reflection(worker, f"Besproken {town.canary}")
    town.things["team-agreement"] = reflection.agree(
        worker, f"Afspraak {town.canary}", None, talked
    )


def _agreement(town: Town) -> list[Any]:
    return [town.things["team-agreement"].public_id]


def _weeks(_town: Town) -> dict[str, Any]:
    return {"weeks": 6}


def _what(town: Town) -> dict[str, Any]:
    return {"what": f"Nieuw {town.canary}"}


ADDRESSES = (
    Address("team:team", TEAM),
    # Private: not even the team manager comes in.
    Address("team:own", {Role.CASEWORKER}),
    Address("team:reflect", TEAM),
    Address("team:agree", TEAM, method=POST, data=_what),
    Address("team:done", TEAM, _agreement, POST),
    Address("team:rhythm", {Role.TEAM_MANAGER}, method=POST, data=_weeks),
    Address("team:learning", {Role.RESEARCHER}),
)

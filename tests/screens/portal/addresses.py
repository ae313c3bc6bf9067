"""The caseworker's side of the portal. What it is about is planted by ``jobseeker``."""

from __future__ import annotations

from typing import Any

from tests.screens.matrix.address import Address, Town

from streekwerk.accounts.models import Role

WORKERS = {Role.CASEWORKER, Role.TEAM_MANAGER}


def _person(town: Town) -> list[Any]:
    return [town.things["own-person"].public_id]


def _request(town: Town) -> list[Any]:
    return [*_person(town), town.things["own-request"].public_id]


ADDRESSES = (
    Address("caseworker:invite", WORKERS, _person),
    Address("caseworker:requests", WORKERS, _person),
    Address("caseworker:answer-request", WORKERS, _request),
)

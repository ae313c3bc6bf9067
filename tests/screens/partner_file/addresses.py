"""The employer's own file. No address names an employer: it is always one's own."""

from __future__ import annotations

from typing import Any

from tests.screens.matrix.address import Address, Town

from streekwerk.accounts.models import Role

EMPLOYER = {Role.EMPLOYER}


def _of(thing: str) -> Any:
    """Return the argument for a thing that ``tests/screens/adviser`` planted."""

    def arguments(town: Town) -> list[Any]:
        return [town.things[thing].public_id]

    return arguments


ADDRESSES = (
    Address("own-file:employer", EMPLOYER),
    Address("own-file:drives", EMPLOYER),
    Address("own-file:motives", EMPLOYER),
    Address("own-file:possibilities", EMPLOYER),
    Address("own-file:value", EMPLOYER),
    Address("own-file:agenda", EMPLOYER),
    Address("own-file:agenda-new", EMPLOYER),
    Address("own-file:agenda-change", EMPLOYER, _of("item")),
    Address("own-file:agenda-move", EMPLOYER, _of("item")),
    Address("own-file:agreements", EMPLOYER),
    Address("own-file:agreement", EMPLOYER, _of("agreement")),
    Address("own-file:contact-new", EMPLOYER),
    Address("own-file:contact-change", EMPLOYER, _of("contact")),
)

"""What a folder of screens says about its addresses, so that all of them can be walked.

``tests/screens/<app>/addresses.py`` holds ``ADDRESSES``, a tuple of :class:`Address`, and
``plant(town)`` where an address is about something that must exist first. The README
beside this file has an example.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from streekwerk.accounts.models import Municipality, Role, User

ROLES = frozenset(Role)
OF_THE_REGION = frozenset({Role.REGION_COORDINATOR})
GET, POST = "GET", "POST"


@dataclass
class Town:
    """One of the two municipalities of the matrix, with somebody in every role.

    ``canary`` is a word that stands nowhere else: put it in every text of what you plant.
    ``things`` is what the folders of screens planted, by the name they gave it; ``name``
    is ``Hier`` or ``Daar``. The people of the region work in both.
    """

    municipality: Municipality
    canary: str
    people: Mapping[Role, User]
    things: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Name of the municipality."""
        return self.municipality.name


def no_arguments(town: Town) -> list[Any]:
    """Return no arguments: an address that is the same for everybody."""
    return []


@dataclass(frozen=True)
class Address:
    """One address: who comes in, and what the others are told.

    Attributes
    ----------
    name : as in ``reverse``, with its namespace.
    readers : roles that come in; ``None`` for everybody, without signing in.
    arguments : gives the arguments of ``reverse`` for what a town planted. Without it the
        address is about nobody's thing in particular (a list, a form).
    method, data : how it is asked; ``data`` gives the fields of a form.
    own : statuses a reader may get for a thing of the own town.
    foreign : status a reader gets for a thing of the other town.
    refused : status for a signed-in person in another role.
    stranger : status for who has not signed in.
    special : another own status for some roles.
    """

    name: str
    readers: Collection[Role] | None
    arguments: Callable[[Town], list[Any]] = no_arguments
    method: str = GET
    data: Callable[[Town], dict[str, Any]] | None = None
    own: Collection[int] = (200, 302)
    foreign: int = 404
    refused: int = 403
    stranger: int = 302
    special: Mapping[Role, Collection[int]] = field(default_factory=dict)

    @property
    def is_about_a_thing(self) -> bool:
        """Whether its arguments name something that belongs to a town."""
        return self.arguments is not no_arguments


def public(name: str, **rest: Any) -> Address:
    """Return an address for everybody."""
    return Address(name, None, stranger=rest.pop("stranger", 200), **rest)

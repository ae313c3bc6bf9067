"""Who of the region's employers work together, from every part that knows.

A part adds its bonds with :func:`bond_source`: chains, a shared coach. This app knows the
employers and the agreements with the region itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from streekwerk.accounts.models import User
from streekwerk.partners.models import Agreement, Employer
from streekwerk.partners.permissions import reads_employers
from streekwerk.partners.queries.lists import Wanted, employers
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Together:
    """Two employers (by id) that work together, and in what."""

    one: int
    other: int
    words: Text


@dataclass(frozen=True, slots=True)
class Network:
    """The employers with a place, which of them have a running agreement, and the bonds.

    ``unplaced`` counts the employers whose coordinates are not known.
    """

    employers: tuple[Employer, ...]
    agreed: frozenset[int]
    together: tuple[Together, ...]
    unplaced: int


Source = Callable[[User], Iterable[Together]]
_SOURCES: list[Source] = []


def bond_source(source: Source) -> Source:
    """Register a function that gives the bonds between employers that a reader may see."""
    if source not in _SOURCES:
        _SOURCES.append(source)
    return source


def network_for(user: User | AnonymousUser, wanted: Wanted | None = None) -> Network:
    """Return the network of the employers ``user`` reads: two queries and those of the sources."""
    if not isinstance(user, User) or not reads_employers(user):
        return Network((), frozenset(), (), 0)
    found = list(employers(user, wanted).select_related(None).only(*_NEEDED))
    placed = tuple(each for each in found if each.x_km is not None)
    shown = {each.pk for each in placed}
    running = Agreement.objects.filter(employer_id__in=shown, ended_on=None)
    agreed = frozenset(running.values_list("employer_id", flat=True))
    bonds = tuple(
        each
        for source in _SOURCES
        for each in source(user)
        if each.one in shown and each.other in shown
    )
    return Network(placed, agreed, bonds, len(found) - len(placed))


_NEEDED = ("public_id", "name", "place", "x_km", "y_km")

"""Every door into the product, in one list: the start page and the main menu are drawn from it.

A new part adds one line to :data:`DOORS`. It then stands at its place on the start page
for whoever may go in, and in the menu if ``in_menu`` says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import has_role
from streekwerk.bylaws.permissions import may_decide
from streekwerk.deliveries.permissions import READERS as DELIVERY_READERS
from streekwerk.deliveries.permissions import may_administer, may_deliver
from streekwerk.learning.card_permissions import CARD_READERS
from streekwerk.learning.permissions import READERS as EVALUATION_READERS
from streekwerk.partners.permissions import own_contact, reads_employers
from streekwerk.people.offer_permissions import OFFER_READERS
from streekwerk.people.permissions import works_with_people
from streekwerk.people.team_permissions import may_see_own_feedback, may_see_team
from streekwerk.work.permissions import may_keep_groups

Reader = User | AnonymousUser
# More does not fit a row on a small desk, and nobody reads it.
MOST_IN_MENU = 6


class Place(Enum):
    """The places of the loop on the start page."""

    PEOPLE = "people"
    EMPLOYERS = "employers"
    LEARNING = "learning"


@dataclass(frozen=True, slots=True)
class Door:
    """One way in: at which place, to which address (its name), called what, open to whom."""

    place: Place
    address: str
    label: str | Promise
    open_to: Callable[[Reader], bool]
    in_menu: bool = True

    @property
    def url(self) -> str:
        """Return where it leads."""
        return reverse(self.address)


def anybody(_reader: Reader) -> bool:
    """Open to who has not signed in too."""
    return True


def of_role(*roles: Role) -> Callable[[Reader], bool]:
    """Open to these roles."""
    return lambda reader: has_role(reader, *roles)


def is_an_employer(reader: Reader) -> bool:
    """Open to somebody with an account for the own employer."""
    return own_contact(reader) is not None


# In the order of the menu.
DOORS: tuple[Door, ...] = (
    Door(Place.PEOPLE, "jobseeker:start", _("Mijn Streekwerk"), of_role(Role.JOBSEEKER)),
    Door(Place.PEOPLE, "caseworker:caseload", _("Mijn mensen"), works_with_people),
    Door(Place.PEOPLE, "caseworker:today", _("Vandaag"), works_with_people),
    Door(Place.EMPLOYERS, "adviser:today", _("Werkgevers"), reads_employers),
    Door(Place.EMPLOYERS, "own-file:employer", _("Ons dossier"), is_an_employer),
    Door(Place.EMPLOYERS, "employer:own", _("Ons werk"), is_an_employer),
    Door(
        Place.EMPLOYERS,
        "employer:groups",
        _("Voor wie werk wordt gemaakt"),
        may_keep_groups,
        in_menu=False,
    ),
    Door(Place.EMPLOYERS, "chains:overview", _("Ketens"), reads_employers),
    Door(Place.EMPLOYERS, "chains:own", _("Ketens"), is_an_employer),
    Door(
        Place.EMPLOYERS,
        "chains:vacancies",
        _("Vacatures"),
        of_role(Role.CASEWORKER, Role.TEAM_MANAGER, Role.JOBSEEKER),
        in_menu=False,
    ),
    Door(Place.LEARNING, "team:team", _("Samen terugkijken"), may_see_team),
    Door(
        Place.LEARNING,
        "team:own",
        _("Wat gebeurde er met mijn mensen"),
        may_see_own_feedback,
        in_menu=False,
    ),
    Door(Place.LEARNING, "public:what-works", _("Wat werkt"), anybody),
    Door(Place.PEOPLE, "rights:catalogue", _("Wat de wet geeft"), anybody),
    Door(Place.PEOPLE, "rights:income", _("Wat werken oplevert"), anybody, in_menu=False),
    Door(
        Place.EMPLOYERS, "rights:employer", _("Wat een baan kost en brengt"), anybody, in_menu=False
    ),
    Door(Place.EMPLOYERS, "example:kitchen", _("Zo werkt herontwerp"), anybody, in_menu=False),
    Door(Place.PEOPLE, "rights:terms", _("Onze regels"), may_decide),
    Door(Place.PEOPLE, "offers:overview", _("Aanbod"), of_role(*OFFER_READERS)),
    Door(Place.LEARNING, "deliveries:overview", _("Leveringen"), of_role(*DELIVERY_READERS)),
    Door(Place.LEARNING, "deliveries:set-up", _("Leveringen instellen"), may_administer),
    Door(Place.LEARNING, "team:learning", _("Van dossiers naar leren"), may_deliver, in_menu=False),
    Door(Place.LEARNING, "cohort:overview", _("Mensen en voorzieningen"), of_role(*CARD_READERS)),
    Door(Place.LEARNING, "cards:overview", _("Bewijskaarten"), of_role(*CARD_READERS)),
    Door(Place.LEARNING, "researcher:evaluations", _("Evaluaties"), of_role(*EVALUATION_READERS)),
)
# What a place does not offer yet; whoever adds it takes the line away.
LATER: dict[Place, str | Promise] = {
    Place.EMPLOYERS: _("Mensen ontmoeten kan hier nog niet."),
}


def doors_at(place: Place, reader: Reader) -> list[Door]:
    """Return the doors of a place that are open to a reader."""
    return [door for door in DOORS if door.place is place and door.open_to(reader)]


def menu_for(reader: Reader) -> list[Door]:
    """Return the main menu: at most six; a reader's own work goes before what is for everybody."""
    mine = [door for door in DOORS if door.in_menu and door.open_to(reader)]
    own_first = sorted(mine, key=lambda door: door.open_to is anybody)
    kept = own_first[:MOST_IN_MENU]
    return [door for door in mine if door in kept]
